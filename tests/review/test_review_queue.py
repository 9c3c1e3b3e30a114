"""The queue as a list: searched, sorted, changed in many rows, and as a file."""

from __future__ import annotations

import csv
import html
import io
import re
import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import pytest
from desk_page import desk
from finds_made_up import find, keep

from cardscan.book.apply.applying import apply_changes
from cardscan.book.apply.changes import changes_of
from cardscan.book.overview import Line
from cardscan.book.rows import everybodys_rows, rows_of
from cardscan.book.sheets import remember_queue
from cardscan.book.store import open_book
from cardscan.export.queue_csv import queue_bytes
from cardscan.export.sheet import load_sheet
from cardscan.followup.settings import Settings
from cardscan.review.card.sheet import state_of
from cardscan.review.queue.filters import Filters, chosen

if TYPE_CHECKING:
    from pathlib import Path

    import requests
    from live_page import Live
    from playwright.sync_api import Browser

TODAY = date(2026, 11, 23)


def line(name: str, **other: object) -> Line:
    usual = {
        "entry_id": name, "contact_id": name, "full_name": name, "company": "", "email": "", "event_id": 1,
        "event": "Fair", "event_date": TODAY, "due": TODAY, "action": "call", "priority": "B",
        "status": "open", "needs_review": False,
    }  # fmt: skip
    return Line(**(usual | other))


LINES = (
    line("Zoë Winter", company="Northwind", priority="A", due=date(2026, 11, 20)),
    line("avery stone", company="kestrel", needs_review=True, due=date(2026, 11, 30)),
    line("Blake Hart", email="b@sommer.example", event_id=2, status="done", priority="C"),
)


def names(**wanted: object) -> list[str]:
    return [one.full_name for one in chosen(LINES, Filters(**wanted), today=TODAY)]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["Zoë Winter", "avery stone", "Blake Hart"]),
        ({"search": "ZOE"}, ["Zoë Winter"]),
        ({"search": "sommer blake"}, ["Blake Hart"]),
        ({"search": "nobody"}, []),
        ({"show": "flagged"}, ["avery stone"]),
        ({"show": "due"}, ["Zoë Winter"]),
        ({"show": "overdue"}, ["Zoë Winter"]),
        ({"event": 2}, ["Blake Hart"]),
        ({"priority": "A"}, ["Zoë Winter"]),
        ({"status": "done"}, ["Blake Hart"]),
        ({"sort": "name"}, ["avery stone", "Blake Hart", "Zoë Winter"]),
        ({"sort": "name", "down": True}, ["Zoë Winter", "Blake Hart", "avery stone"]),
        ({"sort": "company"}, ["avery stone", "Zoë Winter", "Blake Hart"]),
        ({"sort": "due"}, ["Zoë Winter", "avery stone", "Blake Hart"]),
        ({"sort": "priority"}, ["Zoë Winter", "avery stone", "Blake Hart"]),
    ],
)
def test_what_is_wanted_is_found_in_its_order(wanted: dict[str, object], found: list[str]):
    assert names(**wanted) == found


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(search="a&b=c #1", show="due", event=3, priority="A", status="snoozed", sort="name"),
        Filters(down=True, page=7),
    ],
)
def test_what_is_wanted_comes_back_from_its_address(filters: Filters):
    assert Filters.from_query(dict(parse_qsl(filters.as_query()))) == filters


def test_what_an_address_says_that_is_not_known_is_passed_over():
    query = {"show": "x", "event": "-1", "sort": "__class__", "page": "9" * 30, "down": "1", "priority": "D"}
    assert Filters.from_query(query) == Filters()


def seen(book: Path, *entries: str) -> list[str]:
    with open_book(book) as opened, opened.reading() as session:
        return [f"{key}:{state_of(row)}" for key, row in rows_of(session, entries).items()]


def rows(book: Path, *entries: str) -> list:
    with open_book(book) as opened, opened.reading() as session:
        return list(rows_of(session, entries).values())


def do(
    live: Live, visitor: requests.Session, entries: list[str], what: str, **more: str
) -> requests.Response:
    return visitor.post(live.address("/queue"), data={"entry": entries, "do": what, **more})


def test_many_rows_are_changed_at_once_and_back(live: Live, book: Path, ids: dict[str, str]):
    visitor, some = live.visitor(), (ids["avery"], ids["drew"], ids["ember"])
    before = rows(book, *some)
    assert do(live, visitor, seen(book, *some), "A").ok
    assert do(live, visitor, seen(book, *some), "due", due="2026-12-01").ok
    assert do(live, visitor, seen(book, *some), "settle").ok
    after = rows(book, *some)
    assert {(one.priority, one.follow_up_due, one.needs_review) for one in after} == {
        ("A", date(2026, 12, 1), False)
    }
    for _ in range(3):
        assert visitor.post(live.address("/undo")).ok
    assert rows(book, *some) == before


