from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from people_made_up import colleagues_and_second_cards, entry

from cardscan.followup.duplicates import Pair, Person, find_pairs
from cardscan.followup.duplicates.keys import candidates
from cardscan.followup.duplicates.names import Likeness, likeness
from cardscan.followup.duplicates.traits import traits_of

ADA = {
    "name": "Ada Winter",
    "company": "Northwind Ltd",
    "email": "ada.winter@northwind.example",
    "mobile_phone": ("+44 7700 900101",),
    "work_phone": ("+44 20 7946 0100",),
}
OFFICE = {"name": "", "email": "", "mobile_phone": ()}


def pairs(*cards: dict[str, object]) -> tuple[Pair, ...]:
    """What is found among contacts of one card each, whose ids are their numbers."""
    return find_pairs([Person(key=str(at), entries=(entry(**card),)) for at, card in enumerate(cards)])  # type: ignore[arg-type]


SURE = [
    ({}, "the same card twice"),
    ({"mobile_phone": ()}, "the same name and mailbox"),
    ({"email": ""}, "the same name and mobile"),
    ({"name": "WINTER Ada"}, "the family name first"),
    ({"name": "Ada Wlnter"}, "a letter misread, the same mailbox"),
    ({"name": "Ada Wintr", "mobile_phone": ()}, "a letter lost, the same mailbox"),
    ({"name": "Áda Winter"}, "an accent lost"),
    ({"email": "ada.wlnter@northwind.example"}, "a mailbox misread, the same mobile"),
    ({"company": "Northvvind Ltd", "mobile_phone": ()}, "the company misread"),
]


@pytest.mark.parametrize(("changed", "why"), SURE)
def test_nobody_need_look_at_these(changed: dict[str, object], why: str) -> None:
    (pair,) = pairs(ADA, ADA | changed)
    assert pair.sure, why
    assert pair.score >= 0.9


DOUBTFUL = [
    ({"company": "Kestrel Boats", "email": "ada@kestrel.example", "mobile_phone": ()}, "another employer"),
    ({"company": "Kestrel Boats", "email": ""}, "another employer, the same mobile"),
    ({"email": "ada.winter2@northwind.example", "mobile_phone": ()}, "mother and daughter of one name"),
    ({"email": "ada.winter2@northwind.example"}, "mother and daughter with one mobile"),
    ({"name": "Ada Winter Jr", "mobile_phone": ()}, "a mailbox that went from mother to daughter"),
    ({"name": "Ben Hart", "mobile_phone": ()}, "two names at one mailbox"),
    ({"name": "Ida Winter", "mobile_phone": ()}, "two given names of one letter's difference"),
    ({"name": "Ben Hart", "email": ""}, "two names at one mobile"),
    ({"name": "", "mobile_phone": ()}, "no name"),
    ({"name": "????", "mobile_phone": ()}, "a name that an encoding destroyed"),
    ({"name": "Ada Wlnter", "email": "", "mobile_phone": ()}, "a letter misread in the same company"),
    ({"name": "Adz Wimter", "email": "", "mobile_phone": ()}, "two letters misread in the same company"),
    ({"name": "A. Winter", "email": "", "mobile_phone": ()}, "an initial in the same company"),
    ({"name": "Ada M. Winter", "email": "", "mobile_phone": ()}, "a name in the middle"),
    ({"name": "Winter, Ada", "email": "", "mobile_phone": ()}, "the same name in the same company"),
]


@pytest.mark.parametrize(("changed", "why"), DOUBTFUL)
def test_person_should_look_at_these(changed: dict[str, object], why: str) -> None:
    (pair,) = pairs(ADA, ADA | changed)
    assert not pair.sure, why
    assert 0 < pair.score < 0.9


COLLEAGUE = {"name": "Ben Hart", "email": "ben.hart@northwind.example", "mobile_phone": ("+44 7700 900102",)}
NO_PAIR = [
    (ADA, ADA | COLLEAGUE, "the same switchboard, domain and company"),
    (ADA, ADA | COLLEAGUE | {"name": "Ben Winter", "email": ""}, "colleagues of one family name"),
    (ADA, ADA | COLLEAGUE | {"name": "Ida Winter"}, "sisters with mailboxes of their own"),
    (ADA, ADA | COLLEAGUE | {"name": "A. Winter", "email": "anna@northwind.example"}, "another A. Winter"),
    (
        ADA | {"email": "info@northwind.example"},
        ADA | COLLEAGUE | {"email": "info@northwind.example"},
        "info@",
    ),
    (
        ADA | {"email": "sales@northwind.example"},
        ADA | OFFICE | {"email": "sales@northwind.example"},
        "sales@",
    ),
    (ADA | {"fax": ("+44 20 7946 0109",)}, ADA | COLLEAGUE | {"fax": ("+44 20 7946 0109",)}, "a fax"),
    (ADA | OFFICE, ADA | OFFICE, "an office with nobody's name"),
    ({"name": "Ada", "company": "Northwind"}, {"name": "Ada", "company": "Kestrel"}, "half a name"),
    (
        {"name": "田中一郎", "company": "北風"},
        {"name": "田中二郎", "company": "北風"},
        "brothers in one firm",
    ),
    ({"name": ""}, {"name": ""}, "nothing on either"),
]


