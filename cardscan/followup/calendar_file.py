"""iCalendar files: times that are right in every zone, ids that stay, numbers that grow."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Timezone

from cardscan.errors import UsageError

if TYPE_CHECKING:
    from datetime import tzinfo

    from icalendar import Event as Appointment

_PRODUCT = "-//cardscan//follow-up//EN"
_LONGEST_MINUTES = 24 * 60


def calendar_file(appointment: Appointment) -> bytes:
    """A file with one appointment, and the time zone that it needs."""
    calendar = Calendar.new(prodid=_PRODUCT, uid=appointment.uid)
    calendar.add_component(appointment)
    year = appointment.start.year
    calendar.add_missing_timezones(first_date=date(year, 1, 1), last_date=date(year + 2, 1, 1))
    for zone in calendar.timezones:
        zone.pop("COMMENT", None)
    content: bytes = calendar.to_ical()
    return content


def calendar_around(zone: tzinfo | None, first: int, last: int) -> tuple[bytes, bytes]:
    """What stands before and behind the appointments of a file, however many they are.

    Args:
        zone: The time zone that they are in; None where they are in UTC, or have no time.
        first: The year of the first of them.
        last: The year of the last.
    """
    calendar = Calendar.new(prodid=_PRODUCT)
    calendar.pop("UID")  # a random one; files of the same follow-ups are equal
    if zone is not None and _has_name(zone):
        named = Timezone.from_tzinfo(zone, first_date=date(first, 1, 1), last_date=date(last + 1, 1, 1))
        named.pop("COMMENT", None)  # icalendar's, where RFC 5545, section 3.6.5, allows none
        calendar.add_component(named)
    end = b"END:VCALENDAR\r\n"
    return calendar.to_ical().removesuffix(end), end


def span(local: datetime, minutes: int, zone: tzinfo, *, second: bool = False) -> tuple[datetime, datetime]:
    """Beginning and end of an appointment that really takes so many minutes.

    A time that clocks skip in spring becomes the one that they then show; of one that
    they show twice in autumn the first is meant, as RFC 5545, section 3.3.5, has it.
    Where that rule would mislead, and where the zone has no IANA name, it stands in UTC.

    Args:
        local: When it begins, as a clock shows it.
        minutes: How long it is.
        zone: Whose clock.
        second: Whether the second of two equal times is meant.

    Raises:
        UsageError: ``minutes`` is no length of an appointment.
    """
    if not 0 < minutes <= _LONGEST_MINUTES:
        raise UsageError(f"{minutes} minutes is no length of an appointment; give 1 to {_LONGEST_MINUTES}")
    begins = local.replace(tzinfo=zone, fold=int(second)).astimezone(UTC)
    return _in_zone(begins, zone), _in_zone(begins + timedelta(minutes=minutes), zone)


def _in_zone(instant: datetime, zone: tzinfo) -> datetime:
    shown = instant.astimezone(zone)
    return shown if _has_name(zone) and not shown.fold else instant


def _has_name(zone: tzinfo) -> bool:
    """Whether it is one of the IANA's, which a calendar knows."""
    return bool(getattr(zone, "key", None))


def time_of_day(at: str) -> time:
    """The time that "09:00" is.

    Raises:
        UsageError: It is none.
    """
    try:
        return datetime.strptime(at, "%H:%M").time()  # noqa: DTZ007 - a time of day has no date and no zone
    except ValueError as exc:
        raise UsageError(f"{at!r} is no time of day; write it like 09:00") from exc


def stable_uid(*identity: str) -> str:
    """An id that the same identity has in every file."""
    digest = hashlib.sha256("\n".join(identity).encode("utf-8", "replace")).hexdigest()
    return f"{digest[:32]}@cardscan.invalid"


def sequence(now: datetime) -> int:
    """Grows from file to file, so that a calendar takes the later one: minutes since 1970, as seconds
    would outgrow the 32 bits that RFC 5545 gives a number."""  # noqa: D205, D209 - one sentence
    return int(now.timestamp()) // 60
