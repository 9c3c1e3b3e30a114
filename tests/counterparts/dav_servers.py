"""Address books and calendars on servers that other people wrote: Radicale and Xandikos.

Each runs in a temporary folder, on a port of 127.0.0.1 that was free, for as long as its ``with``
block.  How a server is started, awaited and stopped serves other kinds of servers too.
"""

from __future__ import annotations

import base64
import http.client
import os
import signal
import socket
import ssl
import subprocess
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from installed import counterpart, system_program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

USER = "owner"
PASSWORD = "orch:ard-7"  # noqa: S105 - of servers that live as long as a test
"""The colon is to be told from the one between a user and a password."""

_PATIENCE_S = 30
_ADDRESS_BOOK = """<?xml version="1.0" encoding="utf-8"?>
<mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>
<resourcetype><collection/><C:addressbook/></resourcetype><displayname>People</displayname>
</prop></set></mkcol>"""
_CALENDAR = """<?xml version="1.0" encoding="utf-8"?>
<C:mkcalendar xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><set><prop>
<displayname>Diary</displayname>
</prop></set></C:mkcalendar>"""
_RADICALE = """
[server]
hosts = 127.0.0.1:{port}
{tls}
[auth]
type = htpasswd
htpasswd_filename = {home}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {home}/stored
[logging]
level = warning
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said.

    Attributes:
        status: Such as 201.
        headers: Their names in small letters.
        body: As it came.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class DavServer:
    """A server for address books and calendars.

    Attributes:
        url: Its root; every URL ends with a slash.
        address_book: An address book that is there.
        calendar: A calendar that is there.
        user: Who owns them; empty where the server asks nobody.
        password: That of the user.
        folder: Where it keeps what it is given.
        certificate: What it shows over TLS, signed by nobody else; None over plain HTTP.
    """

    url: str
    address_book: str
    calendar: str
    user: str
    password: str
    folder: Path
    certificate: Path | None = None

    def new_address_book(self) -> str:
        """The URL of an empty address book beside the first."""
        return self._make("MKCOL", _beside(self.address_book), _ADDRESS_BOOK)

    def new_calendar(self) -> str:
        """The URL of an empty calendar beside the first."""
        return self._make("MKCALENDAR", _beside(self.calendar), _CALENDAR)

    def ask(
        self, method: str, url: str, body: str | bytes = b"", headers: Mapping[str, str] | None = None
    ) -> Answer:
        """What the server says to a request of its user.

        Args:
            method: Such as "PUT".
            url: A place on the server.
            body: What is sent; text as UTF-8.
            headers: Besides the one with the password.
        """
        content = body.encode() if isinstance(body, str) else body
        with closing(self._connection()) as connection:
            connection.request(method, urlsplit(url).path, content, {**self._who_asks(), **(headers or {})})
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(status=answer.status, headers=found, body=answer.read())

    def _make(self, method: str, url: str, body: str) -> str:
        answer = self.ask(method, url, body, {"Content-Type": "application/xml; charset=utf-8"})
        assert answer.status == 201, answer
        return url

    def _connection(self) -> http.client.HTTPConnection:
        place = urlsplit(self.url).netloc
        if self.certificate is None:
            return http.client.HTTPConnection(place, timeout=_PATIENCE_S)
        trust = ssl.create_default_context(cafile=self.certificate)
        return http.client.HTTPSConnection(place, timeout=_PATIENCE_S, context=trust)

    def _who_asks(self) -> dict[str, str]:
        if not self.user:
            return {}
        known = base64.b64encode(f"{self.user}:{self.password}".encode())
        return {"Authorization": f"Basic {known.decode()}"}


@contextmanager
def radicale(*, tls: bool = False) -> Iterator[DavServer]:
    """A Radicale that asks for a password.

    Args:
        tls: Whether it speaks HTTPS only, with a certificate that nobody has reason to trust.

    Yields:
        The server, with an address book and a calendar.
    """
    program = counterpart("dav", "bin", "radicale")
    with tempfile.TemporaryDirectory(prefix="cardscan-radicale-", ignore_cleanup_errors=True) as name:
        home, port = Path(name), free_port()
        certificate, key = self_signed(home) if tls else (None, None)
        secured = f"ssl = True\ncertificate = {certificate}\nkey = {key}" if tls else ""
        (home / "config").write_text(_RADICALE.format(port=port, home=home, tls=secured), encoding="utf-8")
        (home / "users").write_text(f"{USER}:{PASSWORD}\n", encoding="utf-8")
        root = f"{'https' if tls else 'http'}://127.0.0.1:{port}/"
        server = DavServer(
            url=root,
            address_book=f"{root}{USER}/people/",
            calendar=f"{root}{USER}/diary/",
            user=USER,
            password=PASSWORD,
            folder=home / "stored",
            certificate=certificate,
        )
        with running([program, "--config", home / "config"], home, lambda: server.ask("OPTIONS", root)):
            server._make("MKCOL", server.address_book, _ADDRESS_BOOK)
            server._make("MKCALENDAR", server.calendar, _CALENDAR)
            yield server


@contextmanager
def xandikos() -> Iterator[DavServer]:
    """A Xandikos, which asks nobody for a password and keeps everything in Git repositories.

    Yields:
        The server, with an address book and a calendar.
    """
    program = counterpart("dav", "bin", "xandikos")
    with tempfile.TemporaryDirectory(prefix="cardscan-xandikos-", ignore_cleanup_errors=True) as name:
        home, port = Path(name), free_port()
        root = f"http://127.0.0.1:{port}/"
        server = DavServer(
            url=root,
            address_book=f"{root}{USER}/contacts/addressbook/",
            calendar=f"{root}{USER}/calendars/calendar/",
            user="",
            password="",
            folder=home / "stored",
        )
        command = [
            *(program, "serve", "-l", "127.0.0.1", "-p", str(port), "--no-detect-systemd"),
            *("-d", server.folder, "--state-dir", home / "state"),
            *("--defaults", "--current-user-principal", f"/{USER}/"),
        ]
        with running(command, home, lambda: server.ask("OPTIONS", root)):
            yield server


@contextmanager
def running(command: list[str | Path], home: Path, greet: Callable[[], object]) -> Iterator[None]:
    """A program runs for the ``with`` block, in a group of processes that ends with it.

    Args:
        command: The program and its arguments.
        home: The folder that it takes for its own, where it finds no settings of whoever runs the tests.
        greet: Fails with an OSError until the program answers.
    """
    environment = {"PATH": os.environ["PATH"], "HOME": str(home), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    log = home / "what-it-said"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _await_answer(process, greet, log)
            yield
        finally:
            with suppress(ProcessLookupError):  # it has ended by itself, and left nobody behind
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def free_port() -> int:
    """A port of 127.0.0.1 where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def self_signed(home: Path) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody else has signed, and its key.

    Args:
        home: The folder that they are written to.
    """
    certificate, key = home / "certificate.pem", home / "key.pem"
    subprocess.run(
        [
            *(system_program("openssl"), "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
            *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


def _await_answer(process: subprocess.Popen[bytes], greet: Callable[[], object], log: Path) -> None:
    give_up = time.monotonic() + _PATIENCE_S
    while True:
        try:
            greet()
        except OSError as exc:
            refused = exc
        else:
            return
        assert process.poll() is None, f"It ended: {log.read_text(encoding='utf-8')}"
        assert time.monotonic() < give_up, f"No answer ({refused}): {log.read_text(encoding='utf-8')}"
        time.sleep(0.05)


def _beside(url: str) -> str:
    return urljoin(url, f"../new-{os.urandom(6).hex()}/")
