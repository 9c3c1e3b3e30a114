"""Addresses in letters: the street first, then the town beside its postal code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.parse.address.country import is_last
from cardscan.parse.address.evidence import is_other_number
from cardscan.parse.address.postal import find_codes, fits
from cardscan.parse.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.parse.address.postal import PostalCode
    from cardscan.parse.address.words import Mention

LEAST_BELIEF = 0.35
"""In a postal code, inside what is known to be an address."""

MOST_CITY_WORDS = 5

BREAK = re.compile(r"[,;|•·()]|(?<=[^\W\d_]{4})\.\s|(?<=\d)\.\s|\s[-–—]\s?|[-–—]\s|[-–—]$")
"""Between the parts of an address in one text."""

CODE_LABEL = re.compile(
    r"[\s,;|.(–-]*\b(?:cep|c\.p\.|post\s?code|postal code|zip(?: code)?|pin(?:\s?code)?|plz)\s*[:.–-]*\s*$",
    re.IGNORECASE,
)

COUNTRY_PREFIX = re.compile(r"(?:^|(?<=[\s,]))[A-Z]{1,3}-$|〒$")

CEDEX = re.compile(r"\s+cedex(?:\s*\d+)?$", re.IGNORECASE)
"""A sorting office's mark behind a French town."""

BRACKET = re.compile(r"\s*\(([^()\d]{2,30})\)")
"""What stands in brackets behind a town."""

REMARK = re.compile(r"\([^()]*\)?\W*$")
"""How to find the door, in brackets at the end."""

PROVINCE_COUNTRIES = frozenset({"ES", "FR", "IT", "PT"})
"""Where the brackets hold a province; elsewhere they tell two towns of one name apart."""

PROVINCE_CODE = re.compile(r"(?<=[^\W\d_] )[A-Z]{2}$")
"""An Italian province behind its town: "Milano MI"."""

SHORT_STATE = re.compile(r"(?<![^\W\d_])(?:[A-Z]\.\s?){1,2}[A-Z]\.?(?=\W*$)|\b[A-Z][A-Za-z]{1,2}(?=\W*$)")
"""A state's code with dots or in small letters: "N.S.", "Qld"."""

PROVINCE_WORD = re.compile(r"\s+(?:Province|Prov|Prefecture|Pref|State)\b", re.IGNORECASE)

CITY_SUFFIX = re.compile(r"-(?:si|gun|shi)\b", re.IGNORECASE)
"""Behind Korean and Japanese towns in Latin letters."""

EDGE = " \t,;:|/-–—•·()"

STREET_WORDS = ("after_name", "before_name", "landmark", "box", "district", "building", "house")
"""Kinds of words that no town's name holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Area:
    """Where the state stands in an address."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Town:
    """The town of an address.

    Attributes:
        city: Its name, or None where none is plain.
        start: Where the street ends.
        area: The state that stands with the town, as text.
    """

    city: str | None
    start: int
    area: str = ""


def western_parts(text: str, mentions: Sequence[Mention], country: str | None) -> dict[str, str]:
    """Street, city, region and postal code of an address in letters.

    Args:
        text: The address on one line.
        mentions: The lexicons' phrases in it.
        country: ISO code of its country, or None.
    """
    code = _code(text, mentions, country)
    area = _area(text, mentions, code, country)
    town = _town(text, mentions, code, area, country)
    found = {"street": clean(text[: town.start]), "city": town.city or "", "region": town.area}
    if area:
        dotted = text[area.start : area.end + 1].endswith(".") and "." in text[area.start : area.end]
        found["region"] = text[area.start : area.end + dotted]
    if code:
        found["postal_code"] = re.sub(r"\s+", " ", code.text)
    if not _has_street(found["street"]):
        found.pop("street")
    return found


def _code(text: str, mentions: Sequence[Mention], country: str | None) -> PostalCode | None:
    found = find_codes(text, (country,) if country else ())
    codes = [
        code
        for code in found
        if code.belief >= LEAST_BELIEF
        and not is_other_number(text, code, tuple(mentions))
        and (code.region or code.side == "before" or _leads_town(text, mentions, code))
    ]
    own = [code for code in codes if not country or code.region == country or fits(code.text, country)]
    # House numbers open an address; where several could be the code it is the last.
    return max(own, key=lambda code: (code.belief, code.start), default=None)


def _leads_town(text: str, mentions: Sequence[Mention], code: PostalCode) -> bool:
    """Whether a number of unknown country stands before a town and not before a street."""
    return _after(text, mentions, code, None, None).city is not None


def _area(
    text: str, mentions: Sequence[Mention], code: PostalCode | None, country: str | None
) -> _Area | None:
    """The state or province, near the end or beside the code."""
    found = [m for m in mentions if m.is_a("region") and (not country or country in m.regions("region"))]
    near = [
        m for m in found if (m.alone and not m.is_code) or _is_near(text, m, code) or _ends(text, m, mentions)
    ]
    names = [m for m in near if not m.is_a("city") or not code or m.start > code.end]
    if not names:
        return _short_area(text, code, country)
    word = PROVINCE_WORD.match(text, names[-1].end)
    return _Area(start=names[-1].start, end=word.end() if word else names[-1].end)


def _is_near(text: str, area: Mention, code: PostalCode | None) -> bool:
    """Whether nothing but a label stands between a state and the code."""
    if code is None or code.start < area.end:
        return False
    between = PROVINCE_WORD.sub("", text[area.end : code.start], count=1)
    return not CODE_LABEL.sub("", between).strip(EDGE + ".")


