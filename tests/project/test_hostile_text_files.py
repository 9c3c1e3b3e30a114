"""Files of text that others write: what fuzzing found in their readers, and what keeps a reader waiting."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from cardscan.errors import PhotoError, RecordError, ServerError
from cardscan.export import read_queue
from cardscan.export.push.multistatus import resources
from cardscan.export.safe_file import new_file
from cardscan.followup.event_file import read_event_file
from cardscan.followup.notes.sidecar import read_sidecars
from cardscan.followup.settings_file import read_settings
from cardscan.ocr.photo import open_photo
from cardscan.ocr.readers.recording import load
from cardscan.pipeline.saved import load_readings

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="a thing of POSIX")


@posix
def test_an_event_file_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "event.toml")
    with pytest.raises(RecordError, match="no ordinary file"):
        read_event_file(tmp_path)


@posix
def test_an_event_file_that_never_ends_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "event.toml").symlink_to("/dev/zero")
    with pytest.raises(RecordError, match="no ordinary file"):
        read_event_file(tmp_path)


@pytest.mark.parametrize("wanted", ["../ada.jpg", "../../etc/hostname", "/etc/hostname", "..\\ada.jpg"])
def test_a_table_of_notes_reaches_no_file_outside_of_its_photos(tmp_path: Path, wanted: str) -> None:
    (tmp_path / "ada.jpg").touch()
    (tmp_path / "notes.csv").write_text(f'photo,note\n"{wanted}\x1b[2J",call\n{wanted},call\n')
    found = read_sidecars(tmp_path, ("ada.jpg",))
    assert found.notes == {}
    assert len(found.unused) == 2
    assert "\x1b" not in "".join(found.unused)


@posix
def test_notes_in_a_pipe_are_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "ada.jpg").touch()
    os.mkfifo(tmp_path / "ada.jpg.txt")
    assert read_sidecars(tmp_path, ("ada.jpg",)).notes == {}


def test_settings_of_a_gigabyte_are_not_read(tmp_path: Path) -> None:
    with (tmp_path / "settings.toml").open("wb") as stream:
        stream.truncate(1_000_000_000)
    with pytest.raises(RecordError, match="larger than 1 MB"):
        read_settings(tmp_path / "settings.toml")


def test_a_number_of_thousands_of_digits_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "event.toml").write_text(f"date = {'9' * 5000}")
    with pytest.raises(RecordError, match="it is no TOML"):
        read_event_file(tmp_path)


def workbook(**changes: bytes) -> bytes:
    """An archive like a workbook, in which bytes are exchanged for others."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"<c r='A1'>" * 200)
    data = stream.getvalue()
    if "packed" in changes:
        start = data.index(b"sheet1.xml") + len(b"sheet1.xml")
        data = data[:start] + changes["packed"] + data[start + len(changes["packed"]) :]
    return data[len(changes.get("cut", b"")) :] if "cut" in changes else data


@pytest.mark.parametrize(
    "data",
    [
        workbook(packed=b"\xff" * 20),
        b"PK\x03\x04" + workbook(cut=b"0123456789"),
        workbook().replace(b"\x08\0", b"\x63\0"),
    ],
    ids=["packed wrongly", "cut", "packed in an unknown way"],
)
def test_a_damaged_workbook_is_no_queue(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "queue.xlsx").write_bytes(data)
    with pytest.raises(RecordError, match="no spreadsheet that can be read"):
        read_queue(tmp_path / "queue.xlsx")


def test_a_workbook_that_unpacks_to_far_more_than_people_take_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "queue.xlsx", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr("xl/sharedStrings.xml", b"A" * 30_000_000)
    with pytest.raises(RecordError, match="far larger than a queue"):
        read_queue(tmp_path / "queue.xlsx")


def test_a_cell_that_is_longer_than_any_note_is_refused(tmp_path: Path) -> None:
    import xlsxwriter  # noqa: PLC0415 - for this test alone

    path = tmp_path / "queue.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet().write_row(0, 0, ["contact_id", "event"])
    with zipfile.ZipFile(path) as parts:
        files = {name: parts.read(name) for name in parts.namelist()}
    files["xl/sharedStrings.xml"] = files["xl/sharedStrings.xml"].replace(
        b"event</t>", b"A" * 200_000 + b"</t>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, data in files.items():
            parts.writestr(name, data)
    with pytest.raises(RecordError, match="longer than any note"):
        read_queue(path)


@pytest.mark.parametrize(
    "answer",
    [
        b"<?xml version='1.0' encoding='ut-8'?><a/>",
        b"<?xml version='1.0' encoding='shift_jis'?><a/>",
        b"<d:response xmlns:d='DAV:'><d:href>http://[x</d:href></d:response>",
    ],
    ids=["unknown encoding", "encoding of several bytes", "address that is none"],
)
def test_an_answer_that_makes_no_sense_is_the_servers_fault(answer: bytes) -> None:
    with pytest.raises(ServerError, match="no WebDAV"):
        resources("https://dav.example/", answer)


def test_a_recording_of_brackets_is_none(tmp_path: Path) -> None:
    (tmp_path / "recording.json").write_text("[" * 100_000)
    with pytest.raises(RecordError, match="no recording"):
        load(tmp_path / "recording.json")


def test_many_lines_of_readings_take_a_time_that_grows_with_their_number() -> None:
    with pytest.raises(RecordError, match="no lines"):
        load_readings("[]\n" * 400_000, "x")  # half a minute, where the rest is copied each time


@posix
def test_a_file_in_the_making_is_private_and_the_whole_one_is_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with new_file(tmp_path / "queue.csv") as new:
        new.stream.write(b"Ada Winter")
        (hidden,) = tmp_path.glob(".queue.csv.*")
        assert hidden.stat().st_mode & 0o777 == 0o600
        new.put()
    assert (tmp_path / "queue.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("left", [b"", b"\xff\xd8\xff\xe0", None], ids=["emptied", "cut off", "gone"])
def test_a_photo_that_goes_while_it_is_read_is_told(
    tmp_path: Path, picture: bytes, left: bytes | None
) -> None:
    path = tmp_path / "card.png"
    path.write_bytes(picture)
    opened = open_photo(path, shown_as="card.png")
    if left is None:
        path.unlink()
    else:
        path.write_bytes(left)
    with pytest.raises(PhotoError, match="copy it again"):
        list(opened.pages())


@pytest.fixture
def picture() -> bytes:
    from PIL import Image  # noqa: PLC0415 - for these tests alone

    stream = io.BytesIO()
    Image.new("RGB", (100, 100)).save(stream, "PNG")
    return stream.getvalue()
