from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from watched import QUICK, REAL, Watched

from cardscan.book.store import open_book

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def empty_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book in which nothing stands: making one takes longer than many of these tests."""
    path = tmp_path_factory.mktemp("empty") / "book.db"
    open_book(path).close()
    return path


@pytest.fixture
def quick(tmp_path: Path, book: Path, empty_book: Path) -> Watched:
    """An inbox whose photos are read by the quick scan."""
    shutil.copy(empty_book, book)
    (tmp_path / "inbox").mkdir()
    return Watched(home=tmp_path, command=QUICK)


@pytest.fixture
def real(quick: Watched) -> Watched:
    """An inbox whose photos are read by the real scan."""
    return Watched(home=quick.home, command=REAL)
