from __future__ import annotations

import pytest

from cardscan.parse.finders.code import LONGEST_VALUE, MOST_OF_A_KIND, find_in_code


def found(*lines, kind, region=None):
    """The candidates of a kind in a vCard of some lines."""
    payload = "\n".join(("BEGIN:VCARD", *lines, "END:VCARD"))
    return [one for one in find_in_code(payload, region=region) if one.kind == kind]


def one(*lines, kind, region=None):
    (candidate,) = found(*lines, kind=kind, region=region)
    return candidate


@pytest.mark.parametrize(
    ("lines", "value", "parts"),
    [
        (("N:Marlowe;Jane",), "Jane Marlowe", {"first": "Jane", "last": "Marlowe"}),
        (("N:van der Lind;Ada;B.",), "Ada B. van der Lind", {"first": "Ada B.", "last": "van der Lind"}),
        (("N:Soler Prado;Eva",), "Eva Soler Prado", {"first": "Eva", "last": "Soler Prado"}),
        (("N:MARLOWE;JANE",), "Jane Marlowe", {"first": "Jane", "last": "Marlowe"}),
        (
            ("N:Marlowe;Jane;;Dr.;PhD",),
            "Jane Marlowe",
            {"first": "Jane", "last": "Marlowe", "prefix": "Dr.", "suffix": "PhD"},
        ),
        (("FN:Jane Marlowe",), "Jane Marlowe", {"first": "Jane", "last": "Marlowe"}),
        (("N:Jane Marlowe;", "FN:Jane Marlowe"), "Jane Marlowe", {"first": "Jane", "last": "Marlowe"}),
        (("N:山田;花子",), "山田 花子", {"first": "花子", "last": "山田"}),
    ],
)
def test_a_name_is_in_the_parts_that_the_code_tells_apart(lines, value, parts):
    name = one(*lines, kind="name")
    assert (name.value, dict(name.parts), name.spans, name.confidence) == (value, parts, (), 0.99)


@pytest.mark.parametrize(
    "lines",
    [("N:;;;;",), ("FN:Harbour Bakery", "ORG:Harbour Bakery"), ("N:Area 51;",), ("N:https://a.example;",)],
    ids=["empty", "the company's", "digits", "an address"],
)
def test_what_is_no_persons_name_is_none(lines):
    assert found(*lines, kind="name") == []


def test_an_organisation_has_a_company_and_a_department():
    assert one("ORG:Harbour Bakery;Bread;Rye", kind="company").value == "Harbour Bakery"
    assert one("ORG:Harbour Bakery;Bread;Rye", kind="department").value == "Bread, Rye"


def test_a_role_stands_in_for_a_missing_title():
    assert one("ROLE:Baker", kind="title").value == "Baker"
    assert one("ROLE:Baker", "TITLE:Head of Bread", kind="title").value == "Head of Bread"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("TEL;CELL:+44 20 7946 0958", "mobile"),
        ("TEL;TYPE=WORK,FAX:+44 20 7946 0958", "fax"),
        ("TEL;TYPE=WORK:+44 7700 900123", "work"),
        ("TEL;TYPE=WORK,CELL:+44 7700 900123", "mobile"),
        ("TEL;HOME:+44 20 7946 0958", "other"),
        ("TEL:+44 7700 900123", "mobile"),
        ("TEL:+44 20 7946 0958", "work"),
    ],
)
def test_a_phone_has_the_type_that_the_code_gives(line, kind):
    assert one(line, kind="phone").type == kind


@pytest.mark.parametrize(
    "line",
    ["TEL:tel:+44-20-7946-0958;ext=12", "TEL:+44 20 7946 0958 ext. 12", "TEL:+442079460958x12"],
)
def test_an_extension_is_kept_apart(line):
    phone = one(line, kind="phone")
    assert (phone.value, dict(phone.parts)["e164"]) == ("+44 20 7946 0958 ext. 12", "+442079460958")


def test_a_phone_without_country_is_one_of_the_cards():
    assert one("TEL:020 7946 0958", kind="phone", region="GB").value == "+44 20 7946 0958"
    assert one("TEL:020 7946 0958", kind="phone").value is None


def test_a_few_digits_are_no_phone():
    assert found("TEL:1234", kind="phone") == []


def test_an_email_is_checked():
    assert one("EMAIL:mailto:Jane@Harbour.example", kind="email").value == "jane@harbour.example"
    assert found("EMAIL:jane at harbour", kind="email") == []


def test_a_profile_at_a_network_is_social():
    assert one("URL:https://www.linkedin.com/in/jane-example", kind="social").value
    assert found("URL:https://www.linkedin.com/in/jane-example", kind="website") == []


def test_an_address_keeps_its_parts():
    address = one("ADR;WORK:;Unit 3;12 High Street;Exampleton;;EX1 2AB;UK", kind="address")
    assert address.value == "Unit 3, 12 High Street, Exampleton, EX1 2AB, UK"
    assert dict(address.parts) == {
        "street": "Unit 3, 12 High Street",
        "city": "Exampleton",
        "postal_code": "EX1 2AB",
        "country": "United Kingdom",
    }


def test_an_address_in_one_component_is_taken_apart():
    address = one("ADR:12 High Street\\, Exampleton\\, EX1 2AB", kind="address", region="GB")
    assert dict(address.parts)["postal_code"] == "EX1 2AB"


def test_a_value_is_given_once():
    assert len(found("TEL;CELL:+44 7700 900123", "TEL;WORK:+447700900123", kind="phone")) == 1


def test_a_code_full_of_addresses_gives_a_few():
    lines = [f"EMAIL:jane{number}@harbour.example" for number in range(60)]
    assert len(found(*lines, kind="email")) == MOST_OF_A_KIND


def test_a_value_longer_than_any_card_prints_is_left_out():
    assert found("TITLE:" + "x" * (LONGEST_VALUE + 1), kind="title") == []
