"""Which outline is believed to be a card, and that no text is lost to a crop."""

import cv2
import pytest
from drawn_card import LINES, OTHER_LINES, blank, card, ink_box
from photographed_cards import DARK_TABLE, LIGHT_TABLE, farthest_corner_px, photograph, texts_on

from cardscan import geometry
from cardscan.ocr.card import along_text, find_cards
from cardscan.ocr.quads import propose_quads

CARD = card()
DARK_CARD = card(ground=(24, 30, 48), ink=(240, 240, 240))
LEVEL = geometry.rectangle(200, 220, 1200, 780)
UPRIGHT = geometry.rectangle(460, 60, 940, 920)
UPRIGHT_AT_ORIGIN = geometry.rectangle(0, 0, 600, 1000)
SLANTED = ((330, 180), (1090, 300), (1180, 760), (210, 640))
TEXTS = [geometry.rectangle(*ink_box(*line)) for line in LINES]
"""Where text stands on the drawn card itself."""


def all_inside(quad, texts):
    return all(geometry.contains(quad, corner, 2) for text in texts for corner in text)


def with_panel(panel):
    """The drawn card with a coloured panel under its text."""
    left, top, right, bottom = panel
    drawn = CARD.copy()
    drawn[top:bottom, left:right] = cv2.multiply(drawn[top:bottom, left:right], (0.45, 0.75, 0.95, 1))
    return drawn


def is_proposed(pixels, box):
    expected = geometry.rectangle(*box)
    return any(farthest_corner_px(quad, expected) < 12 for quad in propose_quads(pixels))


@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize(
    ("drawn", "ground"), [(CARD, DARK_TABLE), (DARK_CARD, LIGHT_TABLE)], ids=["on dark", "on light"]
)
def test_a_card_is_found_however_it_lies(drawn, ground, turns):
    laid = geometry.turned(UPRIGHT if turns % 2 else LEVEL, turns)
    (cut,) = find_cards(photograph((drawn, laid), ground=ground), texts_on(LINES, drawn, laid))
    assert cut.found_by == "quad"
    assert min(farthest_corner_px(geometry.turned(cut.quad, half), laid) for half in (0, 2)) < 10


def test_a_strongly_slanted_card_is_found():
    (cut,) = find_cards(photograph((CARD, SLANTED)), texts_on(LINES, CARD, SLANTED))
    assert cut.found_by == "quad"
    assert farthest_corner_px(cut.quad, SLANTED) < 10


def test_a_card_that_fills_the_picture_is_cut_so_that_all_text_stays():
    (cut,) = find_cards(CARD, TEXTS)
    assert all_inside(cut.quad, TEXTS)


@pytest.mark.parametrize(
    "panel", [(0, 230, 1000, 560), (40, 230, 640, 520), (30, 30, 560, 340)], ids=["foot", "inset", "head"]
)
def test_a_coloured_panel_is_not_cut_out_of_a_card_that_fills_the_picture(panel):
    (cut,) = find_cards(with_panel(panel), TEXTS)
    assert all_inside(cut.quad, TEXTS)


def test_an_outline_that_holds_only_some_of_the_text_is_proposed_and_not_believed():
    panel = (40, 230, 640, 520)
    drawn = with_panel(panel)
    assert is_proposed(drawn, panel)
    (cut,) = find_cards(drawn, TEXTS)
    assert cut.found_by != "quad"


def test_the_card_and_not_its_panel_is_cut_from_the_table():
    drawn = with_panel((40, 230, 640, 520))
    (cut,) = find_cards(photograph((drawn, SLANTED)), texts_on(LINES, drawn, SLANTED))
    assert cut.found_by == "quad"
    assert farthest_corner_px(cut.quad, SLANTED) < 10


def test_text_below_a_printed_frame_is_not_lost():
    drawn = CARD.copy()
    cv2.rectangle(drawn, (30, 30), (620, 420), (120, 60, 20), 5)
    assert is_proposed(drawn, (30, 30, 620, 420))
    (cut,) = find_cards(drawn, TEXTS)
    assert all_inside(cut.quad, TEXTS)


