"""``cardscan event``: the events, planned, listed and put right."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.examples import examples
from cardscan.cli.options import Country
from cardscan.cli.spoken import ACTIONS, spoken_day
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import UsageError
from cardscan.followup.record import Event

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.book.tables import EventRow

EventName = Annotated[str | None, typer.Option("--event", metavar="NAME", help="Only people of this event.")]

Day = Annotated[str | None, typer.Option("--date", metavar="DATE", help="Its day, like 2026-11-20.")]
Place = Annotated[str | None, typer.Option("--place", help="Where it is.")]
Goal = Annotated[str | None, typer.Option("--goal", help='What you want there, like "three distributors".')]
Who = Annotated[str | None, typer.Option("--owner", help="Who follows up.")]
First = Annotated[
    str | None, typer.Option("--next-action", metavar="ACTION", help="The first step with everybody.")
]
Tags = Annotated[list[str] | None, typer.Option("--tag", help="For your CRM. Repeatable.")]
Note = Annotated[str | None, typer.Option("--note", help="Anything else.")]
Folder = Annotated[
    Path | None,
    typer.Option("--folder", metavar="FOLDER", help="Also write event.toml there, beside the photos."),
]

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Plan events, list them, put them right.")


@app.command(
    epilog=examples(
        'cardscan event new "Harbour Chamber mixer" --date 2026-11-20 --goal "three distributors"'
    )
)
def new(
    name: Annotated[str, typer.Argument(help="Its name.")],
    *,
    on: Day = None,
    place: Place = None,
    goal: Goal = None,
    owner: Who = None,
    next_action: First = None,
    country: Country = None,
    tag: Tags = None,
    note: Note = None,
    folder: Folder = None,
    book: BookPlace = None,
) -> None:
    """Plan an event: its photos then find its date, goal and country in the book."""
    from cardscan.book.events import find_event, keep_event  # noqa: PLC0415 - SQLAlchemy
    from cardscan.followup.event import typed_date  # noqa: PLC0415

    with at_desk(book) as desk:
        event = _changed(
            Event(name=_name(name), date=typed_date(on or "today", desk.today, "--date")),
            place=place,
            goal=goal,
            owner=owner,
            next_action=next_action,
            country=country,
            tags=tag,
            note=note,
        )
        with desk.book.writing() as session:
            if find_event(session, event.name, event.date):
                raise UsageError(
                    f"{_called(event)} is in the book already. To change it: cardscan event edit"
                )
            keep_event(session, event, desk.now)
    _write(event, folder)
    say(f"{_called(event)} is in the book.")


@app.command(
    epilog=examples('cardscan event edit "Harbour mixer" --name "Harbour Chamber mixer" --date 2026-11-19')
)
def edit(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its name, or a part of it.")],
    *,
    name: Annotated[str | None, typer.Option("--name", help="What it is really called.")] = None,
    on: Day = None,
    place: Place = None,
    goal: Goal = None,
    owner: Who = None,
    next_action: First = None,
    country: Country = None,
    tag: Tags = None,
    note: Note = None,
    folder: Folder = None,
    book: BookPlace = None,
) -> None:
    """Put an event right. Days that nobody has touched move with its date; contacts keep their ids."""
    from cardscan.book.event_edit import edit_event  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.events import as_event  # noqa: PLC0415
    from cardscan.followup.event import typed_date  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.writing() as session:
        row = event_row(session, event)
        before = as_event(row)
        after = _changed(
            before,
            name=None if name is None else _name(name),
            date=None if on is None else typed_date(on, desk.today, "--date"),
            place=place,
            goal=goal,
            owner=owner,
            next_action=next_action,
            country=country,
            tags=tag,
            note=note,
        )
        moved = edit_event(session, row, after, settings=desk.settings)
    _write(after, folder)
    say(f"{_called(before)} is now {_called(after)}. Due dates moved: {moved}.")


@app.command("list")
def list_events(*, book: BookPlace = None) -> None:
    """Print the events in the book, the latest first."""
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    from cardscan.book.events import all_events  # noqa: PLC0415 - SQLAlchemy

    table = Table(box=None, pad_edge=False)
    for column in ("date", "event", "place", "goal", "contacts"):
        table.add_column(column, overflow="fold", justify="right" if column == "contacts" else "left")
    with at_desk(book) as desk, desk.book.reading() as session:
        for event, contacts in all_events(session):
            cells = (event.date.isoformat(), event.name, event.place, event.goal, str(contacts))
            table.add_row(*map(safe, cells))
    console().print(table)


def event_row(session: "Session", name: str) -> "EventRow":
    """The event that the owner means: by its name, or by a part of it that only one has.

    Args:
        session: Reads.
        name: As typed.

    Raises:
        UsageError: No event is called so, or several are.
    """
    from cardscan.book.events import events_like  # noqa: PLC0415 - SQLAlchemy

    found = events_like(session, name)
    if len(found) == 1:
        return found[0]
    listed = "; ".join(f"{row.name!r} on {row.date}" for row in found)
    if found:
        raise UsageError(
            f"{name!r} fits {len(found)} events: {listed}. Type more of the name, or with its date."
        )
    raise UsageError(f"No event in the book fits {name!r}. See them all: cardscan event list")


def _changed(event: Event, *, tags: list[str] | None = None, **said: Any) -> Event:
    """The event with what was said about it."""
    action = said.get("next_action")
    if action is not None and action not in ACTIONS:
        raise UsageError(f"{action!r} is no next action. Type one of: {', '.join(ACTIONS)}.")
    changes = {key: value for key, value in said.items() if value is not None}
    return replace(event, tags=event.tags if tags is None else tuple(tags), **changes)


def _name(text: str) -> str:
    from cardscan.followup.cell_text import one_line  # noqa: PLC0415 - not needed for --help

    if name := one_line(text):
        return name
    raise UsageError("An event needs a name.")


def _called(event: Event) -> str:
    return f"{event.name} ({spoken_day(event.date)})"


def _write(event: Event, folder: Path | None) -> None:
    """Write the event beside its photos; a file that says something else is left alone."""
    if folder is None:
        return
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help
    from cardscan.followup.event_file import EVENT_FILE, event_file_text  # noqa: PLC0415

    written = write_file(folder / EVENT_FILE, event_file_text(event).encode())
    if written.moved_aside:
        say(written.moved_aside)
