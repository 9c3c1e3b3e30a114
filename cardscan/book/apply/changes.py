"""What somebody changed in a queue since it was written, cell by cell."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.apply.cells import is_same, order_of_dates
from cardscan.book.apply.checking import check_cell
from cardscan.book.apply.record import Change, Problem, SheetChanges
from cardscan.book.apply.whose import Register
from cardscan.book.sheets import Shown, base_of, earlier_states, last_shown
from cardscan.book.tables import EntryRow, TouchRow
from cardscan.errors import RecordError
from cardscan.export.guard import unguard
from cardscan.export.queue_columns import COLUMNS, DATE_COLUMNS, to_cells
from cardscan.followup.cell_text import SEPARATOR
from cardscan.followup.planning import is_too_far

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from typing import Any

    from sqlalchemy.orm import Session

    from cardscan.book.apply.whose import Known
    from cardscan.export.sheet import Row
    from cardscan.followup.record import FollowUp

_THE_PROGRAMS = ("event_date", "event", "confidence", "photo", "card", "scanned_at")
"""Columns that say where a row is from: changes there are not taken over."""


def changes_of(
    session: Session, path: Path, rows: Sequence[Row], *, today: date, country: str | None = None
) -> SheetChanges:
    """What was changed in a queue file.

    Args:
        session: Reads.
        path: The file.
        rows: Its rows.
        today: In the owner's time zone.
        country: Of phones that name none, where the event has none either.

    Returns:
        The changes, and what cannot be understood.

    Raises:
        RecordError: The file has no rows, or lacks the column by which they are known.
    """
    if not rows:
        raise RecordError(str(path), "it has no rows, so nothing was changed; is it the right file?")
    if not any("contact_id" in row.cells for row in rows):
        raise RecordError(
            str(path), "the column contact_id is missing, and without it nobody is known; put it back."
        )
    return _Reading(session, path, rows, today, country).result()


class _Reading:
    """A sheet, while it is compared with what it was."""

    def __init__(
        self, session: Session, path: Path, rows: Sequence[Row], today: date, country: str | None
    ) -> None:
        self._session, self._path = session, path
        self._today, self._country = today, country
        self._rows = [(row, row.cells.get("contact_id", "")) for row in rows]
        base = base_of(session, path, {contact: row.cells for row, contact in self._rows})
        self._base = base.rows
        self._day_first = order_of_dates(self._dates())
        register = Register(session, {contact for _, contact in self._rows}, self._base)
        self._whose = {contact: register.find(contact, row.cells) for row, contact in self._rows}
        self._before = {contact: register.find(contact, shown.cells) for contact, shown in self._base.items()}
        self._edited = {contact: self._differing(row, contact) for row, contact in self._rows}
        found = [one for contact, one in self._whose.items() if one and self._edited[contact]]
        self._now = register.rows(found)
        self._last = last_shown(session, [one.id for one in found if one.gone_by == "person"])
        self._touched = _touched_since(session, base.at)
        self._changes: list[Change] = []
        self._problems: list[Problem] = []
        self._not_taken: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._left_alone: list[str] = []
        self._warnings: list[str] = []
        self._returned: dict[str, str] = {}
        self._shown: dict[str, Shown] = {}

    def result(self) -> SheetChanges:
        """All that was found."""
        counts = Counter(contact for _, contact in self._rows)
        for row, contact in self._rows:
            whose = self._whose[contact]
            if whose is None or counts[contact] > 1:
                self._problems.append(
                    Problem(row=row.number, column="contact_id", reason=_unknown(contact, counts[contact]))
                )
            else:
                self._take(row, contact, whose)
        return SheetChanges(
            changes=tuple(self._changes),
            removed=self._removed(),
            returned=self._returned,
            left_alone=(*self._left_alone, *_told(self._not_taken)),
            warnings=tuple(self._warnings),
            shown=self._shown,
            rows_before=len(self._base),
            as_of=self._written_like_this(),
            problems=tuple(self._problems),
        )

    def _written_like_this(self) -> datetime | None:
        """When the file was written just as it is, before it was written last; None where it never was."""
        contacts = {contact for _, contact in self._rows}
        if contacts == self._base.keys() and not any(self._edited.values()):
            return None
        for state in earlier_states(self._session, self._path):
            if state.rows.keys() == contacts and not any(
                self._differences(row, state.rows[contact]) for row, contact in self._rows
            ):
                return state.at
        return None

    def _differing(self, row: Row, contact: str) -> list[str]:
        """The columns of a row that are not as they were shown; all, where nobody knows how they were."""
        return self._differences(row, self._base.get(contact))

    def _differences(self, row: Row, shown: Shown | None) -> list[str]:
        return [
            column
            for column in COLUMNS
            if column != "contact_id" and column in row.cells
            if shown is None or not self._is_same(column, row.cells[column], shown.cells.get(column, ""))
        ]

    def _is_same(self, column: str, cell: str, before: str) -> bool:
        return is_same(column, cell, before, day_first=self._day_first)

    def _dates(self) -> list[tuple[str, str]]:
        """Each date cell, with what was shown there."""
        return [
            (row.cells[column], shown.cells.get(column, "") if shown else "")
            for row, contact in self._rows
            for shown in (self._base.get(contact),)
            for column in DATE_COLUMNS
            if row.cells.get(column)
        ]

    def _removed(self) -> dict[str, str]:
        """Whose rows the file had and has no more, nor a row of a contact that they were merged with."""
        left = {whose.row_key for whose in self._whose.values() if whose}
        return {
            whose.id: _who(self._base[contact].cells)
            for contact, whose in self._before.items()
            if contact not in self._whose and whose and not whose.gone_by and whose.row_key not in left
        }

    def _take(self, row: Row, contact: str, whose: Known) -> None:
        shown = self._base.get(contact)
        now = _texts(self._now[whose.id]) if whose.id in self._now else {}
        before = shown.cells if shown else self._last.get(whose.id, row.cells) if whose.gone_by else now
        # What the file does not show stays as it was shown before.
        self._shown[contact] = Shown(entry_id=whose.id, cells={**before, **row.cells})
        if whose.gone_by and (shown or whose.gone_by != "person"):
            self._leave(row, contact, whose)
            return
        if whose.gone_by:
            self._returned[whose.id] = _who(row.cells, before)
            now = dict(before)
        for column in self._edited[contact]:
            self._compare(row, whose, column, before, now)

    def _leave(self, row: Row, contact: str, whose: Known) -> None:
        """Somebody who is no longer in the queue stays so; what was changed there is told."""
        if self._edited[contact]:
            why = (
                "was taken out of the queue" if whose.gone_by == "person" else "is on none of the photos now"
            )
            self._left_alone.append(
                f"row {row.number}: {_who(row.cells)} {why}; the row is not taken over. To bring them back: "
                f"cardscan restore {whose.id}"
            )

    def _compare(
        self, row: Row, whose: Known, column: str, before: Mapping[str, str], now: Mapping[str, str]
    ) -> None:
        cell, was, there = row.cells[column], before.get(column, ""), now.get(column, "")
        if self._is_same(column, cell, was):
            return
        if column in _THE_PROGRAMS:
            self._not_taken[column].append((row.number, cell))
            return
        if self._is_same(column, cell, there):
            return  # the book says so already
        if column == "status" and self._is_done_already(cell, whose, before, now):
            self._left_alone.append(
                f"row {row.number}, status: {_who(row.cells, before)} was got in touch with since the file "
                "was written; done is not noted twice."
            )
            return
        try:
            value = self._value(row, whose, column, before)
        except ValueError as exc:
            self._problems.append(Problem(row=row.number, column=column, reason=f"{exc}."))
            return
        added = _added(value, unguard(was)) if column == "notes" else ()
        if added and set(added) <= set(unguard(there).split(SEPARATOR)):
            return  # noted already
        self._changes.append(
            Change(
                row=row.number,
                entry_id=whose.id,
                who=_who(row.cells, before),
                column=column,
                before=was,
                after=cell,
                value=value,
                meanwhile="" if added or is_same(column, there, was) else there or "(empty)",
                added=added,
            )
        )

    def _is_done_already(
        self, cell: str, whose: Known, before: Mapping[str, str], now: Mapping[str, str]
    ) -> bool:
        """Whether the step that the file showed was done since: what it calls done is not the next one."""
        step = ("follow_up_due", "next_action")
        return (
            cell.casefold() == "done"
            and whose.contact_id in self._touched
            and any(before.get(column) != now.get(column) for column in step)
        )

    def _value(self, row: Row, whose: Known, column: str, before: Mapping[str, str]) -> Any:
        """The value of a changed cell.

        Raises:
            ValueError: It cannot be taken over.
        """
        cell, was = row.cells[column], before.get(column, "")
        checked = check_cell(
            column, cell, was, day_first=self._day_first, region=whose.country or self._country
        )
        if column == "follow_up_due" and checked.value < self._today:
            raise ValueError(f"{checked.value} has passed; write a day to come")
        if column == "follow_up_due" and is_too_far(checked.value, self._today):
            raise ValueError(f"{checked.value} is years away; write a day that is nearer")
        if checked.value == "snoozed" and column == "status":
            self._check_put_off(row, before)
        self._warnings += (f"row {row.number}, {column}: {warning}." for warning in checked.warnings)
        return checked.value

    def _check_put_off(self, row: Row, before: Mapping[str, str]) -> None:
        """Whoever is snoozed is so until a day that the sheet names."""
        day, was = row.cells.get("follow_up_due", ""), before.get("follow_up_due", "")
        if not day or self._is_same("follow_up_due", day, was):
            raise ValueError("snoozed until when? Write another day into follow_up_due")


def _touched_since(session: Session, at: datetime | None) -> frozenset[str]:
    """The contacts with whom somebody got in touch since."""
    if at is None:
        return frozenset()
    return frozenset(
        session.scalars(
            select(EntryRow.contact_id)
            .join(TouchRow, TouchRow.entry_id == EntryRow.id)
            .where(TouchRow.at > at)
            .distinct()
        )
    )


def _unknown(contact: str, count: int) -> str:
    """Why a row is nobody's."""
    if not contact:
        return "it is empty; people are added by scanning their cards."
    if count > 1:
        return f"{contact} stands there {count} times; delete all of these rows but one."
    return f"{contact} is nobody in the book; delete the row, or name the book with --book."


