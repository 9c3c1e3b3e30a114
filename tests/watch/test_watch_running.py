"""The watch as a process: started, stopped, killed and started again."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from watched import Watched, ended, kill, stop, wait_until

if TYPE_CHECKING:
    from pathlib import Path

PHOTOS = [f"IMG_{number}.jpg" for number in range(10, 22)]


@pytest.mark.parametrize("how", ["--workers=1", "--poll"], ids=["told of changes", "looking for changes"])
def test_what_arrives_is_read_and_a_stop_says_how_to_go_on(quick: Watched, how: str):
    pytest.importorskip("watchfiles")
    with quick.running(how) as process:
        quick.put("IMG_1.jpg")
        wait_until(lambda: quick.queue == ["IMG_1.jpg"])
        quick.put("camera/IMG_2.jpg")
        quick.put("IMG_3.jpg", b"bad")
        wait_until(lambda: quick.names(quick.quarantine) == ["IMG_3.jpg", "IMG_3.jpg.txt"])
        wait_until(lambda: not (quick.archive / ".cardscan" / "unread").exists())
        took, said = stop(process)
    assert process.returncode == 130
    assert took < 2
    assert "IMG_1.jpg: read\n" in said
    assert "IMG_3.jpg: it is damaged. (now in " in said
    assert "run the same command again to go on" in said
    assert "Traceback" not in said
    assert quick.names(quick.archive) == ["IMG_1.jpg", "IMG_2.jpg"]
    assert quick.times_read == {"IMG_1.jpg": 1, "IMG_2.jpg": 1}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process without asking")
def test_the_system_s_stop_in_the_middle_of_a_batch_takes_less_than_two_seconds(quick: Watched):
    for number in range(50):
        quick.put(f"IMG_{number}.jpg")
    with quick.running() as process:
        wait_until(lambda: quick.times_read)
        took, said = stop(process, signal.SIGTERM)
    assert process.returncode == 130
    assert took < 2
    assert "Traceback" not in said
    code, said = quick.once()
    assert code == 0
    assert sum(line.endswith(".jpg: read") for line in said.splitlines()) == 50
    assert len(quick.queue) == 50
    assert set(quick.times_read.values()) == {1}


def test_killed_at_any_moment_and_started_again_it_loses_nothing_and_reads_nothing_twice(quick: Watched):
    moments = random.Random(7)  # noqa: S311 - moments, no secrets
    for name in PHOTOS:
        quick.put(name)
    quick.put("IMG_5.jpg", b"bad")
    for with_children in (True, False):
        with ended(quick.start()) as process:
            wait_until(lambda: not (quick.inbox / "IMG_10.jpg").exists())
            quick.put("IMG_10.jpg", b"another of that name")
            time.sleep(moments.uniform(0.0, 0.5))
            kill(process, also_children=with_children)
    said = quick.once()[1]
    while "still under way" in said:
        said = quick.once()[1]
    assert "Traceback" not in said
    assert quick.names(quick.quarantine) == ["IMG_5.jpg", "IMG_5.jpg.txt"]
    others = set(quick.names(quick.archive)) - set(PHOTOS)
    assert [name[:7] for name in others] == ["IMG_10-"]
    assert quick.queue == quick.names(quick.archive)
    assert len(quick.queue) == len(PHOTOS) + 1
    assert set(quick.times_read.values()) == {1}
    assert quick.names(quick.inbox) == []


def test_two_watches_of_one_inbox_never_read_one_photo_twice(quick: Watched):
    for name in PHOTOS:
        quick.put(name)
    with (
        ended(quick.start("--once")) as one,
        ended(quick.start("--once", "--archive", "other", "-o", "other.csv")) as two,
    ):
        one.communicate(timeout=60)
        two.communicate(timeout=60)
    assert (one.returncode, two.returncode) == (0, 0)
    assert sorted([*quick.names(quick.archive), *quick.names(quick.home / "other")]) == PHOTOS
    assert set(quick.times_read.values()) == {1}


def test_the_second_watch_for_an_archive_waits_or_ends(quick: Watched):
    pytest.importorskip("watchfiles")
    with quick.running() as process:
        assert "it reads what is there" in quick.once()[1]
        with ended(quick.start()) as second:
            assert second.stderr is not None
            assert "begins when that one ends" in second.stderr.readline()
            kill(process)
            assert "Watching inbox" in second.stderr.readline()


def test_a_file_that_grows_is_read_when_it_is_whole(quick: Watched):
    path = quick.put("IMG_1.jpg", b"begin")
    with ended(quick.start("--once", "--settle", "1")) as process:
        end = time.monotonic() + 4
        while process.poll() is None and time.monotonic() < end:
            with path.open("ab") as stream:
                stream.write(b"more")
            time.sleep(0.1)
        process.communicate(timeout=60)
    assert quick.names(quick.inbox) == ["IMG_1.jpg"]
    assert quick.once()[0] == 0
    assert quick.queue == ["IMG_1.jpg"]


def test_a_photo_that_takes_the_whole_scan_down_costs_itself_alone(quick: Watched):
    quick.put("IMG_1.jpg")
    quick.put("IMG_2.jpg", b"crash")
    quick.put("IMG_3.jpg")
    code, said = quick.once()
    assert code == 10
    assert "IMG_2.jpg: reading it broke down. (now in " in said
    assert "IMG_3.jpg: read\n" in said
    assert quick.queue == ["IMG_1.jpg", "IMG_3.jpg"]
    assert quick.names(quick.quarantine) == ["IMG_2.jpg", "IMG_2.jpg.txt"]


def test_a_folder_that_vanishes_is_waited_for(quick: Watched):
    pytest.importorskip("watchfiles")
    with quick.running() as process:
        quick.inbox.rename(quick.home / "away")
        assert process.stderr is not None
        assert "is gone, and waited for" in process.stderr.readline()
        (quick.home / "away").rename(quick.inbox)
        assert "is there again" in process.stderr.readline()
        quick.put("IMG_1.jpg")
        wait_until(lambda: quick.queue == ["IMG_1.jpg"])
        quick.archive.rename(quick.home / "away")
        quick.put("IMG_2.jpg")
        assert any("is gone, and waited for" in process.stderr.readline() for _ in range(3))
        (quick.home / "away").rename(quick.archive)
        wait_until(lambda: quick.queue == ["IMG_1.jpg", "IMG_2.jpg"])
        stop(process)


@pytest.fixture
def small_drive(tmp_path: Path) -> Path:
    """Another file system with little room."""
    place = tmp_path / "drive"
    place.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=128k", "none", str(place)]
    if not shutil.which("mount") or subprocess.run(words, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_full_disk_loses_nothing_and_it_goes_on_when_there_is_room(quick: Watched, small_drive: Path):
    big = quick.put("IMG_1.jpg", os.urandom(100_000))
    content = big.read_bytes()
    filler = small_drive / "filler"
    filler.write_bytes(bytes(60_000))
    places = ("--archive", str(small_drive / "read"))
    code, said = quick.once(*places)
    assert code == 2
    assert "No space left on device" in said
    assert [path.read_bytes() for path in quick.inbox.rglob("*.jpg")] == [content]
    filler.unlink()
    assert quick.once(*places)[0] == 0
    assert (small_drive / "read" / "IMG_1.jpg").read_bytes() == content
    assert list(quick.inbox.iterdir()) == []
    assert quick.names(small_drive / "read") == ["IMG_1.jpg"]


def test_files_of_other_kinds_stay_and_are_told_once(quick: Watched, typed):
    (quick.inbox / "film.mov").write_bytes(b"film")
    (quick.inbox / "half.jpg.part").write_bytes(b"half")
    (quick.inbox / "half.jpg").write_bytes(b"")
    os.mkfifo(quick.inbox / "pipe.jpg")
    (quick.inbox / "way-out.jpg").symlink_to(quick.home / "book.db")
    run = typed("watch", "inbox", "--once", "--settle=.1")
    assert run.code == 0
    assert sorted(run.said.splitlines()) == [
        "film.mov stays where it is: a video",
        "pipe.jpg stays where it is: not an ordinary file",
        "way-out.jpg stays where it is: a link, which is not followed",
    ]
    assert quick.queue == []


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("--archive", "inbox/read"), "lies in"),
        (("--quarantine", "inbox"), "lies in"),
        (("--archive", "."), "lies in"),
        (("--archive", "no/such/place"), "cannot be made"),
        (("--reader", "no-such"), "no-such"),
        (("--country", "XX"), "XX"),
        (("--event-date", "someday"), "someday"),
        (("-o", "-"), "give it a file"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_moved(
    options: tuple[str, ...], sentence: str, typed, quick: Watched
):
    quick.put("IMG_1.jpg")
    run = typed("watch", "inbox", "--once", *options)
    assert run.code == 2
    assert sentence in run.said
    assert quick.names(quick.inbox) == ["IMG_1.jpg"]


def test_what_waits_for_changes_is_an_extra_that_once_does_not_need(
    quick: Watched, typed, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    run = typed("watch", "inbox")
    assert run.code == 3
    assert "pip install 'cardscan-followup[watch]'" in run.said
    assert not quick.archive.exists()
    assert typed("watch", "inbox", "--once", "--settle=.1").code == 0


def test_another_event_needs_an_archive_of_its_own(quick: Watched, typed):
    assert typed("watch", "inbox", "--settle=.1", "--once", "--event", "Autumn fair").code == 0
    assert "date = 2026-11-23" in (quick.archive / "event.toml").read_text()
    assert typed("watch", "inbox", "--settle=.1", "--once").code == 0
    other = typed("watch", "inbox", "--once", "--event", "Spring fair")
    assert other.code == 2
    assert "needs an archive of its own" in other.said
