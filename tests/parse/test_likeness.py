from __future__ import annotations

from dataclasses import replace

import pytest
from written_card import contact, reading

from cardscan.parse.likeness import why_no_card
from cardscan.parse.record import Field

PHONE = Field(kind="phone", raw="020 7946 0101", value="+44 20 7946 0101", confidence=0.9)
LINES = tuple(f"line number {index} of a page " * 10 for index in range(50))


def is_business_card(read, fields):
    return why_no_card(read, fields) is None


def field(kind):
    return replace(PHONE, kind=kind)


@pytest.mark.parametrize(
    "texts",
    [
        ("Sub Total 12.00", "Total due 14.40", "Cash tendered 20.00", "Cashier 3", "Tel 020 7946 0101"),
        ("Zwischensumme 12,00", "MwSt 2,40", "Beispielmarkt GmbH", "Tel. 030 23125 100"),
        ("ひなた商店", "小計 100", "合計 110", "TEL 03-0140-2811"),
    ],
)
def test_receipt_is_no_card(texts):
    assert contact(*texts).is_empty


def test_lines_that_end_in_prices_are_a_bill():
    assert contact(
        "Northwind Tools Ltd", "Ada Winter", "Tel 020 7946 0101", "Tea 2.40", "Scone 3.10", "Jam 1.00"
    ).is_empty


def test_person_with_firm_and_phone_is_a_card_whatever_its_shape():
    tall = replace(
        reading("Ada Winter", "Northwind Tools Ltd"),
        card=replace(reading("x").card, width_px=100, height_px=900),
    )
    assert is_business_card(tall, [PHONE, field("name"), field("company")])


def test_what_is_no_card_says_why():
    (issue,) = contact("Sub Total 12.00", "Total due 14.40", "020 7946 0101").issues
    assert issue.message == "it looks like a receipt"


def test_page_of_a_book_is_no_card():
    page = ("Chapter Four", "The sea was calm and the boat went on", "without a word from anyone on the deck")
    assert contact(*page).is_empty


def test_text_of_no_card_keeps_its_lines():
    assert contact("Sub Total 12.00", "Total due 14.40", "020 7946 0101").unassigned == (0, 1, 2)


@pytest.mark.parametrize("kind", ["phone", "website", "social"])
def test_long_text_with_a_way_to_reach_somebody_is_no_card(kind):
    assert not is_business_card(reading(*LINES), [field(kind)])


def test_long_text_with_an_email_is_a_card():
    assert is_business_card(reading(*LINES), [field("email")])


def test_smudges_do_not_make_a_card_long():
    assert is_business_card(reading(*LINES, confidence=0.3), [PHONE])


def test_strip_of_paper_is_no_card():
    strip = reading(*LINES[:30])
    strip = replace(strip, card=replace(strip.card, width_px=400))
    assert not is_business_card(strip, [PHONE])


@pytest.mark.parametrize(
    ("kinds", "is_card"),
    [
        (("name", "title"), True),
        (("name", "company"), True),
        (("name",), False),
        (("company", "address"), False),
        ((), False),
    ],
)
def test_without_a_way_to_reach_somebody_a_name_needs_a_place(kinds, is_card):
    assert is_business_card(reading("Ada Winter", "Northwind"), [field(kind) for kind in kinds]) is is_card


def test_card_with_a_phone_is_a_card():
    assert is_business_card(reading("Ada Winter", "020 7946 0101"), [PHONE])


@pytest.mark.parametrize(("belief", "is_card"), [(0.45, False), (0.7, True)])
def test_firm_tells_a_card_only_where_it_is_more_than_a_line_left_over(belief, is_card):
    found = [field("name"), replace(field("company"), confidence=belief)]
    assert is_business_card(reading("Old evening again", "Orchard Steady"), found) == is_card


def test_line_of_running_text_is_no_company():
    page = ("lamps harbour council while again near brass", "#Ada Winter", "T 020 7946 0101")
    assert contact(*page).first("company") is None
