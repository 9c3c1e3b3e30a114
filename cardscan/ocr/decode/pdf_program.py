"""Draws a page of a PDF: a program of its own, that can be ended and whose memory is limited.

A page of a kilobyte can keep PDFium at work for years, or have it take gigabytes: a form that
draws ten forms that draw ten forms, or a drawing that is packed twice.  So it never runs in the
process that reads cards.  Run as ``python pdf_program.py FRAME … < FILE``; it opens no file but
PDFium's own, imports nothing of this package, and writes one line of JSON, then pixels.
"""

from __future__ import annotations

import json
import math
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

CARD_WIDTH_PX = 1600
CARD_WIDTH_PT = 85 / 25.4 * 72  # ISO/IEC 7810 ID-1 is 85.60 mm wide, European cards 85 mm


@dataclass(frozen=True)
class Wish:
    """What is wanted of a document, and within which limits.

    Attributes:
        frame: The page's index, from 0; -1 for the number of pages alone.
        max_side_px: The longer side of the page's picture at most.
        max_px: Pixels of the page's picture at most.
        min_side_px: Below this, a page is too narrow.
        memory: Bytes that the process may hold.
        seconds: For which it may compute.
    """

    frame: int
    max_side_px: int
    max_px: int
    min_side_px: int
    memory: int
    seconds: int


def main(wish: Wish) -> None:
    """Answer on stdout what there is to say of the document on stdin."""
    _limit(wish)
    try:
        _answer_of(wish)
    except MemoryError:
        _answer(refused="too much")


def _answer_of(wish: Wish) -> None:
    import pypdfium2  # noqa: PLC0415 - within the limits

    content = sys.stdin.buffer.read()  # PDFium reads from it as long as the document is open
    # PdfDocument(content) would take an empty document for a failed one, and give it
    # the reason of whatever failed before it.
    handle = pypdfium2.raw.FPDF_LoadMemDocument64(content, len(content), None)
    if not handle:
        is_locked = pypdfium2.raw.FPDF_GetLastError() == pypdfium2.raw.FPDF_ERR_PASSWORD
        _answer(refused="locked" if is_locked else "damaged")
        return
    with pypdfium2.PdfDocument(handle) as document:
        if wish.frame < 0:
            _answer(pages=len(document))
        else:
            _draw(document, wish)


def _draw(document: PdfDocument, wish: Wish) -> None:
    page = document[wish.frame]
    scale = _scale(page, wish)
    if min(page.get_size()) * scale < wish.min_side_px:
        _answer(refused="narrow")
        return
    bitmap = page.render(scale=scale)
    _answer(width=bitmap.width, height=bitmap.height, stride=bitmap.stride, channels=bitmap.n_channels)
    sys.stdout.buffer.write(memoryview(bitmap.buffer))


def _scale(page: PdfPage, wish: Wish) -> float:
    """Pixels a point (1/72 inch), so that a card-sized page becomes 1,600 px wide, within the limits."""
    width_pt, height_pt = page.get_size()
    longest_pt = max(width_pt, height_pt, 1)
    wanted = max(CARD_WIDTH_PX / CARD_WIDTH_PT, CARD_WIDTH_PX / longest_pt)
    # A pixel is kept in hand on each side: PDFium rounds up.
    by_side = (wish.max_side_px - 1) / longest_pt
    by_area = (math.sqrt(wish.max_px) - 1) / math.sqrt(max(width_pt * height_pt, 1))
    return float(min(wanted, by_side, by_area))


def _answer(**facts: str | int) -> None:
    sys.stdout.buffer.write(json.dumps(facts).encode() + b"\n")


def _limit(wish: Wish) -> None:
    """Have the system end this process where it asks for more; Windows has no such limits."""
    with suppress(ImportError):
        import resource  # noqa: PLC0415 - not on Windows

        for what, most in (("RLIMIT_AS", wish.memory), ("RLIMIT_CPU", wish.seconds), ("RLIMIT_CORE", 0)):
            with suppress(OSError, ValueError):  # macOS knows no limit of memory
                resource.setrlimit(getattr(resource, what), (most, most))


if __name__ == "__main__":
    main(Wish(*map(int, sys.argv[1:])))
