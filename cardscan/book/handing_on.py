"""Which contacts were handed on to which program, and what stands there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from cardscan.book.rows import batches
from cardscan.book.tables import EntryRow, HandedOnRow

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOn:
    """A contact as it was handed on.

    Attributes:
        contact_id: Whom it is about.
        item: The UID of what is there; of a file, the row.
        digest: SHA-256 of what was written there; of a file, of what it told of the contact.
        etag: What the server called that state; of a file, the SHA-256 of the follow-up.
    """

    contact_id: str
    item: str = ""
    digest: str = ""
    etag: str = ""


def handed_on(session: Session, target: str) -> dict[tuple[str, str], HandedOn]:
    """What was handed on to a program, by the contact that it is about now and the UID there.

    Args:
        session: Reads.
        target: The name of an exporter, or the address of a server's collection.
    """
    rows = session.execute(
        select(EntryRow.contact_id, HandedOnRow.item, HandedOnRow.digest, HandedOnRow.etag)
        .join(EntryRow, EntryRow.id == HandedOnRow.entry_id)
        .where(HandedOnRow.target == target)
        .order_by(HandedOnRow.id)
    )
    return {
        (contact, item): HandedOn(contact_id=contact, item=item, digest=digest, etag=etag)
        for contact, item, digest, etag in rows
    }


def keep_handed_on(session: Session, target: str, handed: Collection[HandedOn], *, at: datetime) -> None:
    """Note that contacts were handed on; those that the book does not have are left out.

    Args:
        session: Writes.
        target: The program.
        handed: As they were handed on, in the place of what was noted of them before.
        at: Now.
    """
    known = _known(session, (one.contact_id for one in handed))
    by_item = {(one.contact_id, one.item): one for one in handed if one.contact_id in known}
    items: dict[str, list[str]] = defaultdict(list)
    for contact, item in by_item:
        items[item].append(contact)
    for item, contacts in items.items():
        for batch in batches(contacts):
            session.execute(
                delete(HandedOnRow).where(
                    HandedOnRow.target == target, HandedOnRow.item == item, HandedOnRow.entry_id.in_(batch)
                )
            )
    session.add_all(
        HandedOnRow(
            entry_id=one.contact_id, target=target, item=one.item, digest=one.digest, etag=one.etag, at=at
        )
        for one in by_item.values()
    )


def _known(session: Session, contacts: Iterable[str]) -> set[str]:
    """Those that the book has; a contact has the id of its oldest entry."""
    return {
        entry_id
        for batch in batches(contacts)
        for entry_id in session.scalars(select(EntryRow.id).where(EntryRow.id.in_(batch)))
    }
