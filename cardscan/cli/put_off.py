"""``cardscan snooze`` and ``cardscan skip``: not now, and not at all."""

from typing import Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, day_of, picked
from cardscan.cli.options import Person
from cardscan.cli.spoken import next_of, who_is
from cardscan.cli.terminal import say


def snooze(
    person: Person,
    until: Annotated[
        str, typer.Argument(help='A day to come: 2026-11-27, Tuesday, "next week", "in 10 days".')
    ] = "tomorrow",
    *,
    book: BookPlace = None,
) -> None:
    """Put what is due with somebody off until another day."""
    from cardscan.book import touching  # noqa: PLC0415 - SQLAlchemy

    with at_desk(book) as desk:
        day, entry_id = day_of(until, desk), picked(desk, person)
        with desk.book.writing() as session:
            after = touching.snooze(session, entry_id, day, today=desk.today)
    say(f"{who_is(after.entry)}: {next_of(after)}")


def skip(
    person: Person,
    why: Annotated[str, typer.Argument(help="Why, for the notes.")] = "",
    *,
    book: BookPlace = None,
) -> None:
    """Do nothing more with somebody; a note with a day, or snooze, takes them up again."""
    from cardscan.book import touching  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.notes import add_note  # noqa: PLC0415

    with at_desk(book) as desk:
        entry_id = picked(desk, person)
        with desk.book.writing() as session:
            if why:
                before = touching.the_entry(session, entry_id, desk.today)
                add_note(session, entry_id, why, source="note", notes=before.entry.notes, at=desk.now)
            after = touching.skip(session, entry_id, today=desk.today)
    say(f"{who_is(after.entry)}: {next_of(after)}")
