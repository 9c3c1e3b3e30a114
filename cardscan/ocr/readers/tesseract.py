"""The second reader: Tesseract, through pytesseract."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2

from cardscan import geometry
from cardscan.ocr.readers.ink import find_lines
from cardscan.ocr.readers.passes import belief, merge, moved, pieces_by_page
from cardscan.ocr.readers.tesseract_program import find_program
from cardscan.ocr.record import WordBox
from cardscan.ocr.scripts.table import scripts_of
from cardscan.ocr.warp import flat_from_picture, warp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.geometry import Matrix, Quad
    from cardscan.ocr.reader import Pixels
    from cardscan.ocr.readers.passes import Piece

WHOLE_PAGE, ONE_BLOCK = 3, 6
"""Tesseract's page segmentation modes: find the layout; take all for one block of lines."""

CARD_SIDE_PX = 1400
"""Longest side at which a card is read; at 700 it reads a tenth less (measured on photos)."""

LINE_HEIGHT_PX = 32
"""Height of a line when read alone; 48 reads no better and takes a quarter longer."""

LINE_MARGIN_PX = 10
"""Ground kept around a line that is read alone."""

SMALLEST_TEXT_PX = 6
"""A picture lower or narrower than this holds no text."""

SURE_TEXT = 0.6
"""Belief from which a shape that looks like a line is text; at 0.3 grain beside the card passes for
text, hardly any card is cut out, and fewer values are read on the whole picture."""


