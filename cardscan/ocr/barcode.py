"""Finds the codes on a page (QR, Data Matrix, Aztec, PDF417) and says whose card each is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import cv2
import numpy as np

from cardscan import geometry
from cardscan.ocr.payload import harmless
from cardscan.ocr.record import Code

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    from zxingcpp import Barcode

    from cardscan.geometry import Matrix, Quad
    from cardscan.ocr.reader import Pixels

    Grey = npt.NDArray[np.uint8]
    """uint8, shape (height, width)."""

FINE_SIDE_PX = 2000
"""About the longer side in which QR codes are looked for first, in a few milliseconds.

A vCard's code on one of twelve cards of a 12-megapixel photo still has two to three pixels a module.
"""

COARSE_SIDE_PX = 1200
"""The longer side of the second look, also for the other codes, which take five times the time.

Reducing averages out noise: of the labelled photos with a code, two in seven are read at
1200 to 1600 pixels and not at their full 2000.
"""

MOST_ENLARGED = 2.0

MOST_CODES = 24
"""On one page: two on each of a dozen cards; more is a sheet of labels."""


def find_codes(pixels: Pixels) -> tuple[Code, ...]:
    """The codes on a page with a text in them, each once.

    Args:
        pixels: uint8, shape (height, width, 3), BGR, standing in any direction.

    Returns:
        Codes with their quads in the pixels of the page, from top to bottom; at most
        ``MOST_CODES``.  Their texts are harmless, and never empty.

    Source:
        Measured on photos of 12 megapixels: 23 to 27 ms of CPU time, half of it to make
        the picture grey and small.
    """
    found: list[Code] = []
    for code in _looks(pixels):
        if code.text and not any(_is_same(code, other) for other in found):
            found.append(code)
    found.sort(key=lambda code: geometry.center(code.quad)[::-1])
    return tuple(found[:MOST_CODES])


def codes_of_cards(codes: Sequence[Code], quads: Sequence[Quad]) -> tuple[tuple[Code, ...], ...]:
    """The codes of each card: those it holds, and those outside of all cards that lie nearest to it.

    Args:
        codes: Codes on one page, in its pixels.
        quads: The corners of its cards, in the same pixels.

    Returns:
        Codes for each quad, in their order.
    """
    owned: list[list[Code]] = [[] for _ in quads]
    contours = [np.asarray(quad, np.float32) for quad in quads]
    for code in codes if contours else ():
        center = geometry.center(code.quad)
        inside_px = [cv2.pointPolygonTest(contour, center, measureDist=True) for contour in contours]
        owned[int(np.argmax(inside_px))].append(code)
    return tuple(map(tuple, owned))


def on_card(code: Code, card_from_photo: Matrix) -> Code:
    """The code with its quad in the pixels of a card."""
    return Code(text=code.text, format=code.format, quad=geometry.apply_to_quad(card_from_photo, code.quad))


def _looks(pixels: Pixels) -> Iterator[Code]:
    from zxingcpp import BarcodeFormat, BarcodeFormats, TextMode, read_barcodes  # noqa: PLC0415 - not needed to load a record

    fine = _reduced(np.asarray(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), np.uint8))
    coarse = _at_side(fine, COARSE_SIDE_PX)
    others = BarcodeFormats([BarcodeFormat.DataMatrix, BarcodeFormat.Aztec, BarcodeFormat.PDF417])
    qr_codes = BarcodeFormats([BarcodeFormat.QRCode, BarcodeFormat.RMQRCode])
    for grey, formats, invert in ((fine, qr_codes, True), (coarse, qr_codes, True), (coarse, others, False)):
        scale = pixels.shape[1] / grey.shape[1], pixels.shape[0] / grey.shape[0]
        for barcode in read_barcodes(grey, formats, try_invert=invert, text_mode=TextMode.Plain):
            yield _code(barcode, *scale)


def _reduced(grey: Grey) -> Grey:
    """The picture reduced to about the fine side, by a whole number, which is five times as fast."""
    times = round(max(grey.shape) / FINE_SIDE_PX)
    if times <= 1:
        return grey
    height, width = (max(1, side // times) for side in grey.shape)
    whole = grey[: height * times, : width * times]
    return np.asarray(cv2.resize(whole, (width, height), interpolation=cv2.INTER_AREA), np.uint8)


def _at_side(grey: Grey, side_px: int) -> Grey:
    scale = min(side_px / max(grey.shape), MOST_ENLARGED)
    height, width = (max(1, round(side * scale)) for side in grey.shape)
    way = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(grey, (width, height), interpolation=way), np.uint8)


def _code(barcode: Barcode, across: float, down: float) -> Code:
    at = barcode.position
    a, b, c, d = (
        (corner.x * across, corner.y * down)
        for corner in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    )
    return Code(text=harmless(barcode.text).strip(), format=barcode.format.name, quad=(a, b, c, d))


def _is_same(one: Code, other: Code) -> bool:
    """Whether two looks found one code."""
    left, top, right, bottom = geometry.bounds(other.quad)
    x, y = geometry.center(one.quad)
    return one.text == other.text and left <= x <= right and top <= y <= bottom
