"""How large and how sharp the print of a card is in its photo: figures, without a verdict."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from cardscan import geometry
from cardscan.ocr.record import Legibility
from cardscan.ocr.warp import strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from cardscan.ocr.reader import Pixels
    from cardscan.ocr.record import CardImage, TextLine

    Grey = npt.NDArray[np.float32]

LEAST_LETTERS = 6
"""Fewer letters than a short word has are often none: a cup is read as an O."""

LEAST_SIDE_PX = 6
"""A strip with a shorter side has too few pixels to measure an edge in."""

LEAST_CONTRAST = 12
"""Grey levels between ink and ground below which an edge is not told from grain."""

TAILS = (3.0, 97.0)
"""Percentiles of a strip's grey that are ink and ground: letters cover a tenth of it, or more."""

STEEPEST = 97.0
"""Percentile of the slopes that belongs to the strokes' edges; the few above it are grain."""

SAMPLES = 3
"""Every third pixel is enough for a percentile, at a third of the time."""

INK_ROW = 0.3
"""Of the busiest row's slopes, how much a row has that holds letters: readers leave room around a line."""


def measure(pixels: Pixels, card: CardImage, lines: Sequence[TextLine]) -> Legibility | None:
    """How large and how sharp the lines of a card are, in the median over their letters.

    Args:
        pixels: The flat card, uint8, shape (height, width, 3), BGR.
        card: Its record.
        lines: Its text lines.

    Returns:
        The figures; None where hardly anything was read, or nothing large and clear
        enough to measure.
    """
    grey = cast("Pixels", cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY))
    photo_from_card = geometry.inverse(card.card_from_photo)
    heights: list[tuple[float, int]] = []
    edges: list[tuple[float, int]] = []
    for line in lines:
        cut = cast("Grey", strip(grey, line.quad).astype(np.float32))
        edge_px = _edge_px(cut)
        if edge_px is not None:
            height_px = geometry.size(geometry.apply_to_quad(photo_from_card, line.quad))[1]
            heights.append((height_px * _ink_share(cut), len(line.text)))
            edges.append((edge_px, len(line.text)))
    if sum(letters for _, letters in edges) < LEAST_LETTERS:
        return None
    return Legibility(print_px=round(_median(heights), 2), edge_px=round(_median(edges), 2))


def _edge_px(line: Grey) -> float | None:
    """Pixels that a stroke's edge takes from ink to ground; None where that cannot be told.

    Contrast over the steepest slope, which on a blurred edge is its width from a tenth
    to nine tenths.  The lesser of the slopes across and along the line counts: a
    shake blurs in one direction only.
    """
    if min(line.shape) < LEAST_SIDE_PX:
        return None
    ink, ground = np.percentile(line.ravel()[::SAMPLES], TAILS)
    slope = min(
        float(np.percentile(np.abs(np.diff(line, axis=axis)).ravel()[::SAMPLES], STEEPEST)) for axis in (0, 1)
    )
    contrast = float(ground - ink)
    return contrast / max(slope, 1.0) if contrast >= LEAST_CONTRAST else None


def _ink_share(line: Grey) -> float:
    """Share of a strip's height that its letters take."""
    slopes = np.abs(np.diff(line, axis=1)).mean(axis=1)
    rows = np.flatnonzero(slopes >= INK_ROW * slopes.max())
    return float(rows[-1] - rows[0] + 1) / len(slopes)


def _median(weighted: Sequence[tuple[float, int]]) -> float:
    """The value in the middle, each counted as often as its weight says."""
    ordered = sorted(weighted)
    half = sum(weight for _, weight in ordered) / 2
    for value, weight in ordered:
        half -= weight
        if half <= 0:
            return value
    return ordered[-1][0]
