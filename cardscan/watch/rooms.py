"""The folders of a watch: what arrives, what was read, what could not be read, and what is under way."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.ocr.folder import shown
from cardscan.watch.moving import settle_on_disk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """The folders, each without links in its path, and none inside of another.

    Attributes:
        inbox: Where photos arrive.
        archive: Where they lie when they are read.
        quarantine: Where those go that cannot be read.
    """

    inbox: Path
    archive: Path
    quarantine: Path

    @property
    def own(self) -> Path:
        """The hidden folder of the archive in which the watch keeps what is under way."""
        return self.archive / ".cardscan"

    @property
    def claimed(self) -> Path:
        """Photos that were taken from the inbox and have no name in the archive yet."""
        return self.own / "claimed"

    @property
    def claimed_there(self) -> Path:
        """The same inside of the inbox, where that lies on another drive than the archive.

        Watches with other archives have others.
        """
        mark = hashlib.sha256(os.fsencode(self.archive)).hexdigest()[:12]
        return self.inbox / f".cardscan-{mark}"

    @property
    def unread(self) -> Path:
        """The file that is there while something in the archive may not be read yet."""
        return self.own / "unread"

    def mark_unread(self, *names: str) -> None:
        """Note that something in the archive is to be read, also after a power cut.

        Args:
            *names: Of photos of which it is to be told what became of them.
        """
        is_new = not self.unread.exists()
        with self.unread.open("a", encoding="utf-8") as stream:
            stream.writelines(f"{name}\n" for name in names)
            stream.flush()
            os.fsync(stream.fileno())
        if is_new:
            settle_on_disk(self.own)

    def unread_names(self) -> tuple[str, ...]:
        """The photos in the archive of which it was not told yet what became of them."""
        lines = self.unread.read_text("utf-8", "replace").splitlines()
        return tuple(name for name in dict.fromkeys(lines) if (self.archive / name).is_file())

    def missing(self) -> Path | None:
        """A folder that was there and is not any more, like one of a drive that was taken out."""
        needed = (self.inbox, self.own, self.quarantine)
        gone = next((folder for folder in needed if not folder.is_dir()), None)
        return self.archive if gone == self.own else gone


def make_rooms(inbox: Path, archive: Path | None = None, quarantine: Path | None = None) -> Rooms:
    """The folders of a watch, made where they are not there yet.

    Args:
        inbox: Where photos arrive.
        archive: Where those go that were read; None for a folder beside the inbox.
        quarantine: Where those go that cannot be read; None for a folder beside the inbox.

    Raises:
        UsageError: There is no such inbox, a folder lies inside of another, or cannot be made
            or written to.
    """
    home = inbox.resolve()
    if not home.is_dir():
        raise UsageError(f"There is no folder {shown(inbox)}; make it, or check the spelling.")
    if home == home.parent:
        raise UsageError(f"{shown(inbox)} is a whole drive; name a folder on it.")
    rooms = Rooms(
        inbox=home,
        archive=(archive or home.with_name(f"{home.name}-read")).resolve(),
        quarantine=(quarantine or home.with_name(f"{home.name}-not-read")).resolve(),
    )
    _refuse_overlap(rooms)
    for folder in (rooms.archive, rooms.own, rooms.claimed, rooms.quarantine):
        _make(folder)
    _refuse_overlap(rooms)  # what was made may be a link after all
    for folder in (rooms.inbox, rooms.archive, rooms.quarantine):
        if not os.access(folder, os.W_OK | os.X_OK):
            raise UsageError(f"Nothing can be moved in {shown(folder)}; allow that, or name another.")
    return rooms


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as exc:
        raise UsageError(
            f"{shown(folder)} cannot be made ({exc.strerror}); name a folder in one that is there."
        ) from exc
    if folder.is_symlink():
        raise UsageError(f"{shown(folder)} leads elsewhere; name the folder itself.")


def _refuse_overlap(rooms: Rooms) -> None:
    """Raise where a folder lies in another, under whatever names: what is read would arrive again."""
    folders = (rooms.inbox, rooms.archive, rooms.quarantine)
    for inner, outer in permutations(folders, 2):
        if outer == inner or outer in inner.parents or _identity(outer) in set(_identities(inner)):
            raise UsageError(
                f"{shown(inner)} lies in {shown(outer)}. What arrives, what was read and what cannot be read "
                "need three folders, none inside of another."
            )


def _identities(folder: Path) -> Iterator[tuple[int, int]]:
    """A folder and those it lies in, by what they are and not by what they are called."""
    for place in (folder, *folder.parents):
        if identity := _identity(place):
            yield identity


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
