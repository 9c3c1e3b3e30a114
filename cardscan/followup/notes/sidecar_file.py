"""Files with notes, as text: small ones, in any of the encodings that editors write."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_BYTES = 64 * 1024
"""Nobody writes more about a few cards; a larger file is something else."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",;\t"
_NEEDED = {"photo", "note"}


class UnusableError(Exception):
    """A file with notes cannot be used; the message says why."""


def text_of(path: Path) -> str:
    """The text of a file.

    Args:
        path: The file.

    Returns:
        Its text: UTF-8 or UTF-16 by its mark, UTF-8 without one, else Windows-1252.

    Raises:
        UnusableError: It is too large, no text, or cannot be read.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as exc:
        raise UnusableError(f"it cannot be read ({exc.strerror})") from exc
    if len(data) > LARGEST_BYTES:
        raise UnusableError("it is larger than 64 KB; keep one short note in it")
    text = _decoded(data)
    if "\0" in text:
        raise UnusableError("it is no text; save it as text in UTF-8")
    return text


def rows_of(text: str) -> list[tuple[int, dict[str, str]]]:
    """The rows of a table of notes, each with its line number and its cells by column.

    Args:
        text: A table whose header names ``photo`` and ``note``, between commas, semicolons or tabs.

    Raises:
        UnusableError: The header does not name them, or a quotation mark is left open.
    """
    for delimiter in _DELIMITERS:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        try:
            header = _header(reader)
            if set(header) >= _NEEDED:
                return [(reader.line_num, dict(zip(header, row, strict=False))) for row in reader if any(row)]
        except csv.Error as exc:
            raise UnusableError(f"line {reader.line_num} is no row of a table ({exc})") from exc
    raise UnusableError("its first line must name the columns photo and note, like: photo,note")


def _header(reader: Iterator[list[str]]) -> list[str]:
    row = next(reader, [])
    # Excel writes and understands a first line that names the delimiter.
    if row and row[0].casefold().startswith("sep="):
        row = next(reader, [])
    return [cell.strip().casefold() for cell in row]


def _decoded(data: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    for encoding in (marked,) if marked else ("utf-8", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnusableError("it is no text; save it as text in UTF-8")
