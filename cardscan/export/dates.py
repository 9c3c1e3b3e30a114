"""Dates as a spreadsheet may have rewritten them: 20/11/2026, 20.11.2026, 11/20/2026."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_NUMBERS = re.compile(r"(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?(?:,? +(\S.*))?")
_TIMES = ("%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p")
_LAST_MONTH = 12
_CENTURY = 2000
"""Two-digit years are of this century: there were no queues before it."""


def day_first(cells: Iterable[str]) -> bool | None:
    """Whether dates with slashes or hyphens put the day before the month.

    One spreadsheet writes all dates of a file in one form, so a single number above
    twelve settles it for all.

    Args:
        cells: All date cells of a file.

    Returns:
        True or False where a cell proves it, None where none does.

    Raises:
        ValueError: Some cells prove one order and some the other.
    """
    proofs = {proof for cell in cells if (proof := _proof(cell)) is not None}
    if len(proofs) > 1:
        raise ValueError("some dates stand as day/month, others as month/day; write all as 2026-11-20")
    return next(iter(proofs), None)


def parse_instant(cell: str, *, first: bool | None) -> datetime:
    """The date and time in a cell, midnight where it gives no time.

    Args:
        cell: ISO 8601 or a local form.
        first: Whether the day stands before the month; None where nobody knows.

    Returns:
        The instant, with the cell's own offset from UTC or with none.

    Raises:
        ValueError: With a sentence that says why the cell gives no certain instant.
    """
    try:
        return datetime.fromisoformat(cell)
    except ValueError:
        return _local(cell, first=first)


def _local(cell: str, *, first: bool | None) -> datetime:
    match = _NUMBERS.fullmatch(cell)
    if match is None:
        raise ValueError(f"{cell!r} is no date; write it as 2026-11-20")
    year, month, day = _ordered(match, first=first)
    try:
        start = datetime(year, month, day)  # noqa: DTZ001 - a sheet gives local time without a zone
    except ValueError as exc:
        raise ValueError(f"{cell!r} is no day of the calendar; write it as 2026-11-20") from exc
    return _at(start, match[5], cell)


def _ordered(match: re.Match[str], *, first: bool | None) -> tuple[int, int, int]:
    """Year, month and day; a dot always puts the day first, four digits in front are the year."""
    a, b, c = int(match[1]), int(match[3]), int(match[4])
    if _year_leads(match):
        return a, b, c
    year = c if len(match[4]) > 2 else _CENTURY + c  # noqa: PLR2004 - two digits
    if match[2] == "." or first or a == b:
        return year, b, a
    if first is None:
        raise ValueError(
            f"{match[0]!r} may be day/month or month/day, and no other date of the file settles it; "
            "write the dates as year-month-day, like 2026-11-20"
        )
    return year, a, b


def _at(start: datetime, time: str | None, cell: str) -> datetime:
    if time is None:
        return start
    for form in _TIMES:
        try:
            return datetime.combine(start, datetime.strptime(time, form).time())  # noqa: DTZ007 - as above
        except ValueError:
            continue
    raise ValueError(f"the time of day in {cell!r} is not understood; write it as 2026-11-20T18:30:00")


def _proof(cell: str) -> bool | None:
    match = _NUMBERS.fullmatch(cell)
    if match is None or match[2] == "." or _year_leads(match):
        return None
    if int(match[1]) > _LAST_MONTH:
        return True
    return False if int(match[3]) > _LAST_MONTH else None


def _year_leads(match: re.Match[str]) -> bool:
    return len(match[1]) == 4  # noqa: PLR2004 - the digits of a year
