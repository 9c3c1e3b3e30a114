"""How much a text looks like part of a postal address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import TYPE_CHECKING

from cardscan.parse.address.postal import find_codes
from cardscan.parse.address.signs import PART_END, signs_of
from cardscan.parse.address.words import Mention, mentions_of, words_of

if TYPE_CHECKING:
    from cardscan.parse.address.postal import PostalCode

ANCHORS = frozenset({"code", "street number", "house", "box", "east asian"})
"""Signs of which an address has at least one."""

STRONG = 0.6
"""Belief from which a line with an anchor is address by itself."""

BARRED_SHARE = 0.2
"""What is left of the belief in a line that is a company, a title or a contact line."""

BODY_SHARE = 0.6
"""What is left of the belief in a line that names a school, a firm or an authority."""

CONTACT = re.compile(r"[@\\]|\bwww\b|https?:|\+\s?\d{2,3}[\s(-]*\d|\.com\b", re.IGNORECASE)
"""What belongs to an e-mail, a website or a phone."""

SENTENCE = re.compile(r"[!?]|\.{3}|\b(?:we|our|your|you|all kinds|etc)\b", re.IGNORECASE)
"""Advertising and running text."""

BOX_GAP = 2
"""Characters between "CS" or "P.O. Box" and its number: a dot and a space."""

MOST_COUNTRIES = 2
"""More of them on a line are where a firm does business."""

MOST_SLASHES = 3
"""More of them are the number of a registration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a text shows.

    Attributes:
        belief: How much it looks like part of an address, in [0, 1].
        signs: The signs found, by name.
        codes: Postal codes in it, the surest first.
        barred: Whether it is something else: a company, a title, a contact line.
        body: Whether it names a school, a firm or an authority, which may stand
            inside an address but opens none.
        regions: ISO codes of the countries whose names, cities or states it spells out.
    """

    belief: float
    signs: frozenset[str]
    codes: tuple[PostalCode, ...]
    barred: bool
    body: bool
    regions: frozenset[str]


def line_evidence(text: str, region: str | None) -> float:
    """How much a line alone looks like part of an address.

    Args:
        text: The line as read.
        region: A guess of its country (ISO 3166-1 alpha-2), for postal codes.

    Returns:
        A belief in [0, 1].

    Example:
        >>> line_evidence("12 High Street, London", None) > 0.6 > line_evidence("Ada Byron", None)
        True
    """
    return weigh(text, region).belief


@lru_cache(maxsize=2048)
def weigh(text: str, region: str | None) -> Evidence:
    """What speaks for and against a text as part of an address.

    Args:
        text: A line or a part of one.
        region: A guess of its country, for postal codes, or None.
    """
    found = words_of(text)
    mentions = mentions_of(text, found)
    codes = tuple(
        code
        for code in find_codes(text, _regions(mentions, codes=True) | ({region} if region else set()))
        if not is_other_number(text, code, mentions)
    )
    weights = signs_of(text, found, mentions, codes)
    belief = 1 - prod(1 - weight for weight in weights.values())
    sure = belief >= STRONG and not ANCHORS.isdisjoint(weights)
    barred = bool(CONTACT.search(text)) or (not sure and _is_other(text, mentions))
    body = not sure and _is_body(mentions) and weights.keys().isdisjoint({"landmark", "opening number"})
    return Evidence(
        belief=belief * (BARRED_SHARE if barred else 1.0) * (BODY_SHARE if body else 1.0),
        signs=frozenset(weights),
        codes=codes,
        barred=barred,
        body=body,
        regions=_regions(mentions, codes=False),
    )


def is_other_number(text: str, code: PostalCode, mentions: tuple[Mention, ...]) -> bool:
    """Whether a number is that of a post box ("CS 12345") or of a house ("19242 Sample Way").

    Args:
        text: The text that it stands in.
        code: What may be a postal code.
        mentions: The lexicons' phrases in the text.
    """
    if any(
        m.is_a("box") and not m.is_a("code_label") and 0 < code.start - m.end <= BOX_GAP for m in mentions
    ):
        return True
    behind = [m for m in mentions if m.start > code.end and not PART_END.search(text, code.end, m.start)]
    street = any(m.is_a("after_name", "after_name_unsure") for m in behind)
    return street and code.side == "before" and code.text.isdigit()


def _regions(mentions: tuple[Mention, ...], *, codes: bool) -> frozenset[str]:
    """The countries that a text names; ``codes`` adds those of its states' short codes."""
    named = [mention for mention in mentions if codes or not mention.is_code]
    return frozenset(r for mention in named for r in mention.regions("country", "region", "city"))


def _is_body(mentions: tuple[Mention, ...]) -> bool:
    """Whether a school, a firm or an authority is named; not "Office Building", not "Unit 4"."""
    named = [m.is_a("building", "city", "unit") for m in mentions if m.is_a("body", "building", "city")]
    return bool(named) and not named[-1]


def _is_other(text: str, mentions: tuple[Mention, ...]) -> bool:
    """Whether a text without a sure address in it is a company, a title, a list or a sentence."""
    firm = any(m.is_a("legal") and not m.is_a("region", "country", "after_name") for m in mentions)
    role = any(m.is_a("role", "registration") and not m.is_a("building", "city") for m in mentions)
    listed = sum(m.is_a("country") for m in mentions) > MOST_COUNTRIES or text.count("/") > MOST_SLASHES
    return firm or role or listed or bool(SENTENCE.search(text))
