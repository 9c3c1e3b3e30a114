"""Thousands of damaged and hostile files through ``cardscan scan`` with its real reader.

``python -m tests.soak damaged [--files 2000] [--seed 8]``: each file has one line in the report,
the memory of all processes stays below 1.5 GB, nothing hangs, and the exit code is 10.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import psutil

from cardscan.ocr.folder import shown

from .damaged_copies import damaged_copies, whole_copies
from .damaged_documents import DOCUMENTS
from .damaged_names import make_depth, make_names, make_no_files
from .damaged_pictures import PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

MOST_MEMORY = 1_500_000_000
EXIT_CODE = 10
_BATCH = 250
_LISTS = ("failed", "joined", "no_card", "ignored")
_WATCH_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """What a scan of damaged files gave.

    Attributes:
        files: How many there were.
        code: The exit code; None where it was ended as it took too long.
        seconds: How long it took.
        memory: Most bytes that all its processes held together.
        lines: How many files have a line of each list of the summary; those under "read" gave cards.
        missing: Files without any line.
        doubled: Files with several.
        reasons: How often each reason was given.
        said: What was said on stderr, where the exit code is another than it should be.
    """

    files: int
    code: int | None
    seconds: float
    memory: int
    lines: Mapping[str, int] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    doubled: tuple[str, ...] = ()
    reasons: Mapping[str, int] = field(default_factory=dict)
    said: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether nothing of what is promised is broken."""
        as_promised = self.code == EXIT_CODE and self.memory < MOST_MEMORY
        return as_promised and not self.missing and not self.doubled


def make_hostile(folder: Path, makers: Mapping[str, Callable[[], bytes]]) -> None:
    """Files that were made to do harm."""
    for name, make in makers.items():
        (folder / name).write_bytes(make())


def make_odd_places(folder: Path, content: bytes) -> None:
    """Files with names that do harm, and things that are no files.

    Args:
        folder: Where they go.
        content: What is in the files.
    """
    make_names(folder, content)
    make_no_files(folder)
    make_depth(folder, content)


def make_copies(folder: Path, count: int, chance: Random) -> None:
    """Photos that are damaged by chance."""
    for number, (suffix, data) in enumerate(damaged_copies(count, chance)):
        (folder / f"copy-{number:04}{suffix}").write_bytes(data)


def scan(folder: Path, scratch: Path, *, most_s: float, options: Sequence[str] = ()) -> Batch:
    """Scan a folder with the command, and look what became of each file in it.

    Args:
        folder: The files.
        scratch: Where the command runs, and leaves what it writes.
        most_s: After so many seconds it is ended.
        options: Further options of the command.
    """
    names = {shown(path) for path in _files(folder)}
    command = [sys.executable, "-m", "cardscan", "scan", str(folder), "--event-date", "2026-11-20"]
    command += ["--book", "book.db", "--records", "records.jsonl", "--json", "--quiet", *options]
    start = time.monotonic()
    with (scratch / "out").open("wb") as out, (scratch / "said").open("wb") as said:
        process = subprocess.Popen(command, cwd=scratch, stdout=out, stderr=said)
        memory, code = _watch(process, start + most_s)
    seconds = time.monotonic() - start
    said_text = (scratch / "said").read_text("utf-8", "replace")
    try:
        summary = json.loads((scratch / "out").read_bytes())
    except ValueError:
        return Batch(files=len(names), code=code, seconds=seconds, memory=memory, said=said_text[-2000:])
    listed = _listed(summary, scratch / "records.jsonl")
    of_each = Counter(name for names_of in listed.values() for name in names_of)
    return Batch(
        files=len(names),
        code=code,
        seconds=seconds,
        memory=memory,
        lines={kind: len(names_of) for kind, names_of in listed.items()},
        missing=tuple(sorted(names - of_each.keys())),
        doubled=tuple(sorted(name for name, count in of_each.items() if count > 1)),
        reasons=Counter(one["reason"] for kind in _LISTS for one in summary[kind]),
        said=said_text[-2000:] if code != EXIT_CODE else "",
    )


