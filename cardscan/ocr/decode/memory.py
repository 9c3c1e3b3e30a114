"""How much memory decoding a picture takes, told by its header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PIL.ImageFile import ImageFile

    from cardscan.ocr.decode.filetype import Kind
    from cardscan.ocr.decode.structure import Structure

_SMALL_MODES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}
_BITS_PER_SAMPLE, _ROWS_PER_STRIP, _SAMPLES, _TILE_WIDTH, _TILE_HEIGHT = 258, 278, 277, 322, 323

_DECODER_BYTES = {"WEBP": 12, "HEIF": 4}
"""Bytes a pixel that a decoder holds beside Pillow's own: libwebp two canvases of RGBA and a copy."""

_HEIF_ALPHA_BYTES = 3
"""What transparency adds to HEIF."""


def decoding_bytes(image: ImageFile, kind: Kind, full_px: int, structure: Structure) -> int:
    """The most memory that is taken while the picture is decoded.

    Args:
        image: A picture of which only the header has been read, a JPEG with its
            draft chosen, a TIFF at the wanted page.
        kind: What its first bytes say it is.
        full_px: Pixels in the file, before the draft.
        structure: How the file is put together.

    Returns:
        Bytes, without the result of reducing the picture.

    Source:
        Peaks of 48-megapixel pictures of each kind, Pillow 12 and pillow-heif 1.
    """
    pixels = image.width * image.height
    needed = pixels * (_SMALL_MODES.get(image.mode, 4) + _DECODER_BYTES.get(kind, 0))
    if kind == "HEIF" and image.mode == "RGBA":
        needed += pixels * _HEIF_ALPHA_BYTES
    if kind == "JPEG":
        needed += _coefficient_bytes(image, full_px, structure)
    if kind == "TIFF":
        needed += _strip_bytes(image)
    return needed


def _coefficient_bytes(image: ImageFile, full_px: int, structure: Structure) -> int:
    """What libjpeg keeps of several scans: two bytes a sample, at full size whatever the draft."""
    if not image.info.get("progressive") and structure.scans == 1:
        return 0
    layers = cast("list[tuple[int, int, int, int]]", getattr(image, "layer", []))
    densest = max((across * down for _, across, down, _ in layers), default=1)
    samples = sum(across * down for _, across, down, _ in layers) / max(densest, 1)
    return round(2 * samples * full_px)


def _strip_bytes(image: ImageFile) -> int:
    """Libtiff unpacks one strip or tile at a time; a file may be one single strip."""
    if image.info.get("compression") == "raw":
        return 0
    tags: Mapping[int, Any] = getattr(image, "tag_v2", {})
    bits = tags.get(_BITS_PER_SAMPLE, (1,))
    samples = max(int(tags.get(_SAMPLES, 1)), len(bits))
    pixel_bytes = max(4.0, samples * max(bits) / 8)
    if _TILE_WIDTH in tags and _TILE_HEIGHT in tags:
        return int(int(tags[_TILE_WIDTH]) * int(tags[_TILE_HEIGHT]) * pixel_bytes)
    rows = min(int(tags.get(_ROWS_PER_STRIP, image.height)), image.height)
    return int(image.width * rows * pixel_bytes)
