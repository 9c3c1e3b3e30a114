"""Names that look like something else, and what looks like a name."""

from __future__ import annotations

import pytest
from written_card import contact, text

REST = ("Northwind Tools Ltd", "T +44 20 7946 0011", "info@northwind.example")

NAMES = [
    "Bill Street", "Mercedes Benz", "Mark Manager", "Mark Page", "Grace Bishop", "Tom Baker", "Anna Abbott",
    "Helen Chambers", "Ruth Church", "Neil Young", "Ada Law", "Peter Bank", "Rosa Park", "Benny Hill",
    "Emma Parish", "Will Hart", "Frank Post", "Grace House", "Max Power", "Robin Field",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_person_who_is_called_like_a_thing_is_a_person(name):
    card = contact(f"#{name}", "Sales Manager", *REST)
    assert text(card, "name") == name
    assert text(card, "title") == "Sales Manager"
    assert text(card, "company") == "Northwind Tools Ltd"
    assert text(card, "address") is None


@pytest.mark.parametrize(
    ("firm", "domain"),
    [
        ("Baker & Smith LLP", "bakersmith"),
        ("Hart Controls", "hartcontrols"),
        ("Johnson Marine", "johnsonmarine"),
        ("Hart, Lowell & Partners", "hartlowell"),
        ("Hart Lowell", "hartlowell"),
        ("Hart & Sons", "hartandsons"),
        ("Ernst Lowell", "ernstlowell"),
        ("Abbott Laboratories Ltd", "abbottlabs"),
        ("Winter Group", "wintergroup"),
        ("WINTER", "winter"),
        ("Marie Blanc", "marieblanc"),
        ("Bishop's Bakery", "bishopsbakery"),
    ],
)
def test_firm_that_is_called_like_people_is_a_firm(firm, domain):
    card = contact(f"#{firm}", "Tom Archer", "Engineer", "020 7946 0011", f"tom.archer@{domain}.example")
    assert text(card, "company") == firm
    assert text(card, "name") == "Tom Archer"


def test_owner_and_the_firm_of_the_same_name_are_told_apart():
    card = contact("#Winter", "Ada Winter", "Managing Director", "020 7946 0011", "ada@winter.example")
    assert (text(card, "name"), text(card, "company")) == ("Ada Winter", "Winter")


@pytest.mark.parametrize(
    "lines",
    [
        ("#Harbour Café", "12 Quay Street", "Exampleton EX1 2AB"),
        ("#The Corner Bakery", "Fresh bread daily", "12 Quay Street"),
        ("#Rosa's Flowers", "Wedding and Event Flowers"),
        ("#Golden Dragon", "Chinese Restaurant", "12 Quay Street, London EC1A 1BB"),
        ("#Bella Italia", "Pizza"),
        ("#Blue Lagoon Spa", "Open daily 10-18"),
        ("#Mario's Pizza", "Pizza Pasta Salads"),
        ("#Hair by Ada", "Cuts Colour Styling"),
        ("#QUICK FIX PHONES", "Repairs while you wait"),
        ("#Park Hotel", "12 Park Street", "London EC1A 1BB"),
        ("#Grand Garage", "Car Repairs"),
        ("#Young Minds Nursery", "info@youngminds.example"),
        ("#St. Mary's Church", "Parish Office"),
        ("#山田商店", "東京都千代田区千代田1-1"),
    ],
)
def test_shop_has_no_person(lines):
    card = contact(*lines, "020 7946 0011", country="GB")
    assert text(card, "name") is None


@pytest.mark.parametrize(
    "noise",
    ["OO0Il", "-~=", "W", "NW", "Illl lI", "~ o O o ~", "///", ")(", "xX", "i | l", "°°°"],
)
@pytest.mark.parametrize("size", ["", "#"])
def test_logo_that_is_read_as_letters_is_nothing(noise, size):
    card = contact(f"{size}{noise}", "#Ada Winter", "Sales Manager", *REST)
    assert text(card, "name") == "Ada Winter"
    assert text(card, "title") == "Sales Manager"
    assert text(card, "company") == "Northwind Tools Ltd"
    assert 0 in card.unassigned


@pytest.mark.parametrize(
    ("lines", "name", "other"),
    [
        (
            ("#山田花子", "Hanako Yamada", "営業部長", "株式会社北風", "03-5550-0100"),
            "山田花子",
            "Hanako Yamada",
        ),
        (("#Hanako Yamada", "山田花子", "Sales Manager", "Kitakaze Inc."), "Hanako Yamada", "山田花子"),
        (("#王小明 Wang Xiaoming", "Sales Manager", "Northwind Ltd"), "Wang Xiaoming", "王小明"),
        (("#김민준", "Kim Min-jun", "과장", "주식회사 북풍", "02-555-0100"), "김민준", "Kim Min-jun"),
    ],
)
def test_name_in_two_scripts_is_one_person(lines, name, other):
    card = contact(*lines, "info@kitakaze.example")
    assert text(card, "name") == name
    assert text(card, "note") == other


@pytest.mark.parametrize(
    "lines",
    [
        ("Ada Winter", "Director", "ada@northwind.example", "Tom Archer", "Manager", "tom@northwind.example"),
        ("Ada Winter   Tom Archer", "Director   Manager", "ada@northwind.example", "tom@northwind.example"),
    ],
)
def test_two_people_on_a_card_give_one_name_and_lose_no_mailbox(lines):
    card = contact(*lines, "#Northwind Tools Ltd")
    assert text(card, "name") == "Ada Winter"
    assert [field.text for field in card.all("email")] == ["ada@northwind.example", "tom@northwind.example"]
