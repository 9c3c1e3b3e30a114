"""Where on its card each field was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.record import Reading, TextLine
    from cardscan.review.card.evidence import Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A piece of text on a card: what gave a field, or a line that gave none.

    Attributes:
        column: The column that it gave; empty where it gave none.
        text: As read.
        quad: Its corners in card pixels.
    """

    column: str
    text: str
    quad: Quad

    @property
    def points(self) -> str:
        """The corners as SVG writes them."""
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in self.quad)


def boxes(reading: Reading, found: Sequence[Found]) -> tuple[Box, ...]:
    """The boxes of a card, those of the fields first.

    Args:
        reading: What was read on it.
        found: What was found in that.
    """
    of_fields = [
        _box(one.column, reading.lines[number], one.raw)
        for one in found
        for number in one.lines
        if number < len(reading.lines)
    ]
    taken = {number for one in found for number in one.lines}
    return (*of_fields, *_of_no_field(reading, taken))


def _of_no_field(reading: Reading, taken: set[int]) -> Iterator[Box]:
    for number, line in enumerate(reading.lines):
        if number not in taken:
            yield Box(column="", text=line.text, quad=line.quad)


def _box(column: str, line: TextLine, raw: str) -> Box:
    """The words of a line that a field is made of; all of it, where they do not stand there as such."""
    at, spans = 0, []
    for word in line.words:
        start = line.text.find(word.text, at)
        at = start + len(word.text)
        spans.append((start, at, word))
    begin = line.text.find(raw) if raw else -1
    words = [word for start, end, word in spans if start < begin + len(raw) and end > begin >= 0 <= start]
    if not words:
        return Box(column=column, text=line.text, quad=line.quad)
    upright = geometry.angle_deg(line.quad)
    quad = geometry.around([point for word in words for point in word.quad], upright, 0)
    return Box(column=column, text=raw, quad=quad)
