"""Logos, drawn from simple shapes on a square of side 1."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

OVERSAMPLED = 4
"""Shapes are drawn this many times larger and scaled down, for smooth edges."""


class Pen:
    """Draws on the unit square.

    Args:
        side_px: Side of the square in pixels of the finished mark.
        colours: Main and second colour, "#rrggbb".
    """

    def __init__(self, side_px: int, colours: tuple[str, str]) -> None:
        self.main, self.second = colours
        self._side = side_px * OVERSAMPLED
        self.image = Image.new("RGBA", (self._side, self._side), (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self.image)

    def polygon(self, points: Sequence[tuple[float, float]], colour: str | None) -> None:
        """A filled polygon; no colour cuts it out of what is there."""
        self._draw.polygon([(x * self._side, y * self._side) for x, y in points], fill=colour or (0, 0, 0, 0))

    def disc(self, x: float, y: float, radius: float, colour: str | None) -> None:
        """A filled circle; no colour cuts it out of what is there."""
        box = [side * self._side for side in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(box, fill=colour or (0, 0, 0, 0))

    def stroke(self, points: Sequence[tuple[float, float]], width: float, colour: str) -> None:
        """A line through the points with round joints."""
        scaled = [(x * self._side, y * self._side) for x, y in points]
        self._draw.line(scaled, fill=colour, width=round(width * self._side), joint="curve")
        for x, y in (points[0], points[-1]):
            self.disc(x, y, width / 2, colour)


def rings(pen: Pen) -> None:
    """Two rings side by side, one over the other."""
    for x, colour in ((0.34, pen.second), (0.66, pen.main)):
        pen.stroke(
            [(x + 0.27 * math.cos(a / 30), 0.5 + 0.27 * math.sin(a / 30)) for a in range(190)], 0.09, colour
        )


def waves(pen: Pen) -> None:
    """Three waves under each other."""
    for row, colour in enumerate((pen.second, pen.main, pen.main)):
        y = 0.28 + 0.22 * row
        pen.stroke([(i / 60, y + 0.06 * math.sin(i / 60 * 4 * math.pi)) for i in range(4, 57)], 0.085, colour)


def peaks(pen: Pen) -> None:
    """Two mountain tops."""
    pen.polygon([(0.42, 0.82), (0.7, 0.3), (0.98, 0.82)], pen.second)
    pen.polygon([(0.02, 0.82), (0.38, 0.14), (0.74, 0.82)], pen.main)
    pen.polygon([(0.38, 0.14), (0.48, 0.33), (0.4, 0.41), (0.34, 0.35), (0.28, 0.33)], None)


def leaf(pen: Pen) -> None:
    """A leaf with its vein."""
    arc = [math.pi * i / 40 for i in range(41)]
    upper = [(0.1 + 0.8 * i / 40, 0.9 - 0.8 * i / 40 - 0.33 * math.sin(a)) for i, a in enumerate(arc)]
    lower = [(0.1 + 0.8 * i / 40, 0.9 - 0.8 * i / 40 + 0.33 * math.sin(a)) for i, a in enumerate(arc)]
    pen.polygon(upper + lower[::-1], pen.main)
    pen.stroke([(0.08, 0.92), (0.66, 0.34)], 0.045, pen.second)


def hexagon(pen: Pen) -> None:
    """A hexagon with a smaller one cut out and a third inside."""
    angles = [math.pi * (k / 3 + 1 / 6) for k in range(6)]
    for radius, colour in ((0.48, pen.main), (0.33, None), (0.2, pen.second)):
        pen.polygon([(0.5 + radius * math.cos(a), 0.5 + radius * math.sin(a)) for a in angles], colour)


def bars(pen: Pen) -> None:
    """Four bars that rise to the right."""
    for k in range(4):
        left = 0.06 + 0.235 * k
        top = 0.68 - 0.19 * k
        pen.polygon(
            [(left, top), (left + 0.17, top), (left + 0.17, 0.92), (left, 0.92)],
            pen.second if k == 3 else pen.main,
        )


def sun(pen: Pen) -> None:
    """A disc with twelve rays."""
    for k in range(12):
        a = k * math.pi / 6
        ends = [(0.5 + r * math.cos(a), 0.5 + r * math.sin(a)) for r in (0.36, 0.45)]
        pen.stroke(ends, 0.055, pen.second)
    pen.disc(0.5, 0.5, 0.26, pen.main)


def lantern(pen: Pen) -> None:
    """A diamond in a ring."""
    pen.disc(0.5, 0.5, 0.48, pen.main)
    pen.disc(0.5, 0.5, 0.425, None)
    pen.polygon([(0.5, 0.16), (0.74, 0.5), (0.5, 0.84), (0.26, 0.5)], pen.second)
    pen.polygon([(0.5, 0.33), (0.62, 0.5), (0.5, 0.67), (0.38, 0.5)], None)


def gate(pen: Pen) -> None:
    """An arch between two pillars."""
    pen.polygon([(0.1, 0.92), (0.1, 0.45), (0.9, 0.45), (0.9, 0.92)], pen.main)
    pen.disc(0.5, 0.46, 0.4, pen.main)
    pen.polygon([(0.3, 0.93), (0.3, 0.5), (0.7, 0.5), (0.7, 0.93)], None)
    pen.disc(0.5, 0.5, 0.2, None)
    pen.disc(0.5, 0.5, 0.09, pen.second)


def ear(pen: Pen) -> None:
    """An ear of wheat."""
    pen.stroke([(0.5, 0.96), (0.5, 0.2)], 0.03, pen.second)
    for k in range(4):
        y = 0.72 - 0.16 * k
        for side in (-1, 1):
            tip = (0.5 + side * 0.21, y - 0.17)
            pen.polygon(
                [(0.5, y), (0.5 + side * 0.2, y - 0.03), tip, (0.5 + side * 0.06, y - 0.13)], pen.main
            )
    pen.polygon([(0.5, 0.02), (0.57, 0.13), (0.5, 0.24), (0.43, 0.13)], pen.main)


def grapes(pen: Pen) -> None:
    """A bunch of grapes with its stalk."""
    pen.stroke([(0.5, 0.22), (0.56, 0.05)], 0.045, pen.second)
    for row in range(4):
        for k in range(4 - row):
            pen.disc(0.5 + 0.21 * (k - (3 - row) / 2), 0.28 + 0.185 * row, 0.1, pen.main)


def compass(pen: Pen) -> None:
    """A star of four points over a slanted, smaller one."""
    for turn, reach, waist, colour in ((math.pi / 4, 0.34, 0.1, pen.second), (0.0, 0.49, 0.1, pen.main)):
        radii = [reach if k % 2 == 0 else waist for k in range(8)]
        angles = [turn + k * math.pi / 4 for k in range(8)]
        pen.polygon(
            [(0.5 + r * math.cos(a), 0.5 + r * math.sin(a)) for r, a in zip(radii, angles, strict=True)],
            colour,
        )


MARKS: dict[str, Callable[[Pen], None]] = {
    "rings": rings,
    "waves": waves,
    "peaks": peaks,
    "leaf": leaf,
    "hexagon": hexagon,
    "bars": bars,
    "sun": sun,
    "lantern": lantern,
    "gate": gate,
    "ear": ear,
    "grapes": grapes,
    "compass": compass,
}


def mark(kind: str, side_px: int, colours: tuple[str, str]) -> Image.Image:
    """The logo of that kind on a transparent square.

    Args:
        kind: A key of ``MARKS``.
        side_px: Side of the square in pixels.
        colours: Main and second colour, "#rrggbb".
    """
    pen = Pen(side_px, colours)
    MARKS[kind](pen)
    return pen.image.resize((side_px, side_px), Image.Resampling.LANCZOS)
