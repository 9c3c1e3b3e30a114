"""What the watch is made of, each by itself."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.errors import UsageError
from cardscan.ocr.folder import shown
from cardscan.watch.arrivals import Arrivals
from cardscan.watch.claims import Delivery, claim, deliver, sweep
from cardscan.watch.moving import put
from cardscan.watch.names import is_in_the_making, plain_name
from cardscan.watch.remote import is_remote, type_of
from cardscan.watch.rooms import Rooms, make_rooms
from cardscan.watch.turns import Turn

if TYPE_CHECKING:
    from collections.abc import Iterator

JPEG = b"\xff\xd8\xff\xe0 a photo"


@pytest.mark.parametrize(
    "name",
    [
        *("card.jpg.part", "card.jpg.crdownload", "Unconfirmed 12345.crdownload", "card.jpg.tmp", "card.TMP"),
        *(".card.jpg.Xa31bc", "~syncthing~card.jpg.tmp", ".syncthing.card.jpg.tmp", ".IMG_1.jpg.icloud"),
        *(
            ".dropbox.cache",
            "card.jpg.filepart",
            "card.jpg.~1f2e",
            "~$card.pdf",
            "card.jpg~",
            ".~lock.a.pdf#",
        ),
    ],
)
def test_names_of_files_in_the_making(name: str):
    assert is_in_the_making(name)


@pytest.mark.parametrize("name", ["card.jpg", "partner.png", "a.part.jpg", "tmp.jpg", "IMG_1~2.jpg", "part"])
def test_names_of_files_that_are_whole(name: str):
    assert not is_in_the_making(name)


@given(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=300))
def test_every_name_becomes_one_that_is_shown_as_it_is(name: str):
    plain = plain_name(name)
    assert shown(PurePosixPath(plain)) == plain
    assert 0 < len(plain.encode()) <= 140
    assert not plain.startswith(".")
    assert "; " not in plain
    assert plain_name(plain) == plain


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("IMG_1.JPG", "IMG_1.JPG"),
        ("a\x1b[31mb\u202egpj.exe.jpg", "a_[31mb_gpj.exe.jpg"),
        ("..\\..\\x.jpg", "_.._x.jpg"),
        ("nul.jpg", "_nul.jpg"),
        (os.fsdecode(b"\xff\xfe.jpg"), "__.jpg"),
        ("   ", "photo"),
        ("é" * 200 + ".jpg", "é" * 60 + ".jpg"),
    ],
)
def test_a_hostile_name_becomes_a_plain_one(name: str, plain: str):
    assert plain_name(name) == plain


def test_a_file_is_put_over_no_other(tmp_path: Path):
    room = tmp_path / "room"
    room.mkdir()
    for number in (1, 2):
        source = tmp_path / "card.jpg"
        source.write_bytes(JPEG + bytes([number]))
        put(source, room, "card.jpg")
        assert not source.exists()
    assert sorted(path.read_bytes() for path in room.iterdir()) == [JPEG + b"\1", JPEG + b"\2"]


def test_the_same_content_under_the_same_name_is_one_file(tmp_path: Path):
    room = tmp_path / "room"
    room.mkdir()
    for _ in range(2):
        source = tmp_path / "card.jpg"
        source.write_bytes(JPEG)
        assert put(source, room, "card.jpg") == room / "card.jpg"
    assert [path.name for path in room.iterdir()] == ["card.jpg"]
    assert not source.exists()


def test_a_link_in_the_place_is_neither_followed_nor_replaced(tmp_path: Path):
    room = tmp_path / "room"
    room.mkdir()
    (room / "card.jpg").symlink_to(tmp_path / "elsewhere")
    source = tmp_path / "card.jpg"
    source.write_bytes(JPEG)
    assert put(source, room, "card.jpg") != room / "card.jpg"
    assert not (tmp_path / "elsewhere").exists()


@pytest.fixture
def other_drive(tmp_path: Path) -> Iterator[Path]:
    """A folder on another file system than the temporary ones."""
    memory = Path("/dev/shm")  # noqa: S108 - it is the other file system, not the place
    if not memory.is_dir() or memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is one file system only")
    folder = Path(tempfile.mkdtemp(dir=memory, prefix="cardscan-tests-"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def rooms(tmp_path: Path) -> Rooms:
    return rooms_of(tmp_path / "inbox")


def rooms_of(inbox: Path, archive: Path | None = None) -> Rooms:
    inbox.mkdir(exist_ok=True)
    return make_rooms(inbox, archive)


def photo(rooms: Rooms, name: str = "card.jpg", content: bytes = JPEG) -> Path:
    path = rooms.inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def test_a_photo_from_another_drive_is_moved_whole(tmp_path: Path, other_drive: Path):
    rooms = rooms_of(other_drive / "inbox", tmp_path / "read")
    path = photo(rooms)
    os.utime(path, (1, 1_700_000_000))
    assert claim(rooms, path)
    assert [path.name for path in rooms.inbox.iterdir()] == [rooms.claimed_there.name]
    (rooms.archive / ".0123456789abcdef.part").write_bytes(b"half a copy of a run that was killed")
    sweep(rooms)
    assert deliver(rooms).placed == (rooms.archive / "card.jpg",)
    assert (rooms.archive / "card.jpg").read_bytes() == JPEG
    assert (rooms.archive / "card.jpg").stat().st_mtime == 1_700_000_000
    assert list(rooms.inbox.iterdir()) == []
    assert sorted(path.name for path in rooms.archive.iterdir()) == [".cardscan", "card.jpg"]


def test_a_copy_whose_original_was_not_taken_away_yet_is_no_second_photo(tmp_path: Path, other_drive: Path):
    rooms = rooms_of(other_drive / "inbox", tmp_path / "read")
    claim(rooms, photo(rooms))
    (claimed,) = rooms.claimed_there.iterdir()
    (rooms.archive / "card.jpg").write_bytes(claimed.read_bytes())
    assert deliver(rooms) == Delivery(copies=(("card.jpg", "card.jpg"),))
    assert list(rooms.inbox.iterdir()) == []


def test_a_picture_lies_in_the_archive_once_under_its_first_name(rooms: Rooms):
    for name in ("b.jpg", "a.jpg"):
        claim(rooms, photo(rooms, name))
        delivery = deliver(rooms)
    assert delivery == Delivery(copies=(("a.jpg", "b.jpg"),))
    assert [path.name for path in rooms.archive.glob("*.jpg")] == ["b.jpg"]
    assert list(rooms.claimed.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read all")
def test_a_file_that_may_not_be_read_holds_up_no_other(tmp_path: Path, other_drive: Path):
    rooms = rooms_of(other_drive / "inbox", tmp_path / "read")
    photo(rooms, "a.jpg").chmod(0)
    for path in (rooms.inbox / "a.jpg", photo(rooms, "b.jpg", JPEG + JPEG)):
        claim(rooms, path)
    delivery = deliver(rooms)
    assert [path.name for path in delivery.placed] == ["b.jpg"]
    assert len(delivery.stuck) == 1


def test_of_many_who_claim_a_photo_one_gets_it(rooms: Rooms):
    paths = [photo(rooms, f"{number}.jpg", JPEG + bytes([number])) for number in range(40)]
    got: list[Path] = []

    def take() -> None:
        got.extend(path for path in paths if claim(rooms, path))

    threads = [threading.Thread(target=take) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(got) == sorted(paths)
    assert len(deliver(rooms).placed) == 40


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot rename by an open folder")
def test_a_folder_that_became_a_link_leads_to_nothing(rooms: Rooms, tmp_path: Path):
    path = photo(rooms, "camera/card.jpg")
    outside = tmp_path / "outside"
    (rooms.inbox / "camera").rename(outside)
    (rooms.inbox / "camera").symlink_to(outside)
    with pytest.raises(OSError, match="camera"):
        claim(rooms, path)
    assert (outside / "card.jpg").exists()
    assert Arrivals(rooms.inbox, 0).look().settled == ()


def test_a_file_that_became_a_link_is_not_taken(rooms: Rooms, tmp_path: Path):
    path = photo(rooms)
    path.rename(tmp_path / "outside.jpg")
    path.symlink_to(tmp_path / "outside.jpg")
    assert not claim(rooms, path)
    assert path.is_symlink()
    assert deliver(rooms) == Delivery()


def test_a_hard_link_is_a_photo_like_any_other(rooms: Rooms, tmp_path: Path):
    (tmp_path / "kept.jpg").write_bytes(JPEG)
    path = rooms.inbox / "card.jpg"
    path.hardlink_to(tmp_path / "kept.jpg")
    assert claim(rooms, path)
    assert deliver(rooms).placed == (rooms.archive / "card.jpg",)
    assert (tmp_path / "kept.jpg").read_bytes() == JPEG


@pytest.mark.parametrize(
    ("archive", "quarantine"),
    [
        ("inbox", None),
        ("inbox/read", None),
        (".", None),
        ("read", "read"),
        ("read", "read/not"),
        ("read", "inbox/camera/not"),
        ("way-in", None),
        ("read", "way-in/not"),
    ],
)
def test_folders_that_overlap_are_refused(archive: str, quarantine: str | None, tmp_path: Path):
    (tmp_path / "inbox" / "camera").mkdir(parents=True)
    (tmp_path / "way-in").symlink_to(tmp_path / "inbox" / "camera")
    with pytest.raises(UsageError, match="none inside of another"):
        make_rooms(tmp_path / "inbox", tmp_path / archive, tmp_path / quarantine if quarantine else None)


def test_an_own_folder_that_leads_elsewhere_is_refused(tmp_path: Path):
    rooms = rooms_of(tmp_path / "inbox")
    rooms.claimed.rmdir()
    rooms.claimed.symlink_to(tmp_path)
    with pytest.raises(UsageError, match="leads elsewhere"):
        rooms_of(tmp_path / "inbox")


class Clock:
    """Time that passes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_file_settles_when_size_and_time_have_stayed(rooms: Rooms):
    clock = Clock()
    arrivals = Arrivals(rooms.inbox, 3, clock)
    path = photo(rooms)
    assert arrivals.look().growing == 1
    clock.now = 2.9
    path.write_bytes(JPEG + JPEG)
    assert arrivals.look().growing == 1
    clock.now = 5.8
    assert arrivals.look().settled == ()
    os.utime(path, (1, 1))
    clock.now = 6.0
    assert arrivals.look().settled == ()
    clock.now = 9.0
    assert arrivals.look().settled == (path,)


