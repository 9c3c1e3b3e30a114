"""Getting in touch, notes, and what is planned next."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from finds_made_up import (
    AT,
    AVERY,
    FAIR,
    MONDAY,
    TUESDAY,
    USUAL,
    find,
    keep,
    met,
    rows,
)  # fmt: skip

from cardscan.book.notes import add_note, notes_of
from cardscan.book.steps import is_untouched, step_of
from cardscan.book.tables import FollowUpRow
from cardscan.book.touching import keep_note, keep_touch, set_priority, skip, snooze, the_entry
from cardscan.followup.cadence import Cadence
from cardscan.followup.record import Touch

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CALL = Touch(at=NOW, channel="call")
THURSDAY = date(2026, 11, 26)


@pytest.fixture
def avery(any_book):
    return met(any_book, AVERY)[0]


def touch(book, entry, touch=CALL, *, today=MONDAY, settings=USUAL):
    with book.writing() as session:
        return keep_touch(session, entry, touch, today=today, settings=settings)


def note(book, entry, text, *, today=MONDAY):
    with book.writing() as session:
        return keep_note(session, entry, text, source="note", today=today, now=NOW, settings=USUAL)


def test_without_an_answer_the_next_step_of_the_cadence_follows(any_book, avery):
    step = touch(any_book, avery).step
    assert (step.number, step.action, step.due) == (1, "email", date(2026, 11, 25))
    assert step.why == "2nd step, no answer since 23 Nov 2026"


def test_the_whole_cadence_runs_until_staying_in_touch(any_book, avery):
    planned, today = [], MONDAY
    for _ in range(5):
        one = the_one(any_book, avery, today)
        after = touch(any_book, avery, replace(CALL, channel=one.step.action), today=today)
        planned.append((after.step.action, after.step.due.isoformat()))
        today = after.step.due
    assert planned == [
        ("email", "2026-11-25"),
        ("call", "2026-11-30"),
        ("meeting", "2026-12-14"),
        ("email", "2027-03-15"),
        ("call", "2027-06-14"),
    ]


def the_one(book, entry, today):
    with book.reading() as session:
        return the_entry(session, entry, today)


def test_after_an_answer_you_stay_in_touch(any_book, avery):
    step = touch(any_book, avery, replace(CALL, answered=True)).step
    assert (step.number, step.due) == (None, date(2027, 2, 22))  # 90 days later is a Sunday


def test_what_the_note_of_a_touch_asks_for_comes_next(any_book, avery):
    after = touch(any_book, avery, replace(CALL, note="send the quote on Thursday", answered=True))
    assert (after.step.action, after.step.due, after.step.set_by) == ("email", THURSDAY, "note")


def test_something_else_before_its_time_leaves_the_step_as_it_was(any_book, avery):
    before = the_one(any_book, avery, MONDAY).step
    assert touch(any_book, avery, replace(CALL, channel="connect")).step == before


def test_who_is_not_interested_is_skipped(any_book, avery):
    assert touch(any_book, avery, replace(CALL, note="not interested")).entry.status == "skipped"


def test_where_nothing_is_to_follow_it_is_done(any_book, avery):
    once = replace(USUAL, cadence=Cadence(steps=(), stay_in_touch_days=0))
    assert touch(any_book, avery, settings=once).entry.status == "done"


def test_a_touch_is_kept_to_the_last_word(any_book, avery):
    told = replace(CALL, note="left a message; 'quoted' \u202e 😀", answered=True, counts=True)
    assert touch(any_book, avery, told).touches == (told,)


def test_a_touch_brings_somebody_back_who_was_put_off(any_book, avery):
    with any_book.writing() as session:
        snooze(session, avery, THURSDAY, today=MONDAY)
    assert touch(any_book, avery).entry.status == "open"


def test_a_note_moves_the_step_and_says_what_was_understood(any_book, avery):
    after, wish = note(any_book, avery, "hot, call on Thursday")
    assert (after.entry.priority, after.step.action, after.step.due) == ("A", "call", THURSDAY)
    assert len(wish.said) == 3


def test_a_note_that_asks_for_nothing_leaves_the_step_alone(any_book, avery):
    before = the_one(any_book, avery, MONDAY)
    after, wish = note(any_book, avery, "has a green van")
    assert (after.step, after.entry.priority, wish.said) == (before.step, before.entry.priority, ())
    assert after.entry.notes == "has a green van"


def test_a_note_that_ends_it_skips(any_book, avery):
    assert note(any_book, avery, "not interested")[0].entry.status == "skipped"


def test_a_note_with_a_day_takes_up_again_who_was_skipped(any_book, avery):
    with any_book.writing() as session:
        skip(session, avery, today=MONDAY)
    after, _ = note(any_book, avery, "call on Thursday")
    assert (after.entry.status, after.step.due) == ("open", THURSDAY)


def test_a_note_that_asks_for_nothing_leaves_who_was_skipped_in_peace(any_book, avery):
    with any_book.writing() as session:
        skip(session, avery, today=MONDAY)
    assert note(any_book, avery, "has a green van")[0].entry.status == "skipped"


def test_the_same_note_is_kept_once(any_book, avery):
    note(any_book, avery, "has a green van")
    after, _ = note(any_book, avery, "has a green van")
    assert (after.entry.notes, after.notes) == ("has a green van", ("has a green van",))


def test_notes_stand_in_the_queue_beside_those_of_the_card(any_book):
    (avery,) = met(any_book, AVERY, notes=["pumps"])
    note(any_book, avery, "green van")
    assert rows(any_book, avery)[0].notes == "pumps; green van"


def test_a_note_survives_a_scan(any_book, avery):
    note(any_book, avery, "green van")
    with any_book.writing() as session:
        keep(session, find(AVERY, "Autumn fair #Avery Winter", notes=["pumps"]))
        texts = [one.text for one in notes_of(session, avery)]
    assert texts == ["green van", "pumps"]


def test_a_note_with_a_semicolon_is_one_note_and_several_values_of_the_cell(any_book, avery):
    with any_book.writing() as session:
        add_note(session, avery, "one; two", source="sheet", notes="", at=AT)
        add_note(session, avery, "one; two", source="sheet", notes="one; two", at=AT)
        assert [one.text for one in notes_of(session, avery)] == ["one; two"]
    assert rows(any_book, avery)[0].notes == "one; two"


def test_try_again_is_the_same_way_again(any_book, avery):
    step = touch(any_book, avery, replace(CALL, note="no answer, try again tomorrow")).step
    assert (step.action, step.due) == ("call", TUESDAY)


def test_a_scan_does_not_take_back_what_a_person_planned(any_book, avery):
    note(any_book, avery, "hot, call on Thursday")
    with any_book.writing() as session:
        keep(session, find(AVERY, "Autumn fair #Avery Winter", notes=["C, mail in 10 days"]))
    (row,) = rows(any_book, avery)
    assert (row.priority, row.next_action, row.follow_up_due) == ("A", "call", THURSDAY)


def test_a_note_beside_the_photo_plans_anew_what_nobody_has_touched(any_book, avery):
    with any_book.writing() as session:
        keep(session, find(AVERY, "Autumn fair #Avery Winter", notes=["C, mail"]))
    (row,) = rows(any_book, avery)
    assert (row.priority, row.next_action, row.follow_up_due) == ("C", "email", date(2026, 11, 27))


def test_putting_off_keeps_the_step_and_moves_its_day(any_book, avery):
    before = the_one(any_book, avery, MONDAY).step
    with any_book.writing() as session:
        after = snooze(session, avery, THURSDAY, today=MONDAY)
    assert after.step == replace(before, due=THURSDAY, set_by="person")
    assert after.entry.status == "snoozed"


def test_a_priority_leaves_the_day_alone(any_book, avery):
    with any_book.writing() as session:
        set_priority(session, avery, "A")
    (row,) = rows(any_book, avery)
    assert (row.priority, row.follow_up_due) == ("A", MONDAY)


def test_the_first_step_is_untouched_until_somebody_does_something(any_book, avery):
    with any_book.reading() as session:
        assert is_untouched(session, session.get_one(FollowUpRow, avery))
    touch(any_book, avery, replace(CALL, channel="connect"))
    with any_book.reading() as session:
        row = session.get_one(FollowUpRow, avery)
        assert (step_of(row).number, is_untouched(session, row)) == (0, False)


def test_what_fails_half_way_leaves_neither_touch_nor_step(any_book, avery):
    broken = replace(USUAL, cadence=None)
    with pytest.raises(AttributeError):
        touch(any_book, avery, settings=broken)
    one = the_one(any_book, avery, TUESDAY)
    assert (one.touches, one.step.due, one.event.name) == ((), MONDAY, FAIR.name)


@pytest.mark.parametrize(
    "said",
    ["spoke, send the price list on Wednesday", "spoke, wants the price list"],
)
def test_what_was_promised_stays_due_whatever_else_is_logged(any_book, avery, said):
    promised = touch(any_book, avery, replace(CALL, note=said, answered=True)).step
    again = touch(any_book, avery, replace(CALL, note="signed", answered=True, counts=True)).step
    assert (again, again.action) == (promised, "email")


def test_a_promise_that_was_kept_gives_way_to_the_cadence(any_book, avery):
    touch(any_book, avery, replace(CALL, note="spoke, wants the price list", answered=True))
    after = touch(any_book, avery, replace(CALL, channel="email", answered=True)).step
    assert (after.number, after.set_by) == (None, "cadence")


@pytest.mark.parametrize("answered", [True, False])
def test_what_a_note_left_for_later_comes_after_what_came_first(any_book, avery, answered):
    assert note(any_book, avery, "wants the price list, call Tuesday")[0].step.action == "call"
    later = NOW + timedelta(days=1)
    after = touch(any_book, avery, replace(CALL, at=later, answered=answered), today=TUESDAY).step
    assert (after.action, after.due, after.why) == (
        "email",
        date(2026, 11, 25),
        'noted: email ("price list")',
    )
    sent = replace(CALL, at=later + timedelta(days=1), channel="email")
    assert touch(any_book, avery, sent, today=date(2026, 11, 25)).step.set_by == "cadence"
