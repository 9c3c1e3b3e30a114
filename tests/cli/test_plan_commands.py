from __future__ import annotations

import pytest
from icalendar import Calendar


def calendar(path):
    (event,) = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    return event


def test_the_plan_says_when_and_with_whom(typed, people):
    told = typed("plan").out.splitlines()
    assert told[0] == "event   Autumn fair, Fri 20 Nov 2026"
    assert "people  3" in told
    assert told[-1].endswith("B  Casey Stone, Rose Bakery: call +44 7700 900103")


def test_the_hour_goes_into_a_calendar(typed, people, tmp_path):
    shown = typed("plan", "autumn", "-o", "hour.ics")
    assert shown.said == "hour.ics can be opened in any calendar.\n"
    # At half past nine, that of nine o'clock has passed.
    assert calendar(tmp_path / "hour.ics").decoded("dtstart").isoformat().startswith("2026-11-24T09:00")


def test_without_an_event_there_is_nothing_to_plan(typed):
    shown = typed("plan")
    assert (shown.code, "There is no event in the book yet" in shown.said) == (2, True)


def test_a_coffee_goes_into_a_calendar_as_a_proposal(typed, people, tmp_path):
    shown = typed("meet", "avery", "--at", "2026-11-25T15:00", "--place", "Quayside café")
    event = calendar(tmp_path / "coffee.ics")
    assert (shown.code, str(event["status"]), str(event["location"])) == (0, "TENTATIVE", "Quayside café")
    assert "Next: meeting by Wed 25 Nov 2026 (noted: meeting proposed for 15:00)" in shown.said


@pytest.mark.parametrize(
    ("time", "start"),
    [
        ("Thursday 15:00", "2026-11-26T15:00"),
        ("thu at 3 pm", "2026-11-26T15:00"),
        ("next week 9h", "2026-11-30T09:00"),
        ("today 12:30", "2026-11-23T12:30"),
        ("2026-11-26 15:00", "2026-11-26T15:00"),
        ("2026-11-26T15:00+00:00", "2026-11-26T15:00"),
    ],
)
def test_a_time_is_understood_as_people_say_it(typed, people, tmp_path, time, start):
    shown = typed("meet", "avery", "--at", time)
    assert shown.code == 0, shown.said
    assert calendar(tmp_path / "coffee.ics").start.isoformat().startswith(start)


@pytest.mark.parametrize("time", ["2026-11-20T15:00", "today 0:30"])
def test_no_coffee_is_proposed_in_the_past(typed, people, tmp_path, time):
    shown = typed("meet", "avery", "--at", time)
    assert (shown.code, list(tmp_path.glob("*.ics"))) == (2, [])
    assert f"{time} has passed" in shown.said


@pytest.mark.parametrize("time", ["soon", "2026-11-31T15:00", "15:00"])
def test_a_time_that_is_none_writes_nothing(typed, people, tmp_path, time):
    shown = typed("meet", "avery", "--at", time)
    assert (shown.code, list(tmp_path.glob("*.ics"))) == (2, [])
    assert f"{time!r} is no time. Type it like 2026-11-23T15:00, or Thursday 15:00." in shown.said
