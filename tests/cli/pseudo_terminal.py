"""The command line at a terminal, with somebody who answers."""

from __future__ import annotations

import os
import sys

import pytest

needs_terminal = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminals of this kind")


def at_terminal(answer: str, *words: str) -> tuple[int, str]:
    """Run the command line at a terminal, type an answer, and give its exit code and what it said."""
    import pty  # noqa: PLC0415 - not on Windows

    process, terminal = pty.fork()
    if not process:
        os.execv(sys.executable, [sys.executable, "-m", "cardscan", *words])  # noqa: S606 - no shell is wanted
    os.write(terminal, answer.encode())
    said = b""
    while part := _read(terminal):
        said += part
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), said.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # Linux says so where the other end is closed
        return b""
