"""One candidate for a value that a card prints more than once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.parse.candidate import Candidate


def merged(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates in reading order; equal ones become one that stands in all their places.

    The more certain of two equal ones gives raw text, issues and confidence.
    """
    kept: dict[tuple[str, str, str | None], Candidate] = {}
    for candidate in sorted(candidates, key=lambda one: (one.spans[0].line, one.spans[0].start)):
        key = (candidate.kind, (candidate.value or candidate.raw).lower(), candidate.type)
        first = kept.get(key)
        if first is None:
            kept[key] = candidate
        else:
            better = candidate if candidate.confidence > first.confidence else first
            kept[key] = replace(better, spans=(*first.spans, *candidate.spans))
    return tuple(kept.values())
