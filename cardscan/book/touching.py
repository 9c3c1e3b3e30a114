"""Getting in touch: what was done, what comes next, what is put off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.book.agenda import entries
from cardscan.book.notes import add_note, notes_of
from cardscan.book.steps import is_untouched, put_step, step_of
from cardscan.book.tables import FollowUpRow, TouchRow
from cardscan.followup.planning import wish_of, working_days
from cardscan.followup.progress import NOTED, after_note, after_touch, of_priority

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from cardscan.followup.due import DueEntry
    from cardscan.followup.notes.record import Wish
    from cardscan.followup.record import Action, Priority, Status, Touch
    from cardscan.followup.settings import Settings


def keep_touch(session: Session, entry_id: str, touch: Touch, *, today: date, settings: Settings) -> DueEntry:
    """Keep that the owner got in touch, and plan what comes next.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        touch: What was done.
        today: In the owner's time zone.
        settings: The owner's.

    Returns:
        The entry as it stands now.
    """
    now = the_entry(session, entry_id, today)
    days = working_days(now.event, settings)
    wish = wish_of(touch.note, said_on=today, days=days, settings=settings) if touch.note else None
    following = after_touch(
        now.step,
        touch,
        on=today,
        wish=wish,
        left=_left(session, entry_id, now, touch, settings),
        entry=now.entry,
        cadence=settings.cadence,
        days=days,
    )
    session.add(
        TouchRow(
            entry_id=entry_id,
            at=touch.at,
            channel=touch.channel,
            note=touch.note,
            answered=touch.answered,
            counts=touch.counts,
        )
    )
    row = session.get_one(FollowUpRow, entry_id)
    if following is None:
        row.status = "skipped" if wish and wish.not_interested else "done"
    elif following != now.step:
        put_step(row, following, priority=wish.priority if wish else None)
    session.flush()
    return the_entry(session, entry_id, today)


def _left(
    session: Session, entry_id: str, now: DueEntry, touch: Touch, settings: Settings
) -> tuple[Action, str] | None:
    """What the notes left for later, and nobody has done since."""
    days = working_days(now.event, settings)
    written = [(note.at, note.text) for note in notes_of(session, entry_id)]
    for at, text in (*written, *((one.at, one.note) for one in now.touches)):
        since = {one.channel for one in (*now.touches, touch) if one.at > at}
        for action, words in wish_of(text, said_on=at.date(), days=days, settings=settings).later:
            if action not in since:
                return action, words
    return None


def keep_note(  # noqa: PLR0913 - what a note is
    session: Session,
    entry_id: str,
    text: str,
    *,
    source: str,
    today: date,
    now: datetime,
    settings: Settings,
) -> tuple[DueEntry, Wish]:
    """Keep a note about a contact, and do what it asks for.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        text: The note.
        source: "note", "sheet" or "review".
        today: In the owner's time zone.
        now: The time.
        settings: The owner's.

    Returns:
        The entry as it stands now, and what was understood.
    """
    before = the_entry(session, entry_id, today)
    days = working_days(before.event, settings)
    wish = wish_of(text, said_on=today, days=days, settings=settings)
    add_note(session, entry_id, text, source=source, notes=before.entry.notes, at=now)
    row = session.get_one(FollowUpRow, entry_id)
    step = before.step
    if wish.priority and step.set_by == "cadence" and is_untouched(session, row):
        step = of_priority(
            step, wish.priority, event=before.event, today=today, cadence=settings.cadence, days=days
        )
    put_step(row, after_note(step, wish), status=before.entry.status, priority=wish.priority)
    if wish.priority:
        row.set_by = "person"  # no scan, and no other day of the event, plans it anew
    if wish.not_interested:
        row.status, row.set_by = "skipped", "person"
    elif wish.due or wish.next_action:
        row.status = "open"
    session.flush()
    return the_entry(session, entry_id, today), wish


def snooze(session: Session, entry_id: str, until: date, *, today: date) -> DueEntry:
    """Put what is to be done with a contact off.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        until: A day after today.
        today: In the owner's time zone.
    """
    row = session.get_one(FollowUpRow, entry_id)
    put_step(row, replace(step_of(row), due=until, set_by="person"), status="snoozed")
    session.flush()
    return the_entry(session, entry_id, today)


def agree_to_meet(session: Session, entry_id: str, at: datetime, *, today: date) -> DueEntry:
    """Make a meeting that is proposed the next step with a contact.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        at: When, in the owner's time zone.
        today: In the owner's time zone.
    """
    row = session.get_one(FollowUpRow, entry_id)
    why = f"{NOTED}meeting proposed for {at:%H:%M}"
    put_step(row, replace(step_of(row), action="meeting", due=at.date(), why=why, set_by="person"))
    session.flush()
    return the_entry(session, entry_id, today)


def skip(session: Session, entry_id: str, *, today: date) -> DueEntry:
    """Do nothing more with a contact.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        today: In the owner's time zone.
    """
    row = session.get_one(FollowUpRow, entry_id)
    row.status, row.set_by = "skipped", "person"
    session.flush()
    return the_entry(session, entry_id, today)


def set_priority(session: Session, entry_id: str, priority: Priority) -> None:
    """Say how much a contact matters; the day that is due stays, and no scan plans it anew.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        priority: A, B or C.
    """
    row = session.get_one(FollowUpRow, entry_id)
    row.priority, row.set_by = priority, "person"


def set_due(session: Session, entry_id: str, due: date) -> None:
    """Say by when to get in touch; what is put off stays put off until then.

    Args:
        session: Writes.
        entry_id: The entry that is followed up.
        due: The day, in the owner's time zone.
    """
    row = session.get_one(FollowUpRow, entry_id)
    status: Status = "snoozed" if row.status == "snoozed" else "open"
    put_step(row, replace(step_of(row), due=due, set_by="person"), status=status)


def the_entry(session: Session, entry_id: str, today: date) -> DueEntry:
    """One entry with its step, its notes and what was done so far."""
    (found,) = entries(session, [entry_id], today=today)
    return found
