"""What is known of a value is told in figures, none of its text."""

from dataclasses import replace

import pytest
from written_card import reading

from cardscan.ocr.record import Legibility, WordBox
from cardscan.parse.calibration.features import FEATURES, MOST_ODDS, features
from cardscan.parse.contact import contact_as_found
from cardscan.parse.legibility import BLURRED_EDGE, SMALL_PRINT_PX

CARD = ("#Ada Winter", "020 7946 0101", "ada.winter@northwind.example", "www.northwind.example")


def known(kind, card):
    contact = contact_as_found(card)
    return features(contact.first(kind), contact, card)


@pytest.mark.parametrize("kind", ["name", "phone", "email", "website"])
def test_features_that_count_for_a_field_are_told_in_the_order_of_its_weights(kind):
    found = known(kind, reading(*CARD))
    assert tuple(found) == FEATURES[kind]
    assert all(isinstance(value, float) for value in found.values())


def test_print_is_that_of_the_word_which_the_reader_believes_least():
    card = reading(*CARD)
    line = card.lines[0]
    words = (
        WordBox(text="Ada", quad=line.quad, confidence=0.99, piece=0),
        WordBox(text="Winter", quad=line.quad, confidence=0.5, piece=0),
    )
    card = replace(card, lines=(replace(line, words=words), *card.lines[1:]))
    assert known("name", card)["print"] == pytest.approx(0.0)


def test_certain_belief_is_bounded():
    card = reading(*CARD, confidence=1.0)
    assert known("email", card)["print"] == MOST_ODDS


@pytest.mark.parametrize(
    ("seen", "size", "sharpness"),
    [
        (Legibility(print_px=SMALL_PRINT_PX, edge_px=0.0), 0.0, 1.0),
        (Legibility(print_px=1000, edge_px=1000), 2.0, -1.0),
    ],
)
def test_size_and_sharpness_begin_at_what_is_not_legible(seen, size, sharpness):
    found = known("phone", replace(reading(*CARD), legibility=seen))
    assert (found["size"], found["sharpness"]) == (size, sharpness)


def test_sharpness_is_0_at_the_limit():
    card = reading(*CARD)
    edge = BLURRED_EDGE * max(card.card.width_px, card.card.height_px)
    found = known("phone", replace(card, legibility=Legibility(print_px=20, edge_px=edge)))
    assert found["sharpness"] == pytest.approx(0.0)


def test_domain_that_stands_twice_counts():
    assert known("email", reading(*CARD))["twice"] == 1
    assert known("email", reading(*CARD[:3]))["twice"] == 0


@pytest.mark.parametrize(("again", "value"), [("020 7946 0101", 1.0), ("020 7946 0161", -1.0), ("", 0.0)])
def test_second_reading_speaks_for_or_against(again, value):
    card = reading(*CARD)
    lines = (card.lines[0], replace(card.lines[1], again=again), *card.lines[2:])
    assert known("phone", replace(card, lines=lines))["again"] == value
