"""How much speaks for a text being the card's company."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from cardscan.parse.evidence import MOST, PART, WHOLE, domain_fit, mailbox_fit
from cardscan.parse.finders.title import is_credentials
from cardscan.parse.text import CJK, bare, is_cjk, letters, tokens
from cardscan.parse.wording import (
    completes_legal_form,
    department_evidence,
    ends_as_organisation,
    function_words,
    is_family_name,
    is_given_name,
    is_legal_form,
    legal_forms,
    names_another,
    organisation_words,
    title_heads,
    unglued,
)

if TYPE_CHECKING:
    from cardscan.parse.view import CardView, Segment

TOP_SHARE = 0.15
SAME_HEIGHT, LOGO_AND_SLOGAN = 0.6, 0.5
"""Ratio of heights from which lines look like one name, and below which like a name and a slogan."""

OPEN_END = re.compile(r"(?:\b(?:of|and|the|for|de|da|do|der|für|und|et|y|e)|[&,\-])$", re.IGNORECASE)
OPEN_START = re.compile(r"(?:of|and|&|for|de|und|et|by)\b", re.IGNORECASE)
"""Words that leave a name open at the end of a line, or continue it at the start."""

JOINING = frozenset(["of", "and", "the", "for", "de", "do", "da", "del", "der", "und", "et", "la", "e", "y"])
"""Little words that names of organisations hold."""

SENTENCE_END = re.compile(r"[^\W\d_]{3}[.!?]$")
"""What ends a slogan, and no name that goes on below."""

SHORT_LEGAL_LINE = 4
"""Words of a line that completes a name with its legal form: "TECHNOLOGIES PVT. LTD."."""

ALIKE, LARGE, LOGO = 0.85, 1.25, 1.5
"""Ratio of heights of two lines of one lettering; heights from which lettering is large, or a logo's."""

LETTERS_OF_AN_ECHO = 6
"""Fewest letters of a name that count when they stand on a second line."""

MOST_LINES = 60
"""Stretches of text that are searched for the name once more: a card has fewer, a page is none."""

ANOTHER = 4.0
"""What it costs to be named as somebody's member, dealer or partner."""

MOSTLY_READ = 0.7
"""Least share of a name's letters that a reader finds in a logo."""

WORDS_OF_AN_ACRONYM = 3
"""Fewest words of a name that a short form stands for."""


def company_score(view: CardView, run: tuple[Segment, ...]) -> float:
    """How much speaks for a run of lines being the company; above 0 more than against.

    Args:
        view: The card without what checked finders took.
        run: A segment, or several under each other.
    """
    text = unglued(" ".join(segment.text for segment in run))
    fit = _fit(view, text)
    score = _content_score(view, text, fit) + _place_score(view, run, fit) + _echo_score(view, run, text)
    # "Baker & Smith LLP" is no title, "Sales Manager" above a company is no part of its name.
    score -= 1.8 * any(title_heads(part.text) and not legal_forms(part.text) for part in run)
    score -= ANOTHER * any(names_another(part.text) for part in run)
    return score + (_cohesion(view, run) if len(run) > 1 else 0.0)


def _fit(view: CardView, text: str) -> float:
    """How well a text explains a domain; the kind of an organisation behind the brand takes little off."""
    fit = domain_fit(text, view.brands)
    name = letters(text)
    behind = any(name.startswith(letters(brand)) and name != letters(brand) for brand in view.brands)
    return (fit + WHOLE) / 2 if fit >= MOST and behind and organisation_words(text) else fit


def _content_score(view: CardView, text: str, fit: float) -> float:
    words = tokens(text)
    kinds, legal = organisation_words(text), bool(legal_forms(text))
    score = (
        -1.5 + 2.6 * legal + (0.55 if legal else 1.25) * bool(kinds) + 0.35 * (kinds > 1) + brand_score(fit)
    )
    score -= 1.0 * department_evidence(text)
    joining = sum(bare(word) in JOINING for word in words)
    score -= 0.7 * (function_words(text) - joining) + 0.3 * max(0, joining - 2)
    score -= (
        0.4 * min(2, _lower_among_capitals(words))
        + 0.4 * max(0, len(words) - 8)
        + 0.02 * max(0, len(text) - 60)
    )
    score -= 0.8 * bool(re.search(r"[.!?]$", text) and not legal_forms(text) and len(words) > 2)
    score -= 0.7 * bool(re.search(r"\d{3}", text)) + _commas(text)
    score -= 2.5 * is_credentials(text) + 4.0 * is_legal_form(text)
    score += 0.8 * (is_cjk(text) and ends_as_organisation(text)) - 0.2 * _mixes_scripts(text)
    score -= 0.8 * bool(OPEN_END.search(text)) + 0.8 * bool(text.islower() and len(words) > 3)
    if _personal(words) and fit < 0.6:
        score -= 0.8
    if mailbox_fit(words, view.mailboxes) >= 0.8 and fit < 0.8:
        score -= 1.5
    return score


