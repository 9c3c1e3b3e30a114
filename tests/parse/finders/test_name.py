from __future__ import annotations

import pytest
from written_card import reading

from cardscan.parse.assign import NAME_THRESHOLD
from cardscan.parse.finders.name import find_names
from cardscan.parse.view import view_card


def found(*texts):
    """Names of a card without contact points, as text and score, the likeliest first."""
    card = reading(*texts)
    view = view_card(card.lines, card_height_px=card.card.height_px, taken=(), address_evidence=lambda _: 0.0)
    return [(one.value, one.score) for one in find_names(view)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("#Ada Winter", "Ada Winter"),
        ("#ADA WINTER", "Ada Winter"),
        ("#Bill Street", "Bill Street"),
        ("#Mercedes Lane", "Mercedes Lane"),
        ("#Jan van der Berg", "Jan van der Berg"),
        ("#María de la Cruz", "María de la Cruz"),
        ("#Ahmad bin Yusof", "Ahmad bin Yusof"),
        ("#Siobhán O'Dwyer", "Siobhán O'Dwyer"),
        ("#J. R. Marlow", "J. R. Marlow"),
        ("#Dr. Lena Hoffmann", "Lena Hoffmann"),
        ("#Robert Fields, CPA", "Robert Fields"),
        ("#Martin Hart Jr.", "Martin Hart Jr."),
        ("#山田花子", "山田花子"),
        ("#王小明", "王小明"),
        ("#김민수", "김민수"),
    ],
)
def test_name_is_found(text, name):
    best, score = found(text, "Northwind")[0]
    assert best == name
    assert score > NAME_THRESHOLD


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Baker & Smith LLP", "a firm"),
        ("Northwind Tools Ltd", "a firm"),
        ("Web Developer", "a title"),
        ("Sales Manager", "a title"),
        ("Quality since the beginning", "a slogan"),
        ("Coffee and Cakes", "goods"),
        ("Public Works Department", "a department"),
        ("Harbour Museum", "a place"),
        ("海外営業部", "a department"),
        ("Junior", "a generation"),
        ("A. B. C.", "letters"),
    ],
)
def test_other_text_is_no_name(text, why):
    assert all(score <= NAME_THRESHOLD for _, score in found(text)), why


def test_name_before_a_title_on_one_line_is_cut_out():
    assert found("#Ada Winter, Sales Manager")[0][0] == "Ada Winter"


def test_name_beside_its_other_script_is_cut_out():
    names = [name for name, score in found("山田花子 Hanako Yamada") if score > NAME_THRESHOLD]
    assert set(names) == {"山田花子", "Hanako Yamada"}


def test_large_name_on_two_lines_is_one():
    assert "Ada Winter" in [
        name for name, _ in found("#Ada", "#Winter", "one line", "two lines", "three lines")
    ]


def test_lines_of_a_list_are_no_names_on_two_lines():
    assert "Ada Tools" not in [name for name, _ in found("Ada", "Tools")]


def test_title_below_speaks_for_a_name():
    alone, titled = found("Ada Winter", "of")[0][1], found("Ada Winter", "Sales Manager")[0][1]
    assert titled > alone


def test_span_of_a_name_is_its_place_in_the_line():
    card = reading("#Ada Winter, Sales Manager")
    view = view_card(card.lines, card_height_px=200, taken=(), address_evidence=lambda _: 0.0)
    (span,) = find_names(view)[0].spans
    assert card.lines[0].text[span.start : span.end] == "Ada Winter"
