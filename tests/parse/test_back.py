from __future__ import annotations

from pictures_of_cards import ADDRESS
from written_card import reading, text

from cardscan.parse.back import parse_back


def test_back_gives_company_and_address():
    back = parse_back(reading(*ADDRESS))
    assert text(back, "company") == "Northwind Ltd"
    assert back.first("address").part("city") == "London"


def test_every_line_is_used_or_unassigned():
    back = parse_back(reading(*ADDRESS, "tools that last"))
    used = {index for field in back.fields for index in field.lines}
    assert (used, back.unassigned) == ({0, 1}, (2,))


def test_country_of_the_event_stands_in_where_the_address_names_none():
    back = parse_back(reading("Northwind", "Hafenstraße 12", "80001 München"), country="DE")
    assert back.first("address").part("postal_code") == "80001"


def test_picture_without_lines_says_nothing():
    assert parse_back(reading()).fields == ()
