"""``cardscan parse``: saved lines become a contact."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.options import Country
from cardscan.cli.terminal import console, safe
from cardscan.errors import RecordError

if TYPE_CHECKING:
    from rich.table import Table

    from cardscan.parse.record import Contact, Field


def parse(
    lines: Annotated[
        Path, typer.Argument(help="Lines that cardscan read --json or scan --records saved; - for stdin.")
    ],
    *,
    country: Country = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a contact.")] = False,
) -> None:
    """Print the contact that saved lines give, with how sure each field is."""
    from cardscan.parse.contact import parse_reading  # noqa: PLC0415 - heavy
    from cardscan.pipeline.saved import json_line, load_readings  # noqa: PLC0415

    for reading in load_readings(_text(lines), str(lines)):
        contact = parse_reading(reading, country=country)
        if as_json:
            typer.echo(json_line(contact.to_dict()))
        else:
            console().print(_table(contact))


def _text(path: Path) -> str:
    try:
        data = sys.stdin.buffer.read() if path == Path("-") else path.read_bytes()
        return data.decode("utf-8-sig")
    except OSError as exc:
        raise RecordError(str(path), f"it cannot be read ({exc.strerror}); check its name.") from exc
    except UnicodeDecodeError as exc:
        raise RecordError(str(path), "it is not in UTF-8; save it again with that encoding.") from exc


def _table(contact: "Contact") -> "Table":
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    review = "needs review" if contact.needs_review else "no doubt"
    table = Table(
        title=f"confidence {contact.confidence:.2f}, {review}", title_justify="left", box=None, pad_edge=False
    )
    for column in ("field", "value", "belief", "lines", "remarks"):
        table.add_column(column, overflow="fold", justify="right" if column == "belief" else "left")
    for field in contact.fields:
        table.add_row(*_cells(field))
    if contact.issues:
        table.add_row("", "", "", "", safe(" ".join(issue.message for issue in contact.issues)))
    return table


def _cells(field: "Field") -> tuple[str, ...]:
    kind = f"{field.kind} ({field.type})" if field.type else field.kind
    remarks = " ".join(issue.message for issue in field.issues)
    lines = ", ".join(map(str, field.lines))
    return kind, safe(field.text), f"{field.confidence:.2f}", lines, safe(remarks)
