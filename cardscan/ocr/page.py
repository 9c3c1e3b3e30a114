"""One page of a photo becomes readings: find the cards, flatten, turn upright, read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.ocr.card import Cut, along_text, find_cards
from cardscan.ocr.grid import split_grid
from cardscan.ocr.lines import group_lines
from cardscan.ocr.orientation import is_upside_down
from cardscan.ocr.record import CardImage, Reading
from cardscan.ocr.warp import flat_from_picture, warp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels, Reader
    from cardscan.ocr.record import WordBox

CARD_SIDES_PX = (960, 1600)
"""Least and greatest longer side of a flat card: small print stays legible, time stays bounded."""

CLEAR_READING = 0.9
"""Belief in a reading's letters from which nobody doubts that it stands upright."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCard:
    """A card that was read, with its pixels.

    Attributes:
        reading: The record.
        pixels: The flat, upright card: uint8, shape (height, width, 3), BGR.
    """

    reading: Reading
    pixels: Pixels


def read_page(pixels: Pixels, *, page: int, first_number: int, reader: Reader) -> Iterator[ReadCard]:
    """The cards on one page of a photo, read.

    Args:
        pixels: The page after EXIF orientation, uint8, shape (height, width, 3), BGR.
        page: The page's number in its photo, from 1.
        first_number: Number of the first card on it.
        reader: Reads the words.

    Yields:
        Each card, in reading order.
    """
    texts = reader.find_text(pixels)
    cuts = [card for cut in find_cards(pixels, texts) for card in _apart(pixels, cut, texts)]
    for number, cut in enumerate(cuts, start=first_number):
        yield _read_cut(pixels, cut, page=page, number=number, reader=reader)


def _apart(pixels: Pixels, cut: Cut, texts: Sequence[Quad]) -> Sequence[Cut]:
    """The cards of a cut that touch each other, each as a cut of its own; else the cut itself."""
    (matrix, _, _), flat = _flatten(pixels, cut.quad)
    cells = split_grid(flat, [geometry.apply_to_quad(matrix, text) for text in texts])
    back = geometry.inverse(matrix)
    quads = [along_text(geometry.apply_to_quad(back, cell), texts) for cell in cells]
    return [Cut(quad=quad, found_by="quad") for quad in quads] or [cut]


def _read_cut(pixels: Pixels, cut: Cut, *, page: int, number: int, reader: Reader) -> ReadCard:
    quad = cut.quad
    card, flat = _flatten(pixels, quad)
    words = reader.read(flat)
    if words and _belief(words) < CLEAR_READING and is_upside_down(flat, _pieces(words), reader):
        quad = geometry.turned(quad, 2)
        card, flat = _flatten(pixels, quad)
        words = reader.read(flat)
    matrix, width, height = card
    record = CardImage(
        number=number,
        page=page,
        quad=quad,
        card_from_photo=matrix,
        width_px=width,
        height_px=height,
        found_by=cut.found_by,
    )
    reading = Reading(card=record, lines=group_lines(words), reader=reader.name)
    return ReadCard(reading=reading, pixels=flat)


def _flatten(pixels: Pixels, quad: Quad) -> tuple[tuple[geometry.Matrix, int, int], Pixels]:
    width, height = geometry.size(quad)
    longer = max(width, height)
    scale = min(max(longer, CARD_SIDES_PX[0]), CARD_SIDES_PX[1]) / longer
    width_px, height_px = max(1, round(width * scale)), max(1, round(height * scale))
    matrix = flat_from_picture(quad, width_px, height_px)
    return (matrix, width_px, height_px), warp(pixels, matrix, width_px, height_px)


def _belief(words: Sequence[WordBox]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters


def _pieces(words: Sequence[WordBox]) -> tuple[Quad, ...]:
    pieces: dict[int, list[WordBox]] = {}
    for word in words:
        pieces.setdefault(word.piece, []).append(word)
    return tuple(
        (run[0].quad[0], run[-1].quad[1], run[-1].quad[2], run[0].quad[3]) for run in pieces.values()
    )
