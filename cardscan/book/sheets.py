"""Queue files: what each showed when it was written, by which a changed cell is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from cardscan.book.events import key_of
from cardscan.book.rows import batches
from cardscan.book.tables import EntryRow, EventRow, SheetRow, ShownRow
from cardscan.export.queue_columns import COLUMNS, to_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp

_KEPT = 20
"""Queue files that are remembered, the newest ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row as a queue file showed it.

    Attributes:
        entry_id: Whose it is.
        cells: Column to text.
    """

    entry_id: str
    cells: Mapping[str, str]


def remember_queue(session: Session, path: Path, rows: Sequence[FollowUp], *, at: datetime) -> None:
    """Note what a queue file shows.

    Args:
        session: Writes.
        path: The file.
        rows: Its rows, of whatever event; those that the book does not have are left out.
        at: Now.
    """
    ids = entries_shown(session, rows)
    shown = {
        row.contact_id: Shown(
            entry_id=ids[row.contact_id], cells=dict(zip(COLUMNS, to_cells(row), strict=True))
        )
        for row in rows
        if row.contact_id in ids
    }
    remember(session, path, shown, at=at)


def remember(session: Session, path: Path, shown: Mapping[str, Shown], *, at: datetime) -> None:
    """Note what a queue file shows, in the place of what it showed before.

    Args:
        session: Writes.
        path: The file.
        shown: Contact id to row.
        at: Now.
    """
    name = str(path.resolve())
    old = list(session.scalars(select(SheetRow.id).where(SheetRow.path == name)))
    kept = session.scalars(
        select(SheetRow.id).where(SheetRow.path != name).order_by(SheetRow.id.desc())
    ).all()
    session.execute(delete(SheetRow).where(SheetRow.id.in_([*old, *kept[_KEPT - 1 :]])))
    sheet = SheetRow(path=name, at=at)
    session.add(sheet)
    session.flush()
    session.add_all(
        ShownRow(sheet_id=sheet.id, contact_id=contact, entry_id=row.entry_id, cells=dict(row.cells))
        for contact, row in shown.items()
    )
    session.flush()


def base_of(session: Session, path: Path, cells: Mapping[str, Mapping[str, str]]) -> dict[str, Shown]:
    """What a queue file showed before somebody worked in it.

    Args:
        session: Reads.
        path: The file.
        cells: Contact id to the cells that it has now.

    Returns:
        Contact id to row: of the file itself where it is known; else of the file whose rows
        agree in the most cells, as of a copy; nothing where none is known.
    """
    sheets = session.scalars(select(SheetRow).order_by(SheetRow.id.desc())).all()
    own = [sheet.id for sheet in sheets if sheet.path == str(path.resolve())]
    if own:
        return _shown(session, own[0])
    candidates = [_shown(session, sheet.id) for sheet in sheets]
    return max(candidates, key=lambda shown: _agreement(shown, cells), default={})


def entries_shown(session: Session, rows: Iterable[FollowUp]) -> dict[str, str]:
    """The entries of rows, by their contact ids; of one contact and event, the one that leads the row."""
    wanted = {row.contact_id: key_of(row.event, row.event_date) for row in rows}
    return {
        contact: entry_id
        for batch in batches(wanted)
        for contact, entry_id, name, on in session.execute(
            select(EntryRow.contact_id, EntryRow.id, EventRow.name, EventRow.date)
            .join(EventRow, EventRow.id == EntryRow.event_id)
            .where(EntryRow.contact_id.in_(batch), EntryRow.gone_at.is_(None))
            .order_by(EntryRow.id == EntryRow.contact_id, EntryRow.id.desc())
        )
        if key_of(name, on) == wanted[contact]
    }


def _shown(session: Session, sheet_id: int) -> dict[str, Shown]:
    rows = session.execute(
        select(ShownRow.contact_id, ShownRow.entry_id, ShownRow.cells).where(ShownRow.sheet_id == sheet_id)
    )
    return {contact: Shown(entry_id=entry_id, cells=cells) for contact, entry_id, cells in rows}


def _agreement(shown: Mapping[str, Shown], cells: Mapping[str, Mapping[str, str]]) -> int:
    return sum(
        shown[contact].cells.get(column) == text
        for contact, row in cells.items()
        if contact in shown
        for column, text in row.items()
    )
