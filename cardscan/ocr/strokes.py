"""The strokes of a piece of text: their colour, width and run, as figures without a verdict."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np
import numpy.typing as npt

from cardscan import geometry
from cardscan.ocr.warp import strip

if TYPE_CHECKING:
    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

Plane = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

HEIGHT_PX = 64
"""Height to which a strip is brought, so that its figures do not hang on its size."""

LETTER_HEIGHT = 0.2
"""Least height of a letter, as a share of the strip's: dots and grain are lower."""

LETTER_PX = 20
"""Least area of a letter."""

WINDOW_DEG = 4
"""How far the edges of straight strokes lie apart in their direction."""

UPRIGHT_DEG = 35
"""How far a stem leans in italics, at most."""

FEW = 1e-9
"""Keeps a sum without strokes from dividing by nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Figures of the strokes of one piece of text.

    Attributes:
        colour: CIELAB a and b of the strokes' cores.
        chroma: Distance of that colour from the ground's.
        mixed: Distance in a and b within which three quarters of the strokes keep to ``colour``.
        cover: Share of the strip that is ink.
        pen: Mean half width of the strokes, as a share of the strip's height.
        disorder: Entropy in nats of the directions of the strokes' edges.
        stems: Share of the edges that run in one upright direction, give or take ``WINDOW_DEG``.
        bars: Share of the edges that run along the line.
        wander: How far the letters' feet stray from a line, as a share of the strip's height.
        heights: Standard deviation of the letters' heights, as a share of the strip's.
    """

    colour: tuple[float, float]
    chroma: float
    mixed: float
    cover: float
    pen: float
    disorder: float
    stems: float
    bars: float
    wander: float
    heights: float


def ink_of(pixels: Pixels, quad: Quad) -> Ink:
    """The strokes of one piece of text.

    Args:
        pixels: The flat card, uint8, shape (height, width, 3), BGR.
        quad: Where the piece stands on it.
    """
    lab = _lab(pixels, quad)
    ground = np.median(lab.reshape(-1, 3), axis=0)
    contrast = cast("Plane", np.linalg.norm(lab - ground, axis=2))
    grey = np.clip(2 * contrast, 0, 255).astype(np.uint8)
    _, mask = cv2.threshold(grey, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    ink = mask > 0
    colour, mixed = _colour(lab, contrast, ink)
    disorder, stems, bars = _directions(contrast)
    wander, heights = _letters(cast("Pixels", mask))
    return Ink(
        colour=colour,
        chroma=float(np.hypot(colour[0] - ground[1], colour[1] - ground[2])),
        mixed=mixed,
        cover=float(ink.mean()),
        pen=_pen(cast("Pixels", mask)),
        disorder=disorder,
        stems=stems,
        bars=bars,
        wander=wander,
        heights=heights,
    )


def _lab(pixels: Pixels, quad: Quad) -> Plane:
    """The strip in CIELAB, ``HEIGHT_PX`` high."""
    cut = strip(pixels, quad)
    width, height = geometry.size(quad)
    size = max(8, round(width * HEIGHT_PX / max(height, 1.0))), HEIGHT_PX
    level = cv2.resize(cut, size, interpolation=cv2.INTER_CUBIC)
    return cast("Plane", cv2.cvtColor(level.astype(np.float32) / 255, cv2.COLOR_BGR2LAB))


def _colour(lab: Plane, contrast: Plane, ink: Mask) -> tuple[tuple[float, float], float]:
    """The colour of the strokes' cores, and how far a quarter of them strays from it at least."""
    if not ink.any():
        return (0.0, 0.0), 0.0
    core = lab[ink & (contrast >= np.median(contrast[ink]))][:, 1:]
    middle = np.median(core, axis=0)
    strays = np.linalg.norm(core - middle, axis=1)
    return (float(middle[0]), float(middle[1])), float(np.percentile(strays, 75))


def _pen(mask: Pixels) -> float:
    """Half the width of the strokes along their middles."""
    depth = cv2.distanceTransform(mask, cv2.DIST_L2, 3)
    middle = depth[(depth >= cv2.dilate(depth, np.ones((3, 3))) - 1e-3) & (depth >= 1)]
    return float(middle.mean() / HEIGHT_PX) if len(middle) else 0.0


def _directions(contrast: Plane) -> tuple[float, float, float]:
    """Disorder of the directions of edges, and the shares of stems and bars."""
    smooth = cv2.GaussianBlur(contrast, (0, 0), 1)
    across, down = (cv2.Sobel(smooth, cv2.CV_32F, dx, 1 - dx) for dx in (1, 0))
    degrees = np.degrees(np.arctan2(down, across)).astype(int) % 180
    counts = np.bincount(degrees.ravel(), np.hypot(across, down).ravel(), 180)
    shares = counts / (counts.sum() + FEW)
    around = np.concatenate([shares[-WINDOW_DEG:], shares, shares[:WINDOW_DEG]])
    near = np.convolve(around, np.ones(2 * WINDOW_DEG + 1), "valid")
    stems = max(near[:UPRIGHT_DEG].max(), near[-UPRIGHT_DEG:].max())
    bars = near[90 - 2 * WINDOW_DEG : 90 + 2 * WINDOW_DEG].max()
    return float(-(shares * np.log(shares + FEW)).sum()), float(stems), float(bars)


def _letters(mask: Pixels) -> tuple[float, float]:
    """How far the letters' feet stray from a line, and how unlike their heights are."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    tall = stats[1:, cv2.CC_STAT_HEIGHT] > LETTER_HEIGHT * HEIGHT_PX
    letters = stats[1:][tall & (stats[1:, cv2.CC_STAT_AREA] > LETTER_PX)].astype(float)
    if not len(letters):
        return 0.0, 0.0
    left, top, width, height = letters[:, :4].T
    feet, middles = top + height, left + width / 2
    along = middles - middles.mean()
    strays = feet - feet.mean() - along * (along @ feet) / max(float(along @ along), FEW)
    return float(strays.std() / HEIGHT_PX), float(height.std() / HEIGHT_PX)
