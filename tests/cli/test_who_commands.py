from __future__ import annotations

import json

import pytest
from finds_made_up import find, keep

from cardscan.book.store import open_book


def test_who_tells_the_card_what_happened_and_what_comes_next(typed, people):
    typed("done", "avery", "left a message")
    told = typed("who", "avery").out.splitlines()
    assert told[0] == "Avery Winter, Northwind Ltd"
    assert "mobile +44 7700 900101" in told
    assert "Fri 20 Nov 2026  met: Autumn fair" in told
    assert "Mon 23 Nov 2026  call, no answer: left a message" in told
    assert told[-1].startswith("Next: e-mail by Wed 25 Nov 2026")


def test_who_as_json_has_the_columns_of_the_queue_and_the_history(typed, people):
    known = json.loads(typed("who", "blake", "--json").out)
    assert (known["contact_id"], known["company"]) == (people["blake"], "Sommer Optics")
    assert known["history"] == [{"on": "2026-11-20", "what": "met", "text": "Autumn fair", "answered": None}]


def test_stale_lists_whom_nobody_spoke_to_for_long(typed, people, monkeypatch):
    typed("done", "avery")
    monkeypatch.setenv("CARDSCAN_TODAY", "2027-02-18")
    shown = typed("stale")
    assert [line.split()[0] for line in shown.out.splitlines()[1:]] == ["90", "90"]
    assert "never since the event" in shown.out
    assert shown.said == "2 people without a touch for 90 days or more.\n"


def test_stale_as_json(typed, people, monkeypatch):
    typed("done", "avery")
    monkeypatch.setenv("CARDSCAN_TODAY", "2026-11-24")
    found = json.loads(typed("stale", "--days", "1", "--json").out)
    assert [(one["full_name"], one["days"], one["touched"]) for one in found][-1] == ("Avery Winter", 1, True)


def test_nobody_is_stale_in_an_empty_book(typed):
    shown = typed("stale")
    assert (shown.code, shown.out) == (0, "")


@pytest.mark.parametrize("days", ["0", "-1", "many", "9999999"])
def test_days_that_cannot_be_are_refused(typed, days):
    assert typed("stale", "--days", days).code == 2


def test_a_card_does_not_drive_the_terminal(typed, book):
    with open_book(book) as opened, opened.writing() as session:
        keep(session, find(("#Casey\x1b[2J Stone", "Ba\u202eker", "casey@rose.example")))
    shown = typed("who", "casey@rose.example")
    assert shown.code == 0
    assert not {"\x1b", "\u202e"} & set(shown.out)
