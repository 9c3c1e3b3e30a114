"""Files are moved whole, over no other file, and so that a power cut leaves them in one place at least."""

from __future__ import annotations

import errno
import filecmp
import hashlib
import os
import secrets
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from cardscan.watch.names import marked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

_PIECE_BYTES = 1 << 20
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_MARK = 8
"""Hexadecimal digits of a file's hash that tell it from another one of its name."""


def put(source: Path, folder: Path, name: str) -> Path:
    """Move a file into a folder, over no other file.

    Args:
        source: The file, an ordinary one.
        folder: The folder.
        name: What it is to be called; where another file is called so, a part of its hash is added.

    Returns:
        Where it is.  Where a file of that name has the same content already, it is that file.

    Raises:
        OSError: It could not be moved, and is where it was.
    """
    for place in free_places(source, folder, name):
        with suppress(FileExistsError):
            put_at(source, place)
            return place
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)


def free_places(source: Path, folder: Path, name: str) -> Iterator[Path]:
    """Where a file may go in a folder: no other content lies there.

    Args:
        source: The file.
        folder: The folder.
        name: What it is to be called.
    """
    if is_free(folder / name, source):
        yield folder / name
    digest = _digest(source)
    for mark in (digest[:_MARK], digest):
        if is_free(folder / marked(name, mark), source):
            yield folder / marked(name, mark)


def is_free(place: Path, source: Path) -> bool:
    """Whether nothing lies at a place, or the same content as that of a file."""
    return not os.path.lexists(place) or _is_same(place, source)


def put_at(source: Path, place: Path) -> None:
    """Move a file to a place; where the same content lies there, the file is only taken away.

    Args:
        source: The file.
        place: Its new path.

    Raises:
        FileExistsError: Another file lies there.
        OSError: It could not be moved, and is where it was.
    """
    try:
        os.link(source, place)
    except FileExistsError:
        if not _is_same(place, source):
            raise
    except OSError as exc:
        if exc.errno == errno.EXDEV:
            _copy(source, place)
        else:  # file systems of cameras and of Windows know no links, and not everybody may make them
            _rename(source, place)
            return
    settle_on_disk(place.parent)
    source.unlink(missing_ok=True)


class Contents:
    """The files of a folder by what is in them; only those of one size are compared.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._by_size: dict[int, list[Path]] = {}
        for path in sorted(folder.iterdir()):
            if not path.name.startswith("."):
                self.add(path)

    def add(self, path: Path) -> None:
        """Note a file; anything else is passed over."""
        with suppress(FileNotFoundError):
            found = path.lstat()
            if stat.S_ISREG(found.st_mode):
                self._by_size.setdefault(found.st_size, []).append(path)

    def same_as(self, source: Path) -> Path | None:
        """The file that has the same content as another one, if any.

        Args:
            source: The other one.

        Raises:
            OSError: It cannot be read.
        """
        near = self._by_size.get(source.lstat().st_size, ())
        return next((path for path in near if filecmp.cmp(path, source, shallow=False)), None)


def settle_on_disk(folder: Path) -> None:
    """Have the disk keep the names in a folder; only some systems can be asked to."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _rename(source: Path, place: Path) -> None:
    if os.path.lexists(place):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
    source.rename(place)
    settle_on_disk(place.parent)


def _copy(source: Path, place: Path) -> None:
    """Write a copy, which has its name only when all of it is on the disk."""
    hidden = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with opened(source) as stream, os.fdopen(os.open(hidden, _NEW, 0o600), "wb") as copy:
            while piece := stream.read(_PIECE_BYTES):
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
            times = os.fstat(stream.fileno())
        os.utime(hidden, ns=(times.st_atime_ns, times.st_mtime_ns))
        put_at(hidden, place)
    finally:
        hidden.unlink(missing_ok=True)


def opened(path: Path) -> BufferedReader:
    """An ordinary file, opened to be read; no link is followed, and no pipe waited for.

    Args:
        path: The file.

    Raises:
        OSError: It is no such file, or may not be read.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.EINVAL, "not an ordinary file", str(path))
    return os.fdopen(descriptor, "rb")


def _is_same(place: Path, source: Path) -> bool:
    there = place.lstat()
    if not stat.S_ISREG(there.st_mode) or there.st_size != source.lstat().st_size:
        return False
    return _digest(place) == _digest(source)


def _digest(path: Path) -> str:
    with opened(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
