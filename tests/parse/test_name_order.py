from __future__ import annotations

import pytest

from cardscan.parse.name_order import given_and_family, is_loud


@pytest.mark.parametrize(
    ("printed", "first", "last"),
    [
        ("Jane Hart", "Jane", "Hart"),
        ("Cher", "Cher", ""),
        ("Jane Hart Jr.", "Jane", "Hart Jr."),
        ("HART Jane Jr.", "Jane", "Hart Jr."),
        ("MARIA Rookbourne", "Maria", "Rookbourne"),
        ("Ada DE LA CRUZ", "Ada", "De La Cruz"),
        ("Antoni Soler i Prado", "Antoni", "Soler i Prado"),
        ("Rosa dos Santos Silva", "Rosa", "dos Santos Silva"),
    ],
)
def test_words_fall_into_given_and_family_names(printed, first, last):
    words = [word.title() if word.isupper() else word for word in printed.split()]
    assert given_and_family(words, printed.split()) == (first, last)


def test_capitals_of_the_whole_name_tell_nothing():
    assert given_and_family(["Hart", "Jane"], ["HART", "JANE"]) == ("Hart", "Jane")


@pytest.mark.parametrize("word", ["DUPONT", "ABE", "LI"])
def test_family_name_in_capitals_is_loud(word):
    assert is_loud(word)


@pytest.mark.parametrize("word", ["JP", "JRR", "Dupont", "J.", "de"])
def test_initials_and_usual_case_are_not_loud(word):
    assert not is_loud(word)
