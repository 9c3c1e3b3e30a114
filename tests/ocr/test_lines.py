"""Words become lines and blocks, shown on boxes written by hand."""

from dataclasses import replace
from math import cos, radians, sin

import pytest

from cardscan import geometry
from cardscan.ocr.lines import group_lines
from cardscan.ocr.record import WordBox

HEIGHT = 30


def piece(text, left, top, *, height=HEIGHT, confidence=0.9):
    """Words of one piece of text, not yet numbered; each character is half as wide as high."""
    words = []
    for word in text.split():
        right = left + len(word) * height / 2
        quad = geometry.rectangle(left, top, right, top + height)
        words.append(WordBox(text=word, quad=quad, confidence=confidence, piece=0))
        left = right + height / 4
    return words


def tilted(words, upright_deg):
    """The words turned about the card's top left corner, so that ``upright_deg`` would level them."""
    c, s = cos(radians(upright_deg)), sin(radians(upright_deg))
    turn = ((c, -s, 0), (s, c, 0), (0, 0, 1))
    return [replace(word, quad=geometry.apply_to_quad(turn, word.quad)) for word in words]


def grouped(*pieces):
    return group_lines([replace(word, piece=number) for number, words in enumerate(pieces) for word in words])


def texts(*pieces):
    return [line.text for line in grouped(*pieces)]


def blocks(*pieces):
    """The texts of each block."""
    by_number = {}
    for line in grouped(*pieces):
        by_number.setdefault(line.block, []).append(line.text)
    assert list(by_number) == list(range(len(by_number)))
    return list(by_number.values())


def test_no_words_give_no_lines():
    assert group_lines([]) == ()


def test_one_word_is_a_line():
    (line,) = grouped(piece("Jane", 10, 20))
    assert (line.text, line.block, line.confidence) == ("Jane", 0, pytest.approx(0.9))
    assert line.quad == line.words[0].quad


def test_the_words_of_a_piece_are_a_line():
    assert texts(piece("Jane B. Marlowe", 10, 20)) == ["Jane B. Marlowe"]


def test_a_label_and_its_number_join():
    assert texts(piece("+44 20 7946 0958", 80, 20), piece("Tel.", 10, 20)) == ["Tel. +44 20 7946 0958"]


def test_three_pieces_join_in_the_order_they_stand():
    pieces = [piece("0958", 150, 20), piece("Tel", 10, 20), piece("7946", 70, 20)]
    assert texts(*pieces) == ["Tel 7946 0958"]


@pytest.mark.parametrize(("gap", "lines"), [(26, 1), (28, 2)], ids=["narrow", "wide"])
def test_a_gap_of_nearly_a_height_parts_columns(gap, lines):
    assert len(texts(piece("Jane", 0, 20), piece("Harbour", 60 + gap, 20))) == lines


def test_a_piece_that_hangs_over_the_next_still_joins_it():
    assert texts(piece("Tel.", 0, 20), piece("7946", 50, 20)) == ["Tel. 7946"]


def test_text_printed_over_text_is_a_line_of_its_own():
    assert blocks(piece("Bakery", 0, 20), piece("Harbour", 40, 20)) == [["Bakery"], ["Harbour"]]


def test_a_piece_joins_the_nearest_of_two_lines():
    tall, mark = piece("J", 0, 0, height=50), piece("*", 53, 10)
    assert texts(tall, mark, piece("Marlowe", 69, 0, height=50)) == ["J", "* Marlowe"]


def test_small_print_beside_a_logo_is_not_its_continuation():
    assert texts(piece("HB", 0, 0, height=80), piece("since 1990", 90, 50, height=20)) == ["HB", "since 1990"]


def test_a_piece_that_stands_lower_is_another_line():
    assert texts(piece("Jane", 0, 0), piece("Baker", 70, 16)) == ["Jane", "Baker"]


def test_a_piece_that_stands_a_little_lower_is_the_same_line():
    assert texts(piece("Jane", 0, 0), piece("Marlowe", 70, 8)) == ["Jane Marlowe"]


@pytest.mark.parametrize("upright_deg", [-6, 6])
def test_a_slanted_line_stays_one_line(upright_deg):
    first, second = (
        tilted(piece(text, left, 200), upright_deg) for text, left in (("Tel.", 0), ("7946", 75))
    )
    assert texts(first, second) == ["Tel. 7946"]


