"""Slogans that look like titles, two titles, departments, and two offices."""

from __future__ import annotations

import pytest
from written_card import contact, text

REST = ("T +44 20 7946 0011", "info@northwind.example", "www.northwind.example")

SLOGANS = [
    "Your travel manager", "Your partner in print", "Your trusted advisor", "Your assistant for travel",
    "Our managers care", "Ihr Reiseberater", "Votre conseiller voyage", "Leading engineers of tomorrow",
    "We are the experts", "Builders of better homes", "Developers of the future", "Where leaders meet",
    "Driven by experts.", "Partners in growth", "Architects of change",
]  # fmt: skip


@pytest.mark.parametrize("slogan", SLOGANS)
def test_slogan_is_no_title_where_the_card_has_one(slogan):
    card = contact("#Ada Winter", "Sales Manager", "Northwind Tools Ltd", slogan, *REST)
    assert text(card, "title") == "Sales Manager"
    assert text(card, "name") == "Ada Winter"


@pytest.mark.parametrize("slogan", [*SLOGANS[:9], "Developers of the future"])
def test_slogan_is_no_title_where_the_card_has_none(slogan):
    card = contact("#Ada Winter", "Northwind Tools Ltd", slogan, *REST)
    assert text(card, "title") is None
    assert text(card, "company") == "Northwind Tools Ltd"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Travel Manager",), "Travel Manager"),
        (("Leading Engineer",), "Leading Engineer"),
        (("Partner",), "Partner"),
        (("Master Builder",), "Master Builder"),
        (("Co-Founder", "Head of Design"), "Co-Founder, Head of Design"),
        (("Owner / Chef",), "Owner / Chef"),
        (("Director & Chief Engineer",), "Director & Chief Engineer"),
        (("Director, Europe",), "Director, Europe"),
        (("Web Developer",), "Web Developer"),
        (("Specialist in Node.js and Vue.js",), "Specialist in Node.js and Vue.js"),
    ],
)
def test_title_that_is_like_a_slogan_or_two_is_a_title(lines, title):
    card = contact("#Ada Winter", *lines, "Northwind Tools Ltd", *REST)
    assert text(card, "title") == title


@pytest.mark.parametrize(
    ("lines", "title", "department"),
    [
        (("#Ada Winter", "Sales Manager", "Sales Department"), "Sales Manager", "Sales Department"),
        (("#Ada Winter", "HR Manager", "Human Resources"), "HR Manager", "Human Resources"),
        (("#Ada Winter", "Professor", "Department of Physics"), "Professor", "Department of Physics"),
        (("#Eva Gruber", "Leiterin", "Abteilung Einkauf"), "Leiterin", "Abteilung Einkauf"),
        (("#Ada Winter", "Sales Manager, Export Department"), "Sales Manager", "Export Department"),
        (("#Ada Winter", "Head of Sales, Marketing Department"), "Head of Sales", "Marketing Department"),
        (("#山田花子", "営業部", "課長"), "課長", "営業部"),
        (("#山田花子", "営業部 課長"), "課長", "営業部"),
        (("#김민준", "영업부", "과장"), "과장", "영업부"),
        (("#王小明", "市场部", "经理"), "经理", "市场部"),
    ],
)
def test_department_is_no_title_and_no_company(lines, title, department):
    card = contact(*lines, "Northwind Tools Ltd", *REST)
    assert text(card, "title") == title
    assert text(card, "department") == department
    assert text(card, "company") == "Northwind Tools Ltd"


@pytest.mark.parametrize(
    "offices",
    [
        ("London: 12 Quay Street, London EC1A 1BB", "Leeds: 4 Mill Road, Leeds LS1 4AB"),
        ("Head Office", "12 Quay Street", "London EC1A 1BB", "Works", "4 Mill Road", "Leeds LS1 4AB"),
        ("12 Quay Street, London EC1A 1BB", "4 Mill Road, Leeds LS1 4AB"),
        ("12 Quay Street, London EC1A 1BB  |  4 Mill Road, Leeds LS1 4AB",),
        ("Office: 12 Quay Street, London EC1A 1BB", "Home: 4 Mill Road, Leeds LS1 4AB"),
        ("#Leeds", "4 Mill Road, LS1 4AB", "#London", "12 Quay Street, EC1A 1BB"),
    ],
)
def test_two_offices_are_no_name_no_title_and_no_phone(offices):
    card = contact("#Ada Winter", "Sales Manager", "Northwind Tools Ltd", *offices, *REST)
    assert text(card, "name") == "Ada Winter"
    assert text(card, "title") == "Sales Manager"
    assert text(card, "company") == "Northwind Tools Ltd"
    assert [field.text for field in card.all("phone")] == ["+44 20 7946 0011"]
    assert card.all("address")
