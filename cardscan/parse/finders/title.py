"""Job titles: segments with words of occupations and ranks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.text import is_cjk, tokens
from cardscan.parse.wording import (
    cjk_department_and_title,
    department_evidence,
    function_words,
    is_credential,
    is_given_name,
    legal_forms,
    organisation_words,
    title_heads,
    title_modifiers,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.view import CardView, Segment

LONGEST = 90
WORDS_AT_MOST = 11

ADDRESSED = frozenset(
    {
        "your",
        "our",
        "my",
        "ihr",
        "ihre",
        "dein",
        "deine",
        "unser",
        "unsere",
        "votre",
        "vos",
        "notre",
        "vuestro",
        "nuestro",
    }
    | {
        "nuestra",
        "seu",
        "sua",
        "nosso",
        "nossa",
        "vostro",
        "nostro",
        "uw",
        "jouw",
        "onze",
        "twój",
        "din",
        "ditt",
    }
)
"""First words of what a slogan offers: "Your travel manager"; nobody's title begins so."""


def find_titles(view: CardView) -> tuple[Candidate, ...]:
    """Job titles that a card may hold, in reading order.

    Args:
        view: The card without what checked finders took.

    Returns:
        Candidates with a score; above 0 a title is likelier than not.
    """
    return tuple(
        Candidate(
            kind="title",
            raw=text,
            value=" ".join(text.split()),
            spans=(
                Span(line=segment.line, start=segment.start + start, end=segment.start + start + len(text)),
            ),
            score=_score(view, segment, text),
        )
        for segment in view.segments
        for start, text in _stretches(segment.text)
        if len(text) <= LONGEST and not is_credentials(text)
    )


def is_credentials(text: str) -> bool:
    """Whether a text lists degrees and memberships and nothing else: "M.Tech (IIT), Ph.D, FIE"."""
    parts = [part for part in re.split(r"[,\s()&]+", text) if part]
    dotted = [
        part
        for part in parts
        if is_credential(part) or re.fullmatch(r"(?:[A-Z][a-z]{0,4}\.)+[A-Za-z]{0,5}\.?", part)
    ]
    return bool(parts) and 2 * len(dotted) >= len(parts) and not (title_heads(text) or legal_forms(text))


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The whole segment; what stands behind a name or before a department on one line."""
    yield 0, text
    comma = re.search(r"\s*,\s*|\s+[-–—:]\s+", text)
    if comma and comma.start() > 0:
        yield comma.end(), text[comma.end() :]
        yield 0, text[: comma.start()]
    if is_cjk(text):
        place = cjk_department_and_title(text)
        if place:
            yield place, text[place:]
        for piece in text.split() if " " in text else ():
            yield text.find(piece), piece


def _score(view: CardView, segment: Segment, text: str) -> float:
    heads = title_heads(text)
    count = len(tokens(text))
    score = -1.2 + 2.4 * bool(heads) + 0.3 * max(0, heads - 1) + 0.35 * title_modifiers(text)
    score -= 1.8 * legal_forms(text) + 0.35 * organisation_words(text)
    score -= 2.0 * view.address[segment.line] + 0.5 * max(0, function_words(text) - 2)
    score -= 0.4 * max(0, count - WORDS_AT_MOST)
    score -= 0.8 * bool(re.search(r"[.!?]$", text) and count > 3)
    score -= 0.8 * bool(re.search(r"\d", text))
    score -= 0.6 * max(0.0, segment.height - 1.5) + 1.0 * max(0.0, 0.85 - segment.confidence)
    score -= 1.6 * bool(count and tokens(text)[0].lower() in ADDRESSED)
    if count and is_given_name(tokens(text)[0]) and heads == 0:
        score -= 0.5
    if is_cjk(text) and any(department_evidence(part) for part in _cjk_parts(text)):
        score -= 0.6
    if any(department_evidence(part) > 0.5 for part in _behind_title(text)):
        score -= 0.9
    return score if text == segment.text else score - 0.25


def _cjk_parts(text: str) -> list[str]:
    place = cjk_department_and_title(text)
    return [text[:place]] if place else text.split()


def _behind_title(text: str) -> list[str]:
    """What stands behind commas and holds no title: the department of "Sales Manager, Export Department"."""
    first, *rest = re.split(r"\s*,\s*", text)
    return [part for part in rest if title_heads(first) and not title_heads(part)]
