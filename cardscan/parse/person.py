"""A person's name in parts: honorifics, given and family name, credentials."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from cardscan.parse.lexicons import table
from cardscan.parse.name_case import cased
from cardscan.parse.name_order import given_and_family
from cardscan.parse.text import CJK, is_cjk, letters
from cardscan.parse.wording import (
    is_credential,
    is_family_name,
    is_generation,
    is_given_name,
    is_honorific,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WORD = re.compile(r"[^\W\d_][^\W\d_'’´`.\-]*(?:['’´`.\-][^\W\d_]+)*\.?", re.UNICODE)
"""A word of a name: letters, with apostrophes, hyphens and dots inside, a dot behind an initial."""

MOST_WORDS = 6

LETTERS_AND_INITIAL = 4
"""Fewest characters of a given name with an initial and its dot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A name, taken apart.

    Attributes:
        value: The name as printed, without honorifics and credentials; all
            capitals in title case, particles kept.
        words: The words of the value.
        first: Given names and middle initials.
        last: Family name with its particles, and a generation ("Jr.").
        prefix: Honorifics in front.
        suffix: Credentials behind.
        known_family: Whether the family name stands in the lexicon (Chinese,
            Japanese and Korean names only).
    """

    value: str
    words: tuple[str, ...]
    first: str
    last: str
    prefix: str = ""
    suffix: str = ""
    known_family: bool = False

    def parts(self) -> tuple[tuple[str, str], ...]:
        """The parts that are not empty, as a ``Field`` holds them."""
        named = (("first", self.first), ("last", self.last), ("prefix", self.prefix), ("suffix", self.suffix))
        return tuple((key, value) for key, value in named if value)


def person_name(text: str) -> PersonName | None:
    """The name in a text that holds nothing else, or None where it cannot be one.

    Example:
        >>> person_name("Dr. ADA VAN DER LIND, PhD").value
        'Ada van der Lind'
    """
    if re.search(r"[\d@&+#%=:;!?]|https?|www\.", text):
        return None
    if is_cjk(text):
        return _cjk_name(text)
    return None if CJK.search(text) else _latin_name(_without_nickname(text))


def _latin_name(text: str) -> PersonName | None:
    front, _, behind = text.partition(",")
    credentials = [word for word in re.split(r"[,\s]+", behind) if word]
    if any(not is_credential(word) and not _looks_like_credential(word) for word in credentials):
        return None
    words = _spaced(front).split()
    prefix = _take_while(words, is_honorific, from_end=False)
    suffix = _take_while(words, partial(_is_degree, shouted=front.isupper()), from_end=True)
    if not 1 <= len(words) <= MOST_WORDS or not all(WORD.fullmatch(word) for word in words):
        return None
    if all(is_generation(word) for word in words):  # "Junior" alone
        return None
    generations = [word for word in credentials if is_generation(word)]
    credentials = [word for word in credentials if not is_generation(word)]
    words += generations
    usual = cased(words)
    first, last = given_and_family(usual, words)
    return PersonName(
        value=" ".join(usual),
        words=tuple(usual),
        first=first,
        last=last,
        prefix=" ".join(prefix),
        suffix=", ".join([*suffix, *credentials]),
    )


def with_second_family_name(name: PersonName, mailboxes: Iterable[str]) -> PersonName:
    """The name, with two family names where a mailbox shows that the first of them is one.

    Args:
        name: A name whose last word alone was taken for the family name.
        mailboxes: Local parts of the card's e-mails, bare.

    Example:
        >>> with_second_family_name(person_name("Eva Soler Prado"), ["esoler"]).last
        'Soler Prado'
    """
    if len(name.words) < 3 or name.last != name.words[-1]:
        return name
    *given, first, second = name.words
    called, family = letters(given[0]), letters(first)
    if len(family) < 2 or not {called[:1] + family, called + family} & set(map(letters, mailboxes)):
        return name
    return replace(name, first=" ".join(given), last=f"{first} {second}")


def _without_nickname(text: str) -> str:
    """Without what stands in brackets or quotation marks inside a name."""
    return re.sub(r"\s*[(\[“\"][^)\]”\"]*[)\]”\"]\s*", " ", text).strip()


def _spaced(text: str) -> str:
    """With a space behind initials and honorifics that run into the next word."""
    text = re.sub(r"\b((?:[Dd][Rr]|[Pp]rof|[Mm]rs?|[Mm]s|[Ii]ng|[Mm]ag)\.)(?=\w)", r"\1 ", text)
    text = re.sub(r"(?<=[A-Z]\.)(?=[A-Z][a-z]{2,}|[A-Z]{3,})", " ", text)
    return " ".join(_initial_apart(word) for word in text.split())


def _initial_apart(word: str) -> str:
    """A known given name that a reader glued to the initial behind it: "ADAB." for "ADA B."."""
    glued = (
        re.search(r"[^\W\d_]{3}[A-Z]\.$", word)
        and len(word) > LETTERS_AND_INITIAL
        and not is_given_name(word)
    )
    return f"{word[:-2]} {word[-2:]}" if glued and is_given_name(word[:-2]) else word


def _looks_like_credential(word: str) -> bool:
    """Dotted or short capitals behind a comma: "M.Tech.,", "FIE"."""
    return bool(re.fullmatch(r"\(?(?:[A-Z][a-zA-Z]{0,4}\.)+[A-Za-z]{0,5}\.?\)?|[A-Z]{2,6}\.?", word))


def _is_degree(word: str, *, shouted: bool) -> bool:
    """Whether a last word is a credential and not a name: "PhD", not the family name "Meng"."""
    capitals = sum(char.isupper() for char in word)
    if not is_credential(word) or is_generation(word):
        return False
    unlike = not (is_family_name(word) or is_given_name(word))
    return (
        "." in word
        or (capitals > 1 and not shouted)
        or (len(letters(word)) > 2 and word[:1].isupper() and unlike)
    )


def _take_while(words: list[str], matches: Callable[[str], bool], *, from_end: bool) -> list[str]:
    taken: list[str] = []
    while len(words) > 1 and matches(words[-1 if from_end else 0]):
        word = words.pop(-1 if from_end else 0)
        taken.insert(0 if from_end else len(taken), word)
    return taken


def _cjk_name(text: str) -> PersonName | None:
    """Chinese, Japanese and Korean names: family name first."""
    squeezed = re.sub(r"\s+", "", text)
    if not 2 <= len(squeezed) <= 7 or not all(CJK.match(char) or char in "・ー" for char in squeezed):
        return None
    surnames = table("surnames")
    known = max(
        (name for language in ("zh", "ko", "ja") for name in surnames[language] if squeezed.startswith(name)),
        key=len,
        default="",
    )
    spaced = text.split()
    if len(spaced) == 2 and len(squeezed) > 2:  # printed with a gap between the names
        last, first = spaced
    elif known and len(known) < len(squeezed):
        last, first = known, squeezed[len(known) :]
    else:
        usual = 1 if len(squeezed) < 4 else 2  # Japanese names of four characters are mostly two and two
        last, first = squeezed[:usual], squeezed[usual:]
    value = f"{last} {first}" if len(spaced) == 2 and len(squeezed) > 3 else squeezed
    return PersonName(
        value=value,
        words=(last, first),
        first=first,
        last=last,
        known_family=bool(known) and len(squeezed) <= 4 + len(known) - 1,
    )
