"""What the page is made of, piece by piece."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from cards_in_doubt import fill
from finds_made_up import AVERY, find
from sqlalchemy import select
from written_card import reading

from cardscan import geometry
from cardscan.book.overview import overview
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book
from cardscan.book.tables import CorrectionRow, TouchRow
from cardscan.book.touching import keep_touch
from cardscan.followup.record import Touch
from cardscan.followup.settings import Settings
from cardscan.ocr.record import WordBox
from cardscan.parse.contact import parse_reading
from cardscan.review.app import workplace_of
from cardscan.review.card.boxes import boxes
from cardscan.review.card.evidence import found_in
from cardscan.review.card.saving import remove, save, undo
from cardscan.review.card.sheet import sheet_of, state_of
from cardscan.review.card.typed import understand
from cardscan.review.waiting import Waiting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cardscan.ocr.record import Reading, TextLine
    from cardscan.review.workplace import Workplace

TODAY = date(2026, 11, 23)
ROW = find(AVERY).row
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


@pytest.fixture
def place(any_place: str, tmp_path: Path) -> Iterator[tuple[Workplace, dict[str, str]]]:
    with open_book(any_place, who="Ada") as book:
        ids = fill(book, tmp_path / "photos")
        yield workplace_of(book, Settings(), lambda: NOW), ids


def _with_words(read: Reading) -> Reading:
    """The card with a box for each word, every letter as wide as the others."""
    return replace(read, lines=tuple(replace(line, words=tuple(_words(line))) for line in read.lines))


def _words(line: TextLine) -> Iterator[WordBox]:
    left, top, right, bottom = geometry.bounds(line.quad)
    letter, at = (right - left) / len(line.text), 0
    for text in line.text.split():
        at = line.text.index(text, at)
        start = left + letter * at
        quad = geometry.rectangle(start, top, start + letter * len(text), bottom)
        yield WordBox(text=text, quad=quad, confidence=0.99, piece=0)


@pytest.mark.parametrize(
    ("entry", "after", "before"),
    [("a", "b", "c"), ("b", "c", "a"), ("c", "a", "b"), ("other", "a", "a")],
)
def test_cards_that_wait_follow_each_other_in_a_ring(entry: str, after: str, before: str):
    left = Waiting(ids=("a", "b", "c"), settled=2)
    assert (left.after(entry), left.before(entry), left.total) == (after, before, 5)


def test_where_nobody_else_waits_there_is_nobody_to_go_to():
    assert Waiting(ids=("a",)).after("a") is Waiting(ids=()).before("a") is None


@pytest.mark.parametrize(
    ("waiting", "minutes"), [(0, 1), (1, 1), (17, 2), (60, 8)],
)  # fmt: skip
def test_the_time_that_is_left_is_told_in_minutes(waiting: int, minutes: int):
    assert Waiting(ids=tuple(map(str, range(waiting)))).minutes == minutes


@pytest.mark.parametrize(
    ("form", "values"),
    [
        ({"full_name": "  Avery   Winter "}, {}),
        ({"full_name": "Avery Summer"}, {"full_name": "Avery Summer"}),
        ({"mobile_phone": "07700 900199"}, {"mobile_phone": ("+44 7700 900199",)}),
        ({"other_emails": "a@b.example; c@d.example"}, {"other_emails": ("a@b.example", "c@d.example")}),
        ({"email": ""}, {"email": ""}),
        ({"confidence": "1", "contact_id": "x", "status": "done", "photo": "/etc/passwd"}, {}),
    ],
)
def test_what_was_typed_is_checked_as_a_card_is(form: dict[str, str], values: dict[str, object]):
    assert understand(form, ROW, today=TODAY, region="GB").values == values


@pytest.mark.parametrize(
    ("form", "column"),
    [
        ({"email": "avery at northwind"}, "email"),
        ({"due": "soon"}, "due"),
        ({"due": "2020-01-01"}, "due"),
        ({"due": "2090-01-01"}, "due"),
    ],
)
def test_what_cannot_be_kept_is_told_by_its_column(form: dict[str, str], column: str):
    assert list(understand(form, ROW, today=TODAY, region="GB").wrong) == [column]


def test_a_number_that_is_in_no_use_is_kept_and_told():
    typed = understand({"work_phone": "12345"}, ROW, today=TODAY, region="GB")
    assert typed.values == {"work_phone": ("+44 12345",)}
    assert "12345" in typed.odd[0]


def test_two_fields_on_a_line_have_a_box_each():
    read = _with_words(reading("#Avery Winter", "T 020 7946 0101 | avery@northwind.example"))
    found = boxes(read, found_in(parse_reading(read, country="GB")))
    by_column = {box.column: geometry.bounds(box.quad) for box in found}
    assert by_column["work_phone"][2] <= by_column["email"][0]
    assert by_column["email"][2] == pytest.approx(geometry.bounds(read.lines[1].quad)[2], abs=1)


def test_a_line_that_gave_nothing_has_a_box_without_a_column(place: tuple[Workplace, dict[str, str]]):
    work, ids = place
    with work.book.reading() as session:
        sheet = sheet_of(session, ids["blake"])
    assert sheet is not None
    assert "B1ake Hart" in [box.text for box in sheet.boxes if not box.column]
    assert [field.column for field in sheet.doubts] == ["full_name", "email", "mobile_phone"]


def test_both_readings_of_a_doubtful_field_are_there_to_choose(place: tuple[Workplace, dict[str, str]]):
    work, ids = place
    with work.book.reading() as session:
        sheet = sheet_of(session, ids["avery"])
    assert sheet is not None
    (doubt,) = sheet.doubts
    assert (doubt.column, doubt.text, doubt.choices) == (
        "email",
        "avery@northwlnd.example",
        ("avery@northwind.example",),
    )


def test_of_somebody_who_is_gone_there_is_nothing_to_show(place: tuple[Workplace, dict[str, str]]):
    work, ids = place
    remove(work, ids["avery"])
    with work.book.reading() as session:
        assert sheet_of(session, ids["avery"]) is None
    assert save(work, ids["avery"], {}, settled=True).row is None


def test_everything_that_was_done_to_a_card_is_taken_back(place: tuple[Workplace, dict[str, str]]):
    work, ids = place
    entry = ids["avery"]

    def now() -> tuple[object, int]:
        with work.book.reading() as session:
            return rows_of(session, [entry]).get(entry), session.query(CorrectionRow).count()

    before = now()
    form = {
        "seen": state_of(before[0]),
        "full_name": "Ada Winter",
        "note": "hot, call Tuesday",
        "priority": "C",
        "due": "2026-12-24",
    }
    saved = save(work, entry, form, settled=True)
    assert saved.is_kept
    assert now() != before
    remove(work, entry)
    assert now()[0] is None
    assert undo(work)[1]
    assert now() == (saved.row, now()[1])
    assert undo(work)[1]
    assert now() == before
    assert undo(work) == (None, False)


def test_what_somebody_else_changed_since_is_not_taken_back(place: tuple[Workplace, dict[str, str]]):
    work, ids = place
    other = replace(work, done=type(work.done)())
    for one, company in ((work, "Northwind plc"), (other, "Kestrel Ltd")):
        with work.book.reading() as session:
            seen = state_of(rows_of(session, [ids["drew"]])[ids["drew"]])
        assert save(one, ids["drew"], {"seen": seen, "company": company}, settled=False).is_kept
    step, is_undone = undo(work)
    assert step is not None
    assert not is_undone
    with work.book.reading() as session:
        assert rows_of(session, [ids["drew"]])[ids["drew"]].company == "Kestrel Ltd"


def test_a_call_that_somebody_logged_meanwhile_outlives_what_is_taken_back(
    place: tuple[Workplace, dict[str, str]],
):
    work, ids = place
    with work.book.reading() as session:
        seen = state_of(rows_of(session, [ids["drew"]])[ids["drew"]])
    assert save(work, ids["drew"], {"seen": seen, "company": "Kestrel Ltd"}, settled=False).is_kept
    with work.book.writing() as session:
        touch = Touch(at=NOW, channel="note", note="sent a card")
        keep_touch(session, ids["drew"], touch, today=TODAY, settings=Settings())
    assert undo(work)[1]
    with work.book.reading() as session:
        assert [row.note for row in session.scalars(select(TouchRow))] == ["sent a card"]
        assert rows_of(session, [ids["drew"]])[ids["drew"]].company == "Northwind"


def test_who_did_not_see_what_stands_there_is_told_and_nothing_is_kept(
    place: tuple[Workplace, dict[str, str]],
):
    work, ids = place
    saved = save(work, ids["drew"], {"seen": "long ago", "company": "Kestrel Ltd"}, settled=True)
    assert (saved.is_kept, saved.is_stale, saved.by_others) == (False, True, {"company": "Northwind"})
    with work.book.reading() as session:
        assert {line.company for line in overview(session) if line.entry_id == ids["drew"]} == {"Northwind"}
