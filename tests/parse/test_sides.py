from __future__ import annotations

from math import isclose

import pytest
from written_card import contact, reading, text

from cardscan.parse.contact import parse_reading
from cardscan.parse.sides import join_sides, with_second_shot, with_side

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


def test_phone_that_only_the_back_gives_is_added_and_counts_in_the_confidence():
    back = contact("#Northwind Tools Ltd", "T +44 20 7946 0199", "T +44 20 7946 0101")
    front = contact(*ADA)
    joined = with_side(front, back)
    assert [phone.text for phone in joined.all("phone")] == ["+44 20 7946 0101", "+44 20 7946 0199"]
    belief = joined.all("phone")[1].confidence
    assert isclose(joined.confidence, front.confidence * belief, abs_tol=0.001)


def test_name_of_the_back_in_the_same_script_is_not_added():
    joined = with_side(contact(*ADA), contact("#Ada M. Winter", "Director", "ada@northwind.example"))
    assert joined.all("name") == contact(*ADA).all("name")
    assert joined.all("note") == ()


def test_fields_stand_in_the_order_of_their_kinds():
    joined = with_side(contact(*ADA), contact(*BACK))
    kinds = [field.kind for field in joined.fields]
    assert kinds == ["name", "title", "company", "email", "phone", "website"]


@pytest.mark.parametrize("misread", ["+44 20 7946 0107", "+44 20 7946 0701"])
def test_second_shot_does_not_add_a_misread_value(misread):
    joined = with_second_shot(contact(*ADA), contact(*ADA[:3], misread))
    assert [phone.text for phone in joined.all("phone")] == ["+44 20 7946 0101"]


def test_second_shot_adds_what_the_first_one_lost():
    joined = with_second_shot(contact(*ADA), contact(*ADA, "M +44 7700 900123", "www.northwind.example"))
    assert [phone.text for phone in joined.all("phone")] == ["+44 20 7946 0101", "+44 7700 900123"]
    assert text(joined, "website") == "www.northwind.example"


def test_second_shot_without_doubts_replaces_a_first_one_with_doubts():
    doubtful, clear = contact("ada@northwind.example", "Sales Manager"), contact(*ADA)
    assert (doubtful.needs_review, clear.needs_review) == (True, False)
    joined = with_second_shot(doubtful, clear)
    assert text(joined, "name") == "Ada Winter"
    assert not joined.needs_review


def test_contact_from_a_second_shot_accounts_for_the_lines_of_the_first():
    joined = with_second_shot(contact("ada@northwind.example", "Sales Manager"), contact(*ADA))
    assert {index for field in joined.fields for index in field.lines} == set()
    assert joined.unassigned == (0, 1)
