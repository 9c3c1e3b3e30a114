"""Rows of the queue as they stand now: what a scan found, with what people corrected."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import select
from sqlalchemy.orm import defer

from cardscan.book.plain import from_plain, row_value
from cardscan.book.tables import CorrectionRow, EntryRow, EventRow, FollowUpRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy.orm import Session

    from cardscan.followup.record import Action, FollowUp, Priority, Status

_BATCH = 500
"""Ids in one question to the database, which limits how many it takes."""


def rows_of(session: Session, ids: Iterable[str]) -> dict[str, FollowUp]:
    """The rows of entries as they stand now.

    Args:
        session: Reads.
        ids: Of the entries.

    Returns:
        Entry id to row, in the order of the ids; without those that are gone.
    """
    wanted = list(ids)
    found: dict[str, FollowUp] = {}
    for batch in batches(wanted):
        corrections = _corrections(session, batch)
        for entry, event, step in session.execute(
            select(EntryRow, EventRow, FollowUpRow)
            .join(EventRow, EventRow.id == EntryRow.event_id)
            .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
            .where(EntryRow.id.in_(batch), EntryRow.gone_at.is_(None))
            .options(defer(EntryRow.contact))  # the larger part of an entry, and no part of its row
        ):
            found[entry.id] = row_of(entry, event, step, corrections[entry.id])
    return {entry_id: found[entry_id] for entry_id in wanted if entry_id in found}


def row_of(entry: EntryRow, event: EventRow, step: FollowUpRow, corrections: dict[str, Any]) -> FollowUp:
    """The row of an entry.

    Args:
        entry: The entry.
        event: Its event, whose name and date may have been put right since.
        step: What is to be done next.
        corrections: What people corrected, by column.
    """
    return replace(
        from_plain(entry.found),
        **{column: row_value(column, value) for column, value in corrections.items()},
        contact_id=entry.contact_id,
        event=event.name,
        event_date=event.date,
        follow_up_due=step.due,
        next_action=cast("Action", step.action),
        priority=cast("Priority", step.priority),
        status=cast("Status", step.status),
        scanned_at=datetime.fromisoformat(entry.scanned_at),
    )


def refresh(session: Session, ids: Sequence[str]) -> None:
    """Bring what entries are looked up by up to date with their rows."""
    for batch in batches(ids):
        corrections = _corrections(session, batch)
        for entry in session.scalars(select(EntryRow).where(EntryRow.id.in_(batch))):
            values = entry.found | corrections[entry.id]
            entry.full_name, entry.company, entry.email = (
                values[column] for column in ("full_name", "company", "email")
            )
    session.flush()


def batches(ids: Iterable[str]) -> Iterator[list[str]]:
    """Ids in lots that one question to the database can take."""
    source = iter(ids)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _corrections(session: Session, ids: Sequence[str]) -> defaultdict[str, dict[str, Any]]:
    """Of each entry what people corrected in it last, by column."""
    found: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    rows = select(CorrectionRow).where(CorrectionRow.entry_id.in_(ids)).order_by(CorrectionRow.id)
    for row in session.scalars(rows):
        found[row.entry_id][row.column] = row.value["value"]
    return found
