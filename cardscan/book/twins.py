"""Who in the book may be the same person."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import aliased

from cardscan.book.merging import merge
from cardscan.book.rows import batches, rows_of
from cardscan.book.tables import ApartRow, EntryRow, EventRow
from cardscan.followup.duplicates import Person, find_pairs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.book.merging import Merged
    from cardscan.followup.duplicates import Pair
    from cardscan.followup.record import FollowUp


def pairs_in_book(session: Session) -> tuple[Pair, ...]:
    """Contacts that are, or may be, one person; without those that a person keeps apart.

    Args:
        session: Reads.
    """
    return _not_apart(session, find_pairs(_people(session)))


def merge_sure(session: Session, entries: Collection[str], *, at: datetime) -> tuple[Merged, ...]:
    """Merge contacts that are surely one person, where new entries take part.

    Args:
        session: Writes.
        entries: The ids of the new entries.
        at: Now.
    """
    people = _people(session)
    new = {
        contact
        for batch in batches(entries)
        for contact in session.scalars(select(EntryRow.contact_id).where(EntryRow.id.in_(batch)))
    }
    near = _near([person for person in people if person.key in new], people)
    now: dict[str, str] = {}
    found = []
    for pair in _not_apart(session, find_pairs(near)):
        one, other = _now(pair.one, now), _now(pair.other, now)
        if pair.sure and one != other and {pair.one, pair.other} & new:
            merged = merge(session, one, other, why="; ".join(pair.why), at=at)
            now[merged.other] = merged.kept
            found.append(merged)
    return tuple(found)


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


def _near(new: Iterable[Person], people: Iterable[Person]) -> list[Person]:
    """The new people, and those who share a mailbox or a phone with one of them."""
    wanted = {point for person in new for point in _points(person)}
    return [person for person in people if wanted & _points(person)]


def _points(person: Person) -> set[str]:
    return {
        text.casefold()
        for row in person.entries
        for text in (row.email, *row.other_emails, *row.mobile_phone)
        if text
    }


def _not_apart(session: Session, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    contact_of = dict(session.execute(select(EntryRow.id, EntryRow.contact_id)).all())
    apart = {
        frozenset((contact_of[row.one], contact_of[row.other])) for row in session.scalars(select(ApartRow))
    }
    return tuple(pair for pair in pairs if frozenset((pair.one, pair.other)) not in apart)
