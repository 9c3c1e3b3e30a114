"""Takes one picture and writes its file."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from studio.camera import Camera
from studio.collection import CARDS
from studio.draw import draw
from studio.files import write, write_pages
from studio.photograph import Placed, Scene, photograph
from studio.props import cup_of_coffee
from studio.scan import scan

if TYPE_CHECKING:
    from pathlib import Path

    from PIL import Image

    from studio.picture import Picture

RENDERED_DOTS_PER_MM = 15


def shoot(picture: Picture, folder: Path) -> Path:
    """Takes a picture, writes it into the folder, and tells where it is.

    The seed comes from the file's name, so that one picture stays as it is
    whatever others are added or left out.
    """
    path = folder / picture.file
    seed = zlib.crc32(picture.id.encode())
    if picture.kind == "scan":
        _scan(picture, path, seed)
        return path
    seen = _rendered(picture) if picture.kind == "render" else _photographed(picture, seed)
    turned = seen.rotate(picture.turned_ccw, expand=True)
    write(turned, path, picture.taken_at, picture.exif_orientation or 1, picture.quality)
    return path


def _rendered(picture: Picture) -> Image.Image:
    return draw(CARDS[picture.cards[0]].design, RENDERED_DOTS_PER_MM)


def _scan(picture: Picture, path: Path, seed: int) -> None:
    pages = [scan(draw(CARDS[name].design), seed + k) for k, name in enumerate(picture.cards)]
    if path.suffix == ".pdf":
        write_pages(pages, path, picture.taken_at)
    else:
        write(pages[0], path, picture.taken_at, quality=picture.quality)


def _photographed(picture: Picture, seed: int) -> Image.Image:
    width, height = picture.size_px
    scene = Scene(
        things=_things(picture),
        surface=picture.surface,
        camera=Camera(
            width_px=width,
            height_px=height,
            span_mm=picture.span_mm,
            pitch_deg=picture.pitch_deg,
            yaw_deg=picture.yaw_deg,
        ),
        troubles=picture.troubles,
    )
    return photograph(scene, seed)


def _things(picture: Picture) -> list[Placed]:
    if not picture.cards:
        return [Placed(card=cup_of_coffee(), at_mm=(6, 4), turn_deg=12, thick_mm=2.0)]
    return [
        Placed(card=draw(CARDS[name].design), at_mm=lying.at_mm, turn_deg=lying.turn_deg)
        for name, lying in zip(picture.cards, picture.lying, strict=True)
    ]
