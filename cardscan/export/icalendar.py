"""Follow-ups as appointments, or as tasks, for any calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Event, Todo
from icalendar.enums import STATUS, TRANSP

from cardscan.export.wording import what_to_do, where_met
from cardscan.followup.calendar_file import calendar_around, sequence, span, stable_uid, time_of_day
from cardscan.followup.cell_text import one_line
from cardscan.followup.record import OPEN

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.export.exporter import Wishes
    from cardscan.export.output import Output
    from cardscan.followup.record import FollowUp

_MINUTES = 15
_FOLD = b"\r\n "
_PRIORITY = {"A": 1, "B": 5, "C": 9}
"""RFC 5545, section 3.8.1.9: 1 is the highest of nine."""


_YEARS_AHEAD = 6
"""Nothing is due in more than five years."""


@dataclass(frozen=True, slots=True)
class IcalendarExporter:
    """One file with an appointment, or a task, for each follow-up that is to be done.

    What was handed on before and is done, or is not to be done, stands there as such.
    """

    suffix: str = ".ics"
    heeds: frozenset[str] = frozenset({"todo", "fold"})
    hint: str = ""

    def export(self, rows: Iterable[FollowUp], output: Output, wishes: Wishes) -> None:
        """See ``Exporter``."""
        stream = output.file()
        start, end = calendar_head(wishes)
        stream.write(start)
        written: set[str] = set()
        for row in rows:
            is_wanted = row.status in OPEN or row.contact_id in wishes.handed  # to be taken off again
            if not is_wanted:
                output.left.add(row.contact_id)
            elif row.contact_id not in written:
                stream.write(follow_up_component(row, wishes))
                written.add(row.contact_id)
                output.taken += 1
        stream.write(end)


def calendar_head(wishes: Wishes) -> tuple[bytes, bytes]:
    """What stands before and behind the follow-ups in a file."""
    year = wishes.now.year
    start, end = calendar_around(None if wishes.todo else wishes.now.tzinfo, year - 1, year + _YEARS_AHEAD)
    return _folded(start, wishes), end


def follow_up_component(row: FollowUp, wishes: Wishes) -> bytes:
    """What is to be done with a contact, at the hour for follow-ups of the day on which it is due.

    Args:
        row: The contact.
        wishes: Whether it is a task; the hour, the time zone, and when the file is made.

    Returns:
        A VEVENT that takes no time from the diary, or a VTODO, with an alarm; what is overdue
        is due today.  It has the same UID each time and a number that grows, so that a calendar
        moves it.  What is done or left alone stands there as done or cancelled.

    Source:
        RFC 5545, sections 3.6.1, 3.6.2 and 3.6.6.
    """
    summary = one_line(what_to_do(row))
    on = max(row.follow_up_due, wishes.now.date()) if row.status in OPEN else row.follow_up_due
    at = datetime.combine(on, time_of_day(wishes.at))
    start, end = span(at, _MINUTES, wishes.now.tzinfo or UTC)
    component: Event | Todo
    if wishes.todo:
        component = Todo.new(status=_todo_status(row))
        component.DUE = on
        alarm = Alarm.new_display(summary, start.astimezone(UTC))
        alarm["TRIGGER"].params["VALUE"] = "DATE-TIME"  # which icalendar leaves out; readers need it
    else:
        status = STATUS.CONFIRMED if row.status in OPEN else STATUS.CANCELLED
        component = Event.new(start=start, end=end, status=status, transparency=TRANSP.TRANSPARENT)
        alarm = Alarm.new_display(summary, timedelta(0))
    component.uid = follow_up_uid(row.contact_id, todo=wishes.todo)
    component.stamp = wishes.now.astimezone(UTC)
    component.sequence = sequence(wishes.now)
    component.summary = summary
    component.description = _description(row)
    component.categories = [one_line(row.event)]
    component.priority = _PRIORITY[row.priority]
    if row.status in OPEN:
        component.add_component(alarm)
    content: bytes = component.to_ical()
    return _folded(content, wishes)


def follow_up_uid(contact_id: str, *, todo: bool) -> str:
    """The UID of the follow-up of a contact."""
    return stable_uid("todo" if todo else "follow-up", contact_id)


def _todo_status(row: FollowUp) -> STATUS:
    if row.status in OPEN:
        return STATUS.NEEDS_ACTION
    return STATUS.COMPLETED if row.status == "done" else STATUS.CANCELLED


def _description(row: FollowUp) -> str:
    phones = (*row.mobile_phone, *row.work_phone, *row.other_phones)
    lines = (", ".join(phones), row.email, row.job_title, where_met(row))
    return "\n".join(line for text in lines if (line := one_line(text)))


def _folded(content: bytes, wishes: Wishes) -> bytes:
    return content if wishes.fold else content.replace(_FOLD, b"")
