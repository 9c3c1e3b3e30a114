"""Automatic backups of a book that is a file: one a day, kept beside it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 5
"""Backups; the oldest goes when there is one more."""

EVERY_S = 20 * 3600
"""Seconds between two of them: one each working day, be it begun a little earlier than the last."""


def back_up(book: Path, *, at_once: bool = False) -> Path | None:
    """Copy the book aside, unless that was done today.

    Args:
        book: The file.
        at_once: Also where there is a backup of today.

    Returns:
        The new backup; None where none was due, or there is nothing in the book yet.

    Raises:
        sqlite3.DatabaseError: The book is damaged; no backup is made of it, and none is dropped.
    """
    newest = newest_backup(book)
    if book.stat().st_size == 0:
        return None
    if not at_once and newest and time.time() - newest.stat().st_mtime < EVERY_S:
        return None
    folder = _folder(book)
    folder.mkdir(mode=0o700, exist_ok=True)
    new = folder / f"{book.stem}-{time.time_ns()}.db"
    _copy(book, new)
    for old in backups(book)[:-KEPT]:
        old.unlink(missing_ok=True)
    return new


def backups(book: Path) -> tuple[Path, ...]:
    """The automatic backups of a book, the oldest first."""
    return tuple(sorted(_folder(book).glob(f"{book.stem}-*.db")))


def newest_backup(book: Path) -> Path | None:
    """The newest automatic backup of a book, or None."""
    return next(reversed(backups(book)), None)


def _folder(book: Path) -> Path:
    return book.with_name(f"{book.name}-backups")


def _copy(book: Path, new: Path) -> None:
    """A whole copy under its name, made beside it first: there is never half a backup."""
    part = new.with_suffix(".part")
    part.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(book)) as source, closing(sqlite3.connect(part)) as target:
            if source.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("database disk image is malformed")
            source.backup(target)
        part.replace(new)
    finally:
        part.unlink(missing_ok=True)
