"""Lines of text are found by the shapes of their letters."""

import numpy as np
import pytest
from drawn_card import LINES, blank, card, ink_box, tilted

from cardscan import geometry
from cardscan.ocr.readers.ink import find_lines


def middle(printed):
    left, top, right, bottom = ink_box(*printed)
    return (left + right) / 2, (top + bottom) / 2


@pytest.mark.parametrize(
    "colours", [{}, {"ground": (20, 24, 40), "ink": (235, 235, 235)}], ids=["light", "dark"]
)
def test_each_line_of_a_card_is_found_once(colours):
    found = find_lines(card(**colours))
    for printed in LINES:
        assert sum(geometry.contains(quad, middle(printed)) for quad in found) == 1


def test_a_line_is_not_cut_short():
    found = find_lines(card())
    for printed in LINES:
        left, top, right, bottom = ink_box(*printed)
        assert any(
            geometry.contains(quad, (left, (top + bottom) / 2))
            and geometry.contains(quad, (right, (top + bottom) / 2))
            for quad in found
        )


@pytest.mark.parametrize("upright_deg", [-8, 8])
def test_the_quad_of_a_tilted_line_is_tilted_with_it(upright_deg):
    longest = max(find_lines(tilted(card(), upright_deg)), key=lambda quad: geometry.size(quad)[0])
    assert geometry.angle_deg(longest) == pytest.approx(upright_deg, abs=1.5)


@pytest.mark.parametrize("grey", [0, 128, 255])
def test_an_even_ground_holds_no_line(grey):
    assert find_lines(blank(400, 240, grey)) == ()


def test_faint_grain_is_no_text():
    grain = np.random.default_rng(7).normal(200, 3, (400, 600, 1)).clip(0, 255).astype(np.uint8)
    assert find_lines(np.repeat(grain, 3, axis=2)) == ()


def test_a_ruled_line_is_no_text():
    ruled = blank(600, 300)
    ruled[150:154, 20:580] = 0
    assert find_lines(ruled) == ()
