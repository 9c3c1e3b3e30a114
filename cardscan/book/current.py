"""Of somebody met several times, the entry that is followed up now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, not_, select, true, union_all

from cardscan.book.tables import EntryRow, EventRow, FollowUpRow
from cardscan.followup.progress import NOTED
from cardscan.followup.record import OPEN

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, CompoundSelect
    from sqlalchemy.orm import Session


def current_entries(*, also_gone: bool = False) -> CompoundSelect[str]:
    """The ids of the entries that are followed up, one a contact.

    It is that of the last event, unless what was promised at an earlier one is due before.
    Of one event, it is the entry that gave the contact its id.

    Args:
        also_gone: Whether a contact of whom every entry is gone is there with one of them.
    """
    is_there = true() if also_gone else EntryRow.gone_at.is_(None)
    # Most people were met once: only the others have to be ranked, which takes its time.
    several = select(EntryRow.contact_id).group_by(EntryRow.contact_id).having(func.count() > 1)
    met_once = select(EntryRow.id).where(EntryRow.contact_id.not_in(several), is_there)
    latest_first = (
        EntryRow.gone_at.is_not(None),
        EventRow.date.desc(),
        EventRow.id.desc(),
        EntryRow.id != EntryRow.contact_id,
        EntryRow.id,
    )
    place = func.row_number().over(partition_by=EntryRow.contact_id, order_by=latest_first)
    last_event = func.first_value(EntryRow.event_id).over(
        partition_by=EntryRow.contact_id, order_by=latest_first
    )
    met = (
        select(
            EntryRow.id,
            EntryRow.contact_id,
            place.label("place"),
            (EntryRow.event_id != last_event).label("earlier"),
            (EntryRow.gone_at.is_(None) & FollowUpRow.status.in_(OPEN)).label("open"),
            ((FollowUpRow.set_by == "note") | FollowUpRow.why.startswith(NOTED)).label("promised"),
            FollowUpRow.due,
        )
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
        .where(EntryRow.contact_id.in_(several), is_there)
        .subquery()
    )
    counts = met.c.open & ((met.c.earlier & met.c.promised) | (met.c.place == 1))
    first = func.row_number().over(
        partition_by=met.c.contact_id, order_by=(not_(counts), case((counts, met.c.due)), met.c.place)
    )
    ranked = select(met.c.id, first.label("rank")).subquery()
    return union_all(met_once, select(ranked.c.id).where(ranked.c.rank == 1))


def place_in_row(entry: EntryRow) -> tuple[bool, str]:
    """Sorts the entries of a contact at one event as ``current_entries`` does: the first leads their row."""
    return entry.id != entry.contact_id, entry.id


def leading_entry(session: Session, entry_id: str) -> str:
    """The entry that leads the row which an entry is part of; the entry itself, where it is gone.

    Args:
        session: Reads.
        entry_id: The entry.
    """
    entry = session.get(EntryRow, entry_id)
    if entry is None:
        return entry_id
    same = select(EntryRow).where(
        EntryRow.contact_id == entry.contact_id,
        EntryRow.event_id == entry.event_id,
        EntryRow.gone_at.is_(None),
    )
    return min(session.scalars(same), key=place_in_row, default=entry).id


def is_current() -> ColumnElement[bool]:
    """Whether an entry is the one that is followed up."""
    return EntryRow.id.in_(current_entries())
