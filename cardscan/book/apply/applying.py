"""What a sheet changes is taken into the book."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from cardscan.book.corrections import correct
from cardscan.book.names import with_name_parts
from cardscan.book.notes import add_note
from cardscan.book.rows import rows_of
from cardscan.book.steps import put_step, step_of
from cardscan.book.tables import EntryRow, FollowUpRow
from cardscan.book.touching import keep_note, keep_touch
from cardscan.followup.cell_text import SEPARATOR
from cardscan.followup.notes.answers import touch_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.book.apply.record import Change, SheetChanges
    from cardscan.followup.record import Action, Status
    from cardscan.followup.settings import Settings

SOURCE = "sheet"

_STEP = ("follow_up_due", "next_action", "priority", "status")
"""Columns that are about what is to be done, and not about the contact."""


def apply_changes(session: Session, found: SheetChanges, *, now: datetime, settings: Settings) -> None:
    """Take the changes of a sheet into the book.

    Args:
        session: Writes.
        found: The changes, none of them with a problem.
        now: The time, in the owner's time zone.
        settings: The owner's.
    """
    bring_back(session, found.returned)
    by_entry: dict[str, dict[str, Change]] = defaultdict(dict)
    for change in found.changes:
        by_entry[change.entry_id][change.column] = change
    for entry_id, changes in by_entry.items():
        _take_in(session, entry_id, changes, now, settings)
    take_out(session, found.removed, now)


def bring_back(session: Session, ids: Iterable[str]) -> None:
    """Let entries be in the queue again.

    Args:
        session: Writes.
        ids: Of the entries.
    """
    for entry_id in ids:
        for entry in _of_one_row(session, entry_id):
            if entry.id == entry_id or entry.gone_by == "person":
                entry.gone_at, entry.gone_by = None, ""
    session.flush()


def take_out(session: Session, ids: Iterable[str], now: datetime) -> None:
    """Take entries out of the queue, as a person wants it: no scan brings them back.

    Args:
        session: Writes.
        ids: Of the entries.
        now: The time.
    """
    for entry_id in ids:
        for entry in _of_one_row(session, entry_id):
            if not entry.gone_at:
                entry.gone_at, entry.gone_by = now, "person"
    session.flush()


def _of_one_row(session: Session, entry_id: str) -> Sequence[EntryRow]:
    """An entry, and the others of the same contact at the same event: they are one row of a queue."""
    entry = session.get_one(EntryRow, entry_id)
    return session.scalars(
        select(EntryRow).where(EntryRow.contact_id == entry.contact_id, EntryRow.event_id == entry.event_id)
    ).all()


def _take_in(
    session: Session, entry_id: str, changes: Mapping[str, Change], now: datetime, settings: Settings
) -> None:
    """The changed cells of one row: what was done comes before what the cells say of the next step."""
    _correct(session, entry_id, changes, now)
    added = SEPARATOR.join(changes["notes"].added) if "notes" in changes else ""
    if _says(changes, "done"):
        _done(session, entry_id, added, _channel(changes), now, settings)
    if added and _says(changes, "done"):
        notes = rows_of(session, [entry_id])[entry_id].notes
        add_note(session, entry_id, added, source=SOURCE, notes=notes, at=now)
    elif added:
        keep_note(session, entry_id, added, source=SOURCE, today=now.date(), now=now, settings=settings)
    _set_step(session, entry_id, changes)


def _correct(session: Session, entry_id: str, changes: Mapping[str, Change], now: datetime) -> None:
    values = {
        column: change.value for column, change in changes.items() if column not in _STEP and not change.added
    }
    if values:
        row = rows_of(session, [entry_id])[entry_id]
        values = with_name_parts(values, row)
        before = {column: getattr(row, column) for column in values}
        correct(session, entry_id, values, before=before, source=SOURCE, at=now)


def _done(  # noqa: PLR0913, PLR0917 - what was done
    session: Session, entry_id: str, note: str, channel: Action | None, now: datetime, settings: Settings
) -> None:
    """What was to be done is done: the same as the command, with the notes and the way of that row."""
    due = step_of(session.get_one(FollowUpRow, entry_id)).action
    touch = touch_of(note, due, at=now, languages=settings.owner.languages, channel=channel)
    keep_touch(session, entry_id, touch, today=now.date(), settings=settings)


def _set_step(session: Session, entry_id: str, changes: Mapping[str, Change]) -> None:
    """What the cells say about what comes next."""
    row = session.get_one(FollowUpRow, entry_id)
    if "priority" in changes:
        row.priority, row.set_by = changes["priority"].value, "person"
    if "next_action" in changes and not _channel(changes):
        row.action, row.set_by = changes["next_action"].value, "person"
    if "follow_up_due" in changes:
        stays_off = row.status == "snoozed" and "status" not in changes
        put_step(
            row,
            replace(step_of(row), due=changes["follow_up_due"].value, set_by="person"),
            status="snoozed" if stays_off else "open",
        )
    if "status" in changes and not _says(changes, "done"):
        row.status, row.set_by = changes["status"].value, "person"
    session.flush()


def _channel(changes: Mapping[str, Change]) -> Action | None:
    """How it was done: the action beside "done".  With a day it is the next step."""
    if not _says(changes, "done") or "next_action" not in changes or "follow_up_due" in changes:
        return None
    return cast("Action", changes["next_action"].value)


def _says(changes: Mapping[str, Change], status: Status) -> bool:
    return "status" in changes and changes["status"].value == status
