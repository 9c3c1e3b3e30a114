"""A script that was not read is told, and doubts the row where the name may be in it."""

from dataclasses import replace

import pytest
from written_card import reading

from cardscan.ocr.record import Legibility
from cardscan.parse.contact import parse_reading

WITH_NAME = ("#Ada Winter", "Web Developer", "Northwind Tools Ltd", "ada@northwind.example")


def parsed(*texts, scripts):
    return parse_reading(replace(reading(*texts), unread_scripts=scripts))


def told(contact):
    return [issue for issue in contact.issues if issue.code == "script-unread"]


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("Hang", "may be in Korean script, which was not read: scan again with --lang kor"),
        ("Cyrl", "may be in Cyrillic script, which was not read: scan again with --lang rus (or ukr, bul)"),
        ("Zzzz", "may be in a script that was not read: name its language, as in --lang kor, and scan again"),
    ],
)
def test_the_sentence_says_what_to_type(script, sentence):
    (issue,) = told(parsed(*WITH_NAME, scripts=(script,)))
    assert issue.message == f"part of this card {sentence}"


def test_a_card_with_a_name_is_not_flagged_for_it():
    contact = parsed(*WITH_NAME, scripts=("Hang",))
    assert told(contact)
    assert not contact.needs_review


def test_a_card_without_a_name_is_flagged():
    contact = parsed("+44 20 7946 0101", "www.northwind.example", scripts=("Hang",))
    assert contact.first("name") is None
    assert contact.needs_review


def test_each_script_has_its_own_reason():
    assert len(told(parsed(*WITH_NAME, scripts=("Cyrl", "Hang")))) == 2


def test_print_that_cannot_be_believed_tells_nothing_of_its_script():
    blurred = replace(
        reading(*WITH_NAME), unread_scripts=("Arab",), legibility=Legibility(print_px=4, edge_px=2)
    )
    contact = parse_reading(blurred)
    assert not told(contact)
    assert "print-small" in [issue.code for issue in contact.issues]


def test_a_card_that_is_read_says_nothing_of_scripts():
    assert told(parsed(*WITH_NAME, scripts=())) == []


@pytest.mark.parametrize("texts", [(), ("12",)])
def test_a_picture_that_gave_nothing_says_which_script_it_may_be_in(texts):
    blank = replace(reading("x"), lines=(), unread_scripts=("Hang",))
    contact = parse_reading(replace(reading(*texts), unread_scripts=("Hang",)) if texts else blank)
    assert contact.is_empty
    assert "--lang kor" in contact.issues[0].message
