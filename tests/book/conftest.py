from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cardscan.book.store import open_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.book.store import Book


@pytest.fixture
def any_book(any_place: str) -> Iterator[Book]:
    """An open book, new and empty, in each kind of place."""
    with open_book(any_place) as book:
        yield book
