"""Whoever is not the user gets nothing, and what a card says is text."""

from __future__ import annotations

import io
import json
import signal
import socket
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import requests
from cards_in_doubt import AVERY, FAIR, keep, picture_of, saved_as
from desk_page import desk
from live_page import served, served_here
from PIL import Image

from cardscan.book.corrections import correct
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book
from cardscan.followup.record import Event
from cardscan.review.card.sheet import state_of

if TYPE_CHECKING:
    from pathlib import Path

    from live_page import Live
    from playwright.sync_api import Browser

SCRIPT = '"><img src=x onerror="alert(1)"><script>alert(1)</script>{{ 7 * 7 }}'


def asked(live: Live, request: str) -> str:
    """The answer to a request that is written by hand."""
    host, _, port = live.host.partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(request.replace("\n", "\r\n").encode())
        return connection.makefile("rb").read().decode(errors="replace")


def token_of(live: Live) -> str:
    return live.link.partition("token=")[2]


def row_of(book: Path, entry_id: str):
    with open_book(book) as opened, opened.reading() as session:
        return rows_of(session, [entry_id])[entry_id]


def test_a_name_that_somebody_else_gave_this_computer_is_refused(still: Live):
    answer = asked(
        still, f"GET /?token={token_of(still)} HTTP/1.1\nHost: evil.example\nConnection: close\n\n"
    )
    assert answer.startswith("HTTP/1.1 421")
    assert "set-cookie" not in answer.lower()


@pytest.mark.parametrize("path", ["/", "/queue", "/queue.csv", "/static/card.js", "/cards/x/card.jpg"])
def test_without_the_token_there_is_nothing(still: Live, path: str):
    for cookies in ({}, {f"cardscan-{still.host.rpartition(':')[2]}": "guessed"}):
        assert requests.get(still.address(path), cookies=cookies, timeout=10).status_code == 403
    assert requests.get(still.address(f"{path}?token=guessed"), timeout=10).status_code == 403


def test_the_link_does_not_lead_to_another_host(still: Live):
    line = f"GET //evil.example/?token={token_of(still)} HTTP/1.1"
    answer = asked(still, f"{line}\nHost: {still.host}\nConnection: close\n\n")
    assert "location: /evil.example/" in answer.lower()


def test_who_saw_the_link_cannot_make_the_cookie_of_it(still: Live):
    cookies = {f"cardscan-{still.host.rpartition(':')[2]}": token_of(still)}
    assert requests.get(still.address("/queue"), cookies=cookies, timeout=10).status_code == 403


def test_the_token_leaves_the_address_and_becomes_a_cookie_that_scripts_cannot_read(still: Live):
    answer = requests.get(still.link, allow_redirects=False, timeout=10)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": None},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": None, "Sec-Fetch-Site": "none"},
    ],
)
def test_a_change_from_another_page_is_refused(live: Live, book: Path, ids: dict[str, str], headers: dict):
    visitor = live.visitor()
    sent = {"seen": state_of(row_of(book, ids["avery"])), "do": "remove"}
    answer = visitor.post(live.address(f"/cards/{ids['avery']}"), data=sent, headers=headers)
    assert answer.status_code == 403
    assert row_of(book, ids["avery"])


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2f..%2fcli/app.py",
        "/static//etc/passwd",
        "/cards/..%2f..%2fetc%2fpasswd/card.jpg",
        "/cards/../../../etc/passwd",
        "/cards/x/boxes/-1.jpg",
        "/cards/x/boxes/99999999999999999999.jpg",
        "/reports/99999999999999999999",
        f"/reports/{'9' * 5000}",
        f"/cards/x/boxes/{'9' * 5000}.jpg",
        "/cards/%00",
        "/static/%00",
        "/today?event=99999999999999999999999",
        "/queue?page=99999999999999999999999&event=-1&sort=__class__",
    ],
)
def test_no_path_leads_out_of_the_page(still: Live, path: str):
    visitor = still.visitor()
    cookie = "; ".join(f"{one.name}={one.value}" for one in visitor.cookies)
    request = f"GET {path} HTTP/1.1\nHost: {still.host}\nCookie: {cookie}\nConnection: close\n\n"
    answer = asked(still, request)
    assert answer.split()[1] in ("200", "404")
    assert "root:" not in answer
    assert "import " not in answer