def test_what_is_undone_leaves_the_list_as_it_was_shown(live: Live, book: Path, ids: dict[str, str]):
    visitor, address = live.visitor(), live.address("/queue?search=Winter")
    sent = {"entry": seen(book, ids["avery"]), "do": "A"}
    text = visitor.post(address, data=sent).text
    shown = html.unescape(re.findall(r'name="shown" value="([^"]*)"', text)[0])
    back = visitor.post(live.address("/undo"), data={"shown": shown}, allow_redirects=False)
    assert dict(parse_qsl(urlsplit(back.headers["Location"]).query))["search"] == "Winter"
    assert urlsplit(back.headers["Location"]).path == "/queue"
    assert do(live, visitor, seen(book, ids["avery"]), "A").ok
    away = visitor.post(
        live.address("/undo"), data={"shown": "//evil.example/?x"}, allow_redirects=False
    ).headers["Location"]
    assert away.startswith("/queue?")
    assert "evil" not in away


def test_rows_are_taken_out_and_skipped(live: Live, book: Path, ids: dict[str, str]):
    visitor = live.visitor()
    assert do(live, visitor, seen(book, ids["drew"]), "skip").ok
    assert rows(book, ids["drew"])[0].status == "skipped"
    assert do(live, visitor, seen(book, ids["drew"], ids["ember"]), "remove").ok
    assert rows(book, ids["drew"], ids["ember"]) == []


def test_a_row_that_somebody_changed_meanwhile_is_left_alone_and_named(
    live: Live, book: Path, ids: dict[str, str]
):
    visitor, old = live.visitor(), seen(book, ids["avery"], ids["drew"])
    assert do(live, visitor, seen(book, ids["avery"]), "C").ok
    answer = do(live, visitor, old, "A")
    assert "Avery Winter" in answer.text
    assert "left as they are" in answer.text
    assert [one.priority for one in rows(book, ids["avery"], ids["drew"])] == ["C", "A"]
    refused = do(live, visitor, old[:1], "B")
    assert (refused.status_code, "Avery Winter" in refused.text) == (409, True)


@pytest.mark.parametrize("what", ["", "explode", "due"])
def test_what_cannot_be_done_is_refused(live: Live, book: Path, ids: dict[str, str], what: str):
    answer = do(live, live.visitor(), seen(book, ids["avery"]), what, due="2020-01-01")
    assert answer.status_code == 422
    assert rows(book, ids["avery"])[0].follow_up_due >= TODAY


def test_the_file_is_the_queue_and_what_is_edited_in_it_is_taken_back(
    live: Live, book: Path, ids: dict[str, str], tmp_path: Path
):
    answer = live.visitor().get(live.address("/queue.csv?event=1"))
    assert answer.headers["Content-Disposition"] == 'attachment; filename="queue.csv"'
    found = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [row["contact_id"] for row in found] == [
        ids[name] for name in ("avery", "blake", "casey", "drew", "ember")
    ]
    saved = tmp_path / "downloads" / "queue (1).csv"
    saved.parent.mkdir()
    saved.write_bytes(answer.content.replace(b"Lund Studio", b"Lund and Daughters"))
    with open_book(book) as opened, opened.writing() as session:
        changes = changes_of(session, saved, load_sheet(saved), today=TODAY)
        assert [(one.column, one.after) for one in changes.changes] == [("company", "Lund and Daughters")]
        at = rows_of(session, [ids["ember"]])[ids["ember"]].scanned_at
        apply_changes(session, changes, now=at, settings=Settings())
    assert rows(book, ids["ember"])[0].company == "Lund and Daughters"


def test_the_list_is_worked_through_by_keyboard(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live) as at:
        at.page.goto(live.address("/queue"))
        at.press("/")
        at.page.keyboard.type("lund")
        at.go_by("Enter")
        assert at.page.locator("tbody tr").count() == 1
        at.press("j", "Space")
        with at.page.expect_navigation():
            at.page.click("button[value=A]")
        assert rows(book, ids["ember"])[0].priority == "A"
        at.go_by("z")
        assert rows(book, ids["ember"])[0].priority == "B"
        at.page.goto(live.address("/queue?search=lund"))
        at.press("j")
        at.go_by("Enter")
        assert at.entry == ids["ember"]
        at.page.fill("[name=job_title]", "Art director")
        with at.page.expect_navigation():
            at.page.press("[name=job_title]", "Enter")
        assert at.page.url == live.address("/queue?search=lund")
        assert "Art director" in at.page.locator("tbody").inner_text()
        assert at.complaints == []


