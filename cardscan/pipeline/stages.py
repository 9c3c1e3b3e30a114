"""A photo goes through the stages: decode, read, parse."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, groupby, islice
from time import perf_counter
from typing import TYPE_CHECKING, TypeVar

from cardscan.ocr.page import read_page
from cardscan.ocr.photo import open_photo
from cardscan.parse.contact import parse_reading
from cardscan.parse.sides import fronts_of_backs, join_sides
from cardscan.pipeline.record import NO_TEXT, PhotoResult, ScannedCard

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cardscan.ocr.photo import OpenPhoto
    from cardscan.ocr.reader import Reader
    from cardscan.ocr.record import Photo, Reading

Item = TypeVar("Item")


def read_photo(path: Path, *, shown_as: str, reader: Reader, country: str | None) -> PhotoResult:
    """What is on a photo.

    Args:
        path: The file.
        shown_as: Its name in messages and in the queue.
        reader: Reads the words.
        country: ISO 3166-1 alpha-2 code for phones without a country code, if known.

    Returns:
        The result, "read" or "no card".

    Raises:
        PhotoError: The file cannot be read as a photo.
    """
    clock = _Clock()
    with clock.stage("decode"):
        opened = open_photo(path, shown_as=shown_as)
    cards = tuple(_cards(opened, reader, country, clock))
    return replace(_result(opened.photo, cards), seconds=clock.seconds)


def parse_photo(photo: Photo, readings: Sequence[Reading], *, country: str | None) -> PhotoResult:
    """What is on a photo that was read before.

    Args:
        photo: The file.
        readings: What was read on each card of it, in their order.
        country: ISO 3166-1 alpha-2 code for phones without a country code, if known.

    Returns:
        The result that ``read_photo`` would give.
    """
    pages = groupby(readings, key=lambda reading: reading.card.page)
    cards = (cards_of_page(tuple(page), country=country) for _, page in pages)
    return _result(photo, tuple(chain.from_iterable(cards)))


def _result(photo: Photo, cards: tuple[ScannedCard, ...]) -> PhotoResult:
    found = any(not card.contact.is_empty for card in cards)
    return PhotoResult(
        path=photo.path,
        status="read" if found else "no card",
        photo=photo,
        reason="" if found else _why_no_card(cards),
        cards=cards,
    )


def _cards(opened: OpenPhoto, reader: Reader, country: str | None, clock: _Clock) -> Iterator[ScannedCard]:
    number = 1
    for page in clock.each("decode", opened.pages()):
        found = read_page(page.pixels, page=page.number, first_number=number, reader=reader)
        readings = [card.reading for card in clock.each("ocr", found)]
        number += len(readings)
        with clock.stage("parse"):
            cards = cards_of_page(readings, country=country)
        yield from cards


def cards_of_page(readings: Sequence[Reading], *, country: str | None) -> tuple[ScannedCard, ...]:
    """The cards of one page with their contacts, the sides of one card joined.

    Args:
        readings: What was read on each card of the page.
        country: ISO 3166-1 alpha-2 code for phones without a country code, if known.
    """
    contacts = [parse_reading(reading, country=country) for reading in readings]
    cards = [(reading.card, contact) for reading, contact in zip(readings, contacts, strict=True)]
    number_of_front = {back: cards[front][0].number for back, front in fronts_of_backs(cards).items()}
    return tuple(
        ScannedCard(reading=reading, contact=contact, side_of=number_of_front.get(place))
        for place, (reading, contact) in enumerate(zip(readings, join_sides(cards), strict=True))
    )


def _why_no_card(cards: tuple[ScannedCard, ...]) -> str:
    return next((card.reason for card in cards if card.reason not in ("", NO_TEXT)), NO_TEXT)


class _Clock:
    """Adds up the time that each stage takes."""

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}

    @property
    def seconds(self) -> tuple[tuple[str, float], ...]:
        return tuple(self._seconds.items())

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = perf_counter()
        try:
            yield
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + perf_counter() - start

    def each(self, name: str, items: Iterable[Item]) -> Iterator[Item]:
        """The items, while the time that it takes to make each is added up."""
        source = iter(items)
        while True:
            with self.stage(name):
                batch = tuple(islice(source, 1))
            if not batch:
                return
            yield from batch
