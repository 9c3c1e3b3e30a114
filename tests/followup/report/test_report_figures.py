from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from cardscan.followup.record import Action, Event, FollowUp, Touch
from cardscan.followup.report import Figures, PersonOfEvent, event_figures, report_json, report_table
from cardscan.followup.working_days import WorkingDays

LONDON = ZoneInfo("Europe/London")
FRIDAY = date(2026, 11, 20)
MIXER = Event(name="Harbour Chamber mixer", date=FRIDAY, country="GB", goal="three distributors")


def person(*touches: Touch, **cells: object) -> PersonOfEvent:
    usual: dict[str, object] = {
        "contact_id": "c",
        "event_date": FRIDAY,
        "event": "Harbour Chamber mixer",
        "follow_up_due": date(2026, 11, 23),
        "next_action": "call",
        "scanned_at": datetime(2026, 11, 21, 9, tzinfo=LONDON),
    }
    return PersonOfEvent(entry=FollowUp(**usual | cells), touches=touches)  # type: ignore[arg-type]


def touch(
    text: str,
    channel: Action = "call",
    *,
    zone: str = "Europe/London",
    answered: bool = False,
    counts: bool = False,
) -> Touch:
    at = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    return Touch(at=at, channel=channel, answered=answered, counts=counts)


def figures(
    *people: PersonOfEvent,
    event: Event = MIXER,
    today: date = date(2026, 12, 4),
    zone: ZoneInfo = LONDON,
) -> Figures:
    return event_figures(event, people, today=today, zone=zone, after=WorkingDays(country="GB").after)


SPEEDS = [
    ("2026-11-20T22:00", (1, 1), 0.0, "on the day itself"),
    ("2026-11-21T10:00", (1, 1), 1.0, "on the Saturday"),
    ("2026-11-23T23:59", (1, 1), 1.0, "at the end of the next working day"),
    ("2026-11-24T00:00", (0, 1), 2.0, "as the second working day begins"),
    ("2026-11-24T23:59", (0, 1), 2.0, "at its end"),
    ("2026-11-25T00:00", (0, 0), 3.0, "after it"),
]


@pytest.mark.parametrize(("at", "expected", "days", "why"), SPEEDS)
def test_24_and_48_hours_are_working_days(at: str, expected: tuple[int, int], days: float, why: str) -> None:
    found = figures(person(touch(at)))
    assert (found.within_24h, found.within_48h) == expected, why
    assert found.median_days == days


def test_public_holidays_are_no_working_days() -> None:
    christmas_eve = Event(name="Carols", date=date(2026, 12, 24))
    found = figures(person(touch("2026-12-29T18:00")), event=christmas_eve, today=date(2027, 1, 8))
    assert (found.within_24h, found.median_days) == (1, 1.0)


@pytest.mark.parametrize(
    ("event_day", "at", "zone"),
    [
        (date(2026, 3, 27), "2026-03-29T23:30", "Europe/London"),  # the clocks go forward on Sunday
        (date(2026, 3, 27), "2026-03-30T23:30", "Europe/London"),
        (date(2026, 10, 23), "2026-10-25T23:30", "Europe/London"),  # and back
        (date(2026, 10, 23), "2026-10-26T23:30", "Europe/London"),
        (date(2026, 3, 27), "2026-03-31T00:30", "Europe/Berlin"),  # 23:30 in London, on Monday
    ],
)
def test_late_touch_about_a_change_of_clocks_falls_on_its_own_day(
    event_day: date, at: str, zone: str
) -> None:
    event = Event(name="Harbour Chamber mixer", date=event_day)
    assert figures(person(touch(at, zone=zone)), event=event, today=event_day).within_24h == 1


def test_day_is_that_of_the_owners_time_zone() -> None:
    late = person(touch("2026-11-23T20:00", zone="America/New_York"))  # Tuesday in London
    assert figures(late).within_24h == 0
    assert figures(late, zone=ZoneInfo("America/New_York")).within_24h == 1


def test_touch_before_the_events_day_does_not_count() -> None:
    found = figures(person(touch("2026-11-19T12:00", answered=True, counts=True)))
    assert (found.followed_up, found.answered, found.results, found.touches) == (0, 0, 0, ())


def test_people_and_touches_are_counted_each_in_their_own_way() -> None:
    meeting = touch("2026-12-01T10:00", "meeting", answered=True, counts=True)
    again = touch("2026-12-02T10:00", "meeting", answered=True, counts=True)
    missed = touch("2026-12-02T10:00", "meeting")
    found = figures(
        person(touch("2026-11-23T10:00"), meeting, again, priority="A", status="done"),
        person(touch("2026-11-25T10:00", "email", answered=True), missed, needs_review=True),
        person(follow_up_due=date(2026, 12, 4), status="snoozed"),
        person(status="skipped", priority="C"),
    )
    assert (found.met, found.flagged, found.followed_up, found.answered) == (4, 1, 2, 2)
    assert (found.meetings, found.met_again, found.results) == (2, 1, 1)
    assert (found.open, found.overdue, found.not_interested) == (2, 1, 1)
    assert found.touches == (("meeting", 3), ("call", 1), ("email", 1))
    assert [(one.priority, one.met, one.within_24h, one.answered) for one in found.by_priority] == [
        ("A", 1, 1, 1),
        ("B", 2, 0, 1),
        ("C", 1, 0, 0),
    ]
    assert found.median_days == 2.0
    assert found.by_working_day == (0, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2)


def test_event_at_which_nobody_was_met_has_a_report() -> None:
    found = figures()
    rows = dict(report_table(found))
    assert rows["Met"] == "0"
    assert rows["Followed up within 24 h"] == "–"
    assert rows["Median to the first touch"] == "–"
    assert rows["Results"] == "0 of 3 distributors"


def test_event_still_to_come_has_a_report() -> None:
    found = figures(person(), today=date(2026, 11, 1))
    assert (found.met, found.overdue, found.by_working_day) == (1, 0, ())


def test_table_gives_counts_and_shares() -> None:
    rows = dict(report_table(figures(person(touch("2026-11-23T10:00", counts=True)), person(), person())))
    assert rows["Followed up within 24 h"] == "1 of 3 (33 %)"
    assert rows["Results"] == "1 of 3 distributors"
    assert rows["Open now"] == "3, 3 overdue"
    assert rows["Median to the first touch"] == "1 working day"
    assert rows["Priority B"] == "3 met, 1 within 24 h, 1 followed up, 0 answered"


def test_json_holds_the_figures() -> None:
    found = report_json(figures(person(touch("2026-11-23T10:00"))))
    assert found["event_date"] == "2026-11-20"
    assert (found["met"], found["within_24h"], found["goal_number"]) == (1, 1, 3)
    assert found["touches"] == {"call": 1}
    assert found["by_priority"]["B"] == {"met": 1, "within_24h": 1, "followed_up": 1, "answered": 0}
