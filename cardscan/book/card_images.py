"""Where the cards lie in their photos, as the book has it from their scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.tables import EventRow, PhotoRow, ReadingRow, SightingRow
from cardscan.ocr.record import Reading

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.ocr.record import CardImage


def card_images(session: Session, content_hash: str) -> tuple[CardImage, ...] | None:
    """The cards of a photo, as the reader that read it last found them.

    Args:
        session: Reads.
        content_hash: The photo.

    Returns:
        The cards by number, without those that were forgotten; None where the book has not
        kept the photo.
    """
    readings = session.scalar(
        select(ReadingRow.readings)
        .join(PhotoRow, PhotoRow.id == ReadingRow.photo_id)
        .where(PhotoRow.content_hash == content_hash)
        .order_by(ReadingRow.read_at.desc(), ReadingRow.id.desc())
        .limit(1)
    )
    return None if readings is None else tuple(Reading.from_dict(one, "the book").card for one in readings)


def hashes_of_first_photo(session: Session, row: FollowUp) -> frozenset[str]:
    """What the photo that gives a row its place held when it was scanned.

    Args:
        session: Reads.
        row: The row.

    Returns:
        Content hashes: none where the book knows no such photo, several where other photos
        had that name before.
    """
    wanted = (
        select(PhotoRow.content_hash)
        .join(SightingRow, SightingRow.photo_id == PhotoRow.id)
        .join(EventRow, EventRow.id == SightingRow.event_id)
        .where(
            SightingRow.path.in_(row.photo[:1]),
            EventRow.name == row.event,
            EventRow.date == row.event_date,
        )
    )
    return frozenset(session.scalars(wanted))


def folders_of_first_photo(session: Session, row: FollowUp) -> tuple[str, ...]:
    """The folders in which the photo that gives a row its place was scanned last, printable as its path.

    Args:
        session: Reads.
        row: The row.

    Returns:
        The folders, none where the book knows none.  They may be those of another computer, and
        are no more to be trusted than the row.
    """
    wanted = (
        select(SightingRow.folder)
        .join(EventRow, EventRow.id == SightingRow.event_id)
        .where(
            SightingRow.path.in_(row.photo[:1]),
            SightingRow.folder != "",
            EventRow.name == row.event,
            EventRow.date == row.event_date,
        )
        .distinct()
        .order_by(SightingRow.folder)
    )
    return tuple(session.scalars(wanted))


def reading_of(session: Session, row: FollowUp) -> Reading | None:
    """What was read last on the card that gives a row its place; None where the book has not kept it.

    Args:
        session: Reads.
        row: The row.
    """
    readings = session.scalar(
        select(ReadingRow.readings)
        .join(PhotoRow, PhotoRow.id == ReadingRow.photo_id)
        .where(PhotoRow.content_hash.in_(hashes_of_first_photo(session, row)))
        .order_by(ReadingRow.read_at.desc(), ReadingRow.id.desc())
        .limit(1)
    )
    found = (one for one in readings or () if one["card"]["number"] == row.card)
    return next((Reading.from_dict(one, "the book") for one in found), None)
