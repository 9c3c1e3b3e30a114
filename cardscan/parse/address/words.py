"""The words of a text and what an address lexicon knows about them."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cardscan.parse.finders.narrow import narrow
from cardscan.parse.lexicons import table, words
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LONGEST = 5
"""Words in the longest phrase that is looked up."""

WORD = re.compile(r"\d+|[^\W\d_]+")
"""Digits and letters are words of their own, so that "15Sample" is two."""

SEPARATOR = re.compile(r"[^\w\s'’]")
"""Between two words: what a space or an apostrophe does not set apart, this does."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """One thing a phrase may be in an address.

    Attributes:
        kind: "after_name", "building", "city", "country" …: the lexicons' table names.
        region: ISO 3166-1 alpha-2 code of its country, where it has one.
        code: Whether it is a short code, which counts in capitals only.
    """

    kind: str
    region: str | None = None
    code: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of letters or of digits.

    Attributes:
        text: As it stands, in narrow characters.
        start: Index of its first character.
        end: Index after its last character.
    """

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A phrase of the lexicons in a text.

    Attributes:
        meanings: What it may be.
        first: Index of its first word.
        last: Index of its last word.
        start: Index of its first character.
        end: Index after its last character.
        alone: Whether punctuation, digits or the text's ends stand on both sides.
    """

    meanings: frozenset[Meaning]
    first: int
    last: int
    start: int
    end: int
    alone: bool

    def is_a(self, *kinds: str) -> bool:
        """Whether it may be one of these."""
        return any(meaning.kind in kinds for meaning in self.meanings)

    @property
    def is_code(self) -> bool:
        """Whether it is a state's short code and nothing longer."""
        return all(meaning.code for meaning in self.meanings if meaning.kind in ("city", "country", "region"))

    def regions(self, *kinds: str) -> frozenset[str]:
        """The countries in which it is one of these."""
        return frozenset(m.region for m in self.meanings if m.region and m.kind in kinds)


def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, with their places in it."""
    plain = narrow(text)
    return tuple(Word(text=m.group(), start=m.start(), end=m.end()) for m in WORD.finditer(plain))


def mentions_of(text: str, found: tuple[Word, ...]) -> tuple[Mention, ...]:
    """The lexicons' phrases in a text, the longest first where several begin at one word.

    Args:
        text: The text.
        found: Its words, as ``words_of`` gives them.
    """
    keys = [bare(word.text) for word in found]
    mentions, at = [], 0
    while at < len(found):
        mention = _mention_at(text, found, keys, at)
        if mention:
            mentions.append(mention)
        at = mention.last + 1 if mention else at + 1
    return tuple(mentions)


def _mention_at(text: str, found: tuple[Word, ...], keys: list[str], at: int) -> Mention | None:
    for size in range(min(LONGEST, len(found) - at), 0, -1):
        start, end = found[at].start, found[at + size - 1].end
        known = phrases().get(tuple(keys[at : at + size]), frozenset())
        capitals = text[start:end].upper() == text[start:end]
        meanings = frozenset(m for m in known if capitals or not m.code)
        if meanings:
            alone = _apart(text[:start].rstrip()[-1:]) and _apart(text[end:].lstrip()[:1])
            return Mention(meanings=meanings, first=at, last=at + size - 1, start=start, end=end, alone=alone)
    return None


def _apart(char: str) -> bool:
    """Whether a neighbouring character (or none) sets a phrase apart."""
    return not char or char.isdigit() or bool(SEPARATOR.match(char))


@cache
def phrases() -> Mapping[tuple[str, ...], frozenset[Meaning]]:
    """Every phrase of the lexicons, as bare words, with its meanings."""
    found: defaultdict[tuple[str, ...], set[Meaning]] = defaultdict(set)
    for phrase, meaning in _entries():
        found[key_of(phrase)].add(meaning)
    return {key: frozenset(meanings) for key, meanings in found.items() if key}


def key_of(phrase: str) -> tuple[str, ...]:
    """A phrase as it is looked up.

    Example:
        >>> key_of("P.O. Box")
        ('p', 'o', 'box')
    """
    return tuple(bare(word.text) for word in words_of(phrase))


def _entries() -> Iterator[tuple[str, Meaning]]:
    for lexicon in ("streets", "places"):
        for kind, languages in table(lexicon).items():
            if kind != "endings":
                yield from _each((word for listed in languages.values() for word in listed), Meaning(kind))
    for kind, lexicon, key in (("city", "cities", "cities"), ("country", "countries", "countries")):
        for region, names in table(lexicon)[key].items():
            yield from _each(names, Meaning(kind, region))
    for region, listed in table("regions").items():
        yield from _each(listed.get("names", ()), Meaning("region", region))
        yield from _each(listed.get("codes", ()), Meaning("region", region, code=True))
    yield from _each(words("organisations", "legal"), Meaning("legal"))
    yield from _each(words("organisations", "word"), Meaning("body"))
    yield from _each(words("roles", "head"), Meaning("role"))
    yield from _each(words("departments", "opening"), Meaning("body"))
    yield from _each(table("address_labels")["registration"]["words"], Meaning("registration"))


def _each(listed: Iterable[str], meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    return ((word, meaning) for word in listed)


@cache
def street_endings() -> tuple[str, ...]:
    """How street names of one word end, bare: "strasse"."""
    return tuple({bare(word) for listed in table("streets")["endings"].values() for word in listed})


@cache
def country_name(region: str) -> str | None:
    """The English name of a country, as the queue shows it."""
    names = table("countries")["countries"].get(region)
    return str(names[0]) if names else None
