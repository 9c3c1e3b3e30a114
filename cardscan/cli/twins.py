"""``cardscan duplicates``, ``merge`` and ``split``: the same person twice."""

from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, can_ask, pick
from cardscan.cli.options import AsJson, Person, Yes
from cardscan.cli.terminal import console, safe, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardscan.book.people import Known
    from cardscan.followup.duplicates import Pair


def duplicates(
    *,
    review: Annotated[
        bool, typer.Option("--review", help="Go through them one by one: merge, keep apart, or later.")
    ] = False,
    as_json: AsJson = False,
    book: BookPlace = None,
) -> None:
    """Print who in the book may be the same person, with what speaks for it."""
    from cardscan.book.people import everybody  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.twins import pairs_in_book  # noqa: PLC0415

    with at_desk(book) as desk:
        with desk.book.reading() as session:
            people, pairs = everybody(session), pairs_in_book(session)
        if as_json:
            from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

            typer.echo(
                json_line(
                    [
                        {
                            "one": pair.one,
                            "other": pair.other,
                            "sure": pair.sure,
                            "score": pair.score,
                            "why": pair.why,
                        }
                        for pair in pairs
                    ]
                )
            )
            return
        if review and can_ask():
            _review(desk, pairs, people)
            return
    for pair in pairs:
        _print(pair, people)
    say(f"{len(pairs)} pairs. To settle them: cardscan duplicates --review, or cardscan merge ID ID")


def merge(
    person: Person,
    other: Annotated[str, typer.Argument(metavar="WHO", help="The other one.")],
    *,
    yes: Yes = False,
    book: BookPlace = None,
) -> None:
    """Make two contacts one: the one you met first keeps its id, and nothing is lost."""
    from cardscan.book import merging  # noqa: PLC0415 - SQLAlchemy

    with at_desk(book) as desk:
        with desk.book.reading() as session:
            one, two = pick(session, person), pick(session, other)
        if not yes and can_ask():
            say(f"1  {one}")
            say(f"2  {two}")
            typer.confirm("Are these one person?", abort=True, err=True)
        with desk.book.writing() as session:
            merged = merging.merge(session, one.contact_id, two.contact_id, why="by hand", at=desk.now)
    say(f"{one} and {two} are one contact now, {merged.kept}. To undo it: cardscan split {merged.kept}")


def split(person: Person, *, book: BookPlace = None) -> None:
    """Undo the last merge of a contact; the program never merges the two again by itself."""
    from cardscan.book import merging  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.people import everybody  # noqa: PLC0415

    with at_desk(book) as desk, desk.book.writing() as session:
        undone = merging.split(session, pick(session, person).contact_id, at=desk.now)
        people = everybody(session)
    say(f"Two contacts again: {_named(people, undone.kept)} and {_named(people, undone.other)}.")


def _named(people: "Mapping[str, Known]", contact: str) -> str:
    return f"{contact}, {people[contact]}" if contact in people else contact


def _print(pair: "Pair", people: "Mapping[str, Known]") -> None:
    to = console()
    to.print(
        f"{pair.score:.2f}  {'sure' if pair.sure else 'may be'}: {safe('; '.join(pair.why))}", soft_wrap=True
    )
    for contact in (pair.one, pair.other):
        to.print(f"      {safe(_named(people, contact))}", soft_wrap=True)


def _review(desk: Desk, pairs: "tuple[Pair, ...]", people: "Mapping[str, Known]") -> None:
    from rich.prompt import Prompt  # noqa: PLC0415 - not needed for --help

    from cardscan.book import merging  # noqa: PLC0415 - SQLAlchemy

    merged: dict[str, str] = {}
    for pair in pairs:
        one, other = (merged.get(contact, contact) for contact in (pair.one, pair.other))
        if one == other:
            continue
        _print(pair, people)
        choice = Prompt.ask(
            "merge, keep apart, later or stop",
            choices=["m", "k", "l", "s"],
            default="l",
            console=console(stderr=True),
        )
        if choice == "s":
            return
        with desk.book.writing() as session:
            if choice == "m":
                done = merging.merge(session, one, other, why="; ".join(pair.why), at=desk.now)
                merged[done.other] = done.kept
            elif choice == "k":
                ones, others = (merging.entry_ids(session, contact) for contact in (one, other))
                merging.keep_apart(session, ones, others)
