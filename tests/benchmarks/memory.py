"""Memory of a scan with two workers: the most that all of its processes hold together."""

from __future__ import annotations

import subprocess
import sys
import time
from statistics import median
from typing import TYPE_CHECKING

import psutil  # type: ignore[import-untyped]

from tests.benchmarks.figure import Figure
from tests.benchmarks.photos import make_copies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MOST_MB = 1500.0
"""What was promised for two workers."""

MOST_GROWTH = 1.15
"""The same after many photos as after few: what the models keep levels off after some 40 photos, up to 8 %
higher; a leak of 1 MB a photo would give 18 % after 200."""

FEW = 20
LAST = 60
"""Looks that count for the level at the end: some ten seconds, fewer than the shorter scan takes."""

PAUSE_S = 0.1
"""Between two looks: each takes CPU time from the scan; decoding and finding text, the peaks, last longer."""


def measure(photos: Sequence[Path], scratch: Path, many: int) -> tuple[Figure, ...]:
    """The peaks after few and after many photos.

    Args:
        photos: JPEG files, copied as often as needed.
        scratch: An existing folder for the copies.
        many: How many photos the longer scan has.

    Returns:
        Nothing where the system does not tell shares of memory (PSS): only Linux does.
    """
    if not sys.platform.startswith("linux"):
        return ()
    few_mb, many_mb = (
        levels_mb(make_copies(photos, scratch / str(count), count), scratch / f"{count}.csv")
        for count in (FEW, many)
    )
    group = "memory, two workers"
    return (
        Figure(group=group, name=f"peak over {FEW} photos", value=max(few_mb), unit="MB", limit=MOST_MB),
        Figure(group=group, name=f"peak over {many} photos", value=max(many_mb), unit="MB", limit=MOST_MB),
        Figure(
            group=group,
            name=f"level after {many} photos to that after {FEW}",
            value=_last_level(many_mb) / _last_level(few_mb),
            unit="x",
            limit=MOST_GROWTH,
        ),
    )


def levels_mb(folder: Path, queue: Path) -> list[float]:
    """What the processes of a scan hold, look by look: their sum of PSS, in 10^6 bytes.

    Raises:
        CalledProcessError: The scan failed.
    """
    command = [sys.executable, "-m", "cardscan", "scan", str(folder), "-o", str(queue), "--quiet"]
    command += ["--event", "Benchmark", "--event-date", "2026-11-20", "--workers", "2"]
    levels: list[float] = []
    with subprocess.Popen(command) as scan:
        root = psutil.Process(scan.pid)
        while scan.poll() is None:
            levels.append(_pss(root) / 1e6)
            time.sleep(PAUSE_S)
    if scan.returncode:
        raise subprocess.CalledProcessError(scan.returncode, command)
    return levels


def _last_level(levels_mb: list[float]) -> float:
    """The median over the last photos of the shorter scan, or as much of the longer one.

    A peak would not do: the longer a scan, the likelier the peaks of its workers meet.
    """
    return median(levels_mb[-LAST:])


def _pss(root: psutil.Process) -> int:
    """Bytes, shared pages counted once among those who share them."""
    total = 0
    try:
        for process in (root, *root.children(recursive=True)):
            total += process.memory_full_info().pss
    except psutil.Error:  # one of them ended while being asked: what was counted is a lower bound
        return total
    return total
