"""``cardscan plan`` and ``cardscan meet``: time in the diary, without which nothing happens."""

import re
from datetime import datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, day_of, picked
from cardscan.cli.events import event_row
from cardscan.cli.options import Person
from cardscan.cli.spoken import ACTIONS, next_of, spoken_day, who_is
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import UsageError

_SPOKEN_TIME = re.compile(
    r"(?P<day>\D.*?)[ ,]+(?:at )?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?"
    r"(?:(?P<pm>p\.?m\.?)|a\.?m\.?|h|uhr)?",
    re.IGNORECASE,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Event


def plan(
    event: Annotated[
        str | None, typer.Argument(metavar="EVENT", help="Its name, or a part of it. [the latest]")
    ] = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE.ics", help="Also write the hour for your calendar."),
    ] = None,
    book: BookPlace = None,
) -> None:
    """Print the plan of an event: its goal, and whom to turn to in the next follow-up hour.

    The hour is on the next working day, at the time in your settings.
    """
    from cardscan.book.agenda import due_entries  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.events import as_event, latest_event  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.reading() as session:
        row = event_row(session, event) if event else latest_event(session)
        about = as_event(row)
        on = _day_of_hour(about, desk)
        due = due_entries(session, desk.today, ahead=(on - desk.today).days, event=row)
    _print(about, on, desk.settings.plan_at, due)
    if output:
        from cardscan.followup.diary import plan_block  # noqa: PLC0415 - icalendar
        from cardscan.followup.owner_file import zone  # noqa: PLC0415

        _write(
            output,
            plan_block(
                about,
                due,
                on=on,
                at=desk.settings.plan_at,
                minutes=desk.settings.plan_minutes,
                zone=zone(desk.settings.owner),
                now=desk.now,
            ),
        )


def meet(
    person: Person,
    *,
    at: Annotated[
        str, typer.Option("--at", metavar="TIME", help='When: 2026-11-25T15:00, or "Thursday 15:00".')
    ],
    minutes: Annotated[int, typer.Option(min=5, max=24 * 60, help="How long.")] = 45,
    place: Annotated[str, typer.Option(help="Where.")] = "",
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE.ics", help="Where the proposal goes.")
    ] = Path("coffee.ics"),
    book: BookPlace = None,
) -> None:
    """Write a coffee with somebody as a calendar file, tentative; nothing is sent to anyone.

    Until you say that it is done, it is what is due next with them.
    """
    from cardscan.book.touching import agree_to_meet, the_entry  # noqa: PLC0415 - SQLAlchemy
    from cardscan.followup.diary import meeting_proposal  # noqa: PLC0415 - icalendar
    from cardscan.followup.owner_file import zone  # noqa: PLC0415

    with at_desk(book) as desk:
        here = zone(desk.settings.owner)
        start = _time_of(at, desk)
        entry_id = picked(desk, person)
        with desk.book.reading() as session:
            one = the_entry(session, entry_id, desk.today)
        _write(
            output,
            meeting_proposal(
                one.entry,
                owner=desk.settings.owner,
                start=start,
                minutes=minutes,
                place=place,
                zone=here,
                now=desk.now,
                touches=len(one.touches),
            ),
        )
        with desk.book.writing() as session:
            after = agree_to_meet(session, entry_id, start.astimezone(here), today=desk.today)
    say(f"{who_is(after.entry)}: {next_of(after)}")


def _time_of(text: str, desk: Desk) -> datetime:
    """A time to come, as somebody types it.

    Raises:
        UsageError: It is none, or has passed.
    """
    from cardscan.followup.owner_file import zone  # noqa: PLC0415 - not needed for --help

    spoken = _SPOKEN_TIME.fullmatch(text.strip())
    try:
        if spoken:
            hour = int(spoken["hour"]) % 12 + 12 if spoken["pm"] else int(spoken["hour"])
            word = spoken["day"].strip()
            day = desk.today if word.casefold() == "today" else day_of(word, desk)
            start = datetime.combine(day, time(hour, int(spoken["minute"] or 0)))
        else:
            start = datetime.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(f"{text!r} is no time. Type it like {desk.today}T15:00, or Thursday 15:00.") from exc
    start = start if start.tzinfo else start.replace(tzinfo=zone(desk.settings.owner))
    if start <= desk.now:
        raise UsageError(f"{text} has passed. Type a time to come.")
    return start


def _day_of_hour(event: "Event", desk: Desk) -> "date":
    """The working day of the next follow-up hour: the one after the event, or the next from now on."""
    from cardscan.followup.planning import working_days  # noqa: PLC0415 - not needed for --help

    days = working_days(event, desk.settings)
    first = days.after(event.date, 1)
    if first > desk.today:
        return first
    has_passed = desk.now.time() > time.fromisoformat(desk.settings.plan_at)
    return days.after(desk.today, 1) if has_passed else days.on_or_after(desk.today)


def _print(event: "Event", on: "date", at: str, due: "Sequence[DueEntry]") -> None:
    to = console()
    lines = (
        ("event", f"{event.name}, {spoken_day(event.date)}"),
        ("place", event.place),
        ("goal", event.goal),
        ("owner", event.owner),
        ("note", event.note),
        ("hour", f"{spoken_day(on)}, {at}"),
        ("people", str(len(due))),
    )
    for label, text in lines:
        if text:
            to.print(f"{label:<8}{safe(text)}", soft_wrap=True)
    for number, one in enumerate(due, start=1):
        line = f"{number:>3}  {one.entry.priority}  {who_is(one.entry)}: {ACTIONS[one.step.action]} {one.how}"
        to.print(safe(line), soft_wrap=True)


def _write(path: Path, data: bytes) -> None:
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help

    written = write_file(path, data)
    say(written.moved_aside or f"{written.path} can be opened in any calendar.")
