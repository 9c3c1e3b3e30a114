"""Pieces of text that were found and hardly read are known by what was read on them."""

import pytest

from cardscan.geometry import rectangle
from cardscan.ocr.record import WordBox
from cardscan.ocr.scripts.weak import weak_texts

TEXT = rectangle(100, 100, 400, 140)


def word(text, confidence, place=TEXT):
    return WordBox(text=text, quad=place, confidence=confidence, piece=0)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ((), "nothing was read"),
        ((word(".,", 0.95),), "two signs of a whole line"),
        ((word("nşvinwuKuAs", 0.54),), "look-alikes that the reader does not believe"),
        ((word("Harbour Bakery", 1.0, rectangle(100, 300, 400, 340)),), "the words stand elsewhere"),
    ],
)
def test_it_is_weak(words, why):
    assert weak_texts([TEXT], words) == (TEXT,), why


@pytest.mark.parametrize("words", [(word("HarbourBakery", 0.98),), (word("東京都千代田区", 0.97),)])
def test_what_is_read_well_is_not_weak(words):
    assert weak_texts([TEXT], words) == ()


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (rectangle(0, 0, 50, 40), "a sign is no word"),
        (rectangle(0, 0, 60, 6), "too low for letters"),
        (rectangle(0, 0, 30, 200), "text that runs downwards"),
    ],
)
def test_what_is_no_line_of_text_is_not_weak(place, why):
    assert weak_texts([place], ()) == (), why
