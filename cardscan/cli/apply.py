"""``cardscan apply``: a queue that was edited in a spreadsheet comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, can_ask
from cardscan.cli.options import AsJson, Yes
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import RecordError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.table import Table

    from cardscan.book.apply.record import SheetChanges
    from cardscan.export.sheet import Row

_HALF = 0.5


def apply(
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="The queue: CSV, XLSX or ODS.")],
    *,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would change.")] = False,
    yes: Yes = False,
    as_json: AsJson = False,
    book: BookPlace = None,
) -> None:
    """Take back a queue that you edited: corrected fields, done, notes, deleted rows.

    Shows what will change, and asks at a terminal. What it cannot understand it refuses by row and
    column, and then changes nothing. What the sheet does not show stays as it is.
    """
    from cardscan.book.apply.changes import changes_of  # noqa: PLC0415 - SQLAlchemy
    from cardscan.export.sheet import parse_sheet  # noqa: PLC0415 - not needed for --help

    data = _content(sheet)
    rows = parse_sheet(data, str(sheet))
    with at_desk(book) as desk:
        country = desk.settings.owner.country
        with desk.book.reading() as session:
            found = changes_of(session, sheet, rows, today=desk.today, country=country)
        _refuse(sheet, found)
        _tell(found, as_json=as_json)
        careful = _warning(found)
        if careful:
            say(careful)
        if dry_run or not _may(found, yes=yes, careful=bool(careful)):
            say("Nothing was changed.")
            return
        _keep(desk, sheet, rows, found)
    if found.left_alone:
        say(f"{sheet.name} holds what was not taken over, so no scan will write over it.")
    else:
        _take_over(sheet, data)
    if not found.is_empty:
        say("Applied.")


def _content(sheet: Path) -> bytes:
    try:
        return sheet.read_bytes()
    except OSError as exc:
        raise RecordError(str(sheet), f"it cannot be read ({exc.strerror}).") from exc


def _refuse(sheet: Path, found: "SheetChanges") -> None:
    for problem in found.problems:
        say(str(problem))
    if found.problems:
        raise UsageError(f"{sheet} was not applied, and nothing was changed: correct these first.")


def _may(found: "SheetChanges", *, yes: bool, careful: bool) -> bool:
    if found.is_empty or yes:
        return True
    if not can_ask():
        if careful:
            raise UsageError(
                "Nothing was changed: there is no terminal to ask at. If it is right, add --yes."
            )
        return True
    return typer.confirm("Apply this?", err=True)


def _warning(found: "SheetChanges") -> str:
    """What speaks against applying a sheet; empty where nothing does."""
    if len(found.removed) > _HALF * found.rows_before:
        return (
            f"CAREFUL: {len(found.removed)} of {found.rows_before} rows are missing. If this is a filtered "
            "copy, or a part of the queue, do not apply it."
        )
    if found.as_of and not found.is_empty:
        return (
            f"CAREFUL: this is the queue just as it was written on {found.as_of:%Y-%m-%d at %H:%M}, and it "
            "was written again since. If it is an old copy, do not apply it."
        )
    return ""


def _keep(desk: Desk, sheet: Path, rows: "Sequence[Row]", found: "SheetChanges") -> None:
    from cardscan.book.apply.applying import apply_changes  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.apply.changes import changes_of  # noqa: PLC0415
    from cardscan.book.sheets import remember  # noqa: PLC0415

    country = desk.settings.owner.country
    with desk.book.writing() as session:
        if changes_of(session, sheet, rows, today=desk.today, country=country) != found:
            raise UsageError("The book has changed meanwhile, and nothing was applied. Run it again.")
        apply_changes(session, found, now=desk.now, settings=desk.settings)
        remember(session, sheet, found.shown, at=desk.now)


def _take_over(sheet: Path, data: bytes) -> None:
    """Let the next scan write over the file, unless it holds what only the file has."""
    from cardscan.export.safe_file import take_over  # noqa: PLC0415 - not needed for --help
    from cardscan.export.sheet import other_columns  # noqa: PLC0415
    from cardscan.export.workbook import is_workbook  # noqa: PLC0415

    if is_workbook(data):
        return  # it may have more sheets, colours and formulas
    others = other_columns(data, str(sheet))
    if others:
        say(f"{sheet.name} has columns of your own, so no scan will write over it: {', '.join(others)}")
        return
    take_over(sheet, data)


def _tell(found: "SheetChanges", *, as_json: bool) -> None:
    if as_json:
        from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

        typer.echo(json_line(_as_dict(found)))
        return
    to = console()
    if found.changes:
        to.print(_table(found))
    for who in found.removed.values():
        to.print(safe(f"taken out of the queue: {who} (cardscan restore brings them back)"), soft_wrap=True)
    for who in found.returned.values():
        to.print(safe(f"brought back: {who}"), soft_wrap=True)
    for sentence in (*found.left_alone, *found.warnings):
        say(sentence)
    say(_counts(found))


def _table(found: "SheetChanges") -> "Table":
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    table = Table(box=None, pad_edge=False)
    table.add_column("row", justify="right")
    for column in ("who", "column", "before", "after", "meanwhile in the book"):
        table.add_column(column, overflow="fold")
    for change in found.changes:
        texts = (change.who, change.column, change.before or "(empty)", change.after or "(empty)")
        table.add_row(str(change.row), *map(safe, texts), safe(change.meanwhile))
    return table


def _counts(found: "SheetChanges") -> str:
    if found.is_empty:
        return "There is nothing to change."
    counts = (
        f"cells changed: {len(found.changes)}",
        f"of people: {len({change.entry_id for change in found.changes})}",
        f"taken out: {len(found.removed)}",
        f"brought back: {len(found.returned)}",
    )
    return ", ".join(counts)


def _as_dict(found: "SheetChanges") -> dict[str, object]:
    return {
        "changes": [
            {
                "row": change.row,
                "who": change.who,
                "column": change.column,
                "before": change.before,
                "after": change.after,
                "meanwhile": change.meanwhile,
            }
            for change in found.changes
        ],
        "taken_out": list(found.removed.values()),
        "brought_back": list(found.returned.values()),
        "left_alone": list(found.left_alone),
        "warnings": list(found.warnings),
    }
