"""Figures of strokes, on strokes that are drawn for it."""

import cv2
import numpy as np
import pytest
from drawn_card import blank, card
from penned_card import BLUE, penned

from cardscan import geometry
from cardscan.ocr.strokes import ink_of

QUAD = geometry.rectangle(20, 20, 380, 80)
NAME = geometry.rectangle(55, 60, 430, 130)
ON_NAME = (60, 60)


def barred(thickness, *, ink=(0, 0, 0), end=1.0):
    """The figures of upright bars, those of the first share in black and the others in ``ink``."""
    pixels = blank(400, 100)
    for place, x in enumerate(range(40, 380, 40)):
        colour = (0, 0, 0) if place < 9 * (1 - end) else ink
        cv2.line(pixels, (x, 28), (x, 72), colour, thickness)
    return ink_of(pixels, QUAD)


def test_bolder_strokes_have_a_wider_pen_and_cover_more():
    thin, bold = barred(3), barred(9)
    assert bold.pen > 1.9 * thin.pen
    assert bold.cover > 2 * thin.cover


def test_the_colour_is_that_of_the_strokes():
    assert barred(5).chroma < 1
    a, b = barred(5, ink=(255, 0, 0)).colour
    assert (a, b) == (pytest.approx(79, abs=3), pytest.approx(-108, abs=3))


def test_strokes_of_two_colours_are_mixed():
    assert barred(5, ink=(255, 0, 0)).mixed < 1
    assert barred(5, ink=(255, 0, 0), end=0.5).mixed > 50


def test_upright_strokes_are_stems_and_no_disorder():
    upright = barred(5)
    assert upright.stems > 0.6
    assert upright.stems > 5 * upright.bars
    assert upright.wander == pytest.approx(0, abs=0.01)
    assert upright.heights == pytest.approx(0, abs=0.01)


def test_a_hand_curves_and_wanders_where_print_does_not():
    printed = ink_of(card(), NAME)
    by_hand = ink_of(*penned(card(), ink=BLUE))
    assert by_hand.disorder > barred(5).disorder
    assert by_hand.wander > printed.wander
    assert by_hand.heights > printed.heights
    assert by_hand.pen < printed.pen * 1.5


@pytest.mark.parametrize("size", [(1, 1), (2, 40), (40, 2)])
def test_a_speck_of_paper_has_figures(size):
    paper = ink_of(blank(60, 60), geometry.rectangle(4, 4, 4 + size[0], 4 + size[1]))
    assert np.isfinite([paper.cover, paper.pen, paper.disorder, paper.mixed, paper.chroma]).all()
    assert paper.wander == 0
