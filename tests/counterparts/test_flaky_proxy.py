from __future__ import annotations

import http.client
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from dav_clients import read_contacts
from flaky_proxy import FlakyProxy, flaky_proxy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dav_servers import Answer, DavServer

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:winter\r\nFN:Ada Winter\r\nN:Winter;Ada;;;\r\nEND:VCARD\r\n"
TYPE = {"Content-Type": "text/vcard"}


@pytest.fixture
def proxy(any_dav: DavServer) -> Iterator[FlakyProxy]:
    with flaky_proxy(any_dav.url) as before_it:
        yield before_it


@pytest.fixture
def seen(any_dav: DavServer, proxy: FlakyProxy) -> DavServer:
    """The server by way of the proxy, with an address book of its own."""
    book = proxy.url_of(any_dav.new_address_book())
    return replace(any_dav, url=proxy.url, address_book=book)


def put(server: DavServer) -> Answer:
    return server.ask("PUT", f"{server.address_book}winter.vcf", CARD, TYPE)


def test_what_it_was_not_told_of_is_passed_on(
    seen: DavServer, any_dav: DavServer, proxy: FlakyProxy, tmp_path: Path
):
    assert put(seen).status == 201
    assert seen.ask("GET", f"{seen.address_book}winter.vcf").body.startswith(b"BEGIN:VCARD\r\n")
    assert [one["uid"] for one in read_contacts(seen, tmp_path)] == ["winter"]
    assert proxy.asked("PUT", "GET") == ["PUT", "GET"]
    assert "PROPFIND" in proxy.asked()
    there = any_dav.url + seen.address_book.removeprefix(seen.url)
    assert any_dav.ask("GET", f"{there}winter.vcf").status == 200


@pytest.mark.parametrize("status", [412, 429, 500, 503])
def test_the_next_requests_of_a_method_get_a_status(seen: DavServer, proxy: FlakyProxy, status: int):
    proxy.answer("PUT", status, times=2, headers={"Retry-After": "0"})
    assert seen.ask("OPTIONS", seen.url).status == 200
    refused = [put(seen) for _ in range(2)]
    assert [(one.status, one.headers["retry-after"]) for one in refused] == [(status, "0")] * 2
    assert seen.ask("GET", f"{seen.address_book}winter.vcf").status == 404
    assert put(seen).status == 201


def test_the_password_is_refused(seen: DavServer, proxy: FlakyProxy):
    proxy.refuse_password("PROPFIND")
    refused = seen.ask("PROPFIND", seen.address_book)
    assert (refused.status, refused.headers["www-authenticate"]) == (401, 'Basic realm="here"')
    assert seen.ask("PROPFIND", seen.address_book).status == 207


def test_the_connection_ends_before_the_server_hears(seen: DavServer, proxy: FlakyProxy):
    proxy.hang_up("PUT", "before")
    with pytest.raises(http.client.RemoteDisconnected):
        put(seen)
    assert seen.ask("GET", f"{seen.address_book}winter.vcf").status == 404


def test_the_connection_ends_after_the_server_has_done_it(seen: DavServer, proxy: FlakyProxy):
    proxy.hang_up("PUT", "after")
    with pytest.raises(http.client.RemoteDisconnected):
        put(seen)
    assert seen.ask("GET", f"{seen.address_book}winter.vcf").status == 200


def test_the_connection_ends_amid_the_answer(seen: DavServer, proxy: FlakyProxy):
    put(seen)
    proxy.hang_up("GET", "amid")
    with pytest.raises(http.client.IncompleteRead) as cut:
        seen.ask("GET", f"{seen.address_book}winter.vcf")
    assert cut.value.partial.startswith(b"BEGIN:VCARD")
    assert b"END:VCARD" not in cut.value.partial


def test_failures_come_in_the_order_that_was_told(seen: DavServer, proxy: FlakyProxy):
    proxy.pass_on("PUT")
    proxy.answer("PUT", 503)
    proxy.hang_up("PUT", "before")
    assert [put(seen).status for _ in range(2)] == [201, 503]
    with pytest.raises(http.client.RemoteDisconnected):
        put(seen)
    assert put(seen).status in {201, 204}


def test_what_came_in_is_known_without_the_password(seen: DavServer, proxy: FlakyProxy):
    proxy.answer("PUT", 503)
    put(seen)
    [request] = proxy.requests
    assert (request.method, proxy.url_of(request.path)) == ("PUT", f"{seen.address_book}winter.vcf")
    assert request.headers["content-type"] == "text/vcard"
    assert request.headers["content-length"] == str(len(CARD))
    assert request.had_password == bool(seen.user)
    assert "authorization" not in request.headers


def test_links_of_the_server_lead_through_the_proxy(seen: DavServer, any_dav: DavServer):
    listed = seen.ask("PROPFIND", seen.address_book, headers={"Depth": "0"})
    links = ET.fromstring(listed.body).iter("{DAV:}href")  # noqa: S314 - the server is ours
    assert seen.address_book in {urljoin(seen.url, link.text) for link in links}
    assert any_dav.url.encode() not in listed.body
