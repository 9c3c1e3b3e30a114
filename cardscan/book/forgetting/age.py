"""Whom nobody has met, touched or written about for long."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cardscan.book.people import everybody
from cardscan.book.tables import CorrectionRow, EntryRow, EventRow, FollowUpRow, NoteRow, TouchRow
from cardscan.errors import UsageError
from cardscan.followup.record import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from sqlalchemy.orm import Session

    from cardscan.book.people import Known

_AGE = re.compile(r"([1-9]\d{0,4})\s*([dwmy])", re.IGNORECASE)
_MONTHS = {"m": 1, "y": 12}
_DAYS = {"d": 1, "w": 7}


def day_before(today: date, age: str) -> date:
    """The day that is some time before another one, by the calendar.

    Args:
        today: The day to count from.
        age: A number with d, w, m or y: days, weeks, months or years.

    Returns:
        The day; where that month is shorter, its last one.

    Raises:
        UsageError: That is no such time.

    Example:
        >>> day_before(date(2028, 2, 29), "1y")
        datetime.date(2027, 2, 28)
    """
    match = _AGE.fullmatch(age.strip())
    if match is None:
        raise UsageError(f"{age!r} is no time that is understood. Type one like 2y, 18m, 10w or 90d.")
    number, unit = int(match[1]), match[2].lower()
    try:
        if unit in _DAYS:
            return today - timedelta(days=number * _DAYS[unit])
        year, month = divmod(today.year * 12 + today.month - 1 - number * _MONTHS[unit], 12)
        return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))
    except (OverflowError, ValueError) as exc:
        raise UsageError(f"{age} before {today} is before the calendar begins. Type a shorter time.") from exc


def not_met_since(session: Session, before: date, *, zone: tzinfo) -> tuple[Known, ...]:
    """Contacts with whom nothing happened since a day: no event, touch, note or correction.

    Somebody with whom a person has put something off until that day or later is not among them.

    Args:
        session: Reads.
        before: The day.
        zone: The owner's time zone.

    Returns:
        Them, by name.
    """
    last: dict[str, date] = {}
    for contact_id, day in _days(session, zone):
        last[contact_id] = max(day, last.get(contact_id, day))
    people = everybody(session, also_gone=True)
    old = [people[contact_id] for contact_id, day in last.items() if day < before]
    return tuple(sorted(old, key=lambda one: (one.full_name.casefold(), one.contact_id)))


def _days(session: Session, zone: tzinfo) -> Iterator[tuple[str, date]]:
    """The last day of each kind of happening, by contact."""
    yield from _latest(session, EventRow.date, EventRow, EventRow.id == EntryRow.event_id)
    chosen = (FollowUpRow.set_by == "person") & FollowUpRow.status.in_(OPEN)
    of_entry = (FollowUpRow.entry_id == EntryRow.id) & chosen
    yield from _latest(session, FollowUpRow.due, FollowUpRow, of_entry)
    for table in (TouchRow, NoteRow, CorrectionRow):
        for contact_id, at in _latest(session, table.at, table, table.entry_id == EntryRow.id):
            yield contact_id, at.astimezone(zone).date()


def _latest(session: Session, day: Any, table: Any, on: Any) -> Iterator[tuple[str, Any]]:
    rows = session.execute(
        select(EntryRow.contact_id, func.max(day)).join(table, on).group_by(EntryRow.contact_id)
    )
    yield from ((contact_id, value) for contact_id, value in rows)
