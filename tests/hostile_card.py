"""A card that attacks whatever its text gets to, on a photo that says where it was taken."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

from drawn_code import code
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from pathlib import Path

MARK = "QuaysideAtDusk"
"""Stands in everything that the camera wrote beside the pixels."""

PRINTED = (
    "Eve Marlowe",
    "Head of {{ 7 * 7 }} Sales",
    "<script>alert(1)</script> Ltd",
    "eve@hostile.example",
    "+44 20 7946 0101",
)
ESCAPES = "\x1b]52;c;aWQ=\x07\x1b]8;;https://hostile.example\x07\x1b[2J\u009b31m\x00\x85"
TURNED = "\u202egnp.exe\u2066\u200f"
CODE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\n"
    "N:Marlowe;Eve;;;\r\nFN:Eve Marlowe\r\n"
    'ORG:=HYPERLINK("https://hostile.example"\\,"x");@SUM(1+1)\r\n'
    f"TITLE:+cmd|'calc'!A0 {ESCAPES}{TURNED}\\nBEGIN:VEVENT\\r\\nEND:VCARD\r\n"
    "EMAIL:eve@hostile.example\r\nTEL;TYPE=CELL:+447700900123\r\n"
    "URL:javascript:alert(document.cookie)\r\n"
    'URL:https://hostile.example/"><img src=x onerror=alert(1)>\r\n'
    "ADR;TYPE=WORK:;;-2+3 <b onclick=alert(1)>Quay</b>;{{ 7 * 7 }}{% for x in y %};\tX;LS2 9YZ;UK\r\n"
    "NOTE:=1+1; -2+3; {{ event.__class__ }}\r\nEND:VCARD\r\n"
)  # fmt: skip


def put_photo(path: Path) -> None:
    """The card, with a code that says more, taken at a place that nobody shall know."""
    picture = Image.new("RGB", (1500, 900), (250, 250, 245))
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(PRINTED):
        pen.text((80, 60 + 130 * number), line, fill="black", font=ImageFont.load_default(44))
    drawn = Image.fromarray(code(CODE, module_px=5))
    picture.paste(drawn, (1480 - drawn.width, 880 - drawn.height))
    stream = io.BytesIO()
    xmp = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><d>{MARK}</d></x:xmpmeta>'.encode()
    picture.save(stream, "JPEG", quality=92, exif=_tags(), xmp=xmp, comment=MARK.encode())
    data = stream.getvalue()
    path.write_bytes(data[:2] + _thumbnail() + _press_data() + data[2:])


def _tags() -> bytes:
    """Exif data with a place: 51.5 north, 0.12 west."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B] = MARK, f"{MARK} camera", f"{MARK} owner"
    exif.get_ifd(0x8769)[0xA431] = f"{MARK} number"
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[3], place[4] = "N", (51.0, 30.0, 0.0), "W", (0.0, 7.0, 12.0)
    place[27] = b"ASCII\0\0\0" + MARK.encode()
    return exif.tobytes()


def _thumbnail() -> bytes:
    """A small picture in a segment of its own, as JFIF 1.02 has it."""
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "red").save(stream, "JPEG", comment=MARK.encode())
    return _segment(0xE0, b"JFXX\0\x10" + stream.getvalue())


def _press_data() -> bytes:
    """A caption and a city as picture agencies write them (IPTC-IIM in a Photoshop segment)."""
    fields = b"".join(
        struct.pack(">BBBH", 0x1C, 2, kind, len(MARK)) + MARK.encode() for kind in (90, 120, 80)
    )
    padded = fields + bytes(len(fields) % 2)
    return _segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(fields)) + padded)


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data
