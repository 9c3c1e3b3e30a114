"""``cardscan note``: what the owner knows about somebody."""

from typing import Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, picked
from cardscan.cli.options import Person
from cardscan.cli.spoken import next_of, who_is
from cardscan.cli.terminal import say
from cardscan.errors import UsageError


def note(
    person: Person,
    text: Annotated[str, typer.Argument(help='Like "hot, wants the price list, call Tuesday".')],
    *,
    book: BookPlace = None,
) -> None:
    """Keep a note about somebody, and do what it asks for.

    A, B and C (or hot, warm, cold) set the priority; call, mail, coffee and their like the next
    step; Tuesday, next week or 5 Dec its day; "not interested" ends it.
    """
    from cardscan.book.touching import keep_note  # noqa: PLC0415 - SQLAlchemy

    if not text.strip():
        raise UsageError("The note is empty.")
    with at_desk(book) as desk:
        entry_id = picked(desk, person)
        with desk.book.writing() as session:
            after, wish = keep_note(
                session,
                entry_id,
                text,
                source="note",
                today=desk.today,
                now=desk.now,
                settings=desk.settings,
            )
    understood = f" Understood: {'; '.join(wish.said)}." if wish.said else ""
    say(f"{who_is(after.entry)}: noted.{understood} {next_of(after)}")
