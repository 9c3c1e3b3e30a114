"""The event of an archive: said once, and kept beside the photos, so that it is the same after each start."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.followup.cell_text import one_line
from cardscan.followup.event import resolve_event, typed_date
from cardscan.followup.event_file import EVENT_FILE, event_file_text, read_event_file
from cardscan.followup.record import Event
from cardscan.ocr.folder import shown
from cardscan.watch.moving import settle_on_disk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from cardscan.watch.rooms import Rooms


def pinned_event(  # noqa: PLR0913 - each is one thing the user may say
    rooms: Rooms,
    *,
    name: str | None,
    on: str | None,
    country: str | None,
    known: Callable[[str], Iterable[Event]],
    today: date,
) -> Event:
    """The event whose photos an archive holds; written into its ``event.toml`` where it is new.

    Args:
        rooms: The folders.
        name: The event's name, if typed; else ``event.toml`` says it, else the inbox' name does.
        on: Its day, if typed; else ``event.toml`` says it, else the plan in the book, else it is today.
        country: ISO 3166-1 alpha-2 code, if typed.
        known: Gives the events of a name that were planned or scanned before, the latest first.
        today: The day that "today" means.

    Raises:
        UsageError: The archive holds another event's photos, or what was typed cannot be.
        RecordError: ``event.toml`` does not hold what it must.
    """
    before = read_event_file(rooms.archive)
    if before.name is None or before.date is None:
        event = resolve_event(
            rooms.inbox,
            (),
            name=name or before.name,
            on=on or (before.date.isoformat() if before.date else None),
            country=country,
            known=lambda called: (*known(called), Event(name=called, date=today)),
            today=today,
        )
        _write(rooms, event)
        return event
    if (name and one_line(name) != one_line(before.name)) or (on and typed_date(on, today) != before.date):
        raise UsageError(
            f"{shown(rooms.archive)} holds the photos of {before.name!r}, {before.date}. Another event needs "
            "an archive of its own: --archive FOLDER. If that name or day is wrong: cardscan event edit "
            f"{before.name!r} --folder {shown(rooms.archive)}, with what is right."
        )
    return resolve_event(rooms.archive, (), country=country, today=today)


def _write(rooms: Rooms, event: Event) -> None:
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - only the first time

    path = rooms.archive / EVENT_FILE
    with suppress(FileNotFoundError):
        if path.read_text("utf-8") == event_file_text(event):
            return
    write_file(path, event_file_text(event).encode(), force=True)
    settle_on_disk(rooms.archive)
