"""A watch is killed again and again, at random moments, alone or with all that it has started.

Photos arrive meanwhile, some of them under a name that another one has, some damaged.  At the end each
must have been read once, be in the queue or in the quarantine, and nowhere else.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "watch"))

from watched import QUICK, Watched, ended, kill


def main(arguments: list[str]) -> int:
    """Kill a watch so often; 0 where nothing was lost or read twice."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak watch", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args(arguments)
    chance = random.Random(chosen.seed)  # noqa: S311 - moments, no secrets
    with tempfile.TemporaryDirectory() as home:
        watched = Watched(home=Path(home), command=QUICK)
        watched.inbox.mkdir()
        damaged = _kill(watched, chance, chosen.kills)
        return _judge(watched, 3 * chosen.kills, damaged)


def _kill(watched: Watched, chance: random.Random, kills: int) -> int:
    """Let three photos arrive, and kill the watch, so many times; how many of the photos are damaged."""
    damaged = 0
    for number in range(kills):
        is_bad = chance.random() < 0.1
        damaged += is_bad
        watched.put(f"new-{number}.jpg", b"bad" + b"%d bad" % number if is_bad else None)
        for folder in ("one", "two"):
            watched.put(f"{folder}-{number}/card.jpg", f"{folder} {number}".encode())
        with ended(watched.start()) as process:
            time.sleep(chance.uniform(0.4, 1.6))
            kill(process, also_children=chance.random() < 0.5)
    return damaged


def _judge(watched: Watched, photos: int, damaged: int) -> int:
    code, said = watched.once()
    while "still under way" in said:
        code, said = watched.once()
    aside = [name for name in watched.names(watched.quarantine) if not name.endswith(".txt")]
    left = [path for path in watched.inbox.rglob("*") if path.is_file()]
    found = {
        "exit code": (code in (0, 10), True),
        "in the queue": (len(watched.queue), photos - damaged),
        "in the archive": (len(watched.names(watched.archive)), photos - damaged),
        "in the quarantine": (len(aside), damaged),
        "left in the inbox": (len(left), 0),
        "read": (sum(watched.times_read.values()), photos - damaged),
    }
    for what, (value, wanted) in found.items():
        print(f"{what:20} {value!s:>6}  of {wanted}")  # noqa: T201 - this is a command
    return 0 if all(value == wanted for value, wanted in found.values()) else 1
