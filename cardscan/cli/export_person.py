"""``cardscan export-person``: everything that is held on one person."""

from pathlib import Path
from typing import Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, pick
from cardscan.cli.options import Person
from cardscan.cli.terminal import say, write_data


def export_person(
    person: Person,
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes. [stdout]")
    ] = None,
    book: BookPlace = None,
) -> None:
    """Print everything that is held on one person as JSON: for them, should they ask.

    Rows, fields with the text as read, corrections, notes, touches, steps, drafts, photos,
    readings of their cards, and the queue files that show them.
    """
    from cardscan.book.forgetting.holdings import holdings  # noqa: PLC0415 - SQLAlchemy
    from cardscan.followup.cell_text import json_text  # noqa: PLC0415 - not needed for --help

    with at_desk(book) as desk, desk.book.reading() as session:
        known = pick(session, person, also_gone=True)
        held = holdings(session, known.contact_id)
    text = json_text(held, indent=2) + "\n"
    # A lone surrogate, which UTF-8 cannot hold, becomes the escape that JSON has for it.
    data = text.encode("utf-8", "backslashreplace")
    if output is None:
        write_data(data)
        return
    from cardscan.export.safe_file import write_file  # noqa: PLC0415 - not needed for --help

    written = write_file(output, data)
    say(written.moved_aside or f"{written.path}: everything that is held on {known}.")
