"""Follow-ups for a calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from people_to_hand_on import ADA, HOSTILE, JOSE, OFFICE, TARO, USUAL, WISHES, written

from cardscan.export.icalendar import IcalendarExporter, follow_up_component

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cardscan.export.exporter import Wishes
    from cardscan.followup.record import FollowUp

TODO = replace(WISHES, todo=True)


def calendar(rows: Sequence[FollowUp] = USUAL, wishes: Wishes = WISHES) -> Calendar:
    return Calendar.from_ical(written(IcalendarExporter(), rows, wishes).files[""])


def first(row: FollowUp = ADA, wishes: Wishes = WISHES) -> Any:
    (found,) = calendar([row], wishes).walk("VTODO" if wishes.todo else "VEVENT")
    return found


@pytest.mark.parametrize("wishes", [WISHES, TODO], ids=["events", "todos"])
def test_files_are_as_they_were(
    wishes: Wishes, request: pytest.FixtureRequest, check_golden: Callable[[str, str], None]
) -> None:
    name = f"follow-up-{request.node.callspec.id}.ics"
    content = written(IcalendarExporter(), (*USUAL, *HOSTILE), wishes).files[""].decode()
    check_golden(name, content[content.index("BEGIN:VTODO" if wishes.todo else "BEGIN:VEVENT") :])


def test_an_appointment_stands_at_the_owners_hour_and_takes_no_time() -> None:
    event = first()
    assert event.start == datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Berlin"))
    assert (event.start.astimezone(UTC).hour, event.end - event.start) == (8, timedelta(minutes=15))
    assert (event["SUMMARY"], event["TRANSP"], event["PRIORITY"]) == (
        "Call Ada Winter, Northwind Ltd",
        "TRANSPARENT",
        1,
    )
    assert event["DESCRIPTION"].split("\n") == [
        "+44 7700 900123, +44 7700 900124, +44 20 7946 0958",
        "ada@northwind.example",
        "Head of Sales",
        "Met at Harbour Chamber mixer on 2026-11-20. wants the price list; -10 % agreed",
    ]
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", timedelta(0))


@pytest.mark.parametrize(
    ("day", "utc"),
    [(date(2027, 3, 29), 7), (date(2027, 3, 26), 8), (date(2027, 10, 29), 7), (date(2027, 11, 1), 8)],
)
def test_summer_time_is_minded(day: date, utc: int) -> None:
    assert first(replace(ADA, follow_up_due=day)).start.astimezone(UTC).hour == utc


def test_the_file_has_the_time_zone_that_it_names() -> None:
    (zone,) = calendar().walk("VTIMEZONE")
    assert zone["TZID"] == "Europe/Berlin"
    assert not calendar(wishes=TODO).walk("VTIMEZONE")
    assert not calendar(wishes=replace(WISHES, now=datetime(2026, 11, 22, tzinfo=UTC))).walk("VTIMEZONE")


def test_a_later_file_moves_and_never_doubles() -> None:
    later = replace(WISHES, now=WISHES.now + timedelta(days=3))
    before, after = first(), first(replace(ADA, follow_up_due=date(2026, 12, 1), next_action="email"), later)
    assert before["UID"] == after["UID"]
    assert before["SEQUENCE"] < after["SEQUENCE"]
    assert len({event["UID"] for event in calendar().walk("VEVENT")}) == 3


def test_a_task_is_due_on_its_day_with_an_alarm_at_the_hour() -> None:
    todo = first(wishes=TODO)
    (alarm,) = todo.walk("VALARM")
    assert (todo["DUE"].dt, todo["STATUS"], todo["PRIORITY"]) == (date(2026, 11, 23), "NEEDS-ACTION", 1)
    assert alarm["TRIGGER"].dt == datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert "DURATION" not in todo
    assert todo["UID"] != first()["UID"]


def test_what_is_overdue_is_due_today() -> None:
    late = replace(ADA, follow_up_due=date(2026, 11, 2))
    assert first(late).start.date() == WISHES.now.date()
    assert first(late, TODO)["DUE"].dt == WISHES.now.date()


def test_only_what_is_to_be_done_is_in_the_file_once() -> None:
    rows = [ADA, JOSE, replace(OFFICE, status="skipped"), replace(TARO, status="snoozed"), ADA]
    assert [event["SUMMARY"].split()[0] for event in calendar(rows).walk("VEVENT")] == ["Call", "E-mail"]


@pytest.mark.parametrize(
    ("status", "todo", "event"), [("done", "COMPLETED", "CANCELLED"), ("skipped",) + ("CANCELLED",) * 2]
)
def test_what_is_done_says_so_where_it_stood_before(status: Any, todo: str, event: str) -> None:
    row = replace(ADA, status=status)
    assert f"STATUS:{todo}".encode() in follow_up_component(row, TODO)
    assert f"STATUS:{event}".encode() in follow_up_component(row, WISHES)
    assert b"VALARM" not in follow_up_component(row, WISHES)


def test_lines_are_whole_where_that_is_wanted() -> None:
    wishes = replace(WISHES, fold=False)
    assert b"\r\n " not in written(IcalendarExporter(), USUAL, wishes).files[""]
