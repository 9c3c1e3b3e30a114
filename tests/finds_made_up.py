"""What scans find on fictional cards, and how it is put into a book."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from written_card import contact

from cardscan.book.entries import keep_finds
from cardscan.book.events import keep_event
from cardscan.book.photos import keep_sightings
from cardscan.book.record import Find
from cardscan.book.rows import rows_of
from cardscan.followup import follow_up
from cardscan.followup.record import Event, FollowUp
from cardscan.followup.settings import Settings
from cardscan.ocr.record import Photo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from cardscan.book.store import Book

AVERY = ("#Avery Winter", "Sales Manager", "Northwind Ltd", "avery@northwind.example", "M +44 7700 900101")
AVERY_PRINTED = ("#Avery Winter", "Sales Manager", "Northwind Ltd", "avery@northwind.example")
BLAKE = ("#Blake Hart", "Optician", "Sommer Optics", "blake@sommer.example", "M +44 7700 900102")
CASEY = ("#Casey Stone", "Baker", "Rose Bakery", "casey@rose.example", "M +44 7700 900103")

FAIR = Event(name="Autumn fair", date=date(2026, 11, 20))
"""On a Friday."""

SPRING = Event(name="Spring fair", date=date(2026, 3, 12))
SATURDAY, MONDAY, TUESDAY = date(2026, 11, 21), date(2026, 11, 23), date(2026, 11, 24)
AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
USUAL = Settings()


def photo(path: str) -> Photo:
    """A photo, its content told by its name."""
    return Photo(path=path, content_hash=hashlib.sha256(path.encode()).hexdigest(), taken_at=None)


def find(  # noqa: PLR0913 - what a find is
    card: tuple[str, ...],
    path: str = "avery.jpg",
    *,
    number: int = 1,
    also_on: Sequence[str] = (),
    event: Event = FAIR,
    notes: Sequence[str] = (),
) -> Find:
    """What a scan finds on a card.

    Args:
        card: Its lines.
        path: Its photo.
        number: Its number on the photo.
        also_on: Other photos of the card.
        event: Where it was collected.
        notes: What lies beside the photo.
    """
    read = contact(*card)
    others = tuple(photo(one) for one in also_on)
    planned = follow_up(
        read,
        event=event,
        photo=photo(path),
        card=number,
        scanned_at=AT,
        more_photos=others,
        notes=notes,
        settings=USUAL,
    )
    return Find(
        row=planned.entry,
        step=planned.step,
        notes=tuple((text, "sidecar") for text in notes),
        contact=read,
        pictures=((photo(path).content_hash, number), *((one.content_hash, 1) for one in others)),
    )


def keep(
    session: Session, *found: Find, event: Event = FAIR, photos: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Keep what a scan found, as the scan does it; the ids of the entries.

    Args:
        session: Writes.
        *found: What it found.
        event: Of which event.
        photos: The photos that it saw, where they are not those of the finds.
    """
    paths = {path for one in found for path in one.row.photo} if photos is None else photos
    row = keep_event(session, event, AT)
    keep_sightings(session, row.id, map(photo, paths))
    return keep_finds(session, row, found, photos=[photo(path).content_hash for path in paths], at=AT)


def met(book: Book, *cards: tuple[str, ...], event: Event = FAIR, notes: Sequence[str] = ()) -> list[str]:
    """Everybody of an event, a photo each, scanned at once; the ids of the entries."""
    with book.writing() as session:
        found = [find(card, f"{event.name} {card[0]}", event=event, notes=notes) for card in cards]
        return list(keep(session, *found, event=event))


def rows(book: Book, *ids: str) -> list[FollowUp]:
    """Rows of a book as they stand now."""
    with book.reading() as session:
        return list(rows_of(session, ids).values())