def test_a_photo_outside_of_the_scanned_folder_is_not_shown(live: Live, book: Path, ids: dict[str, str]):
    with open_book(book) as opened, opened.writing() as session:
        for name, path in (("avery", "/etc/passwd"), ("blake", "../book.db")):
            before = {"photo": rows_of(session, [ids[name]])[ids[name]].photo}
            at = rows_of(session, [ids[name]])[ids[name]].scanned_at
            correct(session, ids[name], {"photo": (path,)}, before=before, source="sheet", at=at)
    visitor = live.visitor()
    for name in ("avery", "blake"):
        assert visitor.get(live.address(f"/cards/{ids[name]}/card.jpg")).status_code == 404
        assert "There is no picture" in visitor.get(live.address(f"/cards/{ids[name]}")).text


def test_script_in_every_field_is_shown_as_text(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    columns = (
        "full_name", "first_name", "last_name", "job_title", "department", "company", "email", "street",
        "city", "notes",
    )  # fmt: skip
    lists = ("other_emails", "mobile_phone", "work_phone", "website", "social", "review_reasons")
    with open_book(book) as opened, opened.writing() as session:
        row = rows_of(session, [ids["avery"]])[ids["avery"]]
        values = dict.fromkeys(columns, SCRIPT) | dict.fromkeys(lists, (SCRIPT, "javascript:alert(1)"))
        before = {column: getattr(row, column) for column in values}
        correct(session, ids["avery"], values, before=before, source="sheet", at=row.scanned_at)
    with desk(chromium, live) as at:
        dialogs = []
        at.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        card, queue = f"/cards/{ids['avery']}", "/queue"
        twins = f"/cards/{ids['avery']}/with/{ids['blake']}"
        for path in (card, queue, "/today", twins, "/reports/1"):
            at.page.goto(live.address(path))
            assert "<script>alert(1)</script>{{ 7 * 7 }}" in (
                at.page.locator("main").inner_text() + "".join(_values(at.page))
            ), path
            assert at.page.locator("img[src=x]").count() == 0
            assert at.page.locator("a[href^='javascript:']").count() == 0
        assert dialogs == []
        assert at.complaints == []


def test_a_card_that_is_called_script_stays_text_from_its_scan_on(
    chromium: Browser, live: Live, book: Path, tmp_path: Path, ids: dict[str, str]
):
    lines = ("#<script>alert(1)</script>", "Buyer", "<b>Kestrel</b> Ltd", "k@kestrel.example")
    drawn = picture_of(tmp_path / "photos" / "z.png", *lines)
    name = '<b onclick="alert(1)">z</b>.png'
    drawn = replace(drawn, path=name, photo=replace(drawn.photo, path=name))
    event = Event(name="<b>Fair</b>{{ 7 * 7 }}", date=FAIR.date)
    with open_book(book) as opened:
        (entry_id,) = keep(opened, tmp_path / "photos", drawn, event=event)
    with desk(chromium, live) as at:
        for path in (f"/cards/{entry_id}", f"/cards/{entry_id}/with/{ids['avery']}", "/queue", "/today"):
            at.page.goto(live.address(path))
            assert at.page.locator("b").count() == 0
            assert "<b>Fair</b>{{ 7 * 7 }}" in at.page.locator("main").inner_text(), path
        at.page.goto(live.address(f"/cards/{entry_id}"))
        assert name in at.page.locator("main").inner_text()
        assert [one for one in at.complaints if "404" not in one] == []  # its photo is not there


def test_more_than_a_form_can_hold_is_refused(live: Live, book: Path, ids: dict[str, str]):
    visitor, address = live.visitor(), live.address(f"/cards/{ids['avery']}")
    before = row_of(book, ids["avery"])
    assert visitor.post(address, data={"note": "x" * 1_100_000}).status_code == 413
    chunks = (b"note=" + b"x" * 100_000 for _ in range(20))  # its length is not told
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert visitor.post(address, data=chunks, headers=kind).status_code == 413
    many = "&".join(f"a{number}=1" for number in range(9_000))
    assert visitor.post(address, data=many, headers=kind).status_code == 400
    files = {"note": ("../x.png", b"x" * 10)}
    assert visitor.post(address, files=files).status_code == 400
    assert row_of(book, ids["avery"]) == before


@pytest.mark.parametrize(
    "sent",
    [
        "", "{", "[]", "null", '{"left": 1}', '{"left":"a"}', "1e999", "[" * 100_000, b"\xff\xfe",
        '{"left":NaN,"top":0,"right":1,"bottom":1}',
        '{"left":0,"top":-1e999,"right":1,"bottom":1}',
        '{"left":0,"top":0,"right":1,"bottom":1' + "0" * 400 + "}",
        '{"left":0,"top":0,"right":1,"bottom":1' + "0" * 5000 + "}",
    ],
    ids=range(13),
)  # fmt: skip
def test_what_is_no_part_of_a_card_is_not_read(still: Live, sent: str | bytes):
    visitor = still.visitor()
    kind = {"Content-Type": "application/json"}
    answer = visitor.post(still.address(f"/cards/{still.ids['avery']}/read"), data=sent, headers=kind)
    assert answer.status_code == 422


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/cards/nobody", {"do": "accept"}),
        ("/cards/nobody", {"do": "choose:email:0"}),
        ("/cards/nobody/with/nobody", {"do": "merge"}),
        ("/cards/%00", {"do": "accept"}),
        ("/nothing", {}),
    ],
)
def test_of_nobody_nothing_is_kept(still: Live, path: str, form: dict[str, str]):
    assert still.visitor().post(still.address(path), data=form).status_code == 404


