"""How many pixels a HEIF picture is put together from, told by its header.

A picture can be a grid of 65,025 tiles that are all the same one, or a grid of grids:
decoders decode them all, however small the picture is that comes out.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_META_BYTES = 20_000_000
"""Far above what the header of any picture takes."""

_MOST_BOXES = 20_000
_DEEPEST = 8
ENDLESS = 10**12
"""What is said of a header that cannot be followed to its end."""


def tiled_pixels(stream: BinaryIO) -> int:
    """The pixels that are decoded for all pictures of the file that are put together from others.

    Args:
        stream: The file, from its start.

    Returns:
        Each tile counted as often as it is used; 0 where no picture is put together.

    Source:
        ISO/IEC 14496-12, 8.11 (meta, iref, iprp); ISO/IEC 23008-12, 6.5.3 (ispe) and 6.6 (dimg).
    """
    meta = _meta(stream)
    parts: dict[int, list[int]] = defaultdict(list)
    sizes: dict[int, int] = {}
    for name, box in _boxes(meta[4:]):
        if name == b"iref":
            for item, used in _derived(box):
                parts[item] += used
        elif name == b"iprp":
            sizes |= _sizes(box)
    known: dict[int, int] = {}
    return sum(_cost(item, parts, sizes, known, depth=0) for item in tuple(parts))


def _meta(stream: BinaryIO) -> bytes:
    """The header, without that of its own box; empty where there is none."""
    for _ in range(_MOST_BOXES):
        head = stream.read(8)
        size, name = int.from_bytes(head[:4], "big"), head[4:8]
        if size == 1:
            size = int.from_bytes(stream.read(8), "big") - 8
        if len(head) < 8 or size < 8:  # noqa: PLR2004 - the head of a box
            return b""
        if name == b"meta":
            return stream.read(min(size - 8, _META_BYTES))
        stream.seek(size - 8, 1)
    return b""


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The boxes that follow each other in some bytes, each with its name."""
    place = 0
    while len(data) - place >= 8:  # noqa: PLR2004 - the head of a box
        size, start = int.from_bytes(data[place : place + 4], "big"), 8
        if size == 1:
            size, start = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        size = size or len(data) - place  # 0: to the end
        if size < start:
            return
        yield data[place + 4 : place + 8], data[place + start : place + size]
        place += size


def _derived(iref: bytes) -> Iterator[tuple[int, list[int]]]:
    """Each item that is put together, with the items it is put together from."""
    width = 4 if iref[:1] == b"\1" else 2
    for name, box in _boxes(iref[4:]):
        if name == b"dimg":
            count = int.from_bytes(box[width : width + 2], "big")
            used = box[width + 2 : width + 2 + count * width]
            yield int.from_bytes(box[:width], "big"), _numbers(used, width)


def _numbers(data: bytes, width: int) -> list[int]:
    return [int.from_bytes(data[place : place + width], "big") for place in range(0, len(data), width)]


def _sizes(iprp: bytes) -> dict[int, int]:
    """The pixels of each item: the largest size that is noted of it."""
    areas: list[int] = [0]  # properties count from 1
    sizes: dict[int, int] = {}
    for name, box in _boxes(iprp):
        if name == b"ipco":
            areas += [
                int.from_bytes(prop[4:8], "big") * int.from_bytes(prop[8:12], "big") if kind == b"ispe" else 0
                for kind, prop in _boxes(box)
            ]
    for name, box in _boxes(iprp):
        if name == b"ipma":
            for item, properties in _associations(box):
                noted = [areas[one] for one in properties if one < len(areas)]
                sizes[item] = max([sizes.get(item, 0), *noted])
    return sizes


def _associations(ipma: bytes) -> Iterator[tuple[int, list[int]]]:
    """Each item with the numbers of its properties."""
    item_width = 4 if ipma[:1] != b"\0" else 2
    width = 2 if ipma[3:4] and ipma[3] & 1 else 1
    count, place = int.from_bytes(ipma[4:8], "big"), 8
    for _ in range(min(count, len(ipma))):
        item = int.from_bytes(ipma[place : place + item_width], "big")
        place += item_width
        many = ipma[place] if place < len(ipma) else 0
        data = ipma[place + 1 : place + 1 + many * width]
        yield item, [one & (1 << (8 * width - 1)) - 1 for one in _numbers(data, width)]
        place += 1 + many * width


def _cost(
    item: int, parts: dict[int, list[int]], sizes: dict[int, int], known: dict[int, int], *, depth: int
) -> int:
    """The pixels that are decoded for an item."""
    if item not in known:
        if depth > _DEEPEST:
            return ENDLESS
        known[item] = ENDLESS  # until it is known: for one that is put together from itself
        used = parts.get(item)
        known[item] = (
            sum(_cost(one, parts, sizes, known, depth=depth + 1) for one in used)
            if used
            else sizes.get(item, 0)
        )
    return known[item]
