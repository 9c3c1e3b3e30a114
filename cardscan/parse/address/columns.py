"""Lines that stand under each other: the columns in which an address is printed."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from statistics import median
from typing import TYPE_CHECKING

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import TextLine

WIDEST_GAP = 1.0
"""Between two lines of one address, in heights of the lower one of the two."""

DEEPEST_OVERLAP = -0.6
"""Boxes of neighbouring lines overlap by the reader's margins and by tilt."""

LEAST_HEIGHT = 0.55
"""Least ratio of two lines' heights: an address does not change its size by more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    left: float
    right: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        return max(1.0, self.bottom - self.top)


def columns_of(lines: Sequence[TextLine]) -> tuple[tuple[int, ...], ...]:
    """Indexes of the lines, column by column, each from top to bottom.

    Args:
        lines: The lines of one reading; they may stand askew.

    Returns:
        Every line once, in the order of the columns' first lines.
    """
    boxes = _boxes(lines)
    below: dict[int, int] = {}
    followers: set[int] = set()
    pairs = sorted(
        (cost, upper, lower)
        for upper in range(len(boxes))
        for lower in range(len(boxes))
        if upper != lower and (cost := _cost(boxes[upper], boxes[lower])) is not None
    )
    for _, upper, lower in pairs:
        if upper not in below and lower not in followers:
            below[upper] = lower
            followers.add(lower)
    heads = [index for index in range(len(boxes)) if index not in followers]
    return tuple(_follow(below, head) for head in sorted(heads, key=lambda index: boxes[index].top))


def _follow(below: dict[int, int], head: int) -> tuple[int, ...]:
    column = [head]
    while column[-1] in below:
        column.append(below[column[-1]])
    return tuple(column)


def _boxes(lines: Sequence[TextLine]) -> list[_Box]:
    """The lines' boxes after the whole text is turned level."""
    if not lines:
        return []
    tilt = radians(median(geometry.angle_deg(line.quad) for line in lines))
    boxes = []
    for line in lines:
        x, y = geometry.center(line.quad)
        x, y = x * cos(tilt) + y * sin(tilt), y * cos(tilt) - x * sin(tilt)
        width, height = geometry.size(line.quad)
        boxes.append(_Box(left=x - width / 2, right=x + width / 2, top=y - height / 2, bottom=y + height / 2))
    return boxes


def _cost(upper: _Box, lower: _Box) -> float | None:
    """How badly one line follows another, in heights, or None where it does not."""
    small, big = sorted((upper.height, lower.height))
    gap = (lower.top - upper.bottom) / small
    lower_center, upper_center = lower.top + lower.bottom, upper.top + upper.bottom
    overlap = min(upper.right, lower.right) - max(upper.left, lower.left)
    if small < LEAST_HEIGHT * big or overlap <= 0 or lower_center <= upper_center:
        return None
    if not DEEPEST_OVERLAP <= gap <= WIDEST_GAP:
        return None
    askew = min(
        abs(upper.left - lower.left),
        abs(upper.right - lower.right),
        abs(upper.left + upper.right - lower.left - lower.right) / 2,
    )
    return max(gap, 0.0) + 0.2 * askew / small
