import numpy as np
import pytest
from drawn_card import card, ink_box
from photographed_cards import photo_from_card, photograph

from cardscan import geometry
from cardscan.ocr.warp import flat_from_picture, strip, warp

SLANTED = ((330, 180), (1090, 300), (1180, 760), (210, 640))


def test_the_corners_of_a_quad_go_to_the_corners_of_the_flat_card():
    matrix = flat_from_picture(SLANTED, 800, 450)
    flat = geometry.apply_to_quad(matrix, SLANTED)
    expected = geometry.rectangle(0, 0, 800, 450)
    assert np.array(flat) == pytest.approx(np.array(expected), abs=1e-6)


def test_the_matrix_is_made_of_plain_numbers():
    matrix = flat_from_picture(SLANTED, 800, 450)
    assert all(type(value) is float for row in matrix for value in row)


def test_a_photographed_card_is_flat_again():
    drawn = card()
    height, width = drawn.shape[:2]
    photo = photograph((drawn, SLANTED))
    flat = warp(photo, flat_from_picture(SLANTED, width, height), width, height)
    assert flat.shape == drawn.shape
    assert np.abs(flat.astype(int) - drawn).mean() < 2


def test_a_turned_quad_gives_the_turned_card():
    picture = np.zeros((56, 100, 3), np.uint8)
    picture[:28, :50] = 255
    matrix = flat_from_picture(geometry.turned(geometry.rectangle(0, 0, 100, 56), 1), 56, 100)
    flat = warp(picture, matrix, 56, 100)
    assert (flat[55:, :25] == 255).all()
    assert (flat[:45] == 0).all()
    assert (flat[:, 31:] == 0).all()


def test_what_lies_outside_the_picture_repeats_its_border():
    picture = np.full((20, 30, 3), 90, np.uint8)
    flat = warp(picture, flat_from_picture(geometry.rectangle(-30, -20, 60, 40), 90, 60), 90, 60)
    assert (flat == 90).all()


@pytest.mark.parametrize("size", [(250, 140), (2000, 1120)], ids=["smaller", "larger"])
def test_a_flat_card_has_the_size_asked_for(size):
    matrix = flat_from_picture(geometry.rectangle(0, 0, 1000, 560), *size)
    flat = warp(card(), matrix, *size)
    assert flat.shape == (size[1], size[0], 3)
    assert flat.dtype == np.uint8


def test_a_strip_is_one_level_line_at_its_own_size():
    drawn = card()
    level = geometry.rectangle(*ink_box("Jane Marlowe", 56, (60, 60)))
    quad = geometry.apply_to_quad(photo_from_card(drawn, SLANTED), level)
    cut = strip(photograph((drawn, SLANTED)), quad)
    width, height = geometry.size(quad)
    assert cut.shape == (round(height), round(width), 3)
    ink = (cut.mean(axis=2) < 128).mean()
    assert 0.2 < ink < 0.6


def test_a_strip_of_a_text_without_height_is_still_a_picture():
    assert strip(card(), geometry.rectangle(60, 60, 260, 60)).shape == (1, 200, 3)
