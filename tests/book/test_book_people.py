"""Whom the owner means, and which of several entries is followed up."""

from __future__ import annotations

import pytest
from finds_made_up import AT, AVERY, BLAKE, CASEY, FAIR, SPRING, met

from cardscan.book.current import current_entries
from cardscan.book.people import everybody, find_person, fitting
from cardscan.book.tables import EntryRow
from cardscan.errors import SeveralPeopleError, UnknownPersonError

AVERY_STONE = ("#Avery Stone", "Baker", "Kestrel Ltd", "stone@kestrel.example", "M +44 7700 900104")


def is_one_person(book, contact_id, *ids):
    with book.writing() as session:
        for entry_id in ids:
            session.get_one(EntryRow, entry_id).contact_id = contact_id


def is_gone(book, *ids):
    with book.writing() as session:
        for entry_id in ids:
            session.get_one(EntryRow, entry_id).gone_at = AT


def followed_up(book, **options):
    with book.reading() as session:
        return set(session.scalars(current_entries(**options)))


@pytest.mark.parametrize(
    "wanted",
    [
        "Avery Winter",
        "avery",
        "WINTER",
        "a. winter",
        "Avery at Northwind",
        "avery@northwind.example",
        "Wintre",
    ],
)
def test_somebody_is_found_by_what_the_owner_calls_them(any_book, wanted):
    avery, *_ = met(any_book, AVERY, BLAKE, CASEY)
    with any_book.reading() as session:
        assert find_person(session, wanted).contact_id == avery


def test_somebody_is_found_by_the_contact_id(any_book):
    _, blake = met(any_book, AVERY, BLAKE)
    with any_book.reading() as session:
        assert find_person(session, blake).full_name == "Blake Hart"


def test_a_name_that_fits_two_is_told_with_both_ids(any_book):
    ids = met(any_book, AVERY, AVERY_STONE)
    with any_book.reading() as session, pytest.raises(SeveralPeopleError) as told:
        find_person(session, "Avery")
    assert all(one in str(told.value) for one in ids)


def test_more_of_the_name_tells_two_people_apart(any_book):
    met(any_book, AVERY, AVERY_STONE)
    with any_book.reading() as session:
        assert [one.company for one in fitting(session, "avery stone")] == ["Kestrel Ltd"]


def test_of_a_name_that_fits_nobody_the_nearest_is_named(any_book):
    met(any_book, AVERY, BLAKE)
    with any_book.reading() as session, pytest.raises(UnknownPersonError, match="Did you mean Avery Winter"):
        find_person(session, "Averill Wintersmith")


def test_in_an_empty_book_there_is_nobody(any_book):
    with any_book.reading() as session, pytest.raises(UnknownPersonError, match="Nobody in the book fits"):
        find_person(session, "Avery")


def test_who_was_met_twice_is_there_once_as_of_the_last_event(any_book):
    (old,) = met(any_book, AVERY, event=SPRING)
    (new,) = met(any_book, AVERY, event=FAIR)
    is_one_person(any_book, old, new)
    with any_book.reading() as session:
        known = everybody(session)
    assert [(one.contact_id, one.entry_id, one.event) for one in known.values()] == [(old, new, FAIR.name)]


def test_of_two_entries_of_one_event_the_one_that_gave_the_id_is_followed_up(any_book):
    one, other = sorted(met(any_book, AVERY, AVERY_STONE))
    is_one_person(any_book, other, one)
    assert followed_up(any_book) == {other}


def test_where_the_last_entry_is_gone_the_one_before_is_followed_up(any_book):
    (old,) = met(any_book, AVERY, event=SPRING)
    (new,) = met(any_book, AVERY, event=FAIR)
    is_one_person(any_book, old, new)
    is_gone(any_book, new)
    assert followed_up(any_book) == {old}


def test_who_is_gone_everywhere_is_found_only_where_asked_for(any_book):
    (avery,) = met(any_book, AVERY)
    is_gone(any_book, avery)
    assert (followed_up(any_book), followed_up(any_book, also_gone=True)) == (set(), {avery})
