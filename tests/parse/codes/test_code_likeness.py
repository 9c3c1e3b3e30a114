from __future__ import annotations

import pytest

from cardscan.parse.candidate import Candidate
from cardscan.parse.codes.likeness import Likeness, compare
from cardscan.parse.record import Field


def likeness(kind, printed, stated):
    field = Field(kind=kind, raw=printed, value=printed, confidence=0.9, lines=(0,))
    return compare(field, Candidate(kind=kind, raw=stated, value=stated, spans=()))


@pytest.mark.parametrize(
    ("kind", "printed", "stated"),
    [
        ("email", "jane@harbour.example", "Jane@harbour.example"),
        ("website", "www.harbour.example", "https://harbour.example/"),
        ("phone", "+44 20 7946 0958", "+44 20 7946 0958"),
        ("phone", "020 7946 0958", "+44 20 7946 0958"),
        ("name", "Jane Müller", "JANE MULLER"),
        ("company", "HarbourBakery", "Harbour Bakery"),
    ],
)
def test_spellings_of_one_value_are_the_same(kind, printed, stated):
    assert likeness(kind, printed, stated) is Likeness.SAME


@pytest.mark.parametrize(
    ("kind", "printed", "stated"),
    [
        ("email", "jane@harb0ur.example", "jane@harbour.example"),
        ("website", "www.harb0ur.example", "https://harbour.example"),
        ("phone", "+44 20 7846 0958", "+44 20 7946 0958"),
        ("phone", "020 7846 0958", "+44 20 7946 0958"),
        ("name", "Jarie Marlowe", "Jane Marlowe"),
        ("title", "Head of Bneod", "Head of Bread"),
    ],
)
def test_values_one_or_two_characters_apart_are_misread(kind, printed, stated):
    assert likeness(kind, printed, stated) is Likeness.MISREAD


@pytest.mark.parametrize(
    ("kind", "printed", "stated"),
    [
        ("name", "J. Marlowe", "Jane Marlowe"),
        ("name", "Jane Ann Marlowe", "Jane Marlowe"),
        ("name", "Marlowe Jane", "Jane Marlowe"),
        ("name", "山田花子", "Hanako Yamada"),
        ("company", "Harbour Bakery", "Harbour Bakery Ltd"),
        ("address", "1 High Street, Exampleton EX1 2AB", "1 High Street, Exampleton, EX1 2AB, UK"),
    ],
)
def test_longer_and_turned_forms_are_another_form(kind, printed, stated):
    assert likeness(kind, printed, stated) is Likeness.OTHER_FORM


def test_numbers_that_differ_in_their_last_digits_alone_may_be_two_lines_of_one_firm():
    assert likeness("phone", "+44 20 7946 0101", "+44 20 7946 0102") is Likeness.UNCLEAR


@pytest.mark.parametrize(
    ("kind", "printed", "stated"),
    [
        ("email", "jane@harbour.example", "info@harbour.example"),
        ("email", "a@b.de", "c@b.de"),
        ("website", "harbour.example", "harbour.example/bread"),
        ("phone", "+44 20 7946 0958", "+44 7700 900123"),
        ("phone", "0958", "+44 20 7946 0958"),
        ("name", "Jane Marlowe", "Tom Fenwick"),
        ("company", "Harbour Bakery", "Quayside Press"),
        ("address", "1 High Street, Exampleton", "22 Mill Lane, Otherton"),
    ],
)
def test_other_values_are_different(kind, printed, stated):
    assert likeness(kind, printed, stated) is Likeness.DIFFERENT
