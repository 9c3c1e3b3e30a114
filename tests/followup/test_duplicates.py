from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cardscan.followup import FollowUp, with_earlier

SPRING = FollowUp(
    contact_id="cspring00001",
    event_date=date(2026, 3, 12),
    event="Spring fair",
    follow_up_due=date(2026, 3, 13),
    next_action="call",
    full_name="Ada Winter",
    company="Northwind Ltd",
    email="ada.winter@northwind.example",
    mobile_phone=("+44 7700 900101",),
    notes="wants the price list",
    scanned_at=datetime(2026, 3, 13, 9, 0, tzinfo=UTC),
)
AUTUMN = replace(
    SPRING,
    contact_id="cautumn00001",
    event="Harbour mixer",
    event_date=date(2026, 11, 20),
    follow_up_due=date(2026, 11, 23),
    mobile_phone=(),
    notes="",
)


def test_person_who_was_met_before_keeps_the_id_and_the_notes_say_where() -> None:
    (entry,) = with_earlier([AUTUMN], [SPRING])
    assert entry.contact_id == SPRING.contact_id
    assert entry.notes == "met before: Spring fair, 2026-03-12"
    assert (entry.event, entry.follow_up_due) == (AUTUMN.event, AUTUMN.follow_up_due)


def test_what_the_new_card_lacks_is_filled_and_told() -> None:
    (entry,) = with_earlier([AUTUMN], [SPRING])
    assert entry.mobile_phone == SPRING.mobile_phone
    assert entry.review_reasons == ("mobile phone: not on this card; taken from that of Spring fair",)
    assert not entry.needs_review


def test_what_the_new_card_says_wins() -> None:
    (entry,) = with_earlier([replace(AUTUMN, mobile_phone=("+44 7700 900199",))], [SPRING])
    assert entry.mobile_phone == ("+44 7700 900199",)


def test_of_several_meetings_the_oldest_gives_the_id_and_the_latest_the_values() -> None:
    summer = replace(
        SPRING,
        contact_id="csummer00001",
        event="Summer fair",
        event_date=date(2026, 7, 1),
        mobile_phone=("+44 7700 900155",),
    )
    (entry,) = with_earlier([AUTUMN], [summer, SPRING])
    assert (entry.contact_id, entry.mobile_phone) == (SPRING.contact_id, summer.mobile_phone)
    assert entry.notes == "met before: Spring fair, 2026-03-12; met before: Summer fair, 2026-07-01"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"full_name": "Ben Hart", "email": "ben.hart@northwind.example"}, "a colleague"),
        ({"full_name": "Ben Hart"}, "another name at the same mailbox"),
        ({"email": "info@northwind.example"}, "an office's mailbox"),
        ({"full_name": ""}, "no name"),
        ({"email": "ada.winter@kestrel.example", "company": "Kestrel"}, "another employer's mailbox"),
        ({"event": "Spring fair", "event_date": date(2026, 3, 12)}, "the same event, scanned again"),
    ],
)
def test_others_are_left_alone(changed: dict[str, object], why: str) -> None:
    entry = replace(AUTUMN, **changed)
    assert with_earlier([entry], [SPRING]) == (entry,), why


def test_same_mobile_is_the_same_person_without_an_email() -> None:
    entry = replace(AUTUMN, email="", mobile_phone=SPRING.mobile_phone)
    (found,) = with_earlier([entry], [SPRING])
    assert (found.contact_id, found.email) == (SPRING.contact_id, SPRING.email)


def test_two_new_entries_never_share_an_id() -> None:
    other = replace(AUTUMN, contact_id="cautumn00002")
    found = with_earlier([AUTUMN, other], [SPRING])
    assert [entry.contact_id for entry in found] == [SPRING.contact_id, other.contact_id]
