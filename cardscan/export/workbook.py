"""Rows of a spreadsheet file, XLSX or ODS, as texts."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

from cardscan.errors import RecordError

_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""Zip archives, as XLSX and ODS are, and the older format of Excel."""


def is_workbook(data: bytes) -> bool:
    """Whether bytes are those of a spreadsheet file, and not of a text."""
    return data.startswith(_STARTS)


def workbook_lines(data: bytes, source: str) -> list[list[str]]:
    """The rows of the first sheet, each cell as a text.

    Args:
        data: The file's bytes.
        source: What to call the file in an error.

    Returns:
        The rows; dates are ISO 8601, whole numbers have no decimal point.

    Raises:
        RecordError: It is no spreadsheet that can be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - seldom needed

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, IndexError, ValueError) as exc:
        raise RecordError(
            source, "it is no spreadsheet that can be read; save it again as XLSX or CSV."
        ) from exc


def _text(cell: str | float | bool | datetime | date | time | timedelta) -> str:
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"  # as spreadsheets write them into a CSV
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date():
            return cell.isoformat()
        case _:
            return str(cell)
