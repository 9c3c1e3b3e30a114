from __future__ import annotations

from dataclasses import replace

import pytest
from written_card import reading

from cardscan.parse.candidate import Candidate
from cardscan.parse.contact import parse_reading
from cardscan.parse.doubt import belief, missing_name, name_confidence
from cardscan.parse.record import Field

CARD = ("#Ada Winter", "Sales Manager", "Northwind Tools Ltd", "ada.winter@northwind.example")


def issues(card):
    contact = parse_reading(card)
    name = contact.first("name")
    return [issue.code for issue in (name.issues if name else contact.issues)]


def email(address):
    return Field(kind="email", raw=address, value=address, confidence=0.9)


def test_name_that_the_mailbox_repeats_is_sure():
    assert issues(reading(*CARD)) == []


def test_name_that_is_hard_to_read_is_doubtful():
    assert issues(reading(*CARD[:3], "sales@northwind.example", confidence=0.8)) == ["name-unclear"]


def test_name_that_is_hard_to_read_but_repeated_by_the_mailbox_is_sure():
    assert issues(reading(*CARD, confidence=0.92)) == []


def test_name_with_a_rival_and_no_support_is_doubtful_and_names_the_rival():
    contact = parse_reading(
        reading("Northwind Tools Ltd", "Rye", "Ada Winter", "Tom Archer", "info@northwind.example")
    )
    (issue,) = contact.first("name").issues
    assert (issue.code, issue.doubt) == ("name-unsure", True)
    assert "'Ada Winter'" in issue.message
    assert "'Tom Archer'" in issue.message


def test_name_whose_other_script_the_mailbox_repeats_is_sure():
    card = reading(
        "株式会社ひなた製作所", "課長", "#湊木遥香", "Haruka Minatogi", "h.minatogi@hinata.example"
    )
    assert parse_reading(card).first("name").text == "湊木遥香"
    assert issues(card) == []


def test_card_of_a_person_without_a_name_says_so():
    card = reading("Northwind Tools Ltd", "Sales Manager", "info@northwind.example")
    assert issues(card) == ["name-missing"]


@pytest.mark.parametrize(
    ("emails", "titles", "missing"),
    [
        (("info@example.com",), (), False),
        ((), (), False),
        (("ada@example.com",), (), True),
        (("info@example.com",), ("Sales Manager",), True),
    ],
)
def test_name_is_missed_where_a_person_shows(emails, titles, missing):
    found = missing_name(
        tuple(map(email, emails)), tuple(replace(email(title), kind="title") for title in titles)
    )
    assert (found is not None) is missing


def test_belief_in_a_name_grows_with_score_margin_and_mailbox():
    weak, strong = name_confidence(2.0, 1.5, 0.0), name_confidence(3.0, 1.5, 0.0)
    assert 0 < weak < strong < name_confidence(3.0, None, 0.0) < name_confidence(3.0, None, 1.0) < 1


def test_belief_of_a_ranked_kind_comes_from_its_score():
    title = Candidate(kind="title", raw="Sales", value="Sales", spans=(), score=0.0, confidence=0.9)
    assert belief(title) == 0.5


def test_belief_of_a_checked_kind_is_its_finders():
    phone = Candidate(kind="phone", raw="1", value="1", spans=(), score=5.0, confidence=0.9)
    assert belief(phone) == 0.9


def test_row_with_the_mailboxes_of_several_people_is_doubtful():
    people = ("ada.winter", "tom.archer", "lena.berg", "omar.quill")
    contact = parse_reading(reading(*CARD[:3], *(f"{person}@northwind.example" for person in people)))
    assert "several-people" in [issue.code for issue in contact.issues]
    assert contact.needs_review


def test_row_with_one_mailbox_and_those_of_the_office_is_no_mixture():
    offices = ("info", "sales", "office", "support")
    contact = parse_reading(reading(*CARD, *(f"{office}@northwind.example" for office in offices)))
    assert "several-people" not in [issue.code for issue in contact.issues]
