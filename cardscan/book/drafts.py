"""Drafts in the book: which letters were written, and where they lie."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.current import is_current
from cardscan.book.tables import DraftRow, EntryRow

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session


def kept_draft(session: Session, message_id: str) -> Path | None:
    """Where the draft of a letter lies; None where it was not written, or is no longer there."""
    paths = session.scalars(select(DraftRow.path).where(DraftRow.message_id == message_id))
    return next((Path(path) for path in paths if Path(path).exists()), None)


def keep_draft(session: Session, contact_id: str, *, path: Path, message_id: str, at: datetime) -> None:
    """Note that a draft was written.

    Args:
        session: Writes.
        contact_id: Whom it is to.
        path: The file.
        message_id: What the letter is called, equal for the same letter.
        at: Now.
    """
    entry_id = session.scalars(
        select(EntryRow.id).where(EntryRow.contact_id == contact_id, is_current())
    ).one()
    session.add(DraftRow(entry_id=entry_id, path=str(path.resolve()), message_id=message_id, at=at))
