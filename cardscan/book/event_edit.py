"""An event is put right: its name or date was wrong, which happens most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.events import as_event, key_of
from cardscan.book.notes import notes_of
from cardscan.book.plain import from_plain, to_plain
from cardscan.book.steps import is_untouched, put_step
from cardscan.book.tables import EntryRow, EventRow, FollowUpRow
from cardscan.errors import UsageError
from cardscan.followup.planning import NOTED, plan

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.followup.record import Event
    from cardscan.followup.settings import Settings

_AT_THE_EVENT = ("card", "sidecar")
"""Sources of notes whose "Tuesday" is counted from the event's day."""


def edit_event(session: Session, row: EventRow, event: Event, *, settings: Settings) -> int:
    """Give an event another name, date or plan; what nobody has touched is planned anew.

    Args:
        session: Writes.
        row: The event.
        event: What it is from now on.
        settings: The owner's.

    Returns:
        How many due dates moved.

    Raises:
        UsageError: There is another event of that name and day.
    """
    key = key_of(event.name, event.date)
    if session.scalar(select(EventRow.id).where(EventRow.key == key, EventRow.id != row.id)):
        raise UsageError(f"There is an event {event.name!r} on {event.date} already.")
    row.key, row.name, row.date = key, event.name, event.date
    row.country, row.place, row.goal, row.owner = event.country, event.place, event.goal, event.owner
    row.next_action, row.tags, row.note = event.next_action, list(event.tags), event.note
    session.flush()
    return sum(
        _plan_anew(session, entry, step, as_event(row), settings)
        for entry, step in session.execute(
            select(EntryRow, FollowUpRow)
            .join(FollowUpRow, FollowUpRow.entry_id == EntryRow.id)
            .where(EntryRow.event_id == row.id)
        ).all()
    )


def _plan_anew(
    session: Session, entry: EntryRow, step: FollowUpRow, event: Event, settings: Settings
) -> bool:
    """Plan the first step of an entry again, unless somebody has gone on from it; whether its day moved."""
    if not is_untouched(session, step):
        return False
    notes = [note.text for note in notes_of(session, entry.id) if note.source in _AT_THE_EVENT]
    found = from_plain(entry.found)
    reasons = tuple(reason for reason in found.review_reasons if not reason.startswith(NOTED))
    planned = plan(replace(found, review_reasons=reasons), event, notes, settings)
    entry.found = to_plain(planned.entry)
    before = step.due
    put_step(step, planned.step, status=planned.entry.status, priority=planned.entry.priority)
    return step.due != before
