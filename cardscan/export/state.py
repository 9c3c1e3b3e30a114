"""What of a row is handed on, so that it is known whether it changed since."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from cardscan.export.queue_columns import COLUMNS, to_cells

if TYPE_CHECKING:
    from cardscan.followup.record import FollowUp

_STEP = ("follow_up_due", "next_action", "priority", "status")
_OUR_OWN = ("needs_review", "review_reasons", "confidence", "photo", "card", "scanned_at")
"""What no other program is told."""


def row_key(row: FollowUp) -> str:
    """What tells the rows of one contact from each other: where they met."""
    return f"{row.contact_id} {row.event_date} {row.event}"


def digests(row: FollowUp) -> tuple[str, str]:
    """What other programs are told of a contact, and of what is to be done with it, as SHA-256."""
    cells = dict(zip(COLUMNS, to_cells(row), strict=True))
    step = [cells.pop(column) for column in _STEP]
    contact = [text for column, text in cells.items() if column not in _OUR_OWN]
    return _digest(contact), _digest(step)


def _digest(told: list[str]) -> str:
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()
