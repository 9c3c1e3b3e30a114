"""What a person did to contacts a moment ago, taken back as if it had not been done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, inspect, select

from cardscan.book.rows import refresh
from cardscan.book.tables import (
    ApartRow,
    CorrectionRow,
    EntryRow,
    FollowUpRow,
    MergeRow,
    NoteRow,
    TouchRow,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.orm import Session

_ADDED = (CorrectionRow, NoteRow, TouchRow, MergeRow)
"""Tables in which a person's doing leaves new rows."""

_CHANGED = ("contact_id", "gone_at", "gone_by")
"""What a person's doing changes of an entry itself."""

_Values = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """How contacts stood before something was done to them.

    Attributes:
        entries: Entry id to what may change of it.
        steps: Entry id to what was to be done next.
        newest: Of each table, the number of the newest row.
        apart: Pairs of entries that were two people.
    """

    entries: Mapping[str, _Values]
    steps: Mapping[str, _Values]
    newest: Mapping[str, int]
    apart: frozenset[tuple[str, str]]


def before(session: Session, entries: Collection[str]) -> Before:
    """How contacts stand, to be kept in mind before something is done to them.

    Args:
        session: Writes, so that nobody comes in between.
        entries: The ids of entries; all of their contacts' are taken.
    """
    contacts = select(EntryRow.contact_id).where(EntryRow.id.in_(entries))
    rows = session.scalars(select(EntryRow).where(EntryRow.contact_id.in_(contacts))).all()
    ids = [row.id for row in rows]
    steps = session.scalars(select(FollowUpRow).where(FollowUpRow.entry_id.in_(ids)))
    return Before(
        entries={row.id: {name: getattr(row, name) for name in _CHANGED} for row in rows},
        steps={row.entry_id: _values(row) for row in steps},
        newest={table.__tablename__: session.scalar(select(func.max(table.id))) or 0 for table in _ADDED},
        apart=frozenset((row.one, row.other) for row in _apart(session, ids)),
    )


def added_since(session: Session, then: Before) -> Mapping[str, tuple[int, ...]]:
    """Of each table, the numbers of the rows that something left which was done to contacts.

    Args:
        session: That in which it was done, so that nobody else's are among them.
        then: How the contacts stood before.
    """
    return {
        table.__tablename__: tuple(
            session.scalars(
                select(table.id).where(
                    table.entry_id.in_(then.entries), table.id > then.newest[table.__tablename__]
                )
            )
        )
        for table in _ADDED
    }


def take_back(session: Session, then: Before, added: Mapping[str, tuple[int, ...]]) -> None:
    """Let contacts stand as they stood.

    Args:
        session: Writes.
        then: How they stood; where others have changed what is due with them since, or whose they
            are, that goes too, so ask before whether they did.
        added: The rows that go.
    """
    ids = list(then.entries)
    for table in _ADDED:
        session.execute(delete(table).where(table.id.in_(added[table.__tablename__])))
    for row in _apart(session, ids):
        if (row.one, row.other) not in then.apart:
            session.delete(row)
    session.flush()
    for one, other in then.apart:
        session.merge(ApartRow(one=one, other=other))
    for entry_id, values in then.entries.items():
        _set(session.get_one(EntryRow, entry_id), values)
    for entry_id, values in then.steps.items():
        _set(session.get_one(FollowUpRow, entry_id), values)
    session.flush()
    refresh(session, ids)


def _apart(session: Session, ids: Collection[str]) -> list[ApartRow]:
    mine = ApartRow.one.in_(ids) | ApartRow.other.in_(ids)
    return list(session.scalars(select(ApartRow).where(mine)))


def _values(row: FollowUpRow) -> _Values:
    return {column.key: getattr(row, column.key) for column in inspect(FollowUpRow).column_attrs}


def _set(row: EntryRow | FollowUpRow, values: _Values) -> None:
    for name, value in values.items():
        setattr(row, name, value)
