"""Cards that touch are told apart at their joints, and one card stays one."""

import cv2
import numpy as np
import pytest
from drawn_card import LINES, card, ink_box

from cardscan import geometry
from cardscan.ocr.grid import split_grid

WIDTH, HEIGHT = 1000, 560
GROUNDS = ((250, 250, 250), (226, 232, 240), (238, 226, 214), (60, 70, 96))


def grid(*rows, lines=LINES):
    """Cards edge to edge, given by the colours of their grounds, and where their text stands."""
    pixels = np.vstack([np.hstack([card(lines, ground=ground) for ground in row]) for row in rows])
    texts = [
        text
        for number, row in enumerate(rows)
        for column in range(len(row))
        for text in texts_at(column * WIDTH, number * HEIGHT, lines)
    ]
    return pixels, texts


def texts_at(left, top, lines=LINES):
    boxes = [ink_box(*line) for line in lines]
    return [geometry.rectangle(a + left, b + top, c + left, d + top) for a, b, c, d in boxes]


def cell(row, column):
    return geometry.rectangle(column * WIDTH, row * HEIGHT, (column + 1) * WIDTH, (row + 1) * HEIGHT)


def same_places(cells, expected, within_px=16):
    assert len(cells) == len(expected)
    for found, place in zip(cells, expected, strict=True):
        assert np.array(found) == pytest.approx(np.array(place), abs=within_px)


def test_four_touching_cards_are_told_apart_row_by_row():
    pixels, texts = grid(GROUNDS[:2], GROUNDS[2:])
    same_places(split_grid(pixels, texts), [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)])


def test_two_cards_one_above_the_other_are_told_apart():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[1:2])
    same_places(split_grid(pixels, texts), [cell(0, 0), cell(1, 0)])


def test_a_fine_shadow_between_cards_of_one_colour_is_a_joint():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[:1], GROUNDS[:1])
    for joint in (HEIGHT, 2 * HEIGHT):
        cv2.line(pixels, (0, joint), (WIDTH, joint), (190, 190, 190), 3)
    same_places(split_grid(pixels, texts), [cell(0, 0), cell(1, 0), cell(2, 0)])


def test_a_joint_may_lean_a_little():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[:1])
    cv2.line(pixels, (0, HEIGHT - 12), (WIDTH, HEIGHT + 12), (150, 150, 150), 4)
    same_places(split_grid(pixels, texts), [cell(0, 0), cell(1, 0)], within_px=20)


def test_cards_without_a_joint_are_one():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[:1])
    assert split_grid(pixels, texts) == ()


def test_a_lone_joint_that_ends_after_two_thirds_is_none():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[:1])
    cv2.line(pixels, (0, HEIGHT), (2 * WIDTH // 3, HEIGHT), (150, 150, 150), 4)
    assert split_grid(pixels, texts) == ()


def test_joints_that_cross_may_end_after_two_thirds():
    pixels, texts = grid(GROUNDS[:1] * 2, GROUNDS[:1] * 2)
    cv2.line(pixels, (0, HEIGHT), (4 * WIDTH // 3, HEIGHT), (120, 120, 120), 5)
    cv2.line(pixels, (WIDTH, 0), (WIDTH, 4 * HEIGHT // 3), (120, 120, 120), 5)
    assert len(split_grid(pixels, texts)) == 4


def test_a_clear_joint_makes_up_for_one_that_hardly_shows_across_it():
    pixels, texts = grid(GROUNDS[:1] * 2, GROUNDS[:1] * 2)
    cv2.line(pixels, (0, HEIGHT), (2 * WIDTH, HEIGHT), (120, 120, 120), 5)
    cv2.line(pixels, (WIDTH, 0), (WIDTH, HEIGHT), (120, 120, 120), 5)
    assert len(split_grid(pixels, texts)) == 4


def test_the_likeliest_shape_wins_where_halves_are_shaped_like_cards_too():
    narrow = card(ground=GROUNDS[1], size=(840, HEIGHT)), card(ground=GROUNDS[2], size=(840, HEIGHT))
    pixels = np.vstack([np.hstack(narrow), np.hstack(narrow[::-1])])
    texts = [text for top in (0, HEIGHT) for left in (0, 840) for text in texts_at(left, top)]
    assert len(split_grid(pixels, texts)) == 4


def test_a_joint_far_from_its_even_place_is_none():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[:1])
    cv2.line(pixels, (0, HEIGHT + 135), (WIDTH, HEIGHT + 135), (150, 150, 150), 4)
    assert split_grid(pixels, texts) == ()


def test_an_edge_that_a_text_crosses_is_no_joint():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[1:2])
    across = geometry.rectangle(300, HEIGHT - 30, 440, HEIGHT + 30)
    assert split_grid(pixels, [*texts, across]) == ()


def test_a_loose_box_may_stand_a_little_over_a_joint():
    pixels, texts = grid(GROUNDS[:1], GROUNDS[1:2])
    beside = geometry.rectangle(300, HEIGHT - 56, 440, HEIGHT + 4)
    assert len(split_grid(pixels, [*texts, beside])) == 2


@pytest.mark.parametrize(("texts_each", "cards"), [(1, 0), (2, 4)], ids=["few texts", "texts for four"])
def test_crossing_lines_part_a_card_only_where_each_part_has_text_enough(texts_each, cards):
    pixels = card([])
    cv2.line(pixels, (0, HEIGHT // 2), (WIDTH, HEIGHT // 2), (120, 120, 120), 5)
    cv2.line(pixels, (WIDTH // 2, 0), (WIDTH // 2, HEIGHT), (120, 120, 120), 5)
    texts = [
        geometry.rectangle(left, top + 60 * number, left + 300, top + 60 * number + 30)
        for left in (60, 560)
        for top in (60, 340)
        for number in range(texts_each)
    ]
    assert len(split_grid(pixels, texts)) == cards


def test_halves_that_are_not_shaped_like_cards_are_one_card():
    pixels, texts = grid(GROUNDS[:1], lines=[*LINES, ("Harbour", 40, (640, 60)), ("Bakery", 40, (640, 120))])
    cv2.line(pixels, (WIDTH // 2, 0), (WIDTH // 2, HEIGHT), (120, 120, 120), 5)
    assert split_grid(pixels, texts) == ()


@pytest.mark.parametrize(("more", "cards"), [(19, 2), (20, 0)], ids=["a card full", "a page full"])
def test_a_part_with_more_text_than_a_card_is_no_card(more, cards):
    pixels, texts = grid(GROUNDS[:1], GROUNDS[1:2])
    print_marks = [geometry.rectangle(700, 20 + 12 * n, 900, 30 + 12 * n) for n in range(more)]
    assert len(split_grid(pixels, [*texts, *print_marks])) == cards


def test_a_picture_without_text_is_no_grid():
    pixels, _ = grid(GROUNDS[:2], GROUNDS[2:])
    assert split_grid(pixels, []) == ()


@pytest.mark.parametrize("size", [(1, 4000), (4000, 1)])
def test_a_sliver_is_no_grid(size):
    assert split_grid(np.zeros((*size, 3), np.uint8), []) == ()
