"""Names of companies and other organisations."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.finders.company_evidence import company_score
from cardscan.parse.finders.company_repair import by_domain
from cardscan.parse.finders.title import is_credentials
from cardscan.parse.text import CJK, is_cjk
from cardscan.parse.wording import department_evidence, organisation_words, title_heads, unglued

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.view import CardView, Segment

LINES_AT_MOST = 3

LONGEST = 160
"""Characters on one line of the longest name; running text is longer."""

LEAST_HEIGHT = 0.3
"""Least ratio of heights of lines that can form one name: a logo's second line is smaller."""


def find_companies(view: CardView) -> tuple[Candidate, ...]:
    """Organisations that a card may name, the likeliest first.

    Args:
        view: The card without what checked finders took.

    Returns:
        Candidates with a score; above 0 a company is likelier than not.
    """
    short = [segment for segment in view.segments if len(segment.text) <= LONGEST]
    segments = [part for segment in short for part in (segment, *_parts(segment))]
    read = [_candidate(view, run) for segment in segments for run in _runs(view, segment)]
    better = (other for one in read for other in by_domain(view, one))
    return tuple(sorted([*read, *better], key=lambda candidate: -candidate.score))


def _parts(segment: Segment) -> Iterator[Segment]:
    """What may be a company beside something else on its line: a title behind it, another script."""
    text = segment.text
    cut = re.search(r"\s*,\s+|\s+[-–—]\s+", text)
    if cut and title_heads(text[cut.end() :]) and not title_heads(text[: cut.start()]):
        yield segment.part(0, cut.start())
    for piece in re.finditer(r"[A-Za-z][\x21-\x7e ]*[\x21-\x7e]|[^\x00-\x7f][^A-Za-z]*[^\x00-\x7f]", text):
        if CJK.search(text) and piece.group() != text and is_cjk(piece.group()):
            yield replace(segment.part(piece.start(), piece.end()), alone=segment.alone)


def _runs(view: CardView, segment: Segment) -> Iterator[tuple[Segment, ...]]:
    """A segment alone, and with the lines under it that may continue the name."""
    run: tuple[Segment, ...] = (segment,)
    yield run
    while len(run) < LINES_AT_MOST:
        below = view.next_below(run[-1])
        if below is None or below in run or not _may_continue(view, run[-1], below):
            return
        run = (*run, below)
        yield run


def _may_continue(view: CardView, upper: Segment, lower: Segment) -> bool:
    if len(lower.text) > LONGEST:
        return False
    if max(view.address[upper.line], view.address[lower.line]) > 0.5 or department_evidence(upper.text) > 0.5:
        return False
    if min(upper.height, lower.height) < LEAST_HEIGHT * max(upper.height, lower.height):
        return False
    if is_credentials(upper.text) or is_credentials(lower.text):
        return False
    return not title_heads(lower.text) and not (
        title_heads(upper.text) and not organisation_words(upper.text)
    )


def _candidate(view: CardView, run: tuple[Segment, ...]) -> Candidate:
    text = " ".join(segment.text for segment in run)
    return Candidate(
        kind="company",
        raw=text,
        value=unglued(text).strip("+*• "),
        spans=tuple(Span(line=part.line, start=part.start, end=part.end) for part in run),
        score=company_score(view, run),
    )
