"""``cardscan restore``: somebody whose row was deleted is back in the queue."""

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, pick
from cardscan.cli.options import Person
from cardscan.cli.spoken import next_of, who_is
from cardscan.cli.terminal import say
from cardscan.errors import UsageError


def restore(person: Person, *, book: BookPlace = None) -> None:
    """Bring somebody back whose row was deleted in the sheet, with all that was known."""
    from cardscan.book.apply.applying import bring_back  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.touching import the_entry  # noqa: PLC0415

    with at_desk(book) as desk:
        with desk.book.reading() as session:
            known = pick(session, person, also_gone=True)
        if not known.is_gone:
            raise UsageError(f"{known} is in the queue.")
        with desk.book.writing() as session:
            bring_back(session, [known.entry_id])
            after = the_entry(session, known.entry_id, desk.today)
    say(f"{who_is(after.entry)}: back in the queue. {next_of(after)}")
