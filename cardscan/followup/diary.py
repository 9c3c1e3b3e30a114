"""What goes into the diary: the hour for follow-ups, and a coffee that is proposed.

Both are plain appointments that Outlook, Apple and Google take in as they are: no
METHOD, organizer or attendee.  With those, opening the file would send an invitation
or ask its owner to accept their own, and nothing is ever sent from here.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Alarm, Calendar
from icalendar import Event as Appointment
from icalendar.enums import STATUS, TRANSP

from cardscan.errors import UsageError
from cardscan.followup.cell_text import one_line
from cardscan.followup.queue import event_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Event, FollowUp
    from cardscan.followup.settings import Owner

_REMINDER = timedelta(minutes=10)
_LONGEST_MINUTES = 24 * 60


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
    start, end = _span(datetime.combine(on, _time_of_day(at)), minutes, zone)
    people = f"{len(due)} {'person' if len(due) == 1 else 'people'}"
    summary = f"Follow up: {one_line(event.name)} ({people})"
    appointment = Appointment.new(
        uid=_uid("plan", *event_key(*(event.first_known_as or (event.name, event.date))), str(on)),
        stamp=now.astimezone(UTC),
        sequence=_sequence(now),
        start=start,
        end=end,
        summary=summary,
        description="\n".join(_line(number, row) for number, row in enumerate(due, start=1)) or None,
        status=STATUS.CONFIRMED,
        transparency=TRANSP.OPAQUE,
    )
    appointment.add_component(Alarm.new_display(summary, -_REMINDER))
    return _file(appointment)


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
    begins, ends = _span(local, minutes, zone, second=bool(start.tzinfo and start.astimezone(zone).fold))
    appointment = Appointment.new(
        uid=_uid("meeting", entry.contact_id, str(touches)),
        stamp=now.astimezone(UTC),
        sequence=_sequence(now),
        start=begins,
        end=ends,
        summary=_coffee(entry, owner),
        description=_contacts(entry, owner) or None,
        location=one_line(place) or None,
        status=STATUS.TENTATIVE,
        transparency=TRANSP.OPAQUE,
    )
    return _file(appointment)


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


def _file(appointment: Appointment) -> bytes:
    calendar = Calendar.new(prodid="-//cardscan//follow-up//EN", uid=appointment.uid)
    calendar.add_component(appointment)
    year = appointment.start.year
    calendar.add_missing_timezones(first_date=date(year, 1, 1), last_date=date(year + 2, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def _span(local: datetime, minutes: int, zone: tzinfo, *, second: bool = False) -> tuple[datetime, datetime]:
    """Beginning and end of an appointment that really takes so many minutes.

    A time that clocks skip in spring becomes the one that they then show; of one that
    they show twice in autumn the first is meant, as RFC 5545, section 3.3.5, has it.
    Where that rule would mislead, and where the zone has no IANA name, it stands in UTC.
    """
    if not 0 < minutes <= _LONGEST_MINUTES:
        raise UsageError(f"{minutes} minutes is no length of an appointment; give 1 to {_LONGEST_MINUTES}")
    begins = local.replace(tzinfo=zone, fold=int(second)).astimezone(UTC)
    return _in_zone(begins, zone), _in_zone(begins + timedelta(minutes=minutes), zone)


def _in_zone(instant: datetime, zone: tzinfo) -> datetime:
    shown = instant.astimezone(zone)
    return instant if shown.fold or not getattr(zone, "key", "") else shown


def _time_of_day(at: str) -> time:
    try:
        return datetime.strptime(at, "%H:%M").time()  # noqa: DTZ007 - a time of day has no date and no zone
    except ValueError as exc:
        raise UsageError(f"{at!r} is no time of day; write it like 09:00") from exc


def _uid(*identity: str) -> str:
    digest = hashlib.sha256("\n".join(identity).encode("utf-8", "replace")).hexdigest()
    return f"{digest[:32]}@cardscan.invalid"


def _sequence(now: datetime) -> int:
    """Grows from file to file, so that a calendar takes the later one: minutes since 1970, as seconds
    would outgrow the 32 bits that RFC 5545 gives a number."""  # noqa: D205, D209 - one sentence
    return int(now.timestamp()) // 60
