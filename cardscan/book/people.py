"""People in the book, found by whatever the owner calls them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.current import current_entries
from cardscan.book.tables import EntryRow, EventRow
from cardscan.errors import SeveralPeopleError, UnknownPersonError
from cardscan.followup.people import find_people

if TYPE_CHECKING:
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
    """

    contact_id: str
    entry_id: str
    full_name: str
    company: str
    email: str
    event: str
    event_date: date

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
        )
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .where(EntryRow.id.in_(current_entries(also_gone=also_gone)))
        .order_by(EntryRow.contact_id)
    )
    return {
        row[0]: Known(
            contact_id=row[0],
            entry_id=row[1],
            full_name=row[2],
            company=row[3],
            email=row[4],
            event=row[5],
            event_date=row[6],
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
    """
    people = everybody(session, also_gone=also_gone)
    texts = {key: (one.full_name, one.company, one.email) for key, one in people.items()}
    found = find_people(wanted, texts)
    if not found.matches:
        raise UnknownPersonError(wanted, "; ".join(str(people[key]) for key in found.near))
    return tuple(people[key] for key in found.matches)


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
