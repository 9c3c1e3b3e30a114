"""A flat card becomes one that has been in a pocket."""

from __future__ import annotations

import cv2
import numpy as np
from PIL import Image

from studio.draw import DOTS_PER_MM

CREASES = 4
SHARP_MM = 1.4
"""Half the width of a crease."""
BENT_MM = 0.5
"""How far a steep slope moves the print; much more, and creases would swallow letters."""
MARGIN_MM = 2.0
"""Room around the card, into which its bent edges reach."""


def crumpled(card: Image.Image, strength: float, seed: int) -> Image.Image:
    """The card with creases and bends, in RGBA, a margin around it.

    Args:
        card: The flat card at ``DOTS_PER_MM``.
        strength: How badly it has been treated, in [0, 1].
        seed: Of the creases.
    """
    margin = round(MARGIN_MM * DOTS_PER_MM)
    whole = Image.new("RGBA", (card.width + 2 * margin, card.height + 2 * margin), (0, 0, 0, 0))
    whole.paste(card, (margin, margin))
    slope = _slopes(whole.size, np.random.default_rng(seed)) * strength
    rows, columns = np.mgrid[0 : whole.height, 0 : whole.width].astype(np.float32)
    shift = slope * BENT_MM * DOTS_PER_MM
    bent = cv2.remap(np.asarray(whole), columns + shift[0], rows + shift[1], cv2.INTER_LINEAR).astype(
        np.float32
    )
    bent[..., :3] *= np.clip(1 - 0.22 * (slope[0] * 0.8 + slope[1] * 0.6), 0.5, 1.25)[..., None]
    return Image.fromarray(np.asarray(np.clip(bent, 0, 255), np.uint8))


def _slopes(size: tuple[int, int], rng: np.random.Generator) -> np.ndarray:
    """How steep the surface is, to the right and downwards; about -1 to 1, float32 of shape (2, h, w)."""
    width, height = size
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    slope = np.zeros((2, height, width), np.float32)
    for _ in range(CREASES):
        angle, x, y = rng.uniform(0, np.pi), rng.uniform(0.1, 0.9) * width, rng.uniform(0.1, 0.9) * height
        across = np.array([np.cos(angle), np.sin(angle)], np.float32)
        beyond = (columns - x) * across[0] + (rows - y) * across[1]
        fold = np.tanh(beyond / (SHARP_MM * DOTS_PER_MM)) * np.exp(-np.abs(beyond) / (18 * DOTS_PER_MM))
        slope += rng.uniform(0.4, 0.8) * across[:, None, None] * fold
    bend = cv2.resize(rng.standard_normal((4, 5)).astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    slope += 0.35 * np.stack([bend, -bend])
    return np.asarray(slope, np.float32)
