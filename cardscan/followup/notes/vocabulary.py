"""The words of notes in one or several languages: data files, loaded once."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from cardscan.followup.notes.tokens import folded, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cardscan.followup.notes.tokens import Token

Roles = dict[str, str]
"""What a phrase can be, each with its value: {"do": "call"}."""

_FORMS = ("months", "weekdays")
"""Lists whose entries are the forms of one thing, which is known by its place in the list."""

_OF_TOUCHES = ("answered", "done")
"""Tables of what notes say of something that was done, apart from what they ask for."""

_SHORTEST = 6
"""Letters of a word that slips of the pen are looked up in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Phrases and what they can be.

    Attributes:
        phrases: By the phrase's pieces, as ``folded`` gives them.
        longest: For a first piece, the most pieces of a phrase that begins with it.
        by_shape: Single words of some length with their roles, by first letter and length.
        day_first: Whether 5/12 is always the 5th of December.
    """

    phrases: Mapping[tuple[str, ...], Roles]
    longest: Mapping[str, int]
    by_shape: Mapping[tuple[str, int], tuple[tuple[str, Roles], ...]]
    day_first: bool

    def at(self, pieces: Sequence[Token], start: int) -> tuple[Roles, int]:
        """What the longest phrase at a place can be, and how many pieces it has; 0 for none.

        Args:
            pieces: A note.
            start: A place in it.
        """
        for length in range(min(self.longest.get(pieces[start].key, 0), len(pieces) - start), 0, -1):
            window = pieces[start : start + length]
            roles = self.phrases.get(tuple(piece.key for piece in window))
            if roles and not any(piece.line_ends for piece in window[1:]):
                return roles, length
        return {}, 0


@cache
def vocabulary(languages: tuple[str, ...], part: str = "note") -> Vocabulary:
    """The words of some languages; where two know the same phrase, the first one's meaning counts.

    Args:
        languages: ISO 639-1 codes, the usual one first; one without a file is passed over, and
            where none has a file, the words are English.
        part: "note" for what notes ask for, "answered" for what says whether there was an answer, "done"
            for how somebody got in touch.

    Returns:
        The words.
    """
    tables = [table for language in languages if (table := _table(language))] or [_table("en")]
    phrases: dict[tuple[str, ...], Roles] = {}
    for table in tables:
        for phrase, roles in _phrases(table, part).items():
            phrases.setdefault(phrase, roles)
    longest: dict[str, int] = {}
    for phrase in phrases:
        longest[phrase[0]] = max(longest.get(phrase[0], 0), len(phrase))
    shapes: dict[tuple[str, int], tuple[tuple[str, Roles], ...]] = {}
    for phrase, roles in phrases.items():
        if len(phrase) == 1 and len(phrase[0]) >= _SHORTEST:
            shape = (phrase[0][0], len(phrase[0]))
            shapes[shape] = (*shapes.get(shape, ()), (phrase[0], roles))
    day_first = all("day_first" in table["dates"] for table in tables)
    return Vocabulary(phrases=phrases, longest=longest, by_shape=shapes, day_first=day_first)


def _table(language: str) -> dict[str, Any]:
    path = files("cardscan.followup.notes") / "words" / f"{language}.toml"
    known = language.isascii() and language.isalpha() and path.is_file()
    return tomllib.loads(path.read_text(encoding="utf-8")) if known else {}


def _phrases(table: dict[str, Any], part: str) -> dict[tuple[str, ...], Roles]:
    found: dict[tuple[str, ...], Roles] = {}
    for phrase, role, value in _entries(table, part):
        key = tuple(piece.key for piece in tokens(phrase))
        found.setdefault(key, {}).setdefault(role, value)
    return found


def _entries(table: dict[str, Any], part: str) -> Iterator[tuple[str, str, str]]:
    """Each phrase with its role and value."""
    for name, lists in table.items():
        if (name if name in _OF_TOUCHES else "note") != part:
            continue
        if name == "priority":
            yield from _listed(lists["strong"], "strong")
            yield from _listed(lists["weak"], "weak")
            continue
        for role, text in lists.items():
            yield from _of_role(name, role, text)


def _listed(lists: dict[str, str], role: str) -> Iterator[tuple[str, str, str]]:
    for value, text in lists.items():
        for phrase in _split(text):
            yield phrase, role, value


def _of_role(table: str, role: str, text: str) -> Iterator[tuple[str, str, str]]:
    if role == "day_first":
        return
    for place, entry in enumerate(_split(text)):
        if role in _FORMS:
            yield from ((form, role, str(place)) for form in entry.split())
        elif role == "numbers":
            word, number = entry.rsplit(" ", 1)
            yield word, role, number
        else:
            yield entry, role, table


def _split(text: str) -> Iterator[str]:
    return (folded(entry.strip()) for entry in text.split(",") if entry.strip())
