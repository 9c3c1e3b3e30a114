"""A hand that holds a card: fingers below it and a thumb on its edge, never on text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

if TYPE_CHECKING:
    import random

    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]
    Limb = tuple[tuple[float, float], tuple[float, float], float]

DOTS_PER_MM = 8.0
SIDE_MM = 190.0
SKINS = ((0.93, 0.74, 0.63), (0.87, 0.66, 0.53), (0.66, 0.46, 0.34), (0.42, 0.28, 0.2))
OVER_EDGE_MM = 3.4
"""How far the thumb reaches onto the card; text stands further in."""
THUMB_MM = 9.5
"""Half a thumb's width."""


def hand(rng: random.Random, card_mm: tuple[float, float]) -> tuple[Image.Image, Image.Image]:
    """What of the hand lies below the card and what above it, in RGBA, centred on the card.

    Args:
        rng: Source of chance: the skin.
        card_mm: Width and height of the card that it holds.
    """
    width, height = card_mm
    skin = rng.choice(SKINS)
    below: list[Limb] = [((-width * 0.1, height * 0.5), (width * 0.12, height * 1.25), 34.0)]
    for finger in range(4):
        x = -width * 0.42 + finger * 19.5
        below.append(((x, height * 0.3), (x + 4, -height / 2 - 9 - 5 * (finger in {1, 2})), 8.0))
    tip = height / 2 - OVER_EDGE_MM + THUMB_MM
    above: list[Limb] = [((width * 0.2, tip), (width * 0.34, tip + 60), THUMB_MM)]
    return _drawn(below, skin), _drawn(above, skin)


def _drawn(limbs: list[Limb], skin: tuple[float, float, float]) -> Image.Image:
    side = round(SIDE_MM * DOTS_PER_MM)
    rows, columns = (np.mgrid[0:side, 0:side].astype(np.float32) - side / 2) / DOTS_PER_MM
    colour, mask = np.zeros((side, side, 3), np.float32), np.zeros((side, side), np.float32)
    for limb in limbs:
        inside = _inside(columns, rows, limb)
        round_off = 0.62 + 0.38 * np.sqrt(np.clip(inside, 0, 1))
        edge = np.clip(inside * limb[2] / 0.4, 0, 1)
        colour += (np.array(skin, np.float32) * round_off[..., None] - colour) * edge[..., None]
        mask = np.maximum(mask, edge)
    pores = np.random.default_rng(side).standard_normal((side // 3, side // 3)).astype(np.float32)
    colour *= 1 + 0.02 * cv2.resize(pores, (side, side))[..., None]
    pixels = np.dstack([cv2.GaussianBlur(colour, (0, 0), 1.5), mask])
    return Image.fromarray(np.asarray(np.clip(pixels, 0, 1) * 255, np.uint8))


def _inside(columns: Pixels, rows: Pixels, limb: Limb) -> Pixels:
    """How deep each point lies in a limb: 1 on its axis, 0 at its skin, less outside; shape (h, w)."""
    (x0, y0), (x1, y1), radius = limb
    along = ((columns - x0) * (x1 - x0) + (rows - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)
    along = np.clip(along, 0, 1)
    far = np.hypot(columns - x0 - along * (x1 - x0), rows - y0 - along * (y1 - y0))
    return np.asarray(1 - far / radius, np.float32)
