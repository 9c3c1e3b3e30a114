"""What a sheet changes is taken into the book."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.book.corrections import correct
from cardscan.book.rows import rows_of
from cardscan.book.steps import put_step, step_of
from cardscan.book.tables import EntryRow, FollowUpRow
from cardscan.book.touching import keep_note, keep_touch
from cardscan.followup.cell_text import SEPARATOR
from cardscan.followup.record import Touch

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.book.apply.record import Change, SheetChanges
    from cardscan.followup.record import Action
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
    by_entry: dict[str, dict[str, Change]] = defaultdict(dict)
    for change in found.changes:
        by_entry[change.entry_id][change.column] = change
    for entry_id, changes in by_entry.items():
        _correct(session, entry_id, changes, now)
        if "notes" in changes:
            _note(session, changes["notes"], now, settings)
        _step(session, entry_id, changes, now, settings)
    for entry_id in found.removed:
        entry = session.get_one(EntryRow, entry_id)
        entry.gone_at, entry.gone_by = now, "person"
    for entry_id in found.returned:
        entry = session.get_one(EntryRow, entry_id)
        entry.gone_at, entry.gone_by = None, ""
    session.flush()


def _correct(session: Session, entry_id: str, changes: Mapping[str, Change], now: datetime) -> None:
    values = {column: change.value for column, change in changes.items() if column not in (*_STEP, "notes")}
    if values:
        row = rows_of(session, [entry_id])[entry_id]
        before = {column: getattr(row, column) for column in values}
        correct(session, entry_id, values, before=before, source=SOURCE, at=now)


def _note(session: Session, change: Change, now: datetime, settings: Settings) -> None:
    """What was added to the notes is a note like any other; a text that was changed is a correction."""
    before = rows_of(session, [change.entry_id])[change.entry_id].notes
    added = change.value.removeprefix(change.before).removeprefix(SEPARATOR.strip()).strip()
    if change.value.startswith(change.before) and added:
        keep_note(
            session, change.entry_id, added, source=SOURCE, today=now.date(), now=now, settings=settings
        )
        return
    correct(
        session, change.entry_id, {"notes": change.value}, before={"notes": before}, source=SOURCE, at=now
    )


def _step(
    session: Session, entry_id: str, changes: Mapping[str, Change], now: datetime, settings: Settings
) -> None:
    """What the sheet says is to be done, or is done."""
    status = changes["status"].value if "status" in changes else None
    row = session.get_one(FollowUpRow, entry_id)
    if status == "done":
        action: Action = changes["next_action"].value if "next_action" in changes else step_of(row).action
        keep_touch(session, entry_id, Touch(at=now, channel=action), today=now.date(), settings=settings)
    if "priority" in changes:
        row.priority, row.set_by = changes["priority"].value, "person"
    if "next_action" in changes and status != "done":
        row.action, row.set_by = changes["next_action"].value, "person"
    if "follow_up_due" in changes:
        put_step(
            row,
            replace(step_of(row), due=changes["follow_up_due"].value, set_by="person"),
            status="snoozed" if status == "snoozed" else "open",
        )
    if status in ("open", "skipped", "snoozed"):
        row.status, row.set_by = status, "person"
    session.flush()
