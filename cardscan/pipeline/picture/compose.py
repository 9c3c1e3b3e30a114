"""A page of a photo beside the panel that explains it."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING

from PIL import Image

from cardscan.errors import UsageError
from cardscan.ocr.photo import open_photo
from cardscan.pipeline.picture.overlay import Numbered, draw_over
from cardscan.pipeline.picture.palette import PAPER
from cardscan.pipeline.picture.panel import draw_panel

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.ocr.reader import Pixels
    from cardscan.pipeline.record import PhotoResult

_LONGER_SIDE_PX = 1400


def draw_page(path: Path, result: PhotoResult, *, page: int = 1) -> bytes:
    """What was found on one page of a photo, as a picture.

    Args:
        path: The photo.
        result: What was found on it.
        page: The page, from 1.

    Returns:
        A PNG file: on the left the page, on the right its fields.

    Raises:
        PhotoError: The photo cannot be read.
        UsageError: It has no such page.
    """
    pixels = _decode(path, result.path, page)
    numbers = count(1)
    cards = [
        (card, [Numbered(number=next(numbers), field=field) for field in card.contact.fields])
        for card in result.cards
        if card.reading.card.page == page and card.reading.lines
    ]
    photo, scale = _shown(pixels)
    photo = draw_over(photo, cards, scale)
    panel = draw_panel(pixels, cards, photo.height)
    sheet = Image.new("RGB", (photo.width + panel.width, panel.height), PAPER)
    sheet.paste(photo, (0, 0))
    sheet.paste(panel, (photo.width, 0))
    stream = BytesIO()
    sheet.save(stream, "PNG")
    return stream.getvalue()


def _decode(path: Path, name: str, number: int) -> Pixels:
    opened = open_photo(path, shown_as=name)
    for page in opened.pages():
        if page.number == number:
            return page.pixels
    raise UsageError(f"{name} has no page {number}: it has {len(opened.frames)}.")


def _shown(pixels: Pixels) -> tuple[Image.Image, float]:
    """The page in the size in which it is shown, and that size as a share of its own."""
    image = Image.fromarray(pixels[:, :, ::-1].copy())
    scale = min(1.0, _LONGER_SIDE_PX / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS), scale
