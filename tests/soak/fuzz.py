"""Every reader of strangers' files is given damaged ones: ``python -m tests.soak fuzz [--minutes 10]``.

What may come of it is a value or a typed error, within ten seconds and a gigabyte.  Each target
runs in a process of its own, so that a crash in native code is a finding like any other; files
that were found are kept in the folder that ``--keep`` names.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, gettempdir
from typing import TYPE_CHECKING

from cardscan.errors import CardscanError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import FrameType

    from .fuzz_targets import Target

MOST_S = 10
MOST_MEMORY = 4_000_000_000
"""Addresses, of which numeric libraries reserve far more than they use."""

_KEEP = Path(gettempdir(), "cardscan-fuzz-found")
_NUMBERS = (b"\0", b"\xff", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"0", b"-1", b"99999999999999999999")


class TooSlowError(Exception):
    """A reader took longer than it may."""


def mutated(seeds: Sequence[bytes], words: Sequence[bytes], chance: Random) -> bytes:
    """A file made from those that are given, by a few random changes."""
    data = bytearray(chance.choice(seeds))
    for _ in range(chance.choice((1, 1, 2, 4, 8, 16))):
        _change(data, seeds, words, chance)
    return bytes(data[:400_000])


def _change(data: bytearray, seeds: Sequence[bytes], words: Sequence[bytes], chance: Random) -> None:
    place, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    match chance.randrange(8):
        case 0 if data:
            data[min(place, len(data) - 1)] ^= 1 << chance.randrange(8)
        case 1:
            data[place:place] = chance.choice((*_NUMBERS, *words))
        case 2:
            value = chance.choice((*_NUMBERS, *words))
            data[place : place + len(value)] = value
        case 3:
            del data[place : min(end, place + chance.choice((1, 4, 100, 10_000)))]
        case 4:
            data[place:place] = data[place:end][:2000] * chance.choice((1, 2, 50))
        case 5:
            other = chance.choice(seeds)
            start = chance.randrange(len(other) + 1)
            data[place:end] = other[start : start + 500]
        case 6:
            del data[place:]
        case _:
            data[place:place] = bytes(chance.randrange(256) for _ in range(chance.choice((1, 2, 8))))


def fuzz(target: Target, *, seconds: float, seed: int, keep: Path) -> Iterator[tuple[int, str]]:
    """Give a target one file after the other.

    Args:
        target: What reads them.
        seconds: For how long.
        seed: The same gives the same files.
        keep: Where files are put that something was found with.

    Yields:
        How many files were read so far, and what was found: empty where nothing was.
    """
    chance = Random(seed)  # noqa: S311 - the same each time
    seeds = target.seeds()
    stop = time.monotonic() + seconds
    signal.signal(signal.SIGALRM, _too_slow)
    with TemporaryDirectory(prefix="cardscan-fuzz-") as folder:
        runs = 0
        while time.monotonic() < stop:
            data = seeds[runs] if runs < len(seeds) else mutated(seeds, target.words, chance)
            path = Path(folder, target.name)
            path.write_bytes(data)
            (keep / "last").write_bytes(data)
            runs += 1
            yield runs, _found(target, path)


def _found(target: Target, path: Path) -> str:
    """What went wrong as a file was read; empty where nothing did."""
    signal.setitimer(signal.ITIMER_REAL, MOST_S)
    try:
        target.read(path)
    except CardscanError:
        return ""
    except Exception as exc:  # noqa: BLE001 - this is what is looked for
        where = traceback.extract_tb(exc.__traceback__)[-1]
        ours = [frame for frame in traceback.extract_tb(exc.__traceback__) if "/cardscan/" in frame.filename]
        named = ours[-1] if ours else where
        message = re.sub(r"\d+|'.*'", "#", str(exc))[:60]
        return f"{type(exc).__name__} in {Path(named.filename).name}, {named.name}: {message}"
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    return ""


def _too_slow(_: int, __: FrameType | None) -> None:
    raise TooSlowError


def run_alone(name: str, *, seconds: float, seed: int, keep: Path) -> None:
    """Fuzz one target in this process, and print what came of it as a line of JSON."""
    from .fuzz_targets import TARGETS  # noqa: PLC0415 - heavy

    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    found: dict[str, int] = {}
    runs = 0
    for runs, what in fuzz(TARGETS[name], seconds=seconds, seed=seed, keep=keep):
        if what:
            if what not in found:
                (keep / "last").replace(keep / f"{name}-{seed}-{runs}")
            found[what] = found.get(what, 0) + 1
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
    print(json.dumps({"runs": runs, "found": found, "memory": most}))  # noqa: T201 - the result


def main(arguments: list[str]) -> int:
    """The exit code: 1 where something was found."""
    from .fuzz_targets import TARGETS  # noqa: PLC0415 - heavy

    parser = argparse.ArgumentParser(prog="python -m tests.soak fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10, help="for all targets together")
    parser.add_argument("--seed", type=int, default=8, help="the same seed makes the same files")
    parser.add_argument("--only", choices=tuple(TARGETS), help="one target")
    parser.add_argument("--keep", type=Path, default=_KEEP, help=f"where files are put [{_KEEP}]")
    parser.add_argument("--alone", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    chosen.keep.mkdir(parents=True, exist_ok=True)
    names = [chosen.only] if chosen.only else list(TARGETS)
    seconds = chosen.minutes * 60 / len(names)
    if chosen.alone:
        run_alone(chosen.only, seconds=seconds, seed=chosen.seed, keep=chosen.keep)
        return 0
    print("target         runs  memory  found")  # noqa: T201
    told = [
        _told(name, seconds, chosen.seed, chosen.keep) for name in names
    ]  # all of them, also after a finding
    return int(any(told))


def _told(name: str, seconds: float, seed: int, keep: Path) -> bool:
    """Run one target and tell of it; whether something was found."""
    own = keep / name
    own.mkdir(exist_ok=True)
    options = ("--only", name, "--minutes", str(seconds / 60), "--seed", str(seed), "--keep", str(own))
    command = [sys.executable, "-m", f"{__package__}", "fuzz", *options, "--alone"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(os.environ), check=False
    )
    if done.returncode:
        print(f"{name:<10}   ended with {done.returncode}; its last file is {own / 'last'}", flush=True)  # noqa: T201
        return True
    told = json.loads(done.stdout.splitlines()[-1])
    print(f"{name:<10} {told['runs']:>8}  {told['memory']:>3} MB  {len(told['found'])}", flush=True)  # noqa: T201
    for what, count in told["found"].items():
        print(f"    {count:>6}  {what}", flush=True)  # noqa: T201
    return bool(told["found"])
