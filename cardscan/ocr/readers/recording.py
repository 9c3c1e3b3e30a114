"""What a reader gave for some pictures, kept as JSON.

A picture is known again by its looks, not by its bytes: decoders and warps differ
by a grey level between systems and releases, so that a hash of the pixels would
fail where the picture is the same to any reader.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from cardscan.errors import RecordError
from cardscan.ocr.record import WordBox

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

LOOK_SIZE = (48, 12)
"""Columns and rows of the thumbnail by which a picture is known; wide, to tell lines apart."""

LOOK_TOLERANCE = 3.0
"""Mean grey levels by which two thumbnails of one picture may differ; other cards differ by tens."""

SHAPE_TOLERANCE = 0.03
"""Share by which the ratio of width to height may differ: a pixel of rounding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One call of a reader and its answer.

    Attributes:
        call: "find_text", "read" or "read_lines".
        look: Grey levels of the picture's thumbnail, row by row, in hex.
        width_px: Width of the picture.
        height_px: Height of the picture.
        texts: What ``find_text`` gave.
        words: What ``read`` gave.
        line: Text and confidence that ``read_lines`` gave for this strip.
    """

    call: str
    look: str
    width_px: int
    height_px: int
    texts: tuple[Quad, ...] = ()
    words: tuple[WordBox, ...] = ()
    line: tuple[str, float] = ("", 0.0)

    def difference(self, pixels: Pixels) -> float | None:
        """Mean grey levels between this picture and another; none where they are not one."""
        height, width = pixels.shape[:2]
        stretch = (width / height) / (self.width_px / self.height_px)
        a = np.frombuffer(bytes.fromhex(self.look), np.uint8).astype(float)
        b = np.frombuffer(bytes.fromhex(look(pixels)), np.uint8).astype(float)
        difference = float(np.abs(a - b).mean())
        alike = abs(stretch - 1) <= SHAPE_TOLERANCE and difference <= LOOK_TOLERANCE
        return difference if alike else None


def look(pixels: Pixels) -> str:
    """The thumbnail by which a picture is known, in hex.

    Args:
        pixels: uint8, shape (height, width, 3), BGR.
    """
    grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
    return cv2.resize(grey, LOOK_SIZE, interpolation=cv2.INTER_AREA).tobytes().hex()


def save(recorded: tuple[Recorded, ...], path: Path) -> None:
    """Write a recording, one call a line, so that a difference can be read."""
    rows = ",\n".join(json.dumps(asdict(one), ensure_ascii=False) for one in recorded)
    path.write_text(f"[\n{rows}\n]\n", encoding="utf-8")


def load(path: Path) -> tuple[Recorded, ...]:
    """A recording from its file.

    Raises:
        RecordError: The file is missing or holds no recording.
    """
    try:
        return tuple(map(_recorded, json.loads(path.read_text(encoding="utf-8"))))
    except (OSError, KeyError, TypeError, ValueError, OverflowError, RecursionError) as exc:
        raise RecordError(str(path), f"this is no recording of a reader ({exc!r})") from exc


def _recorded(data: dict[str, Any]) -> Recorded:
    text, confidence = data["line"]
    return Recorded(
        call=str(data["call"]),
        look=str(data["look"]),
        width_px=int(data["width_px"]),
        height_px=int(data["height_px"]),
        texts=tuple(map(_quad, data["texts"])),
        words=tuple(
            WordBox(
                text=str(word["text"]),
                quad=_quad(word["quad"]),
                confidence=float(word["confidence"]),
                piece=int(word["piece"]),
            )
            for word in data["words"]
        ),
        line=(str(text), float(confidence)),
    )


def _quad(data: Any) -> Quad:
    a, b, c, d = ((float(x), float(y)) for x, y in data)
    return a, b, c, d
