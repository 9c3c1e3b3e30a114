from __future__ import annotations

import json
import os
import struct
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from cardscan.export import read_queue

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    Run = Callable[..., subprocess.CompletedProcess[str]]

FAILED = {
    "text.jpg": "there is none inside",
    "truncated.jpg": "",
    "zero.jpg": "empty (0 bytes)",
    "tiny.png": "too small",
    "huge.png": "more than 120 megapixels",
    "locked.pdf": "password",
    "empty.pdf": "",
    "broken-link.jpg": "leads nowhere",
}
IGNORED = ("._ada.png", ".DS_Store", "ada.xmp", "event.toml", "film.MOV", "moving.gif")


def as_pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj %s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    end = b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + head + end


def locked_pdf() -> bytes:
    keys = b"/O (%s) /U (%s)" % (b"o" * 32, b"u" * 32)
    return as_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 240 156] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 %s >>" % keys,
        trailer=b"/Encrypt 4 0 R /ID [<00> <00>]",
    )


def huge_png() -> bytes:
    """The start of a PNG of 500 megapixels; reading its header must be enough to refuse it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 25_000, 20_000, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def write_bad(folder: Path, card: Path) -> None:
    whole = folder / "truncated.jpg"
    Image.open(card).save(whole)
    whole.write_bytes(whole.read_bytes()[:-4000])
    (folder / "text.jpg").write_text("no picture at all")
    (folder / "zero.jpg").touch()
    Image.new("RGB", (1, 1)).save(folder / "tiny.png")
    (folder / "huge.png").write_bytes(huge_png())
    (folder / "locked.pdf").write_bytes(locked_pdf())
    (folder / "empty.pdf").write_bytes(
        as_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>")
    )
    (folder / "broken-link.jpg").symlink_to(folder / "gone.jpg")


def write_other(folder: Path, card: Path) -> None:
    frames = [Image.new("RGB", (100, 60), colour) for colour in ("red", "blue")]
    frames[0].save(folder / "moving.gif", save_all=True, append_images=frames[1:])
    (folder / "film.MOV").write_bytes(b"\0\0\0\x14ftypqt  ")
    for name in ("._ada.png", ".DS_Store", "ada.xmp"):
        (folder / name).write_bytes(b"\0\5\x16\7")
    (folder / "event.toml").write_text("date = 2026-11-20\n")
    Image.new("RGB", (800, 600), (90, 110, 100)).save(folder / "wall.png")
    (folder / ".thumbnails").mkdir()
    (folder / ".thumbnails" / "small.png").write_bytes(card.read_bytes())


@pytest.fixture(scope="session")
def outcome(
    run: Run, draw: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory
) -> tuple[int, dict[str, Any], Path]:
    """Exit code, summary and queue of a scan of every bad input beside one good photo."""
    home = tmp_path_factory.mktemp("bad")
    lines = ("Ada Winter", "Head of Sales", "Northwind Tools Ltd", "ada.winter@example.com")
    card = draw(home / "photos" / "later" / "ada.png", lines)
    write_bad(home / "photos", card)
    write_other(home / "photos", card)
    if sys.platform.startswith("linux"):  # other systems do not take such names
        (home / "photos" / "new\nline.jpg").write_text("no picture")
        Path(os.fsdecode(os.fsencode(home / "photos") + b"/caf\xe9.jpg")).write_text("no picture")
    told = run("scan", "photos", "--json", "--quiet", cwd=home)
    return told.returncode, json.loads(told.stdout), home / "queue.csv"


def reasons(summary: dict[str, Any], status: str) -> dict[str, str]:
    return {file["photo"]: file["reason"] for file in summary[status]}


def test_a_scan_in_which_some_photos_failed_exits_with_10(outcome: tuple[int, dict[str, Any], Path]):
    assert outcome[0] == 10


def test_the_queue_holds_the_photos_that_did_not_fail(outcome: tuple[int, dict[str, Any], Path]):
    assert [row.photo for row in read_queue(outcome[2])] == [("later/ada.png",)]


@pytest.mark.parametrize(("name", "reason"), FAILED.items())
def test_a_photo_that_cannot_be_read_is_told_with_its_reason(
    name: str, reason: str, outcome: tuple[int, dict[str, Any], Path]
):
    told = reasons(outcome[1], "failed")[name]
    assert reason in told
    assert len(told) > 10


@pytest.mark.parametrize("name", IGNORED)
def test_a_file_that_is_no_photo_is_listed_and_not_failed(
    name: str, outcome: tuple[int, dict[str, Any], Path]
):
    assert reasons(outcome[1], "ignored")[name]


def test_a_photo_without_a_card_is_listed_and_not_failed(outcome: tuple[int, dict[str, Any], Path]):
    assert reasons(outcome[1], "no_card") == {"wall.png": "there is no text on it"}


def test_hidden_folders_are_not_read(outcome: tuple[int, dict[str, Any], Path]):
    assert ".thumbnails" not in json.dumps(outcome[1])


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems do not take such names")
@pytest.mark.parametrize("name", [r"new\nline.jpg", r"caf\xe9.jpg"])
def test_a_name_that_cannot_be_printed_is_told_in_a_printable_form(
    name: str, outcome: tuple[int, dict[str, Any], Path]
):
    assert name in reasons(outcome[1], "failed")


def test_no_half_written_file_is_left(outcome: tuple[int, dict[str, Any], Path]):
    left = {path.name for path in outcome[2].parent.iterdir()}
    assert left == {"photos", "queue.csv", ".queue.csv.cardscan"}
