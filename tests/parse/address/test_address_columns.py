"""Which lines stand under each other."""

from __future__ import annotations

from cardscan.geometry import Quad, rectangle
from cardscan.ocr.record import TextLine
from cardscan.parse.address.columns import columns_of


def lines(*quads: Quad) -> list[TextLine]:
    return [TextLine(text="x", quad=quad, words=(), confidence=0.9) for quad in quads]


def test_no_lines_make_no_columns() -> None:
    assert columns_of([]) == ()


def test_lines_far_apart_make_two_columns() -> None:
    assert columns_of(lines(rectangle(0, 0, 100, 20), rectangle(0, 60, 100, 80))) == ((0,), (1,))


def test_lines_side_by_side_make_two_columns() -> None:
    left, right = rectangle(0, 0, 100, 20), rectangle(200, 22, 300, 42)
    assert columns_of(lines(left, right)) == ((0,), (1,))


def test_big_print_does_not_continue_small_print() -> None:
    assert columns_of(lines(rectangle(0, 0, 100, 20), rectangle(0, 22, 300, 72))) == ((0,), (1,))


def test_line_under_two_continues_the_one_it_is_aligned_with() -> None:
    wide, narrow = rectangle(0, 0, 180, 20), rectangle(190, 0, 300, 20)
    below = rectangle(190, 24, 280, 44)
    assert columns_of(lines(wide, narrow, below)) == ((0,), (1, 2))


def test_every_line_stands_in_one_column() -> None:
    quads = [rectangle(10 * (n % 3), 25 * n, 100, 25 * n + 20) for n in range(9)]
    found = [index for column in columns_of(lines(*quads)) for index in column]
    assert sorted(found) == list(range(9))
