"""Which way up a card is, by evidence from its own text."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2

from cardscan import geometry
from cardscan.ocr.warp import strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels, Reader

VOTERS = 4
"""Pieces of text that are read both ways up; the longest ones say most."""


def is_upside_down(pixels: Pixels, texts: Sequence[Quad], reader: Reader) -> bool:
    """Whether a card's text reads better after half a turn.

    Args:
        pixels: The flat card, uint8, shape (height, width, 3), BGR.
        texts: Where text stands on it, in its pixels.
        reader: Reads the votes.

    Returns:
        True where the longest pieces of text, weighted by what is read in them,
        are believed more when turned by 180 degrees.
    """
    voters = sorted(texts, key=lambda text: geometry.size(text)[0], reverse=True)[:VOTERS]
    strips = [strip(pixels, text) for text in voters]
    turned = [cast("Pixels", cv2.rotate(one, cv2.ROTATE_180)) for one in strips]
    return _belief(reader.read_lines(turned)) > _belief(reader.read_lines(strips))


def _belief(read: Sequence[tuple[str, float]]) -> float:
    weight = sum(len(text) for text, _ in read)
    return sum(len(text) * belief for text, belief in read) / weight if weight else 0.0