def test_a_small_line_outside_a_panel_is_not_lost():
    small = geometry.rectangle(40, 570, 180, 582)
    held = [text for text in TEXTS if geometry.center(text)[1] < 480]
    panel = with_panel((4, 4, 996, 500))
    texts = [*held, small]
    assert any(all_inside(quad, held) and not all_inside(quad, [small]) for quad in propose_quads(panel))
    assert all(any(all_inside(cut.quad, [text]) for cut in find_cards(panel, texts)) for text in texts)


def test_a_card_without_an_outline_beside_others_is_a_cut_of_its_own():
    places = [geometry.rectangle(x, y, x + 300, y + 180) for y in (60, 320, 580) for x in (60, 460)]
    table = photograph(*((CARD, place) for place in places[:5]))
    texts = [text for place in places for text in texts_on(LINES, CARD, place)]
    cuts = find_cards(table, texts)
    assert [cut.found_by for cut in cuts].count("quad") == 5
    assert len(cuts) == 6
    assert all_inside(cuts[-1].quad, texts[5 * len(LINES) :])


def test_text_beside_the_panel_of_a_card_on_a_table_stays_with_it():
    plain = card(size=(1000, 640))
    banded = plain.copy()
    banded[:210] = DARK_TABLE
    places = [geometry.rectangle(x, 60, x + 400, 316) for x in (20, 480, 940)]
    photo = photograph(*zip((plain, banded, plain), places, strict=True))
    texts = [texts_on(LINES, plain, place) for place in places]
    cuts = find_cards(photo, [text for card_texts in texts for text in card_texts])
    assert len(cuts) == 3
    for cut, card_texts in zip(cuts, texts, strict=True):
        assert all_inside(cut.quad, card_texts)


def test_an_outline_around_two_cards_is_not_taken_for_one():
    drawn = card(LINES, size=(560, 920))
    places = [geometry.rectangle(x, 200, x + 340, 760) for x in (300, 652)]
    photo = photograph((drawn, places[0]), (drawn, places[1]))
    assert is_proposed(photo, (300, 200, 992, 760))
    cuts = find_cards(photo, [text for place in places for text in texts_on(LINES, drawn, place)])
    assert len(cuts) == 2
    for cut, place in zip(cuts, places, strict=True):
        assert farthest_corner_px(cut.quad, place) < 10


def test_an_outline_that_a_text_crosses_is_refused():
    panel = (40, 40, 380, 520)
    drawn = with_panel(panel)
    assert is_proposed(drawn, panel)
    held = [text for text in TEXTS if geometry.contains(geometry.rectangle(*panel), geometry.center(text))]
    assert len(held) == len(TEXTS), "the panel holds the middle of each text"
    (cut,) = find_cards(drawn, TEXTS)
    assert cut.found_by != "quad"
    assert all_inside(cut.quad, TEXTS)


def test_a_speck_outside_does_not_spoil_an_outline():
    speck = geometry.rectangle(60, 900, 80, 912)
    (cut,) = find_cards(photograph((CARD, LEVEL)), [*texts_on(LINES, CARD, LEVEL), speck])
    assert cut.found_by == "quad"


def test_a_line_outside_makes_the_cut_follow_the_text():
    texts = [*texts_on(LINES, CARD, LEVEL), geometry.rectangle(260, 880, 800, 930)]
    (cut,) = find_cards(photograph((CARD, LEVEL)), texts)
    assert cut.found_by == "text"
    assert all_inside(cut.quad, texts)


def test_without_an_outline_the_cut_is_tilted_with_the_text():
    tilted = geometry.around([(450, 250), (950, 700)], 14, 0)
    texts = texts_on(LINES, CARD, tilted)
    (cut,) = find_cards(blank(1400, 1000), texts)
    assert cut.found_by == "text"
    assert geometry.angle_deg(cut.quad) == pytest.approx(14, abs=1)
    assert all_inside(cut.quad, texts)


def test_text_that_runs_downwards_makes_the_cut_run_downwards():
    texts = texts_on(LINES, CARD, geometry.turned(UPRIGHT, 1))
    (cut,) = find_cards(blank(1400, 1000), texts)
    assert abs(geometry.angle_deg(cut.quad)) == pytest.approx(90, abs=1)
    assert all_inside(cut.quad, texts)


def test_level_text_that_fills_the_picture_keeps_the_whole_picture():
    (cut,) = find_cards(blank(1000, 560), [geometry.rectangle(30, 30, 970, 90), TEXTS[-1]])
    assert cut.found_by == "whole"
    assert cut.quad == geometry.rectangle(0, 0, 1000, 560)


