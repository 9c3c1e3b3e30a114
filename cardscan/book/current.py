"""Of somebody met several times, the entry that is followed up: that of the last event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, true

from cardscan.book.tables import EntryRow, EventRow

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Select


def current_entries(*, also_gone: bool = False) -> Select[str]:
    """The ids of the entries that are followed up, one a contact.

    Of one event, it is the entry that gave the contact its id.

    Args:
        also_gone: Whether a contact of whom every entry is gone is there with one of them.
    """
    rank = func.row_number().over(
        partition_by=EntryRow.contact_id,
        order_by=(
            EntryRow.gone_at.is_not(None),
            EventRow.date.desc(),
            EventRow.id.desc(),
            EntryRow.id != EntryRow.contact_id,
            EntryRow.id,
        ),
    )
    ranked = (
        select(EntryRow.id, rank.label("rank"))
        .join(EventRow, EventRow.id == EntryRow.event_id)
        .where(true() if also_gone else EntryRow.gone_at.is_(None))
        .subquery()
    )
    return select(ranked.c.id).where(ranked.c.rank == 1)


def place_in_row(entry: EntryRow) -> tuple[bool, str]:
    """Sorts the entries of a contact at one event as ``current_entries`` does: the first leads their row."""
    return entry.id != entry.contact_id, entry.id


def is_current() -> ColumnElement[bool]:
    """Whether an entry is the one that is followed up."""
    return EntryRow.id.in_(current_entries())
