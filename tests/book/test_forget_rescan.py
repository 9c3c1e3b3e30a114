from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from kept_scans import AT, AVERY, AVERY_AGAIN, BLAKE, CASEY, FAIR, NORTHWIND_BACK, SHARER, keep_scan
from pictures_of_cards import picture
from sqlalchemy import func, select

from cardscan.book.corrections import correct
from cardscan.book.forgetting.forget import forget
from cardscan.book.people import find_person
from cardscan.book.tables import EntryRow, ForgottenRow, PhotoRow, ReadingRow
from cardscan.pipeline.left_out import without_cards

if TYPE_CHECKING:
    from cardscan.book.store import Book

PHOTO = picture("a.jpg", AVERY)
OTHERS = picture("b.jpg", BLAKE)


def forget_avery(book: Book, **options: bool) -> None:
    with book.reading() as session:
        contact_id = find_person(session, "Avery").contact_id
    forget(book, [contact_id], at=AT, **options)


def kept_text(book: Book) -> str:
    with book.reading() as session:
        return repr([*session.scalars(select(ReadingRow.readings)), *session.scalars(select(EntryRow.found))])


def test_the_same_photo_is_not_read_again_and_brings_nobody_back(any_book: Book):
    keep_scan(any_book, PHOTO, OTHERS)
    forget_avery(any_book)
    again = keep_scan(any_book, PHOTO, OTHERS)
    assert (again.read, again.names, again.remaining.cards) == ((), ["Blake Hart"], 1)


def test_nor_does_reading_it_again(any_book: Book):
    keep_scan(any_book, PHOTO, OTHERS)
    forget_avery(any_book)
    again = keep_scan(any_book, PHOTO, OTHERS, read_again=True)
    assert (again.names, again.remaining.cards) == (["Blake Hart"], 1)
    assert "avery" not in kept_text(any_book).casefold()


def test_a_scan_under_another_event_brings_nobody_back(any_book: Book):
    keep_scan(any_book, PHOTO)
    forget_avery(any_book)
    assert keep_scan(any_book, PHOTO, event=replace(FAIR, name="Winter fair")).rows == ()


@pytest.mark.parametrize(
    "card",
    [
        pytest.param(AVERY_AGAIN, id="the same mailbox, another company"),
        pytest.param(("#A. Winter", "Kestrel Ltd", "M +44 7700 900101"), id="the same mobile"),
        pytest.param(("#Avery Winter", "Northwind Ltd", "020 7946 0111"), id="the same name and company"),
    ],
)
def test_another_photo_of_the_person_is_left_out_and_nothing_of_it_is_kept(
    any_book: Book, card: tuple[str, ...]
):
    keep_scan(any_book, PHOTO)
    forget_avery(any_book)
    other = picture("other.jpg", card)
    assert keep_scan(any_book, other, OTHERS).names == ["Blake Hart"]
    assert "winter" not in kept_text(any_book).casefold()
    assert keep_scan(any_book, other, OTHERS).read == ()


@pytest.mark.parametrize(
    "card",
    [
        pytest.param(("#Avery Winter", "Kestrel Ltd", "a.winter@kestrel.example"), id="a namesake elsewhere"),
        pytest.param(("#Blake Hart", "Northwind Ltd", "blake@northwind.example"), id="a colleague"),
        pytest.param(("#Blake Hart", "Northwind Ltd", "info@northwind.example"), id="an office's mailbox"),
    ],
)
def test_somebody_else_is_not_left_out(any_book: Book, card: tuple[str, ...]):
    keep_scan(any_book, picture("a.jpg", (*AVERY, "info@northwind.example")))
    forget_avery(any_book)
    assert len(keep_scan(any_book, picture("other.jpg", card)).rows) == 1


