"""What lies in a folder, and which of it has stopped growing."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.ocr.folder import find_photos, is_folder, is_hidden
from cardscan.watch.names import BESIDE, is_in_the_making

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_Stamp = tuple[int, int, int]
"""Size in bytes, time of the last change in nanoseconds, and number of a file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at the folder found.

    Attributes:
        settled: Photos that have stopped growing, the oldest first.
        growing: How many files may not be whole yet.
        passed: Files that stay where they are, each with the reason; each is told once.
    """

    settled: tuple[Path, ...]
    growing: int
    passed: tuple[tuple[Path, str], ...]


@dataclass(slots=True)
class _Seen:
    """A file in the folder.

    Attributes:
        stamp: What it was like.
        since: Since when, on the clock.
        is_told: Whether it was said that it stays.
    """

    stamp: _Stamp
    since: float
    is_told: bool = False


class Arrivals:
    """Watches the files of a folder and its subfolders grow.

    Links are not followed, and nothing but ordinary files is touched.

    Args:
        inbox: The folder.
        settle_s: Seconds for which a file must have stayed as it is.
        clock: Gives the time in seconds; it never goes back.
    """

    def __init__(self, inbox: Path, settle_s: float, clock: Callable[[], float] = monotonic) -> None:
        self._inbox = inbox
        self._settle_s = settle_s
        self._clock = clock
        self._seen: dict[Path, _Seen] = {}

    def look(self) -> Look:
        """What is there now.

        Raises:
            OSError: The folder is not there, or may not be listed.
        """
        now = self._clock()
        found = {path: self._seen_again(path, file, now) for path, file in self._files()}
        self._seen = found
        still = {path for path, seen in found.items() if now - seen.since >= self._settle_s}
        passed: list[tuple[Path, str]] = []
        settled: list[Path] = []
        waiting = len(found) - len(still)
        for path in still:
            if any(path.with_name(path.name + ending).exists() for ending in BESIDE):
                waiting += 1
            elif reason := self._why_not(path, found[path]):
                passed.append((path, reason))
            elif not found[path].is_told:
                settled.append(path)
        settled.sort(key=lambda path: (found[path].stamp[1], path))
        return Look(settled=tuple(settled), growing=waiting, passed=tuple(passed))

    def leave(self, path: Path) -> None:
        """Let a file lie as long as it stays as it is, as it was told why.

        Args:
            path: The file.
        """
        if path in self._seen:
            self._seen[path].is_told = True

    def forget_times(self) -> None:
        """Wait anew for everything, as after the folder was away."""
        self._seen.clear()

    def _seen_again(self, path: Path, file: os.stat_result, now: float) -> _Seen:
        stamp = (file.st_size, file.st_mtime_ns, file.st_ino)
        before = self._seen.get(path)
        return before if before and before.stamp == stamp else _Seen(stamp=stamp, since=now)

    def _why_not(self, path: Path, seen: _Seen) -> str:
        """Why a file stays where it is; empty where it is taken, or it was said before."""
        if seen.is_told:
            return ""
        reason = _reason_to_leave(path)
        seen.is_told = bool(reason)
        return reason

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Every file that is no hidden one and none in the making."""
        pending = [self._inbox]
        while pending:
            place = pending.pop()
            try:
                with os.scandir(place) as entries:
                    inside = [entry for entry in entries if not is_in_the_making(entry.name)]
            except OSError:
                if place == self._inbox:
                    raise
                continue
            for entry in inside:
                with suppress(OSError):  # it is gone again
                    if not is_folder(entry):
                        yield Path(entry.path), entry.stat(follow_symlinks=False)
                    elif not is_hidden(entry.name):
                        pending.append(Path(entry.path))


def _reason_to_leave(path: Path) -> str:
    """Why a file is not taken; empty where it is."""
    try:
        found = path.lstat()
    except OSError:
        return ""  # it is gone: taking it says so
    if stat.S_ISLNK(found.st_mode):
        return "a link, which is not followed"
    if not stat.S_ISREG(found.st_mode):
        return "not an ordinary file"
    if found.st_size == 0:
        return "an empty file"
    try:
        return next((file.reason for file in find_photos(path).ignored), "")
    except UsageError:
        return ""
