"""Notes in the book: what somebody wrote about a contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.corrections import correct
from cardscan.book.tables import NoteRow
from cardscan.followup.planning import with_note

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.orm import Session

OF_THE_CARD = ("card", "sidecar")
"""The sources of notes that every scan finds again."""


def keep_notes(session: Session, entry_id: str, notes: Iterable[tuple[str, str]], at: datetime) -> None:
    """Keep notes of an entry, each once.

    Args:
        session: Writes.
        entry_id: The entry.
        notes: Text and source of each.
        at: Now.
    """
    known = {(row.text, row.source) for row in notes_of(session, entry_id)}
    for text, source in notes:
        if (text, source) not in known:
            session.add(NoteRow(entry_id=entry_id, text=text, source=source, at=at))
    session.flush()


def add_note(  # noqa: PLR0913 - what a note is
    session: Session, entry_id: str, text: str, *, source: str, notes: str, at: datetime
) -> None:
    """Keep a note that a person wrote, also in the entry's ``notes`` cell.

    Args:
        session: Writes.
        entry_id: The entry.
        text: The note.
        source: Where it was written: "note", "sheet" or "review".
        notes: The cell as it stands now.
        at: Now.
    """
    keep_notes(session, entry_id, [(text, source)], at)
    correct(
        session, entry_id, {"notes": with_note(notes, text)}, before={"notes": notes}, source=source, at=at
    )


def notes_of(session: Session, entry_id: str) -> tuple[NoteRow, ...]:
    """The notes of an entry, the oldest first."""
    return tuple(session.scalars(select(NoteRow).where(NoteRow.entry_id == entry_id).order_by(NoteRow.id)))
