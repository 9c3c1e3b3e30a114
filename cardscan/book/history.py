"""All that happened with somebody, and whom nobody spoke to for long."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy import func, select

from cardscan.book.agenda import entries
from cardscan.book.corrections import WHO
from cardscan.book.current import is_current
from cardscan.book.tables import CorrectionRow, EntryRow, EventRow, FollowUpRow, NoteRow, TouchRow
from cardscan.followup.report import PersonOfEvent

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, tzinfo

    from sqlalchemy.orm import Session

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that happened with a contact.

    Attributes:
        on: The day, in the owner's time zone.
        at: The moment; None where only the day is known.
        what: "met", "noted", "corrected" or the way of getting in touch.
        text: What came of it, in words.
        answered: Whether they answered; None where nobody was asked.
    """

    on: date
    at: datetime | None
    what: str
    text: str
    answered: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """Somebody whom nobody spoke to for long.

    Attributes:
        person: The contact, with the step that is next.
        since: The day of the last touch, else of the event.
        days: How long ago that is.
        touched: Whether there was a touch at all.
    """

    person: DueEntry
    since: date
    days: int
    touched: bool


def history(session: Session, contact_id: str, zone: tzinfo) -> tuple[Happening, ...]:
    """All that happened with a contact, at every event, the oldest first.

    Args:
        session: Reads.
        contact_id: The contact.
        zone: The owner's time zone.
    """
    found = [*_meetings(session, contact_id), *_since(session, contact_id, zone)]
    return tuple(sorted(found, key=lambda one: (one.on, one.at is not None, one.at and one.at.timestamp())))


def stale_people(session: Session, days: int, *, today: date, zone: tzinfo) -> tuple[Stale, ...]:
    """Whom nobody spoke to for some days, the longest first; those who were skipped are left out.

    Args:
        session: Reads.
        days: How many.
        today: In the owner's time zone.
        zone: The owner's time zone.
    """
    last = (
        select(EntryRow.contact_id, func.max(TouchRow.at).label("at"))
        .join(TouchRow, TouchRow.entry_id == EntryRow.id)
        .group_by(EntryRow.contact_id)
        .subquery()
    )
    rows = session.execute(
        select(EntryRow.id, EventRow.date, last.c.at)
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
        .outerjoin(last, last.c.contact_id == EntryRow.contact_id)
        .where(is_current(), FollowUpRow.status != "skipped")
    )
    since = {
        entry_id: (max(met_on, at.astimezone(zone).date()) if at else met_on, at is not None)
        for entry_id, met_on, at in rows
    }
    long_ago = {key: value for key, value in since.items() if value[0] <= today - timedelta(days=days)}
    ids = sorted(long_ago, key=lambda key: (long_ago[key][0], key))
    return tuple(
        Stale(
            person=person,
            since=long_ago[entry_id][0],
            days=(today - long_ago[entry_id][0]).days,
            touched=long_ago[entry_id][1],
        )
        for entry_id, person in zip(ids, entries(session, ids, today=today), strict=True)
    )


def people_of_event(session: Session, event: EventRow, *, today: date) -> tuple[PersonOfEvent, ...]:
    """Everybody who was met at an event, with every touch."""
    ids = session.scalars(
        select(EntryRow.id)
        .where(EntryRow.event_id == event.id, EntryRow.gone_at.is_(None))
        .order_by(EntryRow.id)
    )
    return tuple(
        PersonOfEvent(entry=one.entry, touches=one.touches) for one in entries(session, ids, today=today)
    )


def _meetings(session: Session, contact_id: str) -> Iterator[Happening]:
    rows = session.execute(
        select(EventRow.date, EventRow.name, EventRow.place)
        .join(EntryRow, EntryRow.event_id == EventRow.id)
        .where(EntryRow.contact_id == contact_id)
        .distinct()
    )
    for on, name, place in rows:
        yield Happening(on=on, at=None, what="met", text=", ".join(filter(None, (name, place))))


def _since(session: Session, contact_id: str, zone: tzinfo) -> Iterator[Happening]:
    def of_contact(
        table: type[NoteRow | TouchRow | CorrectionRow],
    ) -> list[NoteRow | TouchRow | CorrectionRow]:
        mine = select(EntryRow.id).where(EntryRow.contact_id == contact_id)
        return list(session.scalars(select(table).where(table.entry_id.in_(mine)).order_by(table.id)))

    for row in (*of_contact(NoteRow), *of_contact(TouchRow), *of_contact(CorrectionRow)):
        on = row.at.astimezone(zone).date()
        match row:
            case NoteRow():
                yield Happening(on=on, at=row.at, what="noted", text=row.text)
            case TouchRow():
                channel = cast("Action", row.channel)
                yield Happening(on=on, at=row.at, what=channel, text=row.note, answered=row.answered)
            case CorrectionRow() if row.column != "notes":  # notes stand there as notes
                by = "" if row.who in ("", session.info.get(WHO)) else f" (by {row.who})"
                changed = f"{row.column}: {_text(row.before)} -> {_text(row.value)}{by}"
                yield Happening(on=on, at=row.at, what="corrected", text=changed)


def _text(value: dict[str, object]) -> str:
    inside = value["value"]
    return ("; ".join(map(str, inside)) if isinstance(inside, list) else str(inside)) or "(empty)"
