"""What a piece of text looks like, in numbers: which way the edges run in the windows along it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from cardscan.ocr.reader import Pixels

    Numbers = npt.NDArray[np.float32]

HEIGHT_PX = 32
"""Height at which a piece is looked at."""

CELL_PX = 8
DIRECTIONS = 9
"""Kinds of edges that are told apart, 20 degrees each; light-to-dark and dark-to-light are one."""

WINDOW_CELLS, STRIDE_CELLS = 6, 2
"""Width of a window, some two letters, and the step to the next."""

LONGEST_CELLS = 90
"""Columns of cells that are looked at, a line of some forty letters; more tell nothing new."""

LEAST_EDGES = 0.3
"""Share of the middling window's edges below which a window is the ground between words."""


def window_features(strip: Pixels) -> Numbers:
    """The edges in the windows along one piece of text (histograms of oriented gradients).

    Args:
        strip: uint8, shape (height, width, 3), BGR, one upright line.

    Returns:
        float32, shape (windows, 216), each row of length 1; no rows where the strip is of one grey.
    """
    cells = _cells(_line(strip))
    starts = range(0, cells.shape[1] - WINDOW_CELLS + 1, STRIDE_CELLS)
    windows = np.stack([cells[:, start : start + WINDOW_CELLS].ravel() for start in starts])
    edges = np.linalg.norm(windows, axis=1)
    kept = (edges > 1) & (edges > LEAST_EDGES * np.median(edges))
    return cast("Numbers", windows[kept] / edges[kept, None])


def _line(strip: Pixels) -> Numbers:
    """The strip in grey at ``HEIGHT_PX``, as wide as whole cells and at least one window."""
    grey = cv2.cvtColor(strip, cv2.COLOR_BGR2GRAY)
    height, width = grey.shape
    columns = round(width * HEIGHT_PX / height / CELL_PX)
    columns = min(max(columns, WINDOW_CELLS), LONGEST_CELLS)
    shown = min(width, round(columns * CELL_PX * height / HEIGHT_PX) + 1)
    way = cv2.INTER_AREA if height > HEIGHT_PX else cv2.INTER_LINEAR
    wide = min(columns * CELL_PX, max(1, round(shown * HEIGHT_PX / height)))
    line = cv2.resize(grey[:, :shown], (wide, HEIGHT_PX), interpolation=way)
    filled = cv2.copyMakeBorder(line, 0, 0, 0, columns * CELL_PX - wide, cv2.BORDER_REPLICATE)
    return cast("Numbers", filled.astype(np.float32))


def _cells(line: Numbers) -> Numbers:
    """How much edge of each direction is in each cell: float32, shape (4, columns, 9)."""
    across, down = cv2.Sobel(line, cv2.CV_32F, 1, 0), cv2.Sobel(line, cv2.CV_32F, 0, 1)
    strength = np.sqrt(np.hypot(across, down))
    place = (np.arctan2(down, across) % np.pi) * (DIRECTIONS / np.pi)
    lower = np.floor(place).astype(int)
    share = place - lower
    rows, columns = line.shape[0] // CELL_PX, line.shape[1] // CELL_PX
    cells = np.zeros((rows, columns, DIRECTIONS), np.float32)
    for direction in range(DIRECTIONS):
        part = np.where(lower % DIRECTIONS == direction, 1 - share, 0)
        part = part + np.where((lower + 1) % DIRECTIONS == direction, share, 0)
        cells[..., direction] = (strength * part).reshape(rows, CELL_PX, columns, CELL_PX).sum(axis=(1, 3))
    return cells
