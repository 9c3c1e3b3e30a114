"""Finds the photos in a folder, and says of every other file why it is left out."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from cardscan.errors import UsageError
from cardscan.ocr.decode.filetype import ARCHIVE, HEAD_SIZE, find_kind, find_other, is_archive

if TYPE_CHECKING:
    from collections.abc import Iterator

_CAMERA_SUFFIXES = (".jpg", ".jpeg", ".jpe", ".jfif", ".mpo", ".heic", ".heif", ".hif")
_OTHER_SUFFIXES = (".png", ".webp", ".tif", ".tiff", ".bmp", ".pdf")
PHOTO_SUFFIXES = frozenset((*_CAMERA_SUFFIXES, *_OTHER_SUFFIXES))
"""Names that promise a photo: what is inside is told when it is opened."""

_REASONS = (
    ("a video", (".mov", ".mp4", ".m4v", ".avi", ".3gp", ".mkv", ".webm")),
    # Raw files and thumbnails pass for TIFF and JPEG, with only a small preview inside.
    (
        "a raw camera file, which is not read; export it as JPEG",
        (".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw"),
    ),
    ("a note that another program keeps beside a picture", (".aae", ".xmp", ".thm", ".json")),
    (
        "a document, not a picture",
        (".txt", ".md", ".csv", ".toml", ".rtf", ".html", ".doc", ".docx", ".xls", ".xlsx", ".vcf"),
    ),
)
_REASON_BY_SUFFIX = {suffix: reason for reason, suffixes in _REASONS for suffix in suffixes}

# Folders where file servers and archives keep thumbnails and deleted files.
_HIDDEN_FOLDERS = frozenset(("@eaDir", "#recycle", "$RECYCLE.BIN", "__MACOSX"))

# st_reparse_tag of a Windows junction (winnt.h, IO_REPARSE_TAG_MOUNT_POINT).
_JUNCTION = 0xA0000003

# PEP 383: the bytes 0x80 to 0xff that are no UTF-8, as Python disguises them in a path.
_DISGUISED_BYTES = range(0xDC80, 0xDD00)

_ESCAPES = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LOST_SPACE = re.compile(r"\A\s|(?<=[ ;]) |\s\Z")
BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the writing direction."""
_INVISIBLE = BIDI_CONTROLS | {"\ufeff"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignored:
    """A file that is listed and not read.

    Attributes:
        path: The file, relative to the listing's folder.
        reason: What it is, or why it is left out, in words.
    """

    path: Path
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Every file of a folder and its subfolders, each in one of two lists.

    Both lists stand in the order of the paths' characters with "/" between the
    parts, which is the same on every system.

    Attributes:
        folder: The folder that was listed.
        photos: What is to be read, relative to the folder.  Among them is also
            what promises a photo and fails when it is opened, so that it is told:
            broken links, subfolders that may not be listed.
        ignored: What is left out, with the reason.  Hidden folders are not listed.
    """

    folder: Path
    photos: tuple[Path, ...]
    ignored: tuple[Ignored, ...]


def find_photos(folder: Path) -> Listing:
    """All photos in a folder and its subfolders.

    Links to files are followed; links to folders are not, so that no loop can
    keep the search from ending.

    Args:
        folder: The folder, or a single file.

    Returns:
        The listing; of a single file its ``folder`` is the one the file lies in.

    Raises:
        UsageError: There is nothing at that path, or the folder may not be listed.
    """
    try:
        if folder.is_dir():
            return _listing(folder, _walk(folder))
        if folder.is_symlink() or folder.exists():
            name = Path(folder.name)
            return _listing(folder.parent, iter([(name, _reason_to_ignore(folder))]))
    except OSError as exc:
        raise UsageError(
            f"{shown(folder)} cannot be opened ({exc.strerror}); allow reading it and try again."
        ) from exc
    raise UsageError(f"There is no folder or file {shown(folder)}; check the spelling.")


def shown(path: PurePath) -> str:
    r"""A path as one printable line of valid UTF-8, with "/" on every system.

    What cannot be printed is escaped: ``\n``, ``\x1b`` for control characters,
    ``\xff`` for bytes that are no UTF-8, ``\u202e`` for marks that turn the
    writing direction, ``\x20`` for a space that a cell of the queue would lose: at
    either end, after another space, or after ``;``.  A backslash in a name becomes two, so that two different
    paths are never shown alike.

    Args:
        path: The path, as the operating system gave it.

    Returns:
        The path for messages and for the ``photo`` column.

    Example:
        >>> from pathlib import PurePosixPath
        >>> print(shown(PurePosixPath("fair/front\nback.jpg")))
        fair/front\nback.jpg
    """
    visible = "".join(_shown_character(character) for character in path.as_posix())
    return _LOST_SPACE.sub(lambda match: _escaped(match.group()), visible)


def _shown_character(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp") and character not in _INVISIBLE:
        return character
    return _escaped(character)


def _escaped(character: str) -> str:
    code = ord(character)
    if code in _DISGUISED_BYTES:
        return f"\\x{code & 0xFF:02x}"
    return f"\\x{code:02x}" if character.isascii() else f"\\u{code:04x}"


def _listing(folder: Path, files: Iterator[tuple[Path, str | None]]) -> Listing:
    ordered = sorted(files, key=lambda file: file[0].as_posix())
    return Listing(
        folder=folder,
        photos=tuple(path for path, reason in ordered if reason is None),
        ignored=tuple(Ignored(path=path, reason=reason) for path, reason in ordered if reason is not None),
    )


def _walk(folder: Path) -> Iterator[tuple[Path, str | None]]:
    """All files under the folder, relative to it, each with the reason to ignore it or None."""
    pending = [Path()]
    while pending:
        place = pending.pop()
        try:
            with os.scandir(folder / place) as entries:
                inside = list(entries)
        except OSError:
            if place == Path():
                raise
            yield place, None
            continue
        for entry in inside:
            path = place / entry.name
            if not is_folder(entry):
                yield path, _reason_to_leave_out(entry)
            elif not is_hidden(entry.name):
                pending.append(path)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder itself, and no link to one."""
    return entry.is_dir(follow_symlinks=False) and not _is_junction(entry)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    try:
        return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION
    except OSError:  # its path is too long, or it is gone: opening it says so
        return False


def is_hidden(name: str) -> bool:
    """Whether a folder of that name is not looked into."""
    return name.startswith(".") or name in _HIDDEN_FOLDERS


def _reason_to_leave_out(entry: os.DirEntry[str]) -> str | None:
    if entry.name.startswith("."):
        return "a hidden file"
    if os.path.isdir(entry.path):  # noqa: PTH112 - the others raise for a link that leads to itself
        return "a link to a folder, which is not followed; scan that folder by itself"
    return _reason_to_ignore(Path(entry.path))


def _reason_to_ignore(path: Path) -> str | None:
    suffix = path.suffix.lower()
    if suffix in PHOTO_SUFFIXES:
        return None
    return _REASON_BY_SUFFIX.get(suffix) or _reason_in_content(path)


def _reason_in_content(path: Path) -> str | None:
    try:
        if not path.is_file():  # a pipe, say, would wait for ever
            return "not an ordinary file"
        with path.open("rb") as stream:
            head = stream.read(HEAD_SIZE)
    except OSError:
        return "a file that cannot be opened, and by its name no picture"
    if find_kind(head):
        return None
    return find_other(head) or (ARCHIVE if is_archive(head) else "no picture that is read")
