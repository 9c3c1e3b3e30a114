"""The book as a whole: opened, brought up to date, and used by one transaction at a time."""

from __future__ import annotations

import getpass
import os
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import URL, Connection, Engine, create_engine, event, exc, make_url
from sqlalchemy.orm import Session

from cardscan.book.backup import back_up, newest_backup
from cardscan.book.corrections import WHO
from cardscan.book.schema import bring_up_to_date
from cardscan.errors import BookError, MissingExtraError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE_S = 15
"""Seconds to wait while another process writes."""

_NO_RACE = "immediate"
"""Option of connections that will write: they take the book's lock at once, so that what one
writer has read no other changes, and two of them wait for each other instead of failing half-way."""

_LOCK = 7_205_941
"""The number of the lock on a server.  Somebody else's lock of that number would only make us wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """An open book.

    Attributes:
        name: Where it is, without any password: a path or a URL.
        path: The file; None where it is on a server.
        engine: Its connections.
        who: Who works with it, by name; corrections say so.
    """

    name: str
    path: Path | None
    engine: Engine
    who: str = ""

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the book.

        Raises:
            BookError: The book cannot be read.
        """
        # What a file shows a reader is one state anyway.
        options = {} if self.path else {"isolation_level": "REPEATABLE READ"}
        engine = self.engine.execution_options(**options)
        with _told(self), Session(engine, info={WHO: self.who}) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept together at its end, or not at all where it fails.

        Raises:
            BookError: The book cannot be written: another process has been writing for long,
                the disk is full, the file is damaged.
        """
        engine = self.engine.execution_options(**{_NO_RACE: True})
        with _told(self), Session(engine, info={WHO: self.who}) as session, session.begin():
            yield session

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def default_book() -> Path:
    """The book of this user: a file in the folder that the system has for a program's data."""
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("cardscan", appauthor=False) / "book.db"


def open_book(
    where: str | Path | None = None, *, who: str | None = None, patience_s: float = PATIENCE_S
) -> Book:
    """The book, made where there is none yet, and brought up to this version's form.

    Args:
        where: A file, or the URL of a PostgreSQL database; None for the user's own book.
        who: Who works with it; None for the name that they logged in with.
        patience_s: Seconds to wait while another process writes.

    Returns:
        The book; close it when it is done with.

    Raises:
        BookError: It cannot be opened: it is damaged, of a newer version, no book, or out of reach.
        MissingExtraError: It is on a server, and what speaks to servers is not installed.
        UsageError: The URL is none.
    """
    text = os.fspath(where) if where is not None else str(default_book())
    book = _on_server(text, patience_s) if "://" in text else _in_file(Path(text), patience_s)
    book = replace(book, who=_login_name() if who is None else who)
    try:
        with _told(book):
            if book.path:
                back_up(book.path)
            bring_up_to_date(book.engine, book.name, book.path)
    except BaseException:
        book.close()
        raise
    return book


def _login_name() -> str:
    """The name of whoever runs this process; empty where the system knows none."""
    try:
        # The environment may say it in bytes that are no UTF-8, which no book keeps.
        return getpass.getuser().encode(errors="replace").decode()
    except (OSError, KeyError, ImportError):
        return ""


def _in_file(path: Path, patience_s: float) -> Book:
    path = path.expanduser().resolve()
    try:
        _make_place(path)
    except OSError as error:
        raise BookError(str(path), f"it cannot be opened ({error.strerror}).") from error
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": patience_s})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Book(name=str(path), path=path, engine=engine)


def _make_place(path: Path) -> None:
    """The folder and the empty file, both for this user alone: the book is other people's data."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Opened for writing, so that a folder, or a file that may only be read, fails here.
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _prepare(connection: object, _: object) -> None:
    connection.isolation_level = None  # type: ignore[attr-defined]  # transactions begin in _begin
    cursor = connection.cursor()  # type: ignore[attr-defined]
    # A write-ahead log lets others read while one writes; what is deleted is overwritten.
    # The cache, in KiB, holds a book of ten thousand people; SQLite's own holds a tenth of it.
    settings = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    for setting in (*settings, "cache_size=-65536"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_NO_RACE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _on_server(text: str, patience_s: float) -> Book:
    try:
        url = make_url(text)
    except (exc.ArgumentError, ValueError) as error:  # the latter where the port is no number
        raise UsageError(
            "The book's address is no URL. Type a file, or one like postgresql://user@host/cardscan"
        ) from error
    if url.get_backend_name() != "postgresql":
        raise UsageError(
            f"A book cannot be kept in {url.get_backend_name()!r}. Type a file, or the URL of a PostgreSQL "
            "database like postgresql://user@host/cardscan"
        )
    name = url.set(password=None).render_as_string()
    try:
        engine = create_engine(
            url.set(drivername="postgresql+psycopg"),
            connect_args={
                "connect_timeout": max(2, int(patience_s)),
                "options": f"-c lock_timeout={int(patience_s * 1000)}",
            },
        )
    except ImportError as error:
        raise MissingExtraError("psycopg", "pip install 'cardscan-followup[postgres]'") from error
    event.listen(engine, "begin", _take_turns)
    return Book(name=name, path=None, engine=engine)


def _take_turns(connection: Connection) -> None:
    if connection.get_execution_options().get(_NO_RACE):
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")


@contextmanager
def _told(book: Book) -> Iterator[None]:
    """Errors of the database become sentences."""
    try:
        yield
    except UnicodeEncodeError as error:
        raise BookError(
            book.name, "a text or a file's name is not in UTF-8 and cannot be kept. Nothing was changed."
        ) from error
    except (exc.DatabaseError, sqlite3.DatabaseError) as error:  # backups are made without SQLAlchemy
        reason = _reason(error, book)
        if reason is None:
            raise
        raise BookError(book.name, reason) from error


def _reason(error: exc.DatabaseError | sqlite3.DatabaseError, book: Book) -> str | None:
    cause = error.orig if isinstance(error, exc.DatabaseError) else error
    text = str(cause).casefold()
    if "locked" in text or "lock timeout" in text:
        return (
            "another program has been writing to it for a long time. Nothing was changed; try again when it "
            "is done."
        )
    if "malformed" in text or "not a database" in text:
        return f"it is damaged, and was left as it is. {_way_back(book)}"
    if "disk is full" in text or "readonly" in text or "unable to open" in text or "disk i/o" in text:
        return f"it cannot be written ({cause}). Nothing was changed."
    if isinstance(error, exc.OperationalError) and book.path is None:
        return "the server cannot be reached or refuses the user; check the URL and that it is running."
    return None


def _way_back(book: Book) -> str:
    backup = newest_backup(book.path) if book.path else None
    if backup is None:
        return "There is no automatic backup yet; move the file away to begin a new book."
    return f"The newest automatic backup is {backup}: copy it in its place."
