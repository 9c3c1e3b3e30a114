"""What the page is made of, piece by piece."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AVERY, find
from written_card import reading

from cardscan import geometry
from cardscan.book.overview import overview
from cardscan.ocr.record import WordBox
from cardscan.parse.contact import parse_reading
from cardscan.review.card.boxes import boxes
from cardscan.review.card.evidence import found_in, second_reading
from cardscan.review.card.sheet import sheet_of
from cardscan.review.card.typed import understand
from cardscan.review.waiting import Waiting, waiting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.ocr.record import Reading, TextLine
    from cardscan.review.workplace import Workplace

TODAY = date(2026, 11, 23)
ROW = find(AVERY).row


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


def test_who_was_settled_counts_until_somebody_flags_them_again(place: tuple[Workplace, dict[str, str]]):
    work, ids = place
    with work.book.reading() as session:
        lines = overview(session)
    left = waiting(lines, {ids["ember"], ids["avery"], "somebody who is gone"})
    assert left == Waiting(ids=(ids["avery"], ids["blake"], ids["casey"]), settled=2)


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


def test_a_second_reading_is_understood_as_the_first_one_was():
    read = reading("#Avery Winter", "avery@northwind.example", "T 020 7946 0101")
    assert second_reading(read, ROW, country="GB") is None
    phone = replace(read.lines[2], again="T 020 7946 0107")
    again = second_reading(replace(read, lines=(*read.lines[:2], phone)), ROW, country="GB")
    assert again is not None
    assert (again.full_name, again.work_phone) == ("Avery Winter", ("+44 20 7946 0107",))


def test_a_second_reading_that_says_the_same_is_none():
    read = reading("#Avery Winter", "avery@northwind.example")
    lines = tuple(replace(line, again=line.text) for line in read.lines)
    assert second_reading(replace(read, lines=lines), ROW, country=None) is None