def test_nobody_is_merged_with_themselves(still: Live):
    path = f"/cards/{still.ids['drew']}/with/{still.ids['drew']}"
    assert still.visitor().post(still.address(path), data={"do": "merge"}).status_code == 409


@pytest.mark.parametrize(
    "do", ["choose", "choose:email:-1", "choose:email:9", "choose:_:0", "choose:a:" + "9" * 5000]
)
def test_a_reading_that_there_is_not_is_not_chosen(still: Live, do: str):
    visitor, address = still.visitor(), still.address(f"/cards/{still.ids['avery']}")
    answer = visitor.post(address, data={"seen": "long ago", "do": do})
    assert (answer.status_code, answer.url) == (200, address)
    assert "avery@northwlnd.example" in answer.text


def test_what_no_database_takes_is_left_out_of_what_was_typed(filled_place: tuple[str, dict[str, str]]):
    where, people = filled_place
    with served_here(where) as page:
        visitor, address = page.visitor(), page.address(f"/cards/{people['drew']}")
        with open_book(where) as opened, opened.reading() as session:
            seen = state_of(rows_of(session, [people["drew"]])[people["drew"]])
        form = {"seen": seen, "company": "North\0wind plc", "note": "a\0b", "\0": "\0"}
        assert visitor.post(address, data=form).status_code == 200
        assert visitor.get(page.address("/cards/%00/card.jpg")).status_code == 404
    with open_book(where) as opened, opened.reading() as session:
        assert rows_of(session, [people["drew"]])[people["drew"]].company == "Northwind plc"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"])
def test_only_what_a_page_sends_is_answered(still: Live, method: str):
    visitor = still.visitor()
    for path in ("/", f"/cards/{still.ids['avery']}", "/undo", "/static/page.css"):
        answer = visitor.request(method, still.address(path))
        assert (answer.status_code, answer.headers["X-Content-Type-Options"]) == (405, "nosniff")
        assert requests.request(method, still.address(path), timeout=10).status_code == 403


def test_who_asks_for_the_head_gets_the_head(still: Live):
    visitor = still.visitor()
    for path in ("/queue", f"/cards/{still.ids['avery']}/card.jpg", "/static/page.css"):
        answer = visitor.head(still.address(path))
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer.headers["Content-Length"] != "0"


def test_a_part_that_lies_off_the_card_is_empty(still: Live):
    box = {"left": 1e300, "top": -1e300, "right": 2e300, "bottom": 5}
    answer = still.visitor().post(still.address(f"/cards/{still.ids['avery']}/read"), json=box)
    assert answer.json() == {"text": ""}


def test_every_answer_says_what_a_browser_may_do_with_it(still: Live):
    visitor = still.visitor()
    for path in ("/", f"/cards/{still.ids['avery']}/card.jpg", "/nothing", "/static/page.css", "/queue.csv"):
        headers = visitor.get(still.address(path)).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert headers["X-Frame-Options"] == "DENY"


def test_pictures_do_not_say_where_and_when_they_were_taken(
    live: Live, book: Path, tmp_path: Path, ids: dict[str, str]
):
    drawn = picture_of(tmp_path / "photos" / "g.png", *AVERY)
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[2] = (51.0, 30.0, 0.0)
    path = tmp_path / "photos" / "g.jpg"
    with Image.open(tmp_path / "photos" / "g.png") as picture:
        picture.save(path, exif=exif)
    assert b"Camera of somebody" in path.read_bytes()
    with open_book(book) as opened:
        (entry_id,) = keep(opened, path.parent, saved_as(drawn, path))
    visitor = live.visitor()
    for name in ("card.jpg", "small.jpg", "photo.jpg", "boxes/0.jpg"):
        data = visitor.get(live.address(f"/cards/{entry_id}/{name}")).content
        assert dict(Image.open(io.BytesIO(data)).getexif()) == {}
        assert b"Camera" not in data


def test_what_was_saved_outlives_the_server(command: Live, book: Path, ids: dict[str, str]):
    visitor = command.visitor()
    sent = {"seen": state_of(row_of(book, ids["avery"])), "company": "Northwind plc", "do": "accept"}
    assert visitor.post(command.address(f"/cards/{ids['avery']}"), data=sent).ok
    command.process.kill()
    assert row_of(book, ids["avery"]).company == "Northwind plc"


@pytest.mark.skipif(sys.platform == "win32", reason="there, consoles end programs another way")
def test_ctrl_c_stops_at_once_also_while_a_browser_keeps_its_connection(command: Live):
    host, _, port = command.host.partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as idle:
        idle.sendall(f"GET / HTTP/1.1\r\nHost: {command.host}\r\n\r\n".encode())
        assert idle.recv(100)
        start = time.monotonic()
        command.process.send_signal(signal.SIGINT)
        assert command.process.wait(timeout=20) == 0
        assert time.monotonic() - start < 10, "it waits for a browser that says nothing"
    assert "Stopped." in command.process.stderr.read()


def test_a_port_that_is_taken_is_told(command: Live, book: Path):
    port = command.host.rpartition(":")[2]
    typed = [sys.executable, "-m", "cardscan", "review", "--no-browser", "--port", port]
    done = subprocess.run(typed, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert f"127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


def test_without_the_extra_the_line_that_installs_it_is_told(book: Path):
    script = (
        "import sys; sys.modules['starlette'] = None; sys.argv = ['cardscan', 'review', '--no-browser'];"
        "from cardscan.cli.app import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "pip install 'cardscan-followup[review]'" in done.stderr


def test_two_pages_at_a_time_do_not_disturb_each_other(command: Live, book: Path):
    with served(book) as second:
        first_visitor, second_visitor = command.visitor(), second.visitor()
        second_visitor.cookies.update(first_visitor.cookies)
        assert first_visitor.get(command.address("/queue")).ok
        assert second_visitor.get(second.address("/queue")).ok


def _values(page) -> list[str]:
    script = "[...document.querySelectorAll('input')].map(one => one.value)"
    return json.loads(page.evaluate(f"JSON.stringify({script})"))
