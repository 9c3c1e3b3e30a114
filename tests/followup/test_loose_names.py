from __future__ import annotations

import random
import string
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from faker import Faker
from hypothesis import given
from hypothesis import strategies as st

from cardscan.followup.people import Found, find_people

if TYPE_CHECKING:
    from collections.abc import Mapping

PEOPLE = {
    "caverywinter": ("Avery Winter", "Northwind Ltd", "avery@northwind.example"),
    "caverystone2": ("Avery Stone", "Kestrel Boats", "a.stone@kestrel.example"),
    "cbenhart2222": ("Ben Hart", "Winter & Sons", "ben@winter.example"),
    "czoemuller22": ("Zoë Müller-Lüdenscheidt", "Quarz & Söhne GmbH", "z.mueller@quarz.example"),
    "cyamadataro2": ("山田 太郎", "北風株式会社", "yamada@kitakaze.example"),
    "cirina222222": ("Ирина Петрова", "Ветер", "irina@veter.example"),
    "cjan22222222": ("Jan Mc Donald", "Kestrel Boats", ""),
    "cinfo2222222": ("", "Harbour Office", "info@harbour.example"),
}

CLEAR = [
    ("avery winter", "caverywinter"),
    ("  AVERY   WINTER ", "caverywinter"),
    ("Winter, Avery", "caverywinter"),
    ("Winter", "caverywinter"),
    ("a. winter", "caverywinter"),
    ("Avery W", "caverywinter"),
    ("averi wintr", "caverywinter"),
    ("Wintre", "caverywinter"),
    ("Nortwind", "caverywinter"),
    ("Avery at Northwind", "caverywinter"),
    ("Avery @ Northwind", "caverywinter"),
    ("Avery Northwind", "caverywinter"),
    ("avery at nortwind", "caverywinter"),
    ("Mrs Winter", "caverywinter"),
    ("AVERY@northwind.example", "caverywinter"),
    ("CAVERYWINTER", "caverywinter"),
    ("Ben Winter", "cbenhart2222"),
    ("zoe muller", "czoemuller22"),
    ("Ludenscheidt", "czoemuller22"),
    ("Quarz", "czoemuller22"),
    ("山田太郎", "cyamadataro2"),
    ("山田", "cyamadataro2"),
    ("山田　太郎", "cyamadataro2"),
    ("ирина", "cirina222222"),
    ("Ирина Петрва", "cirina222222"),
    ("Jan McDonald", "cjan22222222"),
    ("Yamada", "cyamadataro2"),
    ("irina veter", "cirina222222"),
    ("info@harbour.example", "cinfo2222222"),
    ("Harbour Office", "cinfo2222222"),
]


@pytest.mark.parametrize(("wanted", "key"), CLEAR)
def test_clear_text_finds_one(wanted: str, key: str) -> None:
    assert find_people(wanted, PEOPLE).matches == (key,)


ASKED = [
    ("Avery", ("caverywinter", "caverystone2")),
    ("averi", ("caverywinter", "caverystone2")),
    ("Kestrel", ("caverystone2", "cjan22222222")),
    ("kestrel boats", ("caverystone2", "cjan22222222")),
]


@pytest.mark.parametrize(("wanted", "keys"), ASKED)
def test_text_that_fits_several_finds_all_of_them(wanted: str, keys: tuple[str, ...]) -> None:
    assert find_people(wanted, PEOPLE).matches == keys


NOBODY = [
    "Bea Hart",
    "Jon",
    "Hard",
    "Avery Summer",
    "avery@kestrel.example",
    "A",
    "w. hart",
    "a. northwind",
    "averi kestrel",
    "Zed Zulu",
]


@pytest.mark.parametrize("wanted", NOBODY)
def test_text_that_fits_nobody_finds_nobody(wanted: str) -> None:
    assert find_people(wanted, PEOPLE).matches == ()


@pytest.mark.parametrize(
    ("wanted", "first"),
    [
        ("Avery Wnitres", "caverywinter"),
        ("Bnn Hrat", "cbenhart2222"),
        ("Ave", "caverywinter"),
        ("zoe.muller@quarz.example", "czoemuller22"),
    ],
)
def test_text_that_fits_nobody_suggests_the_nearest(wanted: str, first: str) -> None:
    found = find_people(wanted, PEOPLE)
    assert found.matches == ()
    assert found.near[0] == first


def test_two_of_one_name_are_both_found() -> None:
    people = {"a": ("Avery Winter", "Northwind"), "b": ("Avery Winter", "Kestrel")}
    assert find_people("Avery Winter", people).matches == ("a", "b")
    assert find_people("Avery Winter Kestrel", people).matches == ("b",)


def test_whole_name_comes_before_a_longer_one() -> None:
    people = {"a": ("Avery Winter Stone",), "b": ("Avery Winter",)}
    assert find_people("Avery Winter", people).matches == ("b",)


def test_one_who_is_a_letter_further_off_is_asked_about_too() -> None:
    people = {"a": ("Martin Keller",), "b": ("Martim Keller",)}
    assert set(find_people("Martin Kelller", people).matches) == {"a", "b"}


@pytest.mark.parametrize("wanted", ["", "  ", "?!", "@", "\x00"])
def test_nothing_typed_finds_nobody(wanted: str) -> None:
    assert find_people(wanted, PEOPLE) == Found()


def test_nobody_is_found_where_nobody_is() -> None:
    assert find_people("Avery", {}) == Found()


@given(
    st.text(max_size=40),
    st.dictionaries(st.text(max_size=5), st.tuples(st.text(max_size=20), st.text(max_size=20))),
)
def test_any_text_finds_only_people_who_are_there(wanted: str, people: Mapping[str, tuple[str, ...]]) -> None:
    found = find_people(wanted, people)
    assert {*found.matches, *found.near} <= set(people)
    assert not (found.matches and found.near)


def test_full_name_with_one_letter_wrong_finds_its_bearer_and_nobody_else() -> None:
    dice, people = random.Random(2), made_up(3000)  # noqa: S311 - no secret
    counts: Counter[str] = Counter()
    for key in dice.sample(sorted(people), 200):
        found = find_people(mistyped(people[key][0], dice), people)
        wrong = found.matches and key not in found.matches
        counts["wrong" if wrong else "alone" if len(found.matches) == 1 else "asked"] += 1
    assert counts["wrong"] == 0
    assert counts["alone"] >= 170


def made_up(count: int) -> dict[str, tuple[str, ...]]:
    """People of ten locales."""
    fake = Faker(["en_GB", "de_DE", "fr_FR", "es_ES", "pl_PL", "pt_BR", "it_IT", "cs_CZ", "ru_RU", "ja_JP"])
    fake.seed_instance(1)
    return {
        f"c{at:05}": (f"{fake.first_name()} {fake.last_name()}", f"{fake.last_name()} Ltd")
        for at in range(count)
    }


def mistyped(name: str, dice: random.Random) -> str:
    """A name with a letter left out, put in, changed, or two of them turned round."""
    at, letter = dice.randrange(len(name) - 1), dice.choice(string.ascii_lowercase)
    before, here, after = name[:at], name[at], name[at + 1 :]
    return dice.choice([before + after, before + letter + here + after, before + letter + after,
                        before + after[0] + here + after[1:]])  # fmt: skip
