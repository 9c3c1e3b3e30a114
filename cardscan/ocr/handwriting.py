"""Which pieces of text somebody wrote on a card by hand.

Evidence is counted: none of it tells by itself, as script lettering looks like a hand,
logos lean, and small print is read with little belief.

Source of all figures: 119 labelled pictures (1,560 pieces of text, of which nine are notes
in words) and 60 drawn cards with notes in four hands.  With ``ENOUGH`` points no printed
piece is taken for handwriting, and six of the nine notes, half of the drawn ones, are found.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from math import dist
from statistics import median
from typing import TYPE_CHECKING
from unicodedata import name

from cardscan import geometry
from cardscan.ocr.lines import pieces_of
from cardscan.ocr.second_reading import VALUE
from cardscan.ocr.strokes import ink_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels
    from cardscan.ocr.record import WordBox
    from cardscan.ocr.strokes import Ink

ENOUGH = 7
"""Points from which a piece is written by hand: print is to be lost to nothing."""

ENOUGH_BESIDE = 5
"""The same beside another note: who writes one line often writes a second."""

BESIDE = 1.5
"""Widest gap between two lines of a note, in heights of the lower one."""

LEAST_LETTERS = 3
"""Latin letters that a note has: signs and parts of logos have fewer."""

LEAST_PRINT = 2
"""Clearly read pieces that a note needs to be told from."""

CLEAR = 0.99
"""Belief from which a piece is print to compare with."""

CERTAIN = 0.998
"""Belief above which a piece stays print unexamined: script lettering is read so well, a hand seldom."""

SIZES = (0.85, 3.6)
"""Height of a note in those of the print: bigger lettering is a logo."""

STEEPEST_DEG = 45.0
"""Slope of a note to the print, at most: lines that run up the card are print."""

MIXED = 22.0
"""Distance of colours within one piece from which it is print that a pen has crossed."""

BOLD = 0.055
"""Half width of strokes, in heights of the piece, that no pen has."""

SLOPES_DEG = (1.5, 3.0)
"""Slopes to the print from which a point is given, and a second one: print keeps within 1 degree."""

TALL = 1.4
"""Height in those of the print that speaks for a hand; nine notes in ten are taller."""

BELIEFS = (0.975, 0.9)
"""Beliefs below which a point is given, and a second one; one line of print in ten has so little."""

INKS = ((15.0, 10.0), (35.0, 25.0))
"""Chroma, and distance from every colour of the print, for a point and a second one: blue and red pens."""

CURVED = (4.85, 0.23, 0.13)
"""Least disorder, and most of stems and bars, that letters without straight strokes have."""

WANDER = 0.06
"""How far the feet of letters stray in a hand; on a printed line only tails do."""

UNEVEN = 0.12
"""How much the heights of letters differ in a hand; print comes to 0.08."""

THIN = (0.165, 0.04)
"""Share of ink and half width of strokes below which letters this high are of a pen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A piece of text with what the reader says of it."""

    number: int
    text: str
    belief: float
    quad: Quad

    @property
    def height_px(self) -> float:
        return geometry.size(self.quad)[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    """What is common to the print of a card: median height and angle, and its colours."""

    height_px: float
    angle_deg: float
    colours: tuple[tuple[float, float], ...]


def pieces_by_hand(pixels: Pixels, words: Sequence[WordBox]) -> frozenset[int]:
    """The numbers of the pieces of text that are written by hand.

    What may be an e-mail, a website or a phone is never among them, nor is a piece in
    which pen and print mix.

    Args:
        pixels: The flat, upright card, uint8, shape (height, width, 3), BGR.
        words: What a reader whose belief tells something read on it.
    """
    pieces = _pieces(words)
    clear = [piece for piece in pieces if piece.belief >= CLEAR]
    doubtful = [piece for piece in pieces if piece.belief <= CERTAIN and _may_be_note(piece.text)]
    if len(clear) < LEAST_PRINT or not doubtful:
        return frozenset()
    inks = {piece: ink_of(pixels, piece.quad) for piece in {*clear, *doubtful}}
    points = {}
    for piece in doubtful:
        others = [other for other in clear if other != piece]
        points[piece] = _points(piece, inks[piece], _print_of(others, inks)) if others else 0
    sure = [piece for piece in doubtful if points[piece] >= ENOUGH]
    beside = [
        piece
        for piece in doubtful
        if points[piece] >= ENOUGH_BESIDE and any(_gap(piece, other) <= BESIDE for other in sure)
    ]
    return frozenset(piece.number for piece in (*sure, *beside))


def _gap(piece: _Piece, other: _Piece) -> float:
    """The space between two pieces, in heights of the lower one."""
    left, top, right, bottom = geometry.bounds(piece.quad)
    other_left, other_top, other_right, other_bottom = geometry.bounds(other.quad)
    across = max(left, other_left) - min(right, other_right)
    down = max(top, other_top) - min(bottom, other_bottom)
    return max(across, down, 0.0) / max(1.0, min(piece.height_px, other.height_px))


def _pieces(words: Sequence[WordBox]) -> list[_Piece]:
    runs = [list(run) for _, run in groupby(words, key=lambda word: word.piece)]
    return [
        _Piece(
            number=run[0].piece,
            text=" ".join(word.text for word in run),
            belief=sum(word.confidence for word in run) / len(run),
            quad=pieces_of(run)[0],
        )
        for run in runs
    ]


def _may_be_note(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    latin = all(name(letter, "").startswith("LATIN") for letter in letters)
    return latin and len(letters) >= LEAST_LETTERS and not VALUE.search(text)


def _print_of(pieces: Sequence[_Piece], inks: dict[_Piece, Ink]) -> _Print:
    return _Print(
        height_px=median(piece.height_px for piece in pieces),
        angle_deg=median(geometry.angle_deg(piece.quad) for piece in pieces),
        colours=tuple(inks[piece].colour for piece in pieces),
    )


def _points(piece: _Piece, ink: Ink, card: _Print) -> int:
    """How much speaks for handwriting; nothing where it cannot be."""
    size = piece.height_px / max(card.height_px, 1.0)
    slope_deg = abs(geometry.angle_deg(piece.quad) - card.angle_deg)
    if not SIZES[0] <= size <= SIZES[1] or slope_deg >= STEEPEST_DEG or ink.pen > BOLD or ink.mixed >= MIXED:
        return 0
    return sum((
        *(slope_deg >= least for least in SLOPES_DEG),
        size >= TALL,
        *(piece.belief < least for least in BELIEFS),
        *_of_colour(ink, card),
        *_of_strokes(ink),
    ))  # fmt: skip


def _of_colour(ink: Ink, card: _Print) -> tuple[bool, ...]:
    """Whether the colour is none of the print's, and whether it is so by far."""
    away = min(dist(ink.colour, colour) for colour in card.colours)
    return tuple(ink.chroma >= chroma and away >= least for chroma, least in INKS)


def _of_strokes(ink: Ink) -> tuple[bool, ...]:
    """Whether strokes curve, letters are uneven in foot and in height, and the pen is thin."""
    disorder, stems, bars = CURVED
    return (
        ink.disorder >= disorder and ink.stems < stems and ink.bars < bars,
        ink.wander >= WANDER,
        ink.heights >= UNEVEN,
        ink.cover < THIN[0] and ink.pen < THIN[1],
    )
