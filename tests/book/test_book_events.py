from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from finds_made_up import (
    AT,
    AVERY,
    BLAKE,
    CASEY,
    FAIR,
    MONDAY,
    SPRING,
    TUESDAY,
    USUAL,
    find,
    keep,
    met,
    rows,
)  # fmt: skip

from cardscan.book.event_edit import edit_event
from cardscan.book.events import (
    all_events,
    as_event,
    events_like,
    events_named,
    find_event,
    keep_event,
    latest_event,
)  # fmt: skip
from cardscan.book.touching import keep_note, keep_touch, skip, snooze
from cardscan.errors import UsageError
from cardscan.followup.record import Touch

LAST_YEAR = replace(FAIR, date=date(2025, 11, 21))
THURSDAY, FRIDAY = date(2026, 11, 19), date(2026, 11, 20)
RIGHT = replace(FAIR, name="Harbour Chamber mixer", date=THURSDAY)


def edit(book, before, after):
    """Put an event right; how many due dates moved."""
    with book.writing() as session:
        return edit_event(session, find_event(session, before.name, before.date), after, settings=USUAL)


def due_days(book, *ids):
    return [row.follow_up_due for row in rows(book, *ids)]


def test_an_event_comes_back_as_it_was_planned(any_book):
    planned = replace(
        FAIR,
        country="GB",
        place="Harbourton",
        goal="three distributors",
        owner="Robin",
        next_action="email",
        tags=("pumps", "2026"),
        note="stand 12",
    )
    with any_book.writing() as session:
        kept = as_event(keep_event(session, planned, AT))
    assert replace(kept, first_known_as=None) == planned


def test_what_is_not_said_again_stays_as_it_was_planned(any_book):
    with any_book.writing() as session:
        keep_event(session, replace(FAIR, goal="three distributors", tags=("pumps",)), AT)
        row = keep_event(session, replace(FAIR, place="Harbourton"), AT)
        assert (row.goal, row.tags, row.place) == ("three distributors", ["pumps"], "Harbourton")


@pytest.mark.parametrize("name", ["AUTUMN FAIR", " autumn  fair "])
def test_an_event_is_known_however_its_name_is_written(any_book, name):
    with any_book.writing() as session:
        row = keep_event(session, FAIR, AT)
        assert keep_event(session, replace(FAIR, name=name), AT) is row


def test_two_events_of_one_name_are_told_by_their_day(any_book):
    with any_book.writing() as session:
        assert keep_event(session, FAIR, AT) is not keep_event(session, LAST_YEAR, AT)
        assert [event.date for event in events_named(session, "autumn fair")] == [FAIR.date, LAST_YEAR.date]


def test_the_events_are_listed_the_latest_first_with_how_many_were_met(any_book):
    met(any_book, AVERY, event=SPRING)
    met(any_book, AVERY, BLAKE)
    with any_book.reading() as session:
        assert [(event.name, people) for event, people in all_events(session)] == [
            ("Autumn fair", 2),
            ("Spring fair", 1),
        ]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("spring", ["Spring fair"]),
        ("SPRING FAIR", ["Spring fair"]),
        ("fair", ["Autumn fair", "Spring fair", "Autumn fair"]),
        ("autumn fair 2025-11-21", ["Autumn fair"]),
        ("autumn fair 2025", ["Autumn fair"]),
        ("winter", []),
    ],
)
def test_an_event_is_found_by_a_part_of_its_name(any_book, typed, found):
    with any_book.writing() as session:
        for event in (FAIR, LAST_YEAR, SPRING):
            keep_event(session, event, AT)
        assert [row.name for row in events_like(session, typed)] == found


def test_a_whole_name_is_not_taken_for_a_part_of_a_longer_one(any_book):
    with any_book.writing() as session:
        keep_event(session, FAIR, AT)
        keep_event(session, replace(FAIR, name="Autumn fair dinner"), AT)
        assert [row.name for row in events_like(session, "autumn fair")] == ["Autumn fair"]


def test_the_latest_event_is_that_of_the_last_day(any_book):
    with any_book.writing() as session:
        keep_event(session, FAIR, AT)
        keep_event(session, SPRING, AT)
        assert latest_event(session).name == "Autumn fair"


