"""Every value carries the chance that it is right; an improbable one is shown to a person."""

from dataclasses import replace

import pytest
from written_card import reading

from cardscan.parse.calibration.chance import LEAST_CHANCE, calibrated, curve, of_card, row_features
from cardscan.parse.calibration.features import FEATURES
from cardscan.parse.contact import contact_as_found, parse_reading
from cardscan.parse.record import Issue

CARD = ("#Ada Winter", "Sales Manager", "Northwind Ltd", "T +44 20 7946 0101", "ada@northwind.example")


def with_belief(line: int, belief: float):
    """The card, one of its lines hardly legible to the reader."""
    card = reading(*CARD, confidence=0.999)
    faint = replace(card.lines[line], confidence=belief)
    return replace(card, lines=(*card.lines[:line], faint, *card.lines[line + 1 :]))


@pytest.mark.parametrize("kind", FEATURES)
def test_more_of_a_feature_never_speaks_against_a_value(kind):
    assert all(weight >= 0 for weight in curve(kind).weights)


@pytest.mark.parametrize(("kind", "line"), [("name", 0), ("phone", 3), ("email", 4)])
def test_value_that_the_reader_doubts_is_less_probable(kind, line):
    clear, faint = parse_reading(with_belief(line, 0.999)), parse_reading(with_belief(line, 0.6))
    assert faint.first(kind).confidence < clear.first(kind).confidence
    assert faint.confidence < clear.confidence


def test_improbable_email_is_shown_with_a_reason():
    faint = parse_reading(with_belief(4, 0.55))
    email = faint.first("email")
    assert email.confidence < LEAST_CHANCE
    assert [issue.code for issue in email.issues] == ["email-faint"]
    assert email.issues[0].message.endswith("is hard to read on this photo; compare it with the card")
    assert faint.needs_review


def test_clear_card_is_probable_and_not_flagged():
    clear = parse_reading(with_belief(0, 0.999))
    assert min(clear.first(kind).confidence for kind in ("name", "email", "phone")) > 0.95
    assert not clear.needs_review


def test_value_in_doubt_gets_no_second_reason():
    card = with_belief(4, 0.55)
    found = contact_as_found(card)
    doubt = Issue(code="email-odd-domain", message="Check it.", doubt=True)
    fields = tuple(replace(one, issues=(doubt,)) if one.kind == "email" else one for one in found.fields)
    assert calibrated(replace(found, fields=fields), card).first("email").issues == (doubt,)


def test_company_that_is_hard_to_read_flags_no_row():
    assert not parse_reading(with_belief(2, 0.5)).needs_review


def test_row_is_at_most_as_probable_as_with_fewer_values():
    known = {"doubts": 0.0, "missing": 0.0}
    one, two = (curve("row").at(row_features(chances, known)) for chances in ([0.9], [0.9, 0.9]))
    assert two < one


@pytest.mark.parametrize("known", [{"doubts": 1.0, "missing": 0.0}, {"doubts": 0.0, "missing": 1.0}])
def test_row_is_less_probable_with_a_doubt_about_the_card(known):
    clear = curve("row").at(row_features([0.95], {"doubts": 0.0, "missing": 0.0}))
    assert curve("row").at(row_features([0.95], known)) < clear


def test_card_without_name_email_and_phone_has_no_chance():
    shop = parse_reading(reading("#Northwind Ltd", "12 Market Street", "www.northwind.example"))
    assert (shop.first("name"), shop.confidence) == (None, 0.0)


def test_missing_name_is_told_apart_from_other_doubts():
    nameless = contact_as_found(reading("Sales Manager", "ada@northwind.example"))
    assert of_card(nameless) == {"doubts": 0.0, "missing": 1.0}


def test_card_with_hundreds_of_improbable_values_has_a_chance_too():
    lines = [f"nobody{number}@nowhere.nosuchsuffix" for number in range(300)]
    assert 0 <= parse_reading(reading("#Ada Winter", *lines)).confidence < 0.01


def test_name_that_an_email_was_repaired_by_is_not_proved_by_it():
    card = reading("#Lena Rookbourne", "Irookbourne@northwind.example", confidence=0.55)
    (name,) = parse_reading(card).all("name")
    assert any(issue.doubt for issue in name.issues)
