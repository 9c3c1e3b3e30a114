"""The language of a card, where its own words tell it: titles, street words, words of sentences."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from cardscan.parse.lexicons import table
from cardscan.parse.text import bare, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_WORDS = 2
"""Different words of a language that a card must hold: one may be a name."""


def language_of(texts: Iterable[str]) -> str | None:
    """The European language other than English that most of a card's telling words belong to.

    English tells nothing: it stands on cards of every country.

    Args:
        texts: The lines of the card.

    Returns:
        Its ISO 639-1 code, or None where too few words tell or two languages have as many.

    Example:
        >>> language_of(["Directrice commerciale", "14, quai des Exemples"])
        'fr'
    """
    known = _telling_words()
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for token in tokens(text):
            word = bare(token)
            if word in known:
                found[known[word]].add(word)
    most = max((len(words) for words in found.values()), default=0)
    best = [language for language, words in found.items() if len(words) == most]
    return best[0] if most >= LEAST_WORDS and len(best) == 1 else None


@cache
def _telling_words() -> dict[str, str]:
    """Words that stand in the lexicons of one language only, bare, with that language."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for language, words in _lexicon_words():
        for word in words:
            homes[bare(word)].add(language)
    languages = table("country_clues")["languages"]
    return {word: min(home) for word, home in homes.items() if len(home) == 1 and home <= set(languages)}


def _lexicon_words() -> Iterable[tuple[str, Iterable[str]]]:
    for lexicon in ("roles", "function_words"):
        for language, lists in table(lexicon).items():
            for words in lists.values():
                yield language, words
    for listed in (table("streets")["before_name"], table("streets")["after_name"]):
        yield from listed.items()
