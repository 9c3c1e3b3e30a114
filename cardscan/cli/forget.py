"""``cardscan forget``: a person is erased everywhere."""

from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import at_desk, can_ask, pick
from cardscan.cli.options import Person
from cardscan.cli.terminal import say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.book.forgetting.record import Erased, Traces

Yes = Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")]


def forget(person: Person, *, yes: Yes = False, book: BookPlace = None) -> None:
    """Erase a person from the book, its backups, and the drafts and queue files that were written.

    Only keyed hashes stay, so that the next scan leaves them out; photos are never deleted.
    What cannot be erased is named.
    """
    from cardscan.book.forgetting import forget as forgetting  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.forgetting.traces import traces_of  # noqa: PLC0415

    with at_desk(book) as desk:
        with desk.book.reading() as session:
            known = pick(session, person, also_gone=True)
            traces = traces_of(session, [known.contact_id])
        say(f"{known} will be erased:")
        if known.others:
            say(f"  with what else is known as theirs: {', '.join(known.others)}")
            say(f"  If these are somebody else's, take them apart first: cardscan split {known.contact_id}")
        tell_traces(traces)
        if not agreed("Erase this for good?", yes=yes):
            say("Nothing was erased.")
            return
        with desk.book.reading() as session:
            if traces_of(session, [known.contact_id]) != traces:
                raise UsageError("The book has changed meanwhile, and nothing was erased. Run it again.")
        erased = forgetting.forget(desk.book, [known.contact_id], at=desk.now)
    tell_erased(erased)


def agreed(question: str, *, yes: bool) -> bool:
    """Whether to go on: told beforehand, or asked at a terminal.

    Args:
        question: To ask.
        yes: Whether it was told.

    Raises:
        UsageError: It was not told, and nobody can be asked.
    """
    if not yes and not can_ask():
        raise UsageError("Nothing was erased: there is no terminal to ask at. If it is right, add --yes.")
    return yes or typer.confirm(question, err=True)


def tell_traces(traces: "Traces") -> None:
    """What there is of somebody, on stderr."""
    for what, count in traces.counts:
        say(f"  {count:>5}  {what}")
    _tell("Drafts to delete:", traces.drafts)
    _tell("Queue files to write again:", (path for path, _ in traces.sheets))
    _tell("Others who share a mailbox or a mobile with them, and stay:", traces.alike)


def tell_erased(erased: "Erased") -> None:
    """What was erased, and what is left to do, on stderr."""
    kept = f" {erased.hashes} keyed hashes stay, so that a scan leaves them out." if erased.hashes else ""
    say(f"Erased from the book.{kept}")
    _tell("Deleted:", erased.deleted)
    _tell("Written again without them:", erased.rewritten)
    _tell("These photos are yours to delete:", erased.traces.photos)
    _tell("Look after this yourself:", erased.to_do)


def _tell(title: str, lines: "Iterable[object]") -> None:
    for place, line in enumerate(lines):
        if not place:
            say(title)
        say(f"  {line}")
