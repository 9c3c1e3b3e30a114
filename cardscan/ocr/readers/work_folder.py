"""A private folder for what another program reads and writes; gone at the end, also where the end was a kill.

What lies in it are pictures and words of cards.  A process that is killed cannot clear up: the
next one does, which sees by a lock that nobody is at work there any more.
"""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PREFIX = "cardscan-work-"
_NEW_S = 60
"""A folder that is younger may have been made by a process that has not locked it yet."""


@contextmanager
def work_folder() -> Iterator[Path]:
    """A folder that only this user may look into, while a block runs."""
    clear_left()
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as name:
        lock = _locked(Path(name))
        try:
            yield Path(name)
        finally:
            if lock is not None:
                os.close(lock)


@cache
def clear_left() -> None:
    """Remove what killed processes have left, once in the life of this one."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # somebody else's, or gone already
            status = folder.lstat()
            if not stat.S_ISDIR(status.st_mode) or time.time() - status.st_mtime < _NEW_S:
                continue
            lock = _locked(folder)
            if lock is not None:
                shutil.rmtree(folder, ignore_errors=True)
                os.close(lock)


def _locked(folder: Path) -> int | None:
    """Lock a folder of this user.

    Returns:
        The number of an open file, with which the lock ends; None where it cannot be locked.
    """
    try:
        import fcntl  # noqa: PLC0415 - not on Windows
    except ImportError:
        return None
    place = os.open(folder, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        if os.fstat(place).st_uid != os.geteuid():
            raise PermissionError
        fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(place)
        return None
    return place
