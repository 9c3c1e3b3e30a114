"""Rows of the queue as plain JSON values, and back."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from cardscan.followup.record import FollowUp

_COLUMNS = tuple(field.name for field in fields(FollowUp))
_DATES = ("event_date", "follow_up_due")


def to_plain(row: FollowUp) -> dict[str, Any]:
    """A row as JSON values, by column."""
    return {column: plain_value(getattr(row, column)) for column in _COLUMNS}


def from_plain(data: dict[str, Any]) -> FollowUp:
    """The row that ``to_plain`` was given."""
    return FollowUp(**{column: row_value(column, value) for column, value in data.items()})


def plain_value(value: Any) -> Any:
    """A cell's value as a JSON value."""
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def row_value(column: str, value: Any) -> Any:
    """A JSON value as the value of a column."""
    if column in _DATES:
        return date.fromisoformat(value)
    if column == "scanned_at":
        return datetime.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
