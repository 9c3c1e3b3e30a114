"""Photos of cards, damaged by chance: the same seed damages them in the same way."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pillow_heif
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

_LINES = ("Ada Winter", "Head of Sales", "Northwind Tools Ltd", "ada@northwind.example", "+44 20 7946 0101")
_SAVED_AS: tuple[tuple[str, str, dict[str, object]], ...] = (
    (".jpg", "JPEG", {"quality": 80}),
    (".jpg", "JPEG", {"quality": 80, "progressive": True}),
    (".png", "PNG", {}),
    (".webp", "WEBP", {"quality": 80}),
    (".webp", "WEBP", {"lossless": True}),
    (".tif", "TIFF", {}),
    (".tif", "TIFF", {"compression": "tiff_lzw"}),
    (".tif", "TIFF", {"compression": "tiff_adobe_deflate"}),
    (".tif", "TIFF", {"compression": "jpeg"}),
    (".bmp", "BMP", {}),
    (".heic", "HEIF", {"quality": 60}),
    (".pdf", "PDF", {}),
    (".gif", "GIF", {}),
)
SUFFIXES = (*dict.fromkeys(suffix for suffix, _, _ in _SAVED_AS), ".jpeg", ".mpo", ".txt", "")


def draw_card(size_px: tuple[int, int] = (720, 440)) -> Image.Image:
    """A card of somebody who does not exist."""
    picture = Image.new("RGB", size_px, (250, 250, 245))
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(_LINES):
        font = ImageFont.load_default(40 if number == 0 else 28)
        pen.text((50, 40 + 75 * number), line, fill=(20, 20, 40), font=font)
    return picture


def whole_copies(size_px: tuple[int, int] = (720, 440)) -> list[tuple[str, bytes]]:
    """The card in every kind of file, each with its suffix."""
    pillow_heif.register_heif_opener()
    tags = Image.Exif()
    tags[0x0132] = "2026:11:20 18:30:05"
    card = draw_card(size_px)
    copies = []
    for suffix, kind, options in _SAVED_AS:
        stream = io.BytesIO()
        takes_tags = kind in ("JPEG", "PNG", "WEBP", "TIFF", "HEIF")
        card.save(stream, kind, **options, **({"exif": tags.tobytes()} if takes_tags else {}))
        copies.append((suffix, stream.getvalue()))
    return copies


def damaged_copies(count: int, chance: Random) -> Iterator[tuple[str, bytes]]:
    """Copies that are damaged, each with a suffix that is mostly the right one."""
    copies = whole_copies()
    for _ in range(count):
        suffix, data = chance.choice(copies)
        damage = chance.choice(_DAMAGES)
        damaged = damage(data, chance.choice(copies)[1], chance)
        yield suffix if chance.random() < 0.8 else chance.choice(SUFFIXES), damaged


def _flipped(data: bytes, _: bytes, chance: Random) -> bytes:
    return _with_flips(data, chance, len(data), chance.choice((1, 3, 30, 300)))


def _flipped_head(data: bytes, _: bytes, chance: Random) -> bytes:
    return _with_flips(data, chance, min(600, len(data)), chance.choice((1, 3, 10)))


def _with_flips(data: bytes, chance: Random, reach: int, count: int) -> bytes:
    changed = bytearray(data)
    for _ in range(count):
        changed[chance.randrange(reach)] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut_off(data: bytes, _: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _cut_out(data: bytes, _: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randrange(1, 5000) :]


def _spliced(data: bytes, other: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))] + other[chance.randrange(len(other)) :]


def _behind(data: bytes, other: bytes, _: Random) -> bytes:
    return data + other


def _within(data: bytes, other: bytes, chance: Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + other + data[start:]


def _zeroed(data: bytes, _: bytes, chance: Random) -> bytes:
    start, length = chance.randrange(len(data)), chance.randrange(1, 5000)
    return data[:start] + bytes(len(data[start : start + length])) + data[start + length :]


def _large_numbers(data: bytes, _: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 4)):
        start = chance.randrange(min(600, len(data)))
        value = chance.choice(
            (b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\0\0\0\0", b"\xff\xff", b"\0\1\0\0")
        )
        changed[start : start + len(value)] = value
    return bytes(changed)


def _in_disorder(data: bytes, _: bytes, chance: Random) -> bytes:
    first, second = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:first] + data[second:] + data[first:second]


_DAMAGES: tuple[Callable[[bytes, bytes, Random], bytes], ...] = (
    _flipped,
    _flipped_head,
    _cut_off,
    _cut_out,
    _spliced,
    _behind,
    _within,
    _zeroed,
    _large_numbers,
    _in_disorder,
)
