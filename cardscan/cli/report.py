"""``cardscan report``: what became of an event."""

from pathlib import Path
from typing import Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk
from cardscan.cli.events import event_row
from cardscan.cli.options import AsJson
from cardscan.cli.terminal import console, safe, say


def report(
    event: Annotated[str, typer.Argument(metavar="EVENT", help="Its name, or a part of it.")],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE.html", help="Also write a page with plots.")
    ] = None,
    as_json: AsJson = False,
    book: BookPlace = None,
) -> None:
    """Print how many you met, followed up and heard from, and how that stands against the goal."""
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    from cardscan.book.events import as_event  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.history import people_of_event  # noqa: PLC0415
    from cardscan.followup.owner_file import zone  # noqa: PLC0415
    from cardscan.followup.planning import working_days  # noqa: PLC0415
    from cardscan.followup.report import event_figures, report_json, report_table  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.reading() as session:
        row = event_row(session, event)
        about, people = as_event(row), people_of_event(session, row, today=desk.today)
    days = working_days(about, desk.settings)
    figures = event_figures(about, people, today=desk.today, zone=zone(desk.settings.owner), after=days.after)
    if as_json:
        from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

        typer.echo(json_line(report_json(figures)))
    else:
        table = Table(box=None, pad_edge=False, show_header=False)
        for label, value in report_table(figures):
            table.add_row(safe(label), safe(value))
        console().print(table)
    if output:
        from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help
        from cardscan.followup.report.page import report_page  # noqa: PLC0415

        written = write_file(output, report_page(figures, people).encode())
        say(written.moved_aside or f"The page is {written.path}.")
