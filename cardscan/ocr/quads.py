"""Proposals for where a card lies: four-cornered outlines in a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

    Mask = npt.NDArray[np.uint8]

SEARCH_SIDE_PX = 640
"""Longest side at which outlines are looked for: a card's edge is still several pixels thick."""

SMALLEST_SHARE = 0.015
"""Of the picture's area; twelve cards on a table take more each."""

ASPECT_RANGE = (1.15, 2.6)
"""Long side to short side: 85 x 55 mm is 1.55, 3.5 x 2 in is 1.75, folded and slanted cards reach further."""

USUAL_ASPECT = 1.62
"""Long side to short side, between 85 x 55 mm, 3.5 x 2 in and 91 x 55 mm."""

BORDER_SIDES_AT_MOST = 1
"""Sides that may lie along the picture's border: two are a piece of the picture rather than a card's edge."""

BORDER_PX = 4
"""How near to the border a side counts as lying along it, at the search size."""

ACROSS_PX = 5
"""How far inside and outside an edge colours are compared, at the search size."""

CLEAR_CONTRAST = 14.0
"""Difference in Lab units from which an edge is beyond doubt."""

FRAME_SHARE = 0.97
"""Of the picture's area: an outline this large is the picture's own frame."""

EVEN_GROUND = 1.5
"""Difference in true Lab units within which nine tenths of the border lie on an even ground."""

LEAST_OFF_GROUND = 1.0
"""Difference in Lab units from an even ground that is more than the coding of the picture leaves."""

EVENNESS = 0.6
"""Least ratio of opposite sides: a slanted card is narrower at its far end, but not by more."""

STRAIGHTNESS = 0.9
"""Least share of an outline's own hull that its quad covers."""


