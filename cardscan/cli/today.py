"""``cardscan today``: whom to get in touch with, and how."""

import csv
import io
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk
from cardscan.cli.events import EventName, event_row
from cardscan.cli.options import Ahead, AsJson
from cardscan.cli.spoken import ACTIONS, spoken_day, who_is
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from cardscan.followup.due import DueEntry

_COLUMNS = (
    "due", "overdue_days", "priority", "next_action", "how", "full_name", "company", "why", "event", "notes",
    "contact_id",
)  # fmt: skip


def today(
    *,
    event: EventName = None,
    ahead: Ahead = 0,
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    book: BookPlace = None,
) -> None:
    """Print whom to get in touch with today: what is overdue first, with why, how and where."""
    if as_json and as_csv:
        raise UsageError("JSON and CSV cannot both go to stdout; choose one.")
    with at_desk(book) as desk:
        due = due_now(desk, event, ahead)
    if as_json:
        from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

        typer.echo(json_line([as_dict(one) for one in due]))
    elif as_csv:
        typer.echo(_csv(due), nl=False)
    elif due:
        console().print(_table(due))
        say(f"{len(due)} due, {sum(bool(one.overdue_days) for one in due)} of them overdue.")
    else:
        say("Nothing is due today.")


def due_now(desk: Desk, event: str | None, ahead: int = 0) -> "Sequence[DueEntry]":
    """What is due at a desk.

    Args:
        desk: The desk.
        event: The name of the one event to look at, if any.
        ahead: Days to look ahead.
    """
    from cardscan.book.agenda import due_entries  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        row = event_row(session, event) if event else None
        return due_entries(session, desk.today, ahead=ahead, event=row)


def as_dict(one: "DueEntry") -> dict[str, Any]:
    """What is due with one person, as JSON values."""
    return {
        "due": one.step.due.isoformat(),
        "overdue_days": one.overdue_days,
        "priority": one.entry.priority,
        "next_action": one.step.action,
        "how": one.how,
        "full_name": one.entry.full_name,
        "company": one.entry.company,
        "why": one.step.why,
        "event": one.event.name,
        "notes": list(one.notes),
        "contact_id": one.entry.contact_id,
    }


def _csv(due: "Sequence[DueEntry]") -> str:
    from cardscan.export.guard import guard, is_phone_cell  # noqa: PLC0415 - not needed for --help

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_COLUMNS)
    for one in due:
        cells = as_dict(one) | {"notes": "; ".join(one.notes)}
        texts = (str(cells[column]) for column in _COLUMNS)
        writer.writerow(text if is_phone_cell(text) else guard(text) for text in texts)
    return stream.getvalue()


def _table(due: "Sequence[DueEntry]") -> "Table":
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    table = Table(box=None, pad_edge=False)
    for column in ("due", "", "who", "do", "with", "why"):
        table.add_column(column, overflow="fold")
    for one in due:
        late = f" ({one.overdue_days} d late)" if one.overdue_days else ""
        why = "; ".join((one.step.why, *one.notes))
        table.add_row(
            spoken_day(one.step.due) + late,
            one.entry.priority,
            safe(who_is(one.entry)),
            ACTIONS[one.step.action],
            safe(one.how),
            safe(why),
        )
    return table
