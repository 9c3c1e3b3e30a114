"""``cardscan duplicates``, ``merge`` and ``split``."""

from __future__ import annotations

import json

import pytest
from finds_made_up import AT, AVERY, SPRING, find, keep, met
from pseudo_terminal import at_terminal, needs_terminal

from cardscan.book.store import open_book
from cardscan.book.twins import merge_sure

AVERY_MOVED = ("#Avery Winter", "Director", "Kestrel Ltd", "winter@kestrel.example", "M +44 7700 900199")


@pytest.fixture
def two_averys(people, book):
    """Avery twice, in doubt: the ids."""
    with open_book(book) as opened:
        return people["avery"], *met(opened, AVERY_MOVED, event=SPRING)


@pytest.fixture
def met_again(people, book):
    """Avery at an earlier event as well, merged by a scan: both ids, the older first."""
    with open_book(book) as opened, opened.writing() as session:
        (before,) = keep(session, find(AVERY, "spring.jpg", event=SPRING), event=SPRING)
        merge_sure(session, [before], at=AT)
    return before, people["avery"]


def pairs(typed):
    return json.loads(typed("duplicates", "--json").out)


def names(typed):
    return typed("today", "--json").out.count('"full_name": "Avery Winter"')


def test_a_pair_is_shown_side_by_side_with_what_speaks_for_it(typed, two_averys):
    shown = typed("duplicates")
    assert shown.code == 0
    for text in (
        "may be (",
        "the same name Avery Winter; two companies: Kestrel Ltd, Northwind Ltd",
        "avery@northwind.example",
        "winter@kestrel.example",
        "+44 7700 900199",
        "Spring fair, 2026-03-12",
        "Autumn fair, 2026-11-20",
    ):
        assert text in shown.out
    assert shown.said == "1 pair. To go through them: cardscan duplicates --review\n"


def test_the_commands_that_are_shown_settle_the_pair(typed, two_averys):
    (pair,) = pairs(typed)
    for command in ("two_people", "one_person"):
        assert typed(*pair[command].split()[1:]).code == 0
        assert pairs(typed) == []


def test_nobody_twice_is_a_sentence(typed, people):
    assert typed("duplicates").said == "Nobody seems to be in the book twice.\n"


def test_only_pairs_of_an_event_are_shown_where_it_is_asked_for(typed, two_averys, book):
    assert "1 pair." in typed("duplicates", "--event", "spring").said
    with open_book(book) as opened:
        met(opened, ("#Drew Frost", "Painter", "Rose Bakery", "drew@rose.example"), event=SPRING)
    assert "1 pair." in typed("duplicates", "--event", "spring").said


def test_merges_of_scans_are_shown_with_how_to_undo_them(typed, met_again):
    before, now = met_again
    shown = typed("duplicates", "--sure")
    assert f"{before}, Avery Winter, Northwind Ltd: the same mailbox" in shown.out
    assert typed("split", shown.out.split("cardscan split ")[1].strip()).code == 0
    assert typed("duplicates", "--sure").said == "0 merges that scans made by themselves.\n"
    assert {one["contact_id"] for one in json.loads(typed("today", "--json").out)} >= {before, now}


def test_a_review_needs_a_terminal(typed, two_averys):
    shown = typed("duplicates", "--review")
    assert (shown.code, shown.out) == (2, "")
    assert "no terminal to ask at" in shown.said


@pytest.mark.parametrize("option", ["--sure", "--json"])
def test_a_review_is_no_list(typed, people, option):
    assert typed("duplicates", "--review", option).code == 2


def test_two_names_that_mean_two_people_are_merged_and_it_says_how_to_undo_it(typed, people):
    shown = typed("merge", "avery", "blake")
    assert shown.code == 0
    kept = shown.said.split("cardscan split ")[1].strip()
    assert kept in people.values()
    undone = typed("split", kept)
    assert "Two contacts again:" in undone.said
    assert "They had been merged: by hand." in undone.said
    assert len(json.loads(typed("today", "--json").out)) == len(people)


def test_a_name_that_fits_both_is_told_with_ids_that_work(typed, two_averys):
    shown = typed("merge", "avery", "avery")
    assert shown.code == 2
    assert all(one in shown.said for one in two_averys)
    assert typed("merge", *two_averys).code == 0


def test_a_contact_is_not_merged_with_itself(typed, people):
    shown = typed("merge", "blake", people["blake"])
    assert (shown.code, "one contact already" in shown.said) == (2, True)


def test_who_was_never_merged_cannot_be_split(typed, people):
    shown = typed("split", "blake")
    assert (shown.code, "was not merged with anybody" in shown.said) == (2, True)


def test_two_who_are_said_to_be_two_people_are_no_pair_any_more(typed, two_averys):
    assert "are two people." in typed("split", *two_averys).said
    assert pairs(typed) == []


def test_what_a_card_says_does_not_drive_the_terminal(typed, people, book):
    with open_book(book) as opened:
        met(opened, ("#Avery Winter", "Director", "Kestrel \x1b[2J Ltd", "winter@kestrel.example"))
    shown = typed("duplicates")
    assert "\x1b" not in shown.out + shown.said


@needs_terminal
@pytest.mark.parametrize(("answer", "left"), [("m\n", 0), ("k\n", 0), ("s\n", 1), ("q\n", 1)])
def test_a_review_keeps_each_answer(typed, two_averys, answer, left):
    code, said = at_terminal(answer, "duplicates", "--review")
    assert code == 0, said
    assert "One person?" in said
    assert len(pairs(typed)) == left
    assert names(typed) == (1 if answer == "m\n" else 2)


@needs_terminal
@pytest.mark.parametrize(("answer", "left"), [("y\n", 0), ("n\n", 1)])
def test_a_merge_shows_both_and_asks_at_a_terminal(typed, two_averys, answer, left):
    code, said = at_terminal(answer, "merge", *two_averys)
    assert code == 0, said
    assert "winter@kestrel.example" in said
    assert len(pairs(typed)) == left


@needs_terminal
def test_a_merge_that_was_told_yes_does_not_ask(typed, two_averys):
    code, said = at_terminal("", "merge", *two_averys, "--yes")
    assert (code, "Are these one person?" in said) == (0, False)
