"""What somebody wrote on a card: a few words with a pen, in free space or across the print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.design import Mark, Scribble, Text
from studio.fonts import MM_PER_POINT, font
from studio.invented.look import frame_of_line, frame_of_mark, meet

if TYPE_CHECKING:
    import random

    from studio.design import Design
    from studio.invented.look import Frame
    from studio.specimen import Specimen

WORDS = (
    "call Tue", "wants quote", "send samples", "met at the bar", "ask about pears", "quote by Fri",
    "needs 40 boxes", "back 12 Jan", "knows Ruth", "likes sailing", "price list!", "coffee next week",
    "not before Easter", "very keen", "stand 14", "invite to launch", "boss of Tom", "second floor",
    "prefers mail", "try again in May",
)  # fmt: skip
HANDS = ("hand", "hand-quick", "hand-round", "hand-upright")
PENS = ("#1d3f94", "#2548a8", "#23232b", "#15151a", "#b3202c", "#c22a22")
"""Ballpoint and fibre pen: blue, black, red."""
SIZES_PT = (17.0, 15.0, 13.0)
LEADING = 1.15
"""Distance of two lines, in sizes."""

TRIES = 150
EDGE_MM = 2.0


def written_on(card: Specimen, rng: random.Random, *, across: bool) -> Specimen | None:
    """The card with a note of one or two lines, or None where none fits.

    Args:
        card: The printed card.
        rng: Source of chance.
        across: Whether the note crosses a printed line; else nothing printed is touched.
    """
    design = card.design
    lines = [frame_of_line(line) for line in design.elements if isinstance(line, Text)]
    printed = [*lines, *(frame_of_mark(mark) for mark in design.elements if isinstance(mark, Mark))]
    wanted = rng.sample(WORDS, rng.randint(1, 2))
    hand, ink, angle = rng.choice(HANDS), rng.choice(PENS), rng.uniform(-6, 9)
    for size_pt in SIZES_PT:
        for _ in range(TRIES):
            at = (rng.uniform(0, design.size_mm[0]), rng.uniform(0, design.size_mm[1]))
            pen = Scribble(text="", at_mm=at, hand=hand, colour=ink, size_pt=size_pt, angle_deg=angle)
            note = [_line(pen, text, row) for row, text in enumerate(wanted)]
            frames = [_frame(line) for line in note]
            touches = any(meet(frame, other) for frame in frames for other in printed)
            if touches == across and all(_is_inside(frame, design) for frame in frames):
                return replace(card, design=design.plus(*note))
    return None


def _line(pen: Scribble, text: str, row: int) -> Scribble:
    """A line of the note, so many rows below where the pen began."""
    x, y = pen.at_mm
    return replace(pen, text=text, at_mm=(x, y + LEADING * (pen.size_pt * MM_PER_POINT) * row))


def _frame(line: Scribble) -> Frame:
    """Left, top, right and bottom in mm, the slope of the line included."""
    size = line.size_pt * MM_PER_POINT
    length = font(line.hand, 100.0).getlength(line.text) / 100 * size
    rise = length * line.angle_deg / 57.3
    left, baseline = line.at_mm
    return left, baseline - 0.8 * size - max(0.0, rise), left + length, baseline + 0.3 * size - min(0.0, rise)


def _is_inside(frame: Frame, design: Design) -> bool:
    left, top, right, bottom = frame
    width, height = design.size_mm
    return min(left, top, width - right, height - bottom) >= EDGE_MM
