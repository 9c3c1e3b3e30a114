"""Company names that the card's own domain completes or corrects.

A stylised logo is often read in part, or with a letter missing; the website and the
e-mail hold the same name in plain letters.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from cardscan.parse.evidence import WHOLE, domain_fit
from cardscan.parse.finders.company_evidence import brand_score
from cardscan.parse.record import Issue
from cardscan.parse.text import letters, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.candidate import Candidate
    from cardscan.parse.view import CardView

LEAST_LETTERS = 5
"""Fewest letters of a logo that a domain may correct: short ones are alike by chance."""

CLEAR = 0.95
"""Belief of the reader from which a word that differs from the domain is spelled so on purpose."""

LETTERS_OF_A_PIECE = 4
"""Letters below which large lettering is a piece of a drawn logo and no word."""

COST = 0.15
"""What a name that is the domain's, and not read as such, loses against one that is read so."""


def by_domain(view: CardView, found: Candidate) -> Iterator[Candidate]:
    """The name as the card's domain has it, where a one-word logo is a part or a misreading of that.

    Args:
        view: The card, with its domains.
        found: A company as it was read.
    """
    words, read = tokens(found.raw), letters(found.raw)
    near = [domain for domain in view.domains if words and len(found.spans) == 1 and read]
    printed = {letters(word) for segment in view.segments for word in tokens(segment.text)} if near else set()
    for domain in near:
        rest = _rest(read, domain) if len(words) == 1 and _has_pieces(view, found) else ""
        if rest and letters(rest) not in printed:
            yield _as(view, found, f"{_like(words[0], rest)} {words[0]}")
        elif letters(domain) not in printed and _is_misread(view, found, read, letters(domain)):
            yield _as(view, found, _like(words[0], domain))


def _has_pieces(view: CardView, found: Candidate) -> bool:
    """Whether large lettering beside a word was read as a letter or two: the rest of the logo."""
    tall = view.lines[found.lines[0]].height_px
    return any(
        line.height_px >= tall and len(letters(line.text)) < LETTERS_OF_A_PIECE
        for index, line in enumerate(view.lines)
        if index not in found.lines
    )


def _rest(read: str, domain: str) -> str:
    """What stands before the word in the domain, or nothing."""
    rest = domain.removesuffix(read).rstrip("-")
    is_rest = re.fullmatch(r"[a-z]{2,12}", rest) and domain.endswith(read)
    return rest if is_rest and len(read) >= LEAST_LETTERS else ""


def _is_misread(view: CardView, found: Candidate, read: str, domain: str) -> bool:
    """Whether a text that is hardly legible differs from the domain in one letter."""
    unclear = min(view.lines[index].confidence for index in found.lines) < CLEAR
    return unclear and len(domain) >= LEAST_LETTERS and Levenshtein.distance(read, domain) == 1


def _like(model: str, text: str) -> str:
    """A text in the letter case of another."""
    if model.isupper():
        return text.upper()
    return text.lower() if model.islower() else text.capitalize()


def _as(view: CardView, found: Candidate, value: str) -> Candidate:
    issue = Issue(
        code="company-repaired",
        message=f"{found.raw!r} was read of the company; {value!r} is what the domain says",
    )
    gain = brand_score(WHOLE) - brand_score(domain_fit(found.raw, view.brands)) - COST
    return replace(found, value=value, score=found.score + gain, issues=(*found.issues, issue))
