"""Rows of a table that a spreadsheet saved in its own way: other delimiters and encodings."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.export.queue_columns import COLUMNS
from cardscan.export.workbook import is_workbook, workbook_lines
from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_DELIMITERS = (",", ";", "\t", "|")
_HINT = "save the sheet as CSV UTF-8, with the header row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row as it stands in the file.

    Attributes:
        number: Its number as a spreadsheet shows it, from 1; the header is row 1.
        cells: Column name to text, each text on one line.
    """

    number: int
    cells: Mapping[str, str]


def load_sheet(path: Path) -> tuple[Row, ...]:
    """The rows of a saved queue, whatever spreadsheet saved it.

    Args:
        path: The file.

    Returns:
        Its rows without the empty ones; columns that the queue does not have are left out.

    Raises:
        RecordError: The file cannot be read or holds no queue.
    """
    try:
        data = path.read_bytes()
    except OSError as exc:
        raise RecordError(str(path), f"it cannot be read ({exc.strerror}).") from exc
    return parse_sheet(data, str(path))


def parse_sheet(data: bytes, source: str) -> tuple[Row, ...]:
    """The rows in ``data``; see ``load_sheet``.

    Args:
        data: The file's bytes: CSV in UTF-8, UTF-16 or the Windows code page 1252, XLSX or ODS.
        source: What to call the file in an error.

    Returns:
        Its rows.

    Raises:
        RecordError: The bytes hold no queue.
    """
    lines = table_lines(data, source, _known)
    header = _header(lines[0] if lines else [])
    if not set(header) & set(COLUMNS):
        raise _no_queue(source)
    doubled = sorted({name for name in header if name in COLUMNS and header.count(name) > 1})
    if doubled:
        raise RecordError(source, f"the column {doubled[0]} stands there twice; delete one of the two.")
    return tuple(
        Row(number=number, cells=_cells(header, line))
        for number, line in enumerate(lines[1:], start=2)
        if any(cell.strip() for cell in line)
    )


def other_columns(data: bytes, source: str) -> tuple[str, ...]:
    """The columns of a saved queue that are not the queue's own and have something in them.

    Args:
        data: The file's bytes.
        source: What to call the file in an error.

    Returns:
        Their names, "(without a name)" for one that has none.

    Raises:
        RecordError: The bytes hold no queue.
    """
    header, *lines = table_lines(data, source, _known) or [[]]
    known = _header(header)
    filled = {number for line in lines for number, cell in enumerate(line) if cell.strip()}
    return tuple(
        (one_line(header[number]) if number < len(header) else "") or "(without a name)"
        for number in sorted(filled)
        if number >= len(known) or known[number] not in COLUMNS
    )


def table_lines(data: bytes, source: str, known: Callable[[list[str]], int]) -> list[list[str]]:
    """The rows of a table, the header first, as texts.

    Args:
        data: The file's bytes: CSV in UTF-8, UTF-16 or the Windows code page 1252, XLSX or ODS.
        source: What to call the file in an error.
        known: How many columns of a header are known: the delimiter of a CSV is the one under which
            most are.

    Raises:
        RecordError: The bytes hold no table.
    """
    if is_workbook(data):
        return workbook_lines(data, source)
    return _records(_decode(data, source), source, known)


def _decode(data: bytes, source: str) -> str:
    try:
        return data.decode(_encoding(data))
    except UnicodeDecodeError as exc:
        raise RecordError(source, f"its letters cannot be read; {_HINT}.") from exc


def _encoding(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if b"\0" in data[:2]:  # the header's first letter takes two bytes
        return "utf-16-be" if data.startswith(b"\0") else "utf-16-le"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


def _records(text: str, source: str, known: Callable[[list[str]], int]) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    if not lines.readline().strip().strip('"').lower().startswith("sep="):  # Excel's own first line
        lines.seek(0)
    body = lines.read()
    try:
        delimiter = _delimiter(body, known)
        return list(csv.reader(io.StringIO(body, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as exc:
        raise RecordError(source, f"its rows cannot be told apart ({exc}); {_HINT}.") from exc


def _delimiter(text: str, known: Callable[[list[str]], int]) -> str:
    """The delimiter under which the first row names most columns that are known."""

    def first(delimiter: str) -> list[str]:
        return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])

    return max(_DELIMITERS, key=lambda delimiter: known(first(delimiter)))


def _known(line: list[str]) -> int:
    """How many of the queue's columns a header names."""
    return len(set(_header(line)) & set(COLUMNS))


def _no_queue(source: str) -> RecordError:
    return RecordError(source, f"this is no queue: its first row names none of the queue's columns; {_HINT}.")


def _header(line: list[str]) -> list[str]:
    return [one_line(name).casefold().replace(" ", "_") for name in line]


def _cells(header: list[str], line: list[str]) -> dict[str, str]:
    named = zip_longest(header, line, fillvalue="")  # spreadsheets cut empty cells off, and add some
    return {name: one_line(cell) for name, cell in named if name in COLUMNS}
