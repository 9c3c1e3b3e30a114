"""The country of an address: named by it, or told by its states, towns and postal codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.address.evidence import weigh
from cardscan.parse.address.postal import find_codes, fits, prefixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.parse.address.postal import PostalCode
    from cardscan.parse.address.words import Mention

SURE = 0.7
"""Belief in a postal code, to take the country from its form."""

NEAR = 3
"""Characters between a state and its postal code: "CA. 90000"."""

TELLING = ("NL", "PL", "PT")
"""Countries whose postal codes look like no other's, before a town that begins behind them."""

COMPASS = re.compile(r"[NS][EW]$")
"""Behind a house number in America: "1200 NW Sample Street"."""

TOWN = re.compile(r"\s+(?:['’]\s?)?[^\W\d_]")
"""A town behind a postal code: "'s-Hertogenbosch" begins with a sign."""

CODE_BEHIND = re.compile(r"\W{1,3}([\w-]+)")


def named_country(text: str, mentions: Sequence[Mention]) -> str | None:
    """The country that an address names, the last where it names several.

    Args:
        text: The address on one line.
        mentions: The lexicons' phrases in it.
    """
    named = [m for m in mentions if m.is_a("country") and (m.alone or is_last(text, m, mentions))]
    if not named:
        return None
    behind = CODE_BEHIND.match(text, named[-1].end)
    stated = [state for state in named[-1].regions("region") if behind and fits(behind[1], state)]
    return stated[0] if stated else min(named[-1].regions("country"))


def told_country(text: str, mentions: Sequence[Mention], region: str | None) -> str | None:
    """The country that an address's postal code, states or towns tell, else the guess.

    Args:
        text: The address on one line.
        mentions: The lexicons' phrases in it.
        region: The guess (ISO 3166-1 alpha-2), or None.
    """
    codes = [code for code in weigh(text, region).codes if code.region and code.belief >= SURE]
    beside = [code.region for code in codes for m in mentions if m.is_code and _is_beside(m, code)]
    formed = [code.region for code in codes if not code.text.isdigit()]
    told: tuple[Sequence[str | None], ...] = (
        [prefixed(text)],
        beside,
        [region] if region in formed else formed,
        *(_placed(text, mentions, kind, region) for kind in ("region", "city")),
        _coded(text, codes, region),
        [region] if region else _ending_state(text, mentions),
    )
    return next((found[0] for found in told if found and found[0]), None)


def _is_beside(area: Mention, code: PostalCode) -> bool:
    """Whether a state's short code stands right before a postal code of its country."""
    return code.region in area.regions("region") and 0 <= code.start - area.end <= NEAR


def _placed(text: str, mentions: Sequence[Mention], kind: str, region: str | None) -> list[str]:
    """The country of the last state or town that is spelled out, the guess first."""
    told = [m.regions(kind) for m in mentions if m.is_a(kind) and not m.is_code and _is_free(text, m)]
    return sorted(told[-1], key=lambda one: (one != region, one)) if told else []


def _is_free(text: str, place: Mention) -> bool:
    """Whether a place's name is not the beginning of a longer one: "Bergen op Zoom"."""
    return not re.match(r" [a-z]", text[place.end : place.end + 2])


def _coded(text: str, codes: Sequence[PostalCode], region: str | None) -> list[str | None]:
    """The country of the surest postal code; the guess, where the code may be its own."""
    if region and any(fits(code.text, region) for code in codes):
        return [region]
    if codes:
        agreeing = [code for code in codes if (code.side == "after") == bool(TOWN.match(text, code.end))]
        return [code.region for code in agreeing or codes]
    own = [] if region else [code for code in find_codes(text, TELLING) if TOWN.match(text, code.end)]
    return [code.region for code in own if code.region in TELLING and not COMPASS.search(code.text)]


def _ending_state(text: str, mentions: Sequence[Mention]) -> list[str]:
    """The country of a state's code that ends the address, where only one has it."""
    last = [m for m in mentions if m.is_code and m.alone and not text[m.end :].strip(" .)")]
    regions = last[-1].regions("region") if last else frozenset[str]()
    return list(regions) if len(regions) == 1 else []


def is_last(text: str, country: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether a country ends the address, behind a state or in a part without a street.

    Args:
        text: The address on one line.
        country: The phrase that names the country.
        mentions: All phrases.
    """
    if text[country.end :].strip(" .,;)"):
        return False
    start = max((text.rfind(sign, 0, country.start) for sign in ",;|•"), default=-1)
    part = [m for m in mentions if start < m.start < country.start]
    stated = bool(part) and part[-1].is_a("region") and country.start - part[-1].end <= NEAR
    streets = ("after_name", "after_name_unsure", "before_name", "building", "body")
    return stated or (start > 0 and not any(m.is_a(*streets) for m in part))
