"""The page for phones takes pictures from the phone that was invited, and gives nobody anything."""

from __future__ import annotations

import http.client
import io
import os
import socket
import struct
import sys
import tempfile
import time
import zipfile
import zlib
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
import requests
from share_served import CARDSCAN, PHOTOS, Shared, shared

from cardscan.review.share import app as page
from cardscan.review.share import sharing as whole

if TYPE_CHECKING:
    from collections.abc import Iterator

JPEG = b"\xff\xd8\xff\xe0" + b"picture"
JSON = {"Accept": "application/json"}


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Shared]:
    with shared(tmp_path / "fair") as served:
        yield served


def send(live: Shared, visitor: requests.Session, *files: tuple[str, bytes], **headers: str):
    parts = [("photo", file) for file in files]
    return visitor.post(live.address("/photos"), files=parts, headers={**JSON, **headers})


def asked(live: Shared, request: bytes) -> bytes:
    """The answer to a request that is written by hand."""
    host, _, port = live.host.partition(":")
    with socket.create_connection((host, int(port)), timeout=20) as connection:
        connection.sendall(request)
        return connection.makefile("rb").read()


def head(live: Shared, visitor: requests.Session, **headers: object) -> bytes:
    """The head of a request as the phone would send it."""
    cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    said = {"Host": live.host, "Origin": f"http://{live.host}", "Cookie": cookies, **headers}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in said.items()]
    return "\r\n".join(["POST /photos HTTP/1.1", *lines, "", ""]).encode()


def multipart(*parts: bytes) -> bytes:
    disposition = b'--x\r\nContent-Disposition: form-data; name="photo"; filename="a.jpg"\r\n\r\n'
    return b"".join(disposition + part + b"\r\n" for part in parts) + b"--x--\r\n"


def temporary_files() -> set[str]:
    """The files without a name that this process, which serves, has open."""
    there = [os.path.realpath(path) for path in Path("/proc/self/fd").iterdir()]
    return {path for path in there if "(deleted)" in path and path.startswith(tempfile.gettempdir())}


def test_the_link_works_once_and_for_that_phone_alone(live: Shared):
    phone = live.visitor()
    assert phone.get(live.address("/")).status_code == 200
    assert phone.get(live.link).status_code == 200
    answer = requests.get(live.link, timeout=10)
    assert answer.status_code == 403
    assert "works once" in answer.text
    assert "set-cookie" not in answer.headers


def test_what_stands_in_the_link_is_no_cookie(live: Shared):
    phone = live.visitor()
    shown = live.link.partition("token=")[2]
    (cookie,) = phone.cookies
    assert cookie.value != shown
    answer = requests.get(live.address("/"), cookies={cookie.name: shown}, timeout=10)
    assert answer.status_code == 403


def test_scripts_and_other_pages_do_not_get_the_cookie(live: Shared):
    answer = requests.get(live.link, allow_redirects=False, timeout=10)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    said = answer.headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said


def test_without_the_link_nothing_is_seen_or_taken(live: Shared):
    stranger = requests.Session()
    stranger.headers["Origin"] = f"http://{live.host}"
    for path in ("/", "/state", "/static/upload.js", "/?token=", "/?token=x"):
        assert stranger.get(live.address(path)).status_code == 403
    assert send(live, stranger, ("a.jpg", JPEG)).status_code == 403
    assert live.taken == []


@pytest.mark.parametrize("origin", ["http://evil.example", "null", None])
def test_a_photo_from_another_page_is_refused(live: Shared, origin: str | None):
    phone = live.visitor()
    phone.headers.pop("Origin")
    assert send(live, phone, ("a.jpg", JPEG), **({"Origin": origin} if origin else {})).status_code == 403
    assert live.taken == []


def test_a_name_that_somebody_else_gave_this_computer_is_refused_and_the_link_stays_good(live: Shared):
    path = "/?" + live.link.partition("?")[2]
    answer = asked(live, f"GET {path} HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 421")
    assert b"set-cookie" not in answer.lower()
    live.visitor()


