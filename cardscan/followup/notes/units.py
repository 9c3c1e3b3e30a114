"""A note as units: phrases that are known, numbers, words that are not known, ends of clauses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.followup.notes.calendar_days import Day
    from cardscan.followup.notes.tokens import Token
    from cardscan.followup.notes.vocabulary import Roles, Vocabulary

_ENDS = frozenset(",;:!?|()[]./•·…")
_DASHES = frozenset("-–—")
_FUZZY = 6
"""Letters from which a word with one letter missing, too many or swapped is still taken for a known one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A phrase, a number, a mark or a day in a note.

    Attributes:
        start: Where it begins in the note, in characters.
        end: Where it ends.
        first: Its first piece.
        roles: What it can be; empty where it is not known.
        glued: Whether no space stands before it.
        day: The day that it names, if it does.
    """

    start: int
    end: int
    first: Token
    roles: Roles = field(default_factory=dict)
    glued: bool = False
    day: Day | None = None

    @property
    def number(self) -> int | None:
        """Its value where it is a number of at most four digits."""
        return int(self.first.text) if self.first.is_number and len(self.first.text) <= 4 else None  # noqa: PLR2004 - a year

    @property
    def is_unknown(self) -> bool:
        """Whether it is a word that says nothing to us."""
        return not self.roles and self.day is None and self.first.text[0].isalpha()

    @property
    def is_name(self) -> bool:
        """Whether it is an unknown word that begins with a capital."""
        return self.is_unknown and self.first.text[0].isupper()

    @property
    def ends(self) -> bool:
        """Whether a clause ends here."""
        return "end" in self.roles


def units_of(pieces: Sequence[Token], words: Vocabulary) -> list[Unit]:
    """The units of a note, in their order.

    Args:
        pieces: The note's pieces.
        words: The words to know.
    """
    found: list[Unit] = []
    place = 0
    while place < len(pieces):
        roles, length = words.at(pieces, place)
        first = pieces[place]
        if first.line_ends:
            found.append(Unit(start=first.start, end=first.start, first=first, roles={"end": ""}))
        if length <= 1 and not first.is_word:
            roles, length = {**roles, **_mark(pieces, place)}, 1
        elif not length:
            roles, length = _misspelt(first.key, words), 1
        end = pieces[place + length - 1].end
        found.append(Unit(start=first.start, end=end, first=first, roles=roles, glued=first.glued))
        place += length
    return found


def _mark(pieces: Sequence[Token], place: int) -> Roles:
    """What a mark does: it ends a clause, stands inside a number or a word, or is nothing."""
    piece = pieces[place]
    before = pieces[place - 1] if place else None
    after = pieces[place + 1] if place + 1 < len(pieces) else None
    inside = before and after and piece.glued and after.glued
    if piece.text in _ENDS and not (inside and before and after and before.is_number and after.is_number):
        return {"end": ""}
    if piece.text in _DASHES and not inside:
        return {"end": ""}
    return {"small": ""}


def _misspelt(word: str, words: Vocabulary) -> Roles:
    """What the only known word can be that ``word`` is with one letter missing, too many or swapped."""
    if len(word) < _FUZZY:
        return {}
    found = {
        other: roles
        for length in (len(word) - 1, len(word), len(word) + 1)
        for other, roles in words.by_shape.get((word[0], length), ())
        if _one_slip(word, other)
    }
    return next(iter(found.values())) if len(found) == 1 else {}


def _one_slip(word: str, other: str) -> bool:
    if len(word) == len(other):
        apart = [index for index, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
        return (
            len(apart) == 2  # noqa: PLR2004 - two letters swapped
            and apart[1] == apart[0] + 1
            and word[apart[0]] == other[apart[1]]
            and word[apart[1]] == other[apart[0]]
        )
    longer, shorter = sorted((word, other), key=len, reverse=True)
    # A plural is another word, not a slip.
    if longer == shorter + "s":
        return False
    return any(longer[:index] + longer[index + 1 :] == shorter for index in range(len(longer)))
