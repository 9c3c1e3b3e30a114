"""What becomes of a push when the server or the way to it fails: what went is known, the rest goes later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from dav_clients import read_contacts
from dav_servers import free_port
from flaky_proxy import flaky_proxy
from sqlalchemy import select

from cardscan.book.store import open_book
from cardscan.book.tables import HandedOnRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from conftest import Typed
    from dav_servers import DavServer
    from flaky_proxy import FlakyProxy

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def server(any_dav: DavServer, monkeypatch: pytest.MonkeyPatch) -> DavServer:
    monkeypatch.setenv("CARDSCAN_PASSWORD", any_dav.password)
    monkeypatch.setattr("urllib3.util.retry.Retry.DEFAULT_BACKOFF_MAX", 0.01)
    monkeypatch.setattr("time.sleep", lambda _: None)
    return replace(any_dav, address_book=any_dav.new_address_book())


@pytest.fixture
def proxy(server: DavServer) -> Iterator[FlakyProxy]:
    with flaky_proxy(server.url) as between:
        yield between


@pytest.fixture
def push(typed: Callable[..., Typed], server: DavServer, proxy: FlakyProxy) -> Callable[..., Typed]:
    who = f"://{server.user}@" if server.user else "://"
    address = proxy.url_of(server.address_book).replace("://", who, 1)
    return lambda *words: typed("push", "carddav", address, *words)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(push: Callable[..., Typed], proxy: FlakyProxy, status: int) -> None:
    proxy.answer("PUT", status, times=2, headers={"Retry-After": "0"})
    done = push()
    assert (done.code, "3  created" in done.said) == (0, True)
    assert proxy.asked("PUT") == ["PUT"] * 5


def test_a_server_that_stays_down_is_left_alone_and_running_again_does_the_rest(
    push: Callable[..., Typed], proxy: FlakyProxy, server: DavServer, tmp_path: Path
) -> None:
    proxy.pass_on("PUT")
    proxy.answer("PUT", 500, times=10)
    done = push()
    assert done.code == 10
    assert "1  created" in done.said
    assert "Blake Hart, Sommer Optics did not go: it answered 500 Internal Server Error" in done.said
    assert "2 contacts did not go; running this again does the rest." in done.said
    again = push()
    assert (again.code, "2  created" in again.said, "1  the same there" in again.said) == (0, True, True)
    assert len(read_contacts(server, tmp_path / "synced")) == 3


def test_after_three_failures_the_others_are_not_tried(
    push: Callable[..., Typed], typed: Callable[..., Typed], proxy: FlakyProxy
) -> None:
    proxy.answer("PUT", 507, times=10)
    assert "did not go: it answered 507 Insufficient Storage" in push().said
    assert len(proxy.asked("PUT")) == 3


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_connection_that_breaks_off_doubles_and_loses_nothing(
    push: Callable[..., Typed], proxy: FlakyProxy, server: DavServer, tmp_path: Path, when: str
) -> None:
    proxy.hang_up("PUT", when)
    done = push()
    assert (done.code, "3  created" in done.said) == (0, True)
    assert "3  the same there" in push().said
    assert len(read_contacts(server, tmp_path / "synced")) == 3


def test_an_answer_that_breaks_off_is_asked_for_again_or_told(
    push: Callable[..., Typed], proxy: FlakyProxy
) -> None:
    proxy.pass_on("PROPFIND")
    proxy.hang_up("PROPFIND", "amid", times=9)
    done = push()
    assert (done.code, "broke off" in done.said) == (4, True)
    assert not proxy.asked("PUT")


def test_what_the_server_will_not_have_is_told_and_the_others_go(
    push: Callable[..., Typed], proxy: FlakyProxy
) -> None:
    for status in (403, 409, 412):
        proxy.answer("PUT", status)
    done = push()
    assert (done.code, "edited there" in done.said) == (10, False)
    assert "Avery Winter, Northwind Ltd did not go: it answered 403 Forbidden" in done.said
    assert "it answered 409 Conflict; it may be there under another name" in done.said
    assert "3  created" in push().said


def test_a_page_to_log_in_at_takes_no_contact(push: Callable[..., Typed], proxy: FlakyProxy) -> None:
    proxy.answer("PUT", 302, times=3, headers={"Location": "/login"})
    assert (push().code, "3  created" in push().said) == (10, True)


def test_an_update_that_went_and_was_not_noted_is_no_edit(
    push: Callable[..., Typed], typed: Callable[..., Typed], book: Path
) -> None:
    push()
    with open_book(book) as opened, opened.reading() as session:
        rows = list(session.scalars(select(HandedOnRow)))
        before = [(row.id, row.digest, row.etag) for row in rows]
    typed("note", "avery", "wants the price list")
    assert "1  updated" in push().said
    with open_book(book) as opened, opened.writing() as session:
        for row_id, digest, etag in before:
            for row in session.scalars(select(HandedOnRow)):
                if row.id == row_id:
                    row.digest, row.etag = digest, etag
        touched = session.scalars(select(HandedOnRow).where(HandedOnRow.id > max(one[0] for one in before)))
        for row in touched:
            row.digest, row.etag = "another", "another"
    assert "3  the same there" in push().said


def test_whoever_was_taken_out_here_is_told(push: Callable[..., Typed], typed: Callable[..., Typed]) -> None:
    push()
    typed("merge", "avery", "blake")
    assert "1  there of people who were taken out or merged here since" in push().said


def test_no_proxy_hears_a_password_that_goes_to_this_computer(
    push: Callable[..., Typed], proxy: FlakyProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{free_port()}")
    assert "3  created" in push().said


def test_without_a_name_in_the_address_it_says_so(typed: Callable[..., Typed], radicale: DavServer) -> None:
    done = typed("push", "carddav", radicale.address_book)
    assert (done.code, "type your name in the address" in done.said) == (4, True)


def test_a_server_without_https_is_told(typed: Callable[..., Typed], xandikos: DavServer) -> None:
    done = typed("push", "carddav", xandikos.address_book.replace("http:", "https:"))
    assert (done.code, "It does not speak https at this address." in done.said) == (4, True)


def test_a_wrong_password_is_a_sentence_without_it(
    push: Callable[..., Typed], proxy: FlakyProxy, server: DavServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", "wr0ng-pass")
    proxy.refuse_password("PROPFIND")
    done = push()
    told = "It does not take the user or the password." if server.user else "type your name in the address"
    assert (done.code, told in done.said) == (4, True)
    assert "wr0ng-pass" not in done.said + done.out
    assert not proxy.asked("PUT")


def test_a_password_that_the_server_takes_no_more_ends_the_run(
    push: Callable[..., Typed], proxy: FlakyProxy
) -> None:
    proxy.pass_on("PUT")
    proxy.refuse_password("PUT", times=9)
    done = push()
    assert (done.code, "did not go: it answered 401 Unauthorized" in done.said) == (10, True)


def test_every_write_names_the_state_that_it_replaces(
    push: Callable[..., Typed], typed: Callable[..., Typed], proxy: FlakyProxy
) -> None:
    push()
    typed("note", "avery", "wants the price list")
    push()
    *created, updated = [one for one in proxy.requests if one.method == "PUT"]
    assert [one.headers["if-none-match"] for one in created] == ["*"] * 3
    assert updated.headers["if-match"]


def test_a_certificate_that_nobody_trusts_is_refused_unless_it_is_named(
    typed: Callable[..., Typed], radicale_over_tls: DavServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", radicale_over_tls.password)
    address = radicale_over_tls.address_book.replace("://", f"://{radicale_over_tls.user}@", 1)
    refused = typed("push", "carddav", address)
    assert (refused.code, "does not trust its certificate, so nothing was sent" in refused.said) == (4, True)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(radicale_over_tls.certificate))
    assert "3  created" in typed("push", "carddav", address).said


def test_a_server_that_is_down_is_a_sentence(
    typed: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.sleep", lambda _: None)
    done = typed("push", "carddav", f"http://127.0.0.1:{free_port()}/")
    assert (done.code, "It cannot be reached, or broke off (" in done.said) == (4, True)
    assert "Connection refused" in done.said


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://ada:secret@dav.example/", "There is a password in the address"),
        ("http://ada@dav.example/", "for everybody on the way to read"),
        ("ftp://dav.example/", "Type one that begins with https:// or http://"),
        ("dav.example", "That is no address of a server"),
        ("https://[dav", "That is no address of a server"),
    ],
)
def test_an_address_that_is_none_is_a_sentence(
    typed: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch, address: str, told: str
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", "x")
    done = typed("push", "carddav", address)
    assert (done.code, told in done.said, "secret" in done.said) == (2, True, False)


def test_without_a_password_it_says_where_to_put_it(
    typed: Callable[..., Typed], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CARDSCAN_PASSWORD", raising=False)
    done = typed("push", "carddav", "https://ada@dav.example/")
    assert (done.code, "keyring set cardscan ada@dav.example" in done.said) == (2, True)