def _files(folder: Path) -> Iterator[Path]:
    """What a scan has to say something of: files, what passes for files, and folders that lead nowhere."""
    pending = [folder]
    while pending:
        place = pending.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            yield place.relative_to(folder)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry.path))
            else:
                yield Path(entry.path).relative_to(folder)


def _listed(summary: Mapping[str, Any], records: Path) -> dict[str, list[str]]:
    """The files of each list; of a photo several cards may be without a contact."""
    listed = {kind: [one["photo"] for one in summary[kind] if "card" not in one] for kind in _LISTS}
    told = {name for names in listed.values() for name in names}
    cards = (json.loads(line)["photo"] for line in records.read_text("utf-8").splitlines())
    return listed | {"read": [name for name in dict.fromkeys(cards) if name not in told]}


def _watch(process: subprocess.Popen[bytes], deadline: float) -> tuple[int, int | None]:
    """The most memory that a process and all it started hold, and its exit code."""
    most = 0
    watched = psutil.Process(process.pid)
    while process.poll() is None:
        if time.monotonic() > deadline:
            for one in (*watched.children(recursive=True), watched):
                with suppress(psutil.NoSuchProcess):
                    one.kill()
            process.wait()
            return most, None
        with suppress(psutil.Error):
            most = max(most, sum(map(_held, (watched, *watched.children(recursive=True)))))
        time.sleep(_WATCH_S)
    return most, process.returncode


def _held(process: psutil.Process) -> int:
    """Its memory, with its share of what it shares with others where the system tells."""
    try:
        held = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(held, "pss", held.rss))


def run(files: int, seed: int) -> Iterator[Batch]:
    """Make the files and scan them, batch after batch; the first holds those that were made to do harm."""
    chance = Random(seed)  # noqa: S311 - the same each time
    left = files
    while left > 0:
        with TemporaryDirectory(prefix="cardscan-damaged-") as name:
            folder = Path(name, "photos")
            folder.mkdir()
            if left == files:
                make_hostile(folder, {**PICTURES, **DOCUMENTS})
                make_odd_places(folder, whole_copies((240, 160))[0][1])
            many = min(left, _BATCH) - sum(1 for _ in _files(folder))
            make_copies(folder, max(many, 1), chance)
            batch = scan(folder, Path(name), most_s=120 + 6 * _BATCH)
            yield batch
            left -= batch.files


def main(arguments: list[str]) -> int:
    """The exit code: 1 where a promise is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak damaged", description=__doc__)
    parser.add_argument("--files", type=int, default=2000, help="how many files")
    parser.add_argument("--seed", type=int, default=8, help="the same seed makes the same files")
    chosen = parser.parse_args(arguments)
    batches = []
    print("files  exit  seconds  memory    read  no card  ignored  failed  joined  missing  doubled")  # noqa: T201
    for batch in run(chosen.files, chosen.seed):
        batches.append(batch)
        print(_row(batch), flush=True)  # noqa: T201
    reasons = sum((Counter(batch.reasons) for batch in batches), Counter())
    for reason, count in reasons.most_common():
        print(f"{count:>6}  {reason}")  # noqa: T201
    broken = [batch for batch in batches if not batch.is_sound]
    for batch in broken:
        print("BROKEN", batch.code, *batch.missing, *batch.doubled, batch.said)  # noqa: T201
    return int(bool(broken))


def _row(batch: Batch) -> str:
    counts = [batch.lines.get(kind, 0) for kind in ("read", "no_card", "ignored", "failed", "joined")]
    start = f"{batch.files:>5}  {batch.code!s:>4}  {batch.seconds:>7.1f}  {batch.memory / 1e6:>4.0f} MB"
    columns = zip((8, 9, 9, 8, 8), counts, strict=True)
    told = "".join(f"{count:>{width}}" for width, count in columns)
    return f"{start}{told}{len(batch.missing):>9}{len(batch.doubled):>9}"
