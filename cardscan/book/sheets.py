"""Queue files: what each showed when it was written, by which a changed cell is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, exists, func, insert, select, update

from cardscan.book.events import key_of
from cardscan.book.rows import batches
from cardscan.book.tables import EntryRow, EventRow, SheetRow, ShownRow
from cardscan.export.queue_columns import COLUMNS, to_cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp

_KEPT = 10
"""Queue files of an event that are remembered, the newest ones.  Earlier states of one file are
among them: what comes back may be a copy that somebody took before the last scan."""

_SAMPLE = 500
"""Rows of a file by which the queue files that it may be a copy of are looked up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A row as a queue file showed it.

    Attributes:
        entry_id: Whose it is.
        cells: Column to text.
    """

    entry_id: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a queue file showed before somebody worked in it.

    Attributes:
        rows: Contact id to row; empty where nobody knows.
        at: When it was written; None where nobody knows.
    """

    rows: Mapping[str, Shown]
    at: datetime | None = None


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
    """Note what a queue file shows from now on.

    Args:
        session: Writes.
        path: The file.
        shown: Contact id to row; a file without rows is not worth a note.
        at: Now.
    """
    if not shown:
        return
    sheet = SheetRow(path=str(path.resolve()), at=at)
    session.add(sheet)
    session.flush()
    session.execute(
        insert(ShownRow),
        [
            {"sheet_id": sheet.id, "contact_id": contact, "entry_id": row.entry_id, "cells": dict(row.cells)}
            for contact, row in shown.items()
        ],
    )
    _let_go_of_old(session, (row.entry_id for row in shown.values()))


def base_of(session: Session, path: Path, cells: Mapping[str, Mapping[str, str]]) -> Base:
    """What a queue file showed before somebody worked in it.

    Args:
        session: Reads.
        path: The file.
        cells: Contact id to the cells that it has now.

    Returns:
        What was noted last of the file itself, where it shows any of these contacts; else the
        file whose rows agree in the most cells, as of a copy.
    """
    own = session.scalars(
        select(SheetRow).where(SheetRow.path == str(path.resolve())).order_by(SheetRow.id.desc()).limit(1)
    ).first()
    if own and not cells.keys().isdisjoint(rows := _shown(session, own.id)):
        return Base(rows=rows, at=own.at)
    candidates = (
        Base(rows=_shown(session, sheet.id), at=sheet.at) for sheet in _sheets_with(session, list(cells))
    )
    return max(candidates, key=lambda base: _likeness(base.rows, cells), default=Base(rows={}))


def earlier_states(session: Session, path: Path) -> Iterator[Base]:
    """What a file showed before it was written last, the newest state first.

    Args:
        session: Reads.
        path: The file.
    """
    sheets = session.scalars(
        select(SheetRow).where(SheetRow.path == str(path.resolve())).order_by(SheetRow.id.desc()).offset(1)
    ).all()
    return (Base(rows=_shown(session, sheet.id), at=sheet.at) for sheet in sheets)


def last_shown(session: Session, entry_ids: Iterable[str]) -> dict[str, Mapping[str, str]]:
    """The cells that entries had in the last queue file that showed them, by entry."""
    return {
        entry_id: cells
        for batch in batches(entry_ids)
        for entry_id, cells in session.execute(
            select(ShownRow.entry_id, ShownRow.cells)
            .where(ShownRow.entry_id.in_(batch))
            .order_by(ShownRow.sheet_id)
        )
        if cells
    }


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


def _let_go_of_old(session: Session, entry_ids: Iterable[str]) -> None:
    """Forget what all but the newest files of the events showed that these entries are of.

    Which file shows whom stays known, as whoever is to be forgotten must be found there; but
    not of an earlier state of a file that was written again.
    """
    events = {
        event_id
        for batch in batches(entry_ids)
        for event_id in session.scalars(select(EntryRow.event_id).where(EntryRow.id.in_(batch)).distinct())
    }
    for event_id in sorted(events):
        sheets = session.scalars(
            select(ShownRow.sheet_id)
            .join(EntryRow, EntryRow.id == ShownRow.entry_id)
            .where(EntryRow.event_id == event_id)
            .distinct()
            .order_by(ShownRow.sheet_id.desc())
        ).all()
        newest = select(func.max(SheetRow.id)).group_by(SheetRow.path)
        old = sheets[_KEPT:]
        session.execute(delete(SheetRow).where(SheetRow.id.in_(old), SheetRow.id.not_in(newest)))
        session.execute(update(ShownRow).where(ShownRow.sheet_id.in_(old)).values(cells={}))


def _sheets_with(session: Session, contacts: Sequence[str]) -> Sequence[SheetRow]:
    """The queue files that show any of these contacts, the newest first."""
    sample = contacts[:: max(1, len(contacts) // _SAMPLE)]
    shows = exists().where(ShownRow.sheet_id == SheetRow.id, ShownRow.contact_id.in_(sample))
    return session.scalars(select(SheetRow).where(shows).order_by(SheetRow.id.desc())).all()


def _shown(session: Session, sheet_id: int) -> dict[str, Shown]:
    rows = session.execute(
        select(ShownRow.contact_id, ShownRow.entry_id, ShownRow.cells).where(ShownRow.sheet_id == sheet_id)
    )
    return {contact: Shown(entry_id=entry_id, cells=cells) for contact, entry_id, cells in rows if cells}


def _likeness(shown: Mapping[str, Shown], cells: Mapping[str, Mapping[str, str]]) -> tuple[int, int]:
    """Sorts files by how many cells agree; then those first that have no rows besides."""
    agree = sum(
        shown[contact].cells.get(column) == text
        for contact, row in cells.items()
        if contact in shown
        for column, text in row.items()
    )
    return agree, -len(shown.keys() - cells.keys())
