"""What people settled: rows as the program made them, and as somebody who looked at them left them.

A row was looked at as a whole where somebody said that it needs no look any more, and in
what somebody corrected where it was never flagged.  A row that is still open was not, and of one
that nobody touched nobody knows.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.orm import defer

from cardscan.book.plain import from_plain, row_value
from cardscan.book.rows import batches
from cardscan.book.tables import CorrectionRow, EntryRow, EventRow
from cardscan.export.queue_columns import PHONE_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Select
    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp

_BY_LOOKING = ("sheet", "review")
"""Sources of corrections by somebody who had the row before them."""

_MAILS = ("email", "other_emails")
_PLACE = ("street", "city", "region", "postal_code", "country")
_CONTACT = frozenset(
    (
        "full_name",
        "job_title",
        "department",
        "company",
        *_MAILS,
        *PHONE_COLUMNS,
        "website",
        "address",
        *_PLACE,
    )
)
"""Columns that say what a card says."""

_Said = dict[str, list[CorrectionRow]]
"""Column to what people corrected there, the oldest first."""

_Rows = dict[str, "FollowUp"]
"""Entry id to what the program found on its card, of the cards that are one row of the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """A card's row that somebody looked at.

    Attributes:
        entry_id: Its entry.
        found: As the program made it; ``needs_review`` says whether the row in which it was shown
            was flagged by the program.
        truth: With what people corrected of it.
        corrected: The columns that they corrected.
        is_whole: Whether somebody said that it needs no look any more, so that what was not
            corrected is right too.
    """

    entry_id: str
    found: FollowUp
    truth: FollowUp
    corrected: frozenset[str]
    is_whole: bool


def looked_at(session: Session, event: EventRow | None = None) -> tuple[LookedAt, ...]:
    """The rows that somebody looked at, each card by itself, also of contacts that were merged.

    Args:
        session: Reads.
        event: Only those who were met there.

    Returns:
        They, by event, photo and card; without those that are out of the queue.
    """
    said = _said(session, event)
    found = [
        one
        for batch in batches(said)
        for entry_id, rows in _rows_with(session, batch)
        if (one := _looked_at(entry_id, rows, said))
    ]
    return tuple(sorted(found, key=lambda one: (one.found.event_date, one.found.event, *_place(one.found))))


def beside(session: Session, seen: Iterable[LookedAt]) -> tuple[FollowUp, ...]:
    """The other rows of the same photos, as the program made them, also those that are out of the queue.

    Args:
        session: Reads.
        seen: Rows that somebody looked at.
    """
    known = {one.entry_id: _photo(one.found) for one in seen}
    photos = set(known.values())
    days = {on for _, on, _ in photos}
    entries = session.execute(_with_event().where(EventRow.date.in_(days)).order_by(EntryRow.id))
    rows = ((entry.id, _found(entry, event)) for entry, event in entries)
    return tuple(row for entry_id, row in rows if entry_id not in known and _photo(row) in photos)


def rows_in_book(session: Session, event: EventRow | None = None) -> int:
    """How many cards have a row in the queue.

    Args:
        session: Reads.
        event: Only those of this event.
    """
    wanted = select(func.count(EntryRow.id)).where(EntryRow.gone_at.is_(None))
    return session.scalar(wanted if event is None else wanted.where(EntryRow.event_id == event.id)) or 0


def _said(session: Session, event: EventRow | None) -> dict[str, _Said]:
    """Of each entry what people who looked at it corrected."""
    wanted = (
        select(CorrectionRow)
        .join(EntryRow, EntryRow.id == CorrectionRow.entry_id)
        .where(CorrectionRow.source.in_(_BY_LOOKING), EntryRow.gone_at.is_(None))
        .order_by(CorrectionRow.id)
    )
    found: dict[str, _Said] = defaultdict(lambda: defaultdict(list))
    for row in session.scalars(wanted if event is None else wanted.where(EntryRow.event_id == event.id)):
        found[row.entry_id][row.column].append(row)
    return found


