"""What somebody changed in a queue since it was written, cell by cell."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from cardscan.book.apply.record import Change, Problem, SheetChanges
from cardscan.book.rows import batches, rows_of
from cardscan.book.sheets import Shown, base_of
from cardscan.book.tables import EntryRow
from cardscan.errors import RecordError
from cardscan.export.dates import day_first
from cardscan.export.queue_columns import COLUMNS, DATE_COLUMNS, PHONE_COLUMNS, parse_cell, to_cells
from cardscan.parse.record import Issue
from cardscan.parse.validators.email import check_email

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from sqlalchemy.orm import Session

    from cardscan.export.sheet import Row
    from cardscan.followup.record import FollowUp

_THE_PROGRAMS = ("event_date", "event", "confidence", "photo", "card", "scanned_at")
"""Columns that say where a row is from: changes there are not taken over."""


def changes_of(session: Session, path: Path, rows: Sequence[Row], *, today: date) -> SheetChanges:
    """What was changed in a queue file.

    Args:
        session: Reads.
        path: The file.
        rows: Its rows.
        today: In the owner's time zone.

    Returns:
        The changes, and what cannot be understood.

    Raises:
        RecordError: The file lacks the column by which rows are known.
    """
    if rows and not any("contact_id" in row.cells for row in rows):
        raise RecordError(str(path), "the column contact_id is missing; without it nobody is known.")
    return _Reading(session, path, rows, today).result()


class _Reading:
    """A sheet, while it is compared with what it was."""

    def __init__(self, session: Session, path: Path, rows: Sequence[Row], today: date) -> None:
        self._session, self._today = session, today
        self._rows = [(row, row.cells.get("contact_id", "").strip()) for row in rows]
        self._base = base_of(session, path, {contact: row.cells for row, contact in self._rows})
        self._entries = self._all_entries()
        self._now = rows_of(session, [entry_id for entry_id, gone in self._entries.values() if not gone])
        self._first = _order(rows)
        self._changes: list[Change] = []
        self._problems: list[Problem] = []
        self._left_alone: list[str] = []
        self._returned: dict[str, str] = {}
        self._shown: dict[str, Shown] = {}

    def result(self) -> SheetChanges:
        """All that was found."""
        counts = Counter(contact for _, contact in self._rows)
        twice = {contact for contact, count in counts.items() if count > 1}
        for row, contact in self._rows:
            if reason := self._unknown(contact, twice):
                self._problems.append(Problem(row=row.number, column="contact_id", reason=reason))
            else:
                self._take(row, contact)
        there = {contact for _, contact in self._rows}
        return SheetChanges(
            changes=tuple(self._changes),
            removed={
                shown.entry_id: _who(shown.cells)
                for contact, shown in self._base.items()
                if contact not in there and shown.entry_id in self._now
            },
            returned=self._returned,
            left_alone=tuple(self._left_alone),
            shown=self._shown,
            rows_before=len(self._base),
            problems=tuple(self._problems),
        )

    def _all_entries(self) -> dict[str, tuple[str, bool]]:
        """Contact id to entry, and whether it is gone; the entry that the file showed, else the latest."""
        found: dict[str, tuple[str, bool]] = {}
        for batch in batches({contact for _, contact in self._rows} | self._base.keys()):
            for entry in self._session.execute(
                select(EntryRow.contact_id, EntryRow.id, EntryRow.gone_at)
                .where(EntryRow.contact_id.in_(batch))
                .order_by(EntryRow.gone_at.is_(None), EntryRow.event_id, EntryRow.id)
            ):
                if self._base.get(entry[0]) is None or self._base[entry[0]].entry_id == entry[1]:
                    found[entry[0]] = (entry[1], entry[2] is not None)
        return found

    def _unknown(self, contact: str, twice: set[str]) -> str:
        """Why a row is nobody's; empty where it is somebody's."""
        if not contact:
            return "it is empty; people are added by scanning their cards"
        if contact in twice:
            return f"{contact} stands there twice; delete one of the rows"
        return "" if contact in self._entries else f"{contact} is nobody in the book"

    def _take(self, row: Row, contact: str) -> None:
        entry_id, is_gone = self._entries[contact]
        if is_gone:
            if contact not in self._base:
                self._returned[entry_id] = _who(row.cells)
            self._shown[contact] = Shown(entry_id=entry_id, cells=row.cells)
            return
        now = _texts(self._now[entry_id]) if entry_id in self._now else {}
        before = self._base[contact].cells if contact in self._base else now
        # What the file does not show stays as it was shown before.
        self._shown[contact] = Shown(entry_id=entry_id, cells={**before, **row.cells})
        for column in COLUMNS:
            if column != "contact_id" and column in row.cells:
                self._compare(row, entry_id, column, before.get(column, ""), now.get(column, ""))

    def _compare(self, row: Row, entry_id: str, column: str, before: str, now: str) -> None:
        cell = row.cells[column]
        if cell == before or _is_same(column, cell, before):
            return
        if column in _THE_PROGRAMS:
            hint = "; to put an event right: cardscan event edit" if column.startswith("event") else ""
            self._left_alone.append(f"row {row.number}, {column}: {cell!r} is not taken over{hint}.")
            return
        try:
            value = parse_cell(column, cell, day_first=self._first)
            self._check(column, value, row)
        except ValueError as exc:
            self._problems.append(Problem(row=row.number, column=column, reason=f"{exc}."))
            return
        if _is_same(column, cell, now):
            return  # the book says so already
        self._changes.append(
            Change(
                row=row.number,
                entry_id=entry_id,
                who=_who(row.cells) or _who(_texts(self._now[entry_id])),
                column=column,
                before=before,
                after=cell,
                value=value,
                meanwhile="" if _is_same(column, now, before) else now,
            )
        )

    def _check(self, column: str, value: Any, row: Row) -> None:
        if column == "follow_up_due" and value < self._today:
            raise ValueError(f"{value} has passed; write a day to come")
        if column == "status" and value == "snoozed" and "follow_up_due" not in row.cells:
            raise ValueError("a day is needed to put it off until; write it into follow_up_due")
        mails = value if column == "other_emails" else (value,) if column == "email" and value else ()
        wrong = [issue for mail in mails if isinstance(issue := check_email(mail), Issue)]
        if wrong:
            raise ValueError(wrong[0].message.rstrip("."))


def _is_same(column: str, one: str, other: str) -> bool:
    """Whether two texts are one value, in whatever way a spreadsheet wrote it."""
    if one == other:
        return True
    if column in PHONE_COLUMNS:
        return _digits(one) == _digits(other) != [""]
    values = [
        [_value(column, text, first) for first in ((True, False) if column in DATE_COLUMNS else (None,))]
        for text in (one, other)
    ]
    return any(a == b for a in values[0] for b in values[1] if a is not None)


def _value(column: str, text: str, first: bool | None) -> Any:
    try:
        return parse_cell(column, text, day_first=first)
    except ValueError:
        return None


def _digits(text: str) -> list[str]:
    """The digits of each number in a cell: a spreadsheet may have taken a single one for a figure."""
    return [re.sub(r"\D", "", part) for part in text.split(";")]


def _order(rows: Iterable[Row]) -> bool | None:
    try:
        return day_first(row.cells.get(column, "") for row in rows for column in DATE_COLUMNS)
    except ValueError:
        return None  # a date that is in doubt is told where it was changed


def _texts(row: FollowUp) -> dict[str, str]:
    return dict(zip(COLUMNS, to_cells(row), strict=True))


def _who(cells: Mapping[str, str]) -> str:
    named = ", ".join(filter(None, (cells.get("full_name", ""), cells.get("company", ""))))
    return named or cells.get("email", "") or cells.get("contact_id", "")
