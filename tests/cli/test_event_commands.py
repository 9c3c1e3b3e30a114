from __future__ import annotations

import json

import pytest


def test_a_new_event_is_in_the_list(typed):
    shown = typed("event", "new", "Harbour mixer", "--date", "2026-11-27", "--goal", "three distributors")
    assert (shown.code, shown.said) == (0, "Harbour mixer (Fri 27 Nov 2026) is in the book.\n")
    assert typed("event", "list").out.splitlines()[1].split("  ")[:2] == ["2026-11-27", "Harbour mixer"]


def test_an_event_is_today_unless_it_is_said(typed):
    assert "(Mon 23 Nov 2026)" in typed("event", "new", "Harbour mixer").said


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Harbour mixer", "--date", "27.11."), "--date"),
        (("Harbour mixer", "--next-action", "fax"), "'fax' is no next action. Type one of: call"),
        (("Harbour mixer", "--country", "Narnia"), "Narnia"),
        ((" \n ",), "An event needs a name."),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(typed, words, told):
    shown = typed("event", "new", *words)
    assert (shown.code, told in shown.said) == (2, True)
    assert len(typed("event", "list").out.splitlines()) == 1


def test_the_same_event_twice_is_refused(typed):
    typed("event", "new", "Harbour mixer", "--date", "2026-11-27")
    shown = typed("event", "new", "HARBOUR MIXER", "--date", "2026-11-27")
    assert (shown.code, "To change it: cardscan event edit" in shown.said) == (2, True)


def test_an_event_is_put_right_and_says_how_many_days_moved(typed, people):
    shown = typed("event", "edit", "autumn", "--name", "Harbour mixer", "--date", "2026-11-19")
    assert shown.said == (
        "Autumn fair (Fri 20 Nov 2026) is now Harbour mixer (Thu 19 Nov 2026). Due dates moved: 3.\n"
    )
    assert {one["due"] for one in json.loads(typed("today", "--json").out)} == {"2026-11-20"}


def test_nothing_said_leaves_an_event_as_it_is(typed, people):
    before = typed("event", "list").out
    assert "Due dates moved: 0." in typed("event", "edit", "autumn").said
    assert typed("event", "list").out == before


def test_an_event_that_is_not_there_cannot_be_put_right(typed, people):
    shown = typed("event", "edit", "winter", "--date", "2026-11-19")
    assert (shown.code, "No event in the book fits 'winter'" in shown.said) == (2, True)


def test_an_event_file_in_which_somebody_worked_is_left_alone(typed, tmp_path):
    (tmp_path / "photos").mkdir()
    file = tmp_path / "photos" / "event.toml"
    file.write_text('name = "My own"\n')
    shown = typed("event", "new", "Harbour mixer", "--folder", "photos")
    assert (shown.code, file.read_text()) == (0, 'name = "My own"\n')
    assert "event-2.toml" in shown.said


def test_a_hostile_name_does_not_drive_the_terminal(typed):
    typed("event", "new", "Harbour\x1b]0;owned\x07 mixer")
    assert not {"\x1b", "\x07"} & set(typed("event", "list").out)
