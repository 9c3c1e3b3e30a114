"""Handwriting is told from print, and print is never taken for it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from drawn_card import LINES, card
from penned_card import BLUE, RED, penned, penned_card, piece, print_words

from cardscan import geometry
from cardscan.ocr.handwriting import pieces_by_hand
from cardscan.ocr.page import read_page
from cardscan.ocr.photo import open_photo

SAMPLE = Path(__file__).parents[2] / "samples" / "photos" / "ternbeck_note.jpg"
BLACK = (32, 24, 24)
LOGO = ("Quayside", 80, (520, 330))


@pytest.mark.parametrize(("ink", "belief"), [(BLUE, 0.93), (RED, 0.93), (BLACK, 0.85)])
def test_a_note_in_free_space_is_found(ink, belief):
    assert pieces_by_hand(*penned_card(ink=ink, confidence=belief)) == {9}


@pytest.mark.parametrize("text", ["jane@quay.example", "www.quay.example", "07700 900 123 mobile"])
def test_what_may_be_a_value_is_never_handwriting(text):
    assert pieces_by_hand(*penned_card(text)) == frozenset()


@pytest.mark.parametrize("text", ["ok", "12 - 14", "花子と花子"])
def test_signs_numbers_and_other_scripts_are_not_handwriting(text):
    assert pieces_by_hand(*penned_card(text)) == frozenset()


def test_what_is_read_with_certainty_is_not_handwriting():
    assert pieces_by_hand(*penned_card(confidence=0.9995)) == frozenset()


def test_there_must_be_print_to_tell_it_from():
    pixels, words = penned_card(lines=LINES[:1])
    assert pieces_by_hand(pixels, words) == frozenset()


def test_lettering_much_bigger_than_the_print_is_a_logo():
    small = [(text, 12, place) for text, _, place in LINES]
    pixels, words = penned_card(lines=small)
    assert pieces_by_hand(pixels, words) == frozenset()


@pytest.mark.parametrize("belief", [0.5, 0.85, 0.97])
@pytest.mark.parametrize("lost", range(3))
def test_print_that_is_read_with_little_belief_is_not_handwriting(lost, belief):
    words = [
        replace(word, confidence=belief if word.piece == lost else word.confidence) for word in print_words()
    ]
    assert pieces_by_hand(card(), words) == frozenset()


def test_a_large_logo_in_another_colour_is_not_handwriting():
    pixels = card((*LINES, LOGO))
    pixels[310:430, 500:] = np.where(pixels[310:430, 500:] < 128, np.array(RED, np.uint8), 255)
    words = [
        replace(word, confidence=0.8 if word.piece == len(LINES) else word.confidence)
        for word in print_words(lines=(*LINES, LOGO))
    ]
    assert pieces_by_hand(pixels, words) == frozenset()


def test_a_name_that_a_pen_has_crossed_is_still_print():
    pixels, quad = penned(card(), at=(200, 60))
    words = [*print_words()[2:], *piece("Jane Marlowe", quad, 9, 0.8)]
    assert pieces_by_hand(pixels, words) == frozenset()


def test_strokes_bolder_than_a_pen_are_lettering():
    assert pieces_by_hand(*penned_card(stroke_px=7, confidence=0.8)) == frozenset()


def test_text_that_stands_on_its_head_is_not_handwriting():
    pixels, quad = penned(card())
    words = [*print_words(), *piece("wants quote", geometry.turned(quad, 2), 9, 0.8)]
    assert pieces_by_hand(pixels, words) == frozenset()


def test_no_words_hold_no_handwriting():
    assert pieces_by_hand(card(), []) == frozenset()


@pytest.fixture(scope="module")
def sample_page():
    """The pixels of the sample with a note, in free space."""
    return next(open_photo(SAMPLE, shown_as=SAMPLE.name).pages()).pixels


def by_hand(pixels, reader):
    """How many lines of the one card on a page are by hand, and how many are not."""
    (one,) = read_page(pixels, page=1, first_number=1, reader=reader)
    written = [line.by_hand for line in one.reading.lines]
    return sum(written), len(written) - sum(written)


def test_the_note_on_a_photographed_card_is_told_from_its_print(sample_page, default_reader):
    assert by_hand(sample_page, default_reader) == (2, 9)


def test_a_reader_whose_belief_tells_nothing_marks_nothing(sample_page, default_reader, monkeypatch):
    monkeypatch.setattr(default_reader, "knows_doubt", False)
    assert by_hand(sample_page, default_reader) == (0, 11)
