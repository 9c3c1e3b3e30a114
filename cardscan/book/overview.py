"""The queue in short: one line a contact, enough to search, sort and count thousands of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from sqlalchemy import func, select

from cardscan.book.current import is_current
from cardscan.book.rows import rows_of
from cardscan.book.tables import CorrectionRow, EntryRow, EventRow, FollowUpRow

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.orm import Session

    from cardscan.followup.record import Action, Priority, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A contact in short, where they are followed up now.

    Attributes:
        entry_id: Its entry.
        contact_id: Whom it is about.
        full_name: As it stands in the queue; so are the next two.
        company: Where they work.
        email: The first address.
        event_id: The event.
        event: Its name.
        event_date: Its day.
        due: By when something is to be done.
        action: What.
        priority: How much they matter.
        status: How far it is.
        needs_review: Whether somebody has to look at it.
    """

    entry_id: str
    contact_id: str
    full_name: str
    company: str
    email: str
    event_id: int
    event: str
    event_date: date
    due: date
    action: Action
    priority: Priority
    status: Status
    needs_review: bool


def overview(session: Session) -> tuple[Line, ...]:
    """Everybody in the queue, in its order.

    Args:
        session: Reads.
    """
    # The first photo alone: to read the list of each takes as long as all else.
    photo, card = EntryRow.found["photo", 0].as_string(), EntryRow.found["card"].as_integer()
    found = session.execute(
        select(
            EntryRow.id,
            EntryRow.contact_id,
            EntryRow.full_name,
            EntryRow.company,
            EntryRow.email,
            EventRow.id,
            EventRow.name,
            EventRow.date,
            FollowUpRow.due,
            FollowUpRow.action,
            FollowUpRow.priority,
            FollowUpRow.status,
            EntryRow.found["needs_review"].as_boolean(),
            photo,
            card,
        )
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
        .where(EntryRow.gone_at.is_(None), is_current())
    ).all()
    settled = _settled(session)
    flags = settled | _of_several(session, (row[0] for row in found))
    lines = sorted(found, key=lambda row: (row[13] is not None, row[13], row[14], row[0]))
    return tuple(
        Line(
            entry_id=row[0],
            contact_id=row[1],
            full_name=row[2],
            company=row[3],
            email=row[4],
            event_id=row[5],
            event=row[6],
            event_date=row[7],
            due=row[8],
            action=cast("Action", row[9]),
            priority=cast("Priority", row[10]),
            status=cast("Status", row[11]),
            needs_review=flags.get(row[0], bool(row[12])),
        )
        for row in lines
    )


def _settled(session: Session) -> dict[str, bool]:
    """Whether a person said of an entry that it needs a look, or none."""
    rows = session.execute(
        select(CorrectionRow.entry_id, CorrectionRow.value)
        .where(CorrectionRow.column == "needs_review")
        .order_by(CorrectionRow.id)
    )
    return {entry_id: value["value"] for entry_id, value in rows}


def _of_several(session: Session, ids: Iterable[str]) -> dict[str, bool]:
    """The same of entries that are one row with others."""
    several = (
        select(EntryRow.contact_id, EntryRow.event_id)
        .where(EntryRow.gone_at.is_(None))
        .group_by(EntryRow.contact_id, EntryRow.event_id)
        .having(func.count() > 1)
        .subquery()
    )
    merged = session.scalars(select(EntryRow.id).join(several, EntryRow.contact_id == several.c.contact_id))
    rows = rows_of(session, set(merged) & set(ids))
    return {entry_id: row.needs_review for entry_id, row in rows.items()}
