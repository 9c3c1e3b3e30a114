from __future__ import annotations

import pytest
from pictures_of_cards import ADA, ADDRESS, BACK, BEN, BEN_WITHOUT_NAME, IRIS, OTHER_BACK, ROSE
from written_card import reading

from cardscan.parse.back import parse_back
from cardscan.parse.belonging import is_side_of, may_be_sides, shows_same_person
from cardscan.parse.contact import parse_reading
from cardscan.parse.identity import identify

ADA_IN_KANJI = ("#山田 花子", "営業部長", "株式会社ノースウィンド", "hanako@northwind.example")
ADA_IN_LATIN = ("#Hanako Yamada", "Sales Director", "Northwind KK", "hanako@northwind.example")


def seen(*texts: str):
    """What a picture with these lines shows, be it a card or a back."""
    read = reading(*texts)
    contact = parse_reading(read)
    return identify(parse_back(read) if contact.is_empty else contact, texts)


SAME = {
    "the same card again": (ADA, ADA),
    "the e-mail was not read on one": (ADA, (*ADA[:3], ADA[4])),
    "the title was not read on one": (ADA, (ADA[0], *ADA[2:])),
    "one side has the name and the house only": (ADA, ADA[:3]),
    "a letter of the e-mail is misread on one": (ADA, (*ADA[:3], "ado@northwind.example", ADA[4])),
    "the company is misread on one": (ADA, (*ADA[:2], "Tools for Life Ltd", *ADA[3:])),
    "two scripts with one mailbox": (ADA_IN_KANJI, ADA_IN_LATIN),
    "a shop without a person, twice": (ROSE, ROSE),
    "the family name comes first on one": (ADA, ("#Winter Ada", *ADA[1:])),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME.keys())
def test_pictures_of_one_person_are_seen_as_such(one, other):
    assert shows_same_person(seen(*one), seen(*other))
    assert shows_same_person(seen(*other), seen(*one))


SWITCHBOARD = "T +44 20 7946 0100"
NOT_SAME = {
    "colleagues": (ADA, BEN),
    "colleagues with one switchboard and one mailbox": (
        ("#Ada Winter", "Sales Manager", "Northwind Ltd", "info@northwind.example", SWITCHBOARD),
        ("#Ben Archer", "Optician", "Northwind Ltd", "info@northwind.example", SWITCHBOARD),
    ),
    "a colleague whose name was not read": (ADA, BEN_WITHOUT_NAME),
    "two whose names were not read, with one switchboard": (
        ("Sales Manager", "Northwind Ltd", "info@northwind.example", SWITCHBOARD),
        ("Optician", "Northwind Ltd", "info@northwind.example", SWITCHBOARD),
    ),
    "brothers whose first names were not read": (
        ("#Dr. Winter", "Dentist", "Winter Dental Ltd", "info@winterdental.example", SWITCHBOARD),
        ("#Dr. Winter", "Surgeon", "Winter Dental Ltd", "info@winterdental.example", SWITCHBOARD),
    ),
    "one name in two companies": (
        ADA,
        ("#Ada Winter", "Optician", "Sommer Optics", "ada@sommer.example", "M +44 7700 900101"),
    ),
    "one name with two mailboxes and one switchboard": (
        (*ADA[:4], SWITCHBOARD),
        (*ADA[:3], "ada.winter2@northwind.example", SWITCHBOARD),
    ),
    "two scripts with the office's mailbox": (
        ("#山田 花子", "営業部長", "株式会社ノースウィンド", "info@northwind.example"),
        ("#Ken Sato", "Engineer", "Northwind KK", "info@northwind.example"),
    ),
    "shops on one street": (ROSE, IRIS),
    "two pictures that say nothing": ((), ()),
    "two logos": (BACK, BACK),
}


@pytest.mark.parametrize(("one", "other"), NOT_SAME.values(), ids=NOT_SAME.keys())
def test_pictures_of_two_people_are_seen_as_such(one, other):
    assert not shows_same_person(seen(*one), seen(*other))
    assert not shows_same_person(seen(*other), seen(*one))


SIDES = {
    "the domain is the same": (BACK, ADA),
    "company and address only": (ADDRESS, ADA),
    "the company explains the domain": (("#Northwind Ltd", "Tools since 1971"), (ADA[0], ADA[1], ADA[3])),
    "the name in a script face": (("#Ada Winter", "thanks you for your visit"), ADA),
    "the domain of another country": (("#Northwind", "www.northwind.test"), ADA),
    "the office's mailbox beside her mobile": (
        ("Northwind Ltd", "info@northwind.example", "M +44 7700 900101"),
        ADA,
    ),
    "her mailbox stands on the back": (
        ("Northwind Ltd", "ada.winter@northwind.example", "M +44 7700 900101"),
        ADA[:3],
    ),
    "the address and nothing else": (ROSE[1:2], (*ROSE[:2], ROSE[2])),
    "the back of a shop": (("#Rose Cafe", "www.rose.example"), ROSE),
}


@pytest.mark.parametrize(("side", "front"), SIDES.values(), ids=SIDES.keys())
def test_back_belongs_to_its_front(side, front):
    assert is_side_of(seen(*side), seen(*front))


NO_SIDES = {
    "another company": (OTHER_BACK, ADA),
    "nothing but words": (("Handmade with care", "since 1971"), ADA),
    "nothing at all": ((), ADA),
    "a colleague": (BEN, ADA),
    "a colleague whose name was not read": (BEN_WITHOUT_NAME, ADA),
    "a colleague of whom only title and switchboard were read": (
        ("Optician", "Northwind Ltd", SWITCHBOARD),
        (*ADA, SWITCHBOARD),
    ),
    "the company's own card, with a phone that she does not give": (
        ("#Northwind Ltd", "T +44 20 7946 0999", "www.northwind.example"),
        ADA,
    ),
    "the shop next door": (("#Iris Books", "14 High Street, London E14 9ZY"), ROSE),
    "the shop in the same house": (("#Iris Books", "12 High Street, London E14 9ZY"), ROSE),
    "another branch": (
        ("#Rose Cafe", "3 Mill Lane, Leeds LS1 4AP", "www.rose.example"),
        ROSE,
    ),
    "a logo beside a logo": (BACK, BACK),
}


@pytest.mark.parametrize(("side", "front"), NO_SIDES.values(), ids=NO_SIDES.keys())
def test_other_picture_is_no_back(side, front):
    assert not is_side_of(seen(*side), seen(*front))


ALLOWED = {
    "a logo that nothing ties to the front": (ADA, OTHER_BACK),
    "a picture without text": (ADA, ()),
    "the offices of the house": (ADA, ("Northwind Ltd", "www.northwind.example", "T +44 20 7946 0999")),
    "two scripts": (ADA_IN_KANJI, ADA_IN_LATIN),
}


@pytest.mark.parametrize(("front", "back"), ALLOWED.values(), ids=ALLOWED.keys())
def test_pictures_called_front_and_back_are_believed(front, back):
    assert may_be_sides(seen(*front), seen(*back))


CONTRADICTED = {
    "two names": (ADA, BEN),
    "the mailbox of somebody else": (ADA, BEN_WITHOUT_NAME),
    "two shops": (ROSE, IRIS),
    "two scripts with two mailboxes": (ADA_IN_KANJI, ADA),
}


@pytest.mark.parametrize(("front", "back"), CONTRADICTED.values(), ids=CONTRADICTED.keys())
def test_pictures_called_front_and_back_are_not_believed_against_their_texts(front, back):
    assert not may_be_sides(seen(*front), seen(*back))
