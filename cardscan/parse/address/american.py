"""Addresses in the United States, taken apart by ``usaddress``.

It was trained on addresses and knows where a street ends that no comma ends; the
other countries' rules need one.  What it says is taken only where it is whole: a
town, and no state that is none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cardscan.parse.address.postal import fits
from cardscan.parse.address.western import EDGE, clean, is_town, part_start, trailing_country
from cardscan.parse.lexicons import table
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.parse.address.words import Mention

NAMES = {"PlaceName": "city", "StateName": "region", "ZipCode": "postal_code", "ZipPlus4": "postal_code"}
"""The labels of usaddress that are not the street's."""

SEPARATOR = re.compile(r" [|•·–—-] ")
"""Between the parts on one line; usaddress knows commas."""

Stretch = tuple[int, int]
"""Index of the first character and index after the last."""

SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a character, which a saved reading can hold and the library does not take."""


def american_parts(text: str, mentions: Sequence[Mention]) -> dict[str, str] | None:
    """Street, city, region and postal code of an address in the United States.

    Args:
        text: The address on one line.
        mentions: The lexicons' phrases in it.

    Returns:
        The parts as they are printed, or None where usaddress finds no town or takes
        something else for the state.
    """
    plain = SEPARATOR.sub(",  ", text[: trailing_country(text, mentions)])
    stretches = _stretches(plain)
    state = _stretch(plain, stretches, "region")
    city = _stretch(plain, stretches, "city") or _stretch(plain, _ahead(stretches, state), "region")
    code = _code(plain, stretches)
    if city is None or any(stretch[0] < city[1] for stretch in (state, code) if stretch):
        return None
    state = _state(text, mentions, city, state)
    end = state[0] if state else city[1]
    start = _town_start(text, mentions, (city[0], end))
    if (state and _key(text[slice(*state)]) not in _states()) or _is_unit(mentions, start):
        return None
    found = {
        "street": clean(text[:start]),
        "city": clean(text[start:end]),
        "region": _undotted(text[slice(*state)].strip(EDGE)) if state else "",
        "postal_code": text[slice(*code)] if code else "",
    }
    return found if _is_whole(found) else None


def _stretches(plain: str) -> list[tuple[str, Stretch]]:
    """What each word of an address is, and where it stands."""
    import usaddress  # noqa: PLC0415 - its model is loaded where the first American address is

    found, at = [], 0
    for token, label in usaddress.parse(SURROGATE.sub("?", plain)):
        word = token.strip(", ")
        start = plain.find(word, at)
        if start >= 0:
            at = start + len(word)
            found.append((NAMES.get(label, "street"), (start, at)))
    return found


def _stretch(plain: str, stretches: Sequence[tuple[str, Stretch]], name: str) -> Stretch | None:
    """Where a part stands: its last words, up to the comma in front of them."""
    kept: list[Stretch] = []
    for start, end in _backwards(stretches, name):
        if kept and plain[end : kept[0][0]].strip(" .-"):
            break
        kept.insert(0, (start, end))
    return (kept[0][0], kept[-1][1]) if kept else None


def _ahead(stretches: Sequence[tuple[str, Stretch]], state: Stretch | None) -> list[tuple[str, Stretch]]:
    """What stands before the state: of "Exampleton, Mass." usaddress takes both for one."""
    return [one for one in stretches if state and one[1][1] <= state[0]]


def _code(plain: str, stretches: Sequence[tuple[str, Stretch]]) -> Stretch | None:
    """The last word that has the form of a ZIP code; a mail stop behind it has not."""
    words = ((start, end - (plain[end - 1] == ".")) for start, end in _backwards(stretches, "postal_code"))
    return next((word for word in words if fits(plain[slice(*word)], "US")), None)


def _backwards(stretches: Sequence[tuple[str, Stretch]], name: str) -> Iterator[Stretch]:
    return (stretch for own, stretch in reversed(stretches) if own == name)


def _state(text: str, mentions: Sequence[Mention], city: Stretch, state: Stretch | None) -> Stretch | None:
    """The state without the town's last word, which usaddress may take with it."""
    end = state[1] if state else city[1]
    named = [m for m in mentions if m.end == end and m.start > city[0] and "US" in m.regions("region")]
    return (named[-1].start, end) if named and text[named[-1].start - 1] in " ,(" else state


def _is_unit(mentions: Sequence[Mention], start: int) -> bool:
    """Whether a "town" begins with a part of a building: "Ground Floor St. Louis"."""
    return any(m.is_a("unit") and m.start == start for m in mentions)


def _town_start(text: str, mentions: Sequence[Mention], city: Stretch) -> int:
    """Where the town begins: with its line, where nothing of a street stands on that."""
    start = part_start(text, city[0])
    return start if start and is_town(text, start, city[1], mentions) else city[0]


def _undotted(state: str) -> str:
    """A state without the dot of its line: "UT.", but "N.Y."."""
    return state.removesuffix(".") if state.count(".") == 1 else state


def _is_whole(found: dict[str, str]) -> bool:
    return bool(found["city"]) and sum(char.isalnum() for char in found["street"]) > 1


@cache
def _states() -> frozenset[str]:
    listed = table("regions")["US"]
    return frozenset(_key(name) for kind in ("codes", "names", "spellings") for name in listed[kind])


def _key(name: str) -> str:
    return "".join(char for char in bare(name) if char.isalpha())