def brand_score(fit: float) -> float:
    """What a fit with a domain is worth: a part of it says much less than most of it."""
    return 2.2 * fit if fit >= MOST else 1.0 if fit >= PART else 0.5 * bool(fit)


def _commas(text: str) -> float:
    """What commas cost: they make a list, but one between an institution and its city, or in a legal form."""
    count = text.count(",")
    return 0.0 if legal_forms(text) else 0.8 * count - 0.5 * (count == 1 and organisation_words(text) > 0)


def _mixes_scripts(text: str) -> bool:
    """Whether a logo's letters stand before a name in Chinese, Japanese or Korean."""
    return bool(CJK.search(text) and re.search(r"[A-Za-z]{2}", text) and not legal_forms(text))


def _lower_among_capitals(words: list[str]) -> int:
    """How many words of weight are written small beside capitalised ones, as in a slogan."""
    small = [word for word in words if word.islower() and len(word) > 3]  # not "of", "and", "für"
    return len(small) if any(word[0].isupper() for word in words) else 0


def _personal(words: list[str]) -> bool:
    return len(words) in (2, 3) and is_given_name(words[0]) and is_family_name(words[-1])


def _echo_score(view: CardView, run: tuple[Segment, ...], text: str) -> float:
    """What the card's other lines say: the name once more, or its short form."""
    lines = {segment.line for segment in run}
    others = [
        one for one in view.segments[:MOST_LINES] if one.line not in lines and view.address[one.line] < 0.5
    ]
    name = letters(text)
    score = 0.4 * any(_echoes(name, letters(one.text)) for one in others)
    score -= 1.5 * any(_is_read_in_part(name, letters(one.text)) for one in others)
    if len(tokens(text)) < WORDS_OF_AN_ACRONYM:
        return score
    short = [letters(one.text) for one in others if 2 * len(one.text) < len(text) and " " in text]
    return score + 0.8 * (domain_fit(text, [one for one in short if one[:1] == name[:1]]) >= MOST)


def _echoes(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= LETTERS_OF_AN_ECHO and short in long


def _is_read_in_part(name: str, other: str) -> bool:
    """Whether a line has all letters of a name and a few between them: a reader loses some of a logo's."""
    if not LETTERS_OF_AN_ECHO <= len(name) < len(other) or len(name) < MOSTLY_READ * len(other):
        return False
    rest = iter(other)
    return all(letter in rest for letter in name) and name not in other


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
    whole = _fit(view, " ".join(segment.text for segment in run))
    parts = max(_fit(view, segment.text) for segment in run)
    return 1.2 * (whole - parts) + sum(_bond(upper, lower) for upper, lower in pairwise(run))


def _bond(upper: Segment, lower: Segment) -> float:
    """How much two lines, one under the other, look like one name."""
    if is_cjk(upper.text) != is_cjk(lower.text):  # the same name in another script
        return -1.5
    if completes_legal_form(upper.text, lower.text):
        return 2.0
    score = -1.4 if is_cjk(upper.text) else -0.6  # without spaces a name seldom needs a second line
    score += 1.3 * bool(OPEN_END.search(upper.text)) + 1.0 * bool(OPEN_START.match(lower.text))
    low, high = sorted((upper.height, lower.height))
    score += 0.3 if low > SAME_HEIGHT * high else -0.5 if low > LOGO_AND_SLOGAN * high else -0.9
    score += 0.2 if upper.text.isupper() == lower.text.isupper() else -0.4
    score += 0.4 * bool(low > ALIKE * high and low > LARGE) + 0.3 * bool(low > LOGO)
    kinds, more = organisation_words(upper.text), organisation_words(lower.text)
    score += 0.7 * bool(more and not kinds) - 0.5 * bool(kinds and not more) - 0.3 * bool(kinds and more)
    if legal_forms(upper.text):
        return score - 1.5
    score -= 1.0 * bool(SENTENCE_END.search(upper.text))
    return score + 0.9 * bool(legal_forms(lower.text) and len(tokens(lower.text)) <= SHORT_LEGAL_LINE)