def test_more_than_fit_on_a_page_are_shown_page_by_page(live: Live, book: Path, tmp_path: Path):
    many = [
        find((f"#Person {chr(65 + n // 26)}{chr(65 + n % 26)}", "x@y.example"), f"{n}.jpg") for n in range(60)
    ]
    with open_book(book) as opened, opened.writing() as session:
        keep(session, *many)
    visitor = live.visitor()
    shown = [
        visitor.get(live.address(f"/queue?page={page}")).text.count('name="entry"') for page in (1, 2, 99)
    ]
    assert shown == [50, 16, 16]


def test_a_saved_file_comes_back_by_the_command(live: Live, book: Path, ids: dict[str, str], tmp_path: Path):
    saved = tmp_path / "queue (2).csv"
    saved.write_bytes(live.visitor().get(live.address("/queue.csv")).content.replace(b"Designer", b"Painter"))
    command = [sys.executable, "-m", "cardscan", "apply", str(saved)]
    applied = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (applied.returncode, "cells changed: 1" in applied.stderr) == (0, True), applied.stderr
    assert rows(book, ids["ember"])[0].job_title == "Painter"


def test_a_saved_file_is_not_taken_for_the_queue_in_the_folder_of_the_server(
    live: Live, book: Path, ids: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "queue.csv"
    with open_book(book) as opened, opened.writing() as session:
        everybody = tuple(everybodys_rows(session))
        remember_queue(session, own, everybody, at=everybody[0].scanned_at)
    own.write_bytes(queue_bytes(everybody))
    visitor = live.visitor()
    assert do(live, visitor, seen(book, ids["ember"]), "A").ok
    assert visitor.get(live.address("/queue.csv")).ok
    with open_book(book) as opened, opened.reading() as session:
        changes = changes_of(session, own, load_sheet(own), today=TODAY)
    assert changes.is_empty


def test_there_is_no_file_of_an_event_that_is_not_there(still: Live):
    assert still.visitor().get(still.address("/queue.csv?event=77")).status_code == 404


def test_where_nobody_is_ticked_that_is_told(live: Live, ids: dict[str, str]):
    visitor = live.visitor()
    answer = do(live, visitor, [], "A")
    assert (answer.status_code, "Tick first" in answer.text) == (422, True)


def test_who_was_taken_out_meanwhile_is_told(live: Live, book: Path, ids: dict[str, str]):
    visitor, old = live.visitor(), seen(book, ids["drew"])
    assert do(live, visitor, old, "remove").ok
    answer = do(live, visitor, old, "A")
    assert (answer.status_code, "not in the queue any more" in answer.text) == (409, True)


@pytest.mark.parametrize("has_script", [True, False])
def test_enter_never_presses_a_button_that_nobody_chose(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str], *, has_script: bool
):
    with desk(chromium, live, java_script_enabled=has_script) as at:
        for field in ("tbody input", "#due"):
            at.page.goto(live.address("/queue?search=lund"))
            at.page.check("tbody input")
            at.page.press(field, "Enter")
            at.page.wait_for_load_state("networkidle")
        assert rows(book, ids["ember"])[0].priority == "B"


def test_enter_in_a_row_opens_it_and_in_the_day_sets_it(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live) as at:
        at.page.goto(live.address("/queue?search=lund"))
        at.page.check("tbody input")
        at.page.fill("#due", "2026-12-04")
        at.page.focus("#due")
        at.go_by("Enter")
        assert rows(book, ids["ember"])[0].follow_up_due == date(2026, 12, 4)
        assert "Ember Lund is changed." in at.page.inner_text(".last")
        at.page.focus("tbody input")
        at.go_by("Enter")
        assert at.entry == ids["ember"]
        assert at.complaints == []


def test_on_a_phone_the_list_is_sorted_by_its_heads(chromium: Browser, still: Live):
    with desk(chromium, still, viewport={"width": 360, "height": 740}) as at:
        at.page.goto(still.address("/queue"))
        at.page.click("thead >> text=Name")
        assert at.page.get_attribute("thead th >> nth=0", "aria-sort") == "ascending"
        assert at.page.inner_text("tbody th >> nth=0").startswith("Avery Winter")
        at.page.click("thead >> text=Name")
        assert at.page.get_attribute("thead th >> nth=0", "aria-sort") == "descending"
