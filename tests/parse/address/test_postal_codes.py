"""Postal codes in a text, and numbers that are none."""

from __future__ import annotations

import pytest

from cardscan.parse.address.postal import find_codes, fits


@pytest.mark.parametrize(
    ("text", "regions", "code"),
    [
        ("London EX1 2AB", (), "EX1 2AB"),
        ("Exampleton, IL 60000-1234", ("US",), "60000-1234"),
        ("CEP 01000-000", (), "01000-000"),
        ("80331 München", (), "80331"),
        ("D-80331 München", (), "80331"),
        ("Exampleton - 500 000.", (), "500 000"),
        ("デ550-0000大阪府", (), "550-0000"),
        ("５５０-００００ 大阪府", ("JP",), "550-0000"),
        ("邮编：100000", (), "100000"),
    ],
)
def test_code_is_found(text: str, regions: tuple[str, ...], code: str) -> None:
    assert find_codes(text, regions)[0].text == code


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("54321 90000", "no town beside it"),
        ("12-345-67890", "a phone"),
        ("No. 12345/7", "a house number"),
        ("Rua Exemplo, 3000 Centro", "the house's only number"),
        ("Exampleton", "no digits"),
    ],
)
def test_other_numbers_are_no_codes(text: str, why: str) -> None:
    assert find_codes(text, ()) == (), why


def test_code_of_the_named_country_is_believed_more() -> None:
    known, unknown = find_codes("80331 München", ("DE",))[0], find_codes("80331 München", ())[0]
    assert known.belief > unknown.belief


def test_places_of_a_code_hold_its_text() -> None:
    text = "1 Sample Lane, London EX1 2AB"
    code = find_codes(text, ())[0]
    assert text[code.start : code.end] == "EX1 2AB"


def test_fits_tells_one_country_from_another() -> None:
    assert fits("1012 AB", "NL")
    assert not fits("1012 AB", "DE")
