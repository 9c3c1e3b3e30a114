"""Steps in the book: what is to be done next with each contact."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from sqlalchemy import exists, select

from cardscan.book.tables import FollowUpRow, TouchRow
from cardscan.followup.record import Step

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.followup.record import Action, FollowUp, Priority, SetBy, Status


def keep_first_step(session: Session, entry_id: str, planned: FollowUp, step: Step) -> None:
    """Keep the first step of an entry, unless somebody has gone on from it.

    Args:
        session: Writes.
        entry_id: The entry.
        planned: Its row, with priority and status.
        step: What to do first.
    """
    row = session.get(FollowUpRow, entry_id)
    if row is None:
        row = FollowUpRow(entry_id=entry_id)
        session.add(row)
    elif not is_untouched(session, row):
        return
    put_step(row, step, status=planned.status, priority=planned.priority)


def hand_over_step(session: Session, entry_id: str, heir_id: str) -> None:
    """Let an entry go on from where a person got with another one, unless one got further with it too.

    Args:
        session: Writes.
        entry_id: The other entry.
        heir_id: The entry that takes its place.
    """
    row, heirs = session.get_one(FollowUpRow, entry_id), session.get_one(FollowUpRow, heir_id)
    if is_untouched(session, row) or not is_untouched(session, heirs):
        return
    put_step(heirs, step_of(row), status=cast("Status", row.status), priority=cast("Priority", row.priority))


def put_step(
    row: FollowUpRow, step: Step, *, status: Status = "open", priority: Priority | None = None
) -> None:
    """Make a step what is to be done next.

    Args:
        row: Of the entry.
        step: The step.
        status: Of the entry from now on.
        priority: The same; None leaves it as it is.
    """
    row.due, row.action, row.number = step.due, step.action, step.number
    row.why, row.set_by, row.status = step.why, step.set_by, status
    if priority is not None:
        row.priority = priority


def is_untouched(session: Session, row: FollowUpRow) -> bool:
    """Whether an entry is at its first step as the program planned it: no person chose, nothing was done."""
    if row.set_by == "person" or row.number != 0 or row.status not in ("open", "skipped"):
        return False
    return not session.scalar(select(exists().where(TouchRow.entry_id == row.entry_id)))


def step_of(row: FollowUpRow) -> Step:
    """The step of a row."""
    return Step(
        number=row.number,
        action=cast("Action", row.action),
        due=row.due,
        why=row.why,
        set_by=cast("SetBy", row.set_by),
    )
