"""``cardscan sheet``: lists on paper, for a round of calls and an hour of handwritten notes."""

import csv
import io
from dataclasses import astuple
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.events import EventName
from cardscan.cli.options import Ahead
from cardscan.cli.spoken import who_is
from cardscan.cli.terminal import say
from cardscan.cli.today import due_now
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.cli.desk import Desk
    from cardscan.followup.due import DueEntry
    from cardscan.followup.sheets.postal import LabelRow

_ACTION_OF = {"calls": "call", "letters": "note", "labels": "note"}
"""What each kind of sheet is for, by the action that is due."""

_LABEL = ("name", "company", "street", "town", "country")
"""The columns of the labels."""


def sheet(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help="calls, letters (both HTML to print) or labels (CSV).")
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Where it goes. [calls.html, labels.csv, ...]"),
    ] = None,
    event: EventName = None,
    ahead: Ahead = 0,
    everybody: Annotated[bool, typer.Option("--all", help="Everybody due, whatever is to be done.")] = False,
    book: BookPlace = None,
) -> None:
    """Write a sheet of those who are due: to call, or to write a note by hand to."""
    if kind not in _ACTION_OF:
        raise UsageError(f"There is no sheet {kind!r}. Type one of: {', '.join(_ACTION_OF)}.")
    with at_desk(book) as desk:
        found = due_now(desk, event, ahead)
    due = [one for one in found if everybody or one.step.action == _ACTION_OF[kind]]
    without = _without_address(due) if kind != "calls" else []
    if len(without) == len(due):
        say(f"Nobody is due for {kind}" + (f"; {len(without)} lack a postal address." if without else "."))
        return
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help

    path = output or Path(f"{kind}.{'csv' if kind == 'labels' else 'html'}")
    written = write_file(path, _content(kind, due, desk))
    say(written.moved_aside or f"{written.path}: {len(due) - len(without)} people.")
    for one in without:
        say(f"{who_is(one.entry)}: no postal address is known.")


def _without_address(due: "Sequence[DueEntry]") -> "list[DueEntry]":
    from cardscan.followup.sheets.postal import has_address  # noqa: PLC0415 - not needed for --help

    return [one for one in due if not has_address(one.entry)]


def _content(kind: str, due: "Sequence[DueEntry]", desk: "Desk") -> bytes:
    from cardscan.followup.sheets.page import address_sheet, call_sheet  # noqa: PLC0415 - Jinja2
    from cardscan.followup.sheets.postal import label_rows  # noqa: PLC0415

    country = desk.settings.owner.country
    events = {one.event for one in due}
    event = events.pop() if len(events) == 1 else None
    if kind == "calls":
        return call_sheet(due, event=event, today=desk.today).encode()
    if kind == "letters":
        return address_sheet(due, event=event, today=desk.today, owner_country=country).encode()
    return _csv(label_rows(due, owner_country=country)).encode("utf-8-sig")


def _csv(rows: "Sequence[LabelRow]") -> str:
    from cardscan.export.guard import guard  # noqa: PLC0415 - not needed for --help

    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(_LABEL)
    writer.writerows([guard(cell) for cell in astuple(row)] for row in rows)
    return stream.getvalue()