def propose_quads(pixels: Pixels) -> tuple[Quad, ...]:
    """Outlines that may be the edge of a card, doubles removed.

    Args:
        pixels: uint8, shape (height, width, 3), BGR.

    Returns:
        Quads in the picture's pixels: those whose every side parts two colours
        first, the largest of them first.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, SEARCH_SIDE_PX / max(height, width))
    small = cast("Pixels", cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA))
    distinct: list[Quad] = []
    for quad in sorted(_outlines(small), key=geometry.area, reverse=True):
        if not any(_same(quad, other) for other in distinct):
            distinct.append(quad)
    lab = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 1.5), cv2.COLOR_BGR2LAB).astype(np.float32)
    contrast = {quad: _least_contrast(lab, quad) for quad in distinct}
    distinct.sort(key=lambda quad: -min(contrast[quad], CLEAR_CONTRAST))
    return tuple(cast("Quad", tuple((x / scale, y / scale) for x, y in quad)) for quad in distinct)


def _least_contrast(lab: npt.NDArray[np.float32], quad: Quad) -> float:
    """The smallest difference in colour across the sides of a quad.

    Along each side the mean colour just inside is compared with that just outside:
    a card parts two colours, a line through a texture does not.

    Args:
        lab: float32, shape (height, width, 3), in OpenCV's 8-bit Lab units.
        quad: Clockwise corners in its pixels.
    """
    shares = np.linspace(0.1, 0.9, 40)[:, None]
    differences = []
    for a, b in zip(quad, quad[1:] + quad[:1], strict=True):
        start, along = np.array(a), np.array(b) - np.array(a)
        inward = np.array([-along[1], along[0]]) / max(1.0, float(np.hypot(*along)))
        points = start + shares * along
        inside, outside = (_mean_colour(lab, points + offset * inward) for offset in (ACROSS_PX, -ACROSS_PX))
        if inside is None or outside is None:  # the side runs along the picture's border
            differences.append(CLEAR_CONTRAST)
        else:
            differences.append(float(np.linalg.norm(inside - outside)))
    return min(differences)


def _mean_colour(
    lab: npt.NDArray[np.float32], points: npt.NDArray[np.float64]
) -> npt.NDArray[np.float32] | None:
    """The mean colour at those of the points that lie in the picture, or None."""
    height, width = lab.shape[:2]
    x, y = np.round(points).astype(int).T
    held = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    return cast("npt.NDArray[np.float32]", lab[y[held], x[held]].mean(axis=0)) if held.any() else None


def _outlines(small: Pixels) -> Iterator[Quad]:
    picture_px = small.shape[0] * small.shape[1]
    for mask in _masks(small):
        contours, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        for contour in contours:
            hull = cv2.convexHull(contour)
            if not SMALLEST_SHARE < cv2.contourArea(hull) / picture_px < FRAME_SHARE:
                continue
            quad = _four_corners(cast("npt.NDArray[np.int32]", hull))
            if quad is not None and _sides_on_border(quad, small) <= BORDER_SIDES_AT_MOST:
                yield quad


def _masks(small: Pixels) -> Iterator[Mask]:
    """Ways in which a card may stand out: lighter, more or less coloured, or by its edge."""
    smooth = cv2.bilateralFilter(small, 7, 50, 50)
    lightness, *_ = cv2.split(cv2.cvtColor(smooth, cv2.COLOR_BGR2LAB))
    saturation = cv2.split(cv2.cvtColor(smooth, cv2.COLOR_BGR2HSV))[1]
    kernel = np.ones((3, 3), np.uint8)
    for channel in (lightness, saturation):
        _, mask = cv2.threshold(channel, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        yield cast("Mask", cv2.morphologyEx(mask, cv2.MORPH_OPEN, kernel))
        yield cast("Mask", cv2.morphologyEx(cv2.bitwise_not(mask), cv2.MORPH_OPEN, kernel))
    ground = _off_ground(small)
    if ground is not None:
        yield cast("Mask", cv2.morphologyEx(ground, cv2.MORPH_OPEN, kernel))
    for low, high in ((20, 60), (50, 150)):
        edges = np.max([cv2.Canny(channel, low, high) for channel in cv2.split(smooth)], axis=0)
        yield cast("Mask", cv2.dilate(edges, kernel))
        yield cast("Mask", cv2.morphologyEx(edges, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)))


def _off_ground(small: Pixels) -> Mask | None:
    """What differs from an even ground, however little: white cards on a scanner's white lid.

    Returns:
        255 where it differs, shape (height, width); None where the picture's border
        is not of one colour.
    """
    smooth = cv2.GaussianBlur(small, (5, 5), 0).astype(np.float32) / 255
    lab = cv2.cvtColor(smooth, cv2.COLOR_BGR2LAB)
    strips = (lab[:BORDER_PX], lab[-BORDER_PX:], lab[:, :BORDER_PX], lab[:, -BORDER_PX:])
    border = np.concatenate([strip.reshape(-1, 3) for strip in strips])
    ground = np.median(border, axis=0)
    unevenness = float(np.percentile(np.linalg.norm(border - ground, axis=1), 90))
    if unevenness > EVEN_GROUND:
        return None
    differs = np.linalg.norm(lab - ground, axis=2) > max(3 * unevenness, LEAST_OFF_GROUND)
    return cast("Mask", differs.astype(np.uint8) * 255)


def _sides_on_border(quad: Quad, small: Pixels) -> int:
    height, width = small.shape[:2]
    count = 0
    for (ax, ay), (bx, by) in zip(quad, quad[1:] + quad[:1], strict=True):
        left, top = max(ax, bx) <= BORDER_PX, max(ay, by) <= BORDER_PX
        right, bottom = min(ax, bx) >= width - BORDER_PX, min(ay, by) >= height - BORDER_PX
        count += left or top or right or bottom
    return count


def _four_corners(hull: npt.NDArray[np.int32]) -> Quad | None:
    around = cv2.arcLength(hull, closed=True)
    for tolerance in (0.02, 0.03, 0.05):
        corners = cv2.approxPolyDP(hull, tolerance * around, closed=True)
        if len(corners) == 4:  # noqa: PLR2004
            quad = _clockwise([(float(x), float(y)) for x, y in corners.reshape(4, 2)])
            straight = geometry.area(quad) >= STRAIGHTNESS * cv2.contourArea(hull)
            return quad if straight and _card_shaped(quad) else None
    return None


def _card_shaped(quad: Quad) -> bool:
    width, height = geometry.size(quad)
    aspect = max(width, height) / max(1.0, min(width, height))
    return ASPECT_RANGE[0] <= aspect <= ASPECT_RANGE[1] and geometry.evenness(quad) >= EVENNESS


def _clockwise(points: Sequence[geometry.Point]) -> Quad:
    """Four points as a quad: clockwise as seen, from the one nearest the top left."""
    x, y = (sum(values) / 4 for values in zip(*points, strict=True))
    ring = sorted(points, key=lambda point: np.arctan2(point[1] - y, point[0] - x))
    first = min(range(4), key=lambda i: ring[i][0] + ring[i][1])
    return cast("Quad", tuple(ring[first:] + ring[:first]))


def _same(a: Quad, b: Quad) -> bool:
    """Whether two quads overlap so much (IoU over 0.85) that they are one outline."""
    first, second = np.array(a, np.float32), np.array(b, np.float32)
    shared, _ = cv2.intersectConvexConvex(first, second)
    return shared > 0.85 * (geometry.area(a) + geometry.area(b) - shared)
