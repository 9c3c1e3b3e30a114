"""What a contact's fields were read from: the lines of its card, and how sure each is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.tables import EntryRow, EventRow
from cardscan.followup.cell_text import one_value
from cardscan.followup.queue import follow_up, reason_of
from cardscan.followup.record import Event
from cardscan.ocr.record import Photo
from cardscan.parse.contact import parse_reading
from cardscan.review.card.columns import column_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.ocr.record import Reading
    from cardscan.parse.record import Contact, Field, Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the program found for one column.

    Attributes:
        column: Of the queue.
        raw: The text as read.
        confidence: Belief in [0, 1] that the value is right.
        lines: Indexes of the lines of the card that it came from.
        reasons: What is odd about it, as the queue says it.
        doubts: Those of them for which it may be misread or misassigned.
    """

    column: str
    raw: str
    confidence: float
    lines: tuple[int, ...]
    reasons: tuple[str, ...]
    doubts: tuple[str, ...]


def found_in(contact: Contact) -> tuple[Found, ...]:
    """What the program found, field by field.

    Args:
        contact: What the card says.
    """
    return tuple(_found(field, contact) for field in contact.fields)


def country_of(session: Session, entry_id: str) -> str | None:
    """The country of phones on a card that name none: its event's, where it is known.

    Args:
        session: Reads.
        entry_id: The contact's entry.
    """
    found = select(EventRow.country).join(EntryRow, EntryRow.event_id == EventRow.id)
    return session.scalar(found.where(EntryRow.id == entry_id))


def second_reading(reading: Reading, row: FollowUp, *, country: str | None) -> FollowUp | None:
    """The row as it would be if every line that was read twice said what it said the second time.

    Args:
        reading: What was read on the card.
        row: The row as it stands.
        country: ISO 3166-1 alpha-2 code for phones without a country code, if known.

    Returns:
        The row; None where no line was read twice with another outcome.
    """
    if not any(line.again and line.again != line.text for line in reading.lines):
        return None
    lines = tuple(replace(line, text=line.again or line.text, again="") for line in reading.lines)
    contact = parse_reading(replace(reading, lines=lines), country=country)
    event = Event(name=row.event, date=row.event_date)
    photo = Photo(path=row.photo[0] if row.photo else "", content_hash="")
    return follow_up(contact, event=event, photo=photo, card=row.card, scanned_at=row.scanned_at).entry


def _found(field: Field, contact: Contact) -> Found:
    first = contact.first(field.kind)
    return Found(
        column=column_of(field, is_first=field is first),
        raw=one_value(field.raw),
        confidence=field.confidence,
        lines=field.lines,
        reasons=_said(field, field.issues),
        doubts=_said(field, (issue for issue in field.issues if issue.doubt)),
    )


def _said(field: Field, issues: Iterable[Issue]) -> tuple[str, ...]:
    return tuple(one_value(reason_of(field, issue)) for issue in issues)
