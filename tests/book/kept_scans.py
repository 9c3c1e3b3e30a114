"""Scans of cards written by hand, kept in a book as the real scan does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from cardscan.followup.record import Event
from cardscan.pipeline.book_keeper import BookKeeper
from cardscan.pipeline.rows import finds
from cardscan.pipeline.sides import join_pictures

if TYPE_CHECKING:
    from cardscan.book.record import Remaining
    from cardscan.book.store import Book
    from cardscan.followup.record import FollowUp
    from cardscan.pipeline.record import PhotoResult

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FAIR = Event(name="Autumn fair", date=date(2026, 11, 20))

AVERY = ("#Avery Winter", "Sales Manager", "Northwind Ltd", "avery@northwind.example", "M +44 7700 900101")
AVERY_AGAIN = ("#Avery Winter", "Director", "Kestrel Ltd", "avery@northwind.example")
BLAKE = ("#Blake Hart", "Optician", "Sommer Optics", "blake@sommer.example", "M +44 7700 900102")
CASEY = ("#Casey Stone", "Baker", "Rose Bakery", "casey@rose.example", "M +44 7700 900103")
SHARER = ("#Robin Frost", "Painter", "Kestrel Ltd", "avery@northwind.example", "M +44 7700 900104")
NORTHWIND_BACK = ("#Northwind Ltd", "www.northwind.example")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A scan that was kept.

    Attributes:
        rows: The rows of its queue.
        remaining: What was left without the forgotten.
        read: The photos that had to be read.
    """

    rows: tuple[FollowUp, ...]
    remaining: Remaining
    read: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        return sorted(row.full_name for row in self.rows)


def keep_scan(
    book: Book, *pictures: PhotoResult, event: Event = FAIR, at: datetime = AT, **options: bool
) -> Kept:
    """Scan pictures: those that the book knows are not read again."""
    read_again = options.pop("read_again", False)
    keeper = BookKeeper(book=book, read_by="by hand", now=at, **options)
    photos = [one.photo for one in pictures if one.photo]
    event = keeper.take_event(event, photos, is_another=True)
    known = () if read_again else keeper.known(photos, None)
    read = [one for one in pictures if one.path not in {result.path for result in known}]
    for one in read:
        keeper.keep(one)
    found = finds(join_pictures((*known, *read)), event, at)
    remaining = keeper.without_forgotten(event, found, photos)
    rows = keeper.settle(event, remaining.finds, photos).rows
    return Kept(rows=rows, remaining=remaining, read=tuple(one.path for one in read))
