"""The teller of scripts looks at shapes alone, whatever their size and colour."""

import cv2
import numpy as np
import pytest
from drawn_card import blank
from written_scripts import written

from cardscan.ocr.scripts.features import window_features
from cardscan.ocr.scripts.teller import SCRIPTS, WEIGHTS, likely_script

STRIPS = [(slice(60 + 95 * row, 125 + 95 * row), slice(60, 420)) for row in range(3)]


def strips_of(pixels):
    return [pixels[place] for place in STRIPS]


@pytest.mark.parametrize("script", ["Grek", "Hang", "Hebr"])
def test_drawn_lines_are_told(script):
    assert likely_script(strips_of(written(script)))[0] == script


def test_light_letters_on_dark_are_told_as_well():
    assert likely_script([255 - strip for strip in strips_of(written("Hang"))])[0] == "Hang"


def test_small_letters_are_told_as_well():
    small = [
        cv2.resize(strip, None, fx=0.4, fy=0.4, interpolation=cv2.INTER_AREA)
        for strip in strips_of(written("Hang"))
    ]
    assert likely_script(small)[0] == "Hang"


@pytest.mark.parametrize("strips", [[], [blank(200, 40)], [blank(1, 1, 0)]])
def test_what_shows_nothing_is_no_text(strips):
    assert likely_script(strips) == ("Zyyy", 1.0)


def test_the_chance_lies_between_none_and_certain():
    script, chance = likely_script(strips_of(written("Thai")))
    assert script in SCRIPTS
    assert 0 < chance <= 1


def test_a_long_line_gives_no_more_windows_than_forty_letters():
    assert len(window_features(np.tile(written("Latn")[60:125, 60:420], (1, 9, 1)))) <= 45


def test_the_weights_are_small():
    assert WEIGHTS.stat().st_size < 100_000
