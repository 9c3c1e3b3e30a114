"""What a person left outside the book's tables: drafts, queue files, backups, free pages."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from cardscan.book.backup import back_up, backups
from cardscan.errors import RecordError
from cardscan.export.queue_csv import queue_bytes, read_queue
from cardscan.export.safe_file import delete_file, replace_file
from cardscan.export.sheet import load_sheet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from cardscan.book.store import Book

Told = tuple["Path | None", str]
"""A file that was dealt with; None and a sentence, where something is left to do."""

_OWN_LISTS = (
    "Records, reports, call sheets, labels and calendar files that you wrote, notes beside photos, copies of "
    "queue files, and what you sent on, are not known here: look through them yourself."
)
_SERVER = "The server's own backups and logs are its administrator's to clear."


def delete_drafts(paths: Collection[Path]) -> Iterator[Told]:
    """Delete drafts that nobody has changed.

    Args:
        paths: The files; those that are gone are passed over.
    """
    for path in paths:
        if not path.exists():
            continue
        reason = delete_file(path)
        yield (None, f"{path} {reason}: delete the draft yourself.") if reason else (path, "")


def rewrite_sheets(sheets: Collection[tuple[Path, Collection[str]]]) -> Iterator[Told]:
    """Write queue files again without some contacts; a file in which somebody worked is only named.

    Args:
        sheets: The files, each with the ids of the contacts.
    """
    for path, ids in sheets:
        if not path.exists():
            yield (
                None,
                f"{path} is not there: where you moved it, or on whose computer it is, delete the row.",
            )
            continue
        try:
            rows = [row.number for row in load_sheet(path) if row.cells.get("contact_id") in ids]
            if not rows:
                continue
            left = [entry for entry in read_queue(path) if entry.contact_id not in ids]
            reason = replace_file(path, queue_bytes(left))
        except RecordError as exc:
            yield None, f"{exc} It may show them: look, and delete the row yourself."
            continue
        where = ", ".join(map(str, rows))
        yield (None, f"{path} {reason}: delete row {where} yourself.") if reason else (path, "")


def clear_book(book: Book) -> Iterator[Told]:
    """Leave nothing in the book's free pages, its log and its backups.

    Args:
        book: The book, in which nothing else is going on.
    """
    yield None, _OWN_LISTS
    if book.path is None:
        yield None, _SERVER
        return
    try:
        _clear_pages(book.path)
    except (sqlite3.Error, TimeoutError):
        yield None, "Another program is using the book, whose log may hold traces until that one is closed."
    old = backups(book.path)
    for path in old:
        try:
            path.unlink(missing_ok=True)
        except OSError as exc:
            yield None, f"The backup {path} cannot be deleted ({exc.strerror}): delete it yourself."
        else:
            yield path, ""
    if old:
        back_up(book.path, at_once=True)


def _clear_pages(path: Path) -> None:
    """Write the file anew without free pages, and empty its log."""
    with closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise TimeoutError
