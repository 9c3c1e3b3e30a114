"""Somebody who goes home from an event with cards, and works on them day by day."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from sqlalchemy import func, insert, select

from cardscan.book.store import open_book
from cardscan.book.tables import Table
from cardscan.cli.app import main

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS = """
[owner]
name = "Robin Sample"
email = "robin@owner.example"
country = "GB"
subdivision = "SCT"
time_zone = "Europe/London"
"""
"""In Scotland, Monday, the 30th of November is a holiday."""


@dataclass(kw_only=True)
class Owner:
    """The owner of a book, at a desk.

    Attributes:
        home: The folder that they work in, with the photos.
        book: Where the book is.
        now: The time, as they read it from the clock on the wall.
        in_one_process: Whether the commands run in this process, which takes a tenth of the time.
    """

    home: Path
    book: str
    now: str = ""
    in_one_process: bool = False

    def __post_init__(self) -> None:
        (self.home / "settings.toml").write_text(SETTINGS, encoding="utf-8")

    def types(self, *words: str, code: int = 0) -> str:
        """Type a command, and see on stderr what it says; it must exit with that code."""
        return self._run(words, code)[1]

    def asks(self, *words: str) -> Any:
        """Type a command that prints JSON."""
        return json.loads(self._run((*words, "--json"), 0)[0])

    def scans(self) -> dict[str, Any]:
        """Scan the photos, as on the first evening: the summary.  One of them is damaged."""
        command = ("scan", "photos", "--event", "Harbour Chamber mixer", "--quiet", "--json")
        return json.loads(self._run(command, 10)[0])

    def sees(self) -> dict[str, dict[str, Any]]:
        """What is due, by the name of who it is with, in its order."""
        return {one["full_name"] or one["company"]: one for one in self.asks("today")}

    def _run(self, words: tuple[str, ...], code: int) -> tuple[str, str]:
        """What a command prints and says."""
        run = _in_this_process if self.in_one_process else _in_its_own_process
        settings = {"CARDSCAN_BOOK": self.book, "CARDSCAN_TODAY": self.now}
        ended, printed, said = run(words, self.home, settings | {"CARDSCAN_SETTINGS": "settings.toml"})
        assert ended == code, said
        return printed, said


def _in_its_own_process(words: tuple[str, ...], home: Path, env: dict[str, str]) -> tuple[int, str, str]:
    finished = subprocess.run(
        [sys.executable, "-m", "cardscan", *words],
        cwd=home,
        env=os.environ | env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    return finished.returncode, finished.stdout, finished.stderr


def _in_this_process(words: tuple[str, ...], home: Path, env: dict[str, str]) -> tuple[int, str, str]:
    printed, said = io.StringIO(), io.StringIO()
    with (
        chdir(home),
        patch.dict(os.environ, env),
        patch.object(sys, "argv", ["cardscan", *words]),
        redirect_stdout(printed),
        redirect_stderr(said),
    ):
        try:
            main()
        except SystemExit as ended:
            return int(ended.code or 0), printed.getvalue(), said.getvalue()
    raise AssertionError("a command always exits")


def move_in(owner: Owner, home: Path, book: str) -> Owner:
    """An owner with the same photos, queue and book in another place."""
    shutil.copytree(owner.home, home, dirs_exist_ok=True)
    if "://" in book:
        _copy_to_server(owner.book, book)
    else:
        shutil.copy(owner.book, book)
    return Owner(home=home, book=book, now=owner.now, in_one_process="://" in book)


def _copy_to_server(file: str, url: str) -> None:
    """All rows of a book in a file, into a new book on a server."""
    with open_book(file) as here, open_book(url) as there, there.engine.begin() as target:
        for table in reversed(Table.metadata.sorted_tables):
            target.execute(table.delete())
        with here.engine.connect() as source:
            for table in Table.metadata.sorted_tables:
                if rows := source.execute(select(table)).mappings().all():
                    target.execute(insert(table), [dict(row) for row in rows])
                    if "id" in table.c and table.c.id.type.python_type is int:
                        highest = func.max(table.c.id)
                        counter = func.pg_get_serial_sequence(table.name, "id")
                        target.execute(select(func.setval(counter, highest)))
