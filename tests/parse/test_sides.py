from __future__ import annotations

from written_card import reading, text

from cardscan.parse.contact import parse_reading
from cardscan.parse.sides import join_sides

ADA = ("#Ada Winter", "Sales Manager", "ada@northwind.example", "+44 20 7946 0101")
BEN = ("#Ben Archer", "Optician", "ben@sommer.example", "+44 20 7946 0102")
BACK = ("#Northwind Tools Ltd", "www.northwind.example")


def sides(*cards):
    """Contacts of cards that lie side by side, each with its place on the photo."""
    readings = [reading(*texts, left=left) for texts, left in cards]
    return join_sides([(one.card, parse_reading(one)) for one in readings])


def test_back_gives_its_front_what_that_does_not_say():
    front, _ = sides((ADA, 0), (BACK, 1000))
    assert text(front, "company") == "Northwind Tools Ltd"
    assert text(front, "website") == "www.northwind.example"
    assert text(front, "name") == "Ada Winter"


def test_field_from_the_back_has_no_lines_of_the_front():
    front, _ = sides((ADA, 0), (BACK, 1000))
    assert front.first("website").lines == ()
    assert front.first("name").lines == (0,)


def test_back_itself_is_empty_and_keeps_its_lines():
    _, back = sides((ADA, 0), (BACK, 1000))
    assert back.is_empty
    assert back.unassigned == (0, 1)


def test_back_joins_the_nearest_front():
    ada, ben, _ = sides((ADA, 0), (BEN, 3000), (BACK, 4000))
    assert text(ada, "website") is None
    assert text(ben, "website") == "www.northwind.example"


def test_company_of_the_front_stays():
    front, _ = sides(((*ADA, "Quarz GmbH"), 0), (BACK, 1000))
    assert [field.text for field in front.all("company")] == ["Quarz GmbH"]


def test_website_that_both_sides_print_is_there_once():
    front, _ = sides(((*ADA, "WWW.NORTHWIND.EXAMPLE"), 0), (BACK, 1000))
    assert len(front.all("website")) == 1


def test_two_people_stay_two_contacts():
    ada, ben = sides((ADA, 0), (BEN, 1000))
    assert (text(ada, "name"), text(ben, "name")) == ("Ada Winter", "Ben Archer")


def test_backs_without_a_front_stay_as_they_are():
    (back,) = sides((BACK, 0))
    assert text(back, "company") == "Northwind Tools Ltd"
