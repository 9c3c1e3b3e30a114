"""Which line stands beside or below another one, by their boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import TextLine

_Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in card pixels."""

_SAME_ROW = 0.5
"""Share of the lower line's height by which two lines must overlap to stand in one row."""

_NEAR_HEIGHTS = 1.6
"""Free space below a line, in its heights, within which the next one still belongs to it."""


def left_of(lines: Sequence[TextLine], index: int) -> int | None:
    """Index of the nearest line to the left in the same row, or None."""
    box = geometry.bounds(lines[index].quad)
    found = [
        (box[0] - other[2], at)
        for at, other in _others(lines, index)
        if other[0] < box[0] and other[2] <= box[0] + _height(box) and _overlap(box, other) >= _SAME_ROW
    ]
    return min(found)[1] if found else None


def above(lines: Sequence[TextLine], index: int) -> int | None:
    """Index of the nearest line right above, sharing columns with this one, or None."""
    box = geometry.bounds(lines[index].quad)
    found = [(gap, at) for at, other in _others(lines, index) if (gap := _gap(other, box)) is not None]
    return min(found)[1] if found else None


def below(lines: Sequence[TextLine], index: int) -> int | None:
    """Index of the nearest line right below, sharing columns with this one, or None."""
    box = geometry.bounds(lines[index].quad)
    found = [(gap, at) for at, other in _others(lines, index) if (gap := _gap(box, other)) is not None]
    return min(found)[1] if found else None


def _others(lines: Sequence[TextLine], index: int) -> list[tuple[int, _Box]]:
    return [(at, geometry.bounds(line.quad)) for at, line in enumerate(lines) if at != index]


def _height(box: _Box) -> float:
    return max(box[3] - box[1], 1.0)


def _overlap(a: _Box, b: _Box) -> float:
    return (min(a[3], b[3]) - max(a[1], b[1])) / min(_height(a), _height(b))


def _gap(upper: _Box, lower: _Box) -> float | None:
    """Free space between two boxes that stand one above the other, else None."""
    gap = lower[1] - upper[3]
    shared = min(upper[2], lower[2]) - max(upper[0], lower[0])
    height = _height(upper)
    # Boxes of neighbouring lines overlap a little, by tilt and by the reader's margins.
    return gap if shared > 0 and -0.6 * height <= gap <= _NEAR_HEIGHTS * height else None
