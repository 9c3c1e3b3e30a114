"""Cards, lines and fields, drawn over a photo."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from cardscan import geometry
from cardscan.pipeline.picture.fonts import plain_font
from cardscan.pipeline.picture.palette import CARD_EDGE, KIND_COLOURS, PLAIN_LINE, WHITE, Colour

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.geometry import Point, Quad
    from cardscan.parse.record import Field
    from cardscan.pipeline.record import ScannedCard

_FINENESS = 2
"""Drawn so many times larger and reduced: smooth edges, which Pillow's own lines lack."""

_SHADE = (0, 0, 0, 110)
_FILL_ALPHA = 60
_BADGE_PX = 22


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A field with the number by which photo and panel name it.

    Attributes:
        number: From 1, over all cards of the page.
        field: The field.
    """

    number: int
    field: Field


def draw_over(
    photo: Image.Image, cards: Sequence[tuple[ScannedCard, Sequence[Numbered]]], scale: float
) -> Image.Image:
    """The photo with its cards marked.

    Args:
        photo: RGB, already at the size it is shown in.
        cards: Each card on it with its numbered fields.
        scale: Size of the photo as shown, as a share of the page that was read.

    Returns:
        RGB, of the photo's size: what is no card is darker, cards have an edge, lines
        that found no field a grey box, fields a box in the colour of their kind and
        their number.
    """
    size = (photo.width * _FINENESS, photo.height * _FINENESS)
    sheet = _Sheet(Image.new("RGBA", size, _SHADE if cards else (0, 0, 0, 0)), scale)
    for card, _ in cards:
        sheet.clear(card.reading.card.quad)
    for card, fields in cards:
        _draw_card(sheet, card, fields)
    layer = sheet.image.resize(photo.size, Image.Resampling.LANCZOS)
    return Image.alpha_composite(photo.convert("RGBA"), layer).convert("RGB")


def _draw_card(sheet: _Sheet, card: ScannedCard, fields: Sequence[Numbered]) -> None:
    photo_from_card = geometry.inverse(card.reading.card.card_from_photo)
    quads = [geometry.apply_to_quad(photo_from_card, line.quad) for line in card.reading.lines]
    sheet.outline(card.reading.card.quad, CARD_EDGE, 3)
    for quad in quads:
        sheet.outline(quad, PLAIN_LINE, 1)
    for numbered in fields:
        colour = KIND_COLOURS[numbered.field.kind]
        for index in numbered.field.lines:
            sheet.fill(quads[index], colour)
            sheet.outline(quads[index], colour, 2)
    # Figures come last, so that no box covers them; those of one line stand side by side.
    places: dict[int, int] = {}
    for numbered in fields:
        for index in numbered.field.lines[:1]:
            sheet.mark(quads[index], numbered, places.get(index, 0))
            places[index] = places.get(index, 0) + 1


class _Sheet:
    """A transparent sheet over the photo, in finer pixels; what is drawn comes in page pixels."""

    def __init__(self, image: Image.Image, scale: float) -> None:
        self.image = image
        self._pen = ImageDraw.Draw(image)
        self._scale = scale * _FINENESS

    def clear(self, quad: Quad) -> None:
        self._pen.polygon(self._points(quad), fill=(0, 0, 0, 0))

    def outline(self, quad: Quad, colour: Colour, width_px: int) -> None:
        width = width_px * _FINENESS
        # A card that fills the photo would have its edge just outside of it.
        right, bottom = self.image.width - width, self.image.height - width
        points = [(min(max(x, width), right), min(max(y, width), bottom)) for x, y in self._points(quad)]
        self._pen.line([*points, *points[:2]], fill=(*colour, 255), width=width, joint="curve")

    def fill(self, quad: Quad, colour: Colour) -> None:
        # Pillow's pen replaces what is under it, so two fields on one line do not darken it twice.
        self._pen.polygon(self._points(quad), fill=(*colour, _FILL_ALPHA))

    def mark(self, quad: Quad, numbered: Numbered, place: int) -> None:
        """Put a field's number left of a line's start; further left where others stand already."""
        (x, y), (x_end, y_end) = self._points((_middle(quad, 0, 3), _middle(quad, 1, 2)))
        length = max(1.0, hypot(x_end - x, y_end - y))
        side = _BADGE_PX * _FINENESS
        step = side * (place + 0.7)
        center = x - (x_end - x) / length * step, y - (y_end - y) / length * step
        disc = badge(numbered, side)
        self.image.paste(disc, (round(center[0] - side / 2), round(center[1] - side / 2)), disc)

    def _points(self, points: Iterable[Point]) -> list[Point]:
        return [(x * self._scale, y * self._scale) for x, y in points]


def badge(numbered: Numbered, width_px: int) -> Image.Image:
    """A disc in the colour of a field's kind, with its number.

    Args:
        numbered: The field.
        width_px: Diameter of the disc.

    Returns:
        RGBA, square; what is around the disc is transparent.
    """
    side = width_px * _FINENESS
    image = Image.new("RGBA", (side, side), (*WHITE, 0))
    pen = ImageDraw.Draw(image)
    colour = KIND_COLOURS[numbered.field.kind]
    pen.ellipse((0, 0, side - 1, side - 1), fill=colour, outline=WHITE, width=side // 14)
    pen.text((side / 2, side / 2), str(numbered.number), fill=WHITE, font=plain_font(side // 2), anchor="mm")
    return image.resize((width_px, width_px), Image.Resampling.LANCZOS)


def _middle(quad: Quad, first: int, second: int) -> Point:
    (ax, ay), (bx, by) = quad[first], quad[second]
    return (ax + bx) / 2, (ay + by) / 2
