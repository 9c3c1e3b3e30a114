"""An address in parts: street, city, region, postal code and country.

A part that is not plain is left out: the address as printed is always there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.parse.address.east_asia import east_asian_country, east_asian_parts
from cardscan.parse.address.evidence import weigh
from cardscan.parse.address.postal import find_codes, fits
from cardscan.parse.address.words import country_name, mentions_of, words_of
from cardscan.parse.text import is_cjk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.parse.address.postal import PostalCode
    from cardscan.parse.address.words import Mention

LEAST_BELIEF = 0.35
"""In a postal code, inside what is known to be an address."""

SURE = 0.7
"""In a postal code, to take the country from its form."""

NEAR = 3
"""Characters between a state and its postal code: "CA. 90000"."""

MOST_CITY_WORDS = 4

BREAK = re.compile(r"[,;|•·()]|(?<=[^\W\d_]{4})\.\s|(?<=\d)\.\s|\s[-–—]\s?|[-–—]\s|[-–—]$")
"""Between the parts of an address in one text."""

CODE_LABEL = re.compile(
    r"[\s,;|.(-]*\b(?:cep|c\.p\.|post\s?code|postal code|zip(?: code)?|pin(?:\s?code)?|plz)\s*[:.-]?\s*$",
    re.IGNORECASE,
)

COUNTRY_PREFIX = re.compile(r"(?:^|(?<=[\s,]))[A-Z]{1,3}-$|〒$")

CEDEX = re.compile(r"\s+cedex(?:\s*\d+)?$", re.IGNORECASE)
"""A sorting office's mark behind a French town."""

EDGE = " \t,;:|/-–—•·()"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Town:
    """Where the town stands in an address, and what stands around it."""

    city: str | None
    start: int


def address_parts(texts: Sequence[str], region: str | None) -> tuple[tuple[str, str], ...]:
    """The named parts of an address.

    Args:
        texts: Its lines as printed, without labels.
        region: A guess of its country (ISO 3166-1 alpha-2), or None.

    Returns:
        Pairs of name and value among ``street``, ``city``, ``region``,
        ``postal_code`` and ``country`` (in English), in this order.

    Example:
        >>> dict(address_parts(["12 High Street", "Exampleton, CA 90000"], None))["city"]
        'Exampleton'
    """
    text = ", ".join(texts)
    mentions = mentions_of(text, words_of(text))
    country = _named_country(mentions)
    if is_cjk(text):
        country = country or east_asian_country(text) or region
        found = east_asian_parts("".join(texts), country)
    else:
        country = country or _told_country(text, mentions, region)
        found = _western(text, mentions, country)
    found["country"] = (country_name(country) if country else None) or ""
    order = ("street", "city", "region", "postal_code", "country")
    return tuple((key, found[key]) for key in order if found.get(key))


def _named_country(mentions: Sequence[Mention]) -> str | None:
    """The country that an address names, the last where it names several."""
    named = [m.regions("country") for m in mentions if m.alone and m.is_a("country")]
    return min(named[-1]) if named else None


def _told_country(text: str, mentions: Sequence[Mention], region: str | None) -> str | None:
    """The country that an address's states, towns or postal code tell, else the guess."""
    codes = [code for code in weigh(text, region).codes if code.region and code.belief >= SURE]
    beside = [code for code in codes for m in mentions if m.is_code and _is_beside(m, code)]
    if beside:
        return beside[0].region
    for kind in ("region", "city"):
        told = [m.regions(kind) for m in mentions if m.is_a(kind) and not m.is_code]
        if told:
            return region if region in told[-1] else min(told[-1])
    return codes[0].region if codes else region


def _is_beside(area: Mention, code: PostalCode) -> bool:
    """Whether a state's short code stands right before a postal code of its country."""
    return code.region in area.regions("region") and 0 <= code.start - area.end <= NEAR


def _western(text: str, mentions: Sequence[Mention], country: str | None) -> dict[str, str]:
    code = _code(text, mentions, country)
    area = _area(mentions, code, country)
    town = _town(text, mentions, code, area)
    found = {"street": _clean(text[: town.start]), "city": town.city or ""}
    if area:
        dotted = text[area.start : area.end + 1].endswith(".") and "." in text[area.start : area.end]
        found["region"] = text[area.start : area.end + dotted]
    if code:
        found["postal_code"] = code.text
    if not _has_street(found["street"]):
        found.pop("street")
    return found


