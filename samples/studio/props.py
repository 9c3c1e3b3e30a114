"""Things on a table that are no cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image

from studio.draw import DOTS_PER_MM

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]

SIDE_MM = 160.0
SAUCER_MM, CUP_MM, COFFEE_MM = 72.0, 41.0, 37.5
"""Radii of the saucer, of the cup's rim and of the coffee in it."""


def cup_of_coffee() -> Image.Image:
    """A cup of coffee on its saucer from straight above, RGBA at ``DOTS_PER_MM``."""
    side = round(SIDE_MM * DOTS_PER_MM / 2)  # drawn at half the resolution: there is nothing fine in it
    rows, columns = np.mgrid[-1 : 1 : side * 1j, -1 : 1 : side * 1j].astype(np.float32) * (SIDE_MM / 2)
    radius = np.hypot(columns, rows)
    towards_light = -(columns * 0.79 + rows * 0.61)
    handle = _handle(columns, rows)
    colour = _saucer(radius, towards_light)
    colour = _shaded(colour, np.maximum(_disc(np.hypot(columns - 5, rows - 4), CUP_MM + 2), handle))
    colour = _over(colour, handle, _grey(0.9 + 0.003 * (towards_light + 40)))
    colour = _over(colour, _disc(radius, CUP_MM), _grey(0.9 + 0.0016 * towards_light))
    colour = _over(colour, _disc(radius, CUP_MM - 2.2), _grey(0.7 - 0.004 * towards_light))
    colour = _over(colour, _disc(radius, COFFEE_MM), _coffee(columns, rows, radius))
    pixels = np.dstack([cv2.GaussianBlur(colour, (0, 0), 2.0), _disc(radius, SAUCER_MM)])
    picture = Image.fromarray(np.asarray(np.clip(pixels, 0, 1) * 255, np.uint8))
    return picture.resize((2 * side, 2 * side), Image.Resampling.BILINEAR)


def _disc(radius: Pixels, limit_mm: float) -> Pixels:
    """1 inside, 0 outside, with an edge a fifth of a millimetre wide."""
    return np.asarray(np.clip((limit_mm - radius) / 0.2 + 0.5, 0, 1), np.float32)


def _grey(value: Pixels) -> Pixels:
    return np.asarray(np.clip(value, 0, 1)[..., None] * np.array([1.0, 0.985, 0.955]), np.float32)


def _over(below: Pixels, mask: Pixels, above: Pixels) -> Pixels:
    return np.asarray(below + (above - below) * mask[..., None], np.float32)


def _shaded(colour: Pixels, mask: Pixels) -> Pixels:
    soft = cv2.GaussianBlur(mask, (0, 0), 26)
    return np.asarray(colour * (1 - 0.45 * soft)[..., None], np.float32)


def _saucer(radius: Pixels, towards_light: Pixels) -> Pixels:
    """Glazed, with a raised rim and a well in which the cup stands."""
    slope = np.exp(-(((radius - 50) / 4) ** 2)) - 0.8 * np.exp(-(((radius - SAUCER_MM + 3) / 2.2) ** 2))
    return _grey(0.86 + 0.0008 * towards_light - 0.0016 * slope * towards_light)


def _handle(columns: Pixels, rows: Pixels) -> Pixels:
    """A bar with a round end from the rim to the lower right, seen from above."""
    along = columns * 0.87 + rows * 0.5
    across = -columns * 0.5 + rows * 0.87
    return _disc(np.hypot(across, np.maximum(along - 56, 0) + np.maximum(-along, 0)), 5.2)


def _coffee(columns: Pixels, rows: Pixels, radius: Pixels) -> Pixels:
    """Nearly black in the middle, crema at the edge, and the window mirrored in it."""
    angle = np.arctan2(rows, columns)
    edge = COFFEE_MM - 5 - 2.2 * np.sin(3 * angle + 1) - 1.4 * np.sin(7 * angle)
    crema = np.clip((radius - edge) / 4, 0, 1)[..., None]
    brown = np.array([0.17, 0.085, 0.04]) * (1 - crema) + np.array([0.62, 0.4, 0.2]) * crema
    window = np.exp(-(((columns + 13) / 9) ** 4) - ((rows + 12) / 6) ** 4)[..., None]
    return np.asarray(brown + 0.5 * window, np.float32)
