"""Real codes on drawn pages, found by the real decoder."""

import cv2
import numpy as np
import pytest
from drawn_card import blank, card, tilted
from drawn_code import LINK, MECARD, VCARD, code, with_code
from photographed_cards import farthest_corner_px

from cardscan import geometry
from cardscan.ocr.barcode import MOST_CODES, codes_of_cards, find_codes, on_card
from cardscan.ocr.record import Code


def texts(pixels):
    return [found.text for found in find_codes(pixels)]


def a_code(left, top, side=10):
    return Code(text=LINK, format="QRCode", quad=geometry.rectangle(left, top, left + side, top + side))


@pytest.mark.parametrize("payload", [VCARD, MECARD, LINK], ids=["vCard", "MECARD", "web address"])
def test_the_payload_is_read_as_it_was_written(payload):
    assert texts(with_code(card(), payload, (700, 200))) == [payload]


@pytest.mark.parametrize("upright_deg", [12, 45, 90, 180, 270])
def test_a_turned_code_is_read(upright_deg):
    assert texts(tilted(with_code(blank(900, 900), VCARD, (300, 300)), upright_deg)) == [VCARD]


@pytest.mark.parametrize(
    "look",
    [{"dark": 12, "light": 60}, {"dark": 255, "light": 20}, {"module_px": 2}],
    ids=["dark", "light on dark", "small"],
)
def test_a_code_that_is_hard_to_see_is_read(look):
    assert texts(with_code(blank(900, 600, grey=look.get("light", 255)), VCARD, (300, 200), **look)) == [
        VCARD
    ]


def test_a_code_in_noise_is_read():
    noise = np.random.default_rng(7).normal(0, 30, (600, 1000, 3))
    noisy = np.clip(with_code(blank(1000, 600), VCARD, (300, 200)) + noise, 0, 255).astype(np.uint8)
    assert texts(noisy) == [VCARD]


def test_a_small_code_on_a_large_page_is_read_where_it_stands():
    (found,) = find_codes(with_code(blank(4000, 3000, grey=180), VCARD, (3100, 2300), module_px=6))
    side = code(VCARD, module_px=6).shape[0] - 2 * 4 * 6
    expected = geometry.rectangle(3124, 2324, 3124 + side, 2324 + side)
    assert found.text == VCARD
    assert farthest_corner_px(found.quad, expected) < 12


def test_the_quad_starts_at_the_codes_own_top_left_corner():
    page = np.ascontiguousarray(np.rot90(with_code(blank(600, 600), LINK, (50, 50)), 2))
    (found,) = find_codes(page)
    assert found.quad[0][0] > found.quad[1][0]
    assert found.quad[0][1] > found.quad[3][1]


def test_the_same_payload_twice_is_two_codes_from_top_to_bottom():
    page = with_code(with_code(blank(600, 900), LINK, (300, 500)), LINK, (50, 50))
    tops = [geometry.center(found.quad)[1] for found in find_codes(page)]
    assert len(tops) == 2
    assert tops == sorted(tops)


def test_a_sheet_full_of_codes_gives_no_more_than_a_page_of_cards_has():
    tile = cv2.copyMakeBorder(code("https://a.example"), 8, 8, 8, 8, cv2.BORDER_CONSTANT, value=(255,) * 3)
    assert len(find_codes(np.tile(tile, (6, 6, 1)))) == MOST_CODES


def test_a_payload_of_bytes_that_are_no_text_is_made_harmless():
    (found,) = texts(with_code(blank(900, 900), bytes(range(160)), (100, 100)))
    assert found.replace("\n", " ").isprintable()


def test_a_payload_of_controls_alone_is_no_code():
    assert texts(with_code(blank(400, 400), b"\x00\x01\x02", (100, 100))) == []


@pytest.mark.parametrize("size", [(1, 1), (4000, 1), (1, 4000), (3, 3)])
def test_a_sliver_of_a_picture_has_no_codes(size):
    assert find_codes(blank(*size)) == ()


def test_a_card_without_code_has_none():
    assert find_codes(card()) == ()


def test_a_code_belongs_to_the_card_that_holds_it():
    left, right = geometry.rectangle(0, 0, 100, 60), geometry.rectangle(105, 0, 205, 60)
    one, other = a_code(110, 20), a_code(80, 20)
    assert codes_of_cards([one, other], [left, right]) == ((other,), (one,))


def test_a_code_outside_all_cards_belongs_to_the_nearest():
    near, far = geometry.rectangle(0, 0, 100, 60), geometry.rectangle(400, 0, 500, 60)
    beside = a_code(150, 20)
    assert codes_of_cards([beside], [far, near]) == ((), (beside,))


def test_a_page_without_cards_keeps_no_codes():
    assert codes_of_cards([a_code(0, 0)], []) == ()


def test_the_quad_on_a_card_is_in_its_pixels():
    shifted = on_card(a_code(110, 20), ((2.0, 0.0, -200.0), (0.0, 2.0, 0.0), (0.0, 0.0, 1.0)))
    assert shifted.quad == geometry.rectangle(20, 40, 40, 60)
    assert shifted.text == LINK
