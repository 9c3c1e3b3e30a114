"""The case of a person's name: capitals become title case, with particles and Mc as they are written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.name_order import is_loud
from cardscan.parse.text import letters
from cardscan.parse.wording import (
    is_family_name,
    is_generation,
    is_given_name,
    is_particle,
    without_particles,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

MC = re.compile(r"Ma?c(?=[A-Z])")
"""A Gaelic prefix in front of a capital."""


def cased(words: Sequence[str]) -> list[str]:
    """The words with capitals as usual, where the card has none or nothing else; particles and Mc as usual.

    Args:
        words: The words of a name as printed.

    Example:
        >>> cased(["Marie", "DE", "LA", "FONTAINE"]), cased(["ISLA", "MCALLISTER"])
        (['Marie', 'de', 'la', 'Fontaine'], ['Isla', 'McAllister'])
    """
    # The small c of "McDONALD" is part of the spelling, also where all else is in capitals.
    joined = "".join(char for word in words for char in MC.sub("", word) if char.isalpha())
    long = [word for word in words if len(letters(word)) > 1]
    if not (joined.isupper() or joined.islower()) or not long:
        return [_title(word, particle=is_particle(word)) if word in _loud(words) else word for word in words]
    return [_title(word, particle=_joins(words, place)) for place, word in enumerate(words)]


def _loud(words: Sequence[str]) -> list[str]:
    """The words of a family name that alone stands in capitals: "Marie DE LA FONTAINE"."""
    loud = [word for word in words if is_loud(word) and "." not in word]
    particles = [word for word in words[1:] if len(word) > 1 and word.isupper() and is_particle(word)]
    return [*loud, *particles] if loud else []


def _joins(words: Sequence[str], place: int) -> bool:
    """Whether a word of a name in one case is a particle; a letter right behind the first is an initial."""
    word = words[place]
    if len(word) == 1:
        return place > 1 and is_particle(word)
    inside = place > 0 and len(words) > 2  # noqa: PLR2004 - of two words, neither is a particle
    return inside and word not in without_particles(words)


def _title(word: str, *, particle: bool = False) -> str:
    if re.fullmatch(r"[IVX]+", word) and is_generation(word):
        return word
    if particle and not is_generation(word):
        return word.lower()
    if re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]?", word):
        return word.upper()
    if re.fullmatch(r"[A-Z]{2}", word) and not (is_given_name(word) or is_family_name(word)):
        return word  # the initials "AJ"
    titled = re.sub(r"[^\W\d_]+", lambda match: match.group().capitalize(), word)
    titled = re.sub(r"(['’])S\b", r"\1s", titled)
    prefix = MC.match(word) or re.match(r"MC(?=\w{3})", word, re.IGNORECASE)
    if prefix is None:
        return titled
    end = prefix.end()
    return prefix.group().capitalize() + titled[end : end + 1].upper() + titled[end + 1 :]
