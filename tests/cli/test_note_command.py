from __future__ import annotations

import json

import pytest


def test_a_note_says_what_was_understood_and_what_comes_next(typed, people):
    shown = typed("note", "avery", "hot, call on Thursday")
    assert (shown.code, shown.out) == (0, "")
    assert "Avery Winter, Northwind Ltd: noted. Understood: priority A" in shown.said
    assert "Next: call by Thu 26 Nov 2026" in shown.said


def test_of_a_note_that_asks_for_nothing_nothing_is_said_to_be_understood(typed, people):
    assert "Understood" not in typed("note", "avery", "has a green van").said


def test_a_note_stands_in_what_is_known_of_somebody(typed, people):
    typed("note", "avery", "has a green van")
    assert json.loads(typed("who", "avery", "--json").out)["notes"] == "has a green van"


def test_a_hostile_note_does_not_drive_the_terminal(typed, people):
    typed("note", "avery", "call \x1b]0;owned\x07 on Thursday")
    shown = typed("who", "avery")
    assert ("\x1b" in shown.out, "\x07" in shown.out) == (False, False)


def test_a_note_about_nobody_is_a_sentence(typed, people):
    shown = typed("note", "Zacharias", "hot")
    assert (shown.code, "Nobody in the book fits Zacharias" in shown.said) == (2, True)


@pytest.mark.parametrize("text", ["", "  "])
def test_an_empty_note_is_refused(typed, people, text):
    assert typed("note", "avery", text).said == "cardscan: The note is empty.\n"


def test_a_note_that_is_no_text_is_a_sentence(typed, people):
    shown = typed("note", "avery", "caf\udce9")
    assert (shown.code, "not in UTF-8" in shown.said) == (2, True)
