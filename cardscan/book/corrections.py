"""Corrections in the book: what a person changed, kept beside what the program found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cardscan.book.plain import plain_value
from cardscan.book.rows import refresh
from cardscan.book.tables import CorrectionRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session


WHO = "who"
"""Under this name a session knows who is at work."""


def correct(  # noqa: PLR0913 - what a correction is
    session: Session,
    entry_id: str,
    values: Mapping[str, Any],
    *,
    before: Mapping[str, Any],
    source: str,
    at: datetime,
) -> None:
    """Keep what a person changed in an entry, and who it was: whoever has the book open.

    Args:
        session: Writes.
        entry_id: The entry.
        values: Column of the queue to its new value.
        before: Column to what stood there.
        source: Where it was changed: "sheet", "note" or "review".
        at: Now.
    """
    session.add_all(
        CorrectionRow(
            entry_id=entry_id,
            column=column,
            value={"value": plain_value(value)},
            before={"value": plain_value(before[column])},
            source=source,
            who=session.info.get(WHO, ""),
            at=at,
        )
        for column, value in values.items()
        if value != before[column]
    )
    session.flush()
    refresh(session, [entry_id])
