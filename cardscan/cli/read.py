"""``cardscan read``: the lines on a photo, with their boxes."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan import geometry
from cardscan.cli.options import Languages, ReaderName
from cardscan.cli.single import scan_single
from cardscan.cli.terminal import console, safe

if TYPE_CHECKING:
    from rich.table import Table

    from cardscan.ocr.record import Reading, TextLine

_COLUMNS = ("line", "block", "left", "top", "right", "bottom", "belief")


def read(
    photo: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The photo to read.")],
    *,
    reader: ReaderName = "rapidocr",
    lang: Languages = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object a card, as cardscan parse takes it.")
    ] = False,
) -> None:
    """Print the text lines of a photo's cards, with where they stand.

    Boxes are in pixels of the flat card.
    """
    from cardscan.pipeline.saved import json_line  # noqa: PLC0415

    for card in scan_single(photo, reader=reader, languages=lang).cards:
        if as_json:
            typer.echo(json_line(card.reading.to_dict()))
        else:
            console().print(_table(card.reading))


def _table(reading: "Reading") -> "Table":
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    card = reading.card
    table = Table(
        title=f"card {card.number} on page {card.page}, {card.width_px} x {card.height_px} pixels, "
        f"cut by {card.found_by}, read by {reading.reader}",
        title_justify="left",
        box=None,
        pad_edge=False,
    )
    for column in _COLUMNS:
        table.add_column(column, justify="right")
    table.add_column("text", overflow="fold")
    for number, line in enumerate(reading.lines):
        table.add_row(*_cells(number, line))
    return table


def _cells(number: int, line: "TextLine") -> tuple[str, ...]:
    box = (str(round(side)) for side in geometry.bounds(line.quad))
    return str(number), str(line.block), *box, f"{line.confidence:.2f}", safe(line.text)