class TesseractReader:
    """Reads with the Tesseract program, one process a call and at most two calls a card.

    Tesseract's own layout analysis misses much on photos, so a card is read twice:
    as a page, and line by line where shapes look like letters.  Of 40 real cards
    the first found 72 % of the labelled values, the second 74 %, both together,
    with one reading of each place, 78 %.

    Args:
        languages: Tesseract's language codes, joined by "+".
        timeout_s: Seconds after which a call is given up.

    Attributes:
        languages: As given.
        scripts: ISO 15924 codes of the scripts that they add to those that every reader reads.

    Raises:
        MissingExtraError: Tesseract is not installed.
        UsageError: It has no data for a language.
    """

    name = "tesseract"
    knows_doubt = False  # its belief is low on most lines, right or wrong

    def __init__(self, *, languages: str = "eng", timeout_s: float = 60.0) -> None:
        self.languages = languages
        self.scripts = scripts_of(languages)
        self._timeout_s = timeout_s
        self._program = find_program(languages)

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Where text stands, in any quarter turn; see ``Reader``.

        Shapes that look like a line are read both ways up; those that read well are text.
        """
        if _is_tiny(pixels):
            return ()
        card, picture_from_card = _at_size(pixels)
        shapes = _along(card)
        if not shapes:
            return ()
        ways_up = [_line(card, geometry.turned(shape, turn))[0] for turn in (0, 2) for shape in shapes]
        beliefs = [_best_belief(pieces) for pieces in self._pieces(ways_up, ONE_BLOCK)]
        return tuple(
            geometry.apply_to_quad(picture_from_card, shape)
            for shape, *sure in zip(shapes, beliefs[: len(shapes)], beliefs[len(shapes) :], strict=True)
            if max(sure) >= SURE_TEXT
        )

    def read(
        self,
        pixels: Pixels,
        texts: Sequence[Quad] | None = None,  # noqa: ARG002 - Tesseract finds its lines itself
    ) -> tuple[WordBox, ...]:
        """The words in an upright picture; see ``Reader``."""
        if _is_tiny(pixels):
            return ()
        card, picture_from_card = _at_size(pixels)
        pieces = [*self._pieces([card], WHOLE_PAGE)[0], *self._line_pieces(card)]
        return tuple(
            WordBox(text=word.text, quad=word.quad, confidence=word.confidence, piece=number)
            for number, piece in enumerate(merge(pieces))
            for word in moved(piece, picture_from_card)
        )

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """The text of strips of one line each; see ``Reader``."""
        lines = [_line(strip, _whole(strip))[0] for strip in strips if not _is_tiny(strip)]
        read = iter(self._pieces(lines, ONE_BLOCK) if lines else ())
        return tuple(("", 0.0) if _is_tiny(strip) else _joined(next(read)) for strip in strips)

    def read_texts(self, pixels: Pixels, texts: Sequence[Quad]) -> tuple[Piece, ...]:
        """The words of each of some pieces of text, in one call.

        Args:
            pixels: uint8, shape (height, width, 3), BGR.
            texts: Where they stand, each quad from the text's own top left; at least one.

        Returns:
            Of each piece its words, in the picture's pixels; none where nothing is read.
        """
        lines = [_line(pixels, text) for text in texts]
        read = self._pieces([line for line, _ in lines], ONE_BLOCK)
        return tuple(
            tuple(word for piece in pieces for word in moved(piece, back))
            for (_, back), pieces in zip(lines, read, strict=True)
        )

    def _pieces(self, pictures: Sequence[Pixels], mode: int) -> tuple[tuple[Piece, ...], ...]:
        table = self._program.tables(pictures, mode=mode, languages=self.languages, timeout_s=self._timeout_s)
        return pieces_by_page(table, len(pictures))

    def _line_pieces(self, card: Pixels) -> Iterator[Piece]:
        lines = [_line(card, quad) for quad in find_lines(card)]
        if lines:
            read = self._pieces([line for line, _ in lines], ONE_BLOCK)
            for (_, card_from_line), pieces in zip(lines, read, strict=True):
                for piece in pieces:
                    yield moved(piece, card_from_line)


def _is_tiny(pixels: Pixels) -> bool:
    return bool(min(pixels.shape[:2]) < SMALLEST_TEXT_PX)


def _whole(strip: Pixels) -> Quad:
    height, width = strip.shape[:2]
    return geometry.rectangle(0, 0, width, height)


def _at_size(pixels: Pixels) -> tuple[Pixels, Matrix]:
    """The picture at the size at which it is read best, and the way back."""
    height, width = pixels.shape[:2]
    scale = CARD_SIDE_PX / max(height, width)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    size = max(1, round(width * scale)), max(1, round(height * scale))
    back = ((width / size[0], 0.0, 0.0), (0.0, height / size[1], 0.0), (0.0, 0.0, 1.0))
    return cast("Pixels", cv2.resize(pixels, size, interpolation=way)), back


def _line(card: Pixels, quad: Quad) -> tuple[Pixels, Matrix]:
    """One line, cut out, level and at reading height with its margin, and the way back."""
    width, height = geometry.size(quad)
    scale = LINE_HEIGHT_PX / height
    margin = LINE_MARGIN_PX / scale
    wider = geometry.around(quad, geometry.angle_deg(quad), margin)
    size = round(width * scale) + 2 * LINE_MARGIN_PX, LINE_HEIGHT_PX + 2 * LINE_MARGIN_PX
    line_from_card = flat_from_picture(wider, *size)
    return warp(card, line_from_card, *size), geometry.inverse(line_from_card)


def _along(card: Pixels) -> tuple[Quad, ...]:
    """Shapes like lines, level or on their side, whichever of the two makes the longer lines."""
    level = find_lines(card)
    width = card.shape[1]
    on_side = find_lines(cast("Pixels", cv2.rotate(card, cv2.ROTATE_90_COUNTERCLOCKWISE)))
    from_side = ((0.0, -1.0, float(width)), (1.0, 0.0, 0.0), (0.0, 0.0, 1.0))
    turned = tuple(geometry.apply_to_quad(from_side, quad) for quad in on_side)
    return max(level, turned, key=_length)


def _length(quads: Sequence[Quad]) -> float:
    """How much the shapes look like lines: few long ones more than many short ones."""
    return sum((width / height) ** 2 for width, height in map(geometry.size, quads))


def _best_belief(pieces: Sequence[Piece]) -> float:
    return max(map(belief, pieces), default=0.0)


def _joined(pieces: Sequence[Piece]) -> tuple[str, float]:
    words = tuple(word for piece in pieces for word in piece)
    return (" ".join(word.text for word in words), belief(words)) if words else ("", 0.0)
