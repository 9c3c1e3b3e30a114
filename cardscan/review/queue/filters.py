"""Which rows of the queue are wanted, in which order; as an address says it, and as it is said there."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, get_args
from urllib.parse import urlencode

from cardscan.followup.record import OPEN, Priority, Status
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from cardscan.book.overview import Line

SHOWS = ("all", "flagged", "due", "overdue")
SORTS = ("card", "name", "company", "due", "priority")
PAGE = 50
"""Rows of a page."""

LARGEST = 1_000_000
"""Of the numbers that an address may name: more pages or events there are not, and databases take no more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What somebody wants to see of the queue.

    Attributes:
        search: What stands in the name, the company or the e-mail; case and accents do not count.
        show: One of ``SHOWS``.
        event: The number of an event; 0 for all.
        priority: A, B or C; empty for all.
        status: Of the follow-up; empty for all.
        sort: One of ``SORTS``.
        down: Whether the last comes first.
        page: From 1.
    """

    search: str = ""
    show: str = "all"
    event: int = 0
    priority: str = ""
    status: str = ""
    sort: str = "card"
    down: bool = False
    page: int = 1

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> Filters:
        """What an address asks for; whatever it says that is not known is passed over.

        Args:
            query: Name to text.
        """
        choices = (
            ("show", SHOWS), ("priority", get_args(Priority)), ("status", get_args(Status)), ("sort", SORTS),
        )  # fmt: skip
        known: dict[str, Any] = {name: query[name] for name, of in choices if query.get(name) in of}
        return cls(
            **known,
            search=" ".join(query.get("search", "").split()),
            event=number_in(query.get("event", ""), 0),
            down=query.get("down") == "yes",
            page=number_in(query.get("page", ""), 1),
        )

    def as_query(self, **changes: Any) -> str:
        """The same as the query of an address.

        Args:
            **changes: What is other there.
        """
        wanted = replace(self, **changes)
        usual = {field.name: field.default for field in fields(self)}
        said = {name: value for name, value in asdict(wanted).items() if value != usual[name]}
        return urlencode({name: "yes" if value is True else value for name, value in said.items()})

    def sorted_by(self, sort: str) -> str:
        """The address that sorts by a column; the other way round where it is sorted by it already."""
        return self.as_query(sort=sort, down=self.sort == sort and not self.down, page=1)


def chosen(lines: Sequence[Line], filters: Filters, *, today: date) -> list[Line]:
    """The lines that are wanted, in their order.

    Args:
        lines: Everybody, in the order of the queue.
        filters: What is wanted.
        today: In the owner's time zone.
    """
    words = bare(filters.search).split()
    found = [line for line in lines if _is_wanted(line, filters, today) and _has(line, words)]
    if key := _KEYS.get(filters.sort):
        found.sort(key=key)
    return found[::-1] if filters.down else found


def _is_wanted(line: Line, filters: Filters, today: date) -> bool:
    is_open = line.status in OPEN
    shown = {
        "all": True,
        "flagged": line.needs_review,
        "due": is_open and line.due <= today,
        "overdue": is_open and line.due < today,
    }
    return (
        shown[filters.show]
        and filters.event in (0, line.event_id)
        and filters.priority in ("", line.priority)
        and filters.status in ("", line.status)
    )


def _has(line: Line, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = bare(f"{line.full_name} {line.company} {line.email}")
    return all(word in text for word in words)


_KEYS: Mapping[str, Callable[[Line], Any]] = {
    "name": lambda line: (not line.full_name, bare(line.full_name)),
    "company": lambda line: (not line.company, bare(line.company)),
    "due": lambda line: (line.status not in OPEN, line.due, line.priority),
    "priority": lambda line: (line.priority, line.due),
}


def number_in(text: str, otherwise: int) -> int:
    """The number that stands in an address.

    Args:
        text: What stands there.
        otherwise: The least that it can be, and what it is where there is none.
    """
    is_number = text.isascii() and text.isdecimal() and 0 < len(text) <= len(str(LARGEST))
    return max(otherwise, int(text)) if is_number else otherwise
