"""From the tables of several Tesseract passes to one reading of each place: pure functions."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from cardscan import geometry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from cardscan.geometry import Matrix, Quad

WORD_LEVEL = 5
"""Tesseract's number for table rows that hold a word (pages, blocks and lines come before)."""

SAME_PLACE = 0.5
"""Two words are readings of one when they share this much of the smaller box."""

WIDE_GAP = 1.5
"""A gap of this many line heights ends a piece."""

NOISE_BELOW = 0.3
"""Belief under which a word is grain: on 40 real cards no value was lost up to 0.4."""

LONE_MARKS = frozenset("+(&)")
"""Marks without a letter or digit that may begin or end a piece: "+ 44", "Ash &"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWord:
    """One word of one pass.

    Attributes:
        text: The word, without spaces.
        quad: Where it stands, in the pass's pixels or, once moved, the picture's.
        confidence: Tesseract's belief in [0, 1].
    """

    text: str
    quad: Quad
    confidence: float


Piece: TypeAlias = tuple[SeenWord, ...]
"""Words on one line without wide gaps, left to right; never empty."""


def pieces_by_page(table: Mapping[str, Sequence[object]], pages: int) -> tuple[tuple[Piece, ...], ...]:
    """The pieces of text in Tesseract's table, page by page.

    Args:
        table: The columns of its TSV by name, as pytesseract gives them; pages count from 1.
        pages: How many pages were read; one without words gives an empty tuple.
    """
    found: list[list[Piece]] = [[] for _ in range(pages)]
    for (page, *_), words in groupby(_rows(table), key=lambda row: row[0]):
        found[page - 1].extend(_split([word for _, word in words]))
    return tuple(map(tuple, found))


def moved(piece: Piece, picture_from_page: Matrix) -> Piece:
    """The piece with its quads in the picture's pixels."""
    return tuple(
        SeenWord(
            text=word.text,
            quad=geometry.apply_to_quad(picture_from_page, word.quad),
            confidence=word.confidence,
        )
        for word in piece
    )


def merge(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """One reading of each place, topmost first.

    The best read piece comes first and stays whole, so that an address or a
    number is not patched together from two readings.  Of a lesser piece only the
    words stay that stand where nothing was read yet.

    Args:
        pieces: Those of all passes, in the picture's pixels.
    """
    kept: list[Piece] = []
    taken: list[tuple[float, float, float, float]] = []
    for piece in sorted(pieces, key=_score, reverse=True):
        new = [word for word in piece if not _is_taken(geometry.bounds(word.quad), taken)]
        kept.extend(_split(new))
        taken.extend(geometry.bounds(word.quad) for word in new)
    return tuple(sorted(kept, key=lambda piece: geometry.bounds(piece[0].quad)[1::-1]))


def belief(piece: Piece) -> float:
    """Mean confidence of a piece's words, weighted by their length."""
    return sum(word.confidence * len(word.text) for word in piece) / _letters(piece)


def _letters(piece: Piece) -> int:
    return sum(len(word.text) for word in piece)


def _score(piece: Piece) -> float:
    """Well read, and rather long: a short scrap inside a line is often sure of itself."""
    return float(belief(piece) * _letters(piece) ** 0.25)


def _rows(table: Mapping[str, Sequence[object]]) -> Iterator[tuple[tuple[int, ...], SeenWord]]:
    """Each believable word with its page, block, paragraph and line."""
    names = ("page_num", "block_num", "par_num", "line_num", "left", "top", "width", "height", "conf")
    columns = [table.get(name, ()) for name in ("level", "text", *names)]
    for level, text, *cells in zip(*columns, strict=True):
        if level != WORD_LEVEL or not str(text).strip():
            continue
        page, block, paragraph, line, left, top, width, height, percent = (int(str(cell)) for cell in cells)
        word = SeenWord(
            text=str(text).strip(),
            quad=geometry.rectangle(left, top, left + width, top + height),
            confidence=min(1.0, max(0.0, percent / 100)),
        )
        if word.confidence >= NOISE_BELOW:
            yield (page, block, paragraph, line), word


def _split(words: Sequence[SeenWord]) -> Iterator[Piece]:
    """The words of one line, parted at wide gaps, without lone marks at the ends."""
    run: list[SeenWord] = []
    for word in words:
        if run and _is_apart(run[-1].quad, word.quad):
            yield from _trimmed(run)
            run = []
        run.append(word)
    yield from _trimmed(run)


def _is_apart(left: Quad, right: Quad) -> bool:
    height = max(geometry.size(left)[1], geometry.size(right)[1])
    return right[0][0] - left[1][0] > WIDE_GAP * height


def _trimmed(run: Sequence[SeenWord]) -> Iterator[Piece]:
    solid = [number for number, word in enumerate(run) if any(map(str.isalnum, word.text))]
    if solid:
        first, last = solid[0], solid[-1]
        before = (word for word in run[:first] if word.text in LONE_MARKS)
        after = (word for word in run[last + 1 :] if word.text in LONE_MARKS)
        yield (*before, *run[first : last + 1], *after)


def _is_taken(
    box: tuple[float, float, float, float], taken: Iterable[tuple[float, float, float, float]]
) -> bool:
    return any(_shared(box, other) > SAME_PLACE * min(_area(box), _area(other)) for other in taken)


def _shared(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> float:
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    return max(0.0, width) * max(0.0, height)


def _area(box: tuple[float, float, float, float]) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
