"""Which contacts are to be looked at, and how far somebody has come."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cardscan.book.overview import Line

SECONDS_A_CARD = 8
"""What a card takes, about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """The contacts that are to be looked at.

    Attributes:
        ids: Their entries, in the order of the queue.
        settled: How many somebody has settled since the page was opened.
    """

    ids: tuple[str, ...]
    settled: int = 0

    @property
    def total(self) -> int:
        """How many there were when the page was opened."""
        return len(self.ids) + self.settled

    @property
    def minutes(self) -> int:
        """How long the rest takes, about; at least one."""
        return max(1, round(len(self.ids) * SECONDS_A_CARD / 60))

    def after(self, entry_id: str) -> str | None:
        """The one after another, from the first again after the last; None where nobody else is left."""
        return self._beside(entry_id, 1)

    def before(self, entry_id: str) -> str | None:
        """The one before another, from the last again before the first; None where nobody else is left."""
        return self._beside(entry_id, -1)

    def _beside(self, entry_id: str, step: int) -> str | None:
        others = [one for one in self.ids if one != entry_id]
        if not others:
            return None
        if entry_id not in self.ids:
            return others[0]
        return self.ids[(self.ids.index(entry_id) + step) % len(self.ids)]


def waiting(lines: Iterable[Line], settled: Collection[str]) -> Waiting:
    """Who is to be looked at.

    Args:
        lines: Everybody.
        settled: Entries that somebody has settled since the page was opened.
    """
    found = {line.entry_id: line.needs_review for line in lines}
    ids = tuple(entry_id for entry_id, flagged in found.items() if flagged)
    return Waiting(ids=ids, settled=len(set(settled) - set(ids)))
