"""The first step: a file becomes upright pages of 8-bit pixels, or a sentence that says why not."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.ocr.decode import pdf, picture
from cardscan.ocr.decode.filetype import ARCHIVE, HEAD_SIZE, Kind, find_kind, find_other, is_archive
from cardscan.ocr.decode.source import Limits, Source
from cardscan.ocr.folder import PHOTO_SUFFIXES
from cardscan.ocr.record import Photo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import BufferedReader
    from pathlib import Path

    from cardscan.ocr.reader import Pixels

_DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """One page of a photo file; a photo from a camera has one.

    Attributes:
        number: From 1.
        pixels: uint8, shape (height, width, 3), BGR, upright by the camera's word.
    """

    number: int
    pixels: Pixels


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPhoto:
    """A photo whose header has been read and whose pixels have not.

    It keeps no file open and no pixels in memory.

    Attributes:
        photo: What is known of it already: path, content hash, capture time.
        source: The file.
        kind: What its first bytes say it is.
        frames: Indexes of its pages in the file, from 0.
    """

    photo: Photo
    source: Source
    kind: Kind
    frames: tuple[int, ...]

    def pages(self) -> Iterator[Page]:
        """Decode page after page, one at a time in memory.

        Yields:
            The pages, in the order of the file.

        Raises:
            PhotoError: A page is damaged; the ones before it have been handed out.
        """
        for number, frame in enumerate(self.frames, start=1):
            with self.source.told(_words(self.kind)):
                pixels = self._decode(frame)
            yield Page(number=number, pixels=pixels)

    def _decode(self, frame: int) -> Pixels:
        if self.kind == "PDF":
            return pdf.decode(self.source, frame)
        return picture.decode(self.source, self.kind, frame)


def open_photo(path: Path, *, shown_as: str, limits: Limits = _DEFAULT_LIMITS) -> OpenPhoto:
    """Read a photo's header and hash its bytes.

    The kind of file is told by its content; its name does not matter.

    Args:
        path: The file: JPEG, PNG, WebP, TIFF, BMP, HEIF or PDF.
        shown_as: What messages and the record call it: its path relative to the
            scanned folder, printable.
        limits: How much of the file is read at most.

    Returns:
        The photo, ready to be decoded.

    Raises:
        NotAPhotoError: The file is a picture or a video of a kind we do not read,
            or neither a picture nor named like one.
        PhotoError: The file cannot be read, with the reason.
    """
    source = Source(path=path, shown_as=shown_as, limits=limits)
    _check_file(source)
    with source.told("file"), path.open("rb") as stream:
        kind = _kind(stream.read(HEAD_SIZE), source)
        content_hash = _hash(stream)
    with source.told(_words(kind)):
        header = pdf.read_header(source) if kind == "PDF" else picture.read_header(source, kind)
    photo = Photo(path=shown_as, content_hash=content_hash, taken_at=header.taken_at)
    return OpenPhoto(photo=photo, source=source, kind=kind, frames=header.frames)


def _check_file(source: Source) -> None:
    """Refuse what is no ordinary file of a fair size, before it is opened."""
    try:
        status = source.path.stat()
    except PermissionError as exc:
        raise source.refuse("it may not be opened; allow reading it and scan again.") from exc
    except (OSError, ValueError) as exc:
        raise source.refuse(_why_missing(source.path, exc)) from exc
    if stat.S_ISDIR(status.st_mode):
        raise source.refuse(
            "it is a folder that was not read; if it holds photos, allow opening it and scan it by itself."
        )
    if not stat.S_ISREG(status.st_mode):
        raise source.refuse("it is not an ordinary file; copy the picture itself here.")
    if status.st_size == 0:
        raise source.refuse("the file is empty (0 bytes); copy it again from where it was made.")
    if status.st_size > source.limits.bytes:
        raise source.refuse(
            f"the file is {status.st_size / 1e6:,.0f} MB, more than the {source.limits.bytes / 1e6:,g} MB"
            " that are read; save a smaller copy of it."
        )


def _why_missing(path: Path, error: Exception) -> str:
    if getattr(error, "errno", None) == errno.ENAMETOOLONG:
        return "its path is longer than this system can open; move it to a folder further up."
    if os.path.islink(path):  # noqa: PTH114 - the other raises for a name that no file can have
        return "it is a link that leads nowhere; copy the picture itself here."
    return "there is no such file; it may have been moved or renamed during the scan."


def _kind(head: bytes, source: Source) -> Kind:
    kind = find_kind(head)
    if kind:
        return kind
    other = find_other(head)
    if other:
        raise source.pass_over(f"{other}, which is not read; if it shows a card, save it as JPEG or PNG.")
    if source.path.suffix.lower() not in PHOTO_SUFFIXES:
        raise source.pass_over(ARCHIVE if is_archive(head) else "no picture that is read")
    if is_archive(head):
        raise source.refuse(f"its name promises a picture, but it is {ARCHIVE}.")
    raise source.refuse("its name promises a picture, but there is none inside; copy the original again.")


def _hash(stream: BufferedReader) -> str:
    """SHA-256 of the whole file, in hex, read in chunks."""
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()


def _words(kind: Kind) -> str:
    return "PDF" if kind == "PDF" else f"{kind} picture"
