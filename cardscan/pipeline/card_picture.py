"""The picture of a card, flat and upright, cut from its photo once more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import cv2

from cardscan import geometry
from cardscan.errors import PhotoError
from cardscan.ocr.orientation import VOTERS
from cardscan.ocr.page import read_page
from cardscan.ocr.warp import warp

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.photo import OpenPhoto, Page
    from cardscan.ocr.reader import Pixels, Reader
    from cardscan.ocr.record import CardImage, WordBox

LONGEST_PX = 480
"""Longer side of a small picture: three times what a row of a sheet shows, for screens of a high
resolution; a name can be read on it."""

_QUALITY = 80
"""Of JPEG; at 90 a card takes half as much again, and looks the same at this size."""


class CardPhoto:
    """A photo of which cards are cut out, one after the other; the last page stays decoded.

    Args:
        opened: The photo.
        cards: The cards in it, as a scan found them.
    """

    def __init__(self, opened: OpenPhoto, cards: Iterable[CardImage]) -> None:
        self._opened = opened
        self._cards = {card.number: card for card in cards}
        self._page: Page | None = None

    def picture(self, number: int, *, longest_px: int = LONGEST_PX) -> bytes:
        """One card.

        Args:
            number: Its number in the photo, from 1.
            longest_px: Longer side of the picture at most.

        Returns:
            A JPEG file that holds the pixels and nothing else: no time, place or camera.

        Raises:
            PhotoError: There is no such card, or the photo cannot be read.
        """
        card = self._card(number)
        return cut_card(self._pixels(card.page), card, longest_px=longest_px)

    def flat(self, number: int) -> Pixels:
        """One card at its own size, uint8, shape (height, width, 3), BGR.

        Args:
            number: Its number in the photo, from 1.

        Raises:
            PhotoError: There is no such card, or the photo cannot be read.
        """
        card = self._card(number)
        return warp(self._pixels(card.page), card.card_from_photo, card.width_px, card.height_px)

    def whole(self, number: int, *, longest_px: int) -> bytes:
        """The page that a card lies on, as the camera took it.

        Args:
            number: The card's number in the photo, from 1.
            longest_px: Longer side of the picture at most.

        Returns:
            A JPEG file that holds the pixels and nothing else.

        Raises:
            PhotoError: There is no such card, or the photo cannot be read.
        """
        return as_jpeg(self._pixels(self._card(number).page), longest_px=longest_px)

    def _card(self, number: int) -> CardImage:
        if number not in self._cards:
            raise PhotoError(self._opened.photo.path, f"no card {number} was found on it.")
        return self._cards[number]

    def _pixels(self, number: int) -> Pixels:
        if self._page is None or self._page.number != number:
            self._page = None  # two pages at a time would take twice the memory
            self._page = self._decoded(number)
        return self._page.pixels

    def _decoded(self, number: int) -> Page:
        """One page, without decoding those before it."""
        alone = replace(self._opened, frames=self._opened.frames[number - 1 : number])
        for page in alone.pages():
            return replace(page, number=number)
        raise PhotoError(self._opened.photo.path, f"it has no page {number}.")


def cut_card(pixels: Pixels, card: CardImage, *, longest_px: int = LONGEST_PX) -> bytes:
    """A card as a JPEG file.

    Args:
        pixels: The page that it lies on, uint8, shape (height, width, 3), BGR.
        card: Where it lies.
        longest_px: Longer side of the picture at most.
    """
    flat = warp(pixels, card.card_from_photo, card.width_px, card.height_px)
    return as_jpeg(flat, longest_px=longest_px)


def as_jpeg(pixels: Pixels, *, longest_px: int) -> bytes:
    """A picture as a JPEG file that holds the pixels and nothing else.

    Args:
        pixels: uint8, shape (height, width, 3), BGR.
        longest_px: Longer side of the file's picture at most; a smaller one stays as it is.
    """
    height, width = pixels.shape[:2]
    scale = min(1.0, longest_px / max(width, height))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    _, data = cv2.imencode(".jpg", small, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY, cv2.IMWRITE_JPEG_OPTIMIZE, 1])
    return data.tobytes()


def find_cards_again(opened: OpenPhoto, reader: Reader) -> Iterator[CardImage]:
    """The cards of a photo, found as a scan finds them, with no more read than tells which way up they are.

    Args:
        opened: The photo.
        reader: Finds the text, and reads a few pieces of it.

    Yields:
        Each card, in the order of their numbers.

    Raises:
        PhotoError: The photo cannot be read.
    """
    number = 1
    for page in opened.pages():
        for found in read_page(page.pixels, page=page.number, first_number=number, reader=_Glance(reader)):
            number += 1
            yield found.reading.card


class _Glance:
    """A reader that reads the longest pieces of a card, and leaves out the others.

    Args:
        reader: Reads them.
    """

    knows_doubt = False

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.name = reader.name

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """See ``Reader``."""
        return self._reader.find_text(pixels)

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        """See ``Reader``."""
        longest = sorted(texts or (), key=lambda text: geometry.size(text)[0], reverse=True)[:VOTERS]
        return self._reader.read(pixels, longest) if longest else ()

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """See ``Reader``."""
        return self._reader.read_lines(strips)
