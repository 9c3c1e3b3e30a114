from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from kept_scans import AT, AVERY, BLAKE, keep_scan
from pictures_of_cards import picture

from cardscan.book.forgetting.forget import forget
from cardscan.book.handing_on import HandedOn, handed_on, keep_handed_on
from cardscan.book.merging import merge, split
from cardscan.book.people import find_person

if TYPE_CHECKING:
    from cardscan.book.store import Book


@pytest.fixture
def people(any_book: Book) -> dict[str, str]:
    """Name to contact id."""
    keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE))
    with any_book.reading() as session:
        return {name: find_person(session, name).contact_id for name in ("Avery", "Blake")}


def keep(book: Book, target: str, *handed: HandedOn) -> None:
    with book.writing() as session:
        keep_handed_on(session, target, handed, at=AT)


def kept(book: Book, target: str) -> dict[tuple[str, str], HandedOn]:
    with book.reading() as session:
        return handed_on(session, target)


def test_who_was_handed_on_is_known_by_the_program(any_book: Book, people: dict[str, str]) -> None:
    keep(any_book, "google", HandedOn(contact_id=people["Avery"]))
    assert kept(any_book, "google") == {(people["Avery"], ""): HandedOn(contact_id=people["Avery"])}
    assert kept(any_book, "hubspot") == {}


def test_what_stands_there_is_the_latest_of_each_item(any_book: Book, people: dict[str, str]) -> None:
    avery = people["Avery"]
    for etag in ("1", "2"):
        card = HandedOn(contact_id=avery, item="card", digest=f"d{etag}", etag=etag)
        keep(any_book, "https://dav.example/book/", card, HandedOn(contact_id=avery, item="task", etag="t"))
    found = kept(any_book, "https://dav.example/book/")
    assert {item: (one.digest, one.etag) for (_, item), one in found.items()} == {
        "card": ("d2", "2"),
        "task": ("", "t"),
    }


def test_a_contact_that_the_book_does_not_have_is_left_out(any_book: Book, people: dict[str, str]) -> None:
    keep(any_book, "google", HandedOn(contact_id="cnobodynobod"), HandedOn(contact_id=people["Blake"]))
    assert set(kept(any_book, "google")) == {(people["Blake"], "")}


def test_a_merged_contact_was_handed_on_if_one_of_the_two_was(any_book: Book, people: dict[str, str]) -> None:
    keep(any_book, "google", HandedOn(contact_id=people["Blake"]))
    with any_book.writing() as session:
        merge(session, people["Avery"], people["Blake"], why="the same person", at=AT)
    with any_book.reading() as session:
        now = find_person(session, "Avery").contact_id
    assert {contact for contact, _ in kept(any_book, "google")} == {now}
    with any_book.writing() as session:
        split(session, now, at=AT)
    assert set(kept(any_book, "google")) == {(people["Blake"], "")}


def test_forgetting_says_where_somebody_was_handed_on(any_book: Book, people: dict[str, str]) -> None:
    keep(any_book, "google", HandedOn(contact_id=people["Avery"]))
    erased = forget(any_book, [people["Avery"]], at=AT)
    assert f"They were handed on to google on {AT:%Y-%m-%d}: delete them there yourself." in erased.to_do
    assert kept(any_book, "google") == {}
