"""The columns of the queue and what stands in a cell of each."""

from __future__ import annotations

import math
import re
from dataclasses import MISSING, fields
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, get_args

from cardscan.export.dates import parse_instant
from cardscan.export.guard import guard, is_phone_cell, unguard
from cardscan.followup.cell_text import SEPARATOR, one_line, values
from cardscan.followup.record import Action, FollowUp, Priority, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COLUMNS = tuple(field.name for field in fields(FollowUp))
"""The header row, in order."""

DATE_COLUMNS = ("event_date", "follow_up_due", "scanned_at")
PHONE_COLUMNS = ("mobile_phone", "work_phone", "other_phones", "fax")

_REQUIRED = tuple(
    field.name for field in fields(FollowUp) if field.default is MISSING and field.name != "event"
)
_LISTS = tuple(field.name for field in fields(FollowUp) if field.default == ())
_DEFAULTS = {field.name: "" if field.default is MISSING else field.default for field in fields(FollowUp)}
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "next_action": get_args(Action),
    "priority": get_args(Priority),
    "status": get_args(Status),
}
_YES = ("yes", "y", "true", "1", "x")
_NO = ("no", "n", "false", "0")
_CARD = re.compile(r"(\d{1,9})(?:[.,]0+)?")


def to_cells(entry: FollowUp) -> list[str]:
    """The cells of an entry's row, in the order of ``COLUMNS``."""
    return [_to_cell(column, getattr(entry, column)) for column in COLUMNS]


def joined(texts: tuple[str, ...]) -> str:
    """Several values as one text."""
    return SEPARATOR.join(values(texts))


def from_cells(cells: Mapping[str, str], *, day_first: bool | None) -> FollowUp:
    """The entry that stands in a row.

    Args:
        cells: Column name to text; what is left out or empty takes its default.
        day_first: Whether a date like 03/04/2026 puts the day before the month;
            None where nobody knows.

    Returns:
        The entry.

    Raises:
        ValueError: With a sentence that names the column and says what is wrong.
    """
    found: dict[str, Any] = {"event": ""}
    for column in COLUMNS:
        if cell := cells.get(column, ""):
            found[column] = _from_cell(column, unguard(cell), day_first=day_first)
        elif column in _REQUIRED:
            raise ValueError(f"{column} is missing; every row needs one")
    return FollowUp(**found)


def parse_cell(column: str, cell: str, *, day_first: bool | None) -> Any:
    """The value that stands in one cell; an empty one gives what the column holds by default.

    Args:
        column: One of ``COLUMNS``.
        cell: Its text.
        day_first: As for ``from_cells``.

    Raises:
        ValueError: With a sentence that says what is wrong.
    """
    if cell:
        return _value(column, unguard(cell), day_first=day_first)
    if column in _REQUIRED:
        raise ValueError("it is empty; every row needs one")
    return _DEFAULTS[column]


def _to_cell(column: str, value: object) -> str:
    match value:
        case bool():
            return "yes" if value else ""
        case float():
            return f"{value:.2f}"
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
        case tuple():
            text = joined(value)
        case str():
            text = one_line(value)
        case _:
            return str(value)
    return text if column in PHONE_COLUMNS and is_phone_cell(text) else guard(text)


def _from_cell(column: str, cell: str, *, day_first: bool | None) -> object:
    try:
        return _value(column, cell, day_first=day_first)
    except ValueError as exc:
        raise ValueError(f"{column}: {exc}") from exc


def _value(column: str, cell: str, *, day_first: bool | None) -> object:
    if column in DATE_COLUMNS:
        instant = parse_instant(cell, first=day_first)
        return instant if column == "scanned_at" else instant.date()
    if column in _CHOICES:
        return _choice(cell, _CHOICES[column])
    if column in _LISTS:
        return values(tuple(cell.split(SEPARATOR)))
    return _PARSERS.get(column, str)(cell)


def _choice(cell: str, allowed: tuple[str, ...]) -> str:
    for choice in allowed:
        if choice.casefold() == cell.casefold():
            return choice
    raise ValueError(f"{cell!r} is none of: {', '.join(allowed)}")


def _yes(cell: str) -> bool:
    if cell.casefold() not in _YES + _NO:
        raise ValueError(f"{cell!r} is neither yes nor empty")
    return cell.casefold() in _YES


def _confidence(cell: str) -> float:
    try:
        value = float(cell.replace(",", "."))  # spreadsheets write the comma of the country
    except ValueError:
        value = math.nan
    if not 0 <= value <= 1:
        raise ValueError(f"{cell!r} is no number from 0 to 1")
    return value


def _card(cell: str) -> int:
    match = _CARD.fullmatch(cell)
    if match is None or not int(match[1]):
        raise ValueError(f"{cell!r} is no card number; the first card of a photo is 1")
    return int(match[1])


_PARSERS: Mapping[str, Callable[[str], object]] = {
    "needs_review": _yes,
    "confidence": _confidence,
    "card": _card,
}