@pytest.mark.parametrize(
    "path",
    [
        "/queue",
        "/today",
        "/queue.csv",
        "/cards/x/card.jpg",
        "/static/page.css",
        "/static/",
        "/static/..%2fapp.py",
        "/static/..%2f..%2f..%2fpyproject.toml",
        "/photos/20261123-093000-001.jpg",
        "/20261123-093000-001.jpg",
    ],
)
def test_nothing_else_is_served(live: Shared, path: str):
    phone = live.visitor()
    send(live, phone, ("a.jpg", JPEG))
    assert phone.get(live.address(path)).status_code == 404


def test_its_own_files_come_with_their_types(live: Shared):
    phone = live.visitor()
    for name, kind in (
        ("upload.css", "text/css"),
        ("upload.js", "text/javascript"),
        ("icon.svg", "image/svg"),
    ):
        assert phone.get(live.address(f"/static/{name}")).headers["content-type"].startswith(kind)


def test_every_answer_says_what_a_browser_may_do_with_it(live: Shared):
    phone = live.visitor()
    answers = [phone.get(live.address(path)) for path in ("/", "/state", "/nothing", "/static/upload.js")]
    answers.append(phone.post(live.address("/photos"), data="x"))
    for answer in answers:
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Cache-Control"] == "no-store"


def test_a_plain_form_comes_back_to_the_page_that_tells_of_the_photo(live: Shared):
    phone = live.visitor()
    answer = phone.post(live.address("/photos"), files={"photo": ("a.jpg", JPEG)}, allow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "Photo 1, 09:30" in phone.get(live.address("/")).text
    assert live.taken == ["20261123-093000-001.jpg"]


def test_a_form_in_which_nothing_was_chosen_is_no_photo(live: Shared):
    phone = live.visitor()
    body = b'--x\r\nContent-Disposition: form-data; name="photo"; filename=""\r\n\r\n\r\n--x--\r\n'
    kind = "multipart/form-data; boundary=x"
    request = head(live, phone, Content_Type=kind, Content_Length=len(body), Connection="close") + body
    assert asked(live, request).startswith(b"HTTP/1.1 303")
    assert phone.get(live.address("/state")).json()["photos"] == []


def test_the_page_speaks_german(live: Shared):
    phone = live.visitor()
    phone.headers["Accept-Language"] = "de-DE"
    send(live, phone, ("a.zip", b"PK\x03\x04"))
    assert "Foto aufnehmen" in phone.get(live.address("/")).text
    (photo,) = phone.get(live.address("/state")).json()["photos"]
    assert "kein Bild" in photo["text"]


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.jpg",
        "..\\..\\evil.jpg",
        "/etc/evil.jpg",
        "C:\\evil.jpg",
        "evil.jpg\0.png",
        ".hidden.jpg",
        "<script>alert(1)</script>.jpg",
        "{{ 7 * 7 }}.jpg",
        "a" * 3_000 + ".jpg",
        "",
    ],
)
def test_the_name_of_a_photo_counts_for_nothing(live: Shared, name: str):
    phone = live.visitor()
    body = b"".join(
        (
            b'--x\r\nContent-Disposition: form-data; name="photo"; filename="',
            name.replace("\\", "\\\\").encode(),
            b'"\r\nContent-Type: text/html\r\n\r\n',
            JPEG,
            b"\r\n--x--\r\n",
        )
    )
    kind = {"Content-Type": "multipart/form-data; boundary=x", **JSON}
    answer = phone.post(live.address("/photos"), data=body, headers=kind)
    assert answer.status_code in {200, 400}  # the latter where the name cannot stand in a request
    assert set(live.taken) <= {"20261123-093000-001.jpg"}
    assert [path.name for path in live.folder.parent.iterdir()] == ["fair"]
    shown = phone.get(live.address("/")).text
    assert "evil" not in shown
    assert "alert" not in shown
    assert "49" not in shown


def test_an_archive_called_a_photo_is_refused(live: Shared):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("card.jpg", bytes(50_000_000))
    (photo,) = send(live, live.visitor(), ("card.jpg", bomb.getvalue())).json()["photos"]
    assert photo["state"] == "refused"
    assert "no picture" in photo["text"]
    assert live.taken == []


