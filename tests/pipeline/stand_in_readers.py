"""Readers without a model: what they see is told by the shade of the picture."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.errors import MissingExtraError
from cardscan.ocr.record import WordBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

SHADE = 20
"""Grey levels between the pictures of two persons."""

NAMES = ("", "Ada Winter", "Ben Sommer", "Clara Herbst", "Dora Lenz", "Emil Frost")


class ShadeReader:
    """Sees a person's name and e-mail address; nothing on a black picture."""

    name = "shade"
    knows_doubt = False

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        return tuple(_lines(pixels)) if _person(pixels) else ()

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        person = _person(pixels)
        if not person:
            return ()
        texts = (NAMES[person], f"{NAMES[person].split()[0].lower()}@example.com")
        return tuple(
            WordBox(text=word, quad=_share(quad, place, len(words)), confidence=0.99, piece=piece)
            for piece, (text, quad) in enumerate(zip(texts, _lines(pixels), strict=True))
            for words in [text.split()]
            for place, word in enumerate(words)
        )

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        return tuple(("", 0.0) for _ in strips)


class CrashingReader(ShadeReader):
    """Takes its process down at the picture of person 3, as a broken decoder does."""

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        if _person(pixels) == 3:
            os._exit(11)
        return super().read(pixels, texts)


class RaisingReader(ShadeReader):
    """Fails at the picture of person 3 in a way that nobody foresaw."""

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        if _person(pixels) == 3:
            raise LookupError(NAMES[3])
        return super().read(pixels, texts)


class UninstalledReader(ShadeReader):
    """Lacks its program."""

    def find_text(self, _: Pixels) -> tuple[Quad, ...]:
        raise MissingExtraError("The stand-in", "pip install stand-in")


def _person(pixels: Pixels) -> int:
    return round(float(pixels[pixels.shape[0] // 2, pixels.shape[1] // 2, 0]) / SHADE)


def _lines(pixels: Pixels) -> list[Quad]:
    height, width = pixels.shape[:2]
    return [
        geometry.rectangle(0.1 * width, top * height, 0.6 * width, (top + 0.1) * height) for top in (0.2, 0.6)
    ]


def _share(quad: Quad, place: int, parts: int) -> Quad:
    left, top, right, bottom = geometry.bounds(quad)
    width = (right - left) / parts
    return geometry.rectangle(left + place * width, top, left + (place + 0.9) * width, bottom)
