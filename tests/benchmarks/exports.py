"""Exports: ten times as many contacts take ten times as long, and no more memory."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo

from cardscan.export.exporter import EXPORTERS, Wishes
from cardscan.export.output import Output
from cardscan.followup.record import FollowUp
from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Iterator

FEW, MANY = 5_000, 50_000
MOST_GROWTH = 1.3 * MANY / FEW
"""As of the book: no worse than linear, with a third for the processor's caches."""

MOST_MEMORY = 1.5
"""The same memory for ten times as many; of each is kept only that it was written."""

KEPT = ("xlsx",)
"""A workbook's links stand in a list of their own, which is written at its end; there are at most 60,000."""

ROUNDS = 3


def people(count: int) -> Iterator[FollowUp]:
    """Made-up contacts, one after the other."""
    for number in range(count):
        yield FollowUp(
            contact_id=f"c{number:011d}",
            event_date=date(2026, 11, 20),
            event="Harbour Chamber mixer",
            follow_up_due=date(2026, 11, 23),
            next_action="call",
            full_name=f"Ada{number % 977} Winter{number}",
            first_name=f"Ada{number % 977}",
            last_name=f"Winter{number}",
            job_title="Head of Sales",
            company=f"Northwind {number % 5000} Ltd",
            email=f"ada{number}@northwind.example",
            mobile_phone=(f"+44 7700 9{number % 100_000:05d}",),
            website=("northwind.example",),
            street="7 Foundry Approach",
            city="Leeds",
            postal_code="LS2 9YZ",
            country="United Kingdom",
            notes="wants the price list",
            photo=(f"{number:06d}.jpg",),
            scanned_at=datetime(2026, 11, 22, 9, tzinfo=UTC),
        )


def measure() -> tuple[Figure, ...]:
    """How time and memory of each exporter grow with the contacts, each measured in processes of its own."""
    figures = []
    for name in EXPORTERS.names():
        few, many = (_taken(name, count) for count in (FEW, MANY))
        most = None if name in KEPT else MOST_MEMORY
        figures += [
            _figure(f"{name}: time, {MANY:,} to {FEW:,}", many[0] / few[0], "x", MOST_GROWTH),
            _figure(f"{name}: memory, the same", many[1] / few[1], "x", most),
            _figure(f"{name}: {MANY:,}", many[0], "s", None),
            _figure(f"{name}: {MANY:,}", many[1], "MB", None),
        ]
    return tuple(figures)


def _figure(name: str, value: float, unit: str, limit: float | None) -> Figure:
    return Figure(group="export", name=name, value=value, unit=unit, limit=limit)


def _taken(name: str, count: int) -> tuple[float, float]:
    """CPU seconds (the median) and the most memory, in MB, of an export."""
    runs = [_in_a_process(name, count) for _ in range(ROUNDS if count == FEW else 1)]
    return median(seconds for seconds, _ in runs), max(peak for _, peak in runs)


def _in_a_process(name: str, count: int) -> tuple[float, float]:
    command = [sys.executable, "-m", "tests.benchmarks.exports", name, str(count)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    seconds, peak = cast("list[float]", json.loads(done.stdout))
    return seconds, peak


def main(name: str, count: int) -> None:
    """Print the CPU seconds of an export, and the most memory that this process held, in MB."""
    wishes = Wishes(now=datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("Europe/Berlin")))
    exporter = EXPORTERS.make(name)
    with TemporaryDirectory() as folder:
        started = time.process_time()
        with Output(Path(folder) / f"out{exporter.suffix}") as output:
            exporter.export(people(count), output, wishes)
            list(output.put())
        seconds = time.process_time() - started
        assert output.taken + len(output.refused) == count
    print(json.dumps([seconds, _peak_mb()]))  # noqa: T201 - the result


def _peak_mb() -> float:
    if not sys.platform.startswith("linux"):
        return 1.0
    status = Path("/proc/self/status").read_text(encoding="ascii")
    peak_kib = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM"))
    return int(peak_kib) * 1024 / 1e6


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
