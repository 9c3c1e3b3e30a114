"""Who in the book may be the same person."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from cardscan.book.merging import merge
from cardscan.book.rows import batches, rows_of
from cardscan.book.tables import ApartRow, EntryRow, EventRow
from cardscan.followup.duplicates import Person, find_pairs

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.book.merging import Merged
    from cardscan.followup.duplicates import Pair
    from cardscan.followup.record import FollowUp

Two = frozenset[str]
"""The ids of two contacts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """Whom of the new entries' people the book has already.

    Attributes:
        merged: The merges that were made.
        doubtful: How many pairs a person should look at.
    """

    merged: tuple[Merged, ...]
    doubtful: int


def pairs_in_book(session: Session, *, event: EventRow | None = None) -> tuple[Pair, ...]:
    """Contacts that are, or may be, one person; without those that a person keeps apart.

    Args:
        session: Reads.
        event: Only pairs of which one was met at this event.
    """
    apart = kept_apart(session)
    here = None if event is None else met_at(session, event)
    return tuple(
        pair
        for pair in find_pairs(_people(session), about=here)
        if frozenset((pair.one, pair.other)) not in apart
    )


def merge_sure(session: Session, entries: Collection[str], *, at: datetime) -> Recognised:
    """Merge contacts that are surely one person, where new entries take part.

    Args:
        session: Writes.
        entries: The ids of the new entries.
        at: Now.
    """
    new, apart = _contacts(session, entries), kept_apart(session)
    pairs = find_pairs(_people(session), about=new)
    now: dict[str, str] = {}
    merged = []
    for pair in pairs:
        one, other = _now(pair.one, now), _now(pair.other, now)
        # Who was set apart from one of them stays so, whatever ties a third one to both.
        if not pair.sure or one == other or frozenset((one, other)) in apart:
            continue
        done = merge(session, one, other, why="; ".join(pair.why), at=at)
        now[done.other] = done.kept
        apart = {frozenset(_now(contact, now) for contact in two) for two in apart}
        merged.append(done)
    left = {frozenset((_now(pair.one, now), _now(pair.other, now))) for pair in pairs} - apart
    return Recognised(merged=tuple(merged), doubtful=sum(len(two) > 1 for two in left))


def kept_apart(session: Session) -> set[Two]:
    """Contacts of which a person said that they are two.

    Args:
        session: Reads.
    """
    one, other = aliased(EntryRow), aliased(EntryRow)
    rows = session.execute(
        select(one.contact_id, other.contact_id)
        .select_from(ApartRow)
        .join(one, one.id == ApartRow.one)
        .join(other, other.id == ApartRow.other)
    )
    return {frozenset((mine, theirs)) for mine, theirs in rows}


def met_at(session: Session, event: EventRow) -> frozenset[str]:
    """The contacts that were met at an event.

    Args:
        session: Reads.
        event: The event.
    """
    return frozenset(
        session.scalars(
            select(EntryRow.contact_id).where(EntryRow.event_id == event.id, EntryRow.gone_at.is_(None))
        )
    )


def met_before(session: Session, entries: Collection[str]) -> int:
    """How many people of these entries were met at an earlier event.

    Args:
        session: Reads.
        entries: Ids of entries of one event.
    """
    earlier, event, earlier_event = aliased(EntryRow), aliased(EventRow), aliased(EventRow)
    met = (
        select(EntryRow.contact_id)
        .join(event, event.id == EntryRow.event_id)
        .join(earlier, earlier.contact_id == EntryRow.contact_id)
        .join(earlier_event, earlier_event.id == earlier.event_id)
        .where(earlier_event.date < event.date, EntryRow.gone_at.is_(None))
    )
    found = {
        contact
        for batch in batches(entries)
        for contact in session.scalars(met.where(EntryRow.id.in_(batch)))
    }
    return len(found)


def _contacts(session: Session, entries: Collection[str]) -> set[str]:
    return {
        contact
        for batch in batches(entries)
        for contact in session.scalars(select(EntryRow.contact_id).where(EntryRow.id.in_(batch)))
    }


def _now(contact: str, merged: dict[str, str]) -> str:
    while contact in merged:
        contact = merged[contact]
    return contact


def _people(session: Session) -> list[Person]:
    """Everybody in the book with all their rows."""
    ids = session.execute(
        select(EntryRow.id, EntryRow.contact_id).where(EntryRow.gone_at.is_(None)).order_by(EntryRow.id)
    ).all()
    rows = rows_of(session, [entry_id for entry_id, _ in ids])
    entries: dict[str, list[FollowUp]] = defaultdict(list)
    for entry_id, contact in ids:
        if entry_id in rows:
            entries[contact].append(rows[entry_id])
    return [Person(key=contact, entries=tuple(found)) for contact, found in entries.items()]