@pytest.mark.parametrize(("one", "other", "why"), NO_PAIR)
def test_these_are_two_people(one: dict[str, object], other: dict[str, object], why: str) -> None:
    assert pairs(one, other) == (), why


def test_pair_says_what_they_share_and_where_they_differ() -> None:
    (pair,) = pairs(ADA, ADA | {"name": "Ben Hart", "company": "Kestrel Boats"})
    assert pair.why == (
        "the same mailbox ada.winter@northwind.example",
        "the same mobile +44 7700 900101",
        "two names: Ada Winter, Ben Hart",
        "the same company Northwind Ltd",
    )


def test_mobile_of_many_names_is_an_offices() -> None:
    names = ("Ada Winter", "Ben Hart", "Carla Stone", "Dan Fell")
    line = [{"name": name, "mobile_phone": ("+44 7700 900101",)} for name in names]
    assert len(pairs(*line[:3])) == 3
    assert pairs(*line) == ()


def test_person_at_many_events_under_misread_names_keeps_the_mobile() -> None:
    names = ("Ada Winter", "Ada Wlnter", "Ada Wintr", "Ada Vinter", "Ada Winte")
    assert pairs(*[{"name": name, "mobile_phone": ("+44 7700 900101",)} for name in names])


def test_contact_met_at_two_employers_is_known_at_either() -> None:
    moved = entry(**ADA | {"company": "Kestrel Boats", "email": "ada@kestrel.example", "mobile_phone": ()})  # type: ignore[arg-type]
    known = Person(key="a", entries=(entry(**ADA), moved))  # type: ignore[arg-type]
    (pair,) = find_pairs([known, Person(key="b", entries=(replace(moved, event="Spring fair"),))])
    assert pair.sure
    assert "the same mailbox ada@kestrel.example" in pair.why


def test_one_that_was_met_first_stands_first() -> None:
    new, old = entry(**ADA), replace(entry(**ADA), event_date=date(2026, 3, 12))  # type: ignore[arg-type]
    (pair,) = find_pairs([Person(key="a", entries=(new,)), Person(key="b", entries=(old,))])
    assert (pair.one, pair.other) == ("b", "a")


NAMES: list[tuple[str, str, Likeness]] = [
    ("ada winter", "winter ada", "same"),
    ("anna lena winter", "annalena winter", "same"),
    ("ada winter", "ada wlnter", "misread"),
    ("bernd winter", "bemd winter", "misread"),
    ("thomas meyer", "thomas meier", "misread"),
    ("alexandra winter", "alexsamdra winter", "near"),
    ("jan hart", "jon hart", "alike"),
    ("a winter", "ada winter", "alike"),
    ("thomas muller", "thomas muller jr", "alike"),
    ("a winter", "a winkler", "other"),
    ("ada winter", "ada summer", "other"),
    ("wu li", "wu lu", "other"),
    ("ada", "ada winter", "other"),
    ("a w", "ada winter", "other"),
    ("", "", "other"),
]


@pytest.mark.parametrize(("one", "other", "expected"), NAMES)
def test_likeness_of_two_names(one: str, other: str, expected: Likeness) -> None:
    assert likeness(tuple(one.split()), tuple(other.split())) == expected
    assert likeness(tuple(other.split()), tuple(one.split())) == expected


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_none_of_the_sure_ones_is_wrong_and_hardly_one_is_missed(seed: int) -> None:
    people, true = colleagues_and_second_cards(seed, 2000, 300)
    found = find_pairs(people)
    sure = {frozenset((pair.one, pair.other)) for pair in found if pair.sure}
    assert sure - true == set()
    assert len(sure) >= 0.75 * len(true)  # the others have neither mailbox nor mobile in common, or a doubt
    assert len({frozenset((pair.one, pair.other)) for pair in found} & true) >= 0.98 * len(true)


def test_order_of_the_contacts_does_not_count() -> None:
    people, _ = colleagues_and_second_cards(4, 300, 60)
    shuffled = random.Random(5).sample(people, len(people))  # noqa: S311 - no secret
    assert find_pairs(people) == find_pairs(shuffled)


def test_twice_the_people_take_about_twice_the_comparisons() -> None:
    counts = [
        len(compared(colleagues_and_second_cards(6, size, size // 10)[0])) for size in (1000, 2000, 4000)
    ]
    assert counts[0] < 5 * 1000
    assert counts[2] < 3 * counts[1] < 9 * counts[0]


def test_company_of_thousands_of_one_family_is_not_compared_all_with_all() -> None:
    clan = [
        Person(key=str(at), entries=(entry(f"P{at:04} Winter", company="Northwind", mobile_phone=("+1 1",)),))
        for at in range(2000)
    ]
    assert len(compared(clan)) < 40 * len(clan)


def compared(people: list[Person]) -> list[tuple[int, int]]:
    return candidates([tuple(map(traits_of, person.entries)) for person in people])
