"""Postal codes in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cardscan.parse.address.east_asia import CODE_LABEL
from cardscan.parse.finders.narrow import narrow
from cardscan.parse.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EDGES = r"(?<![\w+/#])(?<!\d-){}(?![\w/]|-\d)"
"""A code stands free; "12-345-6" and "12345/7" are house numbers or phones."""

BEHIND_TOWN = re.compile(
    r"(?P<town>[^\W\d_]{3,}[.)]?)(?:\s*[-,.]\s*|\s+)"
    r"(?P<code>\d{3} \d{3}|\d{5,6})(?=\s*(?:$|[.,;(|]))"
)
"""A town and a number that ends its part of the text: "Exampleton - 500 016."."""

BEFORE_TOWN = re.compile(
    r"(?:^|[,;|]\s*|\s[-·•]\s)(?:(?P<prefix>[A-Z]{1,2})-)?"
    r"(?P<code>\d{3} \d{2}|\d{4,5})\s+(?=(?:[A-Z][a-z]?[.'’]?\s?)?[^\W\d_]{3,})"
)
"""A number that begins its part of the text, and a town: "80331 München"."""

PREFIXED = re.compile(
    r"(?:^|(?<=[\s,;|(]))([A-Z]{1,3})\s?-\s?(\d{4}(?: {0,2}[A-Z]{2}\b)?|\d{5}|\d{3} \d{2}|[\d-]{6,8})"
    r"(?=\s+[^\W\d_'’]|\s+['’])"
)
"""A country's mark, a postal code and the beginning of a town."""

TOWN = re.compile(r"[^\W\d_]{3,}")

ZONE = re.compile(r"[^\W\d_]{3,}\s*-\s*(?P<code>\d{1,3})(?=\s*(?:$|[.,;(|]))")
"""The old postal zone of a big Indian town: "Hyderabad - 16."."""

JAPANESE = re.compile(
    r"(?:〒|T|デ|テ)\s?(?P<code>\d{3}-\d{4})|(?<![\d-])(?P<plain>\d{3}-\d{4})(?=\s*[一-鿿])"
)
"""〒, also as readers misread it, or a code right before a Chinese character."""

LABELLED = re.compile(CODE_LABEL + r"(?P<code>\d{3}-\d{4}|\d{5,6})")
"""A code behind its own label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PostalCode:
    """A postal code as it stands in a text.

    Attributes:
        text: The code, in narrow characters.
        start: Index of its first character.
        end: Index after its last character.
        side: "after" or "before": where its town stands.
        region: Its country, or None where the form alone does not tell.
        belief: How surely it is a postal code, in [0, 1].
    """

    text: str
    start: int
    end: int
    side: str
    region: str | None
    belief: float


def find_codes(text: str, regions: Iterable[str]) -> tuple[PostalCode, ...]:
    """The postal codes in a text, the surest first.

    Args:
        text: Part of an address, perhaps.
        regions: ISO codes of the countries that the text itself or its card name.
    """
    plain = narrow(text)
    if not any(char.isdigit() for char in plain):
        return ()
    found = [*_known(plain, frozenset(regions)), *_east_asian(plain), *_shaped(plain)]
    return tuple(sorted(found, key=lambda code: -code.belief))


def _known(plain: str, regions: frozenset[str]) -> Iterator[PostalCode]:
    for region, pattern, side, sure in _forms():
        if not sure and region not in regions:
            continue
        for match in pattern.finditer(plain):
            belief = _belief(plain, match, side, hinted=region in regions)
            if not belief:
                continue
            yield PostalCode(
                text=match.group(),
                start=match.start(),
                end=match.end(),
                side=side,
                region=region,
                belief=belief,
            )


def _belief(plain: str, match: re.Match[str], side: str, *, hinted: bool) -> float:
    """How surely a code of a known country is one: a house number opens the line, too."""
    if side == "after" or TOWN.search(plain, 0, match.start()):
        return 0.8 if hinted else 0.7
    return 0.3 if match.group() == plain.strip(" .,-") else 0.0


def _east_asian(plain: str) -> Iterator[PostalCode]:
    for match in JAPANESE.finditer(plain):
        group = "code" if match["code"] else "plain"
        yield _code(match, group, side="after", region="JP", belief=0.8)
    for match in LABELLED.finditer(plain):
        yield _code(match, "code", side="after", region=None, belief=0.8)


def _shaped(plain: str) -> Iterator[PostalCode]:
    for match in BEHIND_TOWN.finditer(plain):
        spaced = len(match["code"]) >= 6 or "-" in plain[match.end("town") : match.start("code")]  # noqa: PLR2004
        yield _code(match, "code", side="before", region=None, belief=0.6 if spaced else 0.35)
    for match in BEFORE_TOWN.finditer(plain):
        lone = match.start() > 0 and not any(char.isdigit() for char in plain[: match.start()])
        if lone and not match["prefix"]:  # "Rua Exemplo, 3000 Centro": the house's only number
            continue
        yield _code(match, "code", side="after", region=None, belief=0.7 if match["prefix"] else 0.4)
    for match in ZONE.finditer(plain):
        yield _code(match, "code", side="before", region=None, belief=0.3)


def _code(match: re.Match[str], group: str, *, side: str, region: str | None, belief: float) -> PostalCode:
    return PostalCode(
        text=match[group],
        start=match.start(group),
        end=match.end(group),
        side=side,
        region=region,
        belief=belief,
    )


def prefixed(text: str) -> str | None:
    """The country whose mark stands before a postal code of its form.

    Example:
        >>> prefixed("Beispielweg 1, D-80331 München")
        'DE'
    """
    for mark, code in PREFIXED.findall(narrow(text)):
        for region, form in table("postal_codes").items():
            if mark in (region, form.get("prefix")) and fits(code, region):
                return region
    return None


def fits(code: str, region: str) -> bool:
    """Whether a text has the form of a country's postal codes."""
    return any(region == own and pattern.fullmatch(code) for own, pattern, _, _ in _forms())


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str], str, bool], ...]:
    return tuple(
        (region, re.compile(EDGES.format(f"(?:{form['form']})")), form["side"], form.get("sure", False))
        for region, form in table("postal_codes").items()
    )
