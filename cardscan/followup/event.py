"""Which event the cards are from, and when it was."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.followup.cell_text import one_line, values
from cardscan.followup.event_file import EVENT_FILE, read_event_file
from cardscan.followup.record import Event
from cardscan.parse.country import check_country

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from cardscan.ocr.record import Photo

_AROUND = timedelta(days=3)
"""Between an event's last day and the last of its photos: some are taken on the way home."""

_LONG_AGO = timedelta(days=60)
"""After which photos without a date are not taken for those of the last event of that name."""

_YEARS = range(1990, 2100)
"""Years in which cards are photographed; another year is a typing error."""


def resolve_event(  # noqa: PLR0913 - each is one thing the user may say
    folder: Path,
    photos: Iterable[Photo],
    *,
    name: str | None = None,
    on: str | None = None,
    country: str | None = None,
    known: Callable[[str], Iterable[Event]] | None = None,
    today: date,
) -> Event:
    """The event the photos in ``folder`` are from.

    What the user types comes first, then ``event.toml`` in the folder; then the
    date is that of the photos where they are all of one day, and the name that
    of the folder.  Everything else about the event stands in the file alone; each
    text of it becomes one line.

    Args:
        folder: The folder that is scanned, or a single photo.
        photos: The photos found there.
        name: The event's name, if typed.
        on: The event's date, if typed: ISO 8601, "today" or "yesterday".
        country: ISO 3166-1 alpha-2 code, if typed.
        known: Gives the events of a name that were planned or scanned before, the latest first.
        today: The day that "today" means.

    Returns:
        The event, with its date known for sure.

    Raises:
        UsageError: The date or country typed is none, or no date can be found, or
            the photos' own lies after ``today``.
        RecordError: ``event.toml`` does not hold what it must.
    """
    place = (folder if folder.is_dir() else folder.parent).resolve()
    file = read_event_file(place)
    called = _name(name, file.name, place.name)
    day = typed_date(on, today) if on is not None else file.date
    return Event(
        name=called,
        date=_plausible(day or _planned_date(known(called) if known else (), photos, today)),
        country=check_country(country or file.country),
        place=one_line(file.place or ""),
        goal=one_line(file.goal or ""),
        owner=one_line(file.owner or ""),
        next_action=file.next_action,
        tags=values(file.tags),
        note=one_line(file.note or ""),
    )


def _name(*choices: str | None) -> str:
    for choice in choices:
        if choice and (name := one_line(choice)):
            return name
    raise UsageError('The event has no name. Type it: --event "Name of the event"')


def typed_date(text: str, today: date, option: str = "--event-date") -> date:
    """The day that somebody typed.

    Args:
        text: ISO 8601, "today" or "yesterday".
        today: The day that "today" means.
        option: How it is typed, for the sentence.

    Raises:
        UsageError: It is no date, or of a year in which nobody photographs cards.
    """
    match text.strip().casefold():
        case "today":
            return today
        case "yesterday":
            return today - timedelta(days=1)
        case typed:
            try:
                return _plausible(date.fromisoformat(typed))
            except ValueError as exc:
                raise UsageError(
                    f"{text!r} is no date that is understood here. Type it as year-month-day: "
                    f"{option} {today.isoformat()} (or today, or yesterday)"
                ) from exc


def _planned_date(known: Iterable[Event], photos: Iterable[Photo], today: date) -> date:
    """The date of the event of this name planned for the days of the photos, else the photos' own."""
    days = sorted({photo.taken_at.date() for photo in photos if photo.taken_at})
    about = days[-1] if days else today
    for event in known:
        if abs(event.date - about) <= (_AROUND if days else _LONG_AGO):
            return event.date
    return _photos_date(days, today)


def _photos_date(days: Sequence[date], today: date) -> date:
    if len(days) == 1 and days[0] <= today:
        return days[0]
    if days and days[-1] > today:
        raise UsageError(
            f"The photos say they were taken on {days[-1]}, which lies in the future: the camera's clock "
            "is wrong. Type the event's date as year-month-day: "
            f"--event-date {today} (or today, or yesterday)"
        )
    if days:
        raise UsageError(
            f"The photos were taken on {len(days)} different days, from {days[0]} to {days[-1]}, so the "
            f"event's date is not certain. Type its last day: --event-date {days[-1]}"
        )
    raise UsageError(
        "The event's date is not known: the photos carry no capture date. Type it as year-month-day, "
        "like --event-date 2026-11-20 (or today, or yesterday), or write a line like "
        f"date = 2026-11-20 into the file {EVENT_FILE} beside the photos."
    )


def _plausible(day: date) -> date:
    if day.year not in _YEARS:
        raise UsageError(
            f"The event's date {day} cannot be right. Type it as year-month-day, like --event-date 2026-11-20"
        )
    return day
