"""The review page: how long the server takes for a page, with many people in the queue."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from statistics import median
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cardscan.book.overview import overview
from cardscan.book.store import open_book
from tests.benchmarks.figure import Figure
from tests.benchmarks.made_up_book import TODAY, Size, fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = Size(contacts=5_000)
MOST_MS = 300
"""What was promised for the first page, on two cores."""

ROUNDS = 9
_PATIENCE_S = 60


def measure(scratch: Path) -> tuple[Figure, ...]:
    """Milliseconds from a request to the whole of its answer, in the median.

    Args:
        scratch: An existing folder for the book.
    """
    where = scratch / "review.db"
    with open_book(where) as book:
        with book.writing() as session:
            fill(session, MANY)
        with book.reading() as session:
            somebody = overview(session)[0].entry_id
    pages = {
        "the queue": "/queue",
        "the queue, searched and sorted": "/queue?search=bado&sort=company",
        "today": "/today",
        "a card": f"/cards/{somebody}",
    }
    with _page(where) as (host, cookie):
        _get(host, "/queue", cookie)  # templates and tables are made once
        return tuple(
            Figure(
                group=f"review page, {MANY}",
                name=name,
                value=1000 * median(_get(host, path, cookie) for _ in range(ROUNDS)),
                unit="ms",
                limit=MOST_MS if name == "the queue" else None,
            )
            for name, path in pages.items()
        )


@contextmanager
def _page(book: Path) -> Iterator[tuple[str, str]]:
    """A server of its own process: its address, and the cookie that it gave."""
    command = [sys.executable, "-m", "cardscan", "review", "--no-browser", "--book", str(book)]
    environment = os.environ | {"CARDSCAN_TODAY": TODAY.isoformat()}
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert server.stderr is not None
        link = re.search(r"http://\S+", server.stderr.readline())
        assert link is not None
        parts = urlsplit(link[0])
        connection = HTTPConnection(parts.netloc, timeout=_PATIENCE_S)
        connection.request("GET", f"/?{parts.query}")
        yield parts.netloc, str(connection.getresponse().getheader("set-cookie")).partition(";")[0]
        connection.close()
    finally:
        server.terminate()
        server.communicate()


def _get(host: str, path: str, cookie: str) -> float:
    """The seconds that a page takes."""
    connection = HTTPConnection(host, timeout=_PATIENCE_S)
    start = time.perf_counter()
    connection.request("GET", path, headers={"Cookie": cookie})
    answer = connection.getresponse()
    answer.read()
    taken = time.perf_counter() - start
    connection.close()
    assert answer.status == 200, (path, answer.status)
    return taken
