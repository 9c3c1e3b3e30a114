from __future__ import annotations

import os
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AT, FAIR, SPRING
from sqlalchemy import select, text

from cardscan.book.backup import back_up, newest_backup
from cardscan.book.events import all_events, keep_event
from cardscan.book.store import open_book
from cardscan.book.tables import ForgottenRow
from cardscan.errors import BookError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.book.store import Book

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
AT_ONCE = 0.2
"""Seconds of patience, where another process writes for the whole test."""


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def events(place: str) -> list[str]:
    with open_book(place) as book, book.reading() as session:
        return [event.name for event, _ in all_events(session)]


def with_fair(place: str | Path) -> None:
    with open_book(place) as book:
        _keep_fair(book)


def _keep_fair(book: Book) -> None:
    with book.writing() as session:
        keep_event(session, FAIR, AT)


def test_what_is_written_is_there_when_the_book_is_opened_again(any_place):
    with_fair(any_place)
    assert events(any_place) == ["Autumn fair"]


@posix
def test_a_new_book_and_its_folder_are_for_its_owner_alone(tmp_path):
    place = tmp_path / "new" / "book.db"
    with_fair(place)
    assert (mode(place), mode(place.parent)) == (0o600, 0o700)


@posix
def test_what_lies_beside_a_book_is_for_its_owner_alone(tmp_path):
    place = tmp_path / "book.db"
    with_fair(place)
    with open_book(place) as book, book.writing() as session:
        keep_event(session, SPRING, AT)
        beside = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert {mode(path) for path in beside} == {0o600}


def test_a_book_in_a_file_has_a_write_ahead_log(tmp_path):
    with open_book(tmp_path / "book.db") as book, book.reading() as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"


def test_one_reads_while_another_writes(any_place):
    with_fair(any_place)
    with open_book(any_place) as book, book.writing() as session:
        keep_event(session, SPRING, AT)
        assert events(any_place) == ["Autumn fair"]


def test_a_second_writer_gives_up_with_a_sentence(any_place):
    with open_book(any_place) as first, open_book(any_place, patience_s=AT_ONCE) as second:
        with first.writing() as session:
            keep_event(session, FAIR, AT)
            with (
                pytest.raises(BookError, match="another program has been writing to it"),
                second.writing() as late,
            ):
                keep_event(late, FAIR, AT)
        assert events(any_place) == ["Autumn fair"]


def test_a_second_writer_waits_for_the_first(any_place):
    with open_book(any_place) as first, open_book(any_place) as second:

        def write_too() -> None:
            with second.writing() as late:
                late.add(ForgottenRow(hash="b", at=AT))

        other = threading.Thread(target=write_too)
        with first.writing() as session:
            session.add(ForgottenRow(hash="a", at=AT))
            session.flush()
            other.start()
            other.join(AT_ONCE)
        other.join()
        with first.reading() as session:
            assert session.scalars(select(ForgottenRow.hash).order_by(ForgottenRow.hash)).all() == ["a", "b"]


def test_a_writer_builds_on_what_the_writer_before_left(any_place):
    with open_book(any_place) as first, open_book(any_place) as second:

        def keep_it_too() -> None:
            with second.writing() as late:
                keep_event(late, FAIR, AT)

        other = threading.Thread(target=keep_it_too)
        with first.writing() as session:
            other.start()
            other.join(AT_ONCE)
            keep_event(session, FAIR, AT)
        other.join()
    assert events(any_place) == ["Autumn fair"]


def test_a_reader_sees_one_state_of_the_book(any_place):
    with open_book(any_place) as first, open_book(any_place) as second, first.reading() as session:
        before = session.scalars(select(ForgottenRow.hash)).all()
        with second.writing() as other:
            other.add(ForgottenRow(hash="a", at=AT))
        assert session.scalars(select(ForgottenRow.hash)).all() == before == []


def test_of_a_transaction_that_fails_nothing_is_kept(any_place):
    with open_book(any_place) as book:
        with pytest.raises(ZeroDivisionError), book.writing() as session:
            session.add(ForgottenRow(hash=str(keep_event(session, FAIR, AT).id / 0), at=AT))
        with book.reading() as session:
            assert all_events(session) == ()


