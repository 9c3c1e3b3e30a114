"""What becomes of a push when the server or the way to it fails: what went is known, the rest goes later."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from dav_clients import read_contacts
from dav_servers import free_port
from flaky_proxy import flaky_proxy

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


def test_somebody_who_writes_at_the_same_time_is_not_overwritten(
    push: Callable[..., Typed], proxy: FlakyProxy, server: DavServer
) -> None:
    proxy.answer("PUT", 412)
    done = push()
    assert ("1  edited there by somebody" in done.said, "2  created" in done.said) == (True, True)


def test_a_wrong_password_is_a_sentence_without_it(
    push: Callable[..., Typed], proxy: FlakyProxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", "wr0ng-pass")
    proxy.refuse_password("PROPFIND")
    done = push()
    assert (done.code, "It does not take the user or the password." in done.said) == (4, True)
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
