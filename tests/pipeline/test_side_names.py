from __future__ import annotations

import pytest

from cardscan.pipeline.side_names import marked_pairs, told_pairs

TOLD = [
    ("ada_front.jpg", "ada_back.jpg"),
    ("ada-front.jpg", "ada-back.png"),
    ("ada (front).jpg", "ada (back).jpg"),
    ("Ada Front.JPG", "ada back.jpg"),
    ("front.jpg", "back.jpg"),
    ("day 1/0012front.jpg", "day 1/0012back.jpg"),
    ("ada.jpg", "ada_back.jpg"),
    ("karte_Vorderseite.jpg", "karte_Ru\u0308ckseite.jpg"),
    ("ada_recto.jpg", "ada_verso.jpg"),
]


@pytest.mark.parametrize("names", TOLD, ids=" ".join)
def test_names_that_say_front_and_back_are_a_pair(names):
    assert told_pairs(names) == ((0, 1),)
    assert told_pairs(names[::-1]) == ((1, 0),)


NOT_TOLD = {
    "two cards": ("ada_front.jpg", "ben_back.jpg"),
    "two folders": ("monday/ada_front.jpg", "tuesday/ada_back.jpg"),
    "three pictures": ("ada_front.jpg", "ada_back.jpg", "ada_back.png"),
    "a third without a side": ("ada_front.jpg", "ada_back.jpg", "ada.jpg"),
    "no back": ("ada_front.jpg", "ada.jpg"),
    "a word that only ends like a side": ("ada.jpg", "ada_feedback.jpg"),
    "no words at all": ("IMG_0001.jpg", "IMG_0002.jpg"),
}


@pytest.mark.parametrize("names", NOT_TOLD.values(), ids=NOT_TOLD.keys())
def test_other_names_say_nothing(names):
    assert told_pairs(names) == ()


MARKED = [
    ("ada_a.jpg", "ada_b.jpg"),
    ("ada-1.jpg", "ada-2.jpg"),
    ("ada (1).jpg", "ada (2).jpg"),
    ("card12a.jpg", "card12b.jpg"),
    ("ADA_A.jpg", "ada_b.png"),
    ("ada_01.jpg", "ada_02.jpg"),
]


@pytest.mark.parametrize("names", MARKED, ids=" ".join)
def test_marks_of_two_are_a_pair(names):
    assert marked_pairs(names) == ((0, 1),)


NOT_MARKED = {
    "three of a series": ("ada_1.jpg", "ada_2.jpg", "ada_3.jpg"),
    "three letters": ("ada_a.jpg", "ada_b.jpg", "ada_c.jpg"),
    "the end of longer numbers": ("IMG_0011.jpg", "IMG_0012.jpg"),
    "a letter and a number": ("ada_a.jpg", "ada_2.jpg"),
    "one beside the name without a mark": ("ada.jpg", "ada_1.jpg"),
    "a pair beside the name without a mark": ("ada.jpg", "ada_1.jpg", "ada_2.jpg"),
    "words that end with the letters": ("ida.jpg", "idb.jpg"),
}


@pytest.mark.parametrize("names", NOT_MARKED.values(), ids=NOT_MARKED.keys())
def test_other_marks_are_no_pair(names):
    assert marked_pairs(names) == ()
