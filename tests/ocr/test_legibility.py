from dataclasses import replace

import cv2
import pytest
from drawn_card import LINES, blank, card, ink_box

from cardscan.geometry import rectangle
from cardscan.ocr.legibility import measure
from cardscan.ocr.record import CardImage, TextLine

IDENTITY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
HALF_AS_LARGE_IN_THE_PHOTO = ((2.0, 0.0, 0.0), (0.0, 2.0, 0.0), (0.0, 0.0, 1.0))
CARD = CardImage(
    number=1,
    page=1,
    quad=rectangle(0, 0, 1000, 560),
    card_from_photo=IDENTITY,
    width_px=1000,
    height_px=560,
    found_by="whole",
)
DRAWN = tuple(
    TextLine(text=text, quad=rectangle(*ink_box(text, height, place)), words=(), confidence=0.99)
    for text, height, place in LINES
)


def edge_px(pixels):
    return measure(pixels, CARD, DRAWN).edge_px


def test_print_that_a_computer_drew_has_edges_of_a_pixel_or_two():
    assert 1 <= edge_px(card()) < 2


@pytest.mark.parametrize("sigma_px", [2, 3, 4])
def test_edge_is_as_wide_as_the_blur_that_made_it(sigma_px):
    tenth_to_nine_tenths = 2.56 * sigma_px
    blurred = cv2.GaussianBlur(card(), (0, 0), sigma_px)
    assert edge_px(blurred) == pytest.approx(tenth_to_nine_tenths, rel=0.25)


@pytest.mark.parametrize("kernel_px", [(15, 1), (1, 15)])
def test_shake_counts_in_whichever_direction_it_goes(kernel_px):
    assert edge_px(cv2.blur(card(), kernel_px)) > 3 * edge_px(card())


def test_faint_print_is_as_sharp_as_black_print():
    assert edge_px(card(ink=(190, 190, 190))) == pytest.approx(edge_px(card()), rel=0.1)


def test_light_print_on_a_dark_card_is_as_sharp_as_the_reverse():
    dark = card(ground=(24, 30, 48), ink=(240, 240, 240))
    assert edge_px(dark) == pytest.approx(edge_px(card()), rel=0.1)


def test_height_of_print_is_measured_in_the_photo():
    near, far = (
        measure(card(), replace(CARD, card_from_photo=matrix), DRAWN)
        for matrix in (IDENTITY, HALF_AS_LARGE_IN_THE_PHOTO)
    )
    assert near.print_px == pytest.approx(2 * far.print_px, abs=0.02)


def test_long_lines_weigh_more_than_short_ones():
    tall = replace(DRAWN[0], text="JM", quad=rectangle(0, 0, 1000, 560))
    assert measure(card(), CARD, (tall, DRAWN[4])).print_px == measure(card(), CARD, DRAWN[4:]).print_px


def test_height_of_print_does_not_depend_on_how_much_room_the_reader_leaves_around_a_line():
    left, top, right, bottom = ink_box(*LINES[4])
    roomy = replace(DRAWN[4], quad=rectangle(left - 9, top - 9, right + 9, bottom + 9))
    tight_px, roomy_px = (measure(card(), CARD, [line]).print_px for line in (DRAWN[4], roomy))
    assert roomy_px == pytest.approx(tight_px, abs=1)


@pytest.mark.parametrize("lines", [(), DRAWN], ids=["no lines", "lines without ink"])
def test_nothing_to_measure_gives_no_figures(lines):
    assert measure(blank(1000, 560), CARD, lines) is None


def test_single_letter_is_not_measured_for_it_may_be_a_cup():
    assert measure(card(), CARD, (replace(DRAWN[0], text="O"),)) is None


def test_line_of_a_few_pixels_is_not_measured():
    speck = replace(DRAWN[0], quad=rectangle(60, 60, 64, 64))
    assert measure(card(), CARD, (speck,)) is None
