"""What goes into the diary: the hour for follow-ups, and a coffee that is proposed.

Both are plain appointments that Outlook, Apple and Google take in as they are: no
METHOD, organizer or attendee.  With those, opening the file would send an invitation
or ask its owner to accept their own, and nothing is ever sent from here.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm
from icalendar import Event as Appointment
from icalendar.enums import STATUS, TRANSP

from cardscan.followup.calendar_file import calendar_file, sequence, span, stable_uid, time_of_day
from cardscan.followup.cell_text import one_line
from cardscan.followup.queue import event_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Event, FollowUp
    from cardscan.followup.settings import Owner

_REMINDER = timedelta(minutes=10)


def plan_block(  # noqa: PLR0913 - an appointment is made of these
    event: Event,
    due: Sequence[DueEntry],
    *,
    on: date,
    at: str,
    minutes: int,
    zone: tzinfo,
    now: datetime,
) -> bytes:
    """The hour for the follow-ups of an event, with whom to turn to first.

    Args:
        event: Where the contacts were met.
        due: Whom to get in touch with, the first one first.
        on: The day of the hour.
        at: When it begins, local time as "09:00".
        minutes: How long it is.
        zone: The owner's time zone.
        now: When the file is made, with its offset from UTC.

    Returns:
        An iCalendar file. Another one for the same event and day takes the place of
        this one in a calendar; it reminds ten minutes before.

    Raises:
        UsageError: ``at`` is no time of day, or ``minutes`` no length of one.
    """
    start, end = span(datetime.combine(on, time_of_day(at)), minutes, zone)
    people = f"{len(due)} {'person' if len(due) == 1 else 'people'}"
    summary = f"Follow up: {one_line(event.name)} ({people})"
    appointment = Appointment.new(
        uid=stable_uid("plan", *event_key(*(event.first_known_as or (event.name, event.date))), str(on)),
        stamp=now.astimezone(UTC),
        sequence=sequence(now),
        start=start,
        end=end,
        summary=summary,
        description="\n".join(_line(number, row) for number, row in enumerate(due, start=1)) or None,
        status=STATUS.CONFIRMED,
        transparency=TRANSP.OPAQUE,
    )
    appointment.add_component(Alarm.new_display(summary, -_REMINDER))
    return calendar_file(appointment)


def meeting_proposal(  # noqa: PLR0913 - an appointment is made of these
    entry: FollowUp,
    *,
    owner: Owner,
    start: datetime,
    minutes: int,
    place: str,
    zone: tzinfo,
    now: datetime,
    touches: int = 0,
) -> bytes:
    """A coffee with a contact, tentative, to keep in the diary or to attach to a letter.

    What stands in it may be read by the contact: no note of the owner's does.

    Args:
        entry: Whom to meet.
        owner: Who proposes it.
        start: When; without an offset it is local time in ``zone``.
        minutes: How long.
        place: Where; empty for not yet agreed.
        zone: The owner's time zone.
        now: When the file is made, with its offset from UTC.
        touches: How often they were in touch so far.

    Returns:
        An iCalendar file; another one takes the place of this one, until they were in
        touch again.

    Raises:
        UsageError: ``minutes`` is no length of an appointment.
    """
    local = start if start.tzinfo is None else start.astimezone(zone).replace(tzinfo=None)
    begins, ends = span(local, minutes, zone, second=bool(start.tzinfo and start.astimezone(zone).fold))
    appointment = Appointment.new(
        uid=stable_uid("meeting", entry.contact_id, str(touches)),
        stamp=now.astimezone(UTC),
        sequence=sequence(now),
        start=begins,
        end=ends,
        summary=_coffee(entry, owner),
        description=_contacts(entry, owner) or None,
        location=one_line(place) or None,
        status=STATUS.TENTATIVE,
        transparency=TRANSP.OPAQUE,
    )
    return calendar_file(appointment)


def _coffee(entry: FollowUp, owner: Owner) -> str:
    company = f" ({entry.company})" if entry.full_name and entry.company else ""
    names = (f"{entry.full_name or entry.company}{company}", owner.name)
    return one_line(f"Coffee: {' and '.join(name for name in names if name)}")


def _contacts(entry: FollowUp, owner: Owner) -> str:
    """How the two reach each other on the day."""
    phone = next(iter((*entry.mobile_phone, *entry.work_phone, *entry.other_phones)), "")
    people = ((entry.full_name, phone, entry.email), (owner.name, owner.phone, owner.email))
    lines = (", ".join(one_line(each) for each in person if each) for person in people)
    return "\n".join(line for line in lines if line)


def _line(number: int, row: DueEntry) -> str:
    """One line of the list, as "1. Ada Winter, Northwind: call +44 20 7946 0958 (A)"."""
    who = ", ".join(each for each in (row.entry.full_name, row.entry.company) if each) or row.entry.contact_id
    return one_line(f"{number}. {who}: {row.step.action} {row.how}") + f" ({row.entry.priority})"
