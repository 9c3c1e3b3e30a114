"""What is due."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy import select
from sqlalchemy.orm import aliased

from cardscan.book.current import is_current
from cardscan.book.events import as_event
from cardscan.book.rows import batches, rows_of
from cardscan.book.steps import step_of
from cardscan.book.tables import EntryRow, EventRow, FollowUpRow, NoteRow, TouchRow
from cardscan.followup.due import DueEntry
from cardscan.followup.record import OPEN, Touch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from sqlalchemy.orm import Session

    from cardscan.followup.record import Action


def due_entries(
    session: Session, today: date, *, ahead: int = 0, event: EventRow | None = None
) -> tuple[DueEntry, ...]:
    """Whom to get in touch with by today: those overdue first, then by priority.

    Args:
        session: Reads.
        today: In the owner's time zone.
        ahead: Days after today that count as well.
        event: Only those of this event.
    """
    wanted = (
        select(EntryRow.id)
        .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
        .where(
            is_current(),
            FollowUpRow.status.in_(OPEN),
            FollowUpRow.due <= today + timedelta(days=ahead),
        )
    )
    if event is not None:
        wanted = wanted.where(EntryRow.event_id == event.id)
    found = entries(session, session.scalars(wanted), today=today)
    return tuple(
        sorted(found, key=lambda one: (one.step.due, one.entry.priority, one.entry.full_name.casefold()))
    )


def entries(session: Session, ids: Iterable[str], *, today: date) -> tuple[DueEntry, ...]:
    """Entries with their step, their notes and what was done so far.

    Args:
        session: Reads.
        ids: Of the entries.
        today: In the owner's time zone.
    """
    rows = rows_of(session, ids)
    found: dict[str, DueEntry] = {}
    for batch in batches(rows):
        notes, touches = _notes(session, batch), _touches(session, batch)
        for step, event, entry_id in session.execute(
            select(FollowUpRow, EventRow, EntryRow.id)
            .join(EntryRow, EntryRow.id == FollowUpRow.entry_id)
            .join(EventRow, EventRow.id == EntryRow.event_id)
            .where(EntryRow.id.in_(batch))
        ):
            found[entry_id] = DueEntry(
                entry=rows[entry_id],
                step=step_of(step),
                event=as_event(event),
                notes=tuple(notes[entry_id]),
                touches=tuple(touches[entry_id]),
                overdue_days=max(0, (today - step.due).days),
                entry_id=entry_id,
            )
    return tuple(found[entry_id] for entry_id in rows)


def _notes(session: Session, ids: Sequence[str]) -> defaultdict[str, list[str]]:
    """The notes of entries, and of others of the same contact at the same event, the oldest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    mine = aliased(EntryRow)
    rows = session.execute(
        # Joined by the contact alone: by event as well, SQLite walks through whole events.
        select(mine.id, NoteRow.text, EntryRow.event_id == mine.event_id)
        .join(EntryRow, EntryRow.contact_id == mine.contact_id)
        .join(NoteRow, NoteRow.entry_id == EntryRow.id)
        .where(mine.id.in_(ids))
        .order_by(NoteRow.id)
    )
    for entry_id, text, is_here in rows:
        if is_here:
            found[entry_id].append(text)
    return found


def _touches(session: Session, ids: Sequence[str]) -> defaultdict[str, list[Touch]]:
    """What was done so far with the contacts of entries, at whatever event, the oldest first."""
    found: defaultdict[str, list[Touch]] = defaultdict(list)
    mine = aliased(EntryRow)
    # Columns, not rows as objects: there are many, and none is changed.
    rows = session.execute(
        select(mine.id, TouchRow.at, TouchRow.channel, TouchRow.note, TouchRow.answered, TouchRow.counts)
        .join(EntryRow, EntryRow.contact_id == mine.contact_id)
        .join(TouchRow, TouchRow.entry_id == EntryRow.id)
        .where(mine.id.in_(ids))
        .order_by(TouchRow.at, TouchRow.id)
    )
    for entry_id, at, channel, note, answered, counts in rows:
        found[entry_id].append(
            Touch(at=at, channel=cast("Action", channel), note=note, answered=answered, counts=counts)
        )
    return found
