"""What a file would have its decoder do over and over, counted before it is decoded.

Limits on size say nothing of it: a file of 100 kB can send a decoder over its pixels
thousands of times, or through millions of parts that are all empty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from cardscan.ocr.decode.heif_tiles import tiled_pixels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from cardscan.ocr.decode.filetype import Kind
    from cardscan.ocr.decode.source import Source

MOST_SCANS = 50
"""Of a JPEG: each goes over all its pixels.  Programs write 3 to 20."""

MOST_PARTS = 50_000
"""Segments of a JPEG, chunks of a PNG, entries of the pages of a TIFF.  A PNG of 200 MB in
chunks of 8 kB, as libpng writes them, has 25,000."""

MOST_RLE_BYTES = 20_000_000
"""Of a BMP that is packed, which Pillow unpacks byte by byte: 3 million bytes a second."""

_MARKER = re.compile(rb"\xff[^\0\xd0-\xd7\xff]")
"""In the pixels of a JPEG 0xff is followed by 0, or by the mark of a restart (ITU-T T.81, B.1.1.5)."""

_START_OF_IMAGE, _END_OF_IMAGE, _START_OF_SCAN, _TEMPORARY = 0xD8, 0xD9, 0xDA, 0x01
_BLOCK_BYTES = 65_536
_PNG_HEAD_BYTES = 8
_BMP_COMPRESSION = slice(30, 34)
_BMP_PACKED = (1, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """How a file is put together, as far as it costs time and memory.

    Attributes:
        scans: Of a JPEG: how often its pixels are gone over; else 1.
    """

    scans: int = 1


def read_structure(source: Source, kind: Kind) -> Structure:
    """How a file is put together.

    Args:
        source: The file.
        kind: What its first bytes say it is.

    Raises:
        PhotoError: Decoding it would take far longer than a picture of its size may.
    """
    count = _COUNTS.get(kind)
    if count is None:
        return Structure()
    with source.path.open("rb") as stream:
        return count(stream, source)


def _of_jpeg(stream: BinaryIO, source: Source) -> Structure:
    scans = 0
    for number, marker in enumerate(_segments(stream)):
        scans += marker == _START_OF_SCAN
        if scans > MOST_SCANS or number > MOST_PARTS:
            raise _endless(source)
    return Structure(scans=scans)


def _segments(stream: BinaryIO) -> Iterator[int]:
    """The markers of a JPEG up to its end; what may follow there is another picture."""
    while (marker := _next_marker(stream)) not in (None, _END_OF_IMAGE):
        yield marker
        if marker not in (_START_OF_IMAGE, _TEMPORARY):
            length = int.from_bytes(stream.read(2), "big")
            stream.seek(max(0, length - 2), 1)


def _next_marker(stream: BinaryIO) -> int | None:
    """The next marker, behind which the stream then stands."""
    while block := stream.read(_BLOCK_BYTES):
        if found := _MARKER.search(block):
            stream.seek(found.end() - len(block), 1)
            return block[found.end() - 1]
        if block.endswith(b"\xff") and len(block) > 1:
            stream.seek(-1, 1)  # its second byte comes with the next block
    return None


def _of_png(stream: BinaryIO, source: Source) -> Structure:
    stream.seek(_PNG_HEAD_BYTES)
    for _ in range(MOST_PARTS):
        head = stream.read(8)
        if len(head) < 8 or head.endswith(b"IEND"):  # noqa: PLR2004 - length and name, four bytes each
            return Structure()
        stream.seek(int.from_bytes(head[:4], "big") + 4, 1)
    raise _endless(source)


def _of_tiff(stream: BinaryIO, source: Source) -> Structure:
    """Follow the pages of a TIFF, which may well lead in a circle (TIFF 6.0, section 2; BigTIFF)."""
    head = stream.read(16)
    order = "little" if head.startswith(b"II") else "big"
    count_bytes, entry_bytes, link_bytes = (8, 20, 8) if b"+" in head[2:4] else (2, 12, 4)

    def number(data: bytes) -> int:
        return int.from_bytes(data, order)  # type: ignore[arg-type]

    place = number(head[8:16] if link_bytes == 8 else head[4:8])  # noqa: PLR2004 - bytes of a link
    seen: set[int] = set()
    entries = 0
    while place and place not in seen and len(seen) <= source.limits.pages:
        seen.add(place)
        stream.seek(place)
        here = number(stream.read(count_bytes))
        entries += here
        if entries > MOST_PARTS:
            raise _endless(source)
        stream.seek(here * entry_bytes, 1)
        place = number(stream.read(link_bytes))
    return Structure()


def _of_bmp(stream: BinaryIO, source: Source) -> Structure:
    compression = int.from_bytes(stream.read(34)[_BMP_COMPRESSION], "little")
    if compression in _BMP_PACKED and stream.seek(0, 2) > MOST_RLE_BYTES:
        raise source.refuse("it is a packed BMP of more than 20 MB, which takes too long; save it as PNG.")
    return Structure()


def _of_heif(stream: BinaryIO, source: Source) -> Structure:
    """A picture is put together from tiles; those of a fair one cover it once."""
    if tiled_pixels(stream) > 2 * source.limits.pixels:
        raise _endless(source)
    return Structure()


def _endless(source: Source) -> Exception:
    return source.refuse(
        "it is put together so that reading it would take far too long; open it in a program for"
        " pictures and save it again, as JPEG."
    )


_COUNTS: Mapping[Kind, Callable[[BinaryIO, Source], Structure]] = {
    "JPEG": _of_jpeg,
    "PNG": _of_png,
    "TIFF": _of_tiff,
    "BMP": _of_bmp,
    "HEIF": _of_heif,
}
