"""Which words of a person's name are the given names and which are the family name."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from cardscan.parse.lexicons import words as listed
from cardscan.parse.text import bare, letters
from cardscan.parse.wording import (
    is_family_name,
    is_generation,
    is_given_name,
    is_particle,
    without_particles,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

INITIAL = re.compile(r"(?:[^\W\d_]\.-?)+")
"""One initial or several: "J.", "J.-P."."""

SYLLABLES = re.compile(
    r"(?:(?:[bcdfghjklmnpqrstwxyz]h?|kk|tt|pp|ss|jj|ts|kw)?w?y?[aeiou]{1,3}(?:ng|[nmklptb])?){1,2}"
)
"""One or two syllables of a Chinese or Korean name in small Latin letters."""

INITIALS_AT_MOST = 3
"""Letters up to which capitals may be initials: "JRR"."""


def given_and_family(words: Sequence[str], printed: Sequence[str]) -> tuple[str, str]:
    """The given names with initials, and the family name with its particles and a generation.

    Args:
        words: The words of a name, in usual case.
        printed: The same words as on the card, where many write the family name in capitals.

    Example:
        >>> given_and_family(["Tanaka", "Hiroshi"], ["TANAKA", "Hiroshi"])
        ('Hiroshi', 'Tanaka')
    """
    end = len(words) - len(list(takewhile(is_generation, reversed(words))))
    front = _family_in_front(words[:end], printed[:end])
    if front:
        return " ".join(words[front:end]), " ".join([*words[:front], *words[end:]])
    start = _loud_end(printed[:end]) or _two_families(words[:end])
    if start:
        return " ".join(words[:start]), " ".join(words[start:])
    return _usual(words)


def is_loud(word: str) -> bool:
    """Whether a word is a family name in capitals: "DUPONT", "ABE", "LI", but not the initials "JP"."""
    known = is_family_name(word) if len(letters(word)) == INITIALS_AT_MOST else False
    return word.isupper() and (
        len(letters(word)) > INITIALS_AT_MOST or known or bare(word) in listed("name_order", "chinese")
    )


def _is_eastern(words: Sequence[str]) -> bool:
    """Whether a Japanese, Chinese or Korean family name stands before given names of its kind."""
    first, *rest = map(bare, words)
    japanese = listed("name_order", "japanese")
    if first in japanese:
        return len(rest) == 1 and rest[0] not in japanese and not is_family_name(rest[0])
    known = listed("name_order", "chinese") | listed("name_order", "korean")
    syllables = [part for word in rest for part in word.split("-")]
    if first not in known or rest[-1] in known or not all(map(SYLLABLES.fullmatch, syllables)):
        return False
    return len(syllables) == 2 or (len(rest) == 1 and not is_family_name(rest[0]))  # noqa: PLR2004


def _family_in_front(words: Sequence[str], printed: Sequence[str]) -> int:
    """How many words in front are the family name; 0 where it does not stand there."""
    if len(words) < 2:  # noqa: PLR2004
        return 0
    if all(map(INITIAL.fullmatch, words[1:])):
        return int(is_family_name(words[0]) or not is_given_name(words[0]))
    loud = [is_loud(word) for word in printed]
    front = len(list(takewhile(bool, loud)))
    called = is_given_name(words[0]) > is_given_name(words[-1])  # "JOHN Smith": the first name in capitals
    if 0 < front < len(words) and not called and any(word[1:].islower() for word in printed[front:]):
        return front
    return int(_is_eastern(words) or _is_turned(words))


def _loud_end(printed: Sequence[str]) -> int:
    """Where a family name in capitals begins behind others; 0 where there is none."""
    loud = [is_loud(word) or (is_particle(word) and len(word) > 1) for word in printed]
    start = len(printed) - len(list(takewhile(bool, reversed(loud))))
    others = any(char.islower() for word in printed[:start] for char in word)
    return start if others and printed[-1:] and is_loud(printed[-1]) else 0


def _is_turned(words: Sequence[str]) -> bool:
    """Whether the first of two words can only be a family name, and the last only a given one."""
    if len(words) != 2:  # noqa: PLR2004
        return False
    family, given = words
    return is_family_name(family) > is_given_name(family) and is_given_name(given) > is_family_name(given)


def _two_families(words: Sequence[str]) -> int:
    """Where two family names begin, as in Spain and Portugal; 0 where there is one."""
    known = listed("name_order", "two_families")
    last = len(words) - 1
    first = last - 1
    while first > 0 and (is_particle(words[first]) or words[first] == "i"):
        first -= 1
    linked = last > 1 and words[last - 1] in ("y", "i")  # "i" in Catalonia
    if first < 1 or not (linked or bare(words[first]) in known):
        return 0
    both = linked or bare(words[last]) in known or is_family_name(words[last]) > is_given_name(words[last])
    while both and first > 1 and is_particle(words[first - 1]):
        first -= 1
    return first if both else 0


def _usual(words: Sequence[str]) -> tuple[str, str]:
    """Given names in front."""
    if len(words) <= 2:  # noqa: PLR2004 - most names, and nearly all that the parser's time would go to
        return words[0], " ".join(words[1:])
    from nameparser import HumanName  # noqa: PLC0415 - half the time of importing the parsing stage

    start = next(
        (place for place in range(1, len(words)) if is_particle(words[place]) and len(words[place]) > 1), 0
    )
    if start and len(without_particles(words[start:])) == 1:
        return " ".join(words[:start]), " ".join(words[start:])
    parsed = HumanName(" ".join(words))
    first = " ".join(part for part in (parsed.title, parsed.first, parsed.middle) if part)
    last = " ".join(part for part in (parsed.last, parsed.suffix) if part)
    return (first, last) if first and last else (" ".join(words[:-1]), words[-1])
