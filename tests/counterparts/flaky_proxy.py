"""Stands before a real HTTP server and, when told to, lets requests fail as networks and busy servers do."""

from __future__ import annotations

import http.client
import threading
from collections import defaultdict, deque
from contextlib import closing, contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Literal
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PATIENCE_S = 30
_HOP_BY_HOP = {"connection", "content-length", "expect", "keep-alive", "te", "transfer-encoding", "upgrade"}
"""Headers between two neighbours (RFC 9110, section 7.6.1), and the length, which is counted anew."""

When = Literal["before", "after", "amid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A request that came in, whatever became of it.

    Attributes:
        method: Such as "PUT".
        path: As it was asked for.
        headers: Their names in small letters; without the password.
        had_password: Whether there was one.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    had_password: bool


@dataclass(frozen=True, slots=True)
class _Said:
    status: int
    headers: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _HungUp:
    when: When


class FlakyProxy:
    """What stands before a server.

    What it is told holds for the next requests of a method, in the order in which it was told;
    all others are passed on to the server, and its answers back.

    Attributes:
        url: The root of the server, by way of here.
        requests: What came in, in its order.
    """

    def __init__(self, url: str, server: str) -> None:
        self.url = url
        self.requests: list[Request] = []
        self._server = server
        self._faults: defaultdict[str, deque[_Said | _HungUp | None]] = defaultdict(deque)
        self._lock = threading.Lock()

    def url_of(self, url: str) -> str:
        """A place on the server, by way of here."""
        return urljoin(self.url, urlsplit(url).path)

    def answer(
        self, method: str, status: int, times: int = 1, headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer the next requests here; the server does not hear of them.

        Args:
            method: Theirs.
            status: Such as 503.
            times: How many they are.
            headers: Of the answers, such as Retry-After.
        """
        self._faults[method].extend([_Said(status, tuple((headers or {}).items()))] * times)

    def refuse_password(self, method: str, times: int = 1) -> None:
        """Answer the next requests as if their password was wrong.

        Args:
            method: Theirs.
            times: How many they are.
        """
        self.answer(method, 401, times, {"WWW-Authenticate": 'Basic realm="here"'})

    def hang_up(self, method: str, when: When, times: int = 1) -> None:
        """Close the connection of the next requests.

        Args:
            method: Theirs.
            when: "before" they are passed on to the server; "after" it has done what they ask, with
                nothing of its answer; or "amid" the body of its answer, if that has any.
            times: How many they are.
        """
        self._faults[method].extend([_HungUp(when)] * times)

    def pass_on(self, method: str, times: int = 1) -> None:
        """Pass the next requests on, so that what is told afterwards holds for later ones.

        Args:
            method: Theirs.
            times: How many they are.
        """
        self._faults[method].extend([None] * times)

    def asked(self, *methods: str) -> list[str]:
        """The methods of what came in, in its order; only of the given ones, if any are."""
        return [one.method for one in self.requests if not methods or one.method in methods]

    def _take_in(self, request: Request) -> _Said | _HungUp | None:
        with self._lock:
            self.requests.append(request)
            waiting = self._faults[request.method]
            return waiting.popleft() if waiting else None


@contextmanager
def flaky_proxy(server: str) -> Iterator[FlakyProxy]:
    """Something that stands before a server for the ``with`` block.

    Args:
        server: The root of a server that speaks plain HTTP.

    Yields:
        What is told how to fail.
    """
    with _Listener(("127.0.0.1", 0), _Handler) as listener:
        listener.proxy = FlakyProxy(f"http://127.0.0.1:{listener.server_port}/", urlsplit(server).netloc)
        thread = threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield listener.proxy
        finally:
            listener.shutdown()
            thread.join()


class _Listener(ThreadingHTTPServer):
    proxy: FlakyProxy
    daemon_threads = False  # closing waits for every answer, so that none is left open


class _Handler(BaseHTTPRequestHandler):
    """Closes each connection after its answer: it never waits for a client that has gone."""

    protocol_version = "HTTP/1.1"
    timeout = _PATIENCE_S
    server: _Listener

    def pass_on(self) -> None:
        proxy = self.server.proxy
        self.close_connection = True
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fault = proxy._take_in(self._request())
        if isinstance(fault, _Said):
            self._say(fault.status, fault.headers)
            return
        when = fault.when if fault else None
        if when == "before":
            return
        status, headers, found = self._ask(proxy._server, body)
        if when != "after":
            self._say(status, headers, found, cut=when == "amid")

    do_DELETE = do_GET = do_HEAD = do_MKCALENDAR = do_MKCOL = do_MOVE = pass_on  # noqa: N815 - as http.server calls them
    do_OPTIONS = do_POST = do_PROPFIND = do_PROPPATCH = do_PUT = do_REPORT = pass_on  # noqa: N815

    def log_message(self, *said: object) -> None:
        """Print nothing between the tests' dots."""

    def _request(self) -> Request:
        headers = {name.lower(): value for name, value in self.headers.items()}
        password = headers.pop("authorization", None)
        return Request(
            method=self.command, path=self.path, headers=headers, had_password=password is not None
        )

    def _ask(self, server: str, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """The server's answer; it hears the name of this place as its own, so that its links lead here."""
        with closing(http.client.HTTPConnection(server, timeout=_PATIENCE_S)) as connection:
            connection.request(self.command, self.path, body, dict(_end_to_end(self.headers.items())))
            answer = connection.getresponse()
            return answer.status, list(_end_to_end(answer.getheaders())), answer.read()

    def _say(
        self,
        status: int,
        headers: list[tuple[str, str]] | tuple[tuple[str, str], ...],
        body: bytes = b"",
        *,
        cut: bool = False,
    ) -> None:
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        if status not in {204, 304} and self.command != "HEAD":
            self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if cut else body)


def _end_to_end(headers: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in headers if name.lower() not in _HOP_BY_HOP)
