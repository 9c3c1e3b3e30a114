from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.followup import FollowUp
from cardscan.followup.duplicates import with_earlier

SPRING = FollowUp(
    contact_id="cspringaaaaa",
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
    contact_id="cautumnaaaaa",
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


def test_nothing_but_the_id_and_the_note_is_taken_over() -> None:
    (entry,) = with_earlier([AUTUMN], [SPRING])
    assert replace(entry, contact_id=AUTUMN.contact_id, notes=AUTUMN.notes) == AUTUMN


def test_of_several_meetings_the_oldest_gives_the_id() -> None:
    summer = replace(SPRING, contact_id="csummer22222", event="Summer fair", event_date=date(2026, 7, 1))
    (entry,) = with_earlier([AUTUMN], [summer, SPRING, SPRING])
    assert entry.contact_id == SPRING.contact_id
    assert entry.notes == "met before: Spring fair, 2026-03-12; met before: Summer fair, 2026-07-01"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({"full_name": "Ben Hart", "email": "ben.hart@northwind.example"}, "a colleague"),
        ({"full_name": "Ben Hart"}, "another name at the same mailbox"),
        ({"email": "info@northwind.example", "mobile_phone": ()}, "an office's mailbox"),
        ({"full_name": ""}, "no name"),
        ({"email": "ada.winter@kestrel.example", "company": "Kestrel"}, "another employer's mailbox"),
        ({"event": "Spring fair", "event_date": date(2026, 3, 12)}, "the same event, scanned again"),
        ({"event": " SPRING  fair", "event_date": date(2026, 3, 12)}, "the same event, spelled otherwise"),
        ({"event_date": date(2026, 2, 1)}, "an event before that one"),
        ({"email": "", "company": "Kestrel Boats"}, "another employer, with the same mobile"),
    ],
)
def test_others_are_left_alone(changed: dict[str, object], why: str) -> None:
    entry = replace(AUTUMN, **({"mobile_phone": SPRING.mobile_phone} | changed))
    assert with_earlier([entry], [SPRING]) == (entry,), why


def test_same_mobile_is_the_same_person_without_an_email() -> None:
    entry = replace(AUTUMN, email="", mobile_phone=SPRING.mobile_phone)
    (found,) = with_earlier([entry], [SPRING])
    assert (found.contact_id, found.email) == (SPRING.contact_id, "")


@pytest.mark.parametrize("theirs", ["=HYPERLINK(1)", "CUSTOMER 1; x", "", "cspring00001"])
def test_id_of_another_program_is_not_taken(theirs: str) -> None:
    (entry,) = with_earlier([AUTUMN], [replace(SPRING, contact_id=theirs)])
    assert entry.contact_id == AUTUMN.contact_id
    assert entry.notes == "met before: Spring fair, 2026-03-12"


def test_separator_in_an_events_name_makes_no_second_note() -> None:
    (entry,) = with_earlier([AUTUMN], [replace(SPRING, event="Boats; sails")])
    assert entry.notes == "met before: Boats, sails, 2026-03-12"


IDS = ("cspringaaaaa", "cautumnaaaaa", "cautumnbbbbb", "cwinteraaaaa")


@given(new=st.permutations(IDS), old=st.lists(st.sampled_from(IDS), max_size=4))
def test_no_two_entries_ever_share_an_id(new: list[str], old: list[str]) -> None:
    entries = [replace(AUTUMN, contact_id=one) for one in new[:3]]
    found = with_earlier(entries, [replace(SPRING, contact_id=one) for one in old])
    assert len({entry.contact_id for entry in found}) == len(found)


@pytest.mark.parametrize("name", ["????", "-", "123"])
def test_name_that_an_encoding_destroyed_leaves_the_mailbox_to_tell(name: str) -> None:
    (entry,) = with_earlier([AUTUMN], [replace(SPRING, full_name=name)])
    assert entry.contact_id == SPRING.contact_id
