from __future__ import annotations

import csv
import io
import json

import pytest
from finds_made_up import SPRING, find, keep, met

from cardscan.book.store import open_book

HOSTILE = ("#Casey\x1b]0;owned\x07 Stone", "Baker", "=cmd|'/C calc'!A0 Ltd", "casey@rose.example")


def test_a_table_says_whom_to_call_with_the_number_and_why(typed, people):
    shown = typed("today")
    assert shown.code == 0
    assert shown.out.splitlines()[1].split("  ")[0] == "Mon 23 Nov 2026"
    assert "+44 7700 900101" in shown.out
    assert "1st step after Autumn fair" in shown.out
    assert shown.said == "3 due, 0 of them overdue.\n"


def test_the_json_holds_everything_at_hand(typed, people):
    avery, *_ = json.loads(typed("today", "--json").out)
    assert avery == {
        "due": "2026-11-23",
        "overdue_days": 0,
        "priority": "B",
        "next_action": "call",
        "how": "+44 7700 900101",
        "full_name": "Avery Winter",
        "company": "Northwind Ltd",
        "why": "1st step after Autumn fair",
        "event": "Autumn fair",
        "notes": [],
        "contact_id": people["avery"],
    }


def test_the_csv_has_a_row_each_and_phones_as_they_are(typed, people):
    shown = typed("today", "--csv")
    rows = list(csv.DictReader(io.StringIO(shown.out)))
    assert [(row["full_name"], row["how"]) for row in rows] == [
        ("Avery Winter", "+44 7700 900101"),
        ("Blake Hart", "+44 7700 900102"),
        ("Casey Stone", "+44 7700 900103"),
    ]
    assert shown.said == ""


def test_json_and_csv_at_once_are_refused(typed):
    shown = typed("today", "--json", "--csv")
    assert (shown.code, shown.out) == (2, "")
    assert "choose one" in shown.said


def test_an_empty_book_says_that_nothing_is_due(typed):
    shown = typed("today")
    assert (shown.code, shown.out, shown.said) == (0, "", "Nothing is due today.\n")


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_an_empty_list_is_still_a_list(typed, form):
    shown = typed("today", form)
    assert (shown.code, shown.out.count("\n"), "Avery" in shown.out) == (0, 1, False)


def test_one_event_alone(typed, people, book):
    with open_book(book) as opened:
        met(opened, ("#Dana Frost", "dana@frost.example"), event=SPRING)
    (dana,) = json.loads(typed("today", "--event", "spring", "--json").out)
    assert dana["event"] == "Spring fair"


def test_more_days_ahead_than_a_calendar_has_are_refused(typed, people):
    assert typed("today", "--ahead", "99999999").code == 2


def test_an_event_that_is_none_is_a_sentence(typed, people):
    shown = typed("today", "--event", "winter")
    assert shown.code == 2
    assert "No event in the book fits 'winter'. See them all: cardscan event list" in shown.said


def test_a_card_drives_neither_the_terminal_nor_a_spreadsheet(typed, book):
    with open_book(book) as opened, opened.writing() as session:
        keep(session, find(HOSTILE))
    assert "\x1b" not in typed("today").out
    cells = next(csv.DictReader(io.StringIO(typed("today", "--csv").out))).values()
    assert not [cell for cell in cells if cell.startswith("=")]


@pytest.mark.parametrize("day", ["tomorrow", "2026-13-01", "23.11.2026"])
def test_a_day_of_the_environment_that_is_none_is_a_sentence(typed, monkeypatch, day):
    monkeypatch.setenv("CARDSCAN_TODAY", day)
    shown = typed("today")
    assert shown.code == 2
    assert f"CARDSCAN_TODAY is {day!r}; write it as 2026-11-20" in shown.said


def test_settings_that_are_not_there_are_a_sentence(typed, monkeypatch):
    monkeypatch.setenv("CARDSCAN_SETTINGS", "nowhere.toml")
    shown = typed("today")
    assert (shown.code, "nowhere.toml, which does not exist" in shown.said) == (2, True)


def test_a_book_that_is_none_is_a_sentence(typed, tmp_path):
    (tmp_path / "notes.txt").write_text("Call Avery.\n" * 200)
    shown = typed("today", "--book", "notes.txt")
    assert shown.code == 2
    assert "it is damaged, and was left as it is" in shown.said


def test_a_password_is_told_to_nobody(typed):
    shown = typed("today", "--book", "mysql://robin:geheim@db.example/cards")
    assert (shown.code, "geheim" in shown.said) == (2, False)