def test_of_a_new_photo_of_several_cards_the_others_are_kept(any_book: Book):
    keep_scan(any_book, PHOTO)
    forget_avery(any_book)
    table = picture("table.jpg", BLAKE, AVERY_AGAIN, CASEY)
    for _ in range(2):
        again = keep_scan(any_book, table)
        assert [(row.full_name, row.card) for row in again.rows] == [("Blake Hart", 1), ("Casey Stone", 3)]
        assert again.remaining.cards == 1
    assert "kestrel" not in kept_text(any_book).casefold()


def test_a_back_that_joins_a_forgotten_front_is_not_kept(any_book: Book):
    keep_scan(any_book, PHOTO)
    forget_avery(any_book)
    keep_scan(any_book, picture("y_front.jpg", AVERY), picture("y_back.jpg", NORTHWIND_BACK), OTHERS)
    assert "northwind" not in kept_text(any_book).casefold()


def test_a_corrected_mailbox_is_known_again_too(any_book: Book):
    keep_scan(any_book, PHOTO)
    with any_book.writing() as session:
        known = find_person(session, "Avery")
        new = {"email": "winter@home.example"}
        correct(session, known.entry_id, new, before={"email": known.email}, source="sheet", at=AT)
    forget_avery(any_book)
    card = ("#A. Winter", "Kestrel Ltd", "winter@home.example")
    assert keep_scan(any_book, picture("other.jpg", card)).rows == ()


def test_what_the_book_still_shows_is_not_left_out(any_book: Book):
    keep_scan(any_book, PHOTO, picture("other.jpg", SHARER))
    forget_avery(any_book)
    for read_again in (False, True):
        again = keep_scan(any_book, PHOTO, picture("other.jpg", SHARER), read_again=read_again)
        assert again.names == ["Robin Frost"]


def test_bring_back_reads_and_keeps_them_again_for_good(any_book: Book):
    first = keep_scan(any_book, PHOTO, OTHERS)
    forget_avery(any_book)
    back = keep_scan(any_book, PHOTO, OTHERS, bring_back=True)
    assert (back.names, back.remaining.cards) == (first.names, 0)
    assert [row.contact_id for row in back.rows] == [row.contact_id for row in first.rows]
    assert keep_scan(any_book, PHOTO, OTHERS).names == first.names
    with any_book.reading() as session:
        assert session.scalar(select(func.count()).select_from(ForgottenRow)) == 0


def test_bring_back_brings_back_one_of_several_cards(any_book: Book):
    table = picture("table.jpg", BLAKE, AVERY, CASEY)
    first = keep_scan(any_book, table)
    forget_avery(any_book)
    assert keep_scan(any_book, table, bring_back=True).rows == first.rows
    assert keep_scan(any_book, table).read == ()


def test_a_purge_leaves_no_hash(any_book: Book):
    keep_scan(any_book, PHOTO)
    forget_avery(any_book, remember=False)
    assert keep_scan(any_book, PHOTO).names == ["Avery Winter"]


def test_a_photo_of_the_forgotten_is_not_seen_at_the_event(any_book: Book):
    keep_scan(any_book, PHOTO, OTHERS)
    forget_avery(any_book)
    keep_scan(any_book, PHOTO, OTHERS, event=replace(FAIR, date=date(2026, 11, 21)))
    with any_book.reading() as session:
        assert session.scalars(select(PhotoRow.content_hash)).all() == [OTHERS.photo.content_hash]


def test_the_cards_of_the_forgotten_are_taken_out_of_the_results():
    table = picture("table.jpg", BLAKE, AVERY)
    (left,) = without_cards([table], frozenset({(table.photo.content_hash, 2)}))
    assert ([card.number for card in left.cards], left.status) == ([1], "read")


def test_a_result_of_which_nobody_is_left_is_passed_over():
    (left,) = without_cards([PHOTO], frozenset({(PHOTO.photo.content_hash, 1)}))
    assert (left.status, left.cards) == ("ignored", ())
    assert "--bring-back" in left.reason
