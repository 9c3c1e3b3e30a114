"""Photos of the size that telephones take, made from the pictures of a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import cv2
import numpy as np

from cardscan.errors import NotAPhotoError, PhotoError
from cardscan.ocr.folder import find_photos
from cardscan.ocr.photo import open_photo

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cardscan.ocr.reader import Pixels

LONG_SIDE_PX, SHORT_SIDE_PX = 4032, 3024
"""12.2 megapixels, what most telephones take."""

GRAIN = 3.0
"""Standard deviation of the grain, in grey levels: without it, a file is a third of a telephone's size."""

JPEG_QUALITY = 92


def make_photos(folder: Path, target: Path, most: int) -> tuple[Path, ...]:
    """JPEG photos of 12 megapixels of what the pictures of a folder show.

    Args:
        folder: Pictures of any kind that is read; others are passed over.
        target: An empty folder.
        most: How many photos at most; they are taken evenly from the whole folder.

    Returns:
        The files, in the order of the pictures' names.
    """
    names = sorted(find_photos(folder).photos)
    pictures = [(name.stem, pixels) for name in names for pixels in _first_page(folder / name)]
    step = max(1.0, len(pictures) / most)
    chosen = [pictures[int(number * step)] for number in range(min(most, len(pictures)))]
    return tuple(_write(photographed(pixels), target / f"{stem}.jpg") for stem, pixels in chosen)


def make_copies(photos: Sequence[Path], target: Path, count: int) -> Path:
    """A folder of many photos with contents of their own, so that each is read.

    Args:
        photos: JPEG files, used in turn.
        target: The folder to make.
        count: How many files to put there.
    """
    target.mkdir()
    for number in range(count):
        data = photos[number % len(photos)].read_bytes()
        # What follows the end of a JPEG picture is not decoded, but counts as content.
        (target / f"{number:04}.jpg").write_bytes(data + number.to_bytes(2, "big"))
    return target


def photographed(pixels: Pixels) -> Pixels:
    """The picture as a telephone would have taken it: 12 megapixels, its surroundings carried on, grainy.

    Args:
        pixels: uint8, shape (height, width, 3), BGR.
    """
    height, width = pixels.shape[:2]
    sides = (LONG_SIDE_PX, SHORT_SIDE_PX) if width >= height else (SHORT_SIDE_PX, LONG_SIDE_PX)
    scale = min(sides[0] / width, sides[1] / height)
    large = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    across, down = sides[0] - large.shape[1], sides[1] - large.shape[0]
    framed = cv2.copyMakeBorder(
        large, down // 2, down - down // 2, across // 2, across - across // 2, cv2.BORDER_REPLICATE
    )
    grain = GRAIN * np.random.default_rng(0).standard_normal(framed.shape[:2], dtype=np.float32)
    return cast("Pixels", cv2.add(framed, grain[..., None].repeat(3, axis=2), dtype=cv2.CV_8U))


def _first_page(path: Path) -> Iterator[Pixels]:
    """The first page's pixels, or nothing where the file is no photo."""
    try:
        yield next(open_photo(path, shown_as=path.name).pages()).pixels
    except (NotAPhotoError, PhotoError):
        return


def _write(pixels: Pixels, path: Path) -> Path:
    path.write_bytes(cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])[1].tobytes())
    return path
