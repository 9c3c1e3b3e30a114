import cv2
import numpy as np
import pytest
from drawn_card import blank, card
from photographed_cards import DARK_TABLE, LIGHT_TABLE, farthest_corner_px, photograph

from cardscan import geometry
from cardscan.ocr.quads import propose_quads

LEVEL = geometry.rectangle(200, 220, 1200, 780)
TILTED = geometry.around([(250, 200), (1150, 800)], 12, 0)
SLANTED = ((330, 180), (1090, 300), (1180, 760), (210, 640))
DARK_CARD = card(ground=(24, 30, 48), ink=(240, 240, 240))


def nearest_px(found, expected):
    """How far the best outline is from the expected one, whichever corner it starts at."""
    return min(
        farthest_corner_px(geometry.turned(quad, turns), expected) for quad in found for turns in range(4)
    )


@pytest.mark.parametrize("laid", [LEVEL, TILTED, SLANTED], ids=["level", "tilted", "slanted"])
@pytest.mark.parametrize(
    ("drawn", "ground"),
    [(card(), DARK_TABLE), (DARK_CARD, LIGHT_TABLE), (card(), LIGHT_TABLE)],
    ids=["light on dark", "dark on light", "light on light"],
)
def test_the_edge_of_a_card_is_among_the_outlines(drawn, ground, laid):
    assert nearest_px(propose_quads(photograph((drawn, laid), ground=ground)), laid) < 8


def test_a_card_as_light_as_the_table_is_found_by_its_colour():
    yellow = card(ground=(150, 110, 0))
    grey = int(np.mean(photograph((yellow, LEVEL))[300, 1150]))
    photo = photograph((yellow, LEVEL), ground=(grey, grey, grey))
    assert nearest_px(propose_quads(photo), LEVEL) < 8


@pytest.mark.parametrize("ground", [(255, 255, 255), (250, 250, 250), (238, 248, 250)])
def test_a_card_that_hardly_differs_from_an_even_sheet_has_its_outline(ground):
    sheet = photograph((card(ground=ground), LEVEL), ground=(247, 247, 247))
    assert nearest_px(propose_quads(sheet), LEVEL) < 8


def test_each_of_two_cards_has_its_outline():
    left, right = geometry.rectangle(60, 300, 660, 640), geometry.rectangle(740, 340, 1340, 680)
    found = propose_quads(photograph((card(), left), (card(), right)))
    assert nearest_px(found, left) < 8
    assert nearest_px(found, right) < 8


def test_outlines_in_a_large_picture_are_in_its_own_pixels():
    laid = tuple((3 * x, 3 * y) for x, y in SLANTED)
    assert nearest_px(propose_quads(photograph((card(), laid), size=(4200, 3000))), laid) < 24


def test_outlines_stand_largest_first():
    small = geometry.rectangle(900, 640, 1340, 890)
    found = propose_quads(photograph((card(), geometry.rectangle(60, 60, 860, 510)), (card(), small)))
    areas = [geometry.area(quad) for quad in found]
    assert len(areas) >= 2
    assert areas == sorted(areas, reverse=True)


def test_one_edge_gives_one_outline():
    found = propose_quads(photograph((card(), LEVEL)))
    assert sum(nearest_px([quad], LEVEL) < 30 for quad in found) == 1


def test_corners_run_clockwise_from_the_top_left():
    for quad in propose_quads(photograph((card(), SLANTED), (card(), geometry.rectangle(20, 820, 270, 960)))):
        assert geometry.contains(quad, geometry.center(quad), -1)
        assert min(range(4), key=lambda corner: sum(quad[corner])) == 0


def test_an_even_picture_has_no_outlines():
    assert propose_quads(blank(1400, 1000, 180)) == ()


@pytest.mark.parametrize(
    "laid",
    [
        geometry.rectangle(100, 400, 1300, 700),
        geometry.rectangle(450, 250, 950, 750),
        ((600, 100), (800, 100), (1200, 800), (200, 800)),
        geometry.rectangle(600, 450, 740, 530),
        geometry.rectangle(0, 0, 900, 500),
    ],
    ids=["a long strip", "a square", "far too slanted", "a stamp", "in a corner of the picture"],
)
def test_what_is_not_shaped_like_a_card_is_no_outline(laid):
    assert nearest_px([*propose_quads(photograph((blank(1000, 560), laid))), LEVEL], laid) > 30


def test_a_plate_whose_corners_are_cut_far_is_no_outline():
    photo = photograph()
    corners = [
        (300, 220),
        (1100, 220),
        (1200, 320),
        (1200, 680),
        (1100, 780),
        (300, 780),
        (200, 680),
        (200, 320),
    ]
    cv2.fillPoly(photo, [np.array(corners)], (255, 255, 255))
    assert propose_quads(photo) == ()


def test_a_card_may_leave_the_picture_on_one_side():
    cut_off = geometry.rectangle(-60, 220, 900, 780)
    assert nearest_px(propose_quads(photograph((card(), cut_off))), geometry.rectangle(0, 220, 900, 780)) < 8


def test_a_tiny_picture_is_searched_as_it_is():
    assert propose_quads(blank(1, 1)) == ()
