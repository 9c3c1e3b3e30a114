"""Pictures of every mode become 8-bit BGR, upright and no larger than wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from cardscan.ocr.reader import Pixels

_WHITE = (255, 255, 255)
_UPRIGHT_BY_ORIENTATION = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


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
    smooth = _with_smooth_values(image)
    if smooth.size != size_px:
        smooth = smooth.resize(size_px, Image.Resampling.BICUBIC, reducing_gap=2.0)
    upright = _on_white(smooth)
    if orientation in _UPRIGHT_BY_ORIENTATION:
        upright = upright.transpose(_UPRIGHT_BY_ORIENTATION[orientation])
    return np.ascontiguousarray(np.asarray(upright)[:, :, ::-1])


def _with_smooth_values(image: Image.Image) -> Image.Image:
    """The picture in a mode whose values can be averaged, with transparency as a band."""
    if image.mode == "1":
        return image.convert("L")
    if image.mode in ("P", "PA") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    if image.mode.startswith("I;16"):
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in ("I", "F"):
        return _stretched(image)
    return image


def _stretched(image: Image.Image) -> Image.Image:
    """Grays of 32 bits, whose black and white no header tells: the extremes take their part."""
    grays = np.nan_to_num(np.asarray(image, dtype=np.float32))
    low, high = float(grays.min()), float(grays.max())
    scale = 255 / (high - low) if high > low else 0.0
    return Image.fromarray(((grays - low) * scale).astype(np.uint8))


def _on_white(image: Image.Image) -> Image.Image:
    if not image.has_transparency_data:
        return image if image.mode == "RGB" else image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGB", layer.size, _WHITE)
    paper.paste(layer, mask=layer.getchannel("A"))
    return paper