def test_a_picture_that_claims_to_be_huge_costs_nothing_and_is_told(tmp_path: Path):
    with shared(tmp_path / "fair", CARDSCAN) as live:
        phone = live.visitor()
        send(live, phone, ("card.png", _png_of(60_000, 60_000)))
        end = time.monotonic() + 60
        while (photo := phone.get(live.address("/state")).json()["photos"][0])["state"] != "failed":
            assert time.monotonic() < end
            time.sleep(0.1)
        assert photo["text"].startswith("Not read: ")
        assert "megapixels" in photo["text"]
    assert live.told == []


def _png_of(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def test_a_thousand_parts_are_refused_and_none_is_taken(live: Shared):
    phone = live.visitor()
    answer = send(live, phone, *(("a.jpg", JPEG + str(number).encode()) for number in range(1_000)))
    assert answer.status_code == 400
    assert "20 photos at most" in answer.json()["told"]
    assert live.taken == []


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"photo=" + b"x" * 100_000),
        ("application/json", b"{}"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=x", b"--y\r\n\r\n"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--\r\n"),
        ("multipart/form-data; boundary=x; charset=\xff", b"--x"),
        ("multipart/form-data; boundary=x", multipart(JPEG)[:-10]),
        ("multipart/form-data; boundary=" + "x" * 5_000, b"--x"),
    ],
)
def test_what_is_no_form_with_photos_is_refused(live: Shared, kind: str, body: bytes):
    phone = live.visitor()
    headers = {"Content-Type": kind.encode("latin-1"), **JSON}
    answer = phone.post(live.address("/photos"), data=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["photos"] == []
    assert phone.get(live.address("/")).status_code == 200


def test_ten_gigabytes_that_are_announced_are_not_waited_for(live: Shared):
    phone = live.visitor()
    kind = "multipart/form-data; boundary=x"
    answer = asked(live, head(live, phone, Content_Type=kind, Content_Length=10**10))
    assert answer.startswith(b"HTTP/1.1 413")
    assert b"too much at a time" in answer


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_ten_gigabytes_that_just_come_are_cut_off_and_leave_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(whole, "MAX_REQUEST_BYTES", 5_000_000)
    with shared(tmp_path / "fair") as live:
        phone, before = live.visitor(), temporary_files()
        connection = http.client.HTTPConnection(live.host, timeout=20)
        connection.putrequest("POST", "/photos")
        connection.putheader("Origin", f"http://{live.host}")
        connection.putheader("Cookie", "; ".join(f"{one.name}={one.value}" for one in phone.cookies))
        connection.putheader("Content-Type", "multipart/form-data; boundary=x")
        connection.putheader("Transfer-Encoding", "chunked")
        connection.endheaders()
        sent = _sent_before_it_is_cut_off(connection)
        connection.close()
        assert sent < 100_000_000  # what the network had under way
        assert live.taken == []
        assert temporary_files() == before
        assert send(live, phone, ("a.jpg", JPEG)).status_code == 200


def _sent_before_it_is_cut_off(connection: http.client.HTTPConnection) -> int:
    """Send a photo of ten gigabytes; how many bytes of it went."""
    piece = multipart(b"\xff\xd8\xff" + bytes(100_000))[: -len(b"\r\n--x--\r\n")]
    sent = 0
    try:
        while sent < 10**10:
            connection.send(b"%x\r\n%s\r\n" % (len(piece), piece))
            sent += len(piece)
            piece = bytes(1_000_000)
    except OSError:
        return sent
    return sent


def test_a_body_longer_than_promised_is_read_to_where_it_was_promised(live: Shared):
    phone = live.visitor()
    body = multipart(JPEG)
    kind = "multipart/form-data; boundary=x"
    request = head(live, phone, Content_Type=kind, Content_Length=len(body), Connection="close")
    answer = asked(live, request + body + b"GET /state HTTP/1.1\r\n" + b"x" * 100_000)
    assert answer.startswith(b"HTTP/1.1 303")
    assert answer.count(b"HTTP/1.1") == 1
    assert len(live.taken) == 1
    assert phone.get(live.address("/")).status_code == 200


@pytest.mark.skipif(sys.platform != "linux", reason="it looks into /proc")
def test_a_phone_that_leaves_half_way_leaves_nothing(
    live: Shared, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
):
    phone, before = live.visitor(), temporary_files()
    kind = "multipart/form-data; boundary=x"
    host, _, port = live.host.partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        body = multipart(b"\xff\xd8\xff" + bytes(3_000_000))
        connection.sendall(head(live, phone, Content_Type=kind, Content_Length=10**8) + body[:-20])
    end = time.monotonic() + 10
    while temporary_files() != before and time.monotonic() < end:
        time.sleep(0.05)
    assert send(live, phone, ("a.jpg", JPEG)).status_code == 200
    assert len(live.taken) == 1
    assert temporary_files() == before
    assert "Traceback" not in capfd.readouterr().err + caplog.text


def test_a_slow_phone_is_told_and_keeps_nobody_else_waiting(tmp_path: Path):
    with shared(tmp_path / "fair", upload_s=1.5) as live:
        phone = live.visitor()
        kind = "multipart/form-data; boundary=x"
        request = head(live, phone, Content_Type=kind, Content_Length=10**6) + multipart(JPEG)[:-9]
        answers: list[bytes] = []
        slow = Thread(target=lambda: answers.append(asked(live, request)))
        slow.start()
        time.sleep(0.2)
        assert send(live, phone, ("a.jpg", JPEG)).status_code == 200
        assert slow.is_alive()
        slow.join()
        assert answers[0].startswith(b"HTTP/1.1 408")
        assert len(live.taken) == 1


def test_a_full_disk_is_told_before_anything_is_taken(live: Shared, monkeypatch: pytest.MonkeyPatch):
    from cardscan.review.share import inbox  # noqa: PLC0415 - only to make the disk full

    monkeypatch.setattr(inbox, "MIN_FREE_BYTES", 1 << 60)
    answer = send(live, live.visitor(), ("a.jpg", JPEG))
    assert answer.status_code == 507
    assert "no room" in answer.json()["told"]
    assert live.taken == []


def test_the_same_photo_twice_is_one_file(live: Shared):
    phone = live.visitor()
    send(live, phone, ("a.jpg", JPEG), ("b.jpg", JPEG))
    send(live, phone, ("c.jpg", JPEG))
    assert live.taken == ["20261123-093000-001.jpg"]


def test_a_phone_sees_only_what_it_sent(live: Shared):
    (live.folder / "earlier.jpg").write_bytes((PHOTOS / "coffee.jpg").read_bytes())
    phone = live.visitor()
    send(live, phone, ("a.jpg", JPEG))
    state = phone.get(live.address("/state")).json()
    assert [photo["label"] for photo in state["photos"]] == ["Photo 1, 09:30"]
    assert "earlier" not in phone.get(live.address("/")).text


def test_of_many_photos_the_latest_are_shown(live: Shared, monkeypatch: pytest.MonkeyPatch):
    phone = live.visitor()
    for _ in range(6):
        send(live, phone, *(("a.zip", b"PK\x03\x04") for _ in range(20)))
    shown = phone.get(live.address("/state")).json()["photos"]
    assert [photo["number"] for photo in shown] == list(range(120, 20, -1))


def test_requests_wait_for_their_turn(live: Shared):
    phone = live.visitor()
    kind = "multipart/form-data; boundary=x"
    host, _, port = live.host.partition(":")
    begun = [socket.create_connection((host, int(port)), timeout=10) for _ in range(page._AT_A_TIME)]
    try:
        for connection in begun:
            connection.sendall(head(live, phone, Content_Type=kind, Content_Length=10**6))
        third = Thread(target=lambda: send(live, phone, ("a.jpg", JPEG)))
        time.sleep(0.2)
        third.start()
        third.join(0.5)
        assert third.is_alive()
        assert live.taken == []
        assert phone.get(live.address("/state")).status_code == 200
    finally:
        for connection in begun:
            connection.close()
    third.join(10)
    assert len(live.taken) == 1
