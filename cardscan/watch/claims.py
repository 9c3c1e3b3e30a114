"""A photo is claimed by renaming it, which only one process can do, and gets its name in the archive."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.watch.moving import Contents, put, settle_on_disk
from cardscan.watch.names import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cardscan.watch.rooms import Rooms

_CLAIM = re.compile(r"[0-9a-f]{8}-(?P<name>.+)", re.DOTALL)
_LEFT_OVER = re.compile(r"\.[0-9a-f]{16}\.part")

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EROFS)

_BY_FOLDER = os.rename in os.supports_dir_fd


def claim(rooms: Rooms, path: Path) -> bool:
    """Take a photo out of the inbox.

    Args:
        rooms: The folders.
        path: The photo, below the inbox.

    Returns:
        Whether it is taken; False where it is gone, as somebody else was quicker, or is no
        ordinary file any more.

    Raises:
        OSError: It cannot be taken, and is where it was.
    """
    name = f"{secrets.token_hex(4)}-{plain_name(path.name)}"
    try:
        with _folder_of(rooms.inbox, path) as folder:
            claimed = _rename(rooms, path, folder, name)
            if not stat.S_ISREG(claimed.lstat().st_mode):  # it was changed under our hands
                os.rename(claimed, _from(path, folder), dst_dir_fd=folder)
                return False
    except FileNotFoundError:
        if rooms.missing():
            raise
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What became of photos that were claimed.

    Attributes:
        placed: Those that are in the archive now.
        copies: Names of those whose content lay there already, each with the name that it has there.
        stuck: Those that could not be moved, with the reason.
    """

    placed: tuple[Path, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    stuck: tuple[tuple[Path, OSError], ...] = ()


def deliver(rooms: Rooms) -> Delivery:
    """Put what is claimed into the archive; also what an earlier run left behind.

    A picture lies there once, under its first name: so the queue goes on to name it as before.

    Args:
        rooms: The folders.

    Raises:
        OSError: There is no room; nothing is lost, and the next time goes on.
    """
    waiting = sorted((*_claims(rooms.claimed), *_claims(rooms.claimed_there)), key=lambda one: one[1])
    if not waiting:
        return Delivery()
    settle_on_disk(rooms.claimed)
    contents = Contents(rooms.archive)
    placed: list[Path] = []
    copies: list[tuple[str, str]] = []
    stuck: list[tuple[Path, OSError]] = []
    for source, name in waiting:
        try:
            if known := contents.same_as(source):
                source.unlink()
                copies.append((name, known.name))
            else:
                rooms.mark_unread()
                placed.append(put(source, rooms.archive, name))
                contents.add(placed[-1])
        except OSError as exc:  # one file that may not be read holds up no other
            if exc.errno in _NO_ROOM:
                raise
            stuck.append((source, exc))
    with suppress(OSError):  # it is not there, or something is left in it
        rooms.claimed_there.rmdir()
    return Delivery(placed=tuple(placed), copies=tuple(copies), stuck=tuple(stuck))


def sweep(rooms: Rooms) -> None:
    """Delete halves of copies that an earlier run left behind; the whole files lie where they lay."""
    for folder in (rooms.archive, rooms.quarantine):
        with os.scandir(folder) as entries:
            left = [entry.path for entry in entries if _LEFT_OVER.fullmatch(entry.name)]
        for path in left:
            with suppress(OSError):
                os.unlink(path)  # noqa: PTH108 - scandir gives texts


def _claims(room: Path) -> list[tuple[Path, str]]:
    """The files in a room of claims, each with the name that it is to have."""
    try:
        paths = sorted(room.iterdir())
    except FileNotFoundError:
        return []
    return [
        (path, match["name"])
        for path in paths
        if (match := _CLAIM.fullmatch(path.name)) and stat.S_ISREG(path.lstat().st_mode)
    ]


def _rename(rooms: Rooms, path: Path, folder: int | None, name: str) -> Path:
    """Give a file its place among the claims: on the same drive, as else it is no one step."""
    try:
        os.rename(_from(path, folder), rooms.claimed / name, src_dir_fd=folder)
    except OSError as exc:
        if exc.errno != errno.EXDEV:
            raise
        rooms.claimed_there.mkdir(mode=0o700, exist_ok=True)
        os.rename(_from(path, folder), rooms.claimed_there / name, src_dir_fd=folder)
        return rooms.claimed_there / name
    return rooms.claimed / name


def _from(path: Path, folder: int | None) -> str | Path:
    return path if folder is None else path.name


@contextmanager
def _folder_of(inbox: Path, path: Path) -> Iterator[int | None]:
    """The folder of a file, opened step by step from the inbox, so that no link leads out of it.

    None where the system cannot rename by an open folder.
    """
    if not _BY_FOLDER:
        yield None
        return
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW
    folder = os.open(inbox, flags)
    try:
        for part in path.relative_to(inbox).parts[:-1]:
            inner = os.open(part, flags, dir_fd=folder)
            os.close(folder)
            folder = inner
        yield folder
    finally:
        os.close(folder)
