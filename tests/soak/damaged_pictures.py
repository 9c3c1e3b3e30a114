"""Pictures that were made to do harm: small files that unpack to much, or are never done."""

from __future__ import annotations

import io
import re
import struct
import zlib
from functools import cache
from typing import TYPE_CHECKING

import pillow_heif
from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_SIDE_PX = (400, 240)
_MUCH = 100_000_000


def _saved(kind: str, size_px: tuple[int, int] = _SIDE_PX, mode: str = "RGB", **options: object) -> bytes:
    stream = io.BytesIO()
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    Image.new(mode, size_px, "white").save(stream, kind, **options)
    return stream.getvalue()


@cache
def zeros(count: int = _MUCH) -> bytes:
    """So many zeros, packed a thousand times smaller."""
    packer = zlib.compressobj(9)
    blocks = (b"\0" * 1_000_000 for _ in range(count // 1_000_000))
    return b"".join(map(packer.compress, blocks)) + packer.flush()


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _png(width: int, height: int, *others: bytes, data: bytes | None = None) -> bytes:
    """A white PNG of 1 bit a pixel, with other chunks before its pixels."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    packed = zlib.compress((b"\0" + b"\xff" * ((width + 7) // 8)) * height) if data is None else data
    chunks = (head, *others, _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def png_claiming(width: int = 100_000, height: int = 100_000) -> bytes:
    """A PNG whose header claims more pixels than it has."""
    return _png(width, height, data=b"")


def png_with_packed(name: bytes) -> bytes:
    """A PNG with a chunk of text or colours that unpacks to 100 MB."""
    starts = {b"zTXt": b"x\0\0", b"iTXt": b"XML:com.adobe.xmp\0\1\0\0\0", b"iCCP": b"x\0\0"}
    return _png(*_SIDE_PX, _chunk(name, starts[name] + zeros()))


def png_with_many_texts() -> bytes:
    """A PNG with 200 texts, each just below what a decoder takes."""
    text = zlib.compress(b"a" * 1_000_000, 9)
    return _png(*_SIDE_PX, *(_chunk(b"zTXt", b"%d\0\0" % number + text) for number in range(200)))


def png_unpacking_further() -> bytes:
    """A PNG whose pixels go on for 100 MB behind its last line."""
    return _png(*_SIDE_PX, data=zeros())


def png_of_empty_chunks(count: int = 300_000) -> bytes:
    """A PNG of chunks that hold nothing."""
    return _png(*_SIDE_PX, _chunk(b"IDAT", b"") * count)


def png_with_circular_exif() -> bytes:
    """A PNG whose Exif data lead back to themselves."""
    pointer = struct.pack("<HHII", 0x8769, 4, 1, 8)
    return _png(*_SIDE_PX, _chunk(b"eXIf", b"II*\0\x08\0\0\0\x01\0" + pointer + b"\x08\0\0\0"))


def jpeg_of_scans(side_px: int = 2000, scans: int = 1000) -> bytes:
    """A progressive JPEG that has its pixels gone over a thousand times."""
    data = _saved("JPEG", (side_px, side_px), "L", progressive=True)
    last = [found.start() for found in re.finditer(b"\xff\xda", data)][-1]
    return data[:-2] + data[last:-2] * scans + b"\xff\xd9"


def jpeg_of_segments(count: int = 300_000) -> bytes:
    """A JPEG with remarks that are empty before its pixels."""
    data = _saved("JPEG")
    return data[:2] + b"\xff\xfe\0\2" * count + data[2:]


def jpeg_one_colour_a_scan(side_px: int = 5000) -> bytes:
    """A JPEG whose header says nothing of several scans, and whose first one holds one colour of three."""
    data = bytearray(_saved("JPEG", (side_px, side_px)))
    start = data.find(b"\xff\xda")
    scan = struct.pack(">HBBBBBB", 8, 1, 1, 0, 0, 63, 0)
    pixels = bytes(data[start + 2 + int.from_bytes(data[start + 2 : start + 4], "big") : -2])
    one = b"\xff\xda" + scan + pixels
    return bytes(data[:start]) + one + one.replace(scan, scan[:3] + b"\2\x11" + scan[5:]) + b"\xff\xd9"


def _tiff(width: int, height: int, data: bytes, *, packing: int = 1, more: Sequence[bytes] = ()) -> bytes:
    """A grey TIFF of one strip, with other entries of its page behind."""
    values = {
        256: width,
        257: height,
        258: 8,
        259: packing,
        262: 1,
        277: 1,
        278: height,
        279: len(data),
    }
    count = len(values) + 1 + len(more)
    values[273] = 8 + 2 + 12 * count + 4
    entries = b"".join(struct.pack("<HHII", tag, 4, 1, values[tag]) for tag in sorted(values))
    return b"II*\0\x08\0\0\0" + struct.pack("<H", count) + entries + b"".join(more) + bytes(4) + data


def tiff_strip() -> bytes:
    """A TIFF of one strip of 100 megapixels, packed into 100 kB."""
    return _tiff(10_000, 10_000, zeros(), packing=8)


def tiff_unpacking_further() -> bytes:
    """A TIFF whose strip goes on for 100 MB behind its last line."""
    return _tiff(*_SIDE_PX, zeros(), packing=8)


def tiff_tiles() -> bytes:
    """A small TIFF of one tile of 3,600 megapixels."""
    tiles = [struct.pack("<HHII", tag, 4, 1, 60_000) for tag in (322, 323)]
    return _tiff(*_SIDE_PX, zeros(), packing=8, more=tiles)


def tiff_in_a_circle() -> bytes:
    """A TIFF whose first page is its next one too."""
    data = bytearray(_tiff(*_SIDE_PX, b"\xff" * 96_000))
    end = 10 + 12 * struct.unpack("<H", data[8:10])[0]
    data[end : end + 4] = struct.pack("<I", 8)
    return bytes(data)


def tiff_of_entries(pages: int = 60) -> bytes:
    """A TIFF whose pages have 60,000 entries each."""
    count = 60_000
    page_bytes = 2 + 12 * count + 4
    entries = b"".join(struct.pack("<HHII", number + 5000, 3, 1, 0) for number in range(count))
    links = [8 + page_bytes * (page + 1) for page in range(pages - 1)] + [0]
    body = b"".join(struct.pack("<H", count) + entries + struct.pack("<I", link) for link in links)
    return b"II*\0\x08\0\0\0" + body


def tiff_of_pages(count: int = 300) -> bytes:
    """A TIFF of more pages than anybody scans."""
    page = Image.new("1", (64, 64), 1)
    stream = io.BytesIO()
    page.save(stream, "TIFF", save_all=True, append_images=[page] * (count - 1))
    return stream.getvalue()


def bmp_packed(steps: int = 12_000_000) -> bytes:
    """A packed BMP of steps that lead nowhere."""
    colours = bytes(1024)
    body = b"\0\2\0\0" * steps
    head = struct.pack("<IiiHHIIiiII", 40, 5000, 5000, 1, 8, 1, len(body), 0, 0, 256, 0)
    start = 14 + len(head) + len(colours)
    return struct.pack("<2sIHHI", b"BM", start + len(body), 0, 0, start) + head + colours + body


def webp_large() -> bytes:
    """A WebP of 36 megapixels in some bytes."""
    return _saved("WEBP", (6000, 6000), lossless=True, method=0)


def animation(kind: str) -> bytes:
    """A picture that moves."""
    frames = [Image.new("RGB", _SIDE_PX, colour) for colour in ("red", "green", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:])
    return stream.getvalue()


def heif_claiming(width: int, height: int) -> bytes:
    """A HEIF picture whose header tells another size than its pixels have."""
    data = _saved("HEIF", (256, 256), quality=1)
    place = data.find(b"ispe") + 8
    return data[:place] + struct.pack(">II", width, height) + data[place + 8 :]


def _box(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I4s", len(data) + 8, name) + data


def _full(name: bytes, version: int, data: bytes) -> bytes:
    return _box(name, bytes((version, 0, 0, 0)) + data)


def _inside(data: bytes, name: bytes) -> bytes:
    place = data.find(name)
    return data[place - 4 : place - 4 + int.from_bytes(data[place - 4 : place], "big")]


def heif_grid(rows: int, columns: int, size_px: tuple[int, int], tile_px: int, *, idle: int = 0) -> bytes:
    """A HEIF picture put together from one tile over and over.

    Args:
        rows: Tiles from top to bottom, at most 256.
        columns: Tiles from left to right.
        size_px: What the picture says its width and height are.
        tile_px: The sides of the tile.
        idle: Further pictures that nothing uses.
    """
    tile = _saved("HEIF", (tile_px, tile_px), quality=1)
    pixels = _inside(tile, b"mdat")[8:]
    grid = struct.pack(">BBBBII", 0, 1, rows - 1, columns - 1, *size_px)
    items = [(1, b"grid"), *((number, b"hvc1") for number in range(2, 3 + idle))]
    infos = b"".join(_full(b"infe", 3, struct.pack(">IH", item, 0) + kind + b"\0") for item, kind in items)
    uses = struct.pack(">IH", 1, rows * columns) + struct.pack(">I", 2) * (rows * columns)
    sizes = [_full(b"ispe", 0, struct.pack(">II", *size)) for size in (size_px, (tile_px, tile_px))]
    noted = b"".join(struct.pack(">I", item) + (b"\1\1" if item == 1 else b"\2\x82\3") for item, _ in items)
    properties = _box(b"ipco", sizes[0] + _inside(tile, b"hvcC") + sizes[1])
    noted = _full(b"ipma", 1, struct.pack(">I", len(items)) + noted)
    start = _box(b"ftyp", b"heic\0\0\0\0mif1heic")

    def header(place: int) -> bytes:
        where = b"".join(
            struct.pack(">IHHHII", item, 0, 0, 1, place, len(grid))
            if item == 1
            else struct.pack(">IHHHII", item, 0, 0, 1, place + len(grid), len(pixels))
            for item, _ in items
        )
        return _full(
            b"meta",
            0,
            _full(b"hdlr", 0, b"\0\0\0\0pict" + bytes(13))
            + _full(b"pitm", 1, struct.pack(">I", 1))
            + _full(b"iloc", 2, b"\x44\0" + struct.pack(">I", len(items)) + where)
            + _full(b"iinf", 1, struct.pack(">I", len(items)) + infos)
            + _full(b"iref", 1, _box(b"dimg", uses))
            + _box(b"iprp", properties + noted),
        )

    return start + header(len(start) + len(header(0)) + 8) + _box(b"mdat", grid + pixels)


PICTURES: Mapping[str, Callable[[], bytes]] = {
    "claims.png": png_claiming,
    "text.png": lambda: png_with_packed(b"zTXt"),
    "international-text.png": lambda: png_with_packed(b"iTXt"),
    "colours.png": lambda: png_with_packed(b"iCCP"),
    "texts.png": png_with_many_texts,
    "further.png": png_unpacking_further,
    "chunks.png": png_of_empty_chunks,
    "circular-exif.png": png_with_circular_exif,
    "moving.png": lambda: animation("PNG"),
    "scans.jpg": jpeg_of_scans,
    "segments.jpg": jpeg_of_segments,
    "colour-by-colour.jpg": jpeg_one_colour_a_scan,
    "strip.tif": tiff_strip,
    "further.tif": tiff_unpacking_further,
    "tiles.tif": tiff_tiles,
    "circle.tif": tiff_in_a_circle,
    "entries.tif": tiff_of_entries,
    "pages.tif": tiff_of_pages,
    "packed.bmp": bmp_packed,
    "large.webp": webp_large,
    "moving.webp": lambda: animation("WEBP"),
    "moving.gif": lambda: animation("GIF"),
    "claims.heic": lambda: heif_claiming(10_000, 9_000),
    "claims-more.heic": lambda: heif_claiming(2**31 - 1, 2**31 - 1),
    "claims-less.heic": lambda: heif_claiming(100, 100),
    "grid.heic": lambda: heif_grid(32, 32, (600, 400), 1024),
    "grid-of-65025.heic": lambda: heif_grid(255, 255, (65_280, 65_280), 256),
    "items.heic": lambda: heif_grid(2, 2, (512, 512), 256, idle=20_000),
}
"""Names of files, and what makes them."""
