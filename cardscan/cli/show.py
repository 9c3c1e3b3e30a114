"""``cardscan show``: what was found, drawn on the photo."""

from pathlib import Path
from typing import Annotated

import typer

from cardscan.cli.options import Country, Languages, ReaderName
from cardscan.cli.single import scan_single
from cardscan.cli.terminal import say, write_data

STDOUT = Path("-")


def show(
    photo: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The photo.")],
    *,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="Where the picture (PNG) goes; - for stdout."),
    ],
    page: Annotated[int, typer.Option(min=1, help="Page of a PDF or TIFF.")] = 1,
    country: Country = None,
    reader: ReaderName = "rapidocr",
    lang: Languages = None,
) -> None:
    """Draw the cards, the lines and the fields that were found on a photo.

    A panel beside the photo shows each field: its piece of the picture, and below
    it what it was taken for.
    """
    from cardscan.export import check_output  # noqa: PLC0415 - heavy
    from cardscan.export.safe_file import write_file  # noqa: PLC0415
    from cardscan.pipeline.picture import draw_page  # noqa: PLC0415 - heavy

    if output != STDOUT:
        check_output(output)
    result = scan_single(photo, reader=reader, languages=lang, country=country)
    picture = draw_page(photo, result, page=page)
    if output == STDOUT:
        write_data(picture)
        return
    written = write_file(output, picture)
    say(written.moved_aside or f"The picture is in {written.path}")
