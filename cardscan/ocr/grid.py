"""Cards that lie edge to edge: finding the joints between them in a flat picture.

Outlines fail where cards touch, for there is no background between them.  What
remains is the joint: a straight edge over the whole length, that no text
crosses, and whose parts are themselves shaped like cards.
"""

from __future__ import annotations

from itertools import pairwise
from math import log
from statistics import mean
from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from cardscan import geometry
from cardscan.ocr.quads import USUAL_ASPECT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from cardscan.geometry import Point, Quad
    from cardscan.ocr.reader import Pixels

SEARCH_SIDE_PX = 480
"""Longer side at which joints are looked for."""

LARGEST_GRID = 4
"""Cards side by side in one direction."""

CARD_ASPECT = (1.3, 2.1)
"""Long side to short side of one card in a grid, which lies flat."""

JOINT_SHARE = 0.75
"""Least share of a lone joint's length on which an edge is seen; a line of text covers less."""

CROSS_SHARES = (0.45, 0.57)
"""Where joints cross, the share of each, and of all on average: chance edges that cut no text and
leave card shapes rarely cross, and of two white cards side by side the joint hardly shows."""

WANDERING = 0.12
"""How far from its even place a joint may lie, in heights of a card."""

LEAN_PX = 12
"""How far a joint may rise or fall over its length, at the search size."""

LOOSE_BOX = 0.25
"""Share of a text's height by which its box may stand over a joint."""

TEXTS_RANGE = (2, 24)
"""Pieces of text on each card of a grid: fewer are a panel, more are part of a page."""


def split_grid(flat: Pixels, texts: Sequence[Quad]) -> tuple[Quad, ...]:
    """The cards of a grid without gaps, or nothing where the picture is one card.

    Args:
        flat: A flat cut, uint8, shape (height, width, 3), BGR.
        texts: Where text stands in it, in its pixels.

    Returns:
        Corners of each card in the cut's pixels, row by row; empty for one card.
    """
    if len(texts) < 2 * TEXTS_RANGE[0]:
        return ()
    height, width = flat.shape[:2]
    scale = SEARCH_SIDE_PX / max(height, width)
    small = [[(x * scale, y * scale) for x, y in text] for text in texts]
    edges = _edges(flat, scale, small)
    for rows, columns in _layouts(width, height):
        least, usual = CROSS_SHARES if min(rows, columns) > 1 else (JOINT_SHARE, JOINT_SHARE)
        down = _joints(edges, rows, small)
        across = _joints(edges.T, columns, [[(y, x) for x, y in text] for text in small])
        shares = [share for share, _ in (*down, *across)]
        if min(shares) < least or mean(shares) < usual:
            continue
        cells = [
            geometry.rectangle(left, top, right, bottom)
            for top, bottom in pairwise([0.0, *(y / scale for _, y in down), float(height)])
            for left, right in pairwise([0.0, *(x / scale for _, x in across), float(width)])
        ]
        if all(TEXTS_RANGE[0] <= _texts_in(cell, texts) <= TEXTS_RANGE[1] for cell in cells):
            return tuple(cells)
    return ()


def _layouts(width: float, height: float) -> Iterator[tuple[int, int]]:
    """Numbers of rows and columns that make every card card-shaped, the likeliest shape first."""
    shapes = [
        (rows, columns)
        for rows in range(1, LARGEST_GRID + 1)
        for columns in range(1, LARGEST_GRID + 1)
        if rows * columns > 1
    ]
    aspects = {}
    for rows, columns in shapes:
        sides = width / columns, height / rows
        aspects[rows, columns] = max(sides) / min(sides)
    for shape in sorted(shapes, key=lambda shape: abs(log(aspects[shape] / USUAL_ASPECT))):
        if CARD_ASPECT[0] <= aspects[shape] <= CARD_ASPECT[1]:
            yield shape


def _edges(flat: Pixels, scale: float, texts: Sequence[Sequence[Point]]) -> npt.NDArray[np.uint8]:
    """Where colour changes sharply outside letters: 1 on edges, 0 elsewhere, three pixels wide."""
    small = cv2.resize(flat, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    smooth = cv2.GaussianBlur(small, (3, 3), 0)
    edges = np.max([cv2.Canny(channel, 25, 70) for channel in cv2.split(smooth)], axis=0)
    edges = cv2.dilate(edges, np.ones((3, 3), np.uint8)) // 255
    for text in texts:
        a, b, c, d = (np.array(corner) for corner in text)
        core = [
            a + LOOSE_BOX * (d - a),
            b + LOOSE_BOX * (c - b),
            c + LOOSE_BOX * (b - c),
            d + LOOSE_BOX * (a - d),
        ]
        cv2.fillConvexPoly(edges, np.round(core).astype(np.int32), 0)
    return cast("npt.NDArray[np.uint8]", edges)


def _joints(
    edges: npt.NDArray[np.uint8], count: int, texts: Sequence[Sequence[Point]]
) -> list[tuple[float, int]]:
    """The joints between ``count`` rows of cards: on how much of each an edge is seen, and its height."""
    height, width = edges.shape
    joints = []
    for number in range(1, count):
        even, room = height * number / count, WANDERING * height / count
        seams = sorted(_seams(edges, round(even - room), round(even + room)), reverse=True)
        uncrossed = (
            (share, y)
            for share, y, lean in seams
            if not any(_crosses(text, y, lean / width, width) for text in texts)
        )
        joints.append(next(uncrossed, (0.0, 0)))
    return joints


def _seams(edges: npt.NDArray[np.uint8], first: int, last: int) -> Iterator[tuple[float, int, int]]:
    """Straight runs across the picture at heights ``first`` to ``last``: share on edges, height, lean."""
    height, width = edges.shape
    columns, heights = np.arange(width), np.arange(first, last + 1)
    for lean in range(-LEAN_PX, LEAN_PX + 1, 2):
        rows = heights[:, None] + np.round(lean * (columns / width - 0.5)).astype(int)
        shares = edges[np.clip(rows, 0, height - 1), columns].mean(axis=1)
        for y, share in zip(heights, shares, strict=True):
            yield float(share), int(y), lean


def _crosses(text: Sequence[Point], y: int, slope: float, width: int) -> bool:
    """Whether a joint runs through the middle of a text rather than past its loose box."""
    above = [y + slope * (x - width / 2) - corner_y for x, corner_y in text]
    room = LOOSE_BOX * (max(above) - min(above))
    return max(above) > room and min(above) < -room


def _texts_in(cell: Quad, texts: Sequence[Quad]) -> int:
    return sum(geometry.contains(cell, geometry.center(text)) for text in texts)
