"""Whole cards written by hand, as a good reader would have given them."""

from __future__ import annotations

from dataclasses import replace

from written_lines import line

from cardscan.geometry import rectangle
from cardscan.ocr.record import CardImage, Reading
from cardscan.parse.contact import parse_reading

MARGIN = 40
PLAIN, LARGE = 30, 60
IDENTITY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


def reading(*texts: str, left: float = 0, confidence: float = 0.99, number: int = 1):
    """A card of lines one under the other; one that begins with ``#`` is twice as high.

    ``left`` is the card's place on its photo, ``number`` its number there.
    """
    lines, top = [], float(MARGIN)
    for text in texts:
        height = LARGE if text.startswith("#") else PLAIN
        written = line(text.removeprefix("#"), left=MARGIN, top=top, height=height)
        lines.append(replace(written, confidence=confidence))
        top += 1.45 * height
    width = max([900.0, *(written.quad[1][0] + MARGIN for written in lines)])
    card = CardImage(
        number=number,
        page=1,
        quad=rectangle(left, 0, left + width, top + MARGIN),
        card_from_photo=IDENTITY,
        width_px=round(width),
        height_px=round(top) + MARGIN,
        found_by="quad",
    )
    return Reading(card=card, lines=tuple(lines), reader="written")


def contact(*texts: str, country: str | None = None):
    """What such a card says."""
    return parse_reading(reading(*texts), country=country)


def text(contact, kind: str):
    """The text of the first field of a kind, or None."""
    field = contact.first(kind)
    return field.text if field else None
