"""Pictures of fictional cards, written by hand as the stages would have left them."""

from __future__ import annotations

import hashlib
from datetime import datetime, timedelta

from written_card import reading

from cardscan.ocr.record import Photo
from cardscan.parse.contact import parse_reading
from cardscan.pipeline.record import PhotoResult, ScannedCard

ADA = ("#Ada Winter", "Sales Manager", "Northwind Ltd", "ada@northwind.example", "M +44 7700 900101")
BEN = ("#Ben Archer", "Optician", "Northwind Ltd", "ben@northwind.example", "M +44 7700 900102")
BEN_WITHOUT_NAME = BEN[1:]
BACK = ("#Northwind Ltd", "www.northwind.example")
ADDRESS = ("Northwind Ltd", "18 Tidewell Wharf, London E14 9ZY")
OTHER_BACK = ("#Sommer Optics", "www.sommer.example")
ROSE = ("#Rose Cafe", "12 High Street, London E14 9ZY", "020 7946 0111", "www.rose.example")
IRIS = ("#Iris Books", "14 High Street, London E14 9ZY", "020 7946 0112", "www.iris.example")
NOON = datetime(2026, 11, 20, 12)  # noqa: DTZ001 - a camera's clock has no zone


def picture(path: str, *cards: tuple[str, ...], at_s: float | None = None) -> PhotoResult:
    """A photo of cards, each given as its lines, taken so many seconds after noon."""
    scanned = tuple(_card(number, texts) for number, texts in enumerate(cards, start=1))
    return PhotoResult(
        path=path,
        status="read" if any(not card.contact.is_empty for card in scanned) else "no card",
        photo=Photo(
            path=path,
            content_hash=hashlib.sha256(path.encode()).hexdigest(),
            taken_at=None if at_s is None else NOON + timedelta(seconds=at_s),
        ),
        cards=scanned,
    )


def failed(path: str) -> PhotoResult:
    """A photo that could not be read."""
    return PhotoResult(path=path, status="failed", reason="it is damaged")


def _card(number: int, texts: tuple[str, ...]) -> ScannedCard:
    read = reading(*texts, number=number)
    return ScannedCard(reading=read, contact=parse_reading(read))
