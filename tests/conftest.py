from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

BOOKS = Path(tempfile.mkdtemp(prefix="cardscan-tests-"))
GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew, do not compare")


def pytest_configure(config: pytest.Config) -> None:
    # Fixtures of a whole session scan too; the book of whoever runs the tests is not theirs.
    os.environ["CARDSCAN_BOOK"] = str(BOOKS / "book.db")
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = str(BOOKS / "home")
    os.environ.pop("CARDSCAN_SETTINGS", None)
    os.environ.pop("CARDSCAN_TODAY", None)
    if config.getoption("--regenerate") and os.environ.get("CI"):
        raise pytest.UsageError("--regenerate would make every golden file right; it is not for CI.")


def pytest_unconfigure() -> None:
    shutil.rmtree(BOOKS, ignore_errors=True)


@pytest.fixture(autouse=True)
def book(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the book of a test is, for the commands that it runs too."""
    path = tmp_path_factory.mktemp("book", numbered=True) / "book.db"
    monkeypatch.setenv("CARDSCAN_BOOK", str(path))
    return path


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with a file below tests/golden, or writes it there with --regenerate."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--regenerate"):
            path.write_bytes(text.encode())
            pytest.skip(f"{name} written anew")
        assert text == path.read_bytes().decode()

    return check
