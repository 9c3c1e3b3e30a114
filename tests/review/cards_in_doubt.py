"""A book of fictional cards, of which some are in doubt, with photos that were drawn from their lines."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw
from written_card import reading

from cardscan import geometry
from cardscan.followup.record import Event
from cardscan.ocr.folder import shown
from cardscan.ocr.photo import open_photo
from cardscan.parse.contact import parse_reading
from cardscan.pipeline.book_keeper import BookKeeper
from cardscan.pipeline.picture.fonts import plain_font
from cardscan.pipeline.record import PhotoResult, ScannedCard
from cardscan.pipeline.rows import finds

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.book.store import Book
    from cardscan.ocr.record import Reading

AT = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FAIR = Event(name="Autumn fair", date=date(2026, 11, 20))
MIXER = Event(name="Spring mixer", date=date(2026, 5, 8))

AVERY = (
    "#Avery Winter", "Sales Manager", "Northwind Ltd", "avery@northwlnd.example", "T +44 20 7946 0101",
    "18 Tidewell Wharf, London E14 9ZY",
)  # fmt: skip
TWICE = {3: "avery@northwind.example"}
"""What a second reading made of Avery's e-mail."""

BLAKE = ("#B1ake Hart", "Optician", "Sommer Optics", "blake@sommer.example", "M +44 7700 900102")
CASEY = ("#Casey Stone", "Baker", "Rose Bakery", "casey@rose.example", "M +44 7700 900l03")
DREW = ("#Drew Frost", "Buyer", "Northwind", "drew@northwind.example", "M +44 7700 900104")
CASEY_AGAIN = ("#Casey Stone", "Baker", "Rose Bakery", "T +44 20 7946 0103")
EMBER = ("#Ember Lund", "Designer", "Lund Studio", "ember@lund.example", "M +44 7700 900105")


def fill(book: Book, folder: Path) -> dict[str, str]:
    """Put everybody into an empty book, with their photos in a folder.

    Returns:
        First name to entry id; the earlier card of Casey is "casey again".
    """
    folder.mkdir(exist_ok=True)
    cards = {
        "avery": _photo(folder / "a-avery.png", AVERY, TWICE),
        "blake": _photo(folder / "b-blake.png", BLAKE),
        "casey": _photo(folder / "c-casey.png", CASEY),
        "drew": _photo(folder / "d-drew.png", DREW),
        "ember": _photo(folder / "e-ember.png", EMBER),
    }
    ids = dict(zip(cards, keep(book, folder, *cards.values()), strict=True))
    again = _photo(folder / "casey-in-spring.png", CASEY_AGAIN)
    (ids["casey again"],) = keep(book, folder, again, event=MIXER)
    return ids


def keep(book: Book, folder: Path, *pictures: PhotoResult, event: Event = FAIR) -> tuple[str, ...]:
    """Keep pictures as a scan keeps them; the ids of their entries, in their order."""
    keeper = BookKeeper(book=book, read_by="by hand", now=AT, folder=shown(folder))
    photos = [one.photo for one in pictures if one.photo]
    event = keeper.take_event(event, photos, is_another=True)
    for one in pictures:
        keeper.keep(one)
    return tuple(row.contact_id for row in keeper.settle(event, finds(pictures, event, AT), photos).rows)


def picture_of(path: Path, *texts: str) -> PhotoResult:
    """A card of such lines, drawn to a file and read as it stands there."""
    return _photo(path, texts)


def saved_as(one: PhotoResult, path: Path) -> PhotoResult:
    """The same card on another photo, which is in a file already."""
    return replace(one, path=path.name, photo=open_photo(path, shown_as=path.name).photo)


def _photo(path: Path, texts: tuple[str, ...], again: dict[int, str] | None = None) -> PhotoResult:
    read = _read_twice(reading(*texts), again or {})
    _draw(read, path)
    opened = open_photo(path, shown_as=path.name)
    card = ScannedCard(reading=read, contact=parse_reading(read))
    return PhotoResult(path=path.name, status="read", photo=opened.photo, cards=(card,))


def _read_twice(read: Reading, again: dict[int, str]) -> Reading:
    lines = tuple(replace(line, again=again.get(number, "")) for number, line in enumerate(read.lines))
    return replace(read, lines=lines)


def _draw(read: Reading, path: Path) -> None:
    sheet = Image.new("RGB", (read.card.width_px, read.card.height_px), (250, 248, 240))
    pen = ImageDraw.Draw(sheet)
    for line in read.lines:
        left, top, right, bottom = geometry.bounds(line.quad)
        font = plain_font(round(0.8 * (bottom - top)))
        wide = pen.textlength(line.text, font=font)
        text = Image.new("RGB", (max(1, round(wide)), round(bottom - top)), (250, 248, 240))
        ImageDraw.Draw(text).text((0, 0), line.text, font=font, fill=(20, 30, 40))
        sheet.paste(text.resize((round(right - left), round(bottom - top))), (round(left), round(top)))
    cv2.imwrite(str(path), cv2.cvtColor(np.asarray(sheet), cv2.COLOR_RGB2BGR))
