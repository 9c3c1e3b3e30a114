"""The page for phones, as it is served to them, and somebody who comes to it."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from live_page import Live

from cardscan.pipeline.scan_process import Scan
from cardscan.review.server import open_place
from cardscan.review.share.app import UPLOAD_S
from cardscan.review.share.sharing import sharing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PHOTOS = Path(__file__).parents[2] / "samples" / "photos"
AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
CARDSCAN = (sys.executable, "-m", "cardscan")
NO_READER = (sys.executable, "-c", "raise SystemExit('This test reads nothing.')")
"""Where only the way of a photo into the folder is tested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared(Live):
    """A page for phones that is served.

    Attributes:
        folder: Where photos go.
        told: What the user of the computer was told.
    """

    folder: Path
    told: list[str] = field(default_factory=list)

    @property
    def taken(self) -> list[str]:
        """The files in the folder that are no hidden ones, and hidden ones of photos that are not whole."""
        return sorted(path.name for path in self.folder.iterdir() if path.suffix not in {".csv", ".cardscan"})


def scan_of(folder: Path, program: Sequence[str] = CARDSCAN, **options: str) -> Scan:
    """How photos of a fictional event are scanned."""
    said = {"event": "Autumn fair", "event_date": "2026-11-20", **options}
    return Scan(folder=folder, program=program, **said)


@contextmanager
def shared(
    folder: Path, program: Sequence[str] = NO_READER, *, upload_s: float = UPLOAD_S
) -> Iterator[Shared]:
    """The page for phones, on loopback."""
    place = open_place()
    served = Shared(link=place.link, folder=folder)
    scan = scan_of(folder, program)
    with sharing(scan, place, clock=lambda: AT, tell=served.told.append, upload_s=upload_s):
        folder.mkdir(exist_ok=True)
        yield served
