"""The dates here were worked out by hand, with a calendar and the list of each country's public holidays."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime

import pytest

from cardscan.followup.cadence import Cadence, CadenceStep, first_step, next_step, reachable_by
from cardscan.followup.record import Action, Event, FollowUp, Step
from cardscan.followup.working_days import WorkingDays

ALL: frozenset[Action] = frozenset({"call", "email", "note", "meeting", "connect"})
FRIDAY = date(2026, 11, 20)
MIXER = Event(name="Harbour Chamber mixer", date=FRIDAY, country="GB")
GB = WorkingDays("GB")

# Country, subdivision, the event's day, and when A, B and C are due.
DUE = [
    ("GB", None, (2026, 11, 18), (2026, 11, 18), (2026, 11, 19), (2026, 11, 25), "Wednesday"),
    ("GB", None, (2026, 11, 20), (2026, 11, 20), (2026, 11, 23), (2026, 11, 27), "Friday"),
    ("GB", None, (2026, 11, 21), (2026, 11, 23), (2026, 11, 23), (2026, 11, 27), "Saturday"),
    ("GB", None, (2026, 11, 22), (2026, 11, 23), (2026, 11, 23), (2026, 11, 27), "Sunday"),
    ("GB", None, (2026, 12, 24), (2026, 12, 24), (2026, 12, 29), (2027, 1, 5), "Christmas and New Year"),
    ("GB", None, (2026, 12, 25), (2026, 12, 29), (2026, 12, 29), (2027, 1, 5), "on Christmas Day"),
    ("GB", "ENG", (2027, 3, 25), (2027, 3, 25), (2027, 3, 30), (2027, 4, 5), "Easter; clocks go forward"),
    ("GB", "SCT", (2027, 3, 25), (2027, 3, 25), (2027, 3, 29), (2027, 4, 2), "no Easter Monday in Scotland"),
    (
        "GB",
        None,
        (2026, 10, 23),
        (2026, 10, 23),
        (2026, 10, 26),
        (2026, 10, 30),
        "clocks go back on the 25th",
    ),
    ("DE", None, (2026, 12, 31), (2026, 12, 31), (2027, 1, 4), (2027, 1, 8), "New Year"),
    ("DE", "BY", (2026, 12, 31), (2026, 12, 31), (2027, 1, 4), (2027, 1, 11), "and Epiphany on the 6th"),
    ("DE", None, (2027, 1, 5), (2027, 1, 5), (2027, 1, 6), (2027, 1, 12), "Epiphany is a working day"),
    ("DE", "BY", (2027, 1, 5), (2027, 1, 5), (2027, 1, 7), (2027, 1, 13), "Epiphany is none in Bavaria"),
    ("DE", "BY", (2027, 1, 6), (2027, 1, 7), (2027, 1, 7), (2027, 1, 13), "on Epiphany"),
    ("DE", None, (2027, 4, 30), (2027, 4, 30), (2027, 5, 3), (2027, 5, 10), "May Day, Ascension on the 6th"),
    (
        "DE",
        None,
        (2027, 5, 26),
        (2027, 5, 26),
        (2027, 5, 27),
        (2027, 6, 2),
        "Corpus Christi is a working day",
    ),
    (
        "DE",
        "BY",
        (2027, 5, 26),
        (2027, 5, 26),
        (2027, 5, 28),
        (2027, 6, 3),
        "Corpus Christi is none in Bavaria",
    ),
    ("US", None, (2026, 11, 25), (2026, 11, 25), (2026, 11, 27), (2026, 12, 3), "Thanksgiving on the 26th"),
    ("US", None, (2026, 7, 2), (2026, 7, 2), (2026, 7, 6), (2026, 7, 10), "the 4th of July kept on the 3rd"),
    ("US", None, (2027, 3, 12), (2027, 3, 12), (2027, 3, 15), (2027, 3, 19), "clocks go forward on the 14th"),
    ("US", None, (2026, 10, 30), (2026, 10, 30), (2026, 11, 2), (2026, 11, 6), "clocks go back on the 1st"),
    ("US", None, (2028, 2, 28), (2028, 2, 28), (2028, 2, 29), (2028, 3, 6), "the day before a leap day"),
    ("US", None, (2028, 2, 29), (2028, 2, 29), (2028, 3, 1), (2028, 3, 7), "a leap day"),
    ("FR", None, (2026, 5, 13), (2026, 5, 13), (2026, 5, 15), (2026, 5, 21), "Ascension on the 14th"),
    ("FR", None, (2026, 7, 13), (2026, 7, 13), (2026, 7, 15), (2026, 7, 21), "the 14th of July"),
    ("FR", None, (2026, 11, 10), (2026, 11, 10), (2026, 11, 12), (2026, 11, 18), "Armistice on the 11th"),
    ("JP", None, (2026, 5, 1), (2026, 5, 1), (2026, 5, 7), (2026, 5, 13), "Golden Week to the 6th"),
    ("JP", None, (2026, 9, 18), (2026, 9, 18), (2026, 9, 24), (2026, 9, 30), "three holidays from the 21st"),
    ("IL", None, (2026, 11, 19), (2026, 11, 19), (2026, 11, 22), (2026, 11, 26), "Thursday; free on Friday"),
    ("IL", None, (2026, 11, 20), (2026, 11, 22), (2026, 11, 22), (2026, 11, 26), "Friday"),
    ("IL", None, (2026, 9, 10), (2026, 9, 10), (2026, 9, 14), (2026, 9, 20), "New Year on the 12th and 13th"),
    ("AE", None, (2026, 12, 1), (2026, 12, 1), (2026, 12, 4), (2026, 12, 10), "National Day, two days"),
    (
        "AE",
        None,
        (2021, 11, 18),
        (2021, 11, 18),
        (2021, 11, 21),
        (2021, 11, 25),
        "Friday was free until 2021",
    ),
    (None, None, (2026, 12, 24), (2026, 12, 24), (2026, 12, 25), (2026, 12, 31), "no country, no holidays"),
]


@pytest.mark.parametrize("row", DUE, ids=lambda row: f"{row[0]} {row[1] or ''} {date(*row[2])} {row[-1]}")
def test_first_step_is_due_by_priority_on_a_working_day(row: tuple) -> None:
    country, subdivision, day, *due, why = row
    event = Event(name="Fair", date=date(*day))
    days = WorkingDays(country, subdivision)
    steps = [
        first_step(Cadence(), event, priority=priority, reachable=ALL, days=days)
        for priority in ("A", "B", "C")
    ]
    assert [step.due for step in steps] == [date(*one) for one in due], why


# Country, subdivision, the number of the step that was done and the day, and when the next is due.
NEXT_DUE = [
    ("GB", None, 0, (2026, 11, 23), (2026, 11, 25), "two working days"),
    ("GB", None, 0, (2026, 11, 19), (2026, 11, 23), "over a weekend"),
    ("GB", None, 0, (2026, 11, 21), (2026, 11, 24), "done on a Saturday"),
    ("GB", None, 0, (2026, 12, 23), (2026, 12, 29), "over Christmas"),
    ("DE", None, 0, (2026, 12, 23), (2026, 12, 28), "no day instead of Boxing Day in Germany"),
    ("GB", "ENG", 0, (2027, 3, 24), (2027, 3, 30), "over Easter, while clocks go forward"),
    ("US", None, 0, (2026, 11, 24), (2026, 11, 27), "over Thanksgiving"),
    ("GB", None, 1, (2026, 10, 23), (2026, 10, 28), "three working days, while clocks go back"),
    ("JP", None, 1, (2026, 4, 30), (2026, 5, 8), "over Golden Week"),
    ("IL", None, 1, (2026, 11, 18), (2026, 11, 23), "over a Friday and a Saturday"),
    ("FR", None, 2, (2026, 7, 9), (2026, 7, 17), "five working days, over the 14th of July"),
    ("DE", None, 2, (2027, 1, 5), (2027, 1, 12), "Epiphany is a working day"),
    ("DE", "BY", 2, (2027, 1, 5), (2027, 1, 13), "Epiphany is none in Bavaria"),
    ("GB", None, 3, (2028, 2, 28), (2028, 3, 13), "ten working days, over a leap day"),
    ("GB", None, 3, (2026, 12, 18), (2027, 1, 6), "over the turn of the year"),
    ("GB", None, 4, (2026, 12, 21), (2027, 3, 22), "90 days, then a Sunday"),
    ("GB", None, 4, (2027, 12, 1), (2028, 2, 29), "90 days, then a leap day"),
    ("GB", None, None, (2026, 9, 26), (2026, 12, 29), "90 days, then Christmas"),
    ("IL", None, None, (2026, 8, 22), (2026, 11, 22), "90 days, then a Friday"),
]


@pytest.mark.parametrize(
    "row", NEXT_DUE, ids=lambda row: f"{row[0]} {row[1] or ''} {date(*row[3])} {row[-1]}"
)
def test_next_step_is_due_after_working_days(row: tuple) -> None:
    country, subdivision, number, on, due, why = row
    step = after(
        Step(number=number, action="call", due=date(*on), why=""), days=WorkingDays(country, subdivision)
    )
    assert step
    assert step.due == date(*due), why


def after(step: Step | None, *, answered: bool = False, **changes: object) -> Step | None:
    """What comes after a step that was done on the day on which it was due."""
    assert step
    given = {"cadence": Cadence(), "on": step.due, "reachable": ALL, "days": GB, **changes}
    return next_step(given.pop("cadence"), step, answered=answered, **given)


def first(event: Event = MIXER, reachable: frozenset[Action] = ALL, **wishes: object) -> Step:
    return first_step(Cadence(), event, priority="B", reachable=reachable, days=GB, **wishes)


def test_somebody_who_never_answers_is_tried_in_every_way_and_then_seldom() -> None:
    steps = [first()]
    for _ in range(6):
        steps.append(after(steps[-1]))
    assert [(step.number, step.action, step.due, step.why) for step in steps] == [
        (0, "call", date(2026, 11, 23), "1st step after Harbour Chamber mixer"),
        (1, "email", date(2026, 11, 25), "2nd step, no answer since 23 Nov 2026"),
        (2, "call", date(2026, 11, 30), "3rd step, no answer since 25 Nov 2026"),
        (3, "note", date(2026, 12, 7), "4th step, no answer since 30 Nov 2026"),
        (4, "meeting", date(2026, 12, 21), "5th step, no answer since 7 Dec 2026"),
        (None, "email", date(2027, 3, 22), "staying in touch, no answer since 21 Dec 2026"),
        (None, "call", date(2027, 6, 21), "staying in touch, no answer since 22 Mar 2027"),
    ]


def test_answer_ends_the_steps_and_begins_staying_in_touch() -> None:
    step = after(first(), answered=True)
    assert step == Step(
        number=None,
        action="email",
        due=date(2027, 2, 22),  # 90 days after 23 November is Sunday the 21st
        why="staying in touch, answered on 23 Nov 2026",
    )


def test_step_that_is_not_possible_is_passed_over_with_its_wait() -> None:
    step = after(first(), reachable=frozenset({"call", "meeting"}))
    assert step
    assert (step.number, step.action, step.due) == (2, "call", date(2026, 11, 26))


def test_step_beyond_a_cadence_that_was_shortened_leads_to_staying_in_touch() -> None:
    short = Cadence(steps=(CadenceStep(action="email", after=1),))
    step = after(Step(number=3, action="note", due=FRIDAY, why=""), cadence=short)
    assert step
    assert step.number is None


def test_wait_of_no_days_is_the_same_day() -> None:
    at_once = Cadence(steps=(CadenceStep(action="email", after=0),))
    step = after(first(), cadence=at_once)
    assert step
    assert step.due == date(2026, 11, 23)


@pytest.mark.parametrize(
    ("number", "ordinal"),
    [(11, "12th"), (20, "21st"), (21, "22nd"), (22, "23rd"), (10, "11th"), (111, "112th")],
)
def test_steps_of_a_long_cadence_are_counted_as_people_count(number: int, ordinal: str) -> None:
    patient = Cadence(steps=(CadenceStep(action="email", after=1),) * 150)
    step = after(Step(number=number - 1, action="email", due=FRIDAY, why=""), cadence=patient)
    assert step
    assert step.why == f"{ordinal} step, no answer since 20 Nov 2026"


@pytest.mark.parametrize("answered", [True, False])
def test_nothing_follows_the_last_step_where_nobody_stays_in_touch(answered: bool) -> None:
    last = Step(number=4, action="meeting", due=FRIDAY, why="")
    assert after(last, answered=answered, cadence=Cadence(stay_in_touch_days=0)) is None


def test_unanswered_step_leads_on_where_nobody_stays_in_touch() -> None:
    step = after(first(), cadence=Cadence(stay_in_touch_days=0))
    assert step
    assert step.number == 1


def test_staying_in_touch_keeps_its_way_while_there_are_answers() -> None:
    step = after(Step(number=None, action="email", due=FRIDAY, why=""), answered=True)
    assert step
    assert step.action == "email"


def test_staying_in_touch_without_an_answer_returns_to_the_usual_way_after_another() -> None:
    step = after(Step(number=None, action="call", due=FRIDAY, why=""))
    assert step
    assert step.action == "email"


def test_staying_in_touch_keeps_the_only_way_there_is() -> None:
    step = after(Step(number=None, action="note", due=FRIDAY, why=""), reachable=frozenset({"note"}))
    assert step
    assert step.action == "note"


@pytest.mark.parametrize(
    ("reachable", "action"),
    [
        (ALL, "call"),
        (ALL - {"call"}, "email"),
        ({"note", "connect"}, "connect"),
        ({"note"}, "note"),
        (set(), "note"),
    ],
)
def test_first_action_is_the_quickest_that_is_possible(reachable: set[Action], action: Action) -> None:
    assert first(reachable=frozenset(reachable)).action == action


def test_first_action_is_that_of_the_event() -> None:
    assert first(dataclasses.replace(MIXER, next_action="note")).action == "note"


def test_action_of_the_event_that_is_not_possible_gives_way_and_says_why() -> None:
    step = first(dataclasses.replace(MIXER, next_action="email"), reachable=frozenset({"call", "note"}))
    assert (step.action, step.why) == (
        "call",
        "1st step after Harbour Chamber mixer; no e-mail address is known",
    )


def test_wished_action_comes_before_that_of_the_event() -> None:
    step = first(dataclasses.replace(MIXER, next_action="note"), wished="email")
    assert (step.action, step.why) == ("email", "1st step after Harbour Chamber mixer, as noted")


def test_wished_action_stays_where_it_is_not_possible_and_says_so() -> None:
    step = first(reachable=frozenset({"email"}), wished="call")
    assert (step.action, step.why) == (
        "call",
        "1st step after Harbour Chamber mixer, as noted; no phone number is known",
    )


def test_day_of_a_note_stays_even_on_a_weekend() -> None:
    step = first(due=date(2026, 11, 28))
    assert (step.due, step.set_by) == (date(2026, 11, 28), "note")


def test_wished_action_alone_leaves_the_day_to_the_cadence() -> None:
    step = first(wished="meeting")
    assert (step.due, step.set_by) == (date(2026, 11, 23), "cadence")


def test_reason_is_one_line_whatever_the_event_is_called() -> None:
    step = first(dataclasses.replace(MIXER, name="Fair\r\n\x1b[2J\tof the year"))
    assert step.why == "1st step after Fair [2J of the year"


def entry(**cells: object) -> FollowUp:
    moment = datetime(2026, 11, 22, 9, tzinfo=UTC)
    given = {"contact_id": "c1", "event_date": FRIDAY, "event": "Fair", "follow_up_due": FRIDAY, **cells}
    return FollowUp(next_action="note", scanned_at=moment, **given)


@pytest.mark.parametrize(
    ("cells", "ways"),
    [
        ({}, set()),
        ({"fax": ("+44 20 7946 0958",)}, set()),
        ({"mobile_phone": ("+44 7700 900123",)}, {"call", "meeting"}),
        ({"work_phone": ("+44 20 7946 0958",)}, {"call", "meeting"}),
        ({"other_phones": ("+1 202 555 0123",)}, {"call", "meeting"}),
        ({"email": "ada@example.com"}, {"email", "meeting"}),
        ({"other_emails": ("ada@example.com",)}, {"email", "meeting"}),
        ({"address": "12 Quay Street, Harbourton"}, {"note"}),
        ({"street": "12 Quay Street"}, {"note"}),
        ({"city": "Harbourton"}, set()),
        ({"website": ("www.example.com",)}, {"connect"}),
        ({"social": ("@ada",)}, {"connect"}),
    ],
)
def test_ways_to_reach_somebody_are_those_that_the_card_gives(cells: dict, ways: set[Action]) -> None:
    assert reachable_by(entry(**cells)) == ways
