"""Pages become readings, read by the real reader."""

import numpy as np
import pytest
from drawn_card import LINES, OTHER_LINES, blank, card, ink_box
from drawn_code import LINK, VCARD, code, with_code
from photographed_cards import farthest_corner_px, photo_from_card, photograph

from cardscan import geometry
from cardscan.ocr.page import read_page

PRINTED = [text.replace(" ", "") for text, _, _ in LINES]
OTHER_PRINTED = [text.replace(" ", "") for text, _, _ in OTHER_LINES]
SLANTED = ((330, 180), (1090, 300), (1180, 760), (210, 640))
TILTED = ((430, 260), (1020, 340), (975, 675), (385, 595))
UPRIGHT = geometry.rectangle(460, 60, 940, 920)
FILLING = ((120, 80), (1300, 60), (1320, 760), (90, 780))
LAID = {
    "slanted": SLANTED,
    "half a turn": geometry.turned(TILTED, 2),
    "a quarter to the right": geometry.turned(UPRIGHT, 1),
    "a quarter to the left": geometry.turned(UPRIGHT, 3),
}


def read(pixels, reader, *, page=1, first_number=1):
    return list(read_page(pixels, page=page, first_number=first_number, reader=reader))


def texts(read_card):
    """The lines without spaces, of which a reader may lose some."""
    return [line.text.replace(" ", "") for line in read_card.reading.lines]


@pytest.fixture(scope="module", params=LAID)
def laid(request):
    """The quad on which the drawn card is laid, with its own top left corner first."""
    return LAID[request.param]


@pytest.fixture(scope="module")
def found(laid, default_reader):
    """The one card that is read in the photo of it."""
    (one,) = read(photograph((card(), laid)), default_reader, page=2, first_number=7)
    return one


def test_each_line_is_read_in_order(found):
    assert texts(found) == PRINTED


def test_the_quad_starts_at_the_cards_own_top_left_corner(found, laid):
    assert farthest_corner_px(found.reading.card.quad, laid) < 10


def test_the_record_says_where_the_card_comes_from(found, default_reader):
    record = found.reading.card
    assert (record.page, record.number, record.found_by) == (2, 7, "quad")
    assert found.reading.reader == default_reader.name


def test_the_pixels_are_those_of_the_record(found):
    record = found.reading.card
    assert found.pixels.shape == (record.height_px, record.width_px, 3)
    assert found.pixels.dtype == np.uint8


def test_the_homography_takes_the_text_in_the_photo_to_its_line(found, laid):
    photo_from_drawn = photo_from_card(card(), laid)
    for printed, line in zip(LINES, found.reading.lines, strict=True):
        in_photo = geometry.apply_to_quad(photo_from_drawn, geometry.rectangle(*ink_box(*printed)))
        on_card = geometry.apply_to_quad(found.reading.card.card_from_photo, in_photo)
        assert farthest_corner_px(line.quad, on_card) < 0.8 * line.height_px


def test_the_homography_takes_the_quad_to_the_corners_of_the_card(found):
    record = found.reading.card
    corners = geometry.apply_to_quad(record.card_from_photo, record.quad)
    assert farthest_corner_px(corners, geometry.rectangle(0, 0, record.width_px, record.height_px)) < 0.01


def test_cards_apart_are_numbered_on_from_the_first(default_reader):
    left, right = geometry.rectangle(60, 320, 660, 656), geometry.rectangle(740, 300, 1340, 636)
    photo = photograph((card(OTHER_LINES), right), (card(), left))
    first, second = read(photo, default_reader, first_number=3)
    assert [one.reading.card.number for one in (first, second)] == [3, 4]
    assert texts(first) == PRINTED
    assert texts(second) == OTHER_PRINTED


def test_cards_that_touch_are_read_apart(default_reader):
    places = [geometry.rectangle(450, top, 950, top + 280) for top in (60, 340, 620)]
    drawn = card(), card(OTHER_LINES, ground=(215, 225, 240)), card()
    found = read(photograph(*zip(drawn, places, strict=True)), default_reader)
    assert [texts(one) for one in found] == [PRINTED, OTHER_PRINTED, PRINTED]
    for one, place in zip(found, places, strict=True):
        assert farthest_corner_px(one.reading.card.quad, place) < 12


def test_each_card_gets_its_own_codes_in_its_own_pixels(default_reader):
    left, right = geometry.rectangle(60, 320, 660, 656), geometry.rectangle(740, 300, 1340, 636)
    coded, other = with_code(card(), VCARD, (700, 170)), with_code(card(OTHER_LINES), LINK, (700, 200))
    first, second = (one.reading for one in read(photograph((coded, left), (other, right)), default_reader))
    assert [[one.text for one in reading.codes] for reading in (first, second)] == [[VCARD], [LINK]]
    scale = first.card.width_px / coded.shape[1]
    middle = (700 + code(VCARD).shape[1] / 2) * scale, (170 + code(VCARD).shape[0] / 2) * scale
    assert np.hypot(*np.subtract(geometry.center(first.codes[0].quad), middle)) < 12


def test_a_code_beside_a_card_that_is_cut_along_its_text_belongs_to_it(default_reader):
    page = with_code(blank(2400, 1400), LINK, (2100, 1100))
    page[100:660, 100:1100] = card()
    (one,) = read(page, default_reader)
    assert one.reading.card.found_by == "text"
    assert [found.text for found in one.reading.codes] == [LINK]
    assert geometry.center(one.reading.codes[0].quad)[0] > one.reading.card.width_px


def test_a_card_that_fills_the_picture_upside_down_is_turned_upright(default_reader):
    (one,) = read(np.ascontiguousarray(card()[::-1, ::-1]), default_reader)
    assert texts(one) == PRINTED
    first, _, third, _ = one.reading.card.quad
    assert first[0] > third[0]
    assert first[1] > third[1]


@pytest.mark.parametrize(("laid", "searches"), [(SLANTED, 2), (FILLING, 1)], ids=["in part", "all but"])
def test_only_a_card_that_fills_its_picture_is_searched_for_text_once(
    default_reader, monkeypatch, laid, searches
):
    searched = []
    find_text = default_reader.find_text
    monkeypatch.setattr(
        default_reader, "find_text", lambda pixels: searched.append(pixels.shape) or find_text(pixels)
    )
    (one,) = read(photograph((card(), laid)), default_reader)
    assert texts(one) == PRINTED
    assert len(searched) == searches


@pytest.mark.parametrize("turns", range(4))
def test_a_card_that_fills_its_picture_is_read_however_it_is_turned(default_reader, turns):
    (one,) = read(np.ascontiguousarray(np.rot90(card(), turns)), default_reader)
    assert texts(one) == PRINTED


def test_a_page_without_text_is_one_card_without_lines(default_reader):
    (one,) = read(blank(1200, 700), default_reader)
    assert one.reading.lines == ()
    assert one.reading.card.found_by == "whole"
    assert one.reading.card.quad == geometry.rectangle(0, 0, 1200, 700)


@pytest.mark.parametrize(("side", "flat"), [(300, 960), (1200, 1200), (2400, 1600)])
def test_the_longer_side_of_a_flat_card_stays_within_its_limits(default_reader, side, flat):
    (one,) = read(blank(side, side // 2), default_reader)
    assert (one.reading.card.width_px, one.reading.card.height_px) == (flat, flat // 2)


@pytest.mark.parametrize("size", [(1, 1), (4000, 1), (1, 4000)])
def test_a_sliver_of_a_picture_is_read_without_failing(default_reader, size):
    (one,) = read(blank(*size), default_reader)
    assert one.reading.lines == ()
