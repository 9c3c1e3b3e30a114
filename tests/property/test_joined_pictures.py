"""However pictures follow each other, no contact is lost and no two people become one."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st
from pictures_of_cards import (
    ADA,
    ADDRESS,
    BACK,
    BEN,
    BEN_WITHOUT_NAME,
    IRIS,
    OTHER_BACK,
    ROSE,
    picture,
)

from cardscan.followup import Event
from cardscan.pipeline.rows import queue_rows
from cardscan.pipeline.sides import join_pictures

EVENT = Event(name="Harbour mixer", date=date(2026, 11, 20))
CARDS = (ADA, BEN, BEN_WITHOUT_NAME, ROSE, IRIS, BACK, OTHER_BACK, ADDRESS)
PATHS = st.builds(
    "{}{}{}.jpg".format,
    st.sampled_from(["", "day/"]),
    st.sampled_from(["x", "y", "IMG_1", "IMG_2"]),
    st.sampled_from(["", "_front", "_back", "_a", "_b", "_1", "_2", " (front)"]),
)
SHOWN = st.lists(st.sampled_from(CARDS), max_size=2)
TIMES = st.none() | st.integers(0, 60)
FOLDERS = st.lists(st.tuples(PATHS, SHOWN, TIMES), max_size=7, unique_by=lambda one: one[0]).map(
    lambda entries: [picture(path, *cards, at_s=at_s) for path, cards, at_s in entries]
)
PEOPLE = ({"ada@northwind.example"}, {"ben@northwind.example"}, {"020 7946 0111"}, {"020 7946 0112"})
"""What only one of the cards gives, by card."""


def rows(results):
    return queue_rows(results, EVENT, datetime(2026, 11, 22, tzinfo=UTC))


def points(contact):
    return {field.raw for kind in ("email", "phone") for field in contact.all(kind)}


@settings(max_examples=150, deadline=None)
@given(FOLDERS)
def test_every_contact_point_that_was_read_is_in_the_row_of_its_photo(folder):
    joined = {result.path: result for result in join_pictures(folder)}
    assert set(joined) == {result.path for result in folder}
    for result in folder:
        kept = joined[joined[result.path].joined_to or result.path]
        there = set().union(*(points(card.contact) for card in kept.contacts))
        assert all(points(card.contact) <= there for card in result.contacts)


@settings(max_examples=150, deadline=None)
@given(FOLDERS)
def test_every_photo_that_gave_a_contact_stands_in_a_row_and_in_no_two(folder):
    named = [photo for row in rows(join_pictures(folder)) for photo in set(row.photo)]
    for result in folder:
        assert named.count(result.path) >= bool(result.contacts)
        assert len(result.contacts) > 1 or named.count(result.path) <= 1


@settings(max_examples=150, deadline=None)
@given(FOLDERS)
def test_no_row_holds_two_people(folder):
    for result in join_pictures(folder):
        for card in result.contacts:
            assert sum(bool(own & points(card.contact)) for own in PEOPLE) <= 1


@settings(max_examples=100, deadline=None)
@given(FOLDERS, st.randoms(use_true_random=False))
def test_rows_do_not_depend_on_the_order_in_which_photos_were_read(folder, random):
    shuffled = random.sample(folder, len(folder))
    assert rows(join_pictures(shuffled)) == rows(join_pictures(folder))
