"""``cardscan merge`` and ``cardscan split``: two contacts become one, and two again."""

from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, can_ask, pick
from cardscan.cli.duplicates import cards_of, tell_side_by_side
from cardscan.cli.options import Person, Yes
from cardscan.cli.terminal import say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.book.merging import Merged


def merge(
    person: Person,
    other: Annotated[str, typer.Argument(metavar="WHO", help="The other one.")],
    *,
    yes: Yes = False,
    book: BookPlace = None,
) -> None:
    """Make two contacts one: the one you met first keeps its id, and nothing is lost.

    Of two cards of one event the queue shows one row, with what either says.
    """
    from cardscan.book import merging  # noqa: PLC0415 - SQLAlchemy

    with at_desk(book) as desk:
        with desk.book.reading() as session:
            one, two = pick(session, person), pick(session, other)
            cards = cards_of(session, (one.contact_id, two.contact_id))
        if not yes and can_ask() and len(cards) > 1:
            tell_side_by_side(cards[one.contact_id], cards[two.contact_id], stderr=True)
            if not typer.confirm("Are these one person?", err=True):
                say("Nothing was merged.")
                return
        with desk.book.writing() as session:
            merged = merging.merge(session, one.contact_id, two.contact_id, why=merging.BY_HAND, at=desk.now)
    say(f"{one} and {two} are one contact now, {merged.kept}. To undo it: cardscan split {merged.kept}")


def split(
    person: Person,
    other: Annotated[
        str | None,
        typer.Argument(
            metavar="OTHER", help="Another contact: these two are two people.", show_default=False
        ),
    ] = None,
    *,
    book: BookPlace = None,
) -> None:
    """Undo the last merge of a contact, or say that two contacts are two people.

    The program never merges the two again by itself.
    """
    from cardscan.book import merging  # noqa: PLC0415 - SQLAlchemy

    with at_desk(book) as desk:
        if other is None:
            with desk.book.reading() as session:
                whose = _entry_or_contact(session, person)
            with desk.book.writing() as session:
                undone = merging.split(session, whose, at=desk.now)
                told = _told(session, undone)
            say(told)
            return
        with desk.book.reading() as session:
            one, two = pick(session, person), pick(session, other)
        with desk.book.writing() as session:
            merging.set_apart(session, one.contact_id, two.contact_id)
    say(f"{one} and {two} are two people.")


def _entry_or_contact(session: "Session", typed: str) -> str:
    """The id of a contact; or of one card of it, where that was typed."""
    from cardscan.book.tables import EntryRow  # noqa: PLC0415 - SQLAlchemy

    if session.get(EntryRow, typed) is not None:
        return typed
    return pick(session, typed).contact_id


def _told(session: "Session", undone: "Merged") -> str:
    from cardscan.book.people import everybody  # noqa: PLC0415 - SQLAlchemy

    people = everybody(session, also_gone=True)
    named = (f"{contact}, {people[contact]}" for contact in (undone.kept, undone.other))
    return f"Two contacts again: {' and '.join(named)}. They had been merged: {undone.why}."
