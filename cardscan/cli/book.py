"""The book, as commands open it."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Annotated

import typer

from cardscan.cli.terminal import say
from cardscan.errors import BookError

if TYPE_CHECKING:
    from cardscan.book.store import Book

BookPlace = Annotated[
    str | None,
    typer.Option(
        "--book",
        envvar="CARDSCAN_BOOK",
        metavar="FILE_OR_URL",
        help="The book: a file, or postgresql://... [book.db in your data folder]",
    ),
]


def book_of_scan(where: str | None, *, wanted: bool) -> AbstractContextManager[Book | None]:
    """The book of a scan, which works without one too.

    Args:
        where: As typed; None for the user's own book.
        wanted: Whether the scan is to be kept.

    Returns:
        The open book; None where nothing is to be kept, or where this user has no place for one.

    Raises:
        BookError: There is a book, and it cannot be opened.
    """
    from cardscan.book.store import default_book, open_book  # noqa: PLC0415 - SQLAlchemy

    if not wanted:
        return nullcontext()
    try:
        return open_book(where)
    except BookError as exc:
        if where is not None or default_book().exists():
            raise
        say(f"{exc} This scan is not kept: its photos would be read again the next time.")
        return nullcontext()
