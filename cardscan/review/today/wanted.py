"""Of which days and which event people are wanted on the page of the day, as an address says it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from cardscan.followup.record import OPEN
from cardscan.review.queue.filters import number_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cardscan.book.overview import Line

MOST_AHEAD = 366
"""Days to come that can be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Whom somebody wants to see.

    Attributes:
        event: The number of an event; 0 for all.
        ahead: Days after today that count as well.
    """

    event: int = 0
    ahead: int = 0

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Wanted:
        """What an address asks for; whatever it says that is not known is passed over.

        Args:
            query: Name to text.
        """
        ahead = min(number_in(query.get("ahead", ""), 0), MOST_AHEAD)
        return cls(event=number_in(query.get("event", ""), 0), ahead=ahead)

    @property
    def address(self) -> str:
        """The page that shows them."""
        return f"/today{self.query}"

    @property
    def query(self) -> str:
        """The end of an address, with its question mark; empty where nothing is asked for."""
        said = {name: value for name, value in (("event", self.event), ("ahead", self.ahead)) if value}
        return f"?{urlencode(said)}" if said else ""

    def to_do(self, lines: Iterable[Line]) -> list[Line]:
        """Who is to be got in touch with, whenever it is: those first who are due first.

        Args:
            lines: Everybody.
        """
        found = [line for line in lines if line.status in OPEN and self.event in (0, line.event_id)]
        return sorted(found, key=lambda line: (line.due, line.priority, line.full_name.casefold()))