def _added(notes: str, before: str) -> tuple[str, ...]:
    """The notes that stand behind those that were there; none where these were changed."""
    rest = notes.removeprefix(before)
    if not notes.startswith(before) or (before and rest[:1].isalnum()):
        return ()
    parts = (part.strip(" ;,.|/") for part in rest.split(SEPARATOR))
    return tuple(part for part in parts if part)


def _told(not_taken: Mapping[str, Sequence[tuple[int, str]]]) -> Iterator[str]:
    """A sentence for each of the program's own columns that was changed."""
    for column, cells in not_taken.items():
        (row, cell), more = cells[0], len(cells) - 1
        others = f", nor are the changes in {more} more rows" if more > 1 else ", nor is that of 1 more row"
        hint = "; to put an event right: cardscan event edit" if column.startswith("event") else ""
        yield f"row {row}, {column}: {cell!r} is not taken over{others if more else ''}{hint}."


def _texts(row: FollowUp) -> dict[str, str]:
    return dict(zip(COLUMNS, to_cells(row), strict=True))


def _who(cells: Mapping[str, str], before: Mapping[str, str] | None = None) -> str:
    """Whom a row is about; ``before`` says it where the row has no name."""
    if before and not cells.get("full_name"):
        cells = {**before, **{column: cell for column, cell in cells.items() if cell}}
    named = ", ".join(filter(None, (unguard(cells.get("full_name", "")), unguard(cells.get("company", "")))))
    return named or cells.get("email", "") or cells.get("contact_id", "")