def test_the_empty_place_that_a_browser_keeps_is_left_until_the_download_is_done(rooms: Rooms):
    clock = Clock()
    arrivals = Arrivals(rooms.inbox, 1, clock)
    path = photo(rooms, content=b"")
    photo(rooms, "card.jpg.part")
    for clock.now in (0, 2):
        assert arrivals.look().settled == ()
    (rooms.inbox / "card.jpg.part").replace(path)
    for clock.now in (3, 5):
        look = arrivals.look()
    assert look.settled == (path,)


def test_an_empty_file_is_told_once_and_taken_when_it_is_filled(rooms: Rooms):
    clock = Clock()
    arrivals = Arrivals(rooms.inbox, 1, clock)
    path = photo(rooms, content=b"")
    told = []
    for clock.now in (0, 2, 4):
        told += arrivals.look().passed
    assert told == [(path, "an empty file")]
    path.write_bytes(JPEG)
    for clock.now in (5, 7):
        look = arrivals.look()
    assert look.settled == (path,)


def test_hidden_folders_and_what_a_server_keeps_are_not_looked_into(rooms: Rooms):
    for name in (".stversions/a.jpg", "@eaDir/a.jpg", ".~tmp~/a.jpg"):
        photo(rooms, name)
    wanted = photo(rooms, "2026/november/a.jpg")
    assert Arrivals(rooms.inbox, 0).look().settled == (wanted,)


