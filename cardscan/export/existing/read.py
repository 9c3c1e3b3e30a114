"""Reads the export of a CRM or an address book, whatever its form is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.export.existing.tables import read_table
from cardscan.export.existing.vcards import read_vcards

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.export.existing.record import There

_VCARD = re.compile(rb"(?:\xef\xbb\xbf)?\s*BEGIN:VCARD", re.IGNORECASE)
_MOST_BYTES = 500_000_000


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
    if _VCARD.match(data):
        return tuple(read_vcards(data.decode("utf-8-sig", "replace")))
    return tuple(read_table(data, str(path)))
