"""Pictures from a phone are told by their content, named by us, and written whole or not at all."""

from __future__ import annotations

import io
import stat
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from share_served import AT, PHOTOS

from cardscan.review.share import inbox as module
from cardscan.review.share.inbox import MAX_FILE_BYTES, MAX_FILES, Inbox, Received

if TYPE_CHECKING:
    from pathlib import Path

JPEG = b"\xff\xd8\xff\xe0" + b"picture"


@pytest.fixture
def inbox(tmp_path: Path) -> Inbox:
    return Inbox(tmp_path / "fair", lambda: AT)


def names(inbox: Inbox) -> list[str]:
    return sorted(path.name for path in inbox.folder.iterdir()) if inbox.folder.exists() else []


@pytest.mark.parametrize(
    ("photo", "suffix"),
    [
        ("lantern_dark.jpg", ".jpg"),
        ("cinderpath_render.png", ".png"),
        ("embruns_iphone.heic", ".heic"),
        ("garrigue_colour.webp", ".webp"),
        ("spreewinkel_scan.tif", ".tif"),
    ],
)
def test_a_picture_is_kept_byte_by_byte_under_a_name_of_ours(inbox: Inbox, photo: str, suffix: str):
    data = (PHOTOS / photo).read_bytes()
    received = inbox.take(io.BytesIO(data))
    assert received == Received(name=f"20261123-093000-001{suffix}")
    assert names(inbox) == [received.name]
    assert (inbox.folder / received.name).read_bytes() == data


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_nobody_else_may_look_at_it(inbox: Inbox):
    received = inbox.take(io.BytesIO(JPEG))
    assert stat.S_IMODE((inbox.folder / received.name).stat().st_mode) == 0o600
    assert stat.S_IMODE(inbox.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + bytes(2_000),
        b"%PDF-1.7\n",
        b"GIF89a" + bytes(20),
        b"BM" + bytes(12) + b"\x28\0\0\0" + bytes(100),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<!doctype html><script>alert(1)</script>",
        b"\x7fELF" + bytes(100),
        b"\0\0\0\x1cftypavif" + bytes(20),
        b"#!/bin/sh\n",
        b"\xff",
    ],
)
def test_what_is_no_picture_from_a_phone_is_refused_and_leaves_nothing(inbox: Inbox, data: bytes):
    assert inbox.take(io.BytesIO(data)) == Received(refused="no_picture")
    assert names(inbox) == []


def test_nothing_at_all_is_told_as_that(inbox: Inbox):
    assert inbox.take(io.BytesIO()) == Received(refused="empty")


def test_a_picture_of_the_largest_size_is_taken_and_one_byte_more_is_not(inbox: Inbox, tmp_path: Path):
    with (tmp_path / "large").open("w+b") as large:
        large.write(JPEG)
        large.truncate(MAX_FILE_BYTES + 1)
        assert inbox.take(large) == Received(refused="too_large")
        large.truncate(MAX_FILE_BYTES)
        assert inbox.take(large).name
    assert len(names(inbox)) == 1


def test_the_same_content_is_one_file(inbox: Inbox):
    first = inbox.take(io.BytesIO(JPEG))
    other = inbox.take(io.BytesIO(JPEG + b"!"))
    assert inbox.take(io.BytesIO(JPEG)) == first
    assert names(inbox) == [first.name, other.name]


def test_what_lies_in_the_folder_since_an_earlier_time_is_known(inbox: Inbox):
    first = inbox.take(io.BytesIO(JPEG))
    later = Inbox(inbox.folder, lambda: AT.replace(hour=15))
    assert later.take(io.BytesIO(JPEG)) == first


def test_a_photo_that_was_taken_away_or_changed_since_is_taken_again(inbox: Inbox):
    first = inbox.take(io.BytesIO(JPEG))
    (inbox.folder / first.name).unlink()
    second = inbox.take(io.BytesIO(JPEG))
    (inbox.folder / second.name).write_bytes(JPEG + b"edited")
    third = inbox.take(io.BytesIO(JPEG))
    assert names(inbox) == [second.name, third.name]


@pytest.mark.skipif(sys.platform == "win32", reason="links need permission there")
def test_a_link_with_the_same_content_is_not_followed(inbox: Inbox, tmp_path: Path):
    (tmp_path / "elsewhere.jpg").write_bytes(JPEG)
    inbox.folder.mkdir()
    (inbox.folder / "link.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    assert inbox.take(io.BytesIO(JPEG)).name == "20261123-093000-001.jpg"


def test_no_file_is_written_over(inbox: Inbox):
    inbox.folder.mkdir()
    (inbox.folder / "20261123-093000-001.jpg").write_bytes(b"somebody's")
    assert inbox.take(io.BytesIO(JPEG)).name == "20261123-093000-002.jpg"
    assert (inbox.folder / "20261123-093000-001.jpg").read_bytes() == b"somebody's"


def test_many_at_a_time_all_have_their_own_name(inbox: Inbox):
    with ThreadPoolExecutor(8) as team:
        received = list(team.map(lambda number: inbox.take(io.BytesIO(JPEG + bytes([number]))), range(40)))
    assert sorted(one.name for one in received) == names(inbox)
    assert len(names(inbox)) == 40


def test_at_some_time_it_is_enough(inbox: Inbox, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MAX_FILES", 2)
    taken = [inbox.take(io.BytesIO(JPEG + bytes([number]))) for number in range(3)]
    assert [one.refused for one in taken] == [None, None, "too_many"]
    assert MAX_FILES > 100


def test_the_disk_is_not_filled_to_its_end(inbox: Inbox, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(module, "MIN_FREE_BYTES", 1 << 60)
    assert inbox.take(io.BytesIO(JPEG)) == Received(refused="disk_full")
    assert names(inbox) == []


def test_a_folder_that_cannot_be_is_told(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"")
    assert Inbox(tmp_path / "file", lambda: AT).take(io.BytesIO(JPEG)).refused == "not_written"


def test_a_picture_that_breaks_off_leaves_nothing(inbox: Inbox):
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if size == module._PIECE_BYTES:
                raise OSError("the disk is gone")
            return super().read(size)

    assert inbox.take(Broken(JPEG)) == Received(refused="not_written")
    assert names(inbox) == []
