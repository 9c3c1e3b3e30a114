"""What kind of file something is, told by its first bytes and not by its name."""

from __future__ import annotations

from typing import Literal

Kind = Literal["JPEG", "PNG", "WEBP", "TIFF", "BMP", "HEIF", "PDF"]
"""The files we read; all but PDF are Pillow's names of its decoders."""

HEAD_SIZE = 1024
"""Bytes from the start of a file that tell its kind; a PDF may begin that late (ISO 32000-1, H.3.4.1)."""

_TIFF_STARTS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_HEIF_BRANDS = frozenset(
    (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
)
_BMP_HEADER_SIZES = frozenset((12, 40, 52, 56, 64, 108, 124))
_OTHER_STARTS = (
    (b"GIF8", "a GIF picture"),
    (b"8BPS", "a Photoshop file"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\x05\x16\x07", "a note that macOS keeps beside a file"),
    (b"\x1aE\xdf\xa3", "a video"),
)

_ARCHIVE_STARTS = (
    b"PK\3\4",
    b"PK\5\6",
    b"7z\xbc\xaf'\x1c",
    b"Rar!\x1a\7",
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ\0",
)
_TAR_MARK = slice(257, 262)

ARCHIVE = (
    "an archive, or a document made like one, which is never unpacked; unpack it and scan what was in it"
)
"""What an archive is called in messages."""


def find_kind(head: bytes) -> Kind | None:
    """The kind of file that begins with these bytes.

    Args:
        head: The first ``HEAD_SIZE`` bytes of the file, or all of a shorter one.

    Returns:
        The kind, or None if we do not read such files.

    Example:
        >>> find_kind(b"%PDF-1.7")
        'PDF'
    """
    kind: Kind | None = None
    if head.startswith(b"\xff\xd8\xff"):
        kind = "JPEG"
    elif head.startswith(b"\x89PNG\r\n\x1a\n"):
        kind = "PNG"
    elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        kind = "WEBP"
    elif head.startswith(_TIFF_STARTS):
        kind = "TIFF"
    elif head.startswith(b"BM") and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        kind = "BMP"  # the two letters alone also begin many a text
    elif head[4:8] == b"ftyp" and head[8:12] in _HEIF_BRANDS:
        kind = "HEIF"
    elif b"%PDF-" in head:
        kind = "PDF"
    return kind


def find_other(head: bytes) -> str | None:
    """What a picture or video is that we do not read, for messages.

    Args:
        head: The first ``HEAD_SIZE`` bytes of the file, or all of a shorter one.

    Returns:
        Words like "a GIF picture", or None if the bytes are no known picture or video.
    """
    for start, words in _OTHER_STARTS:
        if head.startswith(start):
            return words
    if head[4:8] == b"ftyp":
        return "an AVIF picture" if head[8:12] in (b"avif", b"avis") else "a video"
    if head[4:8] in (b"moov", b"mdat", b"wide") or (head.startswith(b"RIFF") and head[8:11] == b"AVI"):
        return "a video"
    return "an SVG drawing" if b"<svg" in head else None


def is_archive(head: bytes) -> bool:
    """Whether a file is packed around others: zip (as office programs do), 7z, rar, gzip, tar.

    Args:
        head: The first ``HEAD_SIZE`` bytes of the file, or all of a shorter one.
    """
    return head.startswith(_ARCHIVE_STARTS) or head[_TAR_MARK] == b"ustar"
