from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ((), "Tue 24 Nov 2026"),
        (("2026-12-01",), "Tue 1 Dec 2026"),
        (("Thursday",), "Thu 26 Nov 2026"),
        (("in 10 days",), "Thu 3 Dec 2026"),
        (("next week",), "Mon 30 Nov 2026"),
    ],
)
def test_snooze_understands_days_as_people_say_them(typed, people, words, day):
    shown = typed("snooze", "avery", *words)
    assert (shown.code, shown.said) == (0, f"Avery Winter, Northwind Ltd: Put off until {day}: call.\n")


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-11-20", "2026-11-20 is not after today, 2026-11-23. Type a day to come."),
        ("2026-11-23", "2026-11-23 is not after today"),
        ("9999-12-31", "9999-12-31 is years away"),
        ("someday", "'someday' is no day that is understood."),
        ("2026-02-30", "'2026-02-30' is no day that is understood."),
    ],
)
def test_a_day_that_has_passed_or_is_none_changes_nothing(typed, people, day, told):
    shown = typed("snooze", "avery", day)
    assert (shown.code, told in shown.said) == (2, True)
    assert len(json.loads(typed("today", "--json").out)) == 3


def test_skip_ends_it_and_keeps_why(typed, people):
    assert "Nothing more will be done." in typed("skip", "avery", "moved to another trade").said
    known = json.loads(typed("who", "avery", "--json").out)
    assert (known["status"], known["notes"]) == ("skipped", "moved to another trade")


def test_snooze_takes_up_again_who_was_skipped(typed, people):
    typed("skip", "avery")
    assert "Put off until Thu 26 Nov 2026" in typed("snooze", "avery", "Thursday").said


@pytest.mark.parametrize("command", ["snooze", "skip"])
def test_somebody_unknown_changes_nothing(typed, people, command):
    shown = typed(command, "Zacharias")
    assert (shown.code, "Nobody in the book fits Zacharias" in shown.said) == (2, True)
