"""Whoever connects and says nothing keeps nobody else out."""

from __future__ import annotations

import socket
import time
from typing import TYPE_CHECKING

import pytest
import requests
from live_page import served_here

from cardscan.review import connections

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from live_page import Live


@pytest.fixture
def quick(book: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """A page that is impatient."""
    monkeypatch.setattr(connections, "QUIET_S", 0.5)
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 5)
    with served_here(book) as live:
        yield live


def connected(live: Live) -> socket.socket:
    host, _, port = live.host.partition(":")
    return socket.create_connection((host, int(port)), timeout=10)


def is_hung_up(connection: socket.socket) -> bool:
    """Whether the other side has ended it; waits for that up to the connection's timeout."""
    try:
        return connection.recv(1) == b""
    except ConnectionResetError:
        return True


def test_a_connection_that_sends_nothing_is_closed(quick: Live):
    with connected(quick) as silent:
        assert is_hung_up(silent)


def test_headers_that_come_drop_by_drop_are_not_waited_for(quick: Live):
    start = time.monotonic()
    with connected(quick) as slow:
        slow.settimeout(0.1)
        slow.sendall(b"GET / HTTP/1.1\r\n")
        for number in range(100):
            try:
                slow.sendall(f"X-{number}: drop\r\n".encode())
                if not slow.recv(1):
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
        else:
            pytest.fail("it was waited for")
    assert time.monotonic() - start < 8


def test_an_answered_browser_that_only_drips_is_hung_up_on(quick: Live):
    with connected(quick) as one:
        one.sendall(f"GET / HTTP/1.1\r\nHost: {quick.host}\r\n\r\n".encode())
        assert one.recv(65536).startswith(b"HTTP/1.1 ")
        one.sendall(b"G")
        while one.recv(65536):
            pass


def test_more_connections_than_are_allowed_are_refused_and_the_others_go_on(quick: Live):
    first = requests.Session()
    first.trust_env = False
    assert first.get(quick.link, timeout=10).ok
    silent = [connected(quick) for _ in range(8)]
    assert sum(is_hung_up(connection) for connection in silent) == 8
    assert first.get(quick.link, timeout=10).status_code in {200, 403}
    for connection in silent:
        connection.close()
    first.close()
