"""One page of a photo becomes readings: find cards and codes, flatten, turn upright, read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardscan import geometry
from cardscan.ocr.barcode import codes_of_cards, find_codes, on_card
from cardscan.ocr.card import along_text, find_cards
from cardscan.ocr.grid import split_grid
from cardscan.ocr.handwriting import pieces_by_hand
from cardscan.ocr.legibility import measure
from cardscan.ocr.lines import group_lines, pieces_of
from cardscan.ocr.orientation import is_upside_down
from cardscan.ocr.reader import added_scripts
from cardscan.ocr.record import CardImage, Reading
from cardscan.ocr.scripts.unread import unread_scripts
from cardscan.ocr.second_reading import read_again
from cardscan.ocr.warp import flat_from_picture, warp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cardscan.geometry import Matrix, Quad
    from cardscan.ocr.card import Cut
    from cardscan.ocr.reader import Pixels, Reader
    from cardscan.ocr.record import WordBox

CARD_SIDES_PX = (960, 1600)
"""Least and greatest longer side of a flat card: small print stays legible, time stays bounded."""

FILLING_SHARE = 0.85
"""Of a picture's longer side, how much a card takes that is not searched for text a second time;
in a smaller one boxes come out loose, and never to search again loses a hundredth of the values."""

MOST_TILTED_DEG = 45.0
"""Tilt up to which text is found as well in the picture as on the flat card; on its side or upside
down it is found in worse pieces, and up to three in a hundred values are lost."""

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
    flats = [flat for cut in find_cards(pixels, texts) for flat in _apart(pixels, cut, texts, reader)]
    codes = codes_of_cards(find_codes(pixels), [flat.quad for flat in flats])
    for number, (flat, own) in enumerate(zip(flats, codes, strict=True), start=first_number):
        words = reader.read(flat.pixels, flat.texts)
        if words and _belief(words) < CLEAR_READING and is_upside_down(flat.pixels, pieces_of(words), reader):
            flat = _searched(pixels, geometry.turned(flat.quad, 2), flat.found_by, reader)  # noqa: PLW2901
            words = reader.read(flat.pixels, flat.texts)
        card = flat.record(page=page, number=number)
        by_hand = pieces_by_hand(flat.pixels, words) if reader.knows_doubt else ()
        lines = read_again(flat.pixels, group_lines(words, by_hand), reader)
        reading = Reading(
            card=card,
            lines=lines,
            reader=reader.name,
            codes=tuple(on_card(code, flat.matrix) for code in own),
            legibility=measure(flat.pixels, card, lines),
            unread_scripts=unread_scripts(flat.pixels, flat.texts, words, known=added_scripts(reader)),
        )
        yield ReadCard(reading=reading, pixels=flat.pixels)


@dataclass(frozen=True, slots=True, kw_only=True)
class _FlatCard:
    """A card pulled flat: its corners in the page, the homography, its pixels and the text in them."""

    quad: Quad
    found_by: str
    matrix: Matrix
    pixels: Pixels
    texts: tuple[Quad, ...] = ()

    def record(self, *, page: int, number: int) -> CardImage:
        height, width = self.pixels.shape[:2]
        return CardImage(
            number=number,
            page=page,
            quad=self.quad,
            card_from_photo=self.matrix,
            width_px=width,
            height_px=height,
            found_by=self.found_by,
        )


def _apart(pixels: Pixels, cut: Cut, texts: Sequence[Quad], reader: Reader) -> Iterator[_FlatCard]:
    """The cards of a cut that touch each other, each flat on its own; else the cut itself."""
    flat = _flatten(pixels, cut.quad, cut.found_by)
    if _is_searched(flat, pixels):
        flat = replace(flat, texts=_on_card(flat, texts))
    else:
        flat = replace(flat, texts=reader.find_text(flat.pixels))
    cells = split_grid(flat.pixels, flat.texts)
    if not cells:
        yield flat
    for cell in cells:
        quad = geometry.apply_to_quad(geometry.inverse(flat.matrix), along_text(cell, flat.texts))
        yield _searched(pixels, quad, "quad", reader)


def _searched(pixels: Pixels, quad: Quad, found_by: str, reader: Reader) -> _FlatCard:
    """A flat card with the text that is found on it."""
    flat = _flatten(pixels, quad, found_by)
    return replace(flat, texts=reader.find_text(flat.pixels))


def _flatten(pixels: Pixels, quad: Quad, found_by: str) -> _FlatCard:
    width, height = geometry.size(quad)
    longer = max(width, height)
    scale = min(max(longer, CARD_SIDES_PX[0]), CARD_SIDES_PX[1]) / longer
    width_px, height_px = max(1, round(width * scale)), max(1, round(height * scale))
    matrix = flat_from_picture(quad, width_px, height_px)
    flat = warp(pixels, matrix, width_px, height_px)
    return _FlatCard(quad=quad, found_by=found_by, matrix=matrix, pixels=flat)


def _is_searched(flat: _FlatCard, pixels: Pixels) -> bool:
    """Whether another search would find no more text: the card fills its picture and is not turned in it."""
    fills = max(geometry.size(flat.quad)) >= FILLING_SHARE * max(pixels.shape[:2])
    return bool(fills and abs(geometry.angle_deg(flat.quad)) < MOST_TILTED_DEG)


def _on_card(flat: _FlatCard, texts: Sequence[Quad]) -> tuple[Quad, ...]:
    """The pieces of a page's text that stand on a card, in its pixels."""
    own = [text for text in texts if geometry.contains(flat.quad, geometry.center(text))]
    return tuple(geometry.most_upright(geometry.apply_to_quad(flat.matrix, text)) for text in own)


def _belief(words: Sequence[WordBox]) -> float:
    letters = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / letters
