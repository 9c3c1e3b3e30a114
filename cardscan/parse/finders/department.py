"""Departments, divisions and faculties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.text import is_cjk
from cardscan.parse.wording import cjk_department_and_title, department_evidence, legal_forms, title_heads

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.view import CardView

LONGEST = 80


def find_departments(view: CardView) -> tuple[Candidate, ...]:
    """Departments that a card may hold, in reading order.

    Args:
        view: The card without what checked finders took.

    Returns:
        Candidates with a score; above 0 a department is likelier than not.
    """
    return tuple(
        Candidate(
            kind="department",
            raw=text,
            value=" ".join(text.split()),
            spans=(
                Span(line=segment.line, start=segment.start + start, end=segment.start + start + len(text)),
            ),
            score=score,
        )
        for segment in view.segments
        for start, text in _stretches(segment.text)
        for score in [
            _score(text) - 1.5 * view.address[segment.line] - (0.0 if text == segment.text else 0.1)
        ]
        if score > -1 and len(text) <= LONGEST
    )


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    yield 0, text
    for cut in re.finditer(r"\s*[,:]\s*|\s+[-–—]\s+", text):
        if cut.start() > 0:
            yield cut.end(), text[cut.end() :]
    if is_cjk(text):
        place = cjk_department_and_title(text)
        if place:
            yield 0, text[:place]
        for piece in text.split():
            if piece != text:
                yield text.find(piece), piece


def _score(text: str) -> float:
    score = -1.0 + 2.0 * department_evidence(text) - 1.5 * legal_forms(text)
    return score - (0.9 if title_heads(text) else 0.0)
