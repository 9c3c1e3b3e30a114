"""Takes one picture and writes its file."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

from studio.camera import Camera
from studio.crumple import crumpled
from studio.draw import DOTS_PER_MM, draw
from studio.files import write, write_pages
from studio.hand import DOTS_PER_MM as HAND_DOTS_PER_MM
from studio.hand import hand
from studio.photograph import Placed, Scene, photograph
from studio.scan import SHEET_MM, scan, sheet
from studio.still_lifes import STILL_LIFES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from PIL import Image

    from studio.picture import Picture
    from studio.specimen import Specimen

    Cards = Mapping[str, Specimen]

RENDERED_DOTS_PER_MM = 15
LARGE_DOTS_PER_MM = 11
"""Resolution of the cards in pictures that are rendered at their own size."""
HELD_MM = 3.4
"""How high a hand holds a card over the table; higher, its shadow would be another card's."""


def shoot(picture: Picture, folder: Path, cards: Cards, seed: int = 0) -> Path:
    """Takes a picture, writes it into the folder, and tells where it is.

    The chance comes from the file's name and the seed, so that one picture stays as it
    is whatever others are added or left out.

    Args:
        picture: What is taken and how.
        folder: Where its file goes.
        cards: The cards by their keys.
        seed: Another one gives another picture of the same things.
    """
    path = folder / picture.file
    chance = zlib.crc32(picture.id.encode(), seed)
    if path.suffix == ".pdf":
        write_pages(_scanned(picture, cards, chance), path, picture.taken_at)
        return path
    turned = _seen(picture, cards, chance).rotate(picture.turned_ccw, expand=True)
    write(turned, path, picture.taken_at, picture.exif_orientation or 1, picture.quality)
    return path


def _seen(picture: Picture, cards: Cards, chance: int) -> Image.Image:
    if picture.kind == "render":
        return draw(cards[picture.cards[0]].design, RENDERED_DOTS_PER_MM)
    if picture.kind == "photo":
        return _photographed(picture, cards, chance)
    if len(picture.cards) == 1:
        return _scanned(picture, cards, chance)[0]
    flat = [draw(cards[name].design) for name in picture.cards]
    left, top = (side / 2 for side in SHEET_MM)
    return sheet(flat, [(left + x, top + y) for x, y in (lying.at_mm for lying in picture.lying)], chance)


def _scanned(picture: Picture, cards: Cards, chance: int) -> list[Image.Image]:
    return [scan(draw(cards[name].design), chance + k) for k, name in enumerate(picture.cards)]


def _photographed(picture: Picture, cards: Cards, chance: int) -> Image.Image:
    width, height = picture.size_px
    scene = Scene(
        things=_things(picture, cards, chance),
        surface=picture.surface,
        camera=Camera(
            width_px=width,
            height_px=height,
            span_mm=picture.span_mm,
            pitch_deg=picture.pitch_deg,
            yaw_deg=picture.yaw_deg,
        ),
        troubles=picture.troubles,
        oversampled=1 if picture.is_large else 2,
    )
    return photograph(scene, chance)


def _things(picture: Picture, cards: Cards, chance: int) -> list[Placed]:
    if not picture.cards:
        return STILL_LIFES[picture.still_life](random.Random(chance))
    if picture.held:
        return _held(picture, cards, chance)
    dots_per_mm = LARGE_DOTS_PER_MM if picture.is_large else DOTS_PER_MM
    return [
        Placed(
            card=_treated(draw(cards[name].design, dots_per_mm), picture, chance),
            at_mm=lying.at_mm,
            turn_deg=lying.turn_deg,
            dots_per_mm=dots_per_mm,
        )
        for name, lying in zip(picture.cards, picture.lying, strict=True)
    ]


def _treated(card: Image.Image, picture: Picture, chance: int) -> Image.Image:
    return crumpled(card, picture.crumpled, chance) if picture.crumpled else card


def _held(picture: Picture, cards: Cards, chance: int) -> list[Placed]:
    """The first card between the fingers below it and the thumb on its edge."""
    design, lying = cards[picture.cards[0]].design, picture.lying[0]
    below, above = hand(random.Random(chance), design.size_mm)
    layers = (
        (below, HAND_DOTS_PER_MM, HELD_MM - 0.4),
        (draw(design), DOTS_PER_MM, HELD_MM),
        (above, HAND_DOTS_PER_MM, HELD_MM + 0.4),
    )
    return [
        Placed(card=image, at_mm=lying.at_mm, turn_deg=lying.turn_deg, thick_mm=height, dots_per_mm=dots)
        for image, dots, height in layers
    ]
