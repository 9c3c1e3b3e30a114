"""Which contacts are handed on to another program."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.cli.events import event_row
from cardscan.cli.spoken import counted
from cardscan.cli.terminal import say
from cardscan.followup.record import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cardscan.cli.desk import Desk
    from cardscan.followup.record import FollowUp

_SETTLE = "empty needs_review in the queue and apply it, or take them as they are with --all."


@dataclass(slots=True, kw_only=True)
class Chosen:
    """Some of the contacts, counted as they go by.

    Attributes:
        desk: Its day is today.
        due: Whether only those are taken with whom something is due today.
        everybody: Whether those are taken that need a look first.
        before: Rows that are left out while they are as they were handed on: by key, what of the
            contact and of the follow-up was.
        doubted: How many were left out because they need a look first.
        handed: How many were left out because they were handed on before.
        taken: How many were taken.
    """

    desk: "Desk"
    due: bool = False
    everybody: bool = False
    before: "Mapping[str, tuple[str, str]]" = field(default_factory=dict)
    doubted: int = 0
    handed: int = 0
    taken: int = 0

    def of(self, rows: "Iterable[FollowUp]") -> "Iterator[FollowUp]":
        """Those that are taken, in the order in which they come."""
        from cardscan.export.state import digests, row_key  # noqa: PLC0415 - not needed for --help

        for row in rows:
            if self.due and not (row.status in OPEN and row.follow_up_due <= self.desk.today):
                continue
            if (known := self.before.get(row_key(row))) and known == digests(row):
                self.handed += 1
            elif row.needs_review and not self.everybody:
                self.doubted += 1
            else:
                self.taken += 1
                yield row

    def tell_left_out(self) -> None:
        """Say who was left out."""
        if self.doubted and not self.taken:
            say(f"Nobody else: {counted(self.doubted, 'contact')} to be looked at first; {_SETTLE}")
        elif self.doubted:
            say(f"{counted(self.doubted, 'contact')} left out, to be looked at first; {_SETTLE}")
        if self.handed:
            say(f"{counted(self.handed, 'contact')} left out, handed on before as they are.")
        if not (self.taken or self.doubted or self.handed):
            say("There is nobody to export.")


@contextmanager
def rows_from(desk: "Desk", queue: Path | None, event: str | None) -> "Iterator[Iterable[FollowUp]]":
    """The rows to choose from, as long as the block lasts.

    Args:
        desk: Its book.
        queue: A queue file that takes the book's place.
        event: Only those who were met there, as typed.
    """
    if queue:
        from cardscan.export import read_queue  # noqa: PLC0415 - heavy
        from cardscan.followup.queue import folded  # noqa: PLC0415

        yield (row for row in read_queue(queue) if event is None or folded(event) in folded(row.event))
        return
    from cardscan.book.rows import everybodys_rows  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        yield everybodys_rows(session, event_row(session, event) if event else None)
