"""What a card lies on: textures made from noise, as seen from straight above."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import cv2
import numpy as np

from studio.printed import newspaper_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    Pixels = NDArray[np.float32]
    Surface = Callable[[np.random.Generator], Pixels]

SIDE_PX = 2600
"""Side of a texture."""

PX_PER_MM = 8.0
"""Resolution of a texture, which is therefore 325 mm wide."""


def noise(rng: np.random.Generator, wide_px: float, high_px: float | None = None) -> Pixels:
    """Smooth noise of mean 0 and standard deviation 1, shape (SIDE_PX, SIDE_PX).

    Args:
        rng: Source of chance.
        wide_px: Typical width of a blotch in pixels.
        high_px: Typical height; the width where not given.
    """
    columns, rows = (max(4, round(SIDE_PX / size)) for size in (wide_px, high_px or wide_px))
    coarse = rng.standard_normal((rows, columns)).astype(np.float32)
    fine = cv2.resize(coarse, (SIDE_PX, SIDE_PX), interpolation=cv2.INTER_CUBIC)
    return np.asarray((fine - fine.mean()) / fine.std(), np.float32)


def tinted(value: Pixels, dark: str, light: str) -> Pixels:
    """A picture whose colour runs from dark (value 0) to light (value 1), shape (h, w, 3), RGB in [0, 1]."""
    low, high = (
        np.array([int(c[i : i + 2], 16) / 255 for i in (1, 3, 5)], np.float32) for c in (dark, light)
    )
    return np.asarray(low + np.clip(value, 0, 1)[..., None] * (high - low), np.float32)


def _wood(rng: np.random.Generator, dark: str, light: str, board_mm: float) -> Pixels:
    rows, columns = np.mgrid[0:SIDE_PX, 0:SIDE_PX].astype(np.float32)
    value = np.full((SIDE_PX, SIDE_PX), 0.55, np.float32)
    # Growth rings cut lengthwise: long bands, bent by slow noise, different on every board.
    bend = 26 * noise(rng, 1500, 190) + 5 * noise(rng, 400, 40)
    boards = np.floor(rows / (board_mm * PX_PER_MM))
    shift = rng.uniform(0, 400, int(boards.max()) + 1).astype(np.float32)[boards.astype(int)]
    tone = rng.uniform(-0.13, 0.13, int(boards.max()) + 1).astype(np.float32)[boards.astype(int)]
    value += (
        tone + 0.1 * np.sin((rows + bend + shift) / 15.0) + 0.05 * np.sin((rows + 1.7 * bend + shift) / 4.6)
    )
    value += 0.045 * noise(rng, 260, 3) + 0.03 * noise(rng, 70, 2)
    pores = noise(rng, 46, 2.2) + 0.4 * noise(rng, 300, 60)
    value -= 0.2 * np.clip(pores - 1.5, 0, 1.2)
    seam = np.abs(np.mod(rows + 1.2 * np.sin(columns / 500), board_mm * PX_PER_MM) - 4)
    value -= 0.5 * np.exp(-((seam / 2.2) ** 2))
    return tinted(value, dark, light)


def oak(rng: np.random.Generator) -> Pixels:
    """A light oak table of broad boards."""
    return _wood(rng, "#7a5228", "#dcb483", 95)


def walnut(rng: np.random.Generator) -> Pixels:
    """A dark walnut table."""
    return _wood(rng, "#24140c", "#84583a", 130)


def ash(rng: np.random.Generator) -> Pixels:
    """A pale, greyish table of narrow boards."""
    return _wood(rng, "#857766", "#e6dccb", 62)


def _weave(rng: np.random.Generator, dark: str, light: str, thread_mm: float) -> Pixels:
    rows, columns = np.mgrid[0:SIDE_PX, 0:SIDE_PX].astype(np.float32)
    pitch = thread_mm * PX_PER_MM
    x = columns / pitch + 0.25 * noise(rng, 300, 60)
    y = rows / pitch + 0.25 * noise(rng, 60, 300)
    over = (np.floor(x) + np.floor(y)) % 2
    warp, weft = np.abs(np.sin(np.pi * x)), np.abs(np.sin(np.pi * y))
    value = 0.3 + 0.4 * np.where(over > 0, warp * (0.6 + 0.4 * weft), weft * (0.6 + 0.4 * warp))
    # Single threads are thicker or paler than their neighbours over their whole length.
    value += 0.07 * noise(rng, pitch, 1200) + 0.07 * noise(rng, 1200, pitch) + 0.03 * noise(rng, 3)
    value += 0.06 * noise(rng, 700)
    return tinted(value, dark, light)


def linen(rng: np.random.Generator) -> Pixels:
    """A natural linen tablecloth."""
    return _weave(rng, "#8d806b", "#f0e8d8", 0.75)


def denim(rng: np.random.Generator) -> Pixels:
    """A blue cloth."""
    return _weave(rng, "#16233f", "#5f7fae", 0.6)


def desk(rng: np.random.Generator) -> Pixels:
    """A light grey office desk, nearly plain."""
    return tinted(0.6 + 0.06 * noise(rng, 3) + 0.05 * noise(rng, 600), "#9a9c9d", "#d8d9d8")


def slate(rng: np.random.Generator) -> Pixels:
    """A dark stone table with fine speckles."""
    speckle = np.clip(noise(rng, 4) - 1.9, 0, 1)
    value = 0.35 + 0.1 * noise(rng, 5) + 0.1 * noise(rng, 90) + 0.12 * noise(rng, 500) + 0.9 * speckle
    return tinted(value, "#16181b", "#4c5157")


def cork(rng: np.random.Generator) -> Pixels:
    """A cork board."""
    grains = 0.5 + 0.17 * noise(rng, 13) + 0.1 * noise(rng, 5) + 0.05 * noise(rng, 300)
    pits = np.clip(noise(rng, 17, 11) - 1.7, 0, 1)
    return tinted(grains - 0.5 * pits, "#5e3c1c", "#cda06a")


def leather(rng: np.random.Generator) -> Pixels:
    """A dark red desk pad."""
    ridges = np.abs(noise(rng, 10)) + 0.7 * np.abs(noise(rng, 6))
    return tinted(0.25 + 0.22 * np.clip(ridges, 0, 2) + 0.05 * noise(rng, 400), "#2c0c0d", "#7d3532")


def paper(rng: np.random.Generator) -> Pixels:
    """A squared writing pad."""
    rows, columns = np.mgrid[0:SIDE_PX, 0:SIDE_PX].astype(np.float32)
    near = np.minimum(np.mod(rows, 5 * PX_PER_MM), np.mod(columns, 5 * PX_PER_MM))
    value = 0.92 - 0.3 * np.exp(-(((near - 1) / 1.1) ** 2)) + 0.012 * noise(rng, 3) + 0.01 * noise(rng, 200)
    return tinted(value, "#7f96b4", "#f2f0ea")


def sheet(rng: np.random.Generator) -> Pixels:
    """Plain white paper, as white as a card."""
    return tinted(0.6 + 0.1 * noise(rng, 3) + 0.15 * noise(rng, 500), "#e6e5e1", "#efeeeb")


def felt(rng: np.random.Generator) -> Pixels:
    """Black felt."""
    return tinted(0.4 + 0.15 * noise(rng, 2.5) + 0.1 * noise(rng, 300), "#0d0e10", "#202225")


def newspaper(rng: np.random.Generator) -> Pixels:
    """A page of close print."""
    page = newspaper_page(random.Random(int(rng.integers(2**32))), SIDE_PX, PX_PER_MM)
    ink = (np.asarray(page.convert("L")) / 255).astype(np.float32)
    return tinted(ink + 0.02 * noise(rng, 3) + 0.02 * noise(rng, 300), "#3a3936", "#dcd8cd")


SURFACES: dict[str, Surface] = {
    "oak": oak,
    "walnut": walnut,
    "ash": ash,
    "linen": linen,
    "denim": denim,
    "desk": desk,
    "slate": slate,
    "cork": cork,
    "leather": leather,
    "paper": paper,
    "sheet": sheet,
    "felt": felt,
    "newspaper": newspaper,
}
