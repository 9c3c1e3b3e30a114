"""A design becomes a flat card image."""

from __future__ import annotations

import random
from functools import singledispatch

import segno
from PIL import Image, ImageDraw

from studio.design import Box, Code, Design, Mark, Scribble, Text
from studio.fonts import MM_PER_POINT, font, length_mm
from studio.marks import mark

DOTS_PER_MM = 24
"""Resolution of a flat card: about 600 dots an inch, twice what a photo of it shows."""

BEFORE = {"left": 0.0, "centre": 0.5, "right": 1.0}
"""How much of a line stands before the point it is placed at."""


def draw(design: Design, dots_per_mm: float = DOTS_PER_MM) -> Image.Image:
    """The flat card as an RGB image.

    Args:
        design: What to draw.
        dots_per_mm: Pixels per millimetre of card.
    """
    width, height = (round(side * dots_per_mm) for side in design.size_mm)
    sheet = Image.new("RGB", (width, height), design.paper)
    for element in design.elements:
        paint(element, sheet, dots_per_mm)
    return sheet


@singledispatch
def paint(element: object, sheet: Image.Image, dots_per_mm: float) -> None:  # noqa: ARG001
    """Paints one element on the sheet.

    Raises:
        TypeError: There is no such element.
    """
    raise TypeError(type(element))


@paint.register
def _(element: Box, sheet: Image.Image, dots_per_mm: float) -> None:
    (x, y), (width, height) = element.at_mm, element.size_mm
    corners = [round(side * dots_per_mm) for side in (x, y, x + width, y + height)]
    # Pillow counts the last row and column as inside.
    ImageDraw.Draw(sheet).rectangle(
        (corners[0], corners[1], corners[2] - 1, corners[3] - 1), fill=element.colour
    )


@paint.register
def _(element: Mark, sheet: Image.Image, dots_per_mm: float) -> None:
    side = round(element.side_mm * dots_per_mm)
    logo = mark(element.kind, side, element.colours)
    left, top = (round(centre * dots_per_mm - side / 2) for centre in element.at_mm)
    sheet.paste(logo, (left, top), logo)


@paint.register
def _(element: Code, sheet: Image.Image, dots_per_mm: float) -> None:
    matrix = [bytes(row) for row in segno.make(element.payload, error="m", micro=False).matrix_iter(border=3)]
    modules = Image.frombytes("L", (len(matrix), len(matrix)), b"".join(matrix))
    side = round(element.side_mm * dots_per_mm)
    ink = modules.point(lambda value: 255 if value else 0).resize((side, side), Image.Resampling.NEAREST)
    left, top = (round(corner * dots_per_mm) for corner in element.at_mm)
    sheet.paste("#ffffff", (left, top, left + side, top + side))
    sheet.paste(element.colour, (left, top), ink)


@paint.register
def _(element: Text, sheet: Image.Image, dots_per_mm: float) -> None:
    size_px = element.face.size_pt * MM_PER_POINT * dots_per_mm
    start_mm = element.at_mm[0] - BEFORE[element.align] * length_mm(element.text, element.face)
    x, baseline = start_mm * dots_per_mm, element.at_mm[1] * dots_per_mm
    pen = ImageDraw.Draw(sheet)
    face = font(element.face.font, size_px)
    # Letters are set one by one only where they are spaced, because that loses kerning.
    for part in element.text if element.face.tracking_em else (element.text,):
        pen.text((x, baseline), part, font=face, fill=element.face.colour, anchor="ls")
        x += face.getlength(part) + element.face.tracking_em * size_px


@paint.register
def _(element: Scribble, sheet: Image.Image, dots_per_mm: float) -> None:
    size_px = element.size_pt * MM_PER_POINT * dots_per_mm
    rng = random.Random(element.text)
    ink = Image.new("L", sheet.size, 0)
    pen = ImageDraw.Draw(ink)
    x, y = (side * dots_per_mm for side in element.at_mm)
    start = (x, y)
    for letter in element.text:
        face = font(element.hand, size_px * rng.uniform(0.93, 1.07))
        pen.text((x, y + size_px * rng.uniform(-0.04, 0.04)), letter, font=face, fill=235, anchor="ls")
        x += face.getlength(letter) * rng.uniform(0.9, 1.02)
    ink = ink.rotate(element.angle_deg, Image.Resampling.BICUBIC, center=start)
    sheet.paste(element.colour, (0, 0), ink)
