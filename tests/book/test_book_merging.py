from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AT, AVERY, BLAKE, CASEY, FAIR, SPRING, TUESDAY, USUAL, find, keep

from cardscan.book.agenda import due_entries
from cardscan.book.history import history
from cardscan.book.merging import keep_apart, merge, split
from cardscan.book.people import everybody, find_person
from cardscan.book.rows import rows_of
from cardscan.book.touching import keep_touch
from cardscan.book.twins import merge_sure, met_before, pairs_in_book
from cardscan.errors import UsageError
from cardscan.followup.record import Touch

if TYPE_CHECKING:
    from cardscan.book.store import Book

AVERY_MOVED = ("#Avery Winter", "Director", "Kestrel Ltd", "avery@kestrel.example", "M +44 7700 900199")
CALLED = Touch(at=AT, channel="call", note="left a message")
LATER = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)


def test_a_merge_keeps_the_id_of_whom_was_met_first(any_book: Book) -> None:
    with any_book.writing() as session:
        (now,) = keep(session, find(AVERY, "a.jpg"))
        (before,) = keep(session, find(AVERY_MOVED, "b.jpg", event=SPRING), event=SPRING)
        assert merge(session, now, before, why="by hand", at=AT).kept == before
        assert {row.contact_id for row in rows_of(session, [now, before]).values()} == {before}


def test_a_merge_of_one_contact_with_itself_is_refused(any_book: Book) -> None:
    with any_book.writing() as session:
        (one,) = keep(session, find(AVERY))
        with pytest.raises(UsageError, match="one contact already"):
            merge(session, one, one, why="by hand", at=AT)


def test_touches_of_both_are_one_history(any_book: Book) -> None:
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        for entry_id in (one, other):
            keep_touch(session, entry_id, CALLED, today=TUESDAY, settings=USUAL)
        kept = merge(session, one, other, why="by hand", at=AT).kept
        assert [one.what for one in history(session, kept, UTC)] == ["met", "call", "call"]


def test_two_entries_of_one_event_are_one_row_that_gains_what_the_other_says(any_book: Book) -> None:
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        kept = merge(session, one, other, why="by hand", at=AT).kept
        (row,) = rows_of(session, [one, other]).values()
    assert row.contact_id == kept
    assert {row.email, *row.other_emails} == {"avery@northwind.example", "avery@kestrel.example"}
    assert sorted(row.photo) == ["a.jpg", "b.jpg"]
    assert "also: " in row.notes


def test_a_merged_contact_is_due_once(any_book: Book) -> None:
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        merge(session, one, other, why="by hand", at=AT)
        assert len(due_entries(session, TUESDAY)) == 1


def test_a_split_gives_the_rows_that_were_there_before(any_book: Book) -> None:
    with any_book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"), find(BLAKE, "c.jpg"))
        before = rows_of(session, ids)
        first = merge(session, ids[0], ids[1], why="by hand", at=AT).kept
        second = merge(session, first, ids[2], why="by hand", at=LATER).kept
        split(session, second, at=LATER)
        split(session, first, at=LATER)
        assert rows_of(session, ids) == before


def test_a_contact_that_was_never_merged_cannot_be_split(any_book: Book) -> None:
    with any_book.writing() as session:
        (one,) = keep(session, find(AVERY))
        with pytest.raises(UsageError, match="was not merged"):
            split(session, one, at=AT)


def test_somebody_met_again_is_merged_unasked_and_the_notes_say_where(any_book: Book) -> None:
    with any_book.writing() as session:
        (before,) = keep(session, find(AVERY, "a.jpg", event=SPRING), event=SPRING)
        (now,) = keep(session, find(AVERY, "b.jpg"))
        (merged,) = merge_sure(session, [now], at=AT).merged
        assert (merged.kept, met_before(session, [now])) == (before, 1)
        assert rows_of(session, [now])[now].notes == "met before: Spring fair, 2026-03-12"


def test_whoever_was_split_is_never_merged_unasked_again(any_book: Book) -> None:
    with any_book.writing() as session:
        keep(session, find(AVERY, "a.jpg", event=SPRING), event=SPRING)
        (now,) = keep(session, find(AVERY, "b.jpg"))
        (merged,) = merge_sure(session, [now], at=AT).merged
        split(session, merged.kept, at=LATER)
        assert merge_sure(session, [now], at=LATER).merged == ()
        assert pairs_in_book(session) == ()


def test_a_person_may_merge_again_what_was_kept_apart(any_book: Book) -> None:
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        keep_apart(session, [one], [other])
        merge(session, one, other, why="by hand", at=AT)
        assert len(everybody(session)) == 1


@pytest.mark.parametrize(
    "shared",
    ["info@northwind.example", "+44 20 7946 0100"],
    ids=["an office's mailbox", "a switchboard"],
)
def test_what_an_office_shares_merges_nobody(any_book: Book, shared: str) -> None:
    with any_book.writing() as session:
        ids = keep(
            session,
            find(("#Avery Winter", "Buyer", "Northwind Ltd", shared), "a.jpg"),
            find(("#Blake Hart", "Buyer", "Northwind Ltd", shared), "b.jpg"),
        )
        assert merge_sure(session, ids, at=AT).merged == ()
        assert pairs_in_book(session) == ()


def test_in_doubt_nobody_is_merged_unasked_but_told(any_book: Book) -> None:
    with any_book.writing() as session:
        ids = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"), find(CASEY, "c.jpg"))
        assert merge_sure(session, ids, at=AT).merged == ()
        (pair,) = pairs_in_book(session)
    assert {pair.one, pair.other} == set(ids[:2])
    assert not pair.sure


def test_a_merged_contact_is_found_by_either_name(any_book: Book) -> None:
    with any_book.writing() as session:
        one, other = keep(session, find(AVERY, "a.jpg"), find(AVERY_MOVED, "b.jpg"))
        kept = merge(session, one, other, why="by hand", at=AT).kept
        assert find_person(session, kept).contact_id == kept
        assert find_person(session, "avery").contact_id == kept


def test_an_event_that_is_earlier_by_name_only_is_not_told(any_book: Book) -> None:
    same_day = replace(SPRING, date=FAIR.date)
    with any_book.writing() as session:
        keep(session, find(AVERY, "a.jpg", event=same_day), event=same_day)
        (now,) = keep(session, find(AVERY, "b.jpg"))
        merge_sure(session, [now], at=AT)
        assert met_before(session, [now]) == 0
