"""What stands around a word in its clause: whether it is asked for, refused, or part of something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.followup.notes.units import Unit

ACTIONS = ("do", "thing", "send", "any")
_REACH = 30
"""Units to each side that are looked at: no clause of a scribble is longer, and no text takes for ever."""

_OPEN = (*ACTIONS, "strong", "weak", "wants", "grade_labels", "leads")
"""Before a noun: what lets it be something to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses:
    """The units of a note, seen from one of them.

    Attributes:
        units: The note.
    """

    units: Sequence[Unit]

    def of(self, place: int) -> tuple[int, int]:
        """The first unit of the clause at ``place``, and the first one behind it."""
        start, end = place, place
        while start > max(0, place - _REACH) and not self._ends(start - 1):
            start -= 1
        while end < min(len(self.units), place + _REACH) and not self._ends(end):
            end += 1
        return start, end

    def has(self, place: int, *roles: str) -> bool:
        """Whether the unit at ``place`` can be one of ``roles``; beyond the note there is none."""
        return 0 <= place < len(self.units) and any(role in self.units[place].roles for role in roles)

    def is_unknown(self, place: int) -> bool:
        """Whether an unknown word stands at ``place``."""
        return 0 <= place < len(self.units) and self.units[place].is_unknown

    def is_edge(self, place: int) -> bool:
        """Whether ``place`` lies beyond the clause's end or beginning."""
        return not 0 <= place < len(self.units) or self._ends(place)

    def is_open_before(self, place: int) -> bool:
        """Whether what stands before a noun lets it be something to do, or to be.

        Small words are passed, and so is a name where somebody is to get something:
        "send Ada the brochure".
        """
        named = False
        before = place - 1
        while self._is_near(before, place) and (self._is_small(before) or self._is_name(before)):
            named = named or self._is_name(before)
            before -= 1
        if named:
            return self.has(before, "do", "send", "wants") if not self.is_edge(before) else False
        return self.is_edge(before) or self.has(before, *_OPEN) or self.units[before].day is not None

    def is_known_behind(self, place: int) -> bool:
        """Whether the clause ends behind ``place``, or goes on with something known that is not past."""
        behind = place + 1
        if self.is_edge(behind):
            return True
        return not self.is_unknown(behind) and not self.has(behind, "past", "companies")

    def is_refused(self, place: int) -> bool:
        """Whether a "not" before it is about what stands at ``place``."""
        before, joined = place - 1, False
        while self._is_near(before, place) and not self.is_unknown(before):
            if self.has(before, "but"):
                return False
            if self.has(before, "not") and self.units[before].day is None:
                return True
            if self.has(before, *ACTIONS) and not joined:
                return False
            joined = self.has(before, "or")
            before -= 1
        return False

    def is_theirs(self, place: int) -> bool:
        """Whether somebody else is to do it: "he will call", "Ada to call"."""
        before = place - 1
        if self.has(before, "others") and not self.is_edge(before):
            return True
        if self.has(before, "will"):
            return not self.has(before - 1, "us")
        if self.has(before, "to"):
            return self.has(before - 1, "others", "them") or self._is_name(before - 1)
        return False

    def _is_near(self, other: int, place: int) -> bool:
        return place - other <= _REACH and not self.is_edge(other)

    def _is_small(self, place: int) -> bool:
        unit = self.units[place]
        if unit.first.is_number and unit.glued and self.has(place - 1, "small"):  # A4, B2B
            return False
        if unit.number is not None or not (unit.roles or unit.is_unknown or unit.day):
            return True
        return "small" in unit.roles and not self.has(place, *_OPEN) and unit.day is None

    def _is_name(self, place: int) -> bool:
        return 0 <= place < len(self.units) and self.units[place].is_name

    def _ends(self, place: int) -> bool:
        return self.units[place].ends and self.units[place].day is None
