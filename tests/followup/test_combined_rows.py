"""Two cards of one person make one row: nothing that either says is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people_made_up import entry

from cardscan.followup.duplicates.combined import combined

ADA = {"company": "Northwind Ltd", "email": "ada@northwind.example", "mobile_phone": ("+44 7700 900101",)}

GAINED = [
    ({}, {"company": "Kestrel Ltd"}, {"company": "Kestrel Ltd"}, "what is missing is filled in"),
    ({"city": "Harbourton"}, {"street": "12 Quay Street"}, {"street": ""}, "an address is of one card"),
    (
        {"email": "ada@one.example"},
        {"email": "ada@two.example", "other_emails": ("ada@one.example",)},
        {"email": "ada@one.example", "other_emails": ("ada@two.example",)},
        "mailboxes are gained, each once",
    ),
    (
        {"mobile_phone": ("+44 7700 900101",)},
        {"mobile_phone": ("+44 7700 900102", "+44 7700 900101")},
        {"mobile_phone": ("+44 7700 900101", "+44 7700 900102")},
        "so are phones",
    ),
    ({"photo": ("a.jpg",)}, {"photo": ("b.jpg",)}, {"photo": ("a.jpg", "b.jpg")}, "photos of both"),
    ({"notes": "likes tea"}, {"notes": "likes boats"}, {"notes": "likes tea; likes boats"}, "notes of both"),
    ({"company": "One"}, {"company": "Two"}, {"company": "One", "notes": "also: Two"}, "no second company"),
    ({"department": "Sales"}, {"department": "Export"}, {"notes": "also: Export"}, "no second department"),
    ({"company": "A"}, {"company": "B; C"}, {"notes": "also: B, C"}, "one value of a cell of several"),
    ({"priority": "A"}, {"priority": "C"}, {"priority": "A"}, "the step is the leading one's"),
    ({}, {"needs_review": True}, {"needs_review": True}, "to be looked at if either is"),
    ({"confidence": 0.9}, {"confidence": 0.4}, {"confidence": 0.4}, "the lower confidence"),
]


@pytest.mark.parametrize(("lead", "other", "row", "why"), GAINED, ids=[why for *_, why in GAINED])
def test_the_leading_card_gains_what_the_other_says(lead, other, row, why):
    made = combined(entry("Ada Winter", **lead), [entry("Ada Winter", **other)])
    assert {column: getattr(made, column) for column in row} == row, why


def test_a_name_that_differs_stands_in_the_notes():
    made = combined(entry("Ada Winter"), [entry("A. Winter-Hart")])
    assert (made.full_name, made.notes) == ("Ada Winter", "also: A. Winter-Hart")


def test_what_a_person_corrected_stays_as_it_is():
    made = combined(entry("Ada Winter"), [entry("Ada Winter", **ADA)], settled=("company", "mobile_phone"))
    assert (made.company, made.mobile_phone, made.email) == ("", (), "ada@northwind.example")


def test_without_others_a_row_is_itself():
    assert combined(lead := entry("Ada Winter", **ADA), []) == lead


WORDS = st.sampled_from(["", "Ada Winter", "A. Winter", "Northwind", "Kestrel"])
PHONES = st.lists(st.sampled_from(["+44 7700 900101", "+44 7700 900102"]), unique=True).map(tuple)
CARDS = st.builds(
    entry, WORDS, company=WORDS, job_title=WORDS, department=WORDS, address=WORDS, mobile_phone=PHONES
)


@given(CARDS, st.lists(CARDS, max_size=3))
def test_nothing_that_a_card_says_is_lost(lead, others):
    made = combined(lead, others)
    notes = made.notes.split("; ")
    for card in others:
        for column in ("full_name", "company", "job_title", "department", "address"):
            said = getattr(card, column)
            assert not said or said == getattr(made, column) or f"also: {said}" in notes
        assert set(card.mobile_phone) <= set(made.mobile_phone)
