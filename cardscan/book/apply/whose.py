"""Whose the rows of a sheet are, also where contacts were merged or taken out since it was written."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.events import key_of
from cardscan.book.rows import batches, rows_of
from cardscan.book.tables import EntryRow, EventRow
from cardscan.export.queue_columns import parse_cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from cardscan.book.sheets import Shown
    from cardscan.followup.record import FollowUp


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """An entry of the book that a row of a sheet can be about.

    Attributes:
        id: The entry.
        contact_id: Whose it is now.
        event_id: Of which event.
        event: Its name.
        event_date: Its day.
        country: Its country, if known.
        gone_by: Who took it out of the queue: "scan" or "person"; empty where it is there.
    """

    id: str
    contact_id: str
    event_id: int
    event: str
    event_date: date
    country: str | None
    gone_by: str

    @property
    def row_key(self) -> tuple[str, int]:
        """Entries of one contact at one event are one row."""
        return self.contact_id, self.event_id


class Register:
    """The entries that a sheet is about."""

    def __init__(self, session: Session, contacts: Iterable[str], base: Mapping[str, Shown]) -> None:
        self._session, self._base = session, base
        self._entries = _entries(session, contacts, base)
        self._of_contact: dict[str, list[Known]] = defaultdict(list)
        self._of_row: dict[tuple[str, int], list[Known]] = defaultdict(list)
        for entry in sorted(self._entries.values(), key=lambda one: (one.event_date, one.event_id)):
            self._of_contact[entry.contact_id].append(entry)
            self._of_row[entry.row_key].append(entry)
        for entries in self._of_row.values():
            entries.sort(key=lambda one: (one.id != one.contact_id, one.id))  # the first leads the row

    def find(self, contact: str, cells: Mapping[str, str]) -> Known | None:
        """Whose a row is; None where the contact is nobody in the book.

        Args:
            contact: Its contact id.
            cells: The row; which event it is of counts where nobody knows what the file showed.
        """
        if contact in self._base:
            found = self._entries.get(self._base[contact].entry_id)
        else:
            known = self._of_contact.get(contact, [])
            found = next((one for one in known if _is_of_event(one, cells)), known[-1] if known else None)
        if found is None or not found.gone_by:
            return found
        # Another card of the same contact may stand for it now.
        return next((one for one in self._of_row[found.row_key] if not one.gone_by), found)

    def rows(self, found: Sequence[Known]) -> dict[str, FollowUp]:
        """The rows as they stand now, by entry; without those that are gone."""
        rows = rows_of(self._session, [one.id for one in found])
        by_key = {self._entries[entry_id].row_key: row for entry_id, row in rows.items()}
        return {one.id: by_key[one.row_key] for one in found if one.row_key in by_key}


def _entries(session: Session, contacts: Iterable[str], base: Mapping[str, Shown]) -> dict[str, Known]:
    shown = _where(session, EntryRow.id, {row.entry_id for row in base.values()})
    contact_ids = {*contacts, *(entry.contact_id for entry in shown.values())}
    return shown | _where(session, EntryRow.contact_id, contact_ids)


def _where(session: Session, column: InstrumentedAttribute[str], values: Iterable[str]) -> dict[str, Known]:
    return {
        row[0]: Known(
            id=row[0],
            contact_id=row[1],
            event_id=row[2],
            gone_by=row[4] if row[3] is not None else "",
            event=row[5],
            event_date=row[6],
            country=row[7],
        )
        for batch in batches(values)
        for row in session.execute(
            select(
                EntryRow.id,
                EntryRow.contact_id,
                EntryRow.event_id,
                EntryRow.gone_at,
                EntryRow.gone_by,
                EventRow.name,
                EventRow.date,
                EventRow.country,
            )
            .join(EventRow, EventRow.id == EntryRow.event_id)
            .where(column.in_(batch))
        )
    }


def _is_of_event(entry: Known, cells: Mapping[str, str]) -> bool:
    texts = cells.get("event", ""), cells.get("event_date", "")
    for first in (True, False):
        try:
            event, on = (
                parse_cell(column, text, day_first=first)
                for column, text in zip(("event", "event_date"), texts, strict=True)
            )
        except ValueError:
            continue
        if key_of(event, on) == key_of(entry.event, entry.event_date):
            return True
    return False