@pytest.mark.parametrize("upright_deg", [-4, 4])
def test_slanted_lines_keep_their_order(upright_deg):
    printed = ["Jane Marlowe", "Head of Bread", "jane@harbour.example"]
    slanted = [tilted(piece(text, 100, 200 + 45 * n), upright_deg) for n, text in enumerate(printed)]
    assert texts(*reversed(slanted)) == printed


def test_a_line_spans_its_words():
    (line,) = grouped(piece("Tel.", 10, 20), piece("7946", 80, 22))
    assert line.quad == ((10, 20), (140, 22), (140, 52), (10, 50))


def test_a_long_word_weighs_more_in_a_lines_confidence():
    (line,) = grouped(piece("a", 0, 0, confidence=0.1), piece("bcd", 20, 0, confidence=0.9))
    assert line.confidence == pytest.approx(0.7)


def test_lines_near_each_other_are_a_block():
    assert blocks(piece("12 Sample Street", 0, 45), piece("Harbour Bakery", 0, 0)) == [
        ["Harbour Bakery", "12 Sample Street"]
    ]


def test_a_wide_space_parts_blocks():
    assert blocks(piece("Jane", 0, 0), piece("Harbour", 0, 60)) == [["Jane"], ["Harbour"]]


def test_a_line_below_and_beside_is_of_another_block():
    assert blocks(piece("Jane", 0, 0), piece("Harbour", 300, 40)) == [["Jane"], ["Harbour"]]


def test_a_headline_and_small_print_are_blocks_of_their_own():
    assert blocks(piece("Jane", 0, 0, height=60), piece("Baker", 0, 70, height=24)) == [["Jane"], ["Baker"]]


def test_blocks_that_start_at_one_height_run_from_left_to_right():
    left = [piece("Jane", 0, 0), piece("Baker", 0, 40)]
    right = [piece("Harbour", 300, 0), piece("Bakery", 300, 40)]
    assert blocks(*right, *left) == [["Jane", "Baker"], ["Harbour", "Bakery"]]


def test_a_column_is_read_to_its_end_before_the_next():
    left = [piece(text, 0, 40 * n) for n, text in enumerate(["one", "two", "three"])]
    right = [piece(text, 300, 40 * n) for n, text in enumerate(["four", "five", "six"])]
    mixed = [one for pair in zip(right, left, strict=True) for one in pair]
    assert texts(*mixed) == ["one", "two", "three", "four", "five", "six"]


def test_a_block_further_down_comes_later():
    assert texts(piece("foot", 0, 400), piece("head", 300, 0)) == ["head", "foot"]


def test_text_that_runs_downwards_is_a_line_apart_from_level_text():
    quad = geometry.turned(geometry.rectangle(400, 0, 430, 240), 1)
    downwards = [WordBox(text="Bakery", quad=quad, confidence=0.9, piece=0)]
    assert texts(piece("Jane", 300, 40), downwards, piece("Baker", 300, 80)) == ["Bakery", "Jane", "Baker"]


@pytest.mark.parametrize(
    ("seen", "written"),
    [
        ("عام مدير", "مدير عام"),
        ("7 הורדים רחוב", "רחוב הורדים 7"),
        ("0958 7946 20 هاتف رقم", "رقم هاتف 0958 7946 20"),
        ("Harbour Bakery ltd שם", "Harbour Bakery ltd שם"),
    ],
)
def test_a_line_that_runs_from_right_to_left_is_given_as_it_is_written(seen, written):
    assert texts(piece(seen, 100, 100)) == [written]


def test_handwriting_beside_print_is_a_line_and_a_block_of_its_own():
    printed, note = piece("Jane Marlowe", 10, 20), piece("call Tue", 205, 20)
    words = [replace(word, piece=number) for number, run in enumerate((printed, note)) for word in run]
    assert [line.text for line in group_lines(words)] == ["Jane Marlowe call Tue"]
    lines = group_lines(words, {1})
    assert [(line.text, line.by_hand) for line in lines] == [("Jane Marlowe", False), ("call Tue", True)]
    assert len({line.block for line in lines}) == 2


def test_handwriting_between_two_lines_does_not_part_their_block():
    runs = piece("Jane Marlowe", 10, 20), piece("call Tue", 40, 45), piece("Head of Bread", 10, 62)
    words = [replace(word, piece=number) for number, run in enumerate(runs) for word in run]
    jane, head, note = sorted(group_lines(words, {1}), key=lambda line: line.by_hand)
    assert jane.block == head.block != note.block
