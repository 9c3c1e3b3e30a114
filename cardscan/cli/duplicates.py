"""``cardscan duplicates``: who in the book may be the same person twice."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from cardscan.cli.book import BookPlace
from cardscan.cli.desk import Desk, at_desk, can_ask
from cardscan.cli.events import event_row
from cardscan.cli.options import AsJson
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy.orm import Session

    from cardscan.book.merging import Merged
    from cardscan.followup.duplicates import Pair
    from cardscan.followup.record import FollowUp

_CELLS = ("name", "company", "e-mail", "phone", "met")


def duplicates(
    *,
    event: Annotated[
        str | None, typer.Option("--event", metavar="NAME", help="Only where one was met at this event.")
    ] = None,
    review: Annotated[
        bool, typer.Option("--review", help="Go through them one by one: merge, keep apart, skip.")
    ] = False,
    sure: Annotated[
        bool, typer.Option("--sure", help="The merges that scans made by themselves, instead.")
    ] = False,
    as_json: AsJson = False,
    book: BookPlace = None,
) -> None:
    """Print who in the book may be the same person, side by side, with what speaks for it.

    People who share a switchboard, an office's mailbox or a company are no pair by that.
    """
    if review and (sure or as_json):
        raise UsageError("--review asks about pairs one by one; leave out --sure and --json.")
    if review and not can_ask():
        raise UsageError("There is no terminal to ask at. Settle them with cardscan merge and split.")
    with at_desk(book) as desk:
        if sure:
            _tell_merges(*_merges(desk, event), as_json=as_json)
            return
        pairs, cards = _pairs(desk, event)
        if review:
            _review(desk, pairs, cards)
            return
    if as_json:
        _echo([_as_dict(pair, cards) for pair in pairs])
        return
    for number, pair in enumerate(pairs, start=1):
        tell_pair(pair, cards, number)
    if pairs:
        say(f"{_counted(len(pairs), 'pair')}. To go through them: cardscan duplicates --review")
    else:
        say("Nobody seems to be in the book twice.")


def cards_of(session: "Session", contacts: "Iterable[str]") -> "dict[str, FollowUp]":
    """The rows of contacts, as of the last event where they were met, by contact id.

    Args:
        session: Reads.
        contacts: Their ids; those that nobody has are left out.
    """
    from cardscan.book.people import everybody  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.rows import rows_of  # noqa: PLC0415

    people = everybody(session)
    wanted = [people[contact].entry_id for contact in dict.fromkeys(contacts) if contact in people]
    return {row.contact_id: row for row in rows_of(session, wanted).values()}


def tell_side_by_side(one: "FollowUp", other: "FollowUp", *, stderr: bool = False) -> None:
    """Print two people beside each other.

    Args:
        one: The left one.
        other: The right one.
        stderr: Whether to print on stderr; else on stdout.
    """
    from rich.table import Table  # noqa: PLC0415 - not needed for --help

    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    for _ in range(3):
        table.add_column(overflow="fold")
    lefts, rights = _cells(one), _cells(other)
    table.add_row("", one.contact_id, other.contact_id)
    for label in _CELLS:
        if lefts[label] or rights[label]:
            table.add_row(label, safe(lefts[label]), safe(rights[label]))
    console(stderr=stderr).print(table)


def tell_pair(pair: "Pair", cards: "Mapping[str, FollowUp]", number: int, *, asked: bool = False) -> None:
    """Print a pair: what speaks for it, the two side by side, and how to settle it.

    Args:
        pair: The pair.
        cards: Contact id to row.
        number: Its number in the list.
        asked: Whether the user is asked about it, at the terminal; else it is told how to settle it.
    """
    to = console(stderr=asked)
    belief = "sure" if pair.sure else "may be"
    to.print(f"{number}  {belief} ({pair.score:.2f}): {safe('; '.join(pair.why))}", soft_wrap=True)
    tell_side_by_side(cards[pair.one], cards[pair.other], stderr=asked)
    if not asked:
        to.print(f"one person:  {_merge(pair)}", soft_wrap=True)
        to.print(f"two people:  {_split(pair)}\n", soft_wrap=True)


def _pairs(desk: Desk, event: str | None) -> "tuple[tuple[Pair, ...], dict[str, FollowUp]]":
    from cardscan.book.twins import pairs_in_book  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        here = event_row(session, event) if event else None
        pairs = pairs_in_book(session, event=here)
        return pairs, cards_of(session, (key for pair in pairs for key in (pair.one, pair.other)))


def _merges(desk: Desk, event: str | None) -> "tuple[list[Merged], dict[str, FollowUp]]":
    from cardscan.book.merging import automatic_merges  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.twins import met_at  # noqa: PLC0415

    with desk.book.reading() as session:
        found = list(automatic_merges(session))
        if event:
            here = met_at(session, event_row(session, event))
            found = [one for one in found if one.kept in here]
        return found, cards_of(session, (one.kept for one in found))


def _tell_merges(merges: "Sequence[Merged]", cards: "Mapping[str, FollowUp]", *, as_json: bool) -> None:
    if as_json:
        _echo(
            [{"kept": one.kept, "other": one.other, "entries": one.entries, "why": one.why} for one in merges]
        )
        return
    to = console()
    for one in merges:
        who = f", {', '.join(filter(None, list(_cells(cards[one.kept]).values())[:2]))}" * (one.kept in cards)
        to.print(safe(f"{one.kept}{who}: {one.why}"), soft_wrap=True)
        for entry in one.entries:
            to.print(f"  two people:  cardscan split {entry}", soft_wrap=True)
    say(f"{_counted(len(merges), 'merge')} that scans made by themselves.")


def _review(desk: Desk, pairs: "Sequence[Pair]", cards: "Mapping[str, FollowUp]") -> None:
    """Ask about each pair; what is answered is kept at once."""
    from rich.prompt import Prompt  # noqa: PLC0415 - not needed for --help

    from cardscan.book.merging import BY_HAND, merge, set_apart  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.twins import kept_apart  # noqa: PLC0415

    now: dict[str, str] = {}
    for number, pair in enumerate(pairs, start=1):
        one, other = (_now(contact, now) for contact in (pair.one, pair.other))
        with desk.book.reading() as session:
            is_settled = one == other or frozenset((one, other)) in kept_apart(session)
        if is_settled:  # by an answer to an earlier pair
            continue
        tell_pair(pair, cards, number, asked=True)
        asked = "One person? (m)erge, (k)eep apart, (s)kip, (q)uit"
        choices = ["m", "k", "s", "q"]
        answer = Prompt.ask(asked, choices=choices, show_choices=False, console=console(stderr=True))
        if answer == "q":
            return
        with desk.book.writing() as session:
            if answer == "m":
                why = "; ".join((BY_HAND, *pair.why))
                done = merge(session, one, other, why=why, at=desk.now)
                now[done.other] = done.kept
            elif answer == "k":
                set_apart(session, one, other)
    say("That was the last one.")


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _now(contact: str, merged: "Mapping[str, str]") -> str:
    while contact in merged:
        contact = merged[contact]
    return contact


def _cells(row: "FollowUp") -> dict[str, str]:
    mails = filter(None, (row.email, *row.other_emails))
    phones = (*row.mobile_phone, *row.work_phone, *row.other_phones)
    met = f"{row.event}, {row.event_date}"
    return dict(
        zip(_CELLS, (row.full_name, row.company, "; ".join(mails), "; ".join(phones), met), strict=True)
    )


def _as_dict(pair: "Pair", cards: "Mapping[str, FollowUp]") -> dict[str, Any]:
    return {
        "one": {"contact_id": pair.one, **_cells(cards[pair.one])},
        "other": {"contact_id": pair.other, **_cells(cards[pair.other])},
        "sure": pair.sure,
        "score": pair.score,
        "why": pair.why,
        "one_person": _merge(pair),
        "two_people": _split(pair),
    }


def _merge(pair: "Pair") -> str:
    return f"cardscan merge {pair.one} {pair.other}"


def _split(pair: "Pair") -> str:
    return f"cardscan split {pair.one} {pair.other}"


def _echo(found: list[dict[str, Any]]) -> None:
    from cardscan.pipeline.saved import json_line  # noqa: PLC0415 - not needed for --help

    typer.echo(json_line(found))
