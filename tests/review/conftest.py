from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from cards_in_doubt import fill
from live_page import NOW, Live, served, served_here

from cardscan.book.store import open_book
from cardscan.followup.settings import Settings
from cardscan.review.app import workplace_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from cardscan.review.workplace import Workplace


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


@pytest.fixture(scope="session")
def filled_database(
    make_database: Callable[..., str], tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, dict[str, str]]:
    """The name of a database with such a book, for tests to copy."""
    url = make_database()
    with open_book(url, who="Ada") as opened:
        people = fill(opened, tmp_path_factory.mktemp("filled") / "photos")
    return url.rsplit("/", 1)[1], people


@pytest.fixture(params=["sqlite", "postgresql"])
def filled_place(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, dict[str, str]]:
    """Where such a book is, of the test's own, in each kind of place; and its people."""
    if request.param == "sqlite":
        source, people = request.getfixturevalue("filled")
        return shutil.copy(source, str(tmp_path / "any-book.db")), people
    like, people = request.getfixturevalue("filled_database")
    return request.getfixturevalue("make_database")(like), people


@pytest.fixture
def place(filled_place: tuple[str, dict[str, str]]) -> Iterator[tuple[Workplace, dict[str, str]]]:
    """What the page of such a book works with, and its people."""
    where, people = filled_place
    clock = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
    with open_book(where, who="Ada") as opened:
        yield workplace_of(opened, Settings(), lambda: clock), people


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
