"""Text lines written by hand, as a reader would have given them."""

from __future__ import annotations

from cardscan.geometry import rectangle
from cardscan.ocr.record import TextLine


def line(text: str, *, left: float = 0, top: float = 0, height: float = 30) -> TextLine:
    """One line of text whose characters are half as wide as high."""
    quad = rectangle(left, top, left + max(1, len(text)) * height / 2, top + height)
    return TextLine(text=text, quad=quad, words=(), confidence=0.9)


def lines(*texts: str) -> tuple[TextLine, ...]:
    """Lines that stand one under the other, flush left."""
    return tuple(line(text, top=40 * index) for index, text in enumerate(texts))
