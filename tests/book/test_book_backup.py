from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AT, FAIR, SPRING

from cardscan.book.backup import EVERY_S, KEPT, back_up, backups, newest_backup
from cardscan.book.events import all_events, keep_event
from cardscan.book.store import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.followup.record import Event


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A book with the autumn fair, of which there is no backup yet."""
    write(tmp_path / "book.db", FAIR)
    return tmp_path / "book.db"


def write(place: Path, event: Event) -> None:
    with open_book(place) as book, book.writing() as session:
        keep_event(session, event, AT)


def events(place: Path) -> list[str]:
    with open_book(place) as book, book.reading() as session:
        return [event.name for event, _ in all_events(session)]


def a_day_later(place: Path) -> None:
    """Make the backups look as if they were of the day before."""
    for backup in backups(place):
        then = backup.stat().st_mtime - EVERY_S - 1
        os.utime(backup, (then, then))


def test_of_a_book_in_which_nothing_is_yet_there_is_no_backup(place):
    assert backups(place) == ()


def test_the_book_is_copied_aside_when_it_is_opened(place):
    write(place, SPRING)
    assert events(newest_backup(place)) == ["Autumn fair"]


def test_one_backup_a_day_is_enough(place):
    write(place, SPRING)
    first = backups(place)
    write(place, SPRING)
    assert (len(first), backups(place)) == (1, first)


def test_the_next_day_there_is_another(place):
    write(place, SPRING)
    a_day_later(place)
    write(place, SPRING)
    assert [events(backup) for backup in backups(place)] == [["Autumn fair"], ["Autumn fair", "Spring fair"]]


def test_the_oldest_goes_when_there_are_more_than_are_kept(place):
    made = [back_up(place, at_once=True) for _ in range(KEPT + 2)]
    assert backups(place) == tuple(made[2:])


def test_of_a_damaged_book_no_backup_is_made_and_none_is_dropped(place):
    made = tuple(back_up(place, at_once=True) for _ in range(KEPT))
    data = bytearray(place.read_bytes())
    data[4096:8000] = b"\xff" * (8000 - 4096)
    place.write_bytes(data)
    with pytest.raises(sqlite3.DatabaseError):
        back_up(place, at_once=True)
    assert backups(place) == made
    assert list(made[0].parent.glob("*.part")) == []


def test_a_backup_in_the_place_of_a_damaged_book_is_the_book_again(place):
    back_up(place, at_once=True)
    newest = newest_backup(place)
    place.write_bytes(b"spoilt " * 1000)
    place.write_bytes(newest.read_bytes())
    assert events(place) == ["Autumn fair"]


def test_a_backup_has_what_stands_only_in_the_log_yet(place):
    with open_book(place) as book:
        with book.writing() as session:
            keep_event(session, SPRING, AT)
        newest = back_up(place, at_once=True)
    assert events(newest) == ["Autumn fair", "Spring fair"]


def test_books_beside_each_other_have_their_own_backups(place):
    other = place.with_name("other.db")
    write(other, SPRING)
    back_up(place, at_once=True)
    assert (len(backups(place)), backups(other)) == (1, ())
