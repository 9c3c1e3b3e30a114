"""Contacts and follow-ups go to a collection on a server, and the book notes what went."""

from collections import Counter
from typing import TYPE_CHECKING

import typer

from cardscan.cli.spoken import counted
from cardscan.cli.terminal import say
from cardscan.errors import ExitCode
from cardscan.export.push.collection import find_collection
from cardscan.export.push.dav import Dav
from cardscan.export.push.item import uids_of
from cardscan.export.push.pushing import CHANGES, Fate, State, carry_out, plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cardscan.cli.desk import Desk
    from cardscan.export.push.address import Address
    from cardscan.export.push.collection import Kind
    from cardscan.export.push.item import Item
    from cardscan.export.push.pushing import Outcome, Plan

_DONE = {
    Fate.CREATE: "created",
    Fate.UPDATE: "updated",
    Fate.SAME: "the same there",
    Fate.KEPT: "edited there by somebody, and left so",
    Fate.GONE: "deleted there by somebody, and left so",
}
_TOLD = 10
"""People who are told one by one."""


def push_items(
    desk: "Desk",
    address: "Address",
    kind: "Kind",
    items: "Sequence[Item]",
    *,
    dry_run: bool,
    is_whole: bool,
) -> None:
    """Put items where they are not yet, or not as they are now.

    Args:
        desk: Its book notes what went, one by one, so that a run that ends half-way is gone on with.
        address: The server.
        kind: An address book or a calendar.
        items: What is to be there.
        dry_run: Whether it is only shown.
        is_whole: Whether there is an item for each contact: then what else is there is left over.
    """
    with Dav(address) as dav:
        place = find_collection(dav, kind)
        before = _before(desk, place)
        planned = plan(dav, place, items, before)
        say(f"{kind.what.capitalize()} {place}")
        if is_whole:
            _tell_over(items, before)
        if dry_run:
            _tell_plan(planned)
            return
        outcomes = []
        for one in carry_out(dav, place, planned):
            _note(desk, place, one, before)
            outcomes.append(one)
    _tell(outcomes)


def _before(desk: "Desk", place: str) -> dict[str, State]:
    from cardscan.book.handing_on import handed_on  # noqa: PLC0415 - SQLAlchemy

    with desk.book.reading() as session:
        found = handed_on(session, place)
    return {uid: State(digest=one.digest, etag=one.etag) for (_, uid), one in found.items()}


def _note(desk: "Desk", place: str, one: "Outcome", before: dict[str, State]) -> None:
    from cardscan.book.handing_on import HandedOn, keep_handed_on  # noqa: PLC0415 - SQLAlchemy

    item, now = one.item, State(digest=one.item.digest, etag=one.etag)
    if one.fate not in (*CHANGES, Fate.SAME) or before.get(item.uid) == now:
        return
    handed = HandedOn(contact_id=item.contact_id, item=item.uid, digest=now.digest, etag=now.etag)
    with desk.book.writing() as session:
        keep_handed_on(session, place, [handed], at=desk.now)


def _tell_over(items: "Sequence[Item]", before: dict[str, State]) -> None:
    """Say what stands there of people who are here no more."""
    here = frozenset[str]().union(*(uids_of(item.contact_id) for item in items))
    if over := before.keys() - here:
        say(f"  {len(over):>5}  there of people who were taken out or merged here since: delete them there")


def _tell_counts(fates: "Iterable[Fate | None]", words: "Mapping[Fate, str]") -> None:
    counts = Counter(fates)
    for fate, told in words.items():
        if counts[fate]:
            say(f"  {counts[fate]:>5}  {told}")


def _tell_plan(planned: "Sequence[Plan]") -> None:
    words = {fate: f"would be {told}" if fate in CHANGES else told for fate, told in _DONE.items()}
    _tell_counts((one.fate for one in planned), words)
    changed = [one for one in planned if one.fate is not Fate.SAME]
    for one in changed[:_TOLD]:
        say(f"  {one.item.who}: {words[one.fate]}")
    if len(changed) > _TOLD:
        say(f"  and {len(changed) - _TOLD} more")


def _tell(outcomes: "Sequence[Outcome]") -> None:
    _tell_counts((one.fate for one in outcomes), _DONE)
    left = [(one.item.who, one.fate) for one in outcomes if one.fate in (Fate.KEPT, Fate.GONE)]
    for who, fate in left[:_TOLD]:
        say(f"  {who}: {_DONE[fate]}")
    failed = [one for one in outcomes if one.fate is None]
    if not failed:
        return
    for one in failed:
        say(f"  {one.item.who} did not go: {one.why}")
    say(f"{counted(len(failed), 'contact')} did not go; running this again does the rest.")
    raise typer.Exit(ExitCode.SOME_FAILED)
