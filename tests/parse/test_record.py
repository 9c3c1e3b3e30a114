from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from cardscan.errors import RecordError
from cardscan.parse.record import Contact, Field, Issue

NAME = Field(
    kind="name",
    raw="ADA WINTER",
    value="Ada Winter",
    confidence=0.9,
    lines=(0,),
    issues=(Issue(code="name-unsure", message="Look.", doubt=True),),
    parts=(("first", "Ada"), ("last", "Winter")),
)
PHONE = Field(kind="phone", raw="020 7946 0101", value=None, confidence=0.3, lines=(2,), type="work")
NAME_DICT = Contact(fields=(NAME,)).to_dict()["fields"][0]
CONTACT = Contact(fields=(NAME, PHONE), unassigned=(1,), confidence=0.27)


def test_contact_comes_back_from_its_dict():
    assert Contact.from_dict(CONTACT.to_dict()) == CONTACT


@pytest.mark.parametrize("chance", [float("nan"), float("inf"), -0.1, 5, "high"])
def test_confidence_that_is_no_chance_is_refused(chance):
    whole = CONTACT.to_dict() | {"confidence": chance}
    field = {**CONTACT.to_dict(), "fields": [NAME_DICT | {"confidence": chance}]}
    for data in (whole, field):
        with pytest.raises(RecordError, match="no saved contact"):
            Contact.from_dict(data)


def test_contact_can_be_pickled():
    assert pickle.loads(pickle.dumps(CONTACT)) == CONTACT  # noqa: S301 - our own bytes


@pytest.mark.parametrize("part", ["fields", "unassigned", "confidence", "issues"])
def test_contact_without_a_part_is_refused(part):
    data = CONTACT.to_dict()
    del data[part]
    with pytest.raises(RecordError, match="no saved contact"):
        Contact.from_dict(data)


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("kind", "shoe size"),
        ("type", "pager"),
        ("confidence", "high"),
        ("lines", None),
        ("lines", ["first"]),
        ("issues", [{}]),
        ("parts", [["first"]]),
    ],
)
def test_field_with_a_damaged_part_is_refused(part, value):
    data = CONTACT.to_dict()
    data["fields"][0][part] = value
    with pytest.raises(RecordError, match="no saved contact"):
        Contact.from_dict(data)


@pytest.mark.parametrize("data", [None, [], "text", 3])
def test_what_is_no_dict_is_refused_with_its_source(data):
    with pytest.raises(RecordError) as caught:
        Contact.from_dict(data, source="cards.jsonl")
    assert caught.value.source == "cards.jsonl"


def test_field_without_a_value_shows_what_was_read():
    assert PHONE.text == "020 7946 0101"


def test_part_that_is_not_there_is_empty():
    assert (NAME.part("first"), NAME.part("prefix")) == ("Ada", "")


def test_contact_with_a_doubtful_name_needs_review():
    assert CONTACT.needs_review


@pytest.mark.parametrize("kind", ["title", "company", "department", "address", "website"])
def test_doubt_of_other_fields_alone_needs_no_review(kind):
    assert not Contact(fields=(replace(NAME, kind=kind),)).needs_review


@pytest.mark.parametrize("kind", ["title", "department", "address", "social", "note"])
def test_contact_that_names_nobody_and_reaches_nobody_is_empty(kind):
    assert Contact(fields=(replace(NAME, kind=kind),)).is_empty


def test_fields_of_a_kind_come_in_their_order():
    other = replace(PHONE, raw="020 7946 0102")
    contact = Contact(fields=(PHONE, NAME, other))
    assert contact.all("phone") == (PHONE, other)
    assert contact.first("email") is None
