"""``cardscan push carddav``: contacts go to address books that other people's programs keep and read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import dav_servers
import pytest
from dav_clients import read_contacts
from finds_made_up import AT

from cardscan.book.corrections import correct
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Typed
    from dav_servers import DavServer

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def server(any_dav: DavServer, monkeypatch: pytest.MonkeyPatch) -> DavServer:
    """Each server, with an address book of the test's own."""
    monkeypatch.setenv("CARDSCAN_PASSWORD", any_dav.password)
    return replace(any_dav, address_book=any_dav.new_address_book())


@pytest.fixture
def push(typed: Callable[..., Typed], server: DavServer) -> Callable[..., Typed]:
    def run(*words: str) -> Typed:
        return typed("push", "carddav", with_user(server), *words)

    return run


def with_user(server: DavServer, url: str = "") -> str:
    """An address as people type it, with their name and without the password."""
    url = url or server.address_book
    return url.replace("://", f"://{server.user}@", 1) if server.user else url


def stored(server: DavServer, name: str) -> tuple[str, str, str]:
    """URL, content and ETag of the card of somebody."""
    listed = server.ask("PROPFIND", server.address_book, headers={"Depth": "1"}).body.decode()
    for href in {part.split("<")[0] for part in listed.split("href>") if part.split("<")[0].endswith(".vcf")}:
        url = f"{urlsplit(server.url).scheme}://{urlsplit(server.url).netloc}{href}"
        answer = server.ask("GET", url)
        if f"FN:{name}" in answer.body.decode():
            return url, answer.body.decode(), answer.headers["etag"]
    raise LookupError(name)


def retitle(book: Path, entry_id: str, title: str) -> None:
    with open_book(book) as opened, opened.writing() as session:
        row = rows_of(session, [entry_id])[entry_id]
        correct(
            session,
            entry_id,
            {"job_title": title},
            before={"job_title": row.job_title},
            source="sheet",
            at=AT,
        )


def test_khard_reads_whom_we_met(push: Callable[..., Typed], server: DavServer, tmp_path: Path) -> None:
    said = push().said
    assert "3  created" in said
    avery, blake, casey = read_contacts(server, tmp_path / "synced")
    assert (avery["formatted_name"], avery["first_name"], avery["last_name"]) == (
        "Avery Winter",
        "Avery",
        "Winter",
    )
    assert avery["phone_numbers"] == {"CELL, VOICE": ["+44 7700 900101"]}
    assert [email for emails in avery["emails"].values() for email in emails] == ["avery@northwind.example"]
    assert (avery["titles"], avery["categories"]) == (["Sales Manager"], ["Autumn fair"])
    assert [one["formatted_name"] for one in (blake, casey)] == ["Blake Hart", "Casey Stone"]


def test_running_again_changes_nothing(push: Callable[..., Typed], server: DavServer) -> None:
    push()
    before = stored(server, "Avery Winter")
    assert "3  the same there" in push().said
    assert stored(server, "Avery Winter") == before


def test_what_changed_here_changes_there(
    push: Callable[..., Typed], server: DavServer, book: Path, people: dict[str, str]
) -> None:
    push()
    retitle(book, people["blake"], "Chief Optician")
    said = push().said
    assert ("1  updated" in said, "2  the same there" in said) == (True, True)
    assert "TITLE:Chief Optician" in stored(server, "Blake Hart")[1]


def test_what_was_edited_there_is_kept(
    push: Callable[..., Typed], server: DavServer, book: Path, people: dict[str, str]
) -> None:
    push()
    url, content, etag = stored(server, "Blake Hart")
    edited = content.replace("TITLE:Optician", "TITLE:Owner")
    assert server.ask("PUT", url, edited, {"If-Match": etag, "Content-Type": "text/vcard"}).status in (
        201,
        204,
    )
    retitle(book, people["blake"], "Chief Optician")
    for _ in range(2):
        assert "Blake Hart, Sommer Optics: edited there by somebody, and left so" in push().said
        assert "TITLE:Owner" in stored(server, "Blake Hart")[1]


def test_what_was_deleted_there_does_not_come_back(push: Callable[..., Typed], server: DavServer) -> None:
    push()
    server.ask("DELETE", stored(server, "Casey Stone")[0])
    assert "Casey Stone, Rose Bakery: deleted there by somebody, and left so" in push().said
    with pytest.raises(LookupError):
        stored(server, "Casey Stone")


def test_others_in_the_same_address_book_are_left_alone(
    push: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:aunt\r\nN:Lark;Bo;;;\r\nFN:Bo Lark\r\nEND:VCARD\r\n"
    url = f"{server.address_book}aunt.vcf"
    server.ask("PUT", url, card, {"Content-Type": "text/vcard"})
    before = server.ask("GET", url)
    push()
    assert server.ask("GET", url) == replace(before, headers=server.ask("GET", url).headers)
    assert len(read_contacts(server, tmp_path / "synced")) == 4


def test_a_dry_run_shows_and_does_nothing(
    push: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    said = push("--dry-run").said
    assert "3  would be created" in said
    assert "Avery Winter, Northwind Ltd: would be created" in said
    assert read_contacts(server, tmp_path / "synced") == []


def test_the_address_book_is_found_from_the_servers_address(
    typed: Callable[..., Typed], radicale: DavServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CARDSCAN_PASSWORD", radicale.password)
    radicale.new_address_book()
    several = typed("push", "carddav", with_user(radicale, radicale.url))
    assert (several.code, "type the address of one address book. People: http" in several.said) == (2, True)
    assert radicale.address_book in several.said
    with dav_servers.xandikos() as alone:
        found = typed("push", "carddav", alone.url, "--dry-run")
        assert (found.code, alone.address_book in found.said) == (0, True)


def test_a_calendar_is_no_address_book(typed: Callable[..., Typed], xandikos: DavServer) -> None:
    done = typed("push", "carddav", xandikos.calendar, "--dry-run")
    assert (done.code, "the wrong kind; type that of one address book" in done.said) == (2, True)
    missing = typed("push", "carddav", f"{xandikos.address_book}nosuch/", "--dry-run")
    assert (missing.code, "There is no address book at this address" in missing.said) == (4, True)


def test_another_book_takes_over_what_is_there(
    push: Callable[..., Typed], typed: Callable[..., Typed], server: DavServer, book: Path, tmp_path: Path
) -> None:
    push()
    with open_book(book) as opened, opened.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM handed_on")  # as after a restored backup
    assert "3  the same there" in push().said
    assert "3  the same there" in push().said


def test_forgetting_says_where_somebody_still_is(
    push: Callable[..., Typed], typed: Callable[..., Typed], server: DavServer
) -> None:
    push()
    done = typed("forget", "avery", "--yes")
    assert f"They were handed on to {server.address_book} on 2026-11-23" in done.said
