"""Which rows somebody looked at, as the program made them and as they are right."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from finds_made_up import AT, AVERY, BLAKE, FAIR, SPRING, find, keep

from cardscan.book.corrections import correct
from cardscan.book.events import find_event
from cardscan.book.merging import merge
from cardscan.book.rows import rows_of
from cardscan.book.settled import beside, looked_at, rows_in_book
from cardscan.book.tables import EntryRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.book.record import Find
    from cardscan.book.settled import LookedAt
    from cardscan.book.store import Book


def made(lines: tuple[str, ...], path: str = "avery.jpg", **values: Any) -> Find:
    """What a scan finds, with what the test wants it to say."""
    one = find(lines, path, event=values.pop("event_of", FAIR), number=values.get("card", 1))
    return replace(one, row=replace(one.row, **{"needs_review": False} | values))


def say(session: Session, entry_id: str, source: str = "review", **values: Any) -> None:
    """Correct columns of a row as it stands now, as the page and the sheet do."""
    row = rows_of(session, [entry_id])[entry_id]
    old = {column: getattr(row, column) for column in values}
    correct(session, entry_id, values, before=old, source=source, at=AT)


def only(session: Session) -> LookedAt:
    (one,) = looked_at(session)
    return one


def test_a_flagged_row_that_somebody_settled_was_looked_at_as_a_whole(any_book: Book) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY, needs_review=True))
        say(session, avery, full_name="Avery Wynter", needs_review=False)
        one = only(session)
    assert (one.entry_id, one.is_whole, one.found.needs_review) == (avery, True, True)
    assert (one.found.full_name, one.truth.full_name) == ("Avery Winter", "Avery Wynter")
    assert one.truth.email == one.found.email == "avery@northwind.example"


def test_a_flagged_row_without_any_correction_is_right_as_it_stood(any_book: Book) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY, needs_review=True))
        say(session, avery, needs_review=False)
        one = only(session)
    assert (one.is_whole, one.corrected, one.truth) == (True, frozenset(), one.found)


@pytest.mark.parametrize("source", ["review", "sheet"])
def test_an_unflagged_row_was_looked_at_in_what_was_corrected(any_book: Book, source: str) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY))
        say(session, avery, source, company="Northwynd Ltd")
        one = only(session)
    assert (one.is_whole, one.found.needs_review, one.corrected) == (False, False, {"company"})


def test_a_row_that_is_open_still_was_not_looked_at(any_book: Book) -> None:
    with any_book.writing() as session:
        avery, blake = keep(session, made(AVERY, needs_review=True), made(BLAKE, "blake.jpg"))
        say(session, avery, company="Northwynd Ltd")
        say(session, blake, company="Summer Optics", needs_review=True)
        assert looked_at(session) == ()


def test_a_row_that_was_flagged_by_a_person_and_settled_then_was_not_flagged_by_the_program(
    any_book: Book,
) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY))
        say(session, avery, needs_review=True)
        say(session, avery, needs_review=False, email="a@northwind.example")
        one = only(session)
    assert (one.is_whole, one.found.needs_review) == (True, False)


@pytest.mark.parametrize(
    ("source", "values"),
    [
        pytest.param("note", {"notes": "hot"}, id="a note"),
        pytest.param("sheet", {"notes": "hot"}, id="a note in a sheet"),
        pytest.param("review", {"social": ("linkedin.example/avery",)}, id="what is not measured"),
        pytest.param("import", {"company": "Kestrel Ltd"}, id="something else than a person's look"),
    ],
)
def test_what_says_nothing_about_the_card_is_no_look(
    any_book: Book, source: str, values: dict[str, Any]
) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY))
        say(session, avery, source, **values)
        assert looked_at(session) == ()


def test_the_latest_correction_counts(any_book: Book) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY))
        say(session, avery, company="Kestrel")
        say(session, avery, company="Kestrel Ltd")
        assert only(session).truth.company == "Kestrel Ltd"


def test_whoever_is_out_of_the_queue_is_left_out(any_book: Book) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY))
        say(session, avery, company="Kestrel Ltd")
        session.get_one(EntryRow, avery).gone_at = AT
        session.flush()
        assert (looked_at(session), rows_in_book(session)) == ((), 0)


def test_only_one_event_can_be_asked_for(any_book: Book) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY))
        (spring,) = keep(session, made(BLAKE, "avery.jpg", event_of=SPRING), event=SPRING)
        for entry_id in (avery, spring):
            say(session, entry_id, company="Kestrel Ltd")
        event = find_event(session, SPRING.name, SPRING.date)
        assert [one.entry_id for one in looked_at(session, event)] == [spring]
        assert [one.entry_id for one in looked_at(session)] == [spring, avery]
        assert (rows_in_book(session, event), rows_in_book(session)) == (1, 2)


def test_a_photo_of_the_same_name_at_another_event_is_another_photo(any_book: Book) -> None:
    with any_book.writing() as session:
        avery, blake = keep(session, made(AVERY, "one.jpg"), made(BLAKE, "one.jpg", card=2))
        keep(session, made(BLAKE, "one.jpg", event_of=SPRING), event=SPRING)
        say(session, avery, company="Kestrel Ltd")
        session.get_one(EntryRow, blake).gone_at = AT
        session.flush()
        (other,) = beside(session, looked_at(session))
    assert (other.event, other.card, other.full_name) == (FAIR.name, 2, "Blake Hart")


def test_of_a_merged_row_each_card_is_measured_by_itself(any_book: Book) -> None:
    first = made(AVERY[:3], "a.jpg", mobile_phone=("+44 7700 900101",))
    second = made(AVERY, "b.jpg", mobile_phone=("+44 7700 900102",), needs_review=True)
    with any_book.writing() as session:
        one, other = keep(session, first, second)
        kept = merge(session, one, other, why="by hand", at=AT).kept
        say(session, kept, mobile_phone=("+44 7700 900109", "+44 7700 900102"), needs_review=False)
        found = only(session)
    theirs = {one: "+44 7700 900102", other: "+44 7700 900101"}[kept]
    own = {"+44 7700 900109", "+44 7700 900102"} - {theirs}
    assert set(found.truth.mobile_phone) == own
    assert found.found.needs_review


def test_what_a_merged_row_had_from_another_card_is_not_corrected_in_this_one(any_book: Book) -> None:
    bare = made(AVERY[:2], "a.jpg", email="", company="")
    full = made(AVERY, "b.jpg")
    with any_book.writing() as session:
        one, other = keep(session, bare, full)
        session.get_one(EntryRow, other).contact_id = one
        session.flush()
        say(session, one, email="avery@kestrel.example", job_title="Director")
        found = only(session)
    assert (found.truth.email, found.truth.job_title, found.corrected) == ("", "Director", {"job_title"})


def test_an_address_follows_the_correction_of_its_parts(any_book: Book) -> None:
    place = {"address": "18 Tidewell Wharf, Lundon E14 9ZY", "street": "18 Tidewell Wharf", "city": "Lundon"}
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY, country="United Kingdom", postal_code="E14 9ZY", **place))
        say(session, avery, city="London", region="Middlesex")
        one = only(session)
    assert one.truth.address == "18 Tidewell Wharf, London E14 9ZY, Middlesex"


def test_an_address_in_one_line_that_was_corrected_stays_as_typed(any_book: Book) -> None:
    with any_book.writing() as session:
        (avery,) = keep(session, made(AVERY, address="1 Quay St, Lundon", city="Lundon"))
        say(session, avery, address="1 Quay Street", city="London")
        assert only(session).truth.address == "1 Quay Street"


def test_a_card_that_was_settled_before_it_was_merged_stays_settled(any_book: Book) -> None:
    with any_book.writing() as session:
        one, other = keep(
            session, made(AVERY, "a.jpg", needs_review=True), made(AVERY, "b.jpg", needs_review=True)
        )
        say(session, one, needs_review=False)
        merge(session, one, other, why="by hand", at=AT)
        assert [found.entry_id for found in looked_at(session)] == [one]
