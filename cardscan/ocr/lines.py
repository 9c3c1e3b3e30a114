"""Words become lines, lines become blocks, and all of it stands in reading order."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from cardscan import geometry
from cardscan.ocr.record import TextLine

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.record import WordBox

JOIN_GAP = 0.9
"""Widest gap inside a line, in heights of it; columns stand further apart."""

SAME_LINE_OVERLAP = 0.6
"""Least share of the lower piece's height that lies beside the other on one line."""

SAME_LINE_HEIGHT = 0.6
"""Least ratio of heights on one line: small print beside a big logo is not its continuation."""

RIGHT_TO_LEFT = ("R", "AL")
"""Unicode's bidirectional classes of Hebrew and of Arabic letters."""

BLOCK_GAP = 0.9
"""Widest gap between the lines of a block, in line heights."""


def group_lines(words: Sequence[WordBox], by_hand: Collection[int] = ()) -> tuple[TextLine, ...]:
    """The lines that words form, in reading order.

    Args:
        words: Word boxes of one upright card, as a reader gives them.
        by_hand: Numbers of the pieces of text that are written by hand; they share neither
            line nor block with print.

    Returns:
        Lines with their block numbers: blocks by their upper edges from top to bottom
        and, at the very same height, from left to right; within a block from top to bottom.
    """
    pieces = [tuple(group) for _, group in groupby(words, key=lambda word: word.piece)]
    pieces.sort(key=lambda piece: piece[0].quad[0][0])
    printed = _joined([piece for piece in pieces if piece[0].piece not in by_hand])
    written = _joined([piece for piece in pieces if piece[0].piece in by_hand])
    return _in_blocks([*map(_line, printed), *(replace(_line(row), by_hand=True) for row in written)])


def pieces_of(words: Sequence[WordBox]) -> tuple[Quad, ...]:
    """Where the pieces of text stand that the reader saw: the quads around words of one piece."""
    pieces: dict[int, list[WordBox]] = {}
    for word in words:
        pieces.setdefault(word.piece, []).append(word)
    return tuple(
        (run[0].quad[0], run[-1].quad[1], run[-1].quad[2], run[0].quad[3]) for run in pieces.values()
    )


def _joined(pieces: Sequence[tuple[WordBox, ...]]) -> list[tuple[WordBox, ...]]:
    """Pieces, given from left to right, put behind the line they continue."""
    rows: list[tuple[WordBox, ...]] = []
    for piece in pieces:
        before = [row for row in rows if _continues(row, piece)]
        if before:
            nearest = max(before, key=lambda row: row[-1].quad[1][0])
            rows[rows.index(nearest)] = nearest + piece
        else:
            rows.append(piece)
    return rows


def _continues(row: tuple[WordBox, ...], piece: tuple[WordBox, ...]) -> bool:
    last, first = row[-1].quad, piece[0].quad
    low, high = sorted((geometry.size(last)[1], geometry.size(first)[1]))
    gap = (first[0][0] + first[3][0] - last[1][0] - last[2][0]) / 2
    top = max(last[1][1], first[0][1])
    bottom = min(last[2][1], first[3][1])
    return (
        low >= SAME_LINE_HEIGHT * high
        and bottom - top >= SAME_LINE_OVERLAP * low
        and -0.5 * low <= gap <= JOIN_GAP * low
    )


def _line(words: tuple[WordBox, ...]) -> TextLine:
    letters = sum(len(word.text) for word in words)
    first, last = words[0].quad, words[-1].quad
    return TextLine(
        text=" ".join(word.text for word in _as_written(words)),
        quad=(first[0], last[1], last[2], first[3]),
        words=words,
        confidence=sum(word.confidence * len(word.text) for word in words) / letters,
    )


def _as_written(words: Sequence[WordBox]) -> list[WordBox]:
    """The words of a line in the order of its script: Arabic and Hebrew run from right to left.

    Numbers and Latin words that stand side by side in such a line keep their own order.
    """
    leftward = [any(bidirectional(letter) in RIGHT_TO_LEFT for letter in word.text) for word in words]
    if sum(leftward) * 2 < sum(any(map(str.isalpha, word.text)) for word in words) or not any(leftward):
        return list(words)
    runs = [list(run) for _, run in groupby(zip(leftward, words, strict=True), key=lambda pair: pair[0])]
    ordered = [run[::-1] if run[0][0] else run for run in reversed(runs)]
    return [word for run in ordered for _, word in run]


def _in_blocks(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    blocks: list[list[TextLine]] = []
    for line in sorted(lines, key=lambda line: geometry.center(line.quad)[1]):
        home = next((block for block in blocks if _follows(block[-1], line)), None)
        if home is None:
            blocks.append([line])
        else:
            home.append(line)
    blocks.sort(key=_place)
    return tuple(replace(line, block=number) for number, block in enumerate(blocks) for line in block)


def _follows(above: TextLine, line: TextLine) -> bool:
    left, _, right, bottom = geometry.bounds(above.quad)
    this_left, top, this_right, _ = geometry.bounds(line.quad)
    small, big = sorted((above.height_px, line.height_px))
    overlap = min(right, this_right) - max(left, this_left)
    near = -0.5 * small <= top - bottom <= BLOCK_GAP * small
    alike = above.by_hand == line.by_hand and small >= SAME_LINE_HEIGHT * big
    return near and overlap > 0 and alike


def _place(block: Sequence[TextLine]) -> tuple[float, float]:
    left, top, _, _ = geometry.bounds([corner for line in block for corner in line.quad])
    return top, left
