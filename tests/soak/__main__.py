"""Runs one of the long tests: ``python -m tests.soak NAME``, with its options behind."""

from __future__ import annotations

import sys
from importlib import import_module

COMMANDS = {
    "damaged": ".damaged",
    "fuzz": ".fuzz",
    "watch": ".watch_killed",
}
"""Names, and the modules whose ``main(arguments)`` gives the exit code."""


def main(arguments: list[str]) -> int:
    """The exit code of the run that the first argument names."""
    if not arguments or arguments[0] not in COMMANDS:
        print(f"usage: python -m tests.soak {{{','.join(COMMANDS)}}} [--help]", file=sys.stderr)  # noqa: T201
        return 2
    module = import_module(COMMANDS[arguments[0]], __package__)
    return int(module.main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