def test_tilted_text_that_fills_the_picture_is_levelled():
    texts = [geometry.around([(30, top), (900, top + 70)], 4, 0) for top in (20, 380)]
    (cut,) = find_cards(blank(930, 470), texts)
    assert cut.found_by == "text"
    assert geometry.angle_deg(cut.quad) == pytest.approx(4)


def test_a_picture_without_text_is_taken_whole():
    (cut,) = find_cards(photograph((blank(1000, 560), LEVEL)), [])
    assert cut.found_by == "whole"
    assert cut.quad == geometry.rectangle(0, 0, 1400, 1000)


def test_two_cards_apart_are_two_cuts_from_left_to_right():
    left, right = geometry.rectangle(60, 320, 660, 656), geometry.rectangle(740, 300, 1340, 636)
    other = card(OTHER_LINES)
    texts = [*texts_on(OTHER_LINES, other, right), *texts_on(LINES, CARD, left)]
    first, second = find_cards(photograph((CARD, left), (other, right)), texts)
    assert first.found_by == second.found_by == "quad"
    assert farthest_corner_px(first.quad, left) < 10
    assert farthest_corner_px(second.quad, right) < 10


def test_a_panel_on_one_of_two_cards_is_no_card_of_its_own():
    left, right = geometry.rectangle(60, 320, 660, 656), geometry.rectangle(740, 300, 1340, 636)
    drawn = with_panel((40, 230, 640, 520))
    texts = [*texts_on(LINES, drawn, left), *texts_on(LINES, CARD, right)]
    first, second = find_cards(photograph((drawn, left), (CARD, right)), texts)
    assert farthest_corner_px(first.quad, left) < 10
    assert farthest_corner_px(second.quad, right) < 10


def test_cards_on_a_table_run_row_by_row():
    places = [geometry.rectangle(x, y, x + 600, y + 336) for y in (100, 560) for x in (60, 740)]
    texts = [text for place in reversed(places) for text in texts_on(LINES, CARD, place)]
    cuts = find_cards(photograph(*((CARD, place) for place in places)), texts)
    assert len(cuts) == 4
    for cut, place in zip(cuts, places, strict=True):
        assert farthest_corner_px(cut.quad, place) < 10


def test_a_second_outline_with_one_text_is_no_card_of_its_own():
    left, right = geometry.rectangle(60, 300, 660, 636), geometry.rectangle(740, 300, 1340, 636)
    other = card(OTHER_LINES[:1])
    texts = [*texts_on(LINES, CARD, left), *texts_on(OTHER_LINES[:1], other, right)]
    (cut,) = find_cards(photograph((CARD, left), (other, right)), texts)
    assert cut.found_by == "text"
    assert all_inside(cut.quad, texts)


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        (geometry.rectangle(60, 60, 400, 90), 0),
        (geometry.turned(geometry.rectangle(60, 60, 400, 90), 2), 0),
        (geometry.rectangle(60, 60, 90, 400), 1),
        (geometry.turned(geometry.rectangle(60, 60, 90, 400), 1), 1),
        (geometry.turned(geometry.rectangle(60, 60, 90, 400), 3), 1),
    ],
    ids=["level", "upside down", "a tall box", "downwards", "upwards"],
)
def test_a_quad_is_turned_by_a_quarter_where_text_runs_along_its_sides(text, turns):
    assert along_text(UPRIGHT_AT_ORIGIN, [text]) == geometry.turned(UPRIGHT_AT_ORIGIN, turns)


def test_the_longer_text_says_how_a_quad_is_turned():
    downwards, level = geometry.rectangle(30, 60, 60, 700), geometry.rectangle(100, 60, 400, 90)
    assert along_text(UPRIGHT_AT_ORIGIN, [level, downwards]) == geometry.turned(UPRIGHT_AT_ORIGIN, 1)


def test_text_beside_a_quad_does_not_turn_it():
    beside = geometry.rectangle(700, 60, 730, 800)
    assert along_text(UPRIGHT_AT_ORIGIN, [beside]) == UPRIGHT_AT_ORIGIN


def test_a_quad_without_text_is_not_turned():
    assert along_text(UPRIGHT_AT_ORIGIN, []) == UPRIGHT_AT_ORIGIN
