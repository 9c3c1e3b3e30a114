from __future__ import annotations

import pytest

from cardscan.evaluate.agreement import Agreement, compare, same_phone
from cardscan.evaluate.rows import GivenRow
from cardscan.evaluate.truth import TrueCard


def agreement(field: str, want: str, given: str) -> Agreement:
    return compare(TrueCard(values={field: (want,)}), GivenRow(values={field: (given,)}))[field]


@pytest.mark.parametrize(
    ("want", "given", "why"),
    [
        ("+442079460958", "+442079460958", "equal"),
        ("+442079460958", "02079460958", "the country code is left out"),
        ("+442079460958", "442079460958", "the plus is left out"),
        ("79460958", "+442079460958", "the card prints the number shortened"),
    ],
)
def test_phones_are_the_same(want: str, given: str, why: str) -> None:
    assert same_phone(want, given), why


@pytest.mark.parametrize(
    ("want", "given", "why"),
    [
        ("+442079460958", "+442079460959", "another digit"),
        ("+442079460958", "79460958", "the area code is missing"),
        ("0958", "+442079460958", "too short to tell"),
        ("60958", "+4420794160958", "too much before it"),
    ],
)
def test_phones_are_not_the_same(want: str, given: str, why: str) -> None:
    assert not same_phone(want, given), why


@pytest.mark.parametrize(
    ("field", "want", "given"),
    [
        ("title", "head of marine sales", "head of marine sa1es"),
        ("company", "例示 株式会社", "例示株式会社"),
        ("address", "12 quay street harbourton hb1 2ab", "harbourton hb1 2ab 12 quay street"),
        ("address", "東京都 港区 例 1 2 3", "東京都港区例123"),
    ],
)
def test_texts_that_are_alike_agree(field: str, want: str, given: str) -> None:
    assert agreement(field, want, given) == Agreement(right=(given,))


@pytest.mark.parametrize(
    ("field", "want", "given"),
    [
        ("name", "jo hart", "jo hartt"),
        ("email", "jo@quay.example", "jo@quay.examp1e"),
        ("title", "head of sales", "head of marketing"),
        ("address", "12 quay street harbourton hb1 2ab", "quay street"),
    ],
)
def test_texts_that_differ_are_missed_and_wrong(field: str, want: str, given: str) -> None:
    assert agreement(field, want, given) == Agreement(missed=(want,), wrong=(given,))


def test_value_given_twice_counts_once() -> None:
    card = TrueCard(values={"email": ("jo@quay.example",)})
    row = GivenRow(values={"email": ("jo@quay.example", "jo@quay.example")})
    assert compare(card, row)["email"] == Agreement(right=("jo@quay.example",))


def test_other_reading_counts_as_right() -> None:
    card = TrueCard(values={"name": ("山田太郎",)}, alternatives={"name": ("taro yamada",)})
    row = GivenRow(values={"name": ("taro yamada",)})
    assert compare(card, row)["name"] == Agreement(right=("taro yamada",))


def test_illegible_field_is_not_measured() -> None:
    card = TrueCard(values={"email": ("jo@quay.example",)}, illegible=frozenset({"emails"}))
    assert compare(card, GivenRow())["email"] == Agreement()


def test_department_in_the_column_of_the_title_is_not_wrong() -> None:
    card = TrueCard(values={"department": ("sales",)})
    assert compare(card, GivenRow(values={"title": ("sales", "king")}))["title"] == Agreement(wrong=("king",))
