"""The project's own ``scan``, in a process of its own: what a picture can break breaks only that."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from cardscan.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

QUEUE = "queue.csv"
"""Beside the photos, where a scan passes it over as a document."""

_START_S, _PHOTO_S = 120, 60
"""Seconds that a scan may take at most, and as many more for each photo: twenty times what a slow
computer needs."""

_MEMORY_BYTES = 8 << 30
"""Address space of the process.  Models and decoders were seen to take 1.3 GB of it on two cores;
each further core adds the stack and the heap of a thread."""

_PATIENCE_S = 1
"""Seconds from asking a process to end to ending it; photos that were read are kept either way."""

_TOLD = frozenset(ExitCode)
"""Exit codes with which the command says itself what is wrong; all others are a crash.  A fault of
the program is no photo's fault: it would meet them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How a scan ended.

    Attributes:
        summary: What it printed, as ``cardscan scan --json`` does; None where it gave no queue.
        has_crashed: Whether it broke down or had to be stopped for taking too long.
        told: The last line of what it said on stderr, where it gave none.
    """

    summary: dict[str, Any] | None = None
    has_crashed: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """How photos are to be scanned.

    Attributes:
        folder: The folder of the photos.
        event: The event's name; None where the folder says it.
        event_date: Its day, as it is typed; None where the folder or the photos say it.
        country: ISO 3166-1 alpha-2 code of phones that name none.
        book: The book, as it is typed; None for the user's own.
        queue: Where the queue goes; None for a file beside the photos.
        more: Further options of the command, each of them as one word.
        program: What is started.
    """

    folder: Path
    event: str | None = None
    event_date: str | None = None
    country: str | None = None
    book: str | None = None
    queue: Path | None = None
    more: tuple[str, ...] = ()
    program: Sequence[str] = (sys.executable, "-m", "cardscan")

    def whole(self, photos: int | None = None, *, holding: tuple[int, ...] = ()) -> Running:
        """Start to scan the folder; what was read before is not read again.

        Args:
            photos: How many are new, for the time that it may take; None where it may take any.
            holding: Descriptors of files that the process is to hold open as long as it lives.
        """
        folder = self.folder.resolve()
        queue = self.queue.resolve() if self.queue else folder / QUEUE
        command = self._command(folder, queue)
        return Running(command, self._environment(), photos=photos, holding=holding)

    def one(self, name: str, home: Path) -> Running:
        """Start to scan one photo for a trial, of which nothing is kept.

        Args:
            name: The photo in the folder.
            home: Where the queue goes.
        """
        command = self._command(self.folder.resolve() / name, home / QUEUE)
        return Running([*command, "--no-book"], self._environment(), photos=1)

    def _command(self, photos: Path, queue: Path) -> list[str]:
        # Joined to its option, no value passes for another option.
        said = {"event": self.event, "event-date": self.event_date, "country": self.country}
        options = [f"--{name}={value}" for name, value in said.items() if value]
        return [
            *self.program,
            "scan",
            str(photos),
            *options,
            *self.more,
            "--quiet",
            "--json",
            f"--output={queue}",
        ]

    def _environment(self) -> dict[str, str]:
        """The book stands here, as its address may hold a password and every user sees commands."""
        # Photos and paths may have any letters, wherever the terminal stands.
        own = {"PYTHONIOENCODING": "utf-8"}
        return {**os.environ, **own, **({"CARDSCAN_BOOK": self.book} if self.book else {})}


class Running:
    """A scan that is under way.

    Args:
        command: What is started.
        environment: Its variables.
        photos: How many there are to read, for the time that it may take; None where it may take any.
        holding: Descriptors of files that it is to hold open.
    """

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        *,
        photos: int | None,
        holding: tuple[int, ...] = (),
    ) -> None:
        self._limit_s = None if photos is None else _START_S + _PHOTO_S * photos
        self._process = subprocess.Popen(  # noqa: S603 - our own program, and no shell
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
            pass_fds=() if sys.platform == "win32" else holding,
            # A group of its own: Ctrl-C is ours to deal with, and its workers end with it.
            start_new_session=True,
        )
        _limit_memory(self._process.pid)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        for pipe in (self._process.stdout, self._process.stderr):
            if pipe:
                pipe.close()

    def outcome(self) -> Outcome:
        """How it ends, when it does."""
        try:
            printed, told = self._process.communicate(timeout=self._limit_s)
        except subprocess.TimeoutExpired:
            self.stop()
            return Outcome(has_crashed=True)
        if self._process.returncode in (ExitCode.OK, ExitCode.SOME_FAILED):
            with suppress(ValueError):
                return Outcome(summary=json.loads(printed))
        last = told.strip().rpartition("\n")[2]
        return Outcome(has_crashed=self._process.returncode not in _TOLD, told=last)

    def stop(self) -> None:
        """End it, and whatever it has started, if it has not ended yet; from any thread."""
        if self._process.poll() is None:
            self._end(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_PATIENCE_S)
        if self._process.poll() is None:
            self._end(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait()

    def _end(self, how: signal.Signals) -> None:
        with suppress(ProcessLookupError):
            if sys.platform == "win32":
                self._process.kill()  # its workers end where their pipe does
            else:
                os.killpg(self._process.pid, how)


def _limit_memory(process: int) -> None:
    """Limit the memory of a process from outside, where the system can."""
    if sys.platform == "linux":
        import resource  # noqa: PLC0415 - Windows has none

        with suppress(OSError):  # it may have ended already
            resource.prlimit(process, resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))
