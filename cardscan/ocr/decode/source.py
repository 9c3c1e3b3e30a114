"""A file on its way to becoming pages: what may be read of it, and how failures are told."""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cardscan.errors import NotAPhotoError, PhotoError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

MIN_SIDE_PX = 64
"""Below this no card can be read: a line of text of 8 px and room for eight of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of a file is read at most, so that one file cannot exhaust the machine.

    Attributes:
        pixels: Pixels a page, checked in the header before anything is decoded.
            Values above 178,956,970 have no effect: Pillow's own limit stands there.
        memory: Bytes that decoding a page takes, by the header's word.
        bytes: Size of the file.
        pages: Pages of a PDF or TIFF.
        max_side_px: The longer side of a page that is handed out; larger pictures
            are reduced while they are decoded.
        drawing_memory: Bytes that the process may hold, beside the file, which draws a page of a PDF.
        drawing_s: Seconds for which that process may compute; it is ended after three times as
            many, whatever it does.

    Source:
        120 megapixels covers the 108-megapixel sensors of phones (12,000 x 9,000),
        whose JPEG is decoded at half its sides.  380 MB hold 95 megapixels of
        colour, and with them the process stays near 500 MB (measured).  4,096 px leaves a 12-megapixel photo
        (4,032 x 3,024) untouched, and shows an A4 page at 350 dpi.  200 MB and 200
        pages lie above what a scanner makes of a pile of cards.  A page of a PDF
        that is one picture of 48 megapixels is drawn in 3 s and 230 MB (measured).
    """

    pixels: int = 120_000_000
    memory: int = 380_000_000
    bytes: int = 200_000_000
    pages: int = 200
    max_side_px: int = 4096
    drawing_memory: int = 250_000_000
    drawing_s: int = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a file says of itself before any pixel is decoded.

    Attributes:
        frames: Indexes, from 0, of the file's pictures that are pages.
        taken_at: The camera's capture time, in the camera's local time, if recorded.
    """

    frames: tuple[int, ...] = (0,)
    taken_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file that is read.

    Attributes:
        path: Where it lies.
        shown_as: How messages call it.
        limits: How much of it is read at most.
    """

    path: Path
    shown_as: str
    limits: Limits = field(default_factory=Limits)

    def refuse(self, reason: str) -> PhotoError:
        """The error that says why this file is not read."""
        return PhotoError(self.shown_as, reason)

    def pass_over(self, reason: str) -> NotAPhotoError:
        """The error that says that this file is none of those we read."""
        return NotAPhotoError(self.shown_as, reason)

    def check_pages(self, count: int) -> None:
        """Refuse a file of too many pages.

        Raises:
            PhotoError: There are more pages than the limit.
        """
        if count > self.limits.pages:
            raise self.refuse(
                f"it has more than {self.limits.pages} pages, the most that are read; split it into parts."
            )

    @contextmanager
    def told(self, what: str) -> Iterator[None]:
        """Turn whatever a decoder raises inside the block into a sentence on this file.

        Decoders warn of harmless oddities in metadata; these are kept quiet, by
        filters that belong to the whole process: one thread at a time.

        Args:
            what: The file in words: "JPEG picture".

        Raises:
            PhotoError: Anything was raised inside the block.
        """
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                yield
        except PhotoError:
            raise
        except MemoryError as exc:
            raise self.refuse(
                "it needs more memory than is free; close other programs, or save a smaller copy of it."
            ) from exc
        except PermissionError as exc:
            raise self.refuse("it may not be opened; allow reading it and scan again.") from exc
        except Exception as exc:  # decoders let every kind of exception through for broken files
            raise self.refuse(
                f"the {what} is damaged or incomplete and cannot be read;"
                " copy it again from where it was made."
            ) from exc