def test_a_moment_keeps_its_instant(any_book):
    there = datetime.fromisoformat("2026-11-22T09:30:00.123456+05:30")
    with any_book.writing() as session:
        session.add(ForgottenRow(hash="a", at=there))
    with any_book.reading() as session:
        kept = session.scalars(select(ForgottenRow.at)).one()
    assert (kept, kept.tzinfo) == (there, UTC)


def test_a_book_of_a_newer_version_is_refused(any_place):
    with open_book(any_place) as book, book.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(BookError, match="a newer version of cardscan has written it"):
        open_book(any_place)


def test_a_book_of_a_newer_version_is_left_as_it_is(tmp_path):
    place = tmp_path / "book.db"
    with open_book(place) as book, book.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    before = place.read_bytes()
    with pytest.raises(BookError):
        open_book(place)
    assert place.read_bytes() == before


def test_another_program_s_file_is_refused(tmp_path):
    place = tmp_path / "recipes.db"
    with closing(sqlite3.connect(place)) as other, other:
        other.execute("CREATE TABLE recipes (cake TEXT)")
    with pytest.raises(BookError, match="this is another program's database"):
        open_book(place)
    with closing(sqlite3.connect(place)) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("recipes",)]


def test_another_program_s_database_on_a_server_is_refused(new_database):
    import psycopg  # noqa: PLC0415 - an extra

    with psycopg.connect(new_database) as other:
        other.execute("CREATE TABLE recipes (cake TEXT)")
    with pytest.raises(BookError, match="this is another program's database"):
        open_book(new_database)


def damaged(place: Path, at: int) -> bytes:
    """A book with a backup, in which something else was written since."""
    with_fair(place)
    back_up(place, at_once=True)
    data = bytearray(place.read_bytes())
    data[at : at + 4000] = os.urandom(1) * 4000
    place.write_bytes(data)
    return bytes(data)


@pytest.mark.parametrize("at", [0, 4096], ids=["at its beginning", "in its middle"])
def test_a_damaged_book_is_left_as_it_is_and_its_backup_named(tmp_path, at):
    place = tmp_path / "book.db"
    data = damaged(place, at)
    newest = newest_backup(place)
    with pytest.raises(BookError, match="it is damaged, and was left as it is") as told:
        open_book(place)
    assert str(newest) in str(told.value)
    assert place.read_bytes() == data


def test_a_damaged_book_whose_backup_is_old_is_told_too(tmp_path):
    place = tmp_path / "book.db"
    data = damaged(place, 4096)
    os.utime(newest_backup(place), (0, 0))
    with pytest.raises(BookError, match="it is damaged, and was left as it is") as told:
        open_book(place)
    assert str(newest_backup(place)) in str(told.value)
    assert place.read_bytes() == data


def test_a_file_that_is_no_book_is_left_as_it_is(tmp_path):
    place = tmp_path / "notes.txt"
    place.write_text("Call Avery on Tuesday.\n" * 100)
    with pytest.raises(BookError, match="no automatic backup yet"):
        open_book(place)
    assert place.read_text() == "Call Avery on Tuesday.\n" * 100


def test_a_folder_is_no_book(tmp_path):
    with pytest.raises(BookError, match="it cannot be opened"):
        open_book(tmp_path)


def test_a_file_below_a_file_is_no_place_for_a_book(tmp_path):
    (tmp_path / "note").write_text("")
    with pytest.raises(BookError, match="it cannot be opened"):
        open_book(tmp_path / "note" / "book.db")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("mysql://robin:geheim@db.example/cards", "cannot be kept in 'mysql'"),
        ("postgresql://robin:geheim@db.example:many/cards", "is no URL"),
        ("http://robin:geheim@db.example/", "cannot be kept in 'http'"),
        ("://geheim", "is no URL"),
    ],
)
def test_an_address_that_is_none_is_refused_without_its_password(place, told):
    with pytest.raises(UsageError, match=told) as refused:
        open_book(place)
    assert "geheim" not in str(refused.value)


def test_a_server_that_is_not_there_is_a_sentence_without_the_password():
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install '.[postgres]'")
    with pytest.raises(BookError, match="the server cannot be reached") as told:
        open_book("postgresql://robin:geheim@127.0.0.1:1/cards", patience_s=AT_ONCE)
    assert "geheim" not in str(told.value)
    assert "robin" in told.value.book


def test_a_server_s_book_is_named_without_its_password(new_database):
    with open_book(new_database.replace("test@", "test:geheim@")) as book:
        assert "geheim" not in book.name
