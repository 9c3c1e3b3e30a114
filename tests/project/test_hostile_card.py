"""A card that attacks whatever its text gets to, scanned by the command and handed on everywhere."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from email import policy
from email.parser import BytesParser
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hostile_card import ESCAPES, MARK, TURNED, put_photo
from icalendar import Calendar
from PIL import Image

from cardscan.export import read_queue
from cardscan.export.exporters import EXPORTERS
from cardscan.export.guard import is_phone_cell
from cardscan.ocr.folder import BIDI_CONTROLS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DRIVES = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LEFT_BY_CAMERAS = (MARK.encode(), b"Exif\0", b"Photoshop 3.0", b"ns.adobe.com", b"adobe:ns:meta", b"JFXX")
PHONE = re.compile(r"\+44[ \d]+")
CELL = re.compile(r"<c [^>]*>.*?</c>", re.DOTALL)
WAITS = "2026-11-24T09:30"


@pytest.fixture(scope="module")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the card was scanned."""
    home = tmp_path_factory.mktemp("hostile-card")
    (home / "photos").mkdir()
    put_photo(home / "photos" / "eve.jpg")
    command = [sys.executable, "-m", "cardscan", "scan", "photos", "--event-date", "2026-11-20"]
    done = subprocess.run(
        [*command, "--event", "Autumn fair", "--records", "records.jsonl", "--json"],
        cwd=home,
        env=os.environ | {"CARDSCAN_BOOK": str(home / "book.db"), "CARDSCAN_TODAY": "2026-11-21T09:30"},
        capture_output=True,
        check=True,
    )
    (home / "summary.json").write_bytes(done.stdout)
    (home / "said").write_bytes(done.stderr)
    return home


@pytest.fixture
def command(scanned: Path, typed: Callable, monkeypatch: pytest.MonkeyPatch) -> Callable:
    """Runs a command in that folder, on the Tuesday after."""
    monkeypatch.setenv("CARDSCAN_BOOK", str(scanned / "book.db"))
    monkeypatch.setenv("CARDSCAN_TODAY", WAITS)
    monkeypatch.chdir(scanned)
    return typed


def is_harmless(text: str) -> bool:
    return not DRIVES.search(text) and not BIDI_CONTROLS & set(text)


def test_the_attack_is_in_the_queue_as_text(scanned: Path) -> None:
    (row,) = read_queue(scanned / "queue.csv")
    assert row.company.startswith("=HYPERLINK(")
    assert row.department == "@SUM(1+1)"
    assert row.job_title.startswith("+cmd|")
    assert "{{ 7 * 7 }}" in row.city
    assert "<b onclick" in row.street
    assert not [address for address in row.website if "script" in address]


def test_no_cell_of_a_table_is_run(scanned: Path, command: Callable) -> None:
    tables = [scanned / "queue.csv"]
    for name in EXPORTERS.names():
        done = command("export", "--to", name, "--all", "-o", f"to-{name}{EXPORTERS.make(name).suffix}")
        assert done.code == 0, done.said
    tables += sorted(scanned.glob("to-*.csv"))
    assert len(tables) > 5
    for table in tables:
        text = table.read_bytes().decode("utf-8-sig")
        assert is_harmless(text), table.name
        for delimiter in ",;\t":  # as spreadsheets of several countries split it
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            cells = [cell.lstrip(' "') for row in rows for cell in row if not is_phone_cell(cell)]
            runs = [cell for cell in cells if cell[:1] and cell[:1] in "=+-@＝"]
            assert [cell for cell in runs if not PHONE.fullmatch(cell)] == [], (table.name, delimiter)


def test_no_cell_of_a_workbook_is_a_formula_or_a_link_that_runs(scanned: Path, command: Callable) -> None:
    assert command("export", "--to", "xlsx", "--all", "--pictures", "-o", "book.xlsx").code == 0
    with zipfile.ZipFile(scanned / "book.xlsx") as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                xml = parts.read(name).decode()
                assert is_harmless(xml), name
                assert not [cell for cell in CELL.findall(xml) if "<f" in cell]
                assert "javascript" not in xml


def test_no_text_becomes_a_line_of_a_vcard_or_calendar(scanned: Path, command: Callable) -> None:
    command("export", "--to", "vcard", "--all", "-o", "eve.vcf")
    command("export", "--to", "ics", "--all", "-o", "eve.ics")
    card = Calendar.from_ical((scanned / "eve.vcf").read_bytes())
    assert [str(card["FN"]), str(card.get("NOTE"))] == ["Eve Marlowe", "Met at Autumn fair on 2026-11-20."]
    calendar = Calendar.from_ical((scanned / "eve.ics").read_bytes())
    assert len(calendar.walk("VEVENT")) == 1
    for name in ("eve.vcf", "eve.ics"):
        assert is_harmless((scanned / name).read_bytes().decode().replace("\r\n", "\n"))


