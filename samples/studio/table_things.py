"""Things on a table that have no print, or hardly any: playing cards and lunch."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from studio.fonts import font

if TYPE_CHECKING:
    import random

PLAYING_MM = (63.0, 88.0)
PLATE_MM = 250.0


def playing_card(rng: random.Random, px_per_mm: float) -> Image.Image:
    """A number card with round corners, in RGBA."""
    width, height = (round(side * px_per_mm) for side in PLAYING_MM)
    card = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(card)
    pen.rounded_rectangle((0, 0, width - 1, height - 1), radius=4 * px_per_mm, fill="#fdfdfd")
    number, is_red = rng.randint(4, 10), rng.random() < 0.5
    colour = "#b3162b" if is_red else "#15171a"
    for row in range(number // 2):
        for column in (0.32, 0.68) if row or number % 2 == 0 else (0.32, 0.5, 0.68):
            y = 0.17 + 0.66 * row / max(1, number // 2 - 1)
            _pip(pen, (column * width, y * height), 8 * px_per_mm, colour, is_heart=is_red)
    face = font("garamond-bold", 9 * px_per_mm)
    pen.text((4 * px_per_mm, 3 * px_per_mm), str(number), font=face, fill=colour)
    return card


def _pip(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], size: float, colour: str, *, is_heart: bool
) -> None:
    """A diamond, or a heart."""
    x, y = at
    if not is_heart:
        pen.polygon(
            [(x, y - size / 2), (x + size * 0.4, y), (x, y + size / 2), (x - size * 0.4, y)], fill=colour
        )
        return
    r = size * 0.27
    for side in (-1, 1):
        pen.ellipse((x + side * r - r, y - 1.6 * r, x + side * r + r, y + 0.4 * r), fill=colour)
    pen.polygon([(x - 1.9 * r, y - 0.2 * r), (x + 1.9 * r, y - 0.2 * r), (x, y + 2 * r)], fill=colour)


def lunch(rng: random.Random, px_per_mm: float) -> Image.Image:
    """A plate from above with peas, potatoes and a piece of fish, in RGBA."""
    side = round(PLATE_MM * px_per_mm)
    plate = Image.new("RGBA", (side, side), (0, 0, 0, 0))
    pen = ImageDraw.Draw(plate)
    for radius_mm, colour in ((122, "#dcdad4"), (120, "#f4f3ef"), (86, "#dedcd6"), (84.5, "#efeeea")):
        _disc(pen, (side / 2, side / 2), radius_mm * px_per_mm, colour)
    for _ in range(150):
        at = (rng.gauss(0.36, 0.06) * side, rng.gauss(0.58, 0.05) * side)
        _ball(pen, at, 4.2 * px_per_mm, (96, 150, 60))
    for k in range(6):
        at = ((0.5 + 0.1 * math.cos(k)) * side, (0.36 + 0.05 * math.sin(2.1 * k)) * side)
        _ball(pen, at, rng.uniform(13, 18) * px_per_mm, (222, 190, 104))
    fish = [(0.52, 0.56), (0.6, 0.5), (0.74, 0.54), (0.76, 0.6), (0.64, 0.68), (0.53, 0.64)]
    pen.polygon([(x * side, y * side) for x, y in fish], fill=(196, 132, 74))
    return _rough(plate.filter(ImageFilter.GaussianBlur(0.5 * px_per_mm)), rng)


def _disc(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], radius: float, colour: str | tuple[int, int, int]
) -> None:
    pen.ellipse((at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius), fill=colour)


def _ball(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], radius: float, colour: tuple[int, int, int]
) -> None:
    """A ball lit from the upper left."""
    for step in range(8):
        share = step / 8
        lit = tuple(min(255, round(c * (0.62 + 0.5 * share))) for c in colour)
        x, y = at[0] - 0.25 * share * radius, at[1] - 0.25 * share * radius
        _disc(pen, (x, y), radius * (1 - 0.8 * share), (lit[0], lit[1], lit[2]))


def _rough(picture: Image.Image, rng: random.Random) -> Image.Image:
    """The picture with the unevenness of things that somebody has cooked."""
    pixels = np.asarray(picture).astype(np.float32)
    chance = np.random.default_rng(rng.getrandbits(32))
    coarse = chance.standard_normal((picture.height // 6, picture.width // 6)).astype(np.float32)
    pixels[..., :3] *= 1 + 0.035 * cv2.resize(coarse, picture.size)[..., None]
    return Image.fromarray(np.asarray(np.clip(pixels, 0, 255), np.uint8))
