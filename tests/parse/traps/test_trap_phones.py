"""Labels, lists, letters and extensions around phone numbers."""

from __future__ import annotations

import pytest
from written_card import contact

ONE, TWO, THREE = "+44 20 7946 0011", "+44 20 7946 0012", "+44 20 7946 0013"
MOBILE = "+44 7700 900123"


def phones(*lines, country="GB"):
    """Every number of a card with its type."""
    card = contact("#Ada Winter", "Sales Manager", "Northwind Tools Ltd", *lines, country=country)
    return [(field.text, field.type) for field in card.all("phone")]


@pytest.mark.parametrize(
    "lines",
    [
        ("T 020 7946 0011", "F 020 7946 0012", "M 07700 900123"),
        ("T: 020 7946 0011 | F: 020 7946 0012 | M: 07700 900123",),
        ("Tel. 020 7946 0011 / Fax 020 7946 0012", "Mobile 07700 900123"),
        ("020 7946 0011 tel", "020 7946 0012 fax", "07700 900123 mobile"),
        ("020 7946 0011 (T)  020 7946 0012 (F)", "07700 900123 (cell)"),
        ("020 7946 0011 phone 020 7946 0012 fax", "07700 900123"),
        ("Office: 020 7946 0011", "Telefax: 020 7946 0012", "Handy: 07700 900123"),
        ("☎ 020 7946 0011", "020 7946 0012 (fax)", "07700 900123"),
    ],
)
def test_label_says_what_a_number_is_wherever_it_stands(lines):
    assert phones(*lines) == [(ONE, "work"), (TWO, "fax"), (MOBILE, "mobile")]


@pytest.mark.parametrize(
    "line",
    [
        "T/F 020 7946 0011",
        "T+F 020 7946 0011",
        "T & F: 020 7946 0011",
        "Tel/Fax: 020 7946 0011",
        "Tel./Fax 020 7946 0011",
        "Tel & Fax 020 7946 0011",
        "Phone + Fax: 020 7946 0011",
    ],
)
def test_number_that_is_phone_and_fax_can_be_called(line):
    assert phones(line) == [(ONE, "work")]


@pytest.mark.parametrize(
    "line", ["F 020 7946 0011", "Fax: 020 7946 0011", "020 7946 0011 (Fax)", "Direct Fax 020 7946 0011"]
)
def test_number_that_is_a_fax_alone_is_one(line):
    assert phones(line) == [(ONE, "fax")]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("020 7946 0011/12/13", [ONE, TWO, THREE]),
        ("020 7946 0011, 12 & 13", [ONE, TWO, THREE]),
        ("020 7946 0011/0012", [ONE, TWO]),
        ("020 7946 0011, 0012", [ONE, TWO]),
        ("020 7946 0011/2", [ONE, TWO]),
        ("Tel/Fax: 020 7946 0011/0012", [ONE, TWO]),
        ("Tel 020 7946 0011 / 020 7946 0012", [ONE, TWO]),
        ("Tel 020 7946 0011  020 7946 0012", [ONE, TWO]),
        ("Tel 020 7946 0011 020 7946 0012", [ONE, TWO]),
        ("020 7946 0011 or 020 7946 0012", [ONE, TWO]),
        ("T: 020 7946 0011, 020 7946 0012, 020 7946 0013", [ONE, TWO, THREE]),
        ("020 7946 0011-13", [ONE]),
        ("020 7946 0011 to 13", [ONE]),
        ("+44 20 7946 0011 0044 20 7946 0012", [ONE, TWO]),
    ],
)
def test_several_numbers_behind_one_label_are_told_apart(line, numbers):
    assert [number for number, _ in phones(line)] == numbers


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("1-800-FLOWERS", "+1 800 356 9377"),
        ("1 800 FLOWERS", "+1 800 356 9377"),
        ("1-800-Flowers", "+1 800 356 9377"),
        ("+1-800-FLOWERS", "+1 800 356 9377"),
        ("800-FLOWERS", "+1 800 356 9377"),
        ("1-888-555-CARE", "+1 888 555 2273"),
        ("(888) 555-CARE", "+1 888 555 2273"),
        ("1.888.555.CARE", "+1 888 555 2273"),
        ("1-800-GO-PAINT", "+1 800 467 2468"),
        ("1.800.GO.PAINT", "+1 800 467 2468"),
        ("1-888-555-CARE (555-2273)", "+1 888 555 2273"),
        ("Call 1-888-555-CARE today", "+1 888 555 2273"),
    ],
)
def test_number_in_letters_is_dialled(line, number):
    assert phones(line, country="US") == [(number, "other")]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("ISO-9001-CERTIFIED", "a certificate"),
        ("Room 800-FLOOR", "a room"),
        ("800 FLOWERS in stock", "no country, and a gap"),
        ("Over 800 Customers served", "a count"),
        ("Model 855-XL", "a product"),
        ("1-800", "the rest is missing"),
    ],
)
def test_letters_behind_digits_are_no_number(line, why):
    assert phones(line, country="GB" if "gap" in why else "US") == [], why


@pytest.mark.parametrize(
    "line",
    [
        "415-555-0132 ext. 12",
        "415-555-0132 x12",
        "415-555-0132 x 12",
        "415-555-0132, ext 12",
        "(415) 555-0132 #12",
        "415.555.0132 Extn 12",
        "415-555-0132 (ext. 12)",
        "Tel: +1 415 555 0132 Extension 12",
    ],
)
def test_extension_is_kept_out_of_the_number(line):
    assert phones(line, country="US") == [("+1 415 555 0132 ext. 12", "work")]


@pytest.mark.parametrize(
    "line",
    [
        "415-555-0132 Suite 12",
        "415-555-0132 12 Quay Street",
        "415-555-0132 | Est. 12",
        "415-555-0132",
        "Room 12  415-555-0132",
        "415-555-0132 exit 12",
    ],
)
def test_other_digits_beside_a_number_are_no_extension(line):
    assert [number for number, _ in phones(line, country="US")] == ["+1 415 555 0132"]
