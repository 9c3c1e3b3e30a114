"""Points, quads and homographies: pure functions, in pixels, y downwards.

Corners run top-left, top-right, bottom-right, bottom-left.  Angles are
counter-clockwise degrees to apply to make the card upright.  A homography is
named target_from_source.
"""

from __future__ import annotations

from math import atan2, cos, degrees, hypot, radians, sin
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Point = tuple[float, float]
"""x to the right and y down, in pixels."""

Quad = tuple[Point, Point, Point, Point]
"""Corners in the order top-left, top-right, bottom-right, bottom-left."""

Matrix = tuple[tuple[float, float, float], tuple[float, float, float], tuple[float, float, float]]
"""A homography, row by row."""


def rectangle(left: float, top: float, right: float, bottom: float) -> Quad:
    """The upright quad between two corners."""
    return (left, top), (right, top), (right, bottom), (left, bottom)


def bounds(points: Iterable[Point]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of at least one point."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def center(quad: Quad) -> Point:
    """Mean of the corners."""
    return sum(x for x, _ in quad) / 4, sum(y for _, y in quad) / 4


def size(quad: Quad) -> tuple[float, float]:
    """Mean width and mean height of a quad, along its own edges."""
    a, b, c, d = quad
    return (_distance(a, b) + _distance(d, c)) / 2, (_distance(a, d) + _distance(b, c)) / 2


def evenness(quad: Quad) -> float:
    """The smaller of the ratios between opposite sides, in [0, 1]; 1 for a parallelogram."""
    a, b, c, d = quad
    pairs = ((_distance(a, b), _distance(d, c)), (_distance(a, d), _distance(b, c)))
    return min(min(pair) / max(*pair, 1e-9) for pair in pairs)


def area(quad: Quad) -> float:
    """Area in square pixels (the shoelace formula)."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(quad, quad[1:] + quad[:1], strict=True))) / 2


def angle_deg(quad: Quad) -> float:
    """Counter-clockwise degrees, in (-180, 180], that would make the quad's top edge level."""
    (x0, y0), (x1, y1) = quad[0], quad[1]
    return degrees(atan2(y1 - y0, x1 - x0))


def contains(quad: Quad, point: Point, margin_px: float = 0.0) -> bool:
    """Whether a convex quad, widened by a margin, holds a point."""
    x, y = point
    for (ax, ay), (bx, by) in zip(quad, quad[1:] + quad[:1], strict=True):
        length = hypot(bx - ax, by - ay) or 1.0
        if ((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length < -margin_px:
            return False
    return True


def turned(quad: Quad, quarter_turns: int) -> Quad:
    """The same quad seen after that many quarter turns counter-clockwise.

    The corner that becomes top-left comes first, so that warping to the result
    gives the turned picture.
    """
    start = quarter_turns % 4
    return cast("Quad", quad[start:] + quad[:start])


def most_upright(quad: Quad) -> Quad:
    """The same quad from the corner that leaves its top edge most nearly level."""
    return turned(quad, -round(angle_deg(quad) / 90))


def around(points: Sequence[Point], upright_deg: float, margin_px: float) -> Quad:
    """The smallest rectangle, tilted so that ``upright_deg`` makes it level, that holds all points.

    Args:
        points: At least one point.
        upright_deg: Counter-clockwise degrees that make the rectangle level.
        margin_px: Kept free on each side.
    """
    c, s = cos(radians(upright_deg)), sin(radians(upright_deg))
    left, top, right, bottom = bounds([(x * c + y * s, y * c - x * s) for x, y in points])
    level = rectangle(left - margin_px, top - margin_px, right + margin_px, bottom + margin_px)
    return cast("Quad", tuple((x * c - y * s, x * s + y * c) for x, y in level))


def apply(matrix: Matrix, points: Iterable[Point]) -> tuple[Point, ...]:
    """Points taken through a homography."""
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return tuple(
        ((a * x + b * y + c) / w, (d * x + e * y + f) / w) for x, y in points for w in [g * x + h * y + i]
    )


def apply_to_quad(matrix: Matrix, quad: Quad) -> Quad:
    """A quad taken through a homography."""
    return cast("Quad", apply(matrix, quad))


def inverse(matrix: Matrix) -> Matrix:
    """The homography that goes the other way.

    Raises:
        ZeroDivisionError: The matrix flattens the plane, so that there is no way back.
    """
    (a, b, c), (d, e, f), (g, h, i) = matrix
    det = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    return (
        ((e * i - f * h) / det, (c * h - b * i) / det, (b * f - c * e) / det),
        ((f * g - d * i) / det, (a * i - c * g) / det, (c * d - a * f) / det),
        ((d * h - e * g) / det, (b * g - a * h) / det, (a * e - b * d) / det),
    )


def _distance(a: Point, b: Point) -> float:
    return hypot(b[0] - a[0], b[1] - a[1])
