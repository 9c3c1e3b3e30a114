"""The pieces of text that a reader found and did not, or hardly, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.record import WordBox

LEAST_YIELD = 0.5
"""Letters read, each weighed by the belief in it, in one height of a line's length.

Latin gives two, Chinese and Japanese nearly one; of 1,541 pieces on 119 labelled pictures
48 gave less than a half, all but ten of them Korean, the others logos.
"""

LEAST_BELIEF = 0.65
"""Belief below which letters are look-alikes: Devanagari and Thai come as Latin with 0.4 to 0.6."""

LEAST_SHAPE = 1.5
"""Width to height below which a piece is a sign or a logo rather than a word."""

LEAST_HEIGHT_PX = 8
"""Of a piece in which letters can be told apart at all."""


def weak_texts(
    texts: Iterable[Quad],
    words: Sequence[WordBox],
    *,
    least_yield: float = LEAST_YIELD,
    least_belief: float = LEAST_BELIEF,
) -> tuple[Quad, ...]:
    """The pieces of text with no reading to speak of.

    Args:
        texts: Where text stands, each quad from the text's own top left.
        words: What was read, in the same pixels.
        least_yield: Believed letters in one height of a line's length from which it is read.
        least_belief: Mean belief from which it is.
    """
    found = [(text, *_reading(text, words)) for text in texts if _is_word(text)]
    return tuple(
        text
        for text, letters, believed in found
        if believed < least_yield * length(text) or believed < least_belief * letters
    )


def length(text: Quad) -> float:
    """Width of a piece of text in its own heights."""
    width, height = geometry.size(text)
    return width / max(height, 1.0)


def _is_word(text: Quad) -> bool:
    return geometry.size(text)[1] >= LEAST_HEIGHT_PX and length(text) >= LEAST_SHAPE


def _reading(text: Quad, words: Iterable[WordBox]) -> tuple[int, float]:
    """How many letters were read on a piece of text, and the sum of the belief in them."""
    there = [word for word in words if geometry.contains(text, geometry.center(word.quad))]
    return sum(len(word.text) for word in there), sum(len(word.text) * word.confidence for word in there)
