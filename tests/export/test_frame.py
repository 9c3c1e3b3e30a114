from __future__ import annotations

from datetime import UTC, date, datetime

from cardscan.export import COLUMNS, to_frame
from cardscan.followup.record import FollowUp

ENTRY = FollowUp(
    contact_id="cabcdefghijk",
    event_date=date(2026, 11, 20),
    event="Harbour mixer",
    follow_up_due=date(2026, 11, 23),
    next_action="call",
    company="=1+1",
    work_phone=("+44 20 7946 0958", "+44 20 7946 0001"),
    confidence=0.5,
    scanned_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)


def test_frame_has_the_columns_of_the_queue() -> None:
    assert tuple(to_frame([]).columns) == COLUMNS


def test_frame_of_no_entries_has_dates_all_the_same() -> None:
    assert to_frame([])["event_date"].dtype.kind == "M"


def test_frame_reckons_with_dates_and_numbers() -> None:
    frame = to_frame([ENTRY, ENTRY])
    assert (frame["follow_up_due"] - frame["event_date"]).dt.days.tolist() == [3, 3]
    assert frame["confidence"].mean() == 0.5


def test_frame_joins_several_values() -> None:
    assert to_frame([ENTRY])["work_phone"][0] == "+44 20 7946 0958; +44 20 7946 0001"


def test_frame_holds_texts_without_a_guard() -> None:
    assert to_frame([ENTRY])["company"][0] == "=1+1"
