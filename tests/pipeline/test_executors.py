from __future__ import annotations

import multiprocessing
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from stand_in_readers import CrashingReader, ShadeReader, UninstalledReader

from cardscan.errors import MissingExtraError, UsageError
from cardscan.pipeline.executors import ProcessExecutor, SerialExecutor, choose_executor
from cardscan.pipeline.job import Job
from cardscan.pipeline.scan import scan_folder

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def test_the_queue_is_the_same_for_any_number_of_workers(photos: Path):
    queues = [
        scan_folder(photos, event_date="2026-11-20", reader=ShadeReader(), workers=workers, now=NOW).followups
        for workers in (1, 2)
    ]
    assert queues[0] == queues[1]
    assert len(queues[0]) == 5


def test_a_worker_that_dies_costs_only_the_photo_it_was_reading(photos: Path):
    report = scan_folder(photos, event_date="2026-11-20", reader=CrashingReader(), workers=2, now=NOW)
    assert [(result.path, result.reason) for result in report.failed] == [
        ("person-3.png", "the reader crashed on this photo")
    ]
    assert [followup.photo for followup in report.followups] == [
        ("person-1.png",),
        ("person-2.png",),
        ("person-4.png",),
        ("person-5.png",),
    ]


def test_no_worker_is_left_when_the_work_is_broken_off(photos: Path):
    jobs = [Job(path=path, shown_as=path.name) for path in photos.iterdir()]
    results = ProcessExecutor(reader=ShadeReader(), workers=2).run(jobs)
    next(results)
    results.close()
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("workers", [1, 2])
def test_a_reader_that_is_not_installed_ends_the_scan(photos: Path, workers: int):
    with pytest.raises(MissingExtraError, match="pip install stand-in"):
        scan_folder(photos, event_date="2026-11-20", reader=UninstalledReader(), workers=workers)


def test_a_script_without_a_guard_is_told_what_to_write(photos: Path, tmp_path: Path):
    script = tmp_path / "script.py"
    script.write_text(
        "from cardscan import scan_folder\n"
        f"scan_folder({str(photos)!r}, event_date='2026-11-20', reader='rapidocr', workers=2)\n"
    )
    run = subprocess.run([sys.executable, script], capture_output=True, text=True, check=False, timeout=120)
    assert 'if __name__ == "__main__":' in run.stderr.splitlines()[-1]


def test_few_photos_are_read_in_this_process():
    assert isinstance(choose_executor("rapidocr", photos=4), SerialExecutor)


def test_there_are_never_more_workers_than_photos():
    assert choose_executor("rapidocr", photos=2, workers=8) == ProcessExecutor(reader="rapidocr", workers=2)


def test_no_workers_at_all_is_refused():
    with pytest.raises(UsageError, match="--workers 1"):
        choose_executor("rapidocr", photos=9, workers=0)
