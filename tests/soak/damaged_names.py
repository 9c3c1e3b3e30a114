"""Files whose names do harm, or that are no files."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = (
    b"new\nline\r.jpg",
    b"\x1b[2J\x1b]0;owned\x07\x1b]8;;mailto:x@x.example\x07.jpg",
    b"\x1b]52;c;aWQ=\x07.jpg",
    "next\u0085line\u009b31m.jpg".encode(),
    "card\u202egpj.exe.jpg".encode(),
    "\u2066isolated\u2069.jpg".encode(),
    b"caf\xe9\xff\xfe.jpg",
    b"=cmd|'calc'!A0.jpg",
    b"+1; =1+1.jpg",
    b"<script>alert(1)<!--.jpg",
    b"{{ 7 * 7 }}{% for.jpg",
    b"..\\..\\windows.jpg",
    b"%2e%2e%2fetc.jpg",
    b"-rf --output=x.jpg",
    b"[bold red]markup[blink].jpg",
    b" lead; trail .jpg ",
    b"BEGIN:VCARD\r\nX:.jpg",
    "a\u0300\u0301\u0302".encode() * 30 + b".jpg",
    b"n" * 251 + b".jpg",
    "名".encode() * 83 + b".jpg",
    b"~",
    b"$(touch owned).jpg",
    b'{"photo": "x"}\n.jpg',
)
"""Names of files as a system gives them: bytes."""

_DEPTH = 20


def make_names(folder: Path, content: bytes) -> None:
    """A file under each name, the same but for its last byte."""
    for number, name in enumerate(NAMES):
        place = os.path.join(os.fsencode(folder), name)  # noqa: PTH118 - bytes
        with open(place, "wb") as stream:  # noqa: PTH123 - bytes
            stream.write(content + bytes((number,)))


def make_no_files(folder: Path) -> None:
    """Things that are called photos, and keep waiting whoever opens them, or never end, or lead astray."""
    os.mkfifo(folder / "pipe.jpg")
    os.mkfifo(folder / "pipe.jpg.txt")  # notes beside a photo
    with socket.socket(socket.AF_UNIX) as server, _inside(folder):
        server.bind("socket.jpg")
    (folder / "zeros.jpg").symlink_to("/dev/zero")
    (folder / "loop.jpg").symlink_to("loop.jpg")
    (folder / "gone.jpg").symlink_to("/nowhere/at/all.jpg")
    (folder / "away.jpg").symlink_to("/etc/hostname")
    (folder / "up").symlink_to("..", target_is_directory=True)
    (folder / "folder.jpg").mkdir()
    with (folder / "sparse.jpg").open("wb") as stream:
        stream.write(b"\xff\xd8\xff\xe0")
        stream.truncate(300_000_000)
    with suppress(PermissionError):  # where devices cannot be made, there are none to fear
        os.mknod(folder / "device.jpg", 0o600 | 0o020000, os.makedev(1, 5))


def make_depth(folder: Path, content: bytes) -> None:
    """A photo in a folder in a folder …, so deep that no path leads to it."""
    with _inside(folder):
        for _ in range(_DEPTH):
            os.mkdir("d" * 250)  # noqa: PTH102 - below the folder we are in
            os.chdir("d" * 250)
        with open("card.jpg", "wb") as stream:  # noqa: PTH123 - below the folder we are in
            stream.write(content)


class _inside:  # noqa: N801 - used like a function
    """Another current folder while a block runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before = os.open(".", os.O_RDONLY)

    def __enter__(self) -> None:
        os.chdir(self._folder)

    def __exit__(self, *_: object) -> None:
        os.fchdir(self._before)
        os.close(self._before)
