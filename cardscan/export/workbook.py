"""Rows of a spreadsheet file, XLSX or ODS, as texts."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta

from cardscan.errors import RecordError

_MOST_CELLS = 5_000_000
"""A queue of 100,000 people; a stray cell at the end of a sheet makes it thousands of times larger."""

_MOST_BYTES = 500_000_000
"""What its parts may unpack to."""

_MOST_UNPACKED = 100
"""How many times larger than the file that may be, above ``_FEW_BYTES``; people unpack to ten times."""

_FEW_BYTES = 20_000_000
_LONGEST_CELL = 131_072
"""Characters: as in a CSV; spreadsheets end at 32,767."""

_CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
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

    _check_reach(data, source)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        rows = [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    except (CalamineError, OSError, IndexError, ValueError) as exc:
        raise _unreadable(source) from exc
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        raise RecordError(source, "one of its cells is longer than any note; shorten it and save the sheet.")
    return rows


def _unreadable(source: str) -> RecordError:
    return RecordError(source, "it is no spreadsheet that can be read; save it again as XLSX or CSV.")


def _check_reach(data: bytes, source: str) -> None:
    """Refuse a sheet with a cell far out: all cells up to there would be made in memory.

    Raises:
        RecordError: A sheet of an XLSX file reaches too far.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            most = min(_MOST_BYTES, max(_FEW_BYTES, _MOST_UNPACKED * len(data)))
            if sum(part.file_size for part in parts.infolist()) > most:
                raise RecordError(source, "it is far larger than a queue; save the queue alone.")
            for name in parts.namelist():
                if name.startswith("xl/") and name.endswith(".xml"):
                    _check_sheet(parts.read(name), source)
    except zipfile.BadZipFile:
        return  # the older format of Excel holds 65,536 rows of 256 cells at most
    except (ValueError, RuntimeError, EOFError, OSError, zlib.error) as exc:  # what zipfile lets through
        raise _unreadable(source) from exc


def _check_sheet(xml: bytes, source: str) -> None:
    columns, rows = set(), 1
    for cell in _CELL.finditer(xml):
        columns.add(cell[1])
        rows = max(rows, int(cell[2]))
    widest = max(columns, key=lambda letters: (len(letters), letters), default=b"A").decode()
    width = sum((ord(letter) - 64) * 26**place for place, letter in enumerate(reversed(widest)))
    if rows * width > _MOST_CELLS:
        raise RecordError(
            source,
            f"its sheet reaches to cell {widest}{rows}; delete what stands beyond the queue, and save it.",
        )


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
