"""Where lines of text stand, found from letter shapes alone, for readers that cannot say it well.

Letters are strokes much thinner than they are tall, and a line is a row of such
shapes of like size.  That holds for dark text on light cards and for the
reverse, at every size, and needs no model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

    Grey = npt.NDArray[np.uint8]

STROKE_PX = 21
"""Strokes up to about this wide are seen; those of a card's largest words at 1400 pixels are."""

LEAST_CONTRAST = 18
"""Grey levels between ink and ground below which a shape is grain of the picture."""

LETTER_HEIGHTS_PX = (7, 160)
"""Least and greatest height of a letter, at 1400 pixels across the card."""

LONGEST_SHAPE = 12
"""Joined letters are at most this many times as wide as tall; rules and edges are longer."""

REACH = 0.7
"""A letter reaches this share of its height to each side for its neighbour."""

LONG_RUN = 5
"""From this length, in letter heights, a run shows its own tilt; a shorter one is taken as level."""

LEAST_RUN = 1.5
"""Runs shorter than this, in letter heights, are single signs or grain."""

SAME_HEIGHT = 0.55
"""Lines this alike in height, one inside the other, are one line seen twice."""

SPARE = 0.2
"""Room left around a line, in line heights, so that no accent or descender is cut."""


def find_lines(pixels: Pixels) -> tuple[Quad, ...]:
    """Quads around what looks like lines of level text.

    Args:
        pixels: uint8, shape (height, width, 3), BGR, lines within some 15 degrees of level.

    Returns:
        One quad a run of letters, in the picture's pixels, tilted as the run is.
    """
    grey = cast("Grey", cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY))
    shape = (grey.shape[0], grey.shape[1])
    dark, light = (
        _runs(_letters(_ink(grey, kind)), shape) for kind in (cv2.MORPH_BLACKHAT, cv2.MORPH_TOPHAT)
    )
    return _distinct([*dark, *light])


def _ink(grey: Grey, kind: int) -> Grey:
    """255 where a thin stroke is darker (black hat) or lighter (top hat) than its ground."""
    kernel = cv2.getStructuringElement(cv2.MORPH_RECT, (STROKE_PX, STROKE_PX))
    contrast = cv2.morphologyEx(grey, kind, kernel)
    level, _ = cv2.threshold(contrast, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)
    _, ink = cv2.threshold(contrast, max(LEAST_CONTRAST, level * 0.7), 255, cv2.THRESH_BINARY)
    return cast("Grey", ink)


def _letters(ink: Grey) -> npt.NDArray[np.int32]:
    """Left, top, width and height of the shapes that may be letters: int32, shape (n, 4)."""
    stats = cv2.connectedComponentsWithStats(ink, connectivity=8)[2][1:]
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    low, high = LETTER_HEIGHTS_PX
    likely = (height >= low) & (height <= high) & (width <= LONGEST_SHAPE * height) & (area >= height)
    return cast("npt.NDArray[np.int32]", stats[likely, :4])


def _runs(letters: npt.NDArray[np.int32], shape: tuple[int, int]) -> list[Quad]:
    """Quads around letters that reach each other sideways."""
    canvas = np.zeros(shape, np.uint8)
    for left, top, width, height in letters:
        reach, core = round(REACH * height), height // 4
        cv2.rectangle(
            canvas,
            (int(left - reach), int(top + core)),
            (int(left + width + reach), int(top + height - core)),
            255,
            -1,
        )
    labels = cv2.connectedComponents(canvas)[1]
    middles = letters[:, :2] + letters[:, 2:] // 2
    run_of = labels[middles[:, 1], middles[:, 0]]
    return [quad for run in np.unique(run_of) if (quad := _around(letters[run_of == run])) is not None]


def _around(letters: npt.NDArray[np.int32]) -> Quad | None:
    left, top = letters[:, 0], letters[:, 1]
    right, bottom = left + letters[:, 2], top + letters[:, 3]
    height = float(np.median(letters[:, 3]))
    if right.max() - left.min() < LEAST_RUN * height:
        return None
    slope = _slope(letters)
    corners = [
        (float(x), float(y))
        for x, y in np.concatenate([np.stack([a, b], 1) for a in (left, right) for b in (top, bottom)])
    ]
    return geometry.around(corners, float(np.degrees(np.arctan(slope))), SPARE * height)


def _slope(letters: npt.NDArray[np.int32]) -> float:
    x, y = letters[:, 0] + letters[:, 2] / 2, letters[:, 1] + letters[:, 3]
    if np.ptp(x) < LONG_RUN * np.median(letters[:, 3]):
        return 0.0
    return float(np.polyfit(x, y, 1)[0])


def _distinct(quads: Sequence[Quad]) -> tuple[Quad, ...]:
    """The quads without those inside a larger one: the gaps between dark letters are light strokes."""
    kept: list[Quad] = []
    for quad in sorted(quads, key=geometry.area, reverse=True):
        if not any(_is_inside(quad, other) for other in kept):
            kept.append(quad)
    return tuple(kept)


def _is_inside(quad: Quad, other: Quad) -> bool:
    """Whether one line's middle and ends lie in another of much the same height."""
    (_, height), (_, other_height) = geometry.size(quad), geometry.size(other)
    a, b, c, d = quad
    ends = (((a[0] + d[0]) / 2, (a[1] + d[1]) / 2), ((b[0] + c[0]) / 2, (b[1] + c[1]) / 2))
    return height >= SAME_HEIGHT * other_height and all(
        geometry.contains(other, point, margin_px=0.5 * height) for point in (*ends, geometry.center(quad))
    )
