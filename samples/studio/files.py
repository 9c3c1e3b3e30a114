"""A picture becomes a file, with the marks that a camera or a scanner leaves in it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pillow_heif
from PIL import ExifTags, Image

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

STORED_BY = {
    1: None,
    3: Image.Transpose.ROTATE_180,
    6: Image.Transpose.ROTATE_90,
    8: Image.Transpose.ROTATE_270,
}
"""How a sensor's picture lies when its tag says how to turn it back."""


def exif(taken_at: datetime, orientation: int = 1) -> Image.Exif:
    """What a telephone writes about a picture.

    Args:
        taken_at: The capture time, in the camera's local time.
        orientation: EXIF orientation tag.
    """
    tags = Image.Exif()
    stamp = taken_at.strftime("%Y:%m:%d %H:%M:%S")
    tags[ExifTags.Base.Make] = "Example"
    tags[ExifTags.Base.Model] = "Pocket 1"
    tags[ExifTags.Base.Orientation] = orientation
    tags[ExifTags.Base.DateTime] = stamp
    details = tags.get_ifd(ExifTags.IFD.Exif)
    details[ExifTags.Base.DateTimeOriginal] = stamp
    details[ExifTags.Base.DateTimeDigitized] = stamp
    return tags


def write(
    picture: Image.Image, path: Path, taken_at: datetime, orientation: int = 1, quality: int = 84
) -> None:
    """Writes a photo in the format that the file's name asks for.

    Args:
        picture: The picture as it should be seen.
        path: Where to; ``.jpg``, ``.heic``, ``.webp``, ``.png`` or ``.tif``.
        taken_at: The capture time.
        orientation: EXIF orientation tag; the pixels are stored turned, so that the tag is right.
        quality: Of the lossy formats, 0 to 100.
    """
    turn = STORED_BY[orientation]
    stored = picture if turn is None else picture.transpose(turn)
    tags = exif(taken_at, orientation)
    match path.suffix:
        case ".jpg":
            stored.save(path, quality=quality, optimize=True, exif=tags)
        case ".heic":
            pillow_heif.from_pillow(stored).save(path, quality=quality - 24, exif=tags.tobytes())
        case ".webp":
            stored.save(path, quality=quality, method=6, exif=tags)
        case ".png":
            stored.save(path, optimize=True)
        case ".tif":
            stored.save(path, compression="jpeg", quality=quality, dpi=(300, 300))
        case suffix:
            raise ValueError(suffix)


def write_pages(
    pages: Sequence[Image.Image], path: Path, scanned_at: datetime, dots_per_inch: int = 300
) -> None:
    """Writes scans as the pages of a PDF."""
    stamp = time.struct_time(scanned_at.timetuple())
    pages[0].save(
        path,
        save_all=True,
        append_images=list(pages[1:]),
        resolution=dots_per_inch,
        quality=82,
        creationDate=stamp,
        modDate=stamp,
    )
