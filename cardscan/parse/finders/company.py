"""Names of companies and other organisations."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.evidence import domain_fit, mailbox_fit
from cardscan.parse.finders.title import is_credentials
from cardscan.parse.text import CJK, bare, is_cjk, tokens
from cardscan.parse.wording import (
    department_evidence,
    ends_as_organisation,
    function_words,
    is_family_name,
    is_given_name,
    is_legal_form,
    legal_forms,
    organisation_words,
    title_heads,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.view import CardView, Segment

LONGEST = 90
LINES_AT_MOST = 3
TOP_SHARE = 0.15
SAME_HEIGHT = 0.72
"""Ratio of heights from which lines look like one name."""

OPEN_END = re.compile(r"(?:\b(?:of|and|the|for|de|da|do|der|für|und|et|y|e)|[&,\-])$", re.IGNORECASE)
OPEN_START = re.compile(r"(?:of|and|&|for|de|und|et|by)\b", re.IGNORECASE)
"""Words that leave a name open at the end of a line, or continue it at the start."""

SHORT_LEGAL_LINE = 4
"""Words of a line that completes a name with its legal form: "TECHNOLOGIES PVT. LTD."."""

ALIKE, LARGE = 0.85, 1.25
"""Ratio of heights of two lines of one lettering, and the height from which lettering is a logo's."""

LEAST_HEIGHT = 0.3
"""Least ratio of heights of lines that can form one name: a logo's second line is smaller."""


def find_companies(view: CardView) -> tuple[Candidate, ...]:
    """Organisations that a card may name, the likeliest first.

    Args:
        view: The card without what checked finders took.

    Returns:
        Candidates with a score; above 0 a company is likelier than not.
    """
    segments = [part for segment in view.segments for part in (segment, *_parts(segment))]
    found = [_candidate(view, run) for segment in segments for run in _runs(view, segment)]
    return tuple(sorted(found, key=lambda candidate: -candidate.score))


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
    if view.address[lower.line] > 0.5 or department_evidence(upper.text) > 0.5:
        return False
    if min(upper.height, lower.height) < LEAST_HEIGHT * max(upper.height, lower.height):
        return False
    return not title_heads(lower.text) and not (
        title_heads(upper.text) and not organisation_words(upper.text)
    )


def _candidate(view: CardView, run: tuple[Segment, ...]) -> Candidate:
    text = " ".join(segment.text for segment in run)
    fit = domain_fit(text, view.domains)
    score = _content_score(view, text, fit) + _place_score(view, run, fit)
    # "Baker & Smith LLP" is no title, "Sales Manager" above a company is no part of its name.
    score -= 1.8 * any(title_heads(part.text) and not legal_forms(part.text) for part in run)
    if len(run) > 1:
        score += _cohesion(view, run)
    return Candidate(
        kind="company",
        raw=text,
        value=" ".join(text.split()),
        spans=tuple(Span(line=part.line, start=part.start, end=part.end) for part in run),
        score=score,
    )


def _content_score(view: CardView, text: str, fit: float) -> float:
    words = tokens(text)
    kinds, legal = organisation_words(text), bool(legal_forms(text))
    score = -1.5 + 2.6 * legal + (0.55 if legal else 1.1) * bool(kinds) + 0.35 * (kinds > 1) + 2.2 * fit
    score -= 1.0 * department_evidence(text)
    joining = sum(
        bare(word) in ("of", "and", "the", "for", "de", "do", "da", "del", "der", "und", "et", "la", "e", "y")
        for word in words
    )
    score -= 0.7 * (function_words(text) - joining) + 0.3 * max(0, joining - 2)
    score -= (
        0.4 * min(2, _lower_among_capitals(words))
        + 0.4 * max(0, len(words) - 8)
        + 0.02 * max(0, len(text) - 60)
    )
    score -= 0.8 * bool(re.search(r"[.!?]$", text) and not legal_forms(text) and len(words) > 2)
    score -= 0.7 * bool(re.search(r"\d{3}", text)) + 0.8 * text.count(",") * (not legal_forms(text))
    score -= 2.5 * is_credentials(text) + 4.0 * is_legal_form(text)
    score += 0.8 * (is_cjk(text) and ends_as_organisation(text))
    score -= 0.8 * bool(OPEN_END.search(text))
    if _personal(words) and fit < 0.6:
        score -= 0.8
    if mailbox_fit(words, view.mailboxes) >= 0.8 and fit < 0.8:
        score -= 1.5
    return score


def _lower_among_capitals(words: list[str]) -> int:
    """How many words of weight are written small beside capitalised ones, as in a slogan."""
    small = [word for word in words if word.islower() and len(word) > 3]  # not "of", "and", "für"
    return len(small) if any(word[0].isupper() for word in words) else 0


def _personal(words: list[str]) -> bool:
    return len(words) in (2, 3) and is_given_name(words[0]) and is_family_name(words[-1])


def _place_score(view: CardView, run: tuple[Segment, ...], fit: float) -> float:
    height = sum(segment.height for segment in run) / len(run)
    address = sum(view.address[segment.line] for segment in run) / len(run)
    belief = min(segment.confidence for segment in run)
    score = 0.7 * min(1.5, max(0.0, height - 1.1)) - 2.4 * address * (1 - fit) - 2.5 * max(0.0, 0.9 - belief)
    score += 0.4 if max(segment.height for segment in run) >= 0.98 * view.tallest else 0.0
    score -= 1.2 * max(0.0, 0.9 - height)
    score += 0.2 if all(segment.alone for segment in run) else 0.0
    score += 0.3 if run[0].top < TOP_SHARE else 0.0
    text = run[0].text
    if not is_cjk(text) and len(text) <= 3:  # an abbreviation says little
        score -= 0.8
    return score


def _cohesion(view: CardView, run: tuple[Segment, ...]) -> float:
    """How much the lines of a run call for each other."""
    whole = domain_fit(" ".join(segment.text for segment in run), view.domains)
    parts = max(domain_fit(segment.text, view.domains) for segment in run)
    return 1.2 * (whole - parts) + sum(_bond(upper, lower) for upper, lower in pairwise(run))


def _bond(upper: Segment, lower: Segment) -> float:
    """How much two lines, one under the other, look like one name."""
    score = -1.4 if is_cjk(upper.text) else -0.6  # without spaces a name seldom needs a second line
    score += 1.3 * bool(OPEN_END.search(upper.text)) + 1.0 * bool(OPEN_START.match(lower.text))
    low, high = sorted((upper.height, lower.height))
    score += 0.3 if low > SAME_HEIGHT * high else -0.5
    score += 0.2 if upper.text.isupper() == lower.text.isupper() else -0.4
    score += 0.4 * bool(low > ALIKE * high and low > LARGE)
    kinds, more = organisation_words(upper.text), organisation_words(lower.text)
    score += 0.7 * bool(more and not kinds) - 0.5 * bool(kinds and not more) - 0.3 * bool(kinds and more)
    if legal_forms(upper.text):
        return score - 1.5
    return score + 0.9 * bool(legal_forms(lower.text) and len(tokens(lower.text)) <= SHORT_LEGAL_LINE)
