"""Pictures of every mode become 8-bit BGR, upright and no larger than wanted.

A picture is converted strip by strip: beside the decoded picture, only the small
result is whole in memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    import numpy.typing as npt

    from cardscan.ocr.reader import Pixels

_WHITE = (255, 255, 255)
_STRIP_PX = 1_000_000
"""Pixels of the decoded picture that are converted at once, at some 12 bytes each."""

_MARGIN_PX = 3
"""Rows around a strip that its edges are averaged from, in rows of the result: bicubic takes 2."""


def to_bgr(image: Image.Image, *, size_px: tuple[int, int], orientation: int) -> Pixels:
    """The picture as OpenCV wants it.

    Args:
        image: A decoded picture of any mode.
        size_px: Width and height to reduce it to, before it is turned.
        orientation: EXIF orientation to apply, 1 to 8.

    Returns:
        uint8, shape (height, width, 3), BGR, writable.  What is transparent is white.

    Raises:
        ValueError: Pillow knows no way from the picture's mode to RGB.
    """
    width, height = size_px
    extremes = _extremes(image) if image.mode in ("I", "F") else None
    pixels = np.empty((height, width, 3), np.uint8)
    rows = max(1, height * _STRIP_PX // (image.width * image.height))
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        strip = _strip(image, (top, bottom), size_px, extremes)
        pixels[top:bottom] = np.asarray(_on_white(strip))[:, :, ::-1]
    return np.ascontiguousarray(_upright(pixels, orientation))


def _strip(
    image: Image.Image,
    rows: tuple[int, int],
    size_px: tuple[int, int],
    extremes: tuple[float, float] | None,
) -> Image.Image:
    """Some rows of the reduced picture, from and up to the given ones, as if all of it had been reduced."""
    width, height = size_px
    scale = image.height / height
    top, bottom = rows[0] * scale, rows[1] * scale
    margin = _MARGIN_PX * scale
    first, last = max(0, int(top - margin)), min(image.height, int(bottom + margin) + 1)
    part = _with_smooth_values(image.crop((0, first, image.width, last)), extremes)
    return part.resize(
        (width, rows[1] - rows[0]),
        Image.Resampling.BICUBIC,
        box=(0, top - first, image.width, min(bottom - first, part.height)),
    )


def _upright(pixels: Pixels, orientation: int) -> Pixels:
    """A view of the pixels, turned and mirrored as EXIF says."""
    if orientation in (5, 6, 7, 8):
        pixels = pixels.transpose(1, 0, 2)
    if orientation in (3, 4, 7, 8):
        pixels = pixels[::-1]
    if orientation in (2, 3, 6, 7):
        pixels = pixels[:, ::-1]
    return pixels


def _with_smooth_values(image: Image.Image, extremes: tuple[float, float] | None) -> Image.Image:
    """The picture in a mode whose values can be averaged, with transparency as a band."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if extremes:
        low, high = extremes
        scale = 255 / (high - low) if high > low else 0.0
        return Image.fromarray(((_grays(image) - low) * scale).astype(np.uint8))
    return image


def _extremes(image: Image.Image) -> tuple[float, float]:
    """The least and the greatest of 32-bit grays: no header tells black and white."""
    rows = max(1, _STRIP_PX // image.width)
    strips = (
        _grays(image.crop((0, top, image.width, min(top + rows, image.height))))
        for top in range(0, image.height, rows)
    )
    lows, highs = zip(*((float(grays.min()), float(grays.max())) for grays in strips), strict=True)
    return min(lows), max(highs)


def _grays(image: Image.Image) -> npt.NDArray[np.float32]:
    return np.nan_to_num(np.asarray(image, dtype=np.float32))


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, _WHITE)
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper
