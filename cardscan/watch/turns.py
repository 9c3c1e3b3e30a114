"""A lock that two processes never hold together, and that is free as soon as its holder is gone."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What file systems say that know no locks: there, whoever starts two watches must keep them apart."""


class Turn:
    """The right to do something that only one may do at a time.

    The system takes it back from a process that dies.  A child process that was given ``descriptor``
    has it too, and keeps it until it ends as well.

    Args:
        path: The file that stands for it; made where it is not there, and never deleted.
    """

    def __init__(self, path: Path) -> None:
        self._stream = path.open("a+b")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stream.close()

    @property
    def descriptor(self) -> int:
        """The open file, for a child process that is to have the turn too."""
        return self._stream.fileno()

    def take(self) -> bool:
        """Whether it is ours now; False where another process has it."""
        try:
            _lock(self._stream.fileno())
        except OSError as exc:
            return exc.errno in _NO_LOCKS
        return True


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
