"""Everything that is held on one person."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, or_, select

from cardscan.book.forgetting.traces import entries_of
from cardscan.book.plain import to_plain
from cardscan.book.rows import rows_of
from cardscan.book.tables import (
    ApartRow,
    CorrectionRow,
    DraftRow,
    EntryRow,
    EventRow,
    FollowUpRow,
    HandedOnRow,
    MergeRow,
    NoteRow,
    PhotoRow,
    PictureRow,
    ReadingRow,
    SheetRow,
    ShownRow,
    SightingRow,
    Table,
    TouchRow,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

_OF_ENTRY: Mapping[str, Any] = {
    "corrections": CorrectionRow,
    "notes": NoteRow,
    "steps": FollowUpRow,
    "touches": TouchRow,
    "merges": MergeRow,
    "drafts": DraftRow,
    "handed_on": HandedOnRow,
    "pictures": PictureRow,
}
"""What hangs on an entry, by what it is called."""


def holdings(session: Session, contact_id: str) -> dict[str, Any]:
    """Everything that is held on one person, as JSON values; dates as ISO 8601.

    Args:
        session: Reads.
        contact_id: The contact.
    """
    ids = entries_of(session, [contact_id])
    rows = rows_of(session, ids)
    return {
        "contact_id": contact_id,
        "entries": [
            {
                "queue_row": to_plain(rows[entry_id]) if entry_id in rows else None,
                **_entry(session, session.get_one(EntryRow, entry_id)),
            }
            for entry_id in ids
        ],
        "photos": _photos(session, ids),
    }


def _entry(session: Session, entry: EntryRow) -> dict[str, Any]:
    of_entry = {
        name: [
            _plain(row)
            for row in session.scalars(
                select(table)
                .where(table.entry_id == entry.id)
                .order_by(*(column for column in inspect(table).primary_key))
            )
        ]
        for name, table in _OF_ENTRY.items()
    }
    event = session.get_one(EventRow, entry.event_id)
    return {
        "event": {"name": event.name, "date": event.date.isoformat(), "place": event.place},
        **_plain(entry),
        **of_entry,
        "queue_files": _sheets(session, entry.id),
        "set_apart": [
            _plain(row)
            for row in session.scalars(
                select(ApartRow).where(or_(ApartRow.one == entry.id, ApartRow.other == entry.id))
            )
        ],
    }


def _sheets(session: Session, entry_id: str) -> list[dict[str, Any]]:
    """The queue files that showed an entry, and how."""
    rows = session.execute(
        select(SheetRow, ShownRow)
        .join(ShownRow, ShownRow.sheet_id == SheetRow.id)
        .where(ShownRow.entry_id == entry_id)
        .order_by(SheetRow.id)
    )
    return [{"path": sheet.path, "written_at": _value(sheet.at), **_plain(shown)} for sheet, shown in rows]


def _photos(session: Session, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """The photos of a person's cards, where they were seen, and what was read on these cards."""
    cards: dict[int, set[int]] = defaultdict(set)
    for row in session.scalars(select(PictureRow).where(PictureRow.entry_id.in_(ids))):
        cards[row.photo_id].add(row.card)
    return [
        {
            **_plain(session.get_one(PhotoRow, photo_id)),
            "cards": sorted(numbers),
            "seen": [
                {"event": name, "path": path, "folder": folder}
                for name, path, folder in session.execute(
                    select(EventRow.name, SightingRow.path, SightingRow.folder)
                    .join(EventRow, EventRow.id == SightingRow.event_id)
                    .where(SightingRow.photo_id == photo_id)
                )
            ],
            "readings": [
                {"read_by": row.read_by, "read_at": _value(row.read_at), "reading": reading}
                for row in session.scalars(
                    select(ReadingRow).where(ReadingRow.photo_id == photo_id).order_by(ReadingRow.id)
                )
                for reading in row.readings
                if reading["card"]["number"] in numbers
            ],
        }
        for photo_id, numbers in sorted(cards.items())
    ]


def _plain(row: Table) -> dict[str, Any]:
    """All columns of a row."""
    return {column.key: _value(getattr(row, column.key)) for column in inspect(row).mapper.column_attrs}


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
