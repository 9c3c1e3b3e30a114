from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from kept_scans import AVERY, BLAKE, FAIR, keep_scan
from pictures_of_cards import picture

from cardscan.book.corrections import correct
from cardscan.book.forgetting.age import day_before, not_met_since
from cardscan.book.notes import add_note
from cardscan.book.people import find_person
from cardscan.book.tables import EntryRow, TouchRow
from cardscan.book.touching import snooze
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from cardscan.book.store import Book

OLD = replace(FAIR, date=date(2024, 3, 1))
SCANNED = datetime(2024, 3, 2, 9, tzinfo=UTC)
LATER = datetime(2025, 6, 1, 23, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("today", "age", "expected"),
    [
        (date(2026, 11, 22), "2y", date(2024, 11, 22)),
        (date(2028, 2, 29), "1y", date(2027, 2, 28)),
        (date(2028, 2, 29), "4Y", date(2024, 2, 29)),
        (date(2026, 3, 31), "1m", date(2026, 2, 28)),
        (date(2026, 1, 31), "2m", date(2025, 11, 30)),
        (date(2026, 1, 15), "1m", date(2025, 12, 15)),
        (date(2026, 11, 22), "18 m", date(2025, 5, 22)),
        (date(2026, 11, 22), "3w", date(2026, 11, 1)),
        (date(2026, 3, 1), "1d", date(2026, 2, 28)),
    ],
)
def test_a_time_is_counted_by_the_calendar(today: date, age: str, expected: date):
    assert day_before(today, age) == expected


@pytest.mark.parametrize("age", ["", "2", "y", "0y", "-1y", "1.5y", "2y 3m", "two years", "2x", "1 000d"])
def test_what_is_no_time_is_refused(age: str):
    with pytest.raises(UsageError, match="is no time that is understood"):
        day_before(date(2026, 11, 22), age)


@pytest.mark.parametrize("age", ["2026y", "99999m", "99999w", "99999y"])
def test_a_time_before_the_calendar_is_refused(age: str):
    with pytest.raises(UsageError, match="before the calendar begins"):
        day_before(date(1026, 11, 22), age)


def names(book: Book, before: date, hours: int = 0) -> list[str]:
    with book.reading() as session:
        zone = timezone(timedelta(hours=hours))
        return [one.full_name for one in not_met_since(session, before, zone=zone)]


def touched(session: Session, entry_id: str) -> None:
    session.add(TouchRow(entry_id=entry_id, at=LATER, channel="call", note="", answered=False, counts=False))


def noted(session: Session, entry_id: str) -> None:
    add_note(session, entry_id, "wants a quote", source="note", notes="", at=LATER)


def corrected(session: Session, entry_id: str) -> None:
    correct(session, entry_id, {"city": "Winterford"}, before={"city": ""}, source="sheet", at=LATER)


def put_off(session: Session, entry_id: str) -> None:
    snooze(session, entry_id, LATER.date(), today=SCANNED.date())


def taken_out(session: Session, entry_id: str) -> None:
    entry = session.get_one(EntryRow, entry_id)
    entry.gone_at, entry.gone_by = SCANNED, "person"


def test_nobody_is_old_on_the_day_of_the_event(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY), event=OLD, at=SCANNED)
    assert names(any_book, OLD.date) == []
    assert names(any_book, OLD.date + timedelta(days=1)) == ["Avery Winter"]


@pytest.mark.parametrize("happens", [touched, noted, corrected, put_off])
def test_whatever_happened_since_counts(any_book: Book, happens: Callable[[Session, str], None]):
    keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE), event=OLD, at=SCANNED)
    with any_book.writing() as session:
        happens(session, find_person(session, "Avery").entry_id)
    assert names(any_book, date(2025, 6, 1)) == ["Blake Hart"]
    assert names(any_book, date(2025, 6, 3)) == ["Avery Winter", "Blake Hart"]


def test_the_day_is_that_of_the_owners_zone(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY), event=OLD, at=SCANNED)
    with any_book.writing() as session:
        touched(session, find_person(session, "Avery").entry_id)
    assert names(any_book, date(2025, 6, 2), hours=0) == ["Avery Winter"]
    assert names(any_book, date(2025, 6, 2), hours=2) == []


def test_somebody_met_again_is_not_old(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY), event=OLD, at=SCANNED)
    with any_book.reading() as session:
        contact_id = find_person(session, "Avery").contact_id
    (again,) = keep_scan(any_book, picture("new.jpg", AVERY), event=FAIR).rows
    with any_book.writing() as session:
        session.get_one(EntryRow, again.contact_id).contact_id = contact_id
    assert names(any_book, date(2026, 1, 1)) == []


def test_somebody_taken_out_of_the_sheet_gets_old_too(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY), event=OLD, at=SCANNED)
    with any_book.writing() as session:
        taken_out(session, find_person(session, "Avery").entry_id)
    assert names(any_book, date(2026, 1, 1)) == ["Avery Winter"]
