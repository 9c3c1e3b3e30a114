from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BOOKS = Path(tempfile.mkdtemp(prefix="cardscan-tests-"))
GOLDEN = Path(__file__).parent / "golden"
SERVERS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
"""Where Debian puts the server's programs; they are not on the PATH."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regenerate", action="store_true", help="write the golden files anew, do not compare")


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are cores: many tests wait for servers, programs and a browser."""
    return (
        len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)) + 1
    )


def pytest_configure(config: pytest.Config) -> None:
    # Fixtures of a whole session scan too; the book of whoever runs the tests is not theirs.
    os.environ["CARDSCAN_BOOK"] = str(BOOKS / "book.db")
    os.environ["XDG_DATA_HOME"] = os.environ["XDG_CONFIG_HOME"] = str(BOOKS / "home")
    os.environ.pop("CARDSCAN_SETTINGS", None)
    os.environ.pop("CARDSCAN_TODAY", None)
    # Tables are as wide as they like where there is no terminal; pytest-xdist speaks of its own.
    os.environ.pop("COLUMNS", None)
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


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server that this run has started for itself, without a database."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install '.[postgres]'")
    if not SERVERS:
        assert not os.environ.get("CARDSCAN_ALL_DATABASES"), "PostgreSQL was to be installed"
        pytest.skip("there is no PostgreSQL server: apt-get install postgresql")
    programs = SERVERS[-1].parent
    home = Path(tempfile.mkdtemp(prefix="cardscan-postgresql-"))
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    as_nobody = _as_nobody(home)
    settings = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories={home} -c fsync=off"
    subprocess.run(
        [
            *as_nobody,
            programs / "initdb",
            "-D",
            home / "db",
            "-U",
            "test",
            "--auth=trust",
            "--no-sync",
            "-E",
            "UTF8",
        ],
        check=True,
        capture_output=True,
    )
    control = [*as_nobody, programs / "pg_ctl", "-D", home / "db", "-w", "-l", home / "log"]
    subprocess.run([*control, "-o", settings, "start"], check=True, capture_output=True)
    yield f"postgresql://test@127.0.0.1:{port}"
    subprocess.run([*control, "-m", "immediate", "stop"], check=False, capture_output=True)
    shutil.rmtree(home, ignore_errors=True)


def _as_nobody(home: Path) -> list[str | Path]:
    """What runs a program as nobody: the server refuses to run as root."""
    if os.geteuid() != 0:
        return []
    home.chmod(0o777)
    drop = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    return [*drop, "env", f"HOME={home}"]


@pytest.fixture(scope="session")
def make_database(postgresql: str) -> Callable[..., str]:
    """Gives the URL of a new database, a copy of another one."""
    import psycopg  # noqa: PLC0415 - an extra

    def make(like: str = "template1") -> str:
        name = f"book_{os.urandom(6).hex()}"
        with psycopg.connect(f"{postgresql}/postgres", autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
        return f"{postgresql}/{name}"

    return make


@pytest.fixture
def new_database(make_database: Callable[..., str]) -> str:
    """The URL of an empty database of its own."""
    return make_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def any_place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a book can be: a file, or a database on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "any-book.db")
    return request.getfixturevalue("new_database")


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What a command that was typed left.

    Attributes:
        code: Its exit code.
        out: What it printed.
        said: What it said on stderr.
    """

    code: int
    out: str
    said: str


@pytest.fixture
def typed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., Typed]:
    """Runs a command in this process, on Monday after the autumn fair: there are many of them."""
    from cardscan.cli.app import main  # noqa: PLC0415 - most tests need none of it

    monkeypatch.setenv("CARDSCAN_TODAY", "2026-11-23T09:30")
    monkeypatch.chdir(tmp_path)

    def run(*words: str) -> Typed:
        monkeypatch.setattr(sys, "argv", ["cardscan", *words])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        return Typed(code=int(ended.value.code or 0), out=told.out, said=told.err)

    return run


@pytest.fixture
def people(book: Path) -> dict[str, str]:
    """A book with Avery, Blake and Casey, met at the autumn fair: their ids by first name."""
    from finds_made_up import AVERY, BLAKE, CASEY, met  # noqa: PLC0415 - most tests need none of it

    from cardscan.book.store import open_book  # noqa: PLC0415

    with open_book(book) as opened:
        return dict(zip(("avery", "blake", "casey"), met(opened, AVERY, BLAKE, CASEY), strict=True))
