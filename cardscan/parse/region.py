"""Guesses the country of a card, for phones that are printed without a country code."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import phonenumbers

from cardscan.parse.country_words import clues, named
from cardscan.parse.finders.narrow import narrow
from cardscan.parse.language import language_of
from cardscan.parse.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.ocr.record import TextLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The country that phones without a country code belong to.

    Attributes:
        code: ISO 3166-1 alpha-2 code, or None where nothing tells.
        source: What told: "phone", "address", "domain", "language", "default", "format" or "none".
        sure: Whether that is strong evidence: a printed country code or an address.
    """

    code: str | None
    source: str
    sure: bool


def _states(code: str, *more: str) -> str:
    """The states of a country, as alternatives of a pattern."""
    states = table("regions")[code]
    return "|".join(map(re.escape, (*states["codes"], *states["names"], *more)))


_CITIES_TOO = ("Georgia", "New York", "Virginia", "Washington")
"""States whose names are also a country's, a city's or a person's: only a ZIP code makes them states."""

_FORMS = (
    ("CA", r"\b[A-CEGHJ-NPR-TVXY]\d[A-Z]\s?\d[A-Z]\d\b"),
    ("GB", r"\b[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}\b"),
    (
        "BR",
        r"(?i:\bCEP\b)|(?<![\d/.-])(?<!\d\s)\d{5}-\d{3}(?![\d-])|\b(?:Rua|Avenida|Travessa)\s|[-–]\s?S[PC]\b|[-–/]\s?R[JS]\b|\b(?i:ltda)\b",
    ),
    ("JP", r"〒|[一-龠]{1,4}[都府県][一-龠]{1,5}[市区郡]|丁目"),
    ("IN", r"[A-Za-z]{4,}\s?[-–]\s?[1-8]\d{2}\s?\d{3}\b(?!-)|\bA\.P\."),
    ("TW", r"[一-龠]{2}[市縣][一-龠]{1,4}[區鄉鎮市].{0,8}[路街]"),
    ("CN", r"[一-龠]{1,4}省[一-龠]{1,4}市|[一-龠]{2,3}市[一-龠]{1,4}区.{0,8}[路街号]"),
    ("DE", r"\bD-\d{5}\b|(?i:(?:straße|strasse|str\.)\s?\d).*\b\d{5}\s[A-ZÄÖÜ]|\bGmbH\b"),
    ("FR", r"(?i:\b(?:rue|avenue|av\.|bd|boulevard)\s).*\b\d{5}\s[A-ZÉ]|(?i:\bcedex\b)|\bF-\d{5}\b"),
    ("ES", r"(?i:\b(?:calle|c/|avda?\.|paseo)\s).*\b\d{5}\s[A-ZÁ]|\bS\.L\.U?\b"),
    ("IT", r"(?i:\b(?:via|piazza|viale|corso)\s).*\b\d{5}\s[A-Z]|\bS\.?r\.?l\.?\b"),
    ("NL", r"\b[1-9]\d{3}\s?[A-Z]{2}\s+[A-Z][a-z]+"),
    ("PL", r"(?i:\bul\.\s)|\bSp\. z o\.?o"),
    ("PT", r"\b\d{4}-\d{3}\s[A-ZÀ-Ú][a-zà-ú]"),
    ("CH", r"\bCH-\d{4}\b"),
    ("AT", r"\bA-\d{4}\b"),
)
"""Forms of addresses and of companies that one country alone has."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """All forms, those with the names of states among them."""
    forms = (
        ("US", rf"\b(?:{_states('US', *_CITIES_TOO)})\.?,?\s+\d{{5}}(?:-\d{{4}})?\b"),
        ("AU", rf"\b(?:{_states('AU')})\s+\d{{4}}\b"),
        *_FORMS,
    )
    return tuple((code, re.compile(pattern)) for code, pattern in forms)


_WORLDWIDE = frozenset(
    {"co", "io", "me", "tv", "ai", "cc", "ly", "to", "fm", "gg", "ws", "eu", "app", "la", "im", "sh"}
)
"""Country domains that are sold to everybody."""

_SIMPLIFIED = frozenset("们国业东车电话长门发万与专产关务实总际场经营销书码级记议设计华汉广龙层号楼区")
_TRADITIONAL = frozenset("們國業東車電話長門發萬與專產關務實總際場經營銷書碼級記議設計華漢廣龍層號樓區")
_INTERNATIONAL = re.compile(r"(?:\+\s?\(?\s?|(?<![\d.-])00(?=[1-9]))\d[\d\s().\-/]{6,20}\d")
_NORTH_AMERICAN = re.compile(
    r"(?<![\d+.-])(?:\([2-9]\d{2}\)\s?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])"
)
_PORTUGUESE = re.compile(r"(?:ção|ções|ões|ência)(?![^\W_])", re.IGNORECASE)
_LIST_OF_COUNTRIES = 3


def guess_region(
    lines: Sequence[TextLine],
    *,
    emails: Iterable[str] = (),
    websites: Iterable[str] = (),
    default: str | None = None,
) -> Region:
    """The likeliest country of a card's phones.

    The strongest evidence is taken first: a printed country code, the address, the
    country domain of e-mail or website, the script or language, the given default, and
    then the grouping of the digits, which is peculiar to North America.

    Args:
        lines: The text lines of one reading.
        emails: E-mail addresses on the card.
        websites: Web addresses on the card.
        default: Country to assume where the card tells none, as ISO 3166-1 alpha-2.
    """
    texts = [narrow(line.text) for line in lines]
    addressed = _from_address(texts)
    evidence = (
        ("phone", _from_phones(texts, addressed)),
        ("address", addressed),
        ("domain", _from_domains([*emails, *websites])),
        ("language", _from_script("\n".join(texts)) or _from_language(texts, default)),
        ("default", default.upper() if default else None),
        ("format", _from_format(texts)),
    )
    source, code = next(((source, code) for source, code in evidence if code), ("none", None))
    return Region(code=code, source=source, sure=source in ("phone", "address"))


def _from_phones(texts: Iterable[str], addressed: str | None) -> str | None:
    codes: Counter[str] = Counter()
    for text in texts:
        for match in _INTERNATIONAL.finditer(text):
            region = _region_of(match[0])
            if region:
                codes[region] += 1
    if addressed in codes or not codes:
        return addressed if codes else None
    return codes.most_common(1)[0][0]


def _region_of(printed: str) -> str | None:
    digits = re.sub(r"\D", "", printed.replace("(0)", ""))
    try:
        number = phonenumbers.parse("+" + digits.removeprefix("00"), None)
    except phonenumbers.NumberParseException:
        return None
    region = phonenumbers.region_code_for_number(number)
    if (
        region is None and number.country_code and number.country_code != 1
    ):  # old or shortened, but the country stands there
        region = phonenumbers.region_code_for_country_code(number.country_code)
    return region if region and len(region) == 2 and region.isalpha() else None  # noqa: PLR2004


def _from_address(texts: Sequence[str]) -> str | None:
    votes: Counter[str] = Counter()
    words = clues()
    for text in texts:
        countries = named(words.names, text)
        if len(countries) < _LIST_OF_COUNTRIES:
            votes.update(dict.fromkeys(countries, 3))
        votes.update(dict.fromkeys(named(words.places, text), 2))
        votes.update(dict.fromkeys((code for code, pattern in _patterns() if pattern.search(text)), 2))
    whole = " ".join(texts)
    votes.update(code for code, pattern in _patterns() if pattern.search(whole))
    return votes.most_common(1)[0][0] if votes else None


def _from_domains(addresses: Iterable[str]) -> str | None:
    votes: Counter[str] = Counter()
    for address in addresses:
        host = re.split(r"[/?#]", re.sub(r"^https?://", "", address.lower()).rpartition("@")[2])[0]
        last = host.rpartition(".")[2]
        code = clues().mail.get(host) or {"uk": "GB"}.get(last, last.upper())
        if last not in _WORLDWIDE and code in phonenumbers.SUPPORTED_REGIONS:
            votes[code] += 1
    return votes.most_common(1)[0][0] if votes else None


def _from_format(texts: Iterable[str]) -> str | None:
    """The North American country in whose grouping, 3-3-4, a valid number is printed."""
    for text in texts:
        for match in _NORTH_AMERICAN.finditer(text):
            number = phonenumbers.parse(match[0], "US")
            if phonenumbers.is_valid_number(number):
                return phonenumbers.region_code_for_number(number)
    return None


def _from_language(texts: Sequence[str], default: str | None) -> str | None:
    """The default where the card's language is usual there, else the language's first country."""
    language = "pt" if any(map(_PORTUGUESE.search, texts)) else language_of(texts)
    countries = table("country_clues")["languages"].get(language, ())
    if default and default.upper() in countries:
        return default.upper()
    return next(iter(countries), None)


def _from_script(text: str) -> str | None:
    if re.search(r"[ぁ-ゖァ-ヺ]{2}", text):
        return "JP"
    if re.search(r"[가-힣]{2}", text):
        return "KR"
    simplified = sum(char in _SIMPLIFIED for char in text)
    traditional = sum(char in _TRADITIONAL for char in text)
    if simplified == traditional:
        return "CN" if len(re.findall(r"[一-龠]", text)) >= 4 and not traditional else None  # noqa: PLR2004
    return "CN" if simplified > traditional else "TW"
