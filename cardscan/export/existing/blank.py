"""A contact of another program in the form of a row of the queue."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from cardscan.followup.record import FollowUp
from cardscan.parse.text import is_cjk

_LONG_AGO = date(1970, 1, 1)


def blank_row(**values: Any) -> FollowUp:
    """A row with some values; when and where somebody was met, nobody knows."""
    row = FollowUp(
        contact_id="",
        event_date=_LONG_AGO,
        event="",
        follow_up_due=_LONG_AGO,
        next_action="call",
        scanned_at=datetime(1970, 1, 1, tzinfo=UTC),
        **values,
    )
    if row.full_name:
        return row
    if is_cjk(row.first_name + row.last_name):
        return replace(row, full_name=row.last_name + row.first_name)
    return replace(row, full_name=f"{row.first_name} {row.last_name}".strip())
