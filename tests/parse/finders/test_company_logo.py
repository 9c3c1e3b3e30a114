from __future__ import annotations

import pytest
from written_card import contact, reading, text

from cardscan.parse.contact import parse_reading

PERSON = ("Ada Winter", "Sales Manager", "T 020 7946 0123")


@pytest.mark.parametrize(
    ("card", "company"),
    [
        (["#harbour", "#lamps", *PERSON], "harbour lamps"),
        (["#NORTH PIER", "#PAINT & ROPE", *PERSON], "NORTH PIER PAINT & ROPE"),
        (["#Kestrel", "Photo Studio", *PERSON], "Kestrel Photo Studio"),
        (["#LUMENTIS", *PERSON], "LUMENTIS"),
        (["#+ GREEN HARBOUR FOODS +", *PERSON, "SHOP 4, 12 Market Street"], "GREEN HARBOUR FOODS"),
    ],
)
def test_large_lettering_is_the_company(card, company):
    assert text(contact(*card), "company") == company


@pytest.mark.parametrize(
    "slogan", ["everything for your boat, and more", "Spare parts and tools for all cars"]
)
def test_small_words_under_a_logo_are_no_part_of_it(slogan):
    lines = reading("#LUMENTIS", slogan, *PERSON, "ada@lumentis.example").lines
    assert lines[1].height_px <= lines[0].height_px / 2
    assert text(contact("#LUMENTIS", slogan, *PERSON, "ada@lumentis.example"), "company") == "LUMENTIS"


@pytest.mark.parametrize(
    ("card", "company"),
    [
        (["#WIT Dover", "Wessex Institute of Trade, Dover", *PERSON], "Wessex Institute of Trade, Dover"),
        (
            ["#Bridge", *PERSON, "7 Bridge Elmfield Homes", "www.7bridgeelmfieldhomes.example"],
            "7 Bridge Elmfield Homes",
        ),
        (
            ["#LIGHT H OPTICS", *PERSON, "LIGHT HOUSE OPTICS", "ada@lighthouseop.example"],
            "LIGHT HOUSE OPTICS",
        ),
    ],
)
def test_full_name_is_preferred_to_what_a_logo_leaves_of_it(card, company):
    assert text(contact(*card), "company") == company


def test_mailbox_at_a_provider_can_name_the_company():
    found = contact("#Copper Kiln", "#Pots & Tiles", "12 Market Street", "copperkilnpots@gmail.com")
    assert (text(found, "company"), text(found, "name")) == ("Copper Kiln Pots & Tiles", None)


def test_mailbox_of_the_person_at_a_provider_names_no_company():
    found = contact("Ada Winter", "Piano teacher", "adawinter.piano@gmail.com")
    assert (text(found, "name"), text(found, "company")) == ("Ada Winter", None)


@pytest.mark.parametrize(
    ("card", "company"),
    [
        (["#p", "#joinery", *PERSON, "www.pukjoinery.example"], "puk joinery"),
        (["#P", "#JOINERY", *PERSON, "ada@puk-joinery.example"], "PUK JOINERY"),
        (["#Puk", "#joinery", *PERSON, "www.pukjoinery.example"], "Puk joinery"),
    ],
)
def test_domain_completes_a_logo_of_which_one_word_is_read(card, company):
    assert text(contact(*card), "company") == company


def misread(word: str, domain: str, *, confidence: float):
    card = reading(f"#{word}", *PERSON, f"ada@{domain}", confidence=confidence)
    return parse_reading(card).first("company")


@pytest.mark.parametrize(("word", "value"), [("LUMNTIS", "LUMENTIS"), ("LUMEMTIS", "LUMENTIS")])
def test_letter_that_a_faint_logo_lacks_is_taken_from_the_domain_and_told(word, value):
    company = misread(word, "lumentis.example", confidence=0.8)
    assert (company.raw, company.value) == (word, value)
    assert [issue.code for issue in company.issues] == ["company-repaired"]


def test_clear_logo_may_be_spelled_unlike_the_domain():
    company = misread("LUMENTYS", "lumentis.example", confidence=0.99)
    assert (company.value, company.issues) == ("LUMENTYS", ())


def test_letters_of_a_logo_are_no_part_of_a_name_in_another_script():
    assert text(contact("HKS 浜風電機研究所", "風守 亮介", "主任研究員"), "company") == "浜風電機研究所"


def test_kind_of_organisation_that_was_glued_to_a_long_word_stands_apart():
    found = contact("Ames", "AgricultureInstitute", "Dr. Ada Winter", "ada@ames.example")
    assert text(found, "company") == "Ames Agriculture Institute"


@pytest.mark.parametrize(
    "other",
    [
        "A member of Kestrel Boats Group",
        "Authorised dealer: Kestrel Boats Ltd",
        "powered by Kestrel Software GmbH",
        "Partner von Kestrel Boote GmbH",
        "Distribuidor autorizado Kestrel S.L.",
        "Membre de Kestrel SARL",
    ],
)
def test_organisation_that_is_only_named_as_a_partner_is_not_the_cards_own(other):
    assert text(contact("Harbour Lamps Ltd", *PERSON, other), "company") == "Harbour Lamps Ltd"
    assert text(contact(other, *PERSON), "company") is None


def test_members_of_a_name_are_no_membership():
    assert text(contact("#Partner Services Ltd", *PERSON), "company") == "Partner Services Ltd"


@pytest.mark.parametrize(
    ("lines", "company"),
    [
        (["#Whitsun Foods Sp.", "z o.o."], "Whitsun Foods Sp. z o.o."),
        (["#Whitsun Foods", "GmbH & Co. KG"], "Whitsun Foods GmbH & Co. KG"),
        (["#WHITSUN FOODS", "S.A. DE C.V."], "WHITSUN FOODS S.A. DE C.V."),
    ],
)
def test_legal_form_on_the_next_line_belongs_to_the_name(lines, company):
    assert text(contact(*lines, *PERSON), "company") == company


def test_slogan_above_the_name_is_no_part_of_it():
    found = contact("Better boats for everybody.", "Harbour Lamps Ltd", *PERSON)
    assert text(found, "company") == "Harbour Lamps Ltd"


@pytest.mark.parametrize("domain", ["gokestrel", "wearekestrel", "hellokestrel", "shop-kestrel"])
def test_logo_that_was_read_whole_is_not_completed(domain):
    assert text(contact("#KESTREL", *PERSON, f"ada@{domain}.example"), "company") == "KESTREL"
