"""Photos in the book, and what was read on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cardscan.book.rows import batches
from cardscan.book.tables import EventRow, PhotoRow, ReadingRow, SightingRow
from cardscan.ocr.record import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.ocr.record import Photo


def kept_readings(session: Session, hashes: Iterable[str], read_by: str) -> dict[str, tuple[Reading, ...]]:
    """What one reader saw on photos in earlier runs.

    Args:
        session: Reads.
        hashes: Content hashes of the photos.
        read_by: The reader with its languages.

    Returns:
        Content hash to the readings of the cards in it, of those photos that it has read.
    """
    return {
        content_hash: tuple(Reading.from_dict(reading, "the book") for reading in readings)
        for batch in batches(hashes)
        for content_hash, readings in session.execute(
            select(PhotoRow.content_hash, ReadingRow.readings)
            .join(ReadingRow, ReadingRow.photo_id == PhotoRow.id)
            .where(PhotoRow.content_hash.in_(batch), ReadingRow.read_by == read_by)
        )
    }


def keep_readings(
    session: Session, photo: Photo, readings: Iterable[Reading], *, read_by: str, at: datetime
) -> None:
    """Put what was read on a photo in the place of what that reader read before.

    Args:
        session: Writes.
        photo: The photo.
        readings: Of each card in it.
        read_by: The reader with its languages.
        at: Now.
    """
    photo_id = keep_photo(session, photo).id
    row = session.scalar(
        select(ReadingRow).where(ReadingRow.photo_id == photo_id, ReadingRow.read_by == read_by)
    )
    if row is None:
        row = ReadingRow(photo_id=photo_id, read_by=read_by)
        session.add(row)
    row.readings, row.read_at = [reading.to_dict() for reading in readings], at


def keep_photo(session: Session, photo: Photo) -> PhotoRow:
    """The row of a photo, made where it is new."""
    row = session.scalar(select(PhotoRow).where(PhotoRow.content_hash == photo.content_hash))
    if row is None:
        taken_at = photo.taken_at.isoformat() if photo.taken_at else None
        row = PhotoRow(content_hash=photo.content_hash, taken_at=taken_at)
        session.add(row)
        session.flush()
    return row


def keep_sightings(session: Session, event_id: int, photos: Iterable[Photo], *, folder: str = "") -> None:
    """Note that photos are an event's, each under its present path.

    Args:
        session: Writes.
        event_id: The event.
        photos: The photos.
        folder: The folder that their paths are relative to, printable as they are; empty where nobody
            is to look there.
    """
    for photo in photos:
        photo_id = keep_photo(session, photo).id
        session.merge(SightingRow(event_id=event_id, photo_id=photo_id, path=photo.path, folder=folder))


def events_of(session: Session, hashes: Iterable[str]) -> list[tuple[EventRow, int]]:
    """The events that photos are of, each with how many of them, the most first."""
    counts: dict[int, int] = {}
    for batch in batches(hashes):
        for event_id, count in session.execute(
            select(SightingRow.event_id, func.count())
            .join(PhotoRow, PhotoRow.id == SightingRow.photo_id)
            .where(PhotoRow.content_hash.in_(batch))
            .group_by(SightingRow.event_id)
        ):
            counts[event_id] = counts.get(event_id, 0) + count
    events = session.scalars(select(EventRow).where(EventRow.id.in_(counts))).all()
    return sorted(((event, counts[event.id]) for event in events), key=lambda pair: (-pair[1], pair[0].id))
