"""``cardscan push caldav``: follow-ups go to calendars and task lists that other people's programs read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from dav_clients import read_agenda, read_tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Typed
    from dav_servers import DavServer

pytestmark = pytest.mark.usefixtures("people")


@pytest.fixture
def server(any_dav: DavServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> DavServer:
    """Each server, with a calendar of the test's own; the owner lives in Berlin."""
    monkeypatch.setenv("CARDSCAN_PASSWORD", any_dav.password)
    (tmp_path / "settings.toml").write_text('[owner]\ntime_zone = "Europe/Berlin"\n')
    monkeypatch.setenv("CARDSCAN_SETTINGS", str(tmp_path / "settings.toml"))
    return replace(any_dav, calendar=any_dav.new_calendar())


@pytest.fixture
def push(typed: Callable[..., Typed], server: DavServer) -> Callable[..., Typed]:
    who = f"://{server.user}@" if server.user else "://"

    def run(*words: str) -> Typed:
        return typed("push", "caldav", server.calendar.replace("://", who, 1), *words)

    return run


def test_khal_shows_each_follow_up_at_the_owners_hour(
    push: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    assert "3  created" in push().said
    events = read_agenda(server, tmp_path / "synced")
    assert sorted(one["title"] for one in events) == [
        "Call Avery Winter, Northwind Ltd",
        "Call Blake Hart, Sommer Optics",
        "Call Casey Stone, Rose Bakery",
    ]
    assert {(one["start-long"], one["end-long"]) for one in events} == {
        ("2026-11-23 08:00", "2026-11-23 08:15")
    }
    assert all(one["alarms-list"] for one in events)
    assert "+44 7700 900101" in "".join(one["description"] for one in events)


def test_a_follow_up_moves_and_never_doubles(
    push: Callable[..., Typed], typed: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    push()
    typed("snooze", "avery", "2026-12-02")
    said = push().said
    assert ("1  updated" in said, "2  the same there" in said) == (True, True)
    days = {one["title"].split()[1]: one["start-long"] for one in read_agenda(server, tmp_path / "synced")}
    assert days == {"Avery": "2026-12-02 08:00", "Blake": "2026-11-23 08:00", "Casey": "2026-11-23 08:00"}


def test_what_is_skipped_is_cancelled_there_and_never_comes_anew(
    push: Callable[..., Typed], typed: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    typed("skip", "casey", "moved to another trade")
    assert "2  created" in push().said
    typed("skip", "blake", "no answer")
    push()
    states = {one["title"].split()[1]: one["status"] for one in read_agenda(server, tmp_path / "synced")}
    assert (set(states), "CANCELLED" in states["Blake"]) == ({"Avery", "Blake"}, True)


def test_todoman_lists_each_follow_up_as_a_task(
    push: Callable[..., Typed], typed: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    push("--todo")
    tasks = read_tasks(server, tmp_path / "synced")
    assert [(one["summary"], one["completed"], one["priority"]) for one in tasks] == [
        ("Call Avery Winter, Northwind Ltd", False, 5),
        ("Call Blake Hart, Sommer Optics", False, 5),
        ("Call Casey Stone, Rose Bakery", False, 5),
    ]
    assert {one["due"] for one in tasks} == {int(datetime(2026, 11, 23, tzinfo=UTC).timestamp())}
    typed("skip", "avery", "not interested")
    push("--todo")
    assert len(read_tasks(server, tmp_path / "synced")) == 3
    assert "taken out or merged" not in push().said  # the tasks are of the same people


def test_an_appointment_that_was_moved_by_hand_stays_where_it_was_put(
    push: Callable[..., Typed], typed: Callable[..., Typed], server: DavServer, tmp_path: Path
) -> None:
    push()
    typed("snooze", "avery", "2026-12-02")
    listed = server.ask("PROPFIND", server.calendar, headers={"Depth": "1"}).body.decode()
    hrefs = {part.split("<")[0] for part in listed.split("href>") if part.split("<")[0].endswith(".ics")}
    for href in hrefs:
        url = f"{server.url.rstrip('/')}{href}"
        there = server.ask("GET", url)
        moved = there.body.decode().replace("20261123T09", "20261124T10")
        changed = server.ask(
            "PUT", url, moved, {"If-Match": there.headers["etag"], "Content-Type": "text/calendar"}
        )
        assert changed.status in (201, 204)
    assert "3  edited there by somebody, and left so" in push().said
    assert {one["start-long"] for one in read_agenda(server, tmp_path / "synced")} == {"2026-11-24 09:00"}