def test_a_turn_is_had_by_one_and_free_when_it_is_let_go(tmp_path: Path):
    with Turn(tmp_path / "lock") as other:
        with Turn(tmp_path / "lock") as one:
            assert one.take()
            assert one.take()
            assert not other.take()
        assert other.take()


MOUNTS = r"""
22 1 8:1 / / rw shared:1 - ext4 /dev/sda1 rw
40 22 0:35 / /home/ada/server rw - nfs4 server:/photos rw
41 22 0:36 / /home/ada/two\040words rw - cifs //server/photos rw
42 22 0:37 / /home/ada/phone rw - fuse.sshfs ada@phone: rw
43 40 8:2 / /home/ada/server/disk rw - xfs /dev/sdb1 rw
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/ada", "ext4"),
        ("/home/ada/server", "nfs4"),
        ("/home/ada/server/inbox", "nfs4"),
        ("/home/ada/server-room", "ext4"),
        ("/home/ada/two words/inbox", "cifs"),
        ("/home/ada/phone", "fuse.sshfs"),
        ("/home/ada/server/disk/inbox", "xfs"),
    ],
)
def test_the_file_system_of_a_folder_is_that_of_the_nearest_mount(folder: str, kind: str):
    assert type_of(Path(folder), MOUNTS) == kind


def test_a_temporary_folder_is_on_no_network_drive(tmp_path: Path):
    assert not is_remote(tmp_path)
