"""``cardscan apply``: a queue that was edited in a spreadsheet comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, can_ask
from cardscan.cli.options import AsJson, Yes
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from cardscan.book.apply.record import SheetChanges

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
    from cardscan.book.apply.applying import apply_changes  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.apply.changes import changes_of  # noqa: PLC0415
    from cardscan.book.sheets import remember  # noqa: PLC0415
    from cardscan.export.safe_file import take_over  # noqa: PLC0415
    from cardscan.export.sheet import load_sheet  # noqa: PLC0415

    rows = load_sheet(sheet)
    with at_desk(book) as desk:
        with desk.book.reading() as session:
            found = changes_of(session, sheet, rows, today=desk.today)
        if found.problems:
            for problem in found.problems:
                say(str(problem))
            raise UsageError(f"{sheet} was not applied, and nothing was changed: correct these first.")
        _tell(found, as_json=as_json)
        if dry_run or not _may(found, yes=yes):
            say("Nothing was changed.")
            return
        with desk.book.writing() as session:
            again = changes_of(session, sheet, rows, today=desk.today)
            if again != found:
                raise UsageError("The book has changed meanwhile; nothing was applied. Run it again.")
            apply_changes(session, found, now=desk.now, settings=desk.settings)
            remember(session, sheet, found.shown, at=desk.now)
    take_over(sheet)
    if not found.is_empty:
        say("Applied.")


def _may(found: "SheetChanges", *, yes: bool) -> bool:
    if found.is_empty or yes or not can_ask():
        return True
    return typer.confirm("Apply this?", err=True)


def _tell(found: "SheetChanges", *, as_json: bool) -> None:
    if as_json:
        from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

        typer.echo(json_line(_as_dict(found)))
        return
    to = console()
    for change in found.changes:
        line = f"row {change.row}  {change.who}  {change.column}: {change.before or '(empty)'} -> "
        line += change.after or "(empty)"
        line += f"  (meanwhile in the book: {change.meanwhile})" if change.meanwhile else ""
        to.print(safe(line), soft_wrap=True)
    for who in found.removed.values():
        to.print(safe(f"taken out  {who}"), soft_wrap=True)
    for who in found.returned.values():
        to.print(safe(f"brought back  {who}"), soft_wrap=True)
    for sentence in found.left_alone:
        say(sentence)
    if found.rows_before and len(found.removed) > _HALF * found.rows_before:
        say(f"{len(found.removed)} of {found.rows_before} rows are gone: is this a filtered copy?")
    say(
        f"{len(found.changes)} cells changed, {len(found.removed)} people taken out."
        if not found.is_empty
        else "There is nothing to change."
    )


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
    }