def test_without_an_event_a_sentence_says_what_to_do(any_book):
    with any_book.reading() as session, pytest.raises(UsageError, match="cardscan event new"):
        latest_event(session)


def test_contacts_keep_their_ids_when_their_event_is_put_right(any_book):
    ids = met(any_book, AVERY, BLAKE)
    edit(any_book, FAIR, RIGHT)
    assert [(row.contact_id, row.event, row.event_date) for row in rows(any_book, *ids)] == [
        (one, "Harbour Chamber mixer", THURSDAY) for one in ids
    ]


@pytest.mark.parametrize("named", [FAIR, RIGHT], ids=["the wrong name", "the right name"])
def test_a_scan_under_either_name_finds_the_event_that_was_put_right(any_book, named):
    (avery,) = met(any_book, AVERY)
    edit(any_book, FAIR, RIGHT)
    with any_book.writing() as session:
        known = as_event(keep_event(session, named, AT))
        assert known.first_known_as == (FAIR.name, FAIR.date)
        assert keep(session, find(AVERY, "Autumn fair #Avery Winter", event=known), event=known) == (avery,)


def test_days_that_nobody_has_touched_move_with_the_event(any_book):
    ids = met(any_book, AVERY, BLAKE)
    assert due_days(any_book, *ids) == [MONDAY, MONDAY]
    assert edit(any_book, FAIR, RIGHT) == 2
    assert due_days(any_book, *ids) == [FRIDAY, FRIDAY]


def test_a_day_that_a_note_at_the_event_named_is_counted_from_the_right_day(any_book):
    (avery,) = met(any_book, AVERY, notes=["call in 3 days"])
    assert due_days(any_book, avery) == [MONDAY]
    moved = edit(any_book, FAIR, replace(FAIR, date=date(2026, 11, 24)))
    assert (moved, due_days(any_book, avery)) == (1, [date(2026, 11, 27)])


def _touched(session, entry):
    keep_touch(session, entry, Touch(at=AT, channel="call"), today=MONDAY, settings=USUAL)


def _noted(session, entry):
    keep_note(session, entry, "call on Friday", source="note", today=MONDAY, now=AT, settings=USUAL)


@pytest.mark.parametrize(
    "work",
    [
        _touched,
        _noted,
        lambda session, entry: snooze(session, entry, TUESDAY, today=MONDAY),
        lambda session, entry: skip(session, entry, today=MONDAY),
    ],
    ids=["got in touch", "noted", "snoozed", "skipped"],
)
def test_what_a_person_did_stays_when_the_event_moves(any_book, work):
    (avery,) = met(any_book, AVERY)
    with any_book.writing() as session:
        work(session, avery)
    before = rows(any_book, avery)[0]
    assert edit(any_book, FAIR, replace(FAIR, date=THURSDAY)) == 0
    after = rows(any_book, avery)[0]
    assert replace(after, event_date=FAIR.date) == before


def test_who_was_skipped_by_a_note_at_the_event_stays_skipped(any_book):
    (casey,) = met(any_book, CASEY, notes=["not interested"])
    edit(any_book, FAIR, RIGHT)
    assert rows(any_book, casey)[0].status == "skipped"


def test_what_was_understood_of_a_note_is_said_once(any_book):
    (avery,) = met(any_book, AVERY, notes=["hot"])
    edit(any_book, FAIR, RIGHT)
    (row,) = rows(any_book, avery)
    assert [reason for reason in row.review_reasons if "hot" in reason] == ['note: priority A ("hot")']


def test_an_event_cannot_become_one_that_is_there_already(any_book):
    met(any_book, AVERY)
    met(any_book, BLAKE, event=SPRING)
    with pytest.raises(UsageError, match="There is an event 'Spring fair' on 2026-03-12 already"):
        edit(any_book, FAIR, replace(SPRING, goal="three distributors"))


def test_an_event_of_another_year_may_have_the_name(any_book):
    met(any_book, AVERY, event=LAST_YEAR)
    met(any_book, BLAKE, event=SPRING)
    edit(any_book, SPRING, FAIR)
    with any_book.reading() as session:
        assert len(events_named(session, FAIR.name)) == 2
