"""What the camera wrote beside the pixels: when, and which way up."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from PIL.ExifTags import IFD, Base

if TYPE_CHECKING:
    from PIL.Image import Image

_STAMP = re.compile(r"\s*(\d{4})[:/.-](\d\d)[:/.-](\d\d)[ T](\d\d):(\d\d):(\d\d)")
_FIRST_YEAR = 1995  # the year of Exif 1.0; earlier dates come from clocks that were never set


def find_taken_at(image: Image) -> datetime | None:
    """When the picture was taken, without decoding its pixels.

    Args:
        image: A picture as Pillow opened it.

    Returns:
        DateTimeOriginal, else DateTimeDigitized, in the camera's local time (a recorded
        offset is ignored: the day the camera showed is the day of the event); None
        where neither is there or makes sense.  DateTime is not asked: every program
        that changes the file sets it anew.
    """
    if image.format == "PNG" and not image.info.keys() & {"exif", "Raw profile type exif"}:
        return None  # Pillow would decode all pixels to look for a date behind them
    try:
        exif = image.getexif().get_ifd(IFD.Exif)
        stamps = (exif.get(Base.DateTimeOriginal), exif.get(Base.DateTimeDigitized))
    except Exception:  # noqa: BLE001 - broken metadata raises anything and spoils no picture
        return None
    return next((taken_at for taken_at in map(_moment, stamps) if taken_at), None)


def find_orientation(image: Image) -> int:
    """The EXIF orientation that is still to be applied.

    Args:
        image: A picture whose pixels are decoded: the HEIF and TIFF decoders turn
            the pixels themselves and take the tag away.

    Returns:
        1 to 8, as in the standard; 1 (upright) where nothing sensible is recorded.

    Source:
        CIPA DC-008-2019 (Exif 2.32), 4.6.4 A, Orientation.
    """
    try:
        orientation = image.getexif().get(Base.Orientation)
    except Exception:  # noqa: BLE001 - as above
        return 1
    return orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 1  # noqa: PLR2004


def _moment(stamp: object) -> datetime | None:
    text = stamp.decode("ascii", "replace") if isinstance(stamp, bytes) else str(stamp)
    found = _STAMP.match(text)
    if not found:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    if year < _FIRST_YEAR:
        return None
    try:
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - local to the camera
    except ValueError:
        return None
