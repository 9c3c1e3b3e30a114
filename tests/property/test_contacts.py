"""Any lines give a contact that accounts for every one of them, and any saved contact is read or refused."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from written_card import reading

from cardscan.errors import RecordError
from cardscan.parse.contact import parse_reading
from cardscan.parse.record import Contact

PIECES = st.sampled_from(
    [
        "Ada",
        "Winter",
        "WINTER",
        "van der",
        "Dr.",
        "Jr.",
        "Junior",
        "CPA",
        "Sales",
        "Manager",
        "Head",
        "of",
        "&",
        "Ltd",
        "GmbH",
        "株式会社",
        "山田",
        "花子",
        "課長",
        "営業部",
        "김민수",
        "Street",
        "12",
        "EX1 2AB",
        "Abteilung",
        "Tel",
        "+44",
        "020 7946 0101",
        "ada@northwind.example",
        "@",
        "www.",
        "northwind.example",
        ".",
        ",",
        "|",
        " - ",
        "(",
        ")",
        "#",
        "“",
        "Scanned with CamScanner",
        "subtotal",
        "\x00",
        "'",
        "A.",
        "B.",
    ]
)
TEXTS = st.lists(PIECES, max_size=6).map(" ".join) | st.lists(PIECES, max_size=4).map("".join)
CARDS = st.lists(TEXTS | st.text(max_size=40), max_size=8)
COUNTRIES = st.sampled_from([None, "GB", "de", "JP", "BR"])
CERTAINTY = st.sampled_from([0.2, 0.7, 0.92, 0.99])

FULL = parse_reading(
    reading("#Ada Winter", "Sales Manager", "Northwind Ltd", "ada@northwind.example", "T 020 7946 0101")
).to_dict()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=200, deadline=None)
@given(CARDS, COUNTRIES, CERTAINTY)
def test_every_line_is_used_or_unassigned_and_no_other(texts, country, certainty):
    contact = parse_reading(reading(*texts, confidence=certainty), country=country)
    used = {index for field in contact.fields for index in field.lines}
    assert used | set(contact.unassigned) == set(range(len(texts)))
    assert not used & set(contact.unassigned)


@settings(max_examples=100, deadline=None)
@given(CARDS, CERTAINTY)
def test_beliefs_are_shares_and_texts_are_not_empty(texts, certainty):
    contact = parse_reading(reading(*texts, confidence=certainty))
    assert 0 <= contact.confidence <= 1
    for field in contact.fields:
        assert 0 <= field.confidence <= 1
        assert field.text.strip()


@settings(max_examples=100, deadline=None)
@given(CARDS, CERTAINTY)
def test_contact_comes_back_from_json(texts, certainty):
    contact = parse_reading(reading(*texts, confidence=certainty))
    assert Contact.from_dict(json.loads(json.dumps(contact.to_dict()))) == contact


@st.composite
def damaged(draw: st.DrawFn):
    """A saved contact with one part of it, at any depth, replaced by something else."""
    data = json.loads(json.dumps(FULL))
    place = data
    while True:
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        if isinstance(place[key], dict | list) and place[key] and draw(st.booleans()):
            place = place[key]
        else:
            place[key] = draw(JSON)
            return data


def read(data):
    try:
        return Contact.from_dict(data)
    except RecordError as error:
        return error


@settings(max_examples=300, deadline=None)
@given(damaged() | JSON)
def test_damaged_contact_is_read_or_refused(data):
    assert isinstance(read(data), Contact | RecordError)
