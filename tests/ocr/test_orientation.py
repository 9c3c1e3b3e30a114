"""Which way up a card stands, asked of the real reader."""

import numpy as np
import pytest
from drawn_card import LINES, blank, card, ink_box

from cardscan import geometry
from cardscan.ocr.orientation import VOTERS, is_upside_down

TEXTS = [geometry.rectangle(*ink_box(*line)) for line in LINES]


class WatchedReader:
    """The real reader, and what it was asked to read."""

    def __init__(self, reader):
        self.reader = reader
        self.widths_px = []

    def read_lines(self, strips):
        self.widths_px.append(sorted(one.shape[1] for one in strips))
        return self.reader.read_lines(strips)


def half_turned(pixels, texts):
    height, width = pixels.shape[:2]
    turn = ((-1, 0, width), (0, -1, height), (0, 0, 1))
    return np.ascontiguousarray(pixels[::-1, ::-1]), [
        geometry.turned(geometry.apply_to_quad(turn, text), 2) for text in texts
    ]


@pytest.mark.parametrize(
    "colours", [{}, {"ground": (24, 30, 48), "ink": (240, 240, 240)}], ids=["light", "dark"]
)
def test_an_upright_card_stands_upright(default_reader, colours):
    assert not is_upside_down(card(**colours), TEXTS, default_reader)


@pytest.mark.parametrize(
    "colours", [{}, {"ground": (24, 30, 48), "ink": (240, 240, 240)}], ids=["light", "dark"]
)
def test_a_card_after_half_a_turn_stands_upside_down(default_reader, colours):
    assert is_upside_down(*half_turned(card(**colours), TEXTS), default_reader)


def test_a_card_without_text_stays_as_it_is(default_reader):
    assert not is_upside_down(card(), [], default_reader)


def test_boxes_in_which_nothing_is_read_turn_nothing(default_reader):
    assert not is_upside_down(blank(1000, 560), TEXTS, default_reader)


def test_the_longest_texts_are_asked_both_ways_up(default_reader):
    watched = WatchedReader(default_reader)
    is_upside_down(card(), TEXTS, watched)
    longest = sorted(round(geometry.size(text)[0]) for text in TEXTS)[-VOTERS:]
    assert watched.widths_px == [longest, longest]
