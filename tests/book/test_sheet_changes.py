"""A queue that was edited in a spreadsheet comes back."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from finds_made_up import AT, AVERY, BLAKE, CASEY, FAIR, MONDAY, USUAL, find, keep

from cardscan.book.agenda import due_entries
from cardscan.book.apply.applying import apply_changes
from cardscan.book.apply.changes import changes_of
from cardscan.book.rows import rows_of
from cardscan.book.sheets import remember, remember_queue
from cardscan.book.tables import EntryRow
from cardscan.book.touching import the_entry
from cardscan.errors import RecordError
from cardscan.export import read_queue, write_queue
from cardscan.export.sheet import load_sheet

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cardscan.book.apply.record import SheetChanges
    from cardscan.book.store import Book

Cells = dict[str, str]


class Sheet:
    """A queue of three people that was written, and is edited."""

    def __init__(self, book: Book, path: Path) -> None:
        self.book, self.path = book, path
        with book.writing() as session:
            found = [find(card, f"{number}.jpg") for number, card in enumerate((AVERY, BLAKE, CASEY))]
            self.ids = keep(session, *found)
            write_queue(path, rows_of(session, self.ids).values())
            remember_queue(session, path, read_queue(path), at=AT)

    def edit(self, change: Callable[[list[Cells]], Any], *, delimiter: str = ",") -> None:
        """Save the sheet as a spreadsheet does, with rows changed."""
        rows = list(csv.DictReader(io.StringIO(self.path.read_text(encoding="utf-8-sig"))))
        header = list(rows[0])
        rows = change(rows) or rows
        text = io.StringIO()
        writer = csv.DictWriter(
            text, [name for name in header if any(name in row for row in rows)], delimiter=delimiter
        )
        writer.writeheader()
        writer.writerows(rows)
        self.path.write_text(text.getvalue(), encoding="utf-8")

    def changes(self) -> SheetChanges:
        with self.book.reading() as session:
            return changes_of(session, self.path, load_sheet(self.path), today=MONDAY)

    def apply(self) -> SheetChanges:
        """Apply the sheet as the command does."""
        found = self.changes()
        assert not found.problems
        with self.book.writing() as session:
            apply_changes(session, found, now=AT.replace(day=23), settings=USUAL)
            remember(session, self.path, found.shown, at=AT)
        return found

    def row(self, number: int) -> Any:
        with self.book.reading() as session:
            return rows_of(session, [self.ids[number]]).get(self.ids[number])


@pytest.fixture
def sheet(any_book: Book, tmp_path: Path) -> Sheet:
    return Sheet(any_book, tmp_path / "queue.csv")


def test_a_queue_that_nobody_edited_changes_nothing(sheet: Sheet) -> None:
    assert sheet.changes().is_empty


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_what_a_spreadsheet_does_to_a_queue_is_no_change(sheet: Sheet, delimiter: str) -> None:
    def save(rows: list[Cells]) -> None:
        for row in rows:
            for column in ("event_date", "follow_up_due"):
                row[column] = date.fromisoformat(row[column]).strftime("%d/%m/%Y")
            row["confidence"] = row["confidence"].replace(".", ",")
            row["mobile_phone"] = row["mobile_phone"].replace("+", "").replace(" ", "")

    sheet.edit(save, delimiter=delimiter)
    assert sheet.changes().is_empty


def test_a_corrected_field_is_a_correction_that_stays(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[0].update(company="Northwind and Daughters"))
    sheet.apply()
    with sheet.book.writing() as session:
        keep(session, find(AVERY, "0.jpg"))
    assert sheet.row(0).company == "Northwind and Daughters"


def test_an_emptied_field_is_empty(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[0].update(job_title=""))
    sheet.apply()
    assert sheet.row(0).job_title == ""


def test_what_the_sheet_does_not_show_stays(sheet: Sheet) -> None:
    sheet.edit(lambda rows: [{"contact_id": row["contact_id"], "company": "Quayside"} for row in rows])
    sheet.apply()
    assert (sheet.row(1).company, sheet.row(1).email) == ("Quayside", "blake@sommer.example")


def test_done_plans_the_next_step_and_a_second_apply_nothing_more(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[0].update(status="done"))
    sheet.apply()
    with sheet.book.reading() as session:
        one = the_entry(session, sheet.ids[0], MONDAY)
    assert [touch.channel for touch in one.touches] == ["call"]
    assert (one.step.number, one.entry.status) == (1, "open")
    assert sheet.changes().is_empty


def test_an_added_note_is_understood(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[1].update(notes="hot, call Thursday"))
    sheet.apply()
    row = sheet.row(1)
    assert (row.priority, row.follow_up_due, row.notes) == ("A", date(2026, 11, 26), "hot, call Thursday")


def test_a_day_to_come_puts_off(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[2].update(follow_up_due="2026-12-01", status="snoozed"))
    sheet.apply()
    assert (sheet.row(2).follow_up_due, sheet.row(2).status) == (date(2026, 12, 1), "snoozed")


def test_a_deleted_row_takes_the_person_out_for_good(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[:2])
    assert list(sheet.apply().removed.values()) == ["Casey Stone, Rose Bakery"]
    with sheet.book.writing() as session:
        keep(session, find(CASEY, "2.jpg"))
        assert {one.entry.full_name for one in due_entries(session, MONDAY)} == {"Avery Winter", "Blake Hart"}
        assert session.get_one(EntryRow, sheet.ids[2]).gone_by == "person"


def test_a_row_that_is_back_brings_the_person_back(sheet: Sheet) -> None:
    whole = sheet.path.read_bytes()
    sheet.edit(lambda rows: rows[:2])
    sheet.apply()
    sheet.path.write_bytes(whole)
    assert list(sheet.apply().returned.values()) == ["Casey Stone, Rose Bakery"]
    assert sheet.row(2).full_name == "Casey Stone"


def test_a_renamed_copy_is_told_by_its_cells(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[0].update(company="Quayside"))
    sheet.path = sheet.path.rename(sheet.path.with_name("queue (1).csv"))
    assert [(change.column, change.after) for change in sheet.changes().changes] == [("company", "Quayside")]


def test_what_the_book_says_meanwhile_is_told(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[0].update(company="Quayside"))
    other = sheet.path.read_bytes()
    sheet.apply()
    with sheet.book.writing() as session:
        remember_queue(session, sheet.path, read_queue(sheet.path), at=AT)
    sheet.path.write_bytes(other.replace(b"Quayside", b"Harbour Ltd"))
    (change,) = sheet.changes().changes
    assert (change.before, change.after) == ("Quayside", "Harbour Ltd")


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("status", "finished", "none of: open, done, skipped, snoozed"),
        ("priority", "D", "none of: A, B, C"),
        ("next_action", "fax", "none of: call"),
        ("follow_up_due", "2026-11-02", "has passed"),
        ("follow_up_due", "soon", "is no date"),
        ("follow_up_due", "9999-12-31", "is years away"),
        ("follow_up_due", "", "is empty"),
        ("email", "avery at northwind", "no valid e-mail"),
        ("contact_id", "", "it is empty"),
        ("contact_id", "cnobodyaaaaa", "nobody in the book"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_row_and_column(
    sheet: Sheet, column: str, cell: str, why: str
) -> None:
    sheet.edit(lambda rows: rows[1].update({column: cell}))
    (problem,) = sheet.changes().problems
    assert (problem.row, problem.column) == (3, column)
    assert why in problem.reason


def test_an_id_that_stands_there_twice_is_refused(sheet: Sheet) -> None:
    sheet.edit(lambda rows: [*rows, rows[0]])
    assert {problem.row for problem in sheet.changes().problems} == {2, 5}


@pytest.mark.parametrize("name", [{}, {"full_name": ""}])
def test_who_has_no_name_in_the_sheet_is_told_by_the_one_they_have(sheet: Sheet, name: Cells) -> None:
    shown = ("contact_id", "status")
    sheet.edit(lambda rows: [{column: row[column] for column in shown} | name for row in rows])
    sheet.edit(lambda rows: rows[0].update(status="skipped"))
    assert {change.who for change in sheet.changes().changes if change.row == 2} == {
        "Avery Winter, Northwind Ltd"
    }


def test_a_sheet_without_ids_is_refused(sheet: Sheet) -> None:
    sheet.edit(lambda rows: [{"full_name": row["full_name"], "company": row["company"]} for row in rows])
    with pytest.raises(RecordError, match="contact_id is missing"):
        sheet.changes()


def test_where_a_row_is_from_is_not_taken_over(sheet: Sheet) -> None:
    sheet.edit(lambda rows: rows[0].update(event="Winter fair"))
    found = sheet.changes()
    assert found.is_empty
    assert "cardscan event edit" in found.left_alone[0]


def test_a_formula_that_was_made_harmless_is_no_change(any_book: Book, tmp_path: Path) -> None:
    hostile = find(("#Avery Winter", "Buyer", "=Northwind Ltd", "avery@northwind.example"), "x.jpg")
    path = tmp_path / "queue.csv"
    with any_book.writing() as session:
        ids = keep(session, hostile, event=FAIR)
        write_queue(path, rows_of(session, ids).values())
        remember_queue(session, path, read_queue(path), at=AT)
        assert changes_of(session, path, load_sheet(path), today=MONDAY).is_empty
