"""Tesseract's tables become pieces, and several passes one reading."""

import pytest

from cardscan import geometry
from cardscan.ocr.readers.passes import SeenWord, belief, merge, moved, pieces_by_page

COLUMNS = (
    "level", "page_num", "block_num", "par_num", "line_num", "left", "top", "width", "height", "conf", "text",
)  # fmt: skip


def table(*rows):
    return {name: [row[number] for row in rows] for number, name in enumerate(COLUMNS)}


def row(text, left, *, line=1, conf=90, page=1):
    level = 5 if text else 4
    return level, page, 1, 1, line, left, 10 + 40 * line, 20 * len(text), 30, conf, text


def word(text, left, confidence=0.9, top=0.0):
    quad = geometry.rectangle(left, top, left + 20 * len(text), top + 30)
    return SeenWord(text=text, quad=quad, confidence=confidence)


def texts(pieces):
    return [" ".join(word.text for word in piece) for piece in pieces]


def test_words_of_a_line_are_one_piece():
    (pieces,) = pieces_by_page(table(row("Jane", 0), row("Marlowe", 90)), 1)
    assert texts(pieces) == ["Jane Marlowe"]


def test_a_wide_gap_parts_a_line():
    (pieces,) = pieces_by_page(table(row("Jane", 0), row("Bakery", 80 + 46)), 1)
    assert texts(pieces) == ["Jane", "Bakery"]


def test_a_gap_just_not_wide_keeps_a_line_together():
    (pieces,) = pieces_by_page(table(row("Jane", 0), row("Bakery", 80 + 44)), 1)
    assert texts(pieces) == ["Jane Bakery"]


def test_lines_are_pieces_of_their_own():
    (pieces,) = pieces_by_page(table(row("Jane", 0), row("Baker", 0, line=2)), 1)
    assert texts(pieces) == ["Jane", "Baker"]


def test_each_page_has_its_pieces_and_an_empty_one_has_none():
    pages = pieces_by_page(table(row("one", 0), row("three", 0, page=3)), 3)
    assert [texts(page) for page in pages] == [["one"], [], ["three"]]


def test_an_empty_table_gives_pages_without_pieces():
    assert pieces_by_page({}, 2) == ((), ())


def test_rows_that_hold_no_word_are_passed_over():
    (pieces,) = pieces_by_page(table(row("", 0, conf=-1), row(" ", 0), row("Jane", 0)), 1)
    assert texts(pieces) == ["Jane"]


@pytest.mark.parametrize(("conf", "kept"), [(29, False), (30, True), (100, True)])
def test_words_hardly_believed_are_noise(conf, kept):
    (pieces,) = pieces_by_page(table(row("grain", 0, conf=conf)), 1)
    assert bool(pieces) is kept


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        (("|", "Jane", "~"), ["Jane"]),
        (("+", "44", "20"), ["+ 44 20"]),
        (("Ash", "&", "Elm"), ["Ash & Elm"]),
        (("mail", "|", "web"), ["mail | web"]),
        (("—", "."), []),
    ],
)
def test_lone_marks_stay_only_where_they_say_something(printed, kept):
    lefts = [sum(20 * len(before) + 10 for before in printed[:number]) for number in range(len(printed))]
    (pieces,) = pieces_by_page(table(*map(row, printed, lefts)), 1)
    assert texts(pieces) == kept


def test_belief_weighs_words_by_their_length():
    assert belief((word("a", 0, 0.1), word("bcd", 30, 0.9))) == pytest.approx(0.7)


def test_a_moved_piece_stands_in_the_picture():
    twice = ((2.0, 0.0, 5.0), (0.0, 2.0, 7.0), (0.0, 0.0, 1.0))
    (placed,) = moved((word("Jane", 10),), twice)
    assert geometry.bounds(placed.quad) == (25, 7, 185, 67)
    assert (placed.text, placed.confidence) == ("Jane", 0.9)


def test_of_two_readings_of_one_place_the_better_stays():
    assert texts(merge([(word("Jame", 0, 0.6),), (word("Jane", 2, 0.9),)])) == ["Jane"]


def test_a_piece_is_not_patched_together_from_two_readings():
    whole = (word("jane@harbour.example", 0, 0.8),)
    scraps = (word("jane@", 0, 0.7), word("harbour", 100, 0.82))
    assert texts(merge([scraps, whole])) == ["jane@harbour.example"]


def test_what_only_the_lesser_reading_saw_is_kept():
    better = (word("Jane", 0, 0.95), word("Marlowe", 100, 0.95))
    lesser = (word("Jane", 0, 0.6), word("Marlowe", 100, 0.6), word("MBE", 260, 0.6))
    assert texts(merge([better, lesser])) == ["Jane Marlowe", "MBE"]


def test_merged_pieces_stand_from_top_to_bottom():
    assert texts(merge([(word("low", 0, top=90),), (word("high", 0, 0.5),)])) == ["high", "low"]
