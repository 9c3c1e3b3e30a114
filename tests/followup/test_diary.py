from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from due_rows import ADA, MIXER, due
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from cardscan.errors import UsageError
from cardscan.followup.diary import meeting_proposal, plan_block
from cardscan.followup.settings import Owner

if TYPE_CHECKING:
    from icalendar import Event as Appointment

NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
OLGA = Owner(name="Olga Owner", email="olga@quiet.example", phone="+44 20 7946 0958")


def plan(**more: Any) -> bytes:
    values = {"on": date(2026, 11, 23), "at": "09:00", "minutes": 60, "zone": BERLIN, "now": NOW, **more}
    rows = values.pop("due", [due()])
    return plan_block(values.pop("event", MIXER), rows, **values)


def coffee(**more: Any) -> bytes:
    values = {
        "owner": OLGA,
        "start": datetime(2026, 12, 1, 15),  # noqa: DTZ001 - local time
        "minutes": 45,
        "place": "Café Quay, 2nd floor",
        "zone": BERLIN,
        "now": NOW,
        **more,
    }
    return meeting_proposal(values.pop("entry", ADA), **values)


def appointment(content: bytes) -> Appointment:
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    return found


def test_hour_for_follow_ups_stands_at_its_time_and_lists_whom_to_call_first() -> None:
    got = appointment(plan(due=[due(), due(full_name="Bo Lark", company="", mobile_phone=())]))
    assert got.start == datetime(2026, 11, 23, 9, tzinfo=BERLIN)
    assert got.end - got.start == timedelta(hours=1)
    assert got["SUMMARY"] == "Follow up: Harbour Chamber mixer (2 people)"
    assert got["DESCRIPTION"].split("\n") == [
        "1. Ada Winter, Northwind: call +44 7700 900123 (B)",
        "2. Bo Lark: call (B)",
    ]


def test_hour_for_follow_ups_reminds_ten_minutes_before() -> None:
    (alarm,) = appointment(plan()).walk("VALARM")
    assert (alarm["ACTION"], alarm.TRIGGER) == ("DISPLAY", timedelta(minutes=-10))


def test_second_file_for_the_same_event_and_day_takes_the_place_of_the_first() -> None:
    first, second = appointment(plan()), appointment(plan(at="10:00", now=NOW + timedelta(minutes=1)))
    assert first["UID"] == second["UID"]
    assert first["SEQUENCE"] < second["SEQUENCE"] < 2**31


@pytest.mark.parametrize("other", [{"on": date(2026, 11, 24)}, {"event": replace(MIXER, name="Other mixer")}])
def test_another_day_or_event_is_another_appointment(other: dict[str, Any]) -> None:
    assert appointment(plan(**other))["UID"] != appointment(plan())["UID"]


def test_event_that_was_renamed_keeps_its_appointment() -> None:
    renamed = replace(MIXER, name="Harbour mixer", first_known_as=(MIXER.name, MIXER.date))
    assert appointment(plan(event=renamed))["UID"] == appointment(plan())["UID"]


@pytest.mark.parametrize("content", [plan(), coffee()])
def test_file_asks_nobody_for_an_answer_and_invites_nobody(content: bytes) -> None:
    for word in (b"METHOD", b"ORGANIZER", b"ATTENDEE"):
        assert word not in content


def test_coffee_is_tentative_and_says_who_where_and_how_to_reach_each_other() -> None:
    got = appointment(coffee())
    assert (got["STATUS"], got["SUMMARY"]) == ("TENTATIVE", "Coffee: Ada Winter (Northwind) and Olga Owner")
    assert (got["LOCATION"], got.end - got.start) == ("Café Quay, 2nd floor", timedelta(minutes=45))
    assert got["DESCRIPTION"].split("\n") == [
        "Ada Winter, +44 7700 900123, ada@northwind.example",
        "Olga Owner, +44 20 7946 0958, olga@quiet.example",
    ]


def test_coffee_put_off_replaces_the_one_before_but_not_that_of_an_earlier_step() -> None:
    moved = appointment(coffee(start=datetime(2026, 12, 2, 15)))  # noqa: DTZ001 - local time
    later = appointment(coffee(touches=1))
    assert moved["UID"] == appointment(coffee())["UID"] != later["UID"]


def test_note_of_the_owner_stays_out_of_what_the_contact_may_read() -> None:
    assert b"wallet" not in coffee(entry=replace(ADA, notes="fat wallet"))


CHANGES = [
    # clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 back to 02:00 on 25 October
    ("2026-03-28", "09:00", "2026-03-28T08:00Z"),
    ("2026-03-29", "09:00", "2026-03-29T07:00Z"),
    ("2026-03-29", "02:30", "2026-03-29T01:30Z"),
    ("2026-03-29", "01:30", "2026-03-29T00:30Z"),
    ("2026-10-25", "01:45", "2026-10-24T23:45Z"),
    ("2026-10-25", "02:30", "2026-10-25T00:30Z"),
    ("2026-10-25", "09:00", "2026-10-25T08:00Z"),
]


@pytest.mark.parametrize(("on", "at", "instant"), CHANGES)
def test_appointment_is_right_on_the_days_when_clocks_change(on: str, at: str, instant: str) -> None:
    got = appointment(plan(on=date.fromisoformat(on), at=at))
    assert got.start.astimezone(UTC) == datetime.fromisoformat(instant)
    assert got.end.astimezone(UTC) - got.start.astimezone(UTC) == timedelta(hours=1)


def test_time_that_clocks_skip_is_written_as_the_one_that_they_show() -> None:
    assert b"DTSTART;TZID=Europe/Berlin:20260329T033000" in plan(on=date(2026, 3, 29), at="02:30")


def test_instant_in_the_repeated_hour_is_kept() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 in Berlin, for the second time
    assert appointment(coffee(start=second)).start.astimezone(UTC) == second


def test_time_zone_is_described_as_the_calendar_needs_it() -> None:
    (described,) = Calendar.from_ical(plan(on=date(2026, 7, 1))).timezones
    zone = described.to_tz(lookup_tzid=False)
    for month, hours in ((7, 2), (12, 1)):
        assert datetime(2026, month, 1, 9, tzinfo=zone).utcoffset() == timedelta(hours=hours)


def test_zone_without_a_name_is_written_in_utc() -> None:
    content = plan(zone=timezone(timedelta(hours=2)))
    assert b"DTSTART:20261123T070000Z" in content
    assert b"TZID" not in content


@pytest.mark.parametrize("at", ["", "9 o'clock", "25:00", "09:00:00", "09.00"])
def test_what_is_no_time_of_day_is_refused(at: str) -> None:
    with pytest.raises(UsageError, match="write it like 09:00"):
        plan(at=at)


@pytest.mark.parametrize("minutes", [0, -5, 1441])
def test_what_is_no_length_of_an_appointment_is_refused(minutes: int) -> None:
    with pytest.raises(UsageError, match="give 1 to 1440"):
        plan(minutes=minutes)


@settings(max_examples=50)
@given(st.text(), st.text(), st.text())
def test_hostile_texts_add_nothing_to_the_file(name: str, company: str, place: str) -> None:
    entry = replace(ADA, full_name=f"{name}\r\nATTENDEE:mailto:x@example.com", company=company)
    got = Calendar.from_ical(coffee(entry=entry, place=f"{place}\nEND:VEVENT"))
    assert [part.name for part in got.walk()].count("VEVENT") == 1
    assert "ATTENDEE" not in appointment(got.to_ical())
    assert Calendar.from_ical(got.to_ical()) == got
