"""Events in the book."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy import distinct, exists, func, or_, select

from cardscan.book.tables import EntryRow, EventRow
from cardscan.errors import UsageError
from cardscan.followup.queue import event_key, folded
from cardscan.followup.record import Event

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from cardscan.followup.record import Action

_A_DAY_OFF = timedelta(days=7)
"""How far the day in a plan may be from the day of the scan; next month's event is another one."""


def find_event(session: Session, name: str, on: date) -> EventRow | None:
    """The event of that name and day, or the one that was called so before it was put right."""
    key = key_of(name, on)
    found = session.scalars(
        select(EventRow).where(or_(EventRow.key == key, EventRow.first_key == key)).order_by(EventRow.id)
    ).all()
    return next((row for row in found if row.key == key), next(iter(found), None))


def events_like(session: Session, text: str) -> tuple[EventRow, ...]:
    """The events whose name, or name and date, is a text; else those in which it stands.

    Args:
        session: Reads.
        text: As somebody typed it, like "mixer" or "Harbour mixer 2026-11-20".

    Returns:
        The latest first.
    """
    rows = session.scalars(select(EventRow).order_by(EventRow.date.desc(), EventRow.id)).all()
    called = {row.id: " ".join(event_key(row.name, row.date)) for row in rows}
    wanted = folded(text)
    whole = tuple(row for row in rows if wanted in (called[row.id], folded(row.name)))
    return whole or tuple(row for row in rows if wanted in called[row.id])


def latest_event(session: Session) -> EventRow:
    """The event that was last.

    Raises:
        UsageError: There is none in the book.
    """
    row = session.scalars(
        select(EventRow).order_by(EventRow.date.desc(), EventRow.id.desc()).limit(1)
    ).first()
    if row is None:
        raise UsageError("There is no event in the book yet. Scan some cards, or: cardscan event new NAME")
    return row


def events_named(session: Session, name: str) -> tuple[Event, ...]:
    """The events of exactly that name, the latest first."""
    rows = session.scalars(select(EventRow).order_by(EventRow.date.desc(), EventRow.id))
    return tuple(as_event(row) for row in rows if folded(row.name) == folded(name))


def all_events(session: Session) -> tuple[tuple[Event, int], ...]:
    """Every event with the number of its contacts, the latest first."""
    counts = dict(
        session.execute(
            select(EntryRow.event_id, func.count(distinct(EntryRow.contact_id)))
            .where(EntryRow.gone_at.is_(None))
            .group_by(EntryRow.event_id)
        ).all()
    )
    rows = session.scalars(select(EventRow).order_by(EventRow.date.desc(), EventRow.id))
    return tuple((as_event(row), counts.get(row.id, 0)) for row in rows)


def take_plan(session: Session, event: Event) -> EventRow | None:
    """The plan of an event that nobody was met at yet, when only its day was wrong; it is put right.

    Args:
        session: Writes.
        event: As it was named now.
    """
    planned = [
        row
        for row in session.scalars(select(EventRow).where(~exists().where(EntryRow.event_id == EventRow.id)))
        if folded(row.name) == folded(event.name) and abs(row.date - event.date) <= _A_DAY_OFF
    ]
    if len(planned) != 1:
        return None
    (row,) = planned
    row.date = row.first_date = event.date
    row.key = row.first_key = key_of(row.name, event.date)
    session.flush()
    return row


def keep_event(session: Session, event: Event, at: datetime) -> EventRow:
    """The event's row, made where it is new; what the event leaves out stays as the book has it.

    Args:
        session: Writes.
        event: As it was named now.
        at: Now.
    """
    row = find_event(session, event.name, event.date)
    if row is None:
        row = EventRow(
            key=key_of(event.name, event.date),
            first_key=key_of(event.name, event.date),
            first_name=event.name,
            first_date=event.date,
            name=event.name,
            date=event.date,
            country=None,
            next_action=None,
            made_at=at,
        )
        row.place = row.goal = row.owner = row.note = ""
        row.tags = []
        session.add(row)
    row.country = event.country or row.country
    row.place = event.place or row.place
    row.goal = event.goal or row.goal
    row.owner = event.owner or row.owner
    row.next_action = event.next_action or row.next_action
    row.tags = list(event.tags) or row.tags
    row.note = event.note or row.note
    session.flush()
    return row


def as_event(row: EventRow) -> Event:
    """The event of a row."""
    return Event(
        name=row.name,
        date=row.date,
        country=row.country,
        place=row.place,
        goal=row.goal,
        owner=row.owner,
        next_action=cast("Action | None", row.next_action),
        tags=tuple(row.tags),
        note=row.note,
        first_known_as=(row.first_name, row.first_date),
    )


def key_of(name: str, on: date) -> str:
    """An event's key as one text."""
    return "|".join(event_key(name, on))
