from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cards_in_doubt import fill
from live_page import Live, served, served_here

from cardscan.book.store import open_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A book of cards of which some are in doubt, for tests to copy: to fill one takes its time."""
    home = tmp_path_factory.mktemp("filled")
    with open_book(home / "book.db", who="Ada") as opened:
        return home / "book.db", fill(opened, home / "photos")


@pytest.fixture
def ids(filled: tuple[Path, dict[str, str]], book: Path, tmp_path: Path) -> dict[str, str]:
    """A book of cards of which some are in doubt: their entries by first name."""
    source, people = filled
    shutil.copy(source, book)
    (tmp_path / "photos").mkdir()
    return people


@pytest.fixture
def live(book: Path, ids: dict[str, str]) -> Iterator[Live]:
    """The page of that book."""
    with served_here(book) as page:
        yield page


@pytest.fixture
def command(book: Path, ids: dict[str, str]) -> Iterator[Live]:
    """The page of that book, served by the command."""
    with served(book) as page:
        yield page


@pytest.fixture(scope="session")
def still(filled: tuple[Path, dict[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A page like that, for tests that change nothing; its people are in ``still.ids``."""
    source, people = filled
    copied = Path(shutil.copy(source, tmp_path_factory.mktemp("still")))
    with served_here(copied) as page:
        yield replace(page, ids=people)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A real browser, for all tests of this process."""
    from live_page import browser  # noqa: PLC0415 - starts what it needs

    with browser() as started:
        yield started