def _code(text: str, mentions: Sequence[Mention], country: str | None) -> PostalCode | None:
    found = find_codes(text, (country,) if country else ())
    codes = [
        code
        for code in found
        if code.belief >= LEAST_BELIEF
        and (code.region or code.side == "before" or _leads_town(text, mentions, code))
    ]
    own = [code for code in codes if not country or code.region == country or fits(code.text, country)]
    # House numbers open an address; where several could be the code it is the last.
    return max(own, key=lambda code: (code.belief, code.start), default=None)


def _leads_town(text: str, mentions: Sequence[Mention], code: PostalCode) -> bool:
    """Whether a number of unknown country stands before a town and not before a street."""
    return _after(text, mentions, code, None).city is not None


def _area(mentions: Sequence[Mention], code: PostalCode | None, country: str | None) -> Mention | None:
    """The state or province, near the end or beside the code."""
    found = [m for m in mentions if m.is_a("region") and (not country or country in m.regions("region"))]
    near = [m for m in found if m.alone or (code and 0 <= code.start - m.end <= NEAR)]
    names = [m for m in near if not m.is_a("city") or not code or m.start > code.end]
    return names[-1] if names else None


def _town(text: str, mentions: Sequence[Mention], code: PostalCode | None, area: Mention | None) -> _Town:
    if code is None:
        return _named_town(text, mentions, area)
    after = _after(text, mentions, code, area)
    if code.side == "after" and after.city:
        return after
    return _before(text, mentions, min(code.start, area.start) if area else code.start)


def _after(text: str, mentions: Sequence[Mention], code: PostalCode, area: Mention | None) -> _Town:
    """The town behind a code: "80331 München"."""
    start = code.end + len(text[code.end :]) - len(text[code.end :].lstrip(" ,|-"))
    cut = BREAK.search(text, start)
    end = cut.start() if cut else len(text)
    end = min(end, area.start) if area and area.start > start else end
    city = CEDEX.sub("", _clean(text[start:end]))
    head = COUNTRY_PREFIX.sub("", text[: code.start])
    head = CODE_LABEL.sub("", head)
    return _Town(city=city if _is_town(city, start, mentions) else None, start=len(head))


def _before(text: str, mentions: Sequence[Mention], end: int) -> _Town:
    """The town in front of a place: of the code, or of the state before it."""
    head = CODE_LABEL.sub("", text[:end]).rstrip(EDGE + ".")
    countries = [m.start for m in mentions if m.is_a("country") and not m.is_a("city") and m.end == len(head)]
    head = head[: countries[-1]].rstrip(EDGE + ".") if countries else head
    breaks = [cut.end() for cut in BREAK.finditer(head)]
    start = breaks[-1] if breaks else 0
    city = _clean(head[start:])
    if _is_town(city, start, mentions):
        return _Town(city=city, start=start)
    known = [m for m in mentions if m.is_a("city") and start <= m.start and m.end == len(head)]
    if known:
        return _Town(city=text[known[-1].start : known[-1].end], start=known[-1].start)
    return _Town(city=None, start=len(head))


def _named_town(text: str, mentions: Sequence[Mention], area: Mention | None) -> _Town:
    known = [m for m in mentions if m.is_a("city") and m.alone]
    if known:
        return _Town(city=text[known[-1].start : known[-1].end], start=known[-1].start)
    if area and area.start:
        return _before(text, mentions, area.start)
    last = [m.start for m in mentions if m.is_a("country") and m.alone]
    return _Town(city=None, start=last[-1] if last else len(text))


def _is_town(city: str, start: int, mentions: Sequence[Mention]) -> bool:
    """Whether a text can be a town's name: few words, no digits, no street."""
    words = city.split()
    if not words or len(words) > MOST_CITY_WORDS or any(char.isdigit() for char in city):
        return False
    inside = [m for m in mentions if start <= m.start < start + len(city) + 2]
    streets = ("after_name", "before_name", "unit", "landmark", "box", "district", "building", "house")
    whole_country = any(m.is_a("country") and not m.is_a("city") for m in inside)
    return not whole_country and (
        any(m.is_a("city") for m in inside) or not any(m.is_a(*streets) for m in inside)
    )


def _has_street(text: str) -> bool:
    return sum(char.isalpha() for char in text) > 1


def _clean(text: str) -> str:
    """A part without what set it apart; brackets stay in pairs."""
    kept = CODE_LABEL.sub("", text).strip(EDGE).removesuffix(".")
    if kept.count("(") > kept.count(")"):
        kept += ")"
    return re.sub(r"\s*,(?:\s*,)+", ",", kept)
