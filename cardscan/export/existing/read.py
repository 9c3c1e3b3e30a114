"""Reads the export of a CRM or an address book, whatever its form is."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.export.existing.tables import read_table
from cardscan.export.existing.vcards import read_vcards

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.export.existing.record import There

_VCARD = re.compile(r"\s*BEGIN:VCARD", re.IGNORECASE)
_FOLD = re.compile(rb"\r?\n[ \t]")
_MOST_BYTES = 500_000_000
_HEAD_BYTES = 1_000


def read_existing(path: Path) -> tuple[There, ...]:
    """The contacts that another program has, by its own export.

    Args:
        path: A table (CSV, XLSX, ODS) or vCards (2.1 to 4.0).

    Raises:
        RecordError: It cannot be read, or holds no contacts.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise RecordError(str(path), "it is larger than any list of contacts; export the contacts alone.")
        data = path.read_bytes()
    except OSError as exc:
        raise RecordError(str(path), f"it cannot be read ({exc.strerror}).") from exc
    if _VCARD.match(_text(data[:_HEAD_BYTES])):
        return tuple(read_vcards(_text(data)))
    return tuple(read_table(data, str(path)))


def _text(data: bytes) -> str:
    """The text of vCards; old phones write the Windows code page 1252, and some programs mix encodings."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    whole = _FOLD.sub(b"", data.removeprefix(codecs.BOM_UTF8))  # a fold may stand within a character
    return "\n".join(map(_line, whole.splitlines()))


def _line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")
