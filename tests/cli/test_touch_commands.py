from __future__ import annotations

import json

import pytest
from finds_made_up import met
from pseudo_terminal import at_terminal, needs_terminal

from cardscan.book.store import open_book

AVERY_STONE = ("#Avery Stone", "Baker", "Kestrel Ltd", "stone@kestrel.example", "M +44 7700 900104")


@pytest.fixture
def two_averys(people, book):
    """Two people called Avery: their ids."""
    with open_book(book) as opened:
        return people["avery"], *met(opened, AVERY_STONE)


def history(typed, who):
    return json.loads(typed("who", who, "--json").out)["history"]


def test_done_says_what_was_done_and_what_comes_next(typed, people):
    shown = typed("done", "avery")
    assert (shown.code, shown.out) == (0, "")
    assert shown.said == (
        "Avery Winter, Northwind Ltd: call, no answer. "
        "Next: e-mail by Wed 25 Nov 2026 (2nd step, no answer since 23 Nov 2026).\n"
    )


@pytest.mark.parametrize(
    ("words", "answered"),
    [
        (("left a message",), False),
        (("spoke, wants the price list",), True),
        (("sent", "--answered"), True),
        (("spoke", "--no-answer"), False),
    ],
)
def test_the_words_of_the_note_say_whether_they_answered(typed, people, words, answered):
    typed("done", "avery", *words)
    assert history(typed, "avery")[-1]["answered"] is answered


def test_log_keeps_another_way_than_what_was_due(typed, people):
    shown = typed("log", "avery", "E-Mail", "sent the link")
    assert "e-mail, no answer. Next: call by Mon 23 Nov 2026" in shown.said


def test_a_way_that_is_none_is_a_sentence(typed, people):
    shown = typed("log", "avery", "fax")
    assert shown.code == 2
    assert "'fax' is no way to get in touch. Type one of: call, email, note, meeting, connect." in shown.said
    assert [one["what"] for one in history(typed, "avery")] == ["met"]


@pytest.mark.parametrize(("day", "on"), [("yesterday", "2026-11-22"), ("2026-11-21", "2026-11-21")])
def test_what_was_done_earlier_is_kept_for_its_day(typed, people, day, on):
    typed("log", "avery", "call", "--on", day)
    assert history(typed, "avery")[-1]["on"] == on


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-24", "2026-11-24 has not come yet; today is 2026-11-23."),
        ("someday", "'someday' is no day. Type one like 2026-11-23, or yesterday."),
    ],
)
def test_a_day_to_come_or_none_is_refused(typed, people, day, told):
    shown = typed("done", "avery", "--on", day)
    assert (shown.code, told in shown.said) == (2, True)
    assert [one["what"] for one in history(typed, "avery")] == ["met"]


def test_somebody_unknown_is_a_sentence_that_names_the_nearest(typed, people):
    shown = typed("done", "Averill Wintersmith")
    assert shown.code == 2
    assert "Nobody in the book fits Averill Wintersmith. Did you mean Avery Winter" in shown.said


def test_where_two_fit_and_nobody_can_be_asked_both_are_named_with_their_ids(typed, two_averys):
    shown = typed("done", "avery")
    assert shown.code == 2
    assert all(one in shown.said for one in two_averys)


def test_an_id_tells_two_people_apart(typed, two_averys):
    assert "Avery Stone, Kestrel Ltd: call" in typed("done", two_averys[1]).said


@needs_terminal
def test_where_two_fit_it_asks_at_a_terminal(typed, two_averys):
    code, said = at_terminal("2\n", "done", "avery")
    assert code == 0
    assert "avery fits several people:" in said
    chosen = said.split("  2  ")[1].split(",")[0]
    assert f"{chosen}, " in said.splitlines()[-1]


@needs_terminal
def test_an_answer_that_is_none_is_asked_again(typed, two_averys):
    code, said = at_terminal("7\n1\n", "done", "avery")
    assert (code, said.count("Which one")) == (0, 2)


def test_nothing_typed_is_nobody(typed, people):
    assert typed("done", "").code == 2
