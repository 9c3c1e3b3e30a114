"""Photos from a phone are read by a process of its own, and what breaks it breaks nothing else."""

from __future__ import annotations

import json
import shutil
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import psutil
import pytest
from share_served import CARDSCAN, PHOTOS, scan_of

from cardscan.book.overview import overview
from cardscan.book.store import open_book
from cardscan.pipeline import scan_process
from cardscan.review.share.reading import Reached, Reading

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.pipeline.scan_process import Scan

CRASHES = """
import os, sys
from pathlib import Path
target = Path(sys.argv[2])
if target.name == "bad.jpg" or (target / "bad.jpg").exists():
    os.abort()
from cardscan.cli.app import main
main()
"""
"""The real command, but for one photo on which a decoder would take the process down."""

HANGS = """
import subprocess, sys, time
from pathlib import Path
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
Path(sys.argv[2], "child.txt").write_text(str(child.pid))
time.sleep(600)
"""

NOTES_DOWN = """
import json, os, sys
from pathlib import Path
said = {"typed": sys.argv[1:], "book": os.environ.get("CARDSCAN_BOOK")}
Path(sys.argv[2], "said.txt").write_text(json.dumps(said))
raise SystemExit(2)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "fair"
    made.mkdir()
    return made


def reading(scan: Scan, told: list[str] | None = None) -> closing[Reading]:
    return closing(Reading(scan, (told if told is not None else []).append))


def put(folder: Path, sample: str, name: str) -> str:
    shutil.copy(PHOTOS / sample, folder / name)
    return name


def wait(started: Reading) -> None:
    end = time.monotonic() + 120
    while started.is_busy:
        assert time.monotonic() < end
        time.sleep(0.02)


def people(book: Path) -> list[str]:
    with open_book(book) as opened, opened.reading() as session:
        return [line.full_name for line in overview(session)]


def test_photos_are_read_into_the_book_and_each_is_told_of(folder: Path, book: Path):
    told: list[str] = []
    with reading(scan_of(folder), told) as started:
        for sample, name in (("lantern_dark.jpg", "1.jpg"), ("broken.jpg", "2.jpg"), ("coffee.jpg", "3.jpg")):
            started.add(put(folder, sample, name))
        assert started.reached("1.jpg").state in {"waiting", "being_read"}
        wait(started)
        good, broken, coffee = (started.reached(name) for name in ("1.jpg", "2.jpg", "3.jpg"))
        assert people(book) == list(good.names)
        assert (good.state, good.why, len(good.names)) == ("read", "", 1)
        assert (broken.state, broken.names) == ("failed", ())
        assert "there is none inside" in broken.why
        assert "no name, e-mail" in coffee.why
        queue = folder / "queue.csv"
        assert good.names[0] in queue.read_text("utf-8-sig")
        _work_in(queue)
        before = queue.read_bytes()
        started.add(put(folder, "hollin_turned180.jpg", "4.jpg"))
        wait(started)
        assert started.reached("1.jpg") == good
        assert len(people(book)) == 2
        assert queue.read_bytes() == before
        assert started.reached("4.jpg").names[0] in (folder / "queue-2.csv").read_text("utf-8-sig")
    assert told == []


def _work_in(queue: Path) -> None:
    queue.write_bytes(queue.read_bytes().replace(b",new,", b",won,") + b"\r\n")


def test_a_photo_that_takes_the_process_down_is_set_aside_and_the_others_are_read(folder: Path, book: Path):
    told: list[str] = []
    program = (sys.executable, "-c", CRASHES)
    with reading(scan_of(folder, program), told) as started:
        for sample, name in (("lantern_dark.jpg", "good.jpg"), ("hollin_turned180.jpg", "bad.jpg")):
            put(folder, sample, name)
        started.add("bad.jpg")
        started.add("good.jpg")
        wait(started)
        assert started.reached("bad.jpg") == Reached(state="failed", trouble="crashed")
        assert started.reached("good.jpg").names == tuple(people(book))
        assert len(people(book)) == 1
    assert (folder / ".bad.jpg").exists()
    assert not (folder / "bad.jpg").exists()
    assert len(told) == 1
    assert "bad.jpg" in told[0]


def test_a_scan_that_never_ends_is_ended_with_all_that_it_started(
    folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(scan_process, "_START_S", 1)
    monkeypatch.setattr(scan_process, "_PHOTO_S", 0)
    with scan_of(folder, (sys.executable, "-c", HANGS)).whole(1) as running:
        outcome = running.outcome()
    assert outcome.has_crashed
    _is_over(folder)


def test_closing_ends_what_is_under_way_at_once(folder: Path):
    told: list[str] = []
    with reading(scan_of(folder, (sys.executable, "-c", HANGS)), told) as started:
        started.add(put(folder, "coffee.jpg", "1.jpg"))
        while not (folder / "child.txt").exists() or not (folder / "child.txt").read_text():
            time.sleep(0.02)
        start = time.monotonic()
    assert time.monotonic() - start < 2
    assert told == []
    assert (folder / "1.jpg").exists()
    _is_over(folder)


def _is_over(folder: Path) -> None:
    child = int((folder / "child.txt").read_text())
    end = time.monotonic() + 5
    while psutil.pid_exists(child) and psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < end
        time.sleep(0.02)


def test_nothing_is_started_before_the_first_photo_nor_after_the_end(folder: Path):
    started = Reading(scan_of(folder, ("no such program",)), print)
    assert started._thread is None
    assert not started.is_busy
    started.close()
    started.add("1.jpg")
    assert started._thread is None


def test_a_program_that_cannot_be_started_is_told(folder: Path):
    told: list[str] = []
    with reading(scan_of(folder, ("/no/such/program",)), told) as started:
        started.add(put(folder, "coffee.jpg", "1.jpg"))
        wait(started)
        assert started.reached("1.jpg") == Reached(state="failed", trouble="not_scanned")
    assert "could not be read" in told[0]


def test_what_is_wrong_with_the_command_is_told_on_the_computer_and_not_on_the_phone(folder: Path):
    told: list[str] = []
    scan = scan_of(folder, CARDSCAN, event_date="someday")
    with reading(scan, told) as started:
        started.add(put(folder, "coffee.jpg", "1.jpg"))
        wait(started)
        assert started.reached("1.jpg") == Reached(state="failed", trouble="not_scanned")
    assert len(told) == 1
    assert "'someday' is no date" in told[0]


def test_a_fault_of_the_program_hides_no_photo_and_its_last_line_is_told(folder: Path):
    told: list[str] = []
    fault = "raise KeyError('the fault')"
    with reading(scan_of(folder, (sys.executable, "-c", fault)), told) as started:
        started.add(put(folder, "coffee.jpg", "1.jpg"))
        wait(started)
    assert (folder / "1.jpg").exists()
    assert told == ["The photos from the phone could not be read. KeyError: 'the fault'"]


def test_a_photo_that_failed_is_tried_again_when_it_is_sent_again(folder: Path):
    told: list[str] = []
    with reading(scan_of(folder, ("/no/such/program",)), told) as started:
        for _ in range(2):
            started.add(put(folder, "coffee.jpg", "1.jpg"))
            wait(started)
    assert len(told) == 2


def test_no_value_passes_for_an_option_and_no_password_stands_in_the_command(folder: Path):
    scan = scan_of(
        folder,
        (sys.executable, "-c", NOTES_DOWN),
        event="--force --output=/tmp/x",
        book="postgresql://ada:secret@db.example/cardscan",
    )
    with reading(scan) as started:
        started.add(put(folder, "coffee.jpg", "1.jpg"))
        wait(started)
    said = json.loads((folder / "said.txt").read_text())
    assert said["typed"][:3] == ["scan", str(folder), "--event=--force --output=/tmp/x"]
    assert not any("secret" in word for word in said["typed"])
    assert said["book"] == "postgresql://ada:secret@db.example/cardscan"


@pytest.mark.skipif(sys.platform != "linux", reason="only there the memory of another process can be limited")
def test_the_memory_of_a_scan_is_limited(folder: Path):
    program = "import resource, sys; sys.exit(resource.getrlimit(resource.RLIMIT_AS)[0] != 8 << 30)"
    waits = f"import sys; sys.stdin.read(); import time; time.sleep(.2); {program}"
    with scan_of(folder, (sys.executable, "-c", waits)).whole(1) as running:
        running.outcome()
        assert running._process.returncode == 0
