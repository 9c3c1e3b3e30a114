"""Two contacts become one, and two again: entries are given to another contact, nothing is copied."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from sqlalchemy import delete, or_, select, update

from cardscan.book.tables import ApartRow, EntryRow, EventRow, MergeRow
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session


BY_HAND = "by hand"
"""Begins the reason of a merge that a person asked for; all others are the program's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A merge, or one that was undone.

    Attributes:
        kept: The id of the contact that both are now, or were.
        other: The id of the one that was given up, or is back.
        entries: The entries that went from one to the other.
        why: The reason of the merge.
    """

    kept: str
    other: str
    entries: tuple[str, ...]
    why: str


def merge(session: Session, one: str, other: str, *, why: str, at: datetime) -> Merged:
    """Make two contacts one: the one that was met first keeps its id.

    Args:
        session: Writes.
        one: A contact's id.
        other: Another contact's id.
        why: The reason, for the history.
        at: Now.

    Raises:
        UsageError: They are one contact already, or one of them is no contact.
    """
    if one == other:
        raise UsageError("These are one contact already.")
    kept, given = sorted((one, other), key=lambda contact: _age(session, contact))
    moving, staying = _entries(session, given), _entries(session, kept)
    for entry in moving:
        session.add(
            MergeRow(entry_id=entry.id, from_contact=given, to_contact=kept, why=why, at=at, undone_at=None)
        )
        entry.contact_id = kept
    _not_apart(session, moving, staying)
    session.flush()
    return Merged(kept=kept, other=given, entries=tuple(entry.id for entry in moving), why=why)


def split(session: Session, who: str, *, at: datetime) -> Merged:
    """Undo the last merge of a contact, or take one entry out of it; they are never merged unasked again.

    Args:
        session: Writes.
        who: The contact's id; or the id of an entry that a merge gave to another contact.
        at: Now.

    Raises:
        UsageError: It was not merged with anybody.
    """
    entry = session.get(EntryRow, who)
    contact = entry.contact_id if entry else who
    back = _last_merge(session, who) if contact == who else _moves_of(session, who)
    if not back:
        raise UsageError(f"The contact {who} was not merged with anybody.")
    given = back[0].from_contact if contact == who else who
    for row in back:
        row.undone_at = at
    ids = tuple(dict.fromkeys(row.entry_id for row in back))
    for one in ids:
        session.get_one(EntryRow, one).contact_id = given
    session.flush()
    keep_apart(session, ids, entry_ids(session, contact))
    return Merged(kept=contact, other=given, entries=ids, why=back[-1].why)


def automatic_merges(session: Session) -> tuple[Merged, ...]:
    """The merges that nobody asked for and nobody has undone, the latest first.

    Args:
        session: Reads.
    """
    rows = session.scalars(
        select(MergeRow)
        .join(EntryRow, EntryRow.id == MergeRow.entry_id)
        .where(MergeRow.undone_at.is_(None), MergeRow.why.not_like(f"{BY_HAND}%"))
        .order_by(MergeRow.id.desc())
    )
    found: dict[tuple[str, str, datetime], list[MergeRow]] = defaultdict(list)
    for row in rows:
        found[row.from_contact, row.to_contact, row.at].append(row)
    return tuple(
        Merged(kept=kept, other=other, entries=tuple(row.entry_id for row in moved), why=moved[0].why)
        for (other, kept, _), moved in found.items()
    )


def keep_apart(session: Session, ones: Iterable[str], others: Sequence[str]) -> None:
    """Note that entries are two people: never merged unasked.

    Args:
        session: Writes.
        ones: Entries of the one.
        others: Entries of the other.
    """
    for one, other in product(ones, others):
        first, second = sorted((one, other))
        session.merge(ApartRow(one=first, other=second))
    session.flush()


def set_apart(session: Session, one: str, other: str) -> None:
    """Note that two contacts are two people: never merged unasked.

    Args:
        session: Writes.
        one: A contact's id.
        other: Another contact's id.

    Raises:
        UsageError: They are one contact.
    """
    if one == other:
        raise UsageError(f"These are one contact, {one}. To undo its last merge: cardscan split {one}")
    keep_apart(session, entry_ids(session, one), entry_ids(session, other))


def take_id(session: Session, contact: str, other: str) -> None:
    """Count everything of a contact as another one's: the program took one card for two.

    Args:
        session: Writes.
        contact: The contact's id, which is given up; what was merged with it can be split still.
        other: The id of the contact that has its card now.
    """
    session.execute(update(EntryRow).where(EntryRow.contact_id == contact).values(contact_id=other))
    session.execute(update(MergeRow).where(MergeRow.to_contact == contact).values(to_contact=other))


def entry_ids(session: Session, contact: str) -> list[str]:
    """The ids of a contact's entries."""
    return [entry.id for entry in _entries(session, contact)]


def _entries(session: Session, contact: str) -> Sequence[EntryRow]:
    return session.scalars(select(EntryRow).where(EntryRow.contact_id == contact).order_by(EntryRow.id)).all()


def _age(session: Session, contact: str) -> tuple[str, str, str]:
    """Sorts contacts by when they were met first."""
    oldest = session.execute(
        select(EventRow.date, EntryRow.scanned_at)
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .where(EntryRow.contact_id == contact)
        .order_by(EventRow.date, EntryRow.scanned_at)
        .limit(1)
    ).first()
    if oldest is None:
        raise UsageError(f"There is no contact {contact} in the book.")
    met, scanned = oldest
    return met.isoformat(), scanned, contact


def _moves_of(session: Session, entry_id: str) -> Sequence[MergeRow]:
    """What brought an entry from its own contact to the one where it is."""
    return session.scalars(
        select(MergeRow)
        .where(MergeRow.entry_id == entry_id, MergeRow.undone_at.is_(None))
        .order_by(MergeRow.id)
    ).all()


def _last_merge(session: Session, contact: str) -> Sequence[MergeRow]:
    """What the last merge gave to a contact, as far as it is there still."""
    given = (
        select(MergeRow)
        .join(EntryRow, EntryRow.id == MergeRow.entry_id)
        .where(MergeRow.to_contact == contact, EntryRow.contact_id == contact, MergeRow.undone_at.is_(None))
        .order_by(MergeRow.id)
    )
    last = session.scalars(given.order_by(None).order_by(MergeRow.id.desc()).limit(1)).first()
    if last is None:
        return ()
    return session.scalars(
        given.where(MergeRow.from_contact == last.from_contact, MergeRow.at == last.at)
    ).all()


def _not_apart(session: Session, ones: Sequence[EntryRow], others: Sequence[EntryRow]) -> None:
    """Take back that two people are two: somebody said that they are one."""
    mine, theirs = [entry.id for entry in ones], [entry.id for entry in others]
    session.execute(
        delete(ApartRow).where(
            or_(
                ApartRow.one.in_(mine) & ApartRow.other.in_(theirs),
                ApartRow.one.in_(theirs) & ApartRow.other.in_(mine),
            )
        )
    )
