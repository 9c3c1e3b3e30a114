from __future__ import annotations

import pytest

from cardscan.parse.record import Issue
from cardscan.parse.validators.phone import check_phone


@pytest.mark.parametrize(
    ("text", "region", "e164"),
    [
        ("+44 (0) 20 7946 0958", None, "+442079460958"),
        ("+44 020 7946 0958", None, "+442079460958"),
        ("+39 06 0000 1234", None, "+390600001234"),
        ("+39 (0)6 0000 1234", None, "+390600001234"),
        ("0044 20 7946 0958", "US", "+442079460958"),
        ("020 7946 0958", "GB", "+442079460958"),
        ("44-20-7946-0958", "GB", "+442079460958"),
        ("(86-10) 1234 5678", None, "+861012345678"),
        ("(415) 555-0132", "US", "+14155550132"),
    ],
)
def test_number_is_read_in_its_printed_form(text, region, e164):
    assert check_phone(text, region).e164 == e164


def test_value_has_spaces_and_never_hyphens():
    assert check_phone("+1 415-555-0132").value == "+1 415 555 0132"


def test_extension_stands_in_the_value_and_not_in_e164():
    checked = check_phone("+1 415-555-0132", None, "12")
    assert (checked.value, checked.e164) == ("+1 415 555 0132 ext. 12", "+14155550132")


def test_possible_and_valid_are_two_answers():
    assert not check_phone("+44 7700 900123").valid
    assert check_phone("+44 20 7946 0958").valid


def test_number_without_area_code_is_local():
    assert check_phone("555-0132", "US").local


@pytest.mark.parametrize(
    ("text", "region", "code"),
    [
        ("020 7946 0958", None, "phone-no-country"),
        ("+44 20", None, "phone-not-possible"),
        ("12", "GB", "phone-not-possible"),
        ("020 EXAMPLE", "GB", "phone-not-possible"),
        ("0123456789012345678", None, "phone-not-possible"),
        ("", "GB", "phone-not-possible"),
    ],
)
def test_other_digits_give_an_issue(text, region, code):
    issue = check_phone(text, region)
    assert isinstance(issue, Issue)
    assert issue.code == code


@pytest.mark.parametrize(
    ("text", "region", "kind"),
    [
        ("0491 570 156", "AU", "mobile"),
        ("020 7946 0958", "GB", "work"),
        ("800-555-0199", "US", "other"),
        ("415-555-0132", "US", None),
        ("9.9555-0132", "BR", "mobile"),
    ],
)
def test_type_is_what_the_numbering_plan_tells(text, region, kind):
    assert check_phone(text, region).type == kind
