"""Cells compared: what a spreadsheet does to a cell by itself is no change."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from cardscan.export import dates
from cardscan.export.queue_columns import DATE_COLUMNS, PHONE_COLUMNS, parse_cell

if TYPE_CHECKING:
    from collections.abc import Collection

_FIGURE_COLUMNS = (*PHONE_COLUMNS, "postal_code")
_FIGURE = re.compile(r"(\d+)(?:[.,](\d+))?(?:E\+?(\d{1,2}))?", re.IGNORECASE)
_NUMBER_ALONE = re.compile(r"[\d +()./-]+")


def is_same(column: str, cell: str, before: str, *, day_first: bool | None = None) -> bool:
    """Whether a cell holds what it held, in whatever way a spreadsheet wrote it.

    Args:
        column: Of the queue.
        cell: The cell of the file.
        before: What the queue showed there.
        day_first: Whether the dates of the file put the day before the month; None where nothing
            proves it, so that either order may be meant.

    Example:
        >>> is_same("confidence", "0,9", "0.90"), is_same("follow_up_due", "24/11/2026", "2026-11-24")
        (True, True)
    """
    if cell == before:
        return True
    cell, before = _plain(cell), _plain(before)
    if cell in (before, _in_code_page(before)):
        return True
    if column in _FIGURE_COLUMNS and _is_figure_of(cell, before):
        return True
    orders: tuple[bool | None, ...] = (True, False) if day_first is None else (day_first,)
    if column not in DATE_COLUMNS:
        orders = (None,)
    held = _value(column, before, first=None)
    return held is not None and any(_value(column, cell, first=first) == held for first in orders)


def order_of_dates(pairs: Collection[tuple[str, str]]) -> bool | None:
    """Whether the dates of a file put the day before the month.

    Args:
        pairs: Each date cell, and what the queue showed there; empty where nobody knows.

    Returns:
        What the dates that nobody changed prove, else what the dates themselves do; None where
        nothing does.
    """
    proofs = {
        first
        for cell, before in pairs
        if cell != before and (held := _value("follow_up_due", before, first=None))
        for first in (True, False)
        if _value("follow_up_due", cell, first=first)
        == held
        != _value("follow_up_due", cell, first=not first)
    }
    if len(proofs) == 1:
        return proofs.pop()
    try:
        return dates.day_first(cell for cell, _ in pairs)
    except ValueError:
        return None  # a date that is in doubt is told where it was changed


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _in_code_page(text: str) -> str:
    """What is left of a text where a spreadsheet saves it in the Windows code page."""
    return text.encode("cp1252", "replace").decode("cp1252", "replace")


def _is_figure_of(cell: str, before: str) -> bool:
    """Whether a number with plus, spaces and leading zeros became a figure: 442079460958, 4.42079E+11."""
    match, digits = _FIGURE.fullmatch(cell), re.sub(r"\D", "", before).lstrip("0")
    if match is None or not digits or not _NUMBER_ALONE.fullmatch(before):
        return False
    whole, part, power = match[1], match[2] or "", match[3]
    if power is None:
        return whole.lstrip("0") == digits and not part.strip("0")
    shown = whole + part
    rounded = str(round(int(digits), len(shown) - len(digits)))
    return len(whole) + int(power) == len(digits) and rounded.startswith(shown)


def _value(column: str, text: str, *, first: bool | None) -> Any:
    try:
        value = parse_cell(column, text, day_first=first)
    except ValueError:
        return None
    if isinstance(value, datetime):
        # A spreadsheet has no time zones, and may leave out the seconds.
        return value.replace(second=0, microsecond=0, tzinfo=None)
    return value.isoformat() if isinstance(value, date) else value
