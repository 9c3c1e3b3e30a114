"""The panel beside a photo: each field's piece of the card, and what it was taken for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from cardscan import geometry
from cardscan.ocr.warp import warp
from cardscan.pipeline.picture.fonts import font_for, plain_font
from cardscan.pipeline.picture.overlay import badge
from cardscan.pipeline.picture.palette import DOUBT, INK, KIND_COLOURS, PALE_INK, PAPER, RULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PIL.ImageFont import FreeTypeFont

    from cardscan.ocr.reader import Pixels
    from cardscan.parse.record import Field
    from cardscan.pipeline.picture.overlay import Numbered
    from cardscan.pipeline.picture.palette import Colour
    from cardscan.pipeline.record import ScannedCard

WIDTH_PX = 560
_EDGE_PX = 24
_BADGE_PX = 26
_TEXT_LEFT_PX = _EDGE_PX + _BADGE_PX + 14
_TEXT_WIDTH_PX = WIDTH_PX - _TEXT_LEFT_PX - _EDGE_PX
_HEAD_PX, _CAPTION_PX, _VALUE_PX = 22, 14, 18
_STRIP_LINE_PX = 30
"""Height in which one line of the card is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """What stands in the panel for one card's head or one field.

    Attributes:
        badge: The field it is for; None for a head.
        rows: Pieces of picture, and lines of text with font and colour, downwards.
    """

    badge: Numbered | None = None
    rows: tuple[Image.Image | tuple[str, FreeTypeFont, Colour], ...]


def draw_panel(
    page: Pixels, cards: Sequence[tuple[ScannedCard, Sequence[Numbered]]], height_px: int
) -> Image.Image:
    """The panel of a page.

    Args:
        page: The page that was read, uint8, shape (height, width, 3), BGR.
        cards: Each card on it with its numbered fields.
        height_px: Height at least.

    Returns:
        RGB, ``WIDTH_PX`` wide, as high as it must be.
    """
    blocks = [block for card, fields in cards for block in _blocks(page, card, fields)]
    if not blocks:
        blocks = [_Block(rows=(("No card was found", plain_font(_HEAD_PX), INK),))]
    height = 2 * _EDGE_PX + sum(_height(block) for block in blocks)
    panel = Image.new("RGB", (WIDTH_PX, max(height, height_px)), PAPER)
    top = _EDGE_PX
    for block in blocks:
        _draw(panel, block, top)
        top += _height(block)
    return panel


def _blocks(page: Pixels, card: ScannedCard, fields: Sequence[Numbered]) -> Iterator[_Block]:
    image = card.reading.card
    flat = warp(page, image.card_from_photo, image.width_px, image.height_px)
    contact = card.contact
    head = f"Card {card.number}   confidence {contact.confidence:.2f}"
    rows = [(head, plain_font(_HEAD_PX), INK)]
    if contact.needs_review:
        rows.append(("a person should look at it", plain_font(_CAPTION_PX), DOUBT))
    if contact.is_empty:
        rows.append(("no contact on it", plain_font(_CAPTION_PX), PALE_INK))
    yield _Block(rows=tuple(rows))
    for numbered in fields:
        caption = _caption(numbered.field), plain_font(_CAPTION_PX), KIND_COLOURS[numbered.field.kind]
        strip = _strip(flat, card, numbered.field)
        yield _Block(
            badge=numbered, rows=(caption, *strip, *_value(numbered.field), *_remarks(numbered.field))
        )


def _caption(field: Field) -> str:
    kind = f"{field.kind}, {field.type}" if field.type else field.kind
    return f"{kind}   {field.confidence:.2f}"


def _strip(flat: Pixels, card: ScannedCard, field: Field) -> tuple[Image.Image, ...]:
    """The field's lines, cut out of the flat card."""
    lines = [card.reading.lines[index] for index in field.lines]
    if not lines:
        return ()
    left, top, right, bottom = geometry.bounds(point for line in lines for point in line.quad)
    rgb = Image.fromarray(flat[:, :, ::-1].copy())
    piece = rgb.crop((max(0, int(left)), max(0, int(top)), int(right) + 1, int(bottom) + 1))
    line_px = sum(line.height_px for line in lines) / len(lines)
    scale = min(_STRIP_LINE_PX / max(1.0, line_px), _TEXT_WIDTH_PX / piece.width)
    size = max(1, round(piece.width * scale)), max(1, round(piece.height * scale))
    return (piece.resize(size, Image.Resampling.LANCZOS),)


def _value(field: Field) -> Iterator[tuple[str, FreeTypeFont, Colour]]:
    font = font_for(field.text, _VALUE_PX)
    if font is None:
        words = "text in a script for which this computer has no font"
        yield words, plain_font(_CAPTION_PX), PALE_INK
        return
    for line in _folded(field.text, font):
        yield line, font, INK


def _remarks(field: Field) -> Iterator[tuple[str, FreeTypeFont, Colour]]:
    for issue in field.issues:
        font = font_for(issue.message, _CAPTION_PX)
        if font:
            for line in _folded(issue.message, font):
                yield line, font, DOUBT if issue.doubt else PALE_INK


def _folded(text: str, font: FreeTypeFont) -> Iterator[str]:
    """The text in lines that fit; a word that is too long alone is broken."""
    line = ""
    for character in text:
        if font.getlength(line + character) > _TEXT_WIDTH_PX:
            head, space, tail = line.rpartition(" ")
            yield head if space else line
            line = tail if space else ""
        line += character
    yield line


def _height(block: _Block) -> int:
    return 16 + sum(_row_height(row) for row in block.rows)


def _row_height(row: Image.Image | tuple[str, FreeTypeFont, Colour]) -> int:
    return row.height + 8 if isinstance(row, Image.Image) else round(row[1].size * 1.4)


def _draw(panel: Image.Image, block: _Block, top: int) -> None:
    pen = ImageDraw.Draw(panel)
    if block.badge:
        disc = badge(block.badge, _BADGE_PX)
        panel.paste(disc, (_EDGE_PX, top), disc)
    left = _TEXT_LEFT_PX if block.badge else _EDGE_PX
    for row in block.rows:
        if isinstance(row, Image.Image):
            panel.paste(row, (left, top + 2))
            pen.rectangle((left - 1, top + 1, left + row.width, top + 2 + row.height), outline=RULE)
        else:
            text, font, colour = row
            pen.text((left, top), text, fill=colour, font=font)
        top += _row_height(row)
