from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from finds_made_up import AVERY, BLAKE, CASEY, FAIR, MONDAY, SPRING, USUAL, met, rows

from cardscan.book.corrections import correct
from cardscan.book.events import find_event
from cardscan.book.history import history, people_of_event, stale_people
from cardscan.book.tables import EntryRow
from cardscan.book.touching import keep_note, keep_touch, skip
from cardscan.followup.record import Touch

CALL = Touch(at=datetime(2026, 11, 23, 9, tzinfo=UTC), channel="call", note="left a message")
AUCKLAND = ZoneInfo("Pacific/Auckland")


def touch(book, entry, one=CALL):
    with book.writing() as session:
        keep_touch(session, entry, one, today=MONDAY, settings=USUAL)


def stale(book, days, today, zone=UTC):
    with book.reading() as session:
        return [
            (one.person.entry.full_name, one.days, one.touched)
            for one in stale_people(session, days, today=today, zone=zone)
        ]


def test_the_history_tells_everything_in_its_order(any_book):
    (avery,) = met(any_book, AVERY, event=replace(FAIR, place="Harbourton"), notes=["pumps"])
    touch(any_book, avery)
    (now,) = rows(any_book, avery)
    with any_book.writing() as session:
        keep_note(session, avery, "green van", source="note", today=MONDAY, now=CALL.at, settings=USUAL)
        later = CALL.at + timedelta(days=1)
        before = {"company": now.company, "website": ()}
        changed = {"company": "", "website": ("www.northwind.example",)}
        correct(session, avery, changed, before=before, source="sheet", at=later)
    with any_book.reading() as session:
        told = [(one.on.day, one.what, one.text) for one in history(session, avery, UTC)]
    assert told == [
        (20, "met", "Autumn fair, Harbourton"),
        (21, "noted", "pumps"),
        (23, "noted", "green van"),
        (23, "call", "left a message"),
        (24, "corrected", "company: Northwind Ltd -> (empty)"),
        (24, "corrected", "website: (empty) -> www.northwind.example"),
    ]


def test_the_history_of_somebody_met_twice_has_both_events(any_book):
    (old,) = met(any_book, AVERY, event=SPRING)
    (new,) = met(any_book, AVERY)
    touch(any_book, new)
    with any_book.writing() as session:
        session.get_one(EntryRow, new).contact_id = old
    with any_book.reading() as session:
        assert [one.text for one in history(session, old, UTC)] == ["Spring fair", "Autumn fair", CALL.note]


def test_a_day_is_that_of_the_owner_s_time_zone(any_book):
    (avery,) = met(any_book, AVERY)
    touch(any_book, avery, replace(CALL, at=datetime(2026, 11, 23, 20, tzinfo=UTC)))
    with any_book.reading() as session:
        assert history(session, avery, AUCKLAND)[-1].on == date(2026, 11, 24)


def test_whom_nobody_spoke_to_for_long_comes_first(any_book):
    _, blake, casey = met(any_book, AVERY, BLAKE, CASEY)
    touch(any_book, blake)
    touch(any_book, casey, replace(CALL, at=CALL.at + timedelta(days=40)))
    assert stale(any_book, 90, date(2027, 3, 1)) == [("Avery Winter", 101, False), ("Blake Hart", 98, True)]


def test_somebody_is_stale_on_the_very_day(any_book):
    met(any_book, AVERY)
    assert stale(any_book, 90, FAIR.date + timedelta(days=89)) == []
    assert stale(any_book, 90, FAIR.date + timedelta(days=90)) == [("Avery Winter", 90, False)]


def test_who_was_skipped_is_not_stale(any_book):
    (avery,) = met(any_book, AVERY)
    with any_book.writing() as session:
        skip(session, avery, today=MONDAY)
    assert stale(any_book, 1, date(2027, 3, 1)) == []


def test_a_touch_at_one_event_counts_for_somebody_met_at_another_since(any_book):
    (old,) = met(any_book, AVERY, event=SPRING)
    (new,) = met(any_book, AVERY)
    touch(any_book, old, replace(CALL, at=datetime(2026, 12, 1, tzinfo=UTC)))
    with any_book.writing() as session:
        session.get_one(EntryRow, new).contact_id = old
    assert stale(any_book, 1, date(2026, 12, 11)) == [("Avery Winter", 10, True)]


def test_the_people_of_an_event_come_with_what_was_done(any_book):
    avery, _ = met(any_book, AVERY, BLAKE)
    met(any_book, CASEY, event=SPRING)
    touch(any_book, avery)
    with any_book.reading() as session:
        event = find_event(session, FAIR.name, FAIR.date)
        people = people_of_event(session, event, today=MONDAY)
    assert {one.entry.full_name: one.touches for one in people} == {"Avery Winter": (CALL,), "Blake Hart": ()}


def test_what_happened_is_told_with_its_moment(any_book):
    (avery,) = met(any_book, AVERY)
    touch(any_book, avery)
    with any_book.reading() as session:
        assert [one.at for one in history(session, avery, AUCKLAND)] == [None, CALL.at]