class Page(HTMLParser):
    """What of a page would run."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.runs += [tag] if tag in ("script", "b", "img", "iframe", "object") else []
        self.runs += [name for name, value in attrs if name.startswith("on") or "javascript" in (value or "")]


def test_no_page_runs_what_is_on_the_card(scanned: Path, command: Callable) -> None:
    command("sheet", "calls", "-o", "calls.html")
    command("sheet", "letters", "--all", "-o", "letters.html")
    command("report", "Autumn", "-o", "report.html")
    for name in ("calls.html", "letters.html", "report.html"):
        text = (scanned / name).read_text("utf-8")
        page = Page()
        page.feed(text)
        assert (page.runs, is_harmless(text)) == ([], True), name
    assert "&lt;b onclick" in (scanned / "letters.html").read_text("utf-8")


def test_no_letter_runs_what_is_on_the_card(scanned: Path, command: Callable) -> None:
    command("drafts", "--to", "Eve", "-o", "drafts")
    (draft,) = (scanned / "drafts").glob("*.eml")
    mail = BytesParser(policy=policy.default).parsebytes(draft.read_bytes())
    assert mail["To"] is not None
    assert str(mail["To"].addresses[0].addr_spec) == "eve@hostile.example"
    assert "Bcc" not in mail
    body = mail.get_body().get_content()
    assert is_harmless(body.replace("\r", ""))
    assert "49" not in body


@pytest.mark.parametrize(
    "words",
    [
        ("today",),
        ("who", "Eve"),
        ("report", "Autumn"),
        ("export-person", "Eve"),
        ("export", "queue.csv", "--to", "jsonl", "-o", "-"),
        ("duplicates",),
        ("drafts", "--to", "Eve", "--mailto"),
    ],
    ids=lambda words: words[0],
)
def test_no_command_drives_the_terminal(command: Callable, words: tuple[str, ...]) -> None:
    done = command(*words)
    assert is_harmless(done.out), repr(DRIVES.findall(done.out))
    assert is_harmless(done.said)


def test_json_holds_the_text_and_drives_no_terminal(scanned: Path, command: Callable) -> None:
    (line,) = (scanned / "records.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["photo"] == "eve.jpg"
    for name in ("records.jsonl", "summary.json", "said"):
        assert is_harmless((scanned / name).read_text("utf-8")), name
    reading = json.loads(line)["reading"]
    reading["lines"][0]["words"][0]["text"] += ESCAPES + TURNED
    (scanned / "reading.json").write_text(json.dumps(reading))
    for options in ((), ("--json",)):
        told = command("parse", "reading.json", *options)
        assert told.code == 0, told.said
        assert is_harmless(told.out)


def _pieces(path: Path) -> Iterator[tuple[str, bytes]]:
    """What is in a file, and in the files inside it, unpacked."""
    data = path.read_bytes()
    yield path.name, data
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            yield from ((name, parts.read(name)) for name in parts.namelist())
    if path.suffix == ".vcf":
        whole = data.replace(b"\r\n ", b"")
        found = re.search(rb"PHOTO[^:]*:(?:data:image/jpeg;base64,)?([^\r]+)", whole)
        assert found is not None
        yield "the photo of the vCard", base64.b64decode(found[1])


def test_nothing_that_the_camera_wrote_leaves(scanned: Path, command: Callable) -> None:
    assert MARK.encode() in (scanned / "photos" / "eve.jpg").read_bytes()
    pictures = ("--all", "--pictures", "-o")
    command("export", "--to", "xlsx", *pictures, "with.xlsx")
    command("export", "--to", "vcard", *pictures, "with-3.vcf")
    command("export", "--to", "vcard", "--vcard-version", "4.0", *pictures, "with-4.vcf")
    assert command("show", "photos/eve.jpg", "-o", "shown.png").code == 0
    seen = 0
    for path in (one for one in scanned.rglob("*") if one.is_file() and one.parent.name != "photos"):
        if path.name.startswith("to-") and path.suffix == ".vcf":
            continue  # without a picture
        pieces = _pieces(path) if not path.name.startswith("eve.") else iter([(path.name, path.read_bytes())])
        for name, data in pieces:
            assert not [mark for mark in LEFT_BY_CAMERAS if mark in data], (path.name, name)
            if data.startswith((b"\xff\xd8", b"\x89PNG")):
                seen += 1
                with Image.open(io.BytesIO(data)) as picture:
                    assert (
                        dict(picture.getexif()),
                        set(picture.info) - {"dpi", "jfif", "jfif_unit", "jfif_version", "jfif_density"},
                    ) == ({}, set()), name
    assert seen >= 4, "of the workbook, both vCards, and what was shown"
