from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cardscan.book.store import open_book

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cardscan.book.store import Book


@pytest.fixture(scope="session")
def empty_book(make_database: Callable[..., str]) -> str:
    """The name of a database with a book in which nothing is: copied in a third of the time."""
    url = make_database()
    open_book(url).close()
    return url.rsplit("/", 1)[1]


@pytest.fixture(params=["sqlite", "postgresql"])
def any_book(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Book]:
    """An open book, new and empty, in each kind of place."""
    if request.param == "sqlite":
        place = str(tmp_path / "any-book.db")
    else:
        like = request.getfixturevalue("empty_book")
        place = request.getfixturevalue("make_database")(like)
    with open_book(place) as book:
        yield book
