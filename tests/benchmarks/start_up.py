"""Start-up: the command and the import, beside a Python that does nothing."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

from tests.benchmarks.clock import taken_s
from tests.benchmarks.figure import Figure

ROUNDS = 15
COMMANDS = {
    "python -c pass": ("-c", "pass"),
    "import cardscan": ("-c", "import cardscan"),
    "cardscan --version": ("-m", "cardscan", "--version"),
}


def measure() -> tuple[Figure, ...]:
    """CPU time of each command, taken in turn, and as a ratio to the empty one."""
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            seconds[name].append(taken_s(_run, arguments))
    typical = {name: median(taken) for name, taken in seconds.items()}
    empty, *others = typical
    return (
        *(
            Figure(
                group="start-up", name=f"{name} to {empty}", value=typical[name] / typical[empty], unit="x"
            )
            for name in others
        ),
        *(
            Figure(group="start-up", name=name, value=1000 * taken, unit="ms")
            for name, taken in typical.items()
        ),
    )


def _run(arguments: tuple[str, ...]) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
