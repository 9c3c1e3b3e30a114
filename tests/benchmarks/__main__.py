"""Runs all measurements, prints the table, and fails where a promise is broken."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from tests.benchmarks.figure import Figure

ONE_THREAD = ("OMP_NUM_THREADS", "OMP_THREAD_LIMIT", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
SAMPLES = Path(__file__).parents[2] / "samples" / "photos"


def main() -> int:
    """The exit code: 1 where a figure is above its limit."""
    chosen = _arguments()
    # Before any numeric library is loaded, here or in a process started from here.
    os.environ.update(dict.fromkeys(ONE_THREAD, "1"))
    from tests.benchmarks import book, exports, review  # noqa: PLC0415
    from tests.benchmarks.figure import table  # noqa: PLC0415

    figures: list[Figure] = []
    with TemporaryDirectory(prefix="cardscan-benchmark-") as name:
        scratch = Path(name)
        if chosen.only in (None, "photos"):
            figures += _of_photos(chosen, scratch)
        if chosen.only in (None, "book"):
            figures += book.measure(scratch)
        if chosen.only in (None, "exports"):
            figures += exports.measure()
        if chosen.only in (None, "review"):
            figures += review.measure(scratch)
    print(table(figures))  # noqa: T201 - the result
    if chosen.json:
        chosen.json.write_text(json.dumps([asdict(figure) for figure in figures], indent=2), encoding="utf-8")
    return int(any(figure.is_broken for figure in figures))


def _of_photos(chosen: argparse.Namespace, scratch: Path) -> list[Figure]:
    from tests.benchmarks import memory, start_up  # noqa: PLC0415 - after the number of threads is set
    from tests.benchmarks.figure import Figure  # noqa: PLC0415
    from tests.benchmarks.photos import make_photos  # noqa: PLC0415

    (scratch / "photos").mkdir()
    photos = make_photos(chosen.photos, scratch / "photos", chosen.most)
    return [
        *(Figure(**figure) for figure in _time_of_a_photo(scratch / "photos", chosen.rounds)),
        *start_up.measure(),
        *memory.measure(photos, scratch, chosen.many),
    ]


def _time_of_a_photo(folder: Path, rounds: int) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.benchmarks.time_of_a_photo", str(folder), str(rounds)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return cast("list[dict[str, Any]]", json.loads(done.stdout))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("photos", nargs="?", type=Path, default=SAMPLES, help="a folder of pictures of cards")
    parser.add_argument("--most", type=int, default=10, help="how many of the pictures to use")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed")
    parser.add_argument("--many", type=int, default=200, help="photos in the longer scan")
    parser.add_argument("--only", choices=("photos", "book", "exports", "review"), help="only these figures")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to a file")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
