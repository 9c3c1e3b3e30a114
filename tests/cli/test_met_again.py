"""``cardscan scan --earlier``: people from an earlier event."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cardscan.errors import ExitCode
from cardscan.export import read_queue

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Scanned

    Run = Callable[..., subprocess.CompletedProcess[str]]


def test_somebody_met_at_two_events_is_one_contact(run: Run, scanned: Scanned, tmp_path: Path):
    before = {row.full_name: row.contact_id for row in read_queue(scanned.queue)}
    photo = tmp_path / "again.png"
    shutil.copy(scanned.folder / "ada.png", photo)
    event = ("--event", "Winter fair", "--event-date", "2026-12-04")
    told = run("scan", photo, *event, "--earlier", scanned.queue, "-o", tmp_path / "winter.csv")
    assert told.returncode == 0, told.stderr
    (row,) = read_queue(tmp_path / "winter.csv")
    assert (row.contact_id, row.event) == (before["Ada Winter"], "Winter fair")
    assert row.notes == "met before: Autumn fair, 2026-11-20"
    assert "met before         1  see notes" in told.stderr


def test_earlier_queue_that_is_none_is_told_before_anything_is_read(
    run: Run, scanned: Scanned, tmp_path: Path
):
    other = tmp_path / "list.csv"
    other.write_text("fruit,price\npear,2\n")
    told = run("scan", scanned.folder, "--earlier", other, "-o", tmp_path / "queue.csv")
    assert told.returncode == ExitCode.USAGE
    assert "this is no queue" in told.stderr
    assert not (tmp_path / "queue.csv").exists()


def test_earlier_queue_is_never_overwritten(run: Run, scanned: Scanned, tmp_path: Path):
    queue = tmp_path / "queue.csv"
    shutil.copy(scanned.queue, queue)
    before = queue.read_bytes()
    told = run("scan", scanned.folder, "--earlier", "queue.csv", "--force", cwd=tmp_path)
    assert told.returncode == ExitCode.USAGE
    assert "give the new one a name with -o" in told.stderr
    assert queue.read_bytes() == before
