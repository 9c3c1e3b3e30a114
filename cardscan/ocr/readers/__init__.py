"""The readers that come with the program, each loaded when it is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cardscan.ocr.reader import readers

if TYPE_CHECKING:
    from cardscan.ocr.reader import Reader


def _rapidocr(*, languages: str = "", **options: Any) -> Reader:
    from cardscan.ocr.readers.rapidocr import RapidOcrReader  # noqa: PLC0415 - loads OpenCV

    reader = RapidOcrReader(**options)
    if not languages:
        return reader
    from cardscan.ocr.readers.languages import LanguagesReader  # noqa: PLC0415
    from cardscan.ocr.readers.tesseract import TesseractReader  # noqa: PLC0415

    return LanguagesReader(reader, TesseractReader(languages=languages))


def _tesseract(**options: Any) -> Reader:
    from cardscan.ocr.readers.tesseract import TesseractReader  # noqa: PLC0415 - loads OpenCV

    return TesseractReader(**options)


def _replay(**options: Any) -> Reader:
    from cardscan.ocr.readers.replay import ReplayReader  # noqa: PLC0415 - loads OpenCV

    return ReplayReader(**options)


readers.add("rapidocr", _rapidocr)
readers.add("tesseract", _tesseract)
readers.add("replay", _replay, offered=False)
