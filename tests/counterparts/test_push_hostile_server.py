"""A server that is out to harm: it gets no password of others, and exhausts nothing."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Typed

pytestmark = pytest.mark.usefixtures("people")

BOMB = """<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<multistatus xmlns="DAV:"><response><href>&b;</href></response></multistatus>"""
ELSEWHERE = """<multistatus xmlns="DAV:"><response><href>/</href><propstat><prop>
<current-user-principal><href>http://elsewhere.example/me/</href></current-user-principal>
</prop></propstat></response></multistatus>"""
FOREIGN = (
    '<multistatus xmlns="DAV:"><response><href>http://elsewhere.example/</href></response></multistatus>'
)


class Hostile(BaseHTTPRequestHandler):
    body, status, location = "", 207, ""

    def do_PROPFIND(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response_only(self.status)
        if self.location:
            self.send_header("Location", self.location)
        self.send_header("Content-Length", str(len(self.body)))
        self.end_headers()
        self.wfile.write(self.body.encode())


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("CARDSCAN_PASSWORD", "secret")
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://ada@127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (BOMB, "It answers in a form that is no WebDAV."),
        ("<html>", "It answers in a form that is no WebDAV."),
        ("", "It answers in a form that is no WebDAV."),
        (
            ELSEWHERE,
            "It sends on to http://elsewhere.example/me/. If that is right, type that address",
        ),
        (FOREIGN, "There is no address book here, nor one that it leads to."),
    ],
    ids=["bomb", "page", "nothing", "owner-elsewhere", "place-elsewhere"],
)
def test_an_answer_that_is_none_is_a_sentence(
    typed: Callable[..., Typed], address: str, monkeypatch: pytest.MonkeyPatch, body: str, told: str
) -> None:
    monkeypatch.setattr(Hostile, "body", body)
    done = typed("push", "carddav", address)
    assert (done.code, told in done.said) == (4, True), done.said


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("http://elsewhere.example/", "It sends on to http://elsewhere.example/."),
        ("/again", "It sends from one address to the next without an end."),
        ("file:///etc/passwd", "It sends on to file:///etc/passwd."),
    ],
)
def test_a_password_goes_nowhere_else(
    typed: Callable[..., Typed], address: str, monkeypatch: pytest.MonkeyPatch, location: str, told: str
) -> None:
    monkeypatch.setattr(Hostile, "status", 301)
    monkeypatch.setattr(Hostile, "location", location)
    done = typed("push", "carddav", address)
    assert (done.code, told in done.said) == (4, True), done.said
