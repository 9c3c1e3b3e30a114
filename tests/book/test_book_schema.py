from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations.base import BatchOperations
from alembic.script import ScriptDirectory
from finds_made_up import AT, FAIR, MONDAY, USUAL, rows
from sqlalchemy import create_engine, inspect, select

from cardscan.book.backup import backups
from cardscan.book.history import history
from cardscan.book.people import find_person
from cardscan.book.schema import VERSIONS, migrate
from cardscan.book.store import open_book
from cardscan.book.tables import PhotoRow, SightingRow, Table
from cardscan.book.touching import keep_touch
from cardscan.followup.record import Touch
from cardscan.ocr.record import Photo
from cardscan.pipeline.book_keeper import BookKeeper
from cardscan.pipeline.rows import finds

if TYPE_CHECKING:
    from sqlalchemy import Column

    from cardscan.book.store import Book

DUMPS = sorted((Path(__file__).parent / "versions").glob("*.sql"))
ADA, BEN = "cgbu33kwqutd", "cow7m6srpive"
"""Both stand in the book of every earlier version; of Ada, somebody corrected the company."""


@pytest.fixture(params=DUMPS, ids=lambda dump: dump.stem)
def older(request: pytest.FixtureRequest, any_place: str) -> str:
    """A book as an earlier version left it."""
    if "://" in any_place:
        _load_into_server(any_place, request.param)
    else:
        with closing(sqlite3.connect(any_place)) as connection:
            connection.executescript(request.param.read_text(encoding="utf-8"))
    return any_place


def _load_into_server(url: str, dump: Path) -> None:
    """What stands in a dump, into the tables that the migrations of its version make."""
    engine = create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        migrate(connection, dump.stem)
        # The rows stand there in the order of their tables' names, not in that of their keys.
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        if "secrets" in dump.read_text(encoding="utf-8"):
            connection.exec_driver_sql("DELETE FROM secrets")  # the migration made one of its own
        for one in dump.read_text(encoding="utf-8").split(";\n"):
            if one.startswith("INSERT") and "alembic_version" not in one:
                connection.exec_driver_sql(one)
        numbered = "SELECT table_name FROM information_schema.columns WHERE column_default LIKE 'nextval%%'"
        for name in connection.exec_driver_sql(numbered).scalars().all():
            connection.exec_driver_sql(
                f"SELECT setval(pg_get_serial_sequence('{name}', 'id'), max(id)) FROM {name}"  # noqa: S608
            )
    engine.dispose()


def differences(book: Book) -> list[Any]:
    with book.engine.connect() as connection:
        return compare_metadata(MigrationContext.configure(connection), Table.metadata)


def scanned_again(book: Book, *names: str) -> tuple[Any, ...]:
    """The rows of a scan of the photos that the book has, of which none may be read."""
    with book.reading() as session:
        seen = select(SightingRow.path, PhotoRow.content_hash).join(
            PhotoRow, PhotoRow.id == SightingRow.photo_id
        )
        hashes = dict(session.execute(seen).all())
    photos = [Photo(path=name, content_hash=hashes[name], taken_at=None) for name in names]
    keeper = BookKeeper(book=book, read_by="rapidocr", now=AT)
    event = keeper.take_event(FAIR, photos, is_another=False)
    known = keeper.known(photos, event.country)
    assert [result.path for result in known] == list(names)
    return keeper.settle(event, finds(known, event, AT), photos).rows


def test_the_versions_are_those_of_the_migrations_in_their_order():
    config = Config()
    config.set_main_option("script_location", "cardscan.book:migrations")
    revisions = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(revisions)) == VERSIONS


def test_there_is_a_book_of_each_earlier_version_to_try():
    assert tuple(dump.stem for dump in DUMPS) == VERSIONS[:-1]


def test_a_new_book_has_the_tables_that_the_program_works_with(any_book):
    assert differences(any_book) == []


def test_an_upgraded_book_has_the_tables_that_the_program_works_with(older):
    with open_book(older) as book:
        assert differences(book) == []


def test_an_upgraded_book_keeps_who_was_met_and_what_was_corrected(older):
    with open_book(older) as book:
        ada, ben = rows(book, ADA, BEN)
    assert (ada.full_name, ada.company) == ("Ada Winter", "Northwind Tools and Sons")
    assert (ben.full_name, ben.company) == ("Ben Sommer", "Sommer Optics Ltd")


def test_in_an_upgraded_book_everybody_has_the_step_of_their_row(older):
    with open_book(older) as book:
        found = rows(book, ADA, BEN)
    assert {(row.follow_up_due, row.next_action, row.status) for row in found} == {(MONDAY, "call", "open")}


def test_an_upgraded_book_is_worked_on(older):
    with open_book(older) as book:
        with book.writing() as session:
            entry = find_person(session, "Ada Winter").entry_id
            keep_touch(session, entry, Touch(at=AT, channel="call"), today=MONDAY, settings=USUAL)
        with book.reading() as session:
            assert [one.what for one in history(session, ADA, AT.tzinfo)] == ["met", "call", "corrected"]


def test_the_same_scan_reads_nothing_again_and_keeps_the_correction(older):
    with open_book(older) as book:
        ada, ben = scanned_again(book, "ada.png", "ben.png")
    assert (ada.contact_id, ada.company) == (ADA, "Northwind Tools and Sons")
    assert (ben.contact_id, ben.company) == (BEN, "Sommer Optics Ltd")


def test_before_an_upgrade_the_book_is_copied_aside(tmp_path):
    place = tmp_path / "book.db"
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(DUMPS[0].read_text(encoding="utf-8"))
    with open_book(place):
        newest = backups(place)[-1]
    with closing(sqlite3.connect(newest)) as copy:
        assert copy.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]


def test_an_upgrade_that_fails_leaves_the_book_as_it_was(older, monkeypatch):
    add_column = BatchOperations.add_column

    def break_off(batch: BatchOperations, column: Column[Any], **options: object) -> None:
        if column.name == "folder":  # the last one of all
            raise LookupError
        add_column(batch, column, **options)

    monkeypatch.setattr(BatchOperations, "add_column", break_off)
    with pytest.raises(LookupError):
        open_book(older)
    monkeypatch.undo()
    with open_book(older) as book:
        assert "touches" in inspect(book.engine).get_table_names()
        assert [row.full_name for row in rows(book, ADA, BEN)] == ["Ada Winter", "Ben Sommer"]


def test_every_key_that_names_another_table_goes_with_its_row(any_book):
    found = inspect(any_book.engine)
    keys = [key for table in found.get_table_names() for key in found.get_foreign_keys(table)]
    assert keys
    assert {key["options"].get("ondelete") for key in keys} == {"CASCADE"}
