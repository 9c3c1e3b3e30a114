"""Words on a card that tell a country: its name, its states and cities, its mail providers."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from cardscan.parse.lexicons import table

_SHORT = 4
_ALSO_OTHER_WORDS = frozenset({"GE", "JO", "TD", "GN", "ML", "MG"})
"""Countries whose names are also those of states, persons or things on cards."""


def country_in(text: str) -> str | None:
    """The one country that a line of text names, by itself or by a place in it; None for a list of them."""
    words = clues()
    found = named(words.names, text) or named(words.places, text)
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word that tells a country.

    Attributes:
        code: The country, as ISO 3166-1 alpha-2.
        folded: The word in lower case: what is looked for first, being quick.
        pattern: What makes sure that it stands there as a word.
    """

    code: str
    folded: str
    pattern: re.Pattern[str]


WordIndex = dict[str, list[Word]]
"""Words by their first two characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What the lexicons know.

    Attributes:
        names: Names of countries.
        places: States and cities that stand for their country.
        mail: Mail providers of one country, to its code.
    """

    names: WordIndex
    places: WordIndex
    mail: dict[str, str]


def named(words: WordIndex, text: str) -> set[str]:
    """Countries of the words that stand in a text."""
    folded = text.lower()
    starts = {folded[place : place + 2] for place in range(len(folded) - 1)}
    return {
        word.code
        for start in starts & words.keys()
        for word in words[start]
        if word.folded in folded and word.pattern.search(text)
    }


@cache
def clues() -> Clues:
    """All clues, loaded once."""
    tables, listed = table("country_clues"), table("countries")["countries"]
    countries = {code: words for code, words in listed.items() if code not in _ALSO_OTHER_WORDS}
    return Clues(
        names=_words(countries),
        places=_words(_places(tables["places"])),
        mail={domain: code for code, domains in tables["mail"].items() for domain in domains},
    )


def _places(more: dict[str, list[str]]) -> dict[str, list[str]]:
    """The cities and states of the address lexicons, and more places."""
    cities, states = table("cities")["cities"], table("regions")
    return {
        code: [*cities.get(code, ()), *states.get(code, {}).get("names", ()), *more.get(code, ())]
        for code in sorted({*cities, *states, *more})
    }


def _words(by_code: dict[str, list[str]]) -> WordIndex:
    found: defaultdict[str, list[Word]] = defaultdict(list)
    for code, words in by_code.items():
        for word in words:
            folded = word.lower()
            found[folded[:2]].append(Word(code=code, folded=folded, pattern=_pattern(word)))
    return dict(found)


def _pattern(word: str) -> re.Pattern[str]:
    """A pattern for a word; a Latin one must stand free, a short one in capitals ("US")."""
    body = re.escape(word) if len(word) <= _SHORT else f"(?i:{re.escape(word)})"
    return re.compile(rf"(?<![^\W\d_]){body}(?![^\W\d_])" if word[0] < "\u2e80" else body)
