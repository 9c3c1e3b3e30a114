"""A queue file comes back into a book that has gone on without it."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from finds_made_up import AT, AVERY, AVERY_PRINTED, BLAKE, CASEY, FAIR, MONDAY, SPRING, USUAL, find, keep
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from cardscan.book.apply.applying import apply_changes
from cardscan.book.apply.changes import changes_of
from cardscan.book.corrections import correct
from cardscan.book.merging import BY_HAND, merge
from cardscan.book.rows import rows_of
from cardscan.book.sheets import remember, remember_queue
from cardscan.book.store import open_book
from cardscan.book.tables import EntryRow, NoteRow, SheetRow
from cardscan.book.touching import keep_touch, snooze, the_entry
from cardscan.errors import RecordError
from cardscan.export import queue_bytes
from cardscan.export.sheet import load_sheet
from cardscan.followup.record import Touch

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cardscan.book.apply.record import SheetChanges
    from cardscan.book.store import Book

Cells = dict[str, str]
NOW = AT.replace(day=23)


class Desk:
    """Avery, Blake and Casey in a book, and what somebody does with their queue."""

    def __init__(self, book: Book, folder: Path) -> None:
        self.book, self.folder = book, folder
        with book.writing() as session:
            cards = (AVERY, BLAKE, CASEY)
            self.ids = list(keep(session, *(find(card, f"{card[0]}.jpg") for card in cards)))

    def scan(self, name: str = "queue.csv", ids: Sequence[str] | None = None) -> Path:
        """Write the queue as a scan does."""
        path = self.folder / name
        with self.book.writing() as session:
            rows = tuple(rows_of(session, self.ids if ids is None else ids).values())
            path.write_bytes(queue_bytes(rows))
            remember_queue(session, path, rows, at=AT)
        return path

    def edit(self, path: Path, change: Callable[[list[Cells]], Any]) -> None:
        rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
        header = list(rows[0])
        rows = change(rows) or rows
        text = io.StringIO()
        writer = csv.DictWriter(text, header)
        writer.writeheader()
        writer.writerows(rows)
        path.write_text(text.getvalue(), "utf-8")

    def changes(self, path: Path) -> SheetChanges:
        with self.book.reading() as session:
            return changes_of(session, path, load_sheet(path), today=MONDAY)

    def apply(self, path: Path) -> SheetChanges:
        found = self.changes(path)
        assert not found.problems
        with self.book.writing() as session:
            apply_changes(session, found, now=NOW, settings=USUAL)
            remember(session, path, found.shown, at=NOW)
        return found

    def row(self, number: int) -> Any:
        with self.book.reading() as session:
            return rows_of(session, [self.ids[number]]).get(self.ids[number])

    def one(self, number: int) -> Any:
        with self.book.reading() as session:
            return the_entry(session, self.ids[number], MONDAY)


@pytest.fixture
def desk(any_book: Book, tmp_path: Path) -> Desk:
    return Desk(any_book, tmp_path)


def test_a_copy_of_an_earlier_state_takes_nobody_out_who_came_since(desk: Desk) -> None:
    path = desk.scan(ids=desk.ids[:2])
    copy = desk.folder / "queue - Sheet1.csv"
    copy.write_bytes(path.read_bytes())
    desk.scan()
    desk.edit(copy, lambda rows: rows[0].update(company="Quayside"))
    found = desk.changes(copy)
    assert (found.removed, [change.after for change in found.changes]) == ({}, ["Quayside"])


def test_a_file_at_the_place_of_another_queue_takes_nobody_out(desk: Desk) -> None:
    with desk.book.writing() as session:
        ids = keep(session, find(AVERY_PRINTED, "s.jpg", event=SPRING), event=SPRING)
    other = desk.scan("other.csv", ids)
    path = desk.scan()
    path.write_bytes(other.read_bytes())
    assert desk.changes(path).is_empty


def test_ten_files_of_an_event_are_remembered(desk: Desk) -> None:
    with desk.book.writing() as session:
        ids = keep(session, find(AVERY_PRINTED, "s.jpg", event=SPRING), event=SPRING)
    desk.scan("spring.csv", ids)
    for _ in range(12):
        desk.scan()
    with desk.book.reading() as session:
        assert session.scalar(select(func.count()).select_from(SheetRow)) == 11


def test_a_file_that_the_book_never_saw_is_compared_with_the_book(desk: Desk) -> None:
    path = desk.folder / "made.csv"
    path.write_text(f"contact_id,company\n{desk.ids[0]},Quayside\n{desk.ids[1]},Sommer Optics\n")
    found = desk.changes(path)
    assert [(change.before, change.after) for change in found.changes] == [("Northwind Ltd", "Quayside")]
    assert found.removed == {}


def test_contacts_that_were_merged_since_are_known_by_either_id(desk: Desk) -> None:
    path = desk.scan()
    with desk.book.writing() as session:
        merge(session, desk.ids[0], desk.ids[1], why=BY_HAND, at=AT)
    desk.edit(path, lambda rows: rows[0].update(job_title="Buyer"))
    found = desk.changes(path)
    assert (found.problems, found.removed) == ((), {})
    assert [change.after for change in found.changes] == ["Buyer"]


def test_a_deleted_row_of_a_merged_contact_leaves_the_other_row_of_theirs(desk: Desk) -> None:
    path = desk.scan()
    with desk.book.writing() as session:
        merge(session, desk.ids[0], desk.ids[1], why=BY_HAND, at=AT)
    desk.edit(path, lambda rows: rows[1:])
    assert desk.changes(path).removed == {}


def test_a_deleted_row_takes_all_cards_of_the_person_out(desk: Desk) -> None:
    with desk.book.writing() as session:
        merge(session, desk.ids[0], desk.ids[1], why=BY_HAND, at=AT)
    path = desk.scan()
    desk.edit(path, lambda rows: [row for row in rows if row["full_name"] == "Casey Stone"])
    desk.apply(path)
    with desk.book.reading() as session:
        gone = select(EntryRow.id).where(EntryRow.gone_by == "person")
        assert set(session.scalars(gone)) == set(desk.ids[:2])


def test_what_is_written_into_a_row_that_is_back_is_taken_over(desk: Desk) -> None:
    path = desk.scan()
    whole = path.read_bytes()
    desk.edit(path, lambda rows: rows[:2])
    desk.apply(path)
    path.write_bytes(whole)
    desk.edit(path, lambda rows: rows[2].update(company="Quayside", status="done"))
    desk.apply(path)
    assert desk.row(2).company == "Quayside"
    assert len(desk.one(2).touches) == 1


def test_a_person_whose_photo_is_gone_is_not_brought_back_by_a_sheet(desk: Desk) -> None:
    path = desk.scan()
    with desk.book.writing() as session:
        entry = session.get_one(EntryRow, desk.ids[2])
        entry.gone_at, entry.gone_by = AT, "scan"
    assert desk.changes(path).left_alone == ()
    desk.edit(path, lambda rows: rows[2].update(company="Quayside"))
    found = desk.apply(path)
    assert (found.returned, found.changes, desk.row(2)) == ({}, (), None)
    assert "none of the photos" in found.left_alone[0]


def test_the_change_of_the_sheet_counts_and_what_the_book_said_meanwhile_is_told(desk: Desk) -> None:
    path = desk.scan()
    with desk.book.writing() as session:
        before = {"company": "Northwind Ltd"}
        correct(session, desk.ids[0], {"company": "Kestrel Ltd"}, before=before, source="review", at=AT)
    desk.edit(path, lambda rows: rows[0].update(company="Quayside"))
    assert [change.meanwhile for change in desk.apply(path).changes] == ["Kestrel Ltd"]
    assert desk.row(0).company == "Quayside"


def test_what_the_book_said_meanwhile_stays_where_the_sheet_was_not_edited(desk: Desk) -> None:
    path = desk.scan()
    with desk.book.writing() as session:
        before = {"company": "Northwind Ltd"}
        correct(session, desk.ids[0], {"company": "Kestrel Ltd"}, before=before, source="review", at=AT)
        snooze(session, desk.ids[1], date(2026, 12, 3), today=MONDAY)
    assert desk.changes(path).is_empty


def test_done_is_not_noted_twice_where_it_was_noted_since(desk: Desk) -> None:
    path = desk.scan()
    with desk.book.writing() as session:
        touch = Touch(at=NOW, channel=the_entry(session, desk.ids[0], MONDAY).step.action)
        keep_touch(session, desk.ids[0], touch, today=MONDAY, settings=USUAL)
    desk.edit(path, lambda rows: rows[0].update(status="done"))
    found = desk.apply(path)
    assert "done is not noted twice" in found.left_alone[0]
    assert len(desk.one(0).touches) == 1


def test_a_note_beside_done_is_about_what_comes_next(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(status="done", notes="call Thursday"))
    desk.apply(path)
    one = desk.one(0)
    assert [touch.answered for touch in one.touches] == [False]
    assert (one.step.action, one.step.due) == ("call", date(2026, 11, 26))


def test_a_day_and_an_action_beside_done_are_the_next_step(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(
        path,
        lambda rows: rows[0].update(status="done", next_action="meeting", follow_up_due="2026-12-08"),
    )
    desk.apply(path)
    one = desk.one(0)
    assert [touch.channel for touch in one.touches] == ["call"]
    assert (one.step.action, one.step.due, one.entry.status) == ("meeting", date(2026, 12, 8), "open")


@pytest.mark.parametrize(
    ("cells", "channel", "answered"),
    [
        ({"notes": "spoke, very interested"}, "call", True),
        ({"notes": "sent her an email instead"}, "email", False),
        ({"next_action": "email"}, "email", False),
    ],
)
def test_what_the_row_says_beside_done_is_how_it_was(
    desk: Desk, cells: dict[str, str], channel: str, answered: bool
) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(status="done", **cells))
    desk.apply(path)
    (touch,) = desk.one(0).touches
    assert (touch.channel, touch.answered, touch.note) == (channel, answered, cells.get("notes", ""))


def test_notes_of_one_cell_are_understood_together(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(notes="send deck; call 5 Dec"))
    desk.apply(path)
    assert (desk.one(0).step.action, desk.row(0).notes) == ("call", "send deck; call 5 Dec")
    with desk.book.writing() as session:
        now = Touch(at=AT + timedelta(days=14), channel="call")
        after = keep_touch(session, desk.ids[0], now, today=date(2026, 12, 5), settings=USUAL)
    assert (after.step.action, after.step.why) == ("email", 'noted: email ("send deck")')


def test_an_old_copy_put_in_the_file_s_place_is_told(desk: Desk) -> None:
    path = desk.scan()
    old = path.read_bytes()
    desk.edit(path, lambda rows: rows[0].update(job_title="Eye man"))
    desk.apply(path)
    desk.scan()
    assert desk.changes(path).as_of is None
    path.write_bytes(old)
    assert desk.changes(path).as_of == AT


def test_another_day_alone_leaves_a_snoozed_one_snoozed(desk: Desk) -> None:
    with desk.book.writing() as session:
        snooze(session, desk.ids[0], date(2026, 12, 3), today=MONDAY)
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(follow_up_due="2026-12-10"))
    desk.apply(path)
    assert (desk.row(0).status, desk.row(0).follow_up_due) == ("snoozed", date(2026, 12, 10))


def test_snoozed_needs_another_day(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(status="snoozed"))
    (problem,) = desk.changes(path).problems
    assert (problem.column, "follow_up_due" in problem.reason) == ("status", True)


@pytest.mark.parametrize(("status", "kept"), [("skipped", "skipped"), ("Skipped", "skipped")])
def test_skipped_is_skipped_and_open_takes_up_again(desk: Desk, status: str, kept: str) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(status=status))
    desk.apply(path)
    assert desk.row(0).status == kept
    desk.edit(path, lambda rows: rows[0].update(status="open"))
    desk.apply(path)
    assert desk.row(0).status == "open"


def test_notes_are_added_to_those_that_the_book_got_meanwhile(desk: Desk) -> None:
    with desk.book.writing() as session:
        correct(session, desk.ids[0], {"notes": "tall"}, before={"notes": ""}, source="review", at=AT)
    path = desk.scan()
    with desk.book.writing() as session:
        correct(session, desk.ids[0], {"notes": "tall; kind"}, before={"notes": "tall"}, source="note", at=AT)
    desk.edit(path, lambda rows: rows[0].update(notes="tall; =likes tea; sings"))
    desk.apply(path)
    assert desk.row(0).notes == "tall; kind; =likes tea; sings"


def test_a_note_that_begins_alike_is_another_text(desk: Desk) -> None:
    with desk.book.writing() as session:
        correct(session, desk.ids[0], {"notes": "hot"}, before={"notes": ""}, source="review", at=AT)
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(notes="hotel bar"))
    desk.apply(path)
    assert desk.row(0).notes == "hotel bar"


def test_the_same_edits_in_a_second_file_change_nothing_more(desk: Desk) -> None:
    path, other = desk.scan(), desk.scan("other.csv")
    for one in (path, other):
        desk.edit(one, lambda rows: rows[0].update(notes="call Tuesday", company="Quayside", status="done"))
    desk.apply(path)
    with desk.book.writing() as session:
        before = {"notes": "call Tuesday"}
        correct(session, desk.ids[0], {"notes": "call Tuesday; tall"}, before=before, source="note", at=AT)
    assert desk.apply(other).is_empty
    assert len(desk.one(0).touches) == 1
    with desk.book.reading() as session:
        assert session.scalar(select(func.count()).select_from(NoteRow)) == 1


def test_an_emptied_cell_at_the_end_of_a_shortened_row_is_empty(desk: Desk) -> None:
    path = desk.folder / "made.csv"
    path.write_text(f"contact_id,job_title,company\n{desk.ids[0]},Sales Manager\n")
    (change,) = desk.changes(path).changes
    assert (change.column, change.value) == ("company", "")


def test_all_problems_are_told_at_once(desk: Desk) -> None:
    path = desk.scan()

    def spoil(rows: list[Cells]) -> None:
        rows[0].update(status="finished", email="nobody")
        rows[2].update(priority="D")

    desk.edit(path, spoil)
    found = [(one.row, one.column) for one in desk.changes(path).problems]
    assert found == [(2, "status"), (2, "email"), (4, "priority")]


def test_a_past_day_that_stood_there_already_is_no_problem(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(company="Quayside"))
    with desk.book.reading() as session:
        later = MONDAY + timedelta(days=90)
        assert not changes_of(session, path, load_sheet(path), today=later).problems


def test_a_file_without_rows_takes_nobody_out(desk: Desk) -> None:
    path = desk.scan()
    path.write_bytes(path.read_bytes().split(b"\r\n")[0])
    with pytest.raises(RecordError, match="no rows"):
        desk.changes(path)


def test_many_changes_of_where_rows_are_from_are_told_in_one_sentence(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: [row | {"photo": "x.jpg"} for row in rows])
    (told,) = desk.changes(path).left_alone
    assert told == "row 2, photo: 'x.jpg' is not taken over, nor are the changes in 2 more rows."


@pytest.mark.parametrize("name", ["=cmd()", "@sum", "-Winter", "'+1", '"; DROP', "  "])
def test_hostile_text_of_a_person_comes_through_as_it_is(desk: Desk, name: str) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(company=name))
    desk.apply(path)
    again = desk.scan()
    assert desk.changes(again).is_empty
    assert desk.row(0).company in (name.strip(), name.removeprefix("'"))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    texts=st.fixed_dictionaries(
        {column: st.text(max_size=20) for column in ("full_name", "company", "notes", "job_title")}
    ),
    lists=st.fixed_dictionaries(
        {
            column: st.lists(st.text(max_size=12), max_size=3).map(tuple)
            for column in ("other_phones", "website", "social")
        }
    ),
)
def test_a_queue_as_it_was_written_changes_nothing(
    tmp_path: Path, texts: dict[str, str], lists: dict[str, tuple[str, ...]]
) -> None:
    path = tmp_path / "queue.csv"
    with open_book(tmp_path / "law.db") as book, book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), event=FAIR)
        row = rows_of(session, ids)[ids[0]]
        values = texts | lists
        before = {column: getattr(row, column) for column in values}
        correct(session, ids[0], values, before=before, source="review", at=AT)
        rows = tuple(rows_of(session, ids).values())
        path.write_bytes(queue_bytes(rows))
        remember_queue(session, path, rows, at=AT)
        found = changes_of(session, path, load_sheet(path), today=MONDAY)
        assert found.is_empty
        assert found.left_alone == found.problems == ()


def test_a_part_of_a_name_that_was_corrected_away_is_not_kept(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(full_name="Eva Winter"))
    desk.apply(path)
    row = desk.row(0)
    assert (row.full_name, row.first_name, row.last_name) == ("Eva Winter", "Eva", "Winter")


def test_a_changed_day_is_not_taken_for_the_same_one_in_another_order(desk: Desk) -> None:
    with desk.book.writing() as session:
        snooze(session, desk.ids[0], date(2027, 1, 2), today=MONDAY)
    path = desk.scan()

    def save(rows: list[dict[str, str]]) -> None:
        for row in rows:
            for column in ("event_date", "follow_up_due"):
                row[column] = "/".join(reversed(row[column].split("-")))
        rows[0]["follow_up_due"] = "01/02/2027"

    desk.edit(path, save)
    (change,) = desk.changes(path).changes
    assert (change.column, change.value) == ("follow_up_due", date(2027, 2, 1))


def test_who_is_not_interested_stays_so_whatever_is_scanned(desk: Desk) -> None:
    path = desk.scan()
    desk.edit(path, lambda rows: rows[0].update(notes="no longer interested"))
    desk.apply(path)
    desk.scan()
    assert desk.row(0).status == "skipped"
