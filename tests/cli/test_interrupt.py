from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals", allow_module_level=True)

import pty

from cardscan.cli.scan import scan
from cardscan.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def screen(master: int, until: bytes, timeout_s: float = 180) -> bytes:
    """What a program has written to its terminal, up to and with some words."""
    seen, end = b"", time.monotonic() + timeout_s
    while until not in seen and time.monotonic() < end:
        try:
            seen += os.read(master, 4096)
        except OSError:  # Linux: the other side is closed
            break
    return seen


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_stops_with_130_says_how_far_it_was_and_writes_no_queue(
    workers: str, draw: Callable[..., Path], tmp_path: Path
):
    for number in range(30):
        draw(tmp_path / "photos" / f"{number}.png", (f"Ada Winter {number}", "ada.winter@example.com"))
    master, terminal = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cardscan", "scan", "photos", "--event-date", "today", "--workers", workers],
        cwd=tmp_path,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "120", "NO_COLOR": ""},
        stdout=subprocess.DEVNULL,
        stderr=terminal,
        start_new_session=True,
    )
    os.close(terminal)
    assert b"2/30" in screen(master, until=b"2/30")
    os.killpg(process.pid, signal.SIGINT)  # a terminal sends it to every process
    told = screen(master, until=b"photos; no queue was written")
    assert process.wait(60) == 130
    assert b"cardscan: Stopped after " in told
    assert b"Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["photos"]
    os.close(master)


def test_ctrl_c_while_the_results_are_written_never_says_that_nothing_was(
    draw: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cardscan.export.write_queue", stop)
    draw(tmp_path / "wall.png", ())
    records, queue = tmp_path / "cards.jsonl", tmp_path / "queue.csv"
    with pytest.raises(StoppedError) as stopped:
        scan([tmp_path / "wall.png"], event_date="today", output=queue, records=records, quiet=True)
    assert records.exists()
    assert not queue.exists()
    assert f"What is in {records} and {queue} is whole" in str(stopped.value)
