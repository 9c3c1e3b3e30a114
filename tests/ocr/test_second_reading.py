"""Which lines are read a second time, and what is kept of it."""

from dataclasses import replace

import pytest
from drawn_card import card

from cardscan import geometry
from cardscan.ocr.record import TextLine, WordBox
from cardscan.ocr.second_reading import read_again

EMAIL = "jane@harbour.example"
CARD = card([(EMAIL, 36, (60, 60))])
PLACE = geometry.rectangle(50, 55, 480, 110)


def line(text, confidence):
    words = (WordBox(text=text, quad=PLACE, confidence=confidence, piece=0),)
    return TextLine(text=text, quad=PLACE, words=words, confidence=confidence)


@pytest.mark.parametrize(
    "text", ["jane@harbuor.example", "www.harbour.example", "harbour.example", "+44 20 7946 0958"]
)
def test_a_doubtful_value_is_read_again_from_the_picture(default_reader, text):
    (read,) = read_again(CARD, [line(text, 0.9)], default_reader)
    assert read.again == EMAIL
    assert read.text == text


@pytest.mark.parametrize(
    "text",
    [
        "jane @harbour.example",
        "jane@ harbour.example",
        "jane@harbour",
        "jane@harbour,example",
        "www.harbour.co uk",
    ],
)
def test_a_broken_address_is_read_again_however_clear_it_is(default_reader, text):
    assert read_again(CARD, [line(text, 0.999)], default_reader)[0].again == EMAIL


def test_a_clear_value_is_not_read_again(default_reader):
    lines = (line(EMAIL, 0.99),)
    assert read_again(CARD, lines, default_reader) == lines


@pytest.mark.parametrize("text", ["Jane Marlowe", "Head of Bread", "Est. 1924", "12 Quay Street"])
def test_a_line_without_a_value_is_not_read_again(default_reader, text):
    assert read_again(CARD, [line(text, 0.5)], default_reader)[0].again == ""


def test_one_doubtful_word_puts_its_line_in_doubt(default_reader):
    clear = line("tel. 555-0142", 0.99)
    doubtful = replace(clear, words=(*clear.words, *line("ext", 0.6).words))
    assert read_again(CARD, [doubtful], default_reader)[0].again


def test_a_reader_that_does_not_know_doubt_is_not_asked(default_reader, monkeypatch):
    monkeypatch.setattr(default_reader, "knows_doubt", False, raising=False)
    assert read_again(CARD, [line(EMAIL, 0.5)], default_reader)[0].again == ""
