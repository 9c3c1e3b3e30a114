"""People in the book, found by whatever the owner calls them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cardscan.book.current import current_entries
from cardscan.book.tables import EntryRow, EventRow
from cardscan.errors import SeveralPeopleError, UnknownPersonError, UsageError
from cardscan.followup.people import find_people

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody in the book, as their latest entry says.

    Attributes:
        contact_id: Who it is.
        entry_id: The entry of the event where they were met last: the one that is followed up.
        full_name: The name.
        company: Where they work.
        email: The first e-mail address.
        event: The event's name.
        event_date: Its day.
        others: Names and companies of further entries, where they are others.
        is_gone: Whether they are out of the queue: a person deleted the row, or no photo gives them.
    """

    contact_id: str
    entry_id: str
    full_name: str
    company: str
    email: str
    event: str
    event_date: date
    others: tuple[str, ...] = ()
    is_gone: bool = False

    def __str__(self) -> str:
        who = ", ".join(filter(None, (self.full_name, self.company))) or self.email or self.contact_id
        return f"{who} (met at {self.event}, {self.event_date})"


def everybody(session: Session, *, also_gone: bool = False) -> dict[str, Known]:
    """Everybody in the book by contact id, each as the latest entry says.

    Args:
        session: Reads.
        also_gone: Also those whose entries are all gone, but kept.
    """
    rows = session.execute(
        select(
            EntryRow.contact_id,
            EntryRow.id,
            EntryRow.full_name,
            EntryRow.company,
            EntryRow.email,
            EventRow.name,
            EventRow.date,
            EntryRow.gone_at.is_not(None),
        )
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .where(EntryRow.id.in_(current_entries(also_gone=also_gone)))
        .order_by(EntryRow.contact_id)
    )
    others = _others(session)
    return {
        row[0]: Known(
            contact_id=row[0],
            entry_id=row[1],
            full_name=row[2],
            company=row[3],
            email=row[4],
            event=row[5],
            event_date=row[6],
            is_gone=row[7],
            others=tuple(text for text in others.get(row[0], ()) if text not in row[2:5]),
        )
        for row in rows
    }


def fitting(session: Session, wanted: str, *, also_gone: bool = False) -> tuple[Known, ...]:
    """Everybody whom the owner can mean; several where they fit equally well.

    Args:
        session: Reads.
        wanted: A name, loosely; a company with it, an e-mail address, a contact id.
        also_gone: As for ``everybody``.

    Raises:
        UnknownPersonError: It fits nobody; those who come nearest are named.
        UsageError: It fits only somebody who is out of the queue.
    """
    everyone = everybody(session, also_gone=True)
    people = {key: one for key, one in everyone.items() if also_gone or not one.is_gone}
    found = find_people(wanted, _texts(people))
    if found.matches:
        return tuple(people[key] for key in found.matches)
    if gone := find_people(wanted, _texts(everyone)).matches:
        raise UsageError(
            f"{everyone[gone[0]]} is out of the queue. To bring them back: cardscan restore {gone[0]}"
        )
    raise UnknownPersonError(wanted, "; ".join(str(people[key]) for key in found.near))


def find_person(session: Session, wanted: str, *, also_gone: bool = False) -> Known:
    """The one person whom the owner means.

    Args:
        session: Reads.
        wanted: As for ``fitting``.
        also_gone: As for ``everybody``.

    Raises:
        UnknownPersonError: It fits nobody.
        SeveralPeopleError: It fits several.
    """
    found = fitting(session, wanted, also_gone=also_gone)
    if len(found) > 1:
        raise SeveralPeopleError(wanted, "; ".join(f"{one.contact_id}: {one}" for one in found))
    return found[0]


def _texts(people: Mapping[str, Known]) -> dict[str, tuple[str, ...]]:
    return {key: (one.full_name, one.company, one.email, *one.others) for key, one in people.items()}


def _others(session: Session) -> dict[str, tuple[str, ...]]:
    """Of each contact with several entries, what these say."""
    several = select(EntryRow.contact_id).group_by(EntryRow.contact_id).having(func.count() > 1)
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for contact, *said in session.execute(
        select(EntryRow.contact_id, EntryRow.full_name, EntryRow.company, EntryRow.email)
        .where(EntryRow.contact_id.in_(several))
        .order_by(EntryRow.id)
    ):
        found[contact].update(dict.fromkeys(filter(None, said)))
    return {contact: tuple(said) for contact, said in found.items()}