def _with_event() -> Select[EntryRow, EventRow]:
    """Every entry with its event, without the larger part of it."""
    joined = select(EntryRow, EventRow).join(EventRow, EventRow.id == EntryRow.event_id)
    return joined.options(defer(EntryRow.contact))


def _rows_with(session: Session, ids: Sequence[str]) -> Iterator[tuple[str, _Rows]]:
    """Entries, each with what was found on all cards that are one row with it, itself among them."""
    contacts = select(EntryRow.contact_id).where(EntryRow.id.in_(ids))
    entries = session.execute(
        _with_event().where(EntryRow.contact_id.in_(contacts), EntryRow.gone_at.is_(None))
    ).all()
    rows: dict[tuple[str, int], _Rows] = defaultdict(dict)
    for entry, event in entries:
        rows[entry.contact_id, event.id][entry.id] = _found(entry, event)
    wanted = set(ids)
    for of_row in rows.values():
        yield from ((entry_id, of_row) for entry_id in of_row if entry_id in wanted)


def _looked_at(entry_id: str, rows: _Rows, said: Mapping[str, _Said]) -> LookedAt | None:
    """What somebody settled of a card; None where nobody did, or not yet."""
    row, others = rows[entry_id], [row for key, row in rows.items() if key != entry_id]
    settled = _settled(said[entry_id])
    is_open = any(_is_open(key, one, said) for key, one in rows.items()) if settled is None else not settled
    own = _own(said[entry_id], row, others)
    if is_open or not (settled or own):
        return None
    return LookedAt(
        entry_id=entry_id,
        found=replace(row, needs_review=any(one.needs_review for one in rows.values())),
        truth=replace(row, **_with_address(row, own)),
        corrected=frozenset(own),
        is_whole=bool(settled),
    )


def _settled(said: _Said) -> bool | None:
    """Whether somebody said that a card needs no look any more; None where nobody said anything."""
    flags = said.get("needs_review")
    return not flags[-1].value["value"] if flags else None


def _is_open(entry_id: str, row: FollowUp, said: Mapping[str, _Said]) -> bool:
    settled = _settled(said[entry_id]) if entry_id in said else None
    return row.needs_review if settled is None else not settled


def _own(said: _Said, row: FollowUp, others: Sequence[FollowUp]) -> dict[str, Any]:
    """What people corrected of this card: in a row of several, some values are another card's."""
    own: dict[str, Any] = {}
    for column in _CONTACT & said.keys():
        theirs = frozenset[str]().union(*(_texts(other, column) for other in others)) - _texts(row, column)
        value = row_value(column, said[column][-1].value["value"])
        if isinstance(value, tuple):
            own[column] = tuple(text for text in value if text not in theirs)
        elif said[column][0].before["value"] not in theirs:
            own[column] = value
    return own


def _texts(row: FollowUp, column: str) -> frozenset[str]:
    """What a row says in a column, or in one of those from which a value may move into it."""
    alike = next((columns for columns in (_MAILS, PHONE_COLUMNS) if column in columns), (column,))
    cells = (getattr(row, name) for name in alike)
    return frozenset(
        text for cell in cells for text in (cell if isinstance(cell, tuple) else (cell,)) if text
    )


def _with_address(row: FollowUp, own: Mapping[str, Any]) -> Mapping[str, Any]:
    """Corrections, with the address in one line where only its parts were corrected."""
    if "address" in own or own.keys().isdisjoint(_PLACE):
        return own
    address = row.address
    for part in (part for part in _PLACE if part in own):
        before, value = getattr(row, part), own[part]
        if before and before in address:
            address = address.replace(before, value, 1)
        elif value not in address:
            address = ", ".join(filter(None, (address, value)))
    return {**own, "address": address}


def _found(entry: EntryRow, event: EventRow) -> FollowUp:
    """The row as the program made it, at its event as that is called now."""
    return replace(from_plain(entry.found), event=event.name, event_date=event.date)


def _place(row: FollowUp) -> tuple[tuple[str, ...], int]:
    return row.photo[:1], row.card


def _photo(row: FollowUp) -> tuple[object, ...]:
    """What tells the photo of a row from others of the same name."""
    return row.event, row.event_date, row.photo[:1]
