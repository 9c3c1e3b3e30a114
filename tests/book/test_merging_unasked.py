"""What a scan merges by itself, what it leaves to a person, and what a merged contact shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from finds_made_up import (
    AT,
    AVERY,
    AVERY_PRINTED,
    BLAKE,
    CASEY,
    FAIR,
    SPRING,
    TUESDAY,
    USUAL,
    find,
    keep,
    met,
)
from kept_scans import keep_scan
from pictures_of_cards import picture

from cardscan.book.agenda import due_entries
from cardscan.book.apply.applying import apply_changes
from cardscan.book.apply.record import SheetChanges
from cardscan.book.corrections import correct
from cardscan.book.events import find_event
from cardscan.book.history import history
from cardscan.book.merging import BY_HAND, automatic_merges, merge, set_apart, split
from cardscan.book.people import everybody
from cardscan.book.rows import rows_of
from cardscan.book.tables import EntryRow
from cardscan.book.touching import keep_note, keep_touch
from cardscan.book.twins import merge_sure, pairs_in_book
from cardscan.errors import UsageError
from cardscan.followup.record import Touch

AVERY_BY_MOBILE = ("#Avery Winter", "Sales Manager", "Northwind Ltd", "M +44 7700 900101")
AVERY_BY_MAIL = ("#Avery Winter", "Sales Manager", "Northwind Ltd", "avery@northwind.example")
AVERY_MOVED = ("#Avery Winter", "Director", "Kestrel Ltd", "avery@kestrel.example", "M +44 7700 900199")
CALLED = Touch(at=AT, channel="call")
WINTER = replace(FAIR, name="Winter fair", date=date(2026, 12, 4))
LATER = datetime(2026, 12, 5, 9, 30, tzinfo=UTC)


def contacts(session, *ids):
    return [row.contact_id for row in rows_of(session, ids).values()]


@pytest.mark.parametrize("event", [SPRING, WINTER], ids=["met before", "met after"])
def test_who_was_set_apart_is_not_merged_by_way_of_a_third_card(any_book, event):
    """Either card fits the whole one, and a person said that they are two people."""
    with any_book.writing() as session:
        by_mobile, by_mail = keep(session, find(AVERY_BY_MOBILE, "a.jpg"), find(AVERY_BY_MAIL, "b.jpg"))
        set_apart(session, by_mobile, by_mail)
        (whole,) = keep(session, find(AVERY, "c.jpg", event=event), event=event)
        assert len(merge_sure(session, [whole], at=LATER).merged) == 1
        one, other = contacts(session, by_mobile, by_mail)
        assert one != other
        assert merge_sure(session, [whole], at=LATER).merged == ()


def test_who_was_set_apart_stays_so_where_one_of_them_is_merged_by_hand(any_book):
    with any_book.writing() as session:
        one, other, third = keep(
            session, find(AVERY, "a.jpg"), find(AVERY_PRINTED, "b.jpg"), find(BLAKE, "c.jpg")
        )
        set_apart(session, one, other)
        merge(session, one, third, why=BY_HAND, at=AT)
        assert merge_sure(session, [one, other, third], at=AT).merged == ()


def test_those_who_are_one_contact_cannot_be_set_apart(any_book):
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(BLAKE, "b.jpg"))
        kept = merge(session, one, other, why=BY_HAND, at=AT).kept
        with pytest.raises(UsageError, match=f"cardscan split {kept}"):
            set_apart(session, kept, kept)


def test_a_contact_that_nobody_has_is_told(any_book):
    (avery,) = met(any_book, AVERY)
    with any_book.writing() as session, pytest.raises(UsageError, match="no contact cabcdefghijk"):
        merge(session, avery, "cabcdefghijk", why=BY_HAND, at=AT)


def test_only_pairs_with_new_entries_are_counted_as_in_doubt(any_book):
    with any_book.writing() as session:
        one, other, casey = keep(
            session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"), find(CASEY, "c.jpg")
        )
        assert [merge_sure(session, ids, at=AT).doubtful for ids in ([one], [one, other], [casey])] == [
            1,
            1,
            0,
        ]


def test_pairs_of_one_event_are_those_of_whom_one_was_met_there(any_book):
    met(any_book, AVERY, event=SPRING)
    met(any_book, AVERY_MOVED, event=FAIR)
    met(any_book, CASEY, event=WINTER)
    with any_book.reading() as session:
        found = [
            len(pairs_in_book(session, event=find_event(session, event.name, event.date)))
            for event in (SPRING, FAIR, WINTER)
        ]
    assert found == [1, 1, 0]


def test_only_merges_that_nobody_asked_for_are_told_as_automatic(any_book):
    with any_book.writing() as session:
        (before,) = keep(session, find(AVERY, "a.jpg", event=SPRING), event=SPRING)
        now, blake = keep(session, find(AVERY, "b.jpg"), find(BLAKE, "c.jpg"))
        merge_sure(session, [now], at=AT)
        merge(session, before, blake, why=BY_HAND, at=LATER)
        (told,) = automatic_merges(session)
        assert (told.kept, told.entries) == (before, (now,))
        assert "the same mailbox avery@northwind.example" in told.why
        split(session, now, at=LATER)
        assert automatic_merges(session) == ()


def test_one_card_that_is_taken_out_leaves_the_later_merges_as_they_are(any_book):
    with any_book.writing() as session:
        avery, blake, casey = keep(session, find(AVERY, "a.jpg"), find(BLAKE, "b.jpg"), find(CASEY, "c.jpg"))
        kept = merge(session, avery, blake, why=BY_HAND, at=AT).kept
        kept = merge(session, kept, casey, why=BY_HAND, at=LATER).kept
        out = next(one for one in (avery, blake) if one != kept)
        split(session, out, at=LATER)
        left = {avery, blake, casey} - {out}
        assert set(contacts(session, *left)) == {kept}
        assert contacts(session, out) == [out]


def test_what_is_in_another_contact_by_now_is_not_split_from_there(any_book):
    with any_book.writing() as session:
        avery, blake = keep(session, find(AVERY, "a.jpg"), find(BLAKE, "b.jpg"))
        (spring,) = keep(session, find(CASEY, "c.jpg", event=SPRING), event=SPRING)
        kept = merge(session, avery, blake, why=BY_HAND, at=AT).kept
        merge(session, kept, spring, why=BY_HAND, at=AT)
        split(session, kept, at=LATER)
        with pytest.raises(UsageError, match="was not merged"):
            split(session, kept, at=LATER)
        (other,) = {avery, blake} - {kept}
        assert contacts(session, other) == [spring]


def test_who_was_merged_twice_is_split_twice(any_book):
    with any_book.writing() as session:
        avery, blake = keep(session, find(AVERY, "a.jpg"), find(BLAKE, "b.jpg"))
        (spring,) = keep(session, find(CASEY, "c.jpg", event=SPRING), event=SPRING)
        given = merge(session, avery, blake, why=BY_HAND, at=AT).kept
        (other,) = {avery, blake} - {given}
        merge(session, given, spring, why=BY_HAND, at=AT)
        split(session, given, at=AT)
        merge(session, given, spring, why=BY_HAND, at=LATER)
        assert split(session, spring, at=LATER).entries == (given,)
        assert split(session, spring, at=LATER).entries == (other,)


def test_the_card_that_gave_the_contact_its_id_leads_the_row(any_book):
    with any_book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), find(BLAKE, "b.jpg"))
        first = max(ids)
        session.get_one(EntryRow, first).scanned_at = "2026-11-20T22:00:00+00:00"
        before = rows_of(session, ids)[first]
        assert merge(session, *ids, why=BY_HAND, at=AT).kept == first
        (row,) = rows_of(session, ids).values()
        assert (row.full_name, row.photo[0]) == (before.full_name, before.photo[0])


def test_a_second_scan_of_the_same_photos_gives_the_same_queue(any_book):
    keep_scan(any_book, picture("old.jpg", AVERY), event=SPRING)
    scans = [keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE)) for _ in range(2)]
    assert scans[0].rows == scans[1].rows
    assert [row.notes for row in scans[0].rows if row.full_name == "Avery Winter"] == [
        "met before: Spring fair, 2026-03-12"
    ]


def test_a_row_of_two_cards_is_to_be_looked_at_where_one_of_them_is(any_book):
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(BLAKE, "b.jpg"))
        before = rows_of(session, [one, other])
        correct(
            session, other, {"needs_review": True}, before={"needs_review": False}, source="review", at=AT
        )
        merge(session, one, other, why=BY_HAND, at=AT)
        (row,) = rows_of(session, [one, other]).values()
    assert row.needs_review
    assert row.confidence == min(one.confidence for one in before.values())


def test_what_a_person_corrected_in_the_leading_card_is_not_added_to(any_book):
    with any_book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        kept = merge(session, *ids, why=BY_HAND, at=AT).kept
        before = rows_of(session, [kept])[kept].mobile_phone
        correct(
            session, kept, {"mobile_phone": ()}, before={"mobile_phone": before}, source="sheet", at=LATER
        )
        assert (len(before), rows_of(session, [kept])[kept].mobile_phone) == (2, ())


def test_the_day_shows_the_same_row_as_the_queue_with_the_notes_of_both(any_book):
    with any_book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        for entry_id, text in zip(ids, ("likes tea", "likes boats"), strict=True):
            keep_note(session, entry_id, text, source="note", today=TUESDAY, now=AT, settings=USUAL)
        kept = merge(session, *ids, why=BY_HAND, at=AT).kept
        (due,) = due_entries(session, date(2027, 1, 4))
        (row,) = rows_of(session, ids).values()
    assert due.entry == row
    assert (due.entry.contact_id, sorted(due.notes)) == (kept, ["likes boats", "likes tea"])


def test_a_row_of_two_cards_that_is_deleted_in_the_sheet_stays_out(any_book):
    """Else the second card would bring it back."""
    with any_book.writing() as session:
        finds = find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg")
        ids = keep(session, *finds)
        kept = merge(session, *ids, why=BY_HAND, at=AT).kept
        apply_changes(
            session, SheetChanges(removed={kept: "Avery"}, returned={}, shown={}), now=LATER, settings=USUAL
        )
        assert rows_of(session, keep(session, *finds)) == {}
        apply_changes(
            session, SheetChanges(removed={}, returned={kept: "Avery"}, shown={}), now=LATER, settings=USUAL
        )
        (row,) = rows_of(session, ids).values()
        assert sorted(row.photo) == ["a.jpg", "b.jpg"]


@pytest.mark.parametrize("heir", [0, 1])
def test_of_two_merged_cards_that_turn_out_to_be_one_the_history_stays_together(any_book, heir):
    """Whichever of them gave the contact its id."""
    with any_book.writing() as session:
        finds = find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg")
        ids = keep(session, *finds)
        for entry_id in ids:
            keep_touch(session, entry_id, CALLED, today=TUESDAY, settings=USUAL)
        kept = merge(session, *ids, why=BY_HAND, at=AT).kept
        one, other = finds[heir], finds[1 - heir]
        keep(session, replace(one, pictures=(*one.pictures, *other.pictures)), photos=("a.jpg", "b.jpg"))
        assert [happening.what for happening in history(session, kept, UTC)].count("call") == 2
        assert list(everybody(session)) == [kept]


def test_who_was_merged_stays_so_where_another_entry_has_the_card_now(any_book):
    with any_book.writing() as session:
        (spring,) = keep(session, find(CASEY, "c.jpg", event=SPRING), event=SPRING)
        old, new = find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg")
        (avery,) = keep(session, old)
        merge(session, spring, avery, why=BY_HAND, at=AT)
        heir, _ = keep(session, new, old)
        keep(session, replace(new, pictures=(*new.pictures, *old.pictures)), photos=("a.jpg", "b.jpg"))
        assert contacts(session, heir) == [spring]
