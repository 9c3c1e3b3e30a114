"""What there is of a contact in the book, and the files that it led to."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from cardscan.book.forgetting.record import Traces
from cardscan.book.rows import batches
from cardscan.book.tables import (
    CorrectionRow,
    DraftRow,
    EntryRow,
    HandedOnRow,
    NoteRow,
    PhotoRow,
    PictureRow,
    ReadingRow,
    SheetRow,
    ShownRow,
    SightingRow,
    TouchRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy.orm import Session

_COUNTED = (
    ("corrections", CorrectionRow),
    ("notes", NoteRow),
    ("touches", TouchRow),
    ("pictures of cards", PictureRow),
    ("drafts", DraftRow),
    ("rows of queue files", ShownRow),
    ("times handed on", HandedOnRow),
)


def traces_of(session: Session, contacts: Collection[str]) -> Traces:
    """What there is of some contacts.

    Args:
        session: Reads.
        contacts: Their ids.
    """
    ids = entries_of(session, contacts)
    counts = [("entries", len(ids)), *((name, _count(session, table, ids)) for name, table in _COUNTED)]
    counts.append(("readings of photos", _readings(session, ids)))
    return Traces(
        counts=tuple((name, count) for name, count in counts if count),
        photos=tuple(sorted(set(_photos(session, ids)))),
        drafts=tuple(sorted(set(_drafts(session, ids)))),
        sheets=tuple(sorted(_sheets(session, ids).items())),
        handed_on=tuple(sorted(set(_handed_on(session, ids)))),
        alike=tuple(_alike(session, set(ids))),
    )


def entries_of(session: Session, contacts: Collection[str]) -> tuple[str, ...]:
    """The ids of all entries of some contacts, also of those that are gone."""
    return tuple(
        entry_id
        for batch in batches(contacts)
        for entry_id in session.scalars(
            select(EntryRow.id).where(EntryRow.contact_id.in_(batch)).order_by(EntryRow.id)
        )
    )


def _count(session: Session, table: Any, ids: Sequence[str]) -> int:
    return sum(
        session.scalar(select(func.count()).select_from(table).where(table.entry_id.in_(batch))) or 0
        for batch in batches(ids)
    )


def _readings(session: Session, ids: Sequence[str]) -> int:
    """How many readings there are of the photos that show entries."""
    return len(
        {
            reading
            for batch in batches(ids)
            for reading in session.scalars(
                select(ReadingRow.id)
                .join(PictureRow, PictureRow.photo_id == ReadingRow.photo_id)
                .where(PictureRow.entry_id.in_(batch))
            )
        }
    )


def _photos(session: Session, ids: Sequence[str]) -> Iterator[str]:
    for batch in batches(ids):
        yield from session.scalars(
            select(SightingRow.path)
            .join(PhotoRow, PhotoRow.id == SightingRow.photo_id)
            .join(PictureRow, PictureRow.photo_id == PhotoRow.id)
            .where(PictureRow.entry_id.in_(batch))
        )


def _drafts(session: Session, ids: Sequence[str]) -> Iterator[Path]:
    for batch in batches(ids):
        yield from map(Path, session.scalars(select(DraftRow.path).where(DraftRow.entry_id.in_(batch))))


def _sheets(session: Session, ids: Sequence[str]) -> dict[Path, frozenset[str]]:
    found: dict[Path, frozenset[str]] = {}
    for batch in batches(ids):
        for path, shown_as in session.execute(
            select(SheetRow.path, ShownRow.contact_id)
            .join(ShownRow, ShownRow.sheet_id == SheetRow.id)
            .where(ShownRow.entry_id.in_(batch))
        ):
            found[Path(path)] = found.get(Path(path), frozenset()) | {shown_as}
    return found


def _handed_on(session: Session, ids: Sequence[str]) -> Iterator[str]:
    for batch in batches(ids):
        for row in session.scalars(select(HandedOnRow).where(HandedOnRow.entry_id.in_(batch))):
            yield f"{row.target} on {row.at:%Y-%m-%d}"


def _alike(session: Session, ids: set[str]) -> Iterator[str]:
    """Others who have a mailbox or a mobile of theirs: the same person again, or a shared one."""
    rows = session.execute(select(EntryRow).order_by(EntryRow.contact_id, EntryRow.id)).scalars().all()
    theirs = {point for row in rows if row.id in ids for point in _points(row.found)}
    others = (row for row in rows if row.id not in ids and theirs.intersection(_points(row.found)))
    named = {
        row.contact_id: ", ".join(filter(None, (row.full_name, row.company))) or row.email for row in others
    }
    for contact_id, name in named.items():
        yield f"{name} ({contact_id})"


def _points(found: dict[str, Any]) -> Iterator[str]:
    yield from (text.casefold() for text in (found["email"], *found["other_emails"]) if text)
    yield from (re.sub(r"\D", "", text) for text in found["mobile_phone"])
