"""The review page as its command serves it, and a browser to look at it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
import requests

from cardscan.book.store import open_book
from cardscan.followup.settings import Settings
from cardscan.review.app import review_app, workplace_of
from cardscan.review.server import open_place, server_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

NOW = "2026-11-23T09:30"
"""On Monday after the autumn fair."""

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """A page that is served.

    Attributes:
        link: The first link, with its token.
        process: The command; None where the page is served by a thread of the test.
        ids: Its people, where nobody else knows them: their entries by first name.
    """

    link: str
    process: subprocess.Popen[str] | None = None
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def host(self) -> str:
        """The address with the port."""
        return urlsplit(self.link).netloc

    def address(self, path: str) -> str:
        """The address of a part of the page."""
        return f"http://{self.host}{path}"

    def visitor(self) -> requests.Session:
        """Somebody who came by the first link, and sends forms as a browser does."""
        session = requests.Session()
        session.trust_env = False
        session.headers["Origin"] = f"http://{self.host}"
        assert session.get(self.link).status_code == 200
        return session


@contextmanager
def served_here(book: Path | str) -> Iterator[Live]:
    """The page of a book, served by a thread, which starts at once."""
    clock = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
    with open_book(book, who="Ada") as opened:
        place = open_place()
        server = server_of(review_app(workplace_of(opened, Settings(), lambda: clock)), place)
        place.listener.listen()
        thread = Thread(target=server.run, args=([place.listener],))
        thread.start()
        try:
            yield Live(link=place.link)
        finally:
            server.should_exit = server.force_exit = True
            thread.join()
            place.listener.close()


@contextmanager
def served(book: Path | str, *options: str) -> Iterator[Live]:
    """The page of a book, served by the command."""
    command = [sys.executable, "-m", "cardscan", "review", "--no-browser", "--book", str(book), *options]
    environment = os.environ | {"CARDSCAN_TODAY": NOW}
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line + process.stderr.read()
        yield Live(link=found[0], process=process)
    finally:
        process.kill()
        process.communicate()


@contextmanager
def browser() -> Iterator[Browser]:
    """A Chromium of the system; the test is skipped where there is none."""
    program = shutil.which("chromium")
    if program is None:
        assert not os.environ.get("CARDSCAN_ALL_SERVERS"), "Chromium was to be installed"
        pytest.skip("there is no Chromium: apt-get install chromium")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()