def _ends(text: str, area: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether nothing but a country or a remark in brackets stands behind a state."""
    behind = text[area.end : trailing_country(text, mentions)]
    return not REMARK.sub("", behind).strip(EDGE + ".")


def _short_area(text: str, code: PostalCode | None, country: str | None) -> _Area | None:
    """A state's code right before the postal code, in another form than the lexicon's."""
    if code is None or code.side != "before" or country is None:
        return None
    match = SHORT_STATE.search(CODE_LABEL.sub("", text[: code.start]))
    codes = table("regions").get(country, {}).get("codes", ())
    if match is None or "".join(char for char in match.group().upper() if char.isalpha()) not in codes:
        return None
    return _Area(start=match.start(), end=match.start() + len(match.group().rstrip()))


def _town(
    text: str, mentions: Sequence[Mention], code: PostalCode | None, area: _Area | None, country: str | None
) -> _Town:
    if code is None:
        return _named_town(text, mentions, area)
    after = _after(text, mentions, code, area, country)
    if code.side == "after" and after.city:
        return after
    return _before(text, mentions, min(code.start, area.start) if area else code.start)


def _after(
    text: str, mentions: Sequence[Mention], code: PostalCode, area: _Area | None, country: str | None
) -> _Town:
    """The town behind a code: "80331 München"."""
    start = code.end + len(text[code.end :]) - len(text[code.end :].lstrip(" ,|-–"))
    cut = BREAK.search(text, start)
    end = cut.start() if cut else len(text)
    end = min(end, area.start) if area and area.start > start else end
    city = CEDEX.sub("", clean(text[start:end]))
    head = COUNTRY_PREFIX.sub("", text[: code.start])
    head = CODE_LABEL.sub("", head)
    if not is_town(text, start, start + len(city), mentions):
        return _Town(city=None, start=len(head))
    city, province = _province(text, start, city, country)
    return _Town(city=city, start=len(head), area=province)


def _province(text: str, start: int, city: str, country: str | None) -> tuple[str, str]:
    """A town's name and the province behind it."""
    code = PROVINCE_CODE.search(city) if country == "IT" else None
    if code:
        return city[: code.start()].rstrip(), code.group()
    bracket = BRACKET.match(text, start + len(city))
    if bracket and country in PROVINCE_COUNTRIES:
        return city, bracket[1].strip()
    return (city + bracket.group(), "") if bracket and country else (city, "")


def _before(text: str, mentions: Sequence[Mention], end: int) -> _Town:
    """The town in front of a place: of the code, or of the state before it."""
    head = CODE_LABEL.sub("", text[:end]).rstrip(EDGE + ".")
    countries = [m.start for m in mentions if m.is_a("country") and not m.is_a("city") and m.end == len(head)]
    head = head[: countries[-1]].rstrip(EDGE + ".") if countries else head
    start = part_start(head, len(head))
    if is_town(text, start, len(head), mentions):
        return _Town(city=clean(head[start:]), start=start)
    known = [m for m in mentions if m.is_a("city") and start <= m.start and m.end == len(head)]
    if known:
        return _Town(city=text[known[-1].start : known[-1].end], start=known[-1].start)
    return _Town(city=None, start=len(head))


def _named_town(text: str, mentions: Sequence[Mention], area: _Area | None) -> _Town:
    known = [m for m in mentions if m.is_a("city") and m.alone]
    if known:
        suffix = CITY_SUFFIX.match(text, known[-1].end)
        end = suffix.end() if suffix else known[-1].end
        return _Town(city=text[known[-1].start : end], start=known[-1].start)
    if area and area.start:
        return _before(text, mentions, area.start)
    return _Town(city=None, start=trailing_country(text, mentions))


def trailing_country(text: str, mentions: Sequence[Mention]) -> int:
    """Where the country begins that ends an address, or the address's length."""
    last = [m for m in mentions if m.is_a("country")]
    ends = bool(last) and not text[last[-1].end :].strip(EDGE + ".")
    return last[-1].start if ends and (last[-1].alone or is_last(text, last[-1], mentions)) else len(text)


def part_start(text: str, end: int) -> int:
    """Where the part of an address begins that ends at ``end``."""
    breaks = [cut.end() for cut in BREAK.finditer(text, 0, end)]
    start = breaks[-1] if breaks else 0
    return start + len(text[start:end]) - len(text[start:end].lstrip(EDGE))


def is_town(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    """Whether a stretch can be a town's name: few words, no digits, no street."""
    city = text[start:end]
    words = city.split()
    if not words or len(words) > MOST_CITY_WORDS or any(char.isdigit() for char in city):
        return False
    inside = [m for m in mentions if start <= m.start < end]
    if any(m.is_a("country") and not m.is_a("city") for m in inside):
        return False
    return any(m.is_a("city") for m in inside) or not any(
        m.is_a(*STREET_WORDS) or (m.is_a("unit") and _is_unit(m, start)) for m in inside
    )


def _is_unit(unit: Mention, start: int) -> bool:
    """Whether a word for a part of a building is no part of a name: "Ground Floor", "Thunder Bay"."""
    return unit.start == start or unit.first < unit.last


def _has_street(text: str) -> bool:
    return sum(char.isalpha() for char in text) > 1


def clean(text: str) -> str:
    """A part without what set it apart; brackets stay in pairs."""
    kept = CODE_LABEL.sub("", text).strip(EDGE).removesuffix(".")
    if kept.count("(") > kept.count(")"):
        kept += ")"
    return re.sub(r"\s*,(?:\s*,)+", ",", kept)
