"""Pages of PDF files, drawn by PDFium.

PDFium is not made for several threads at once: one process, one thread in here.
"""

from __future__ import annotations

import math
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cardscan.ocr.decode.source import MIN_SIDE_PX, Header, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdfium2 import PdfDocument, PdfPage

    from cardscan.ocr.reader import Pixels

_CARD_WIDTH_PX = 1600
_CARD_WIDTH_PT = 85 / 25.4 * 72  # ISO/IEC 7810 ID-1 is 85.60 mm wide, European cards 85 mm


def read_header(source: Source) -> Header:
    """How many pages the document has; none is drawn.

    Args:
        source: The file.

    Returns:
        The header, with a frame for every page.

    Raises:
        PhotoError: The document is locked, has no pages or too many.
    """
    with _opened(source) as document:
        if not len(document):
            raise source.refuse("the PDF has no pages; export it again.")
        source.check_pages(len(document))
        return Header(frames=tuple(range(len(document))))


def decode(source: Source, frame: int) -> Pixels:
    """One page, drawn so that a card-sized one becomes 1,600 px wide.

    Args:
        source: The file.
        frame: The page's index, from 0.

    Returns:
        uint8, shape (height, width, 3), BGR.

    Raises:
        PhotoError: The document is locked, or the page too narrow to hold a card.
    """
    with _opened(source) as document:
        page = document[frame]
        bitmap = page.render(scale=_scale(page, source))
        # The bitmap's memory is PDFium's and does not outlive it.
        return bitmap.to_numpy().copy()  # type: ignore[no-any-return]


def _scale(page: PdfPage, source: Source) -> float:
    """Pixels a point (1/72 inch), within the limits."""
    size_pt: tuple[float, float] = page.get_size()
    width_pt, height_pt = size_pt
    longest_pt = max(width_pt, height_pt, 1)
    wanted = max(_CARD_WIDTH_PX / _CARD_WIDTH_PT, _CARD_WIDTH_PX / longest_pt)
    # A pixel is kept in hand on each side: PDFium rounds up.
    by_side = (source.limits.max_side_px - 1) / longest_pt
    by_area = (math.sqrt(source.limits.pixels) - 1) / math.sqrt(max(width_pt * height_pt, 1))
    scale = min(wanted, by_side, by_area)
    if min(width_pt, height_pt) * scale < MIN_SIDE_PX:
        raise source.refuse("its page is too narrow to hold a card; save the card as a picture.")
    return scale


@contextmanager
def _opened(source: Source) -> Iterator[PdfDocument]:
    import pypdfium2  # noqa: PLC0415 - loads PDFium, for PDF files only

    content = source.path.read_bytes()  # PDFium reads from it as long as the document is open
    # PdfDocument(content) would take an empty document for a failed one, and give it
    # the reason of whatever failed before it.
    handle = pypdfium2.raw.FPDF_LoadMemDocument64(content, len(content), None)
    if not handle:
        if pypdfium2.raw.FPDF_GetLastError() == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise source.refuse("the PDF is locked with a password; save a copy without one and scan again.")
        raise pypdfium2.PdfiumError("PDFium cannot load the document")
    with pypdfium2.PdfDocument(handle) as document:
        yield document
