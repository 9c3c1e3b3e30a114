"""The readers that come with the program, each loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cardscan.ocr.reader import readers

if TYPE_CHECKING:
    from cardscan.ocr.reader import Reader


def _rapidocr(**options: Any) -> Reader:
    from cardscan.ocr.readers.rapidocr import RapidOcrReader  # noqa: PLC0415 - loads OpenCV

    return RapidOcrReader(**options)


def _tesseract(**options: Any) -> Reader:
    from cardscan.ocr.readers.tesseract import TesseractReader  # noqa: PLC0415 - loads OpenCV

    return TesseractReader(**options)


def _replay(**options: Any) -> Reader:
    from cardscan.ocr.readers.replay import ReplayReader  # noqa: PLC0415 - loads OpenCV

    return ReplayReader(**options)


readers.add("rapidocr", _rapidocr)
readers.add("tesseract", _tesseract)
readers.add("replay", _replay, offered=False)
