from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from finds_made_up import (
    AT,
    AVERY,
    BLAKE,
    CASEY,
    FAIR,
    MONDAY,
    SATURDAY,
    SPRING,
    TUESDAY,
    USUAL,
    keep,
    met,
)  # fmt: skip

from cardscan.book.agenda import due_entries, entries
from cardscan.book.events import find_event
from cardscan.book.tables import EntryRow
from cardscan.book.touching import keep_note, keep_touch, set_priority, skip, snooze
from cardscan.followup.record import Touch

CALL = Touch(at=datetime(2026, 11, 23, 9, tzinfo=UTC), channel="call", note="left a message")


def names(book, today, **options):
    with book.reading() as session:
        return [one.entry.full_name for one in due_entries(session, today, **options)]


def due(book, today):
    with book.reading() as session:
        return due_entries(session, today)


def do(book, work, *arguments, **options):
    with book.writing() as session:
        return work(session, *arguments, **options)


def test_nobody_is_due_before_their_day(any_book):
    met(any_book, AVERY)
    assert names(any_book, SATURDAY) == []


def test_everybody_is_due_on_their_day_by_priority_and_name(any_book):
    _, _, casey = met(any_book, BLAKE, AVERY, CASEY)
    do(any_book, set_priority, casey, "A")
    assert names(any_book, MONDAY) == ["Casey Stone", "Avery Winter", "Blake Hart"]


def test_who_is_overdue_comes_before_who_is_due(any_book):
    met(any_book, BLAKE)
    met(any_book, AVERY, event=replace(FAIR, name="Dinner", date=MONDAY))
    assert names(any_book, TUESDAY) == ["Blake Hart", "Avery Winter"]


def test_how_long_somebody_is_overdue_is_told_in_days(any_book):
    (avery,) = met(any_book, AVERY)
    with any_book.reading() as session:
        found = [entries(session, [avery], today=MONDAY + timedelta(days=ahead))[0] for ahead in (-1, 0, 3)]
    assert [one.overdue_days for one in found] == [0, 0, 3]


def test_looking_ahead_shows_who_will_be_due(any_book):
    met(any_book, AVERY)
    assert names(any_book, SATURDAY, ahead=1) == []
    assert names(any_book, SATURDAY, ahead=2) == ["Avery Winter"]


def test_only_one_event_is_shown_where_it_is_asked_for(any_book):
    met(any_book, AVERY)
    met(any_book, BLAKE, event=SPRING)
    with any_book.reading() as session:
        spring = find_event(session, SPRING.name, SPRING.date)
    assert names(any_book, MONDAY, event=spring) == ["Blake Hart"]


def test_who_was_skipped_is_not_due(any_book):
    avery, _ = met(any_book, AVERY, BLAKE)
    do(any_book, skip, avery, today=MONDAY)
    assert names(any_book, MONDAY) == ["Blake Hart"]


def test_who_was_put_off_is_due_on_the_new_day(any_book):
    (avery,) = met(any_book, AVERY)
    do(any_book, snooze, avery, date(2026, 12, 3), today=MONDAY)
    assert names(any_book, date(2026, 12, 2)) == []
    assert names(any_book, date(2026, 12, 3)) == ["Avery Winter"]


def test_who_is_gone_is_not_due(any_book):
    met(any_book, AVERY)
    with any_book.writing() as session:
        keep(session, photos=["Autumn fair #Avery Winter"])
    assert names(any_book, MONDAY) == []


def test_somebody_who_was_met_twice_is_due_once_with_all_that_was_done(any_book):
    (old,) = met(any_book, AVERY, event=SPRING)
    (new,) = met(any_book, AVERY)
    do(any_book, keep_touch, old, CALL, today=MONDAY, settings=USUAL)
    with any_book.writing() as session:
        session.get_one(EntryRow, new).contact_id = old
    with any_book.reading() as session:
        (one,) = due_entries(session, MONDAY)
    assert (one.event.name, one.touches) == (FAIR.name, (CALL,))


def test_what_was_promised_at_an_earlier_event_is_due_first(any_book):
    (old,) = met(any_book, AVERY, event=SPRING)
    do(any_book, keep_note, old, "coffee today", source="note", today=MONDAY, now=AT, settings=USUAL)
    (new,) = met(any_book, AVERY, event=replace(FAIR, name="Dinner", date=MONDAY))
    with any_book.writing() as session:
        session.get_one(EntryRow, new).contact_id = old
    assert [(one.event.name, one.step.action) for one in due(any_book, TUESDAY)] == [(SPRING.name, "meeting")]
    do(any_book, keep_touch, old, replace(CALL, channel="meeting"), today=MONDAY, settings=USUAL)
    assert [(one.event.name, one.step.action) for one in due(any_book, TUESDAY)] == [("Dinner", "call")]


def test_what_is_due_comes_with_notes_and_touches_in_their_order(any_book):
    (avery,) = met(any_book, AVERY, notes=["pumps"])
    do(any_book, keep_touch, avery, CALL, today=MONDAY, settings=USUAL)
    earlier = replace(CALL, at=AT, channel="connect", note="")
    do(any_book, keep_touch, avery, earlier, today=MONDAY, settings=USUAL)
    do(any_book, keep_note, avery, "green van", source="note", today=MONDAY, now=AT, settings=USUAL)
    with any_book.reading() as session:
        (one,) = entries(session, [avery], today=TUESDAY)
    assert (one.notes, one.touches) == (("pumps", "green van"), (earlier, CALL))


def test_more_people_than_one_question_takes_are_all_due(any_book, monkeypatch):
    monkeypatch.setattr("cardscan.book.rows._BATCH", 2)
    met(any_book, AVERY, BLAKE, CASEY)
    assert names(any_book, MONDAY) == ["Avery Winter", "Blake Hart", "Casey Stone"]
