from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.followup.report import goal_number, result_sentence

NUMBERS = [
    ("three distributors", 3),
    ("3 Vertriebspartner", 3),
    ("a dozen", 12),
    ("two dozen leads", 24),
    ("half a dozen demos", 6),
    ("ein halbes Dutzend Termine", 6),
    ("une douzaine de rendez-vous", 12),
    ("at least 2 new clients", 2),
    ("mindestens fünf Gespräche", 5),
    ("Dos distribuidores", 2),
    ("close 2 deals in 2026", 2),
    ("1,000 leads", 1000),
    ("3-5 clients", 3),
    ("Meet ten people in Q3", 10),
    ("a couple of investors", 2),
]


@pytest.mark.parametrize(("goal", "number"), NUMBERS)
def test_number_of_a_goal_is_found(goal: str, number: int) -> None:
    assert goal_number(goal) == number


NO_NUMBERS = [
    ("", "nothing"),
    ("find a distributor", "an article"),
    ("ein Gefühl für den Markt", "an article"),
    ("B2B partners", "a name"),
    ("budget for Q3", "a quarter"),
    ("partners for 2027", "a year"),
    ("10 % more leads", "a share"),
    ("€5000 of orders", "a price"),
    ("5000 EUR of orders", "a price"),
    ("grow by 2.5 points", "no whole number"),
    ("someone in tents", "a word that holds a number"),
    ("0 waste", "nothing to reach"),
]


@pytest.mark.parametrize(("goal", "why"), NO_NUMBERS)
def test_goal_without_a_number_has_none(goal: str, why: str) -> None:
    assert goal_number(goal) is None, why


@pytest.mark.parametrize(
    ("goal", "sentence"),
    [
        ("three distributors", "1 of 3 distributors"),
        ("At least two new clients!", "1 of 2 new clients"),
        ("a dozen", "1 of 12"),
        ("meet\ninvestors", "1 (goal: meet investors)"),
        (" ", "1"),
    ],
)
def test_result_is_told_against_the_goal(goal: str, sentence: str) -> None:
    assert result_sentence(1, goal) == sentence


@given(st.text())
def test_any_text_is_a_goal(goal: str) -> None:
    number = goal_number(goal)
    assert number is None or number > 0
    assert result_sentence(0, goal).splitlines() == [result_sentence(0, goal)]
