"""Pictures that come from a phone, on their way into the folder of an event."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Literal

from cardscan.ocr.decode.filetype import HEAD_SIZE, find_kind

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

    from cardscan.ocr.decode.filetype import Kind

MAX_FILE_BYTES = 40_000_000
"""Of a picture: phones of 108 megapixels make JPEGs of 30 MB."""

MAX_FILES_A_REQUEST = 20
"""Pictures that a browser without JavaScript sends at a time; the page's own script sends one by one."""

MAX_REQUEST_BYTES = 200_000_000
"""Of a request: twenty pictures of 10 MB.  So much lies in the system's temporary folder meanwhile."""

MAX_FILES = 1_000
"""Pictures that are taken until the command is started again: more cards than anybody is handed in a day."""

MIN_FREE_BYTES = 500_000_000
"""That stay free on the disk, so that the book can be written and the computer goes on working."""

_SUFFIXES: dict[Kind, str] = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "HEIF": ".heic", "TIFF": ".tif"}
"""What phones make.  PDFs have pages without end, and archives are not opened at all."""

_PIECE_BYTES = 1_000_000

Refusal = Literal["empty", "too_large", "no_picture", "too_many", "disk_full", "not_written"]
"""Why a picture was not taken: a key of the page's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What became of a picture that was sent.

    Attributes:
        name: Its file in the folder; empty where it was refused.
        refused: Why it was not taken; None where it was.
    """

    name: str = ""
    refused: Refusal | None = None


class Inbox:
    """Takes pictures into a folder, under names of its own; decodes nothing.

    Args:
        folder: The folder, which is made where it is not there.
        clock: Gives the time, for the names.
    """

    def __init__(self, folder: Path, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._clock = clock
        self._count = 0
        self._hashes: dict[str, tuple[int, str]] = {}
        self._lock = Lock()

    def obstacle(self) -> Refusal | None:
        """Why no picture at all is taken now; None where some are."""
        if self._count >= MAX_FILES:
            return "too_many"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            free = min(shutil.disk_usage(place).free for place in (self.folder, tempfile.gettempdir()))
        except OSError:
            return "not_written"
        return "disk_full" if free < MIN_FREE_BYTES + MAX_REQUEST_BYTES else None

    def take(self, sent: BinaryIO) -> Received:
        """Take a picture; one whose content lies in the folder already is that file.

        Args:
            sent: Its content, at its beginning.
        """
        with self._lock:
            try:
                if refused := self.obstacle() or _unfit(sent):
                    return Received(refused=refused)
                return self._keep(sent)
            except OSError:
                return Received(refused="not_written")

    def _keep(self, sent: BinaryIO) -> Received:
        suffix = _SUFFIXES[kind] if (kind := _kind(sent)) else ""
        hidden = self.folder / f".{secrets.token_hex(8)}.part"
        try:
            size, digest = _copy(sent, hidden)
            name = self._same(size, digest) or self._place(hidden, suffix)
            self._hashes[name] = (size, digest)
            return Received(name=name)
        finally:
            hidden.unlink(missing_ok=True)

    def _place(self, hidden: Path, suffix: str) -> str:
        """Give a picture a name that no other file has."""
        while True:
            self._count += 1
            # Three digits at least: pictures called 1 and 2 pass for two sides of a card.
            path = self.folder / f"{self._clock():%Y%m%d-%H%M%S}-{self._count:03}{suffix}"
            if not os.path.lexists(path):
                hidden.replace(path)
                _settle_on_disk(self.folder)
                return path.name

    def _same(self, size: int, digest: str) -> str | None:
        """The picture in the folder that has this content."""
        with os.scandir(self.folder) as entries:
            near = [
                entry.name
                for entry in entries
                if entry.name.endswith(tuple(_SUFFIXES.values()))
                and not entry.name.startswith(".")
                and entry.is_file(follow_symlinks=False)
                and entry.stat(follow_symlinks=False).st_size == size
            ]
        return next((name for name in sorted(near) if self._hash(name, size) == digest), None)

    def _hash(self, name: str, size: int) -> str:
        known = self._hashes.get(name)
        if known is None or known[0] != size:
            with (self.folder / name).open("rb") as stream:
                known = self._hashes[name] = (size, hashlib.file_digest(stream, "sha256").hexdigest())
        return known[1]


def _unfit(sent: BinaryIO) -> Refusal | None:
    size = sent.seek(0, os.SEEK_END)
    if size == 0:
        return "empty"
    if size > MAX_FILE_BYTES:
        return "too_large"
    return None if _kind(sent) in _SUFFIXES else "no_picture"


def _kind(sent: BinaryIO) -> Kind | None:
    """What a file is by its content; what its name and the request say of it counts for nothing."""
    sent.seek(0)
    return find_kind(sent.read(HEAD_SIZE))


def _copy(sent: BinaryIO, path: Path) -> tuple[int, str]:
    """Write a file that only this user may read; its size in bytes and its SHA-256."""
    sent.seek(0)
    digest, size = hashlib.sha256(), 0
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as stream:
        while piece := sent.read(_PIECE_BYTES):
            digest.update(piece)
            size += len(piece)
            stream.write(piece)
        stream.flush()
        os.fsync(stream.fileno())
    return size, digest.hexdigest()


def _settle_on_disk(folder: Path) -> None:
    """Have the disk keep a name; only some systems can be asked to."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
