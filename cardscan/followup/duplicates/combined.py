"""Several entries of one person at one event become one row of the queue."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cardscan.followup.cell_text import SEPARATOR, one_value, values

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cardscan.followup.record import FollowUp

_TOGETHER = (
    ("full_name", "first_name", "last_name"),
    ("job_title",),
    ("department",),
    ("company",),
    ("address", "street", "city", "region", "postal_code", "country"),
)
"""Columns that say one thing, so that they come from one card."""

_REACHED_BY = (
    ("email", "other_emails"),
    ("mobile_phone", "work_phone", "other_phones"),
    ("website",),
    ("social",),
)
"""Columns of which a card that gives none has lost what an earlier one gave."""

_GAINED = (
    "mobile_phone",
    "work_phone",
    "other_phones",
    "fax",
    "website",
    "social",
    "photo",
    "review_reasons",
)
_TOLD = ("full_name", "job_title", "department", "company", "address")
"""Columns of which another card's differing value is kept in the notes."""


def combined(lead: FollowUp, others: Sequence[FollowUp], settled: Collection[str] = ()) -> FollowUp:
    """One row for all of them.

    Args:
        lead: The entry that gives the row its place, its step and what it says itself.
        others: Further entries of the same person at the same event.
        settled: Columns of ``lead`` that a person has corrected: nothing is added there.

    Returns:
        The lead, with what it lacks from the others; what differs stands in the notes.
    """
    row = lead
    for other in others:
        changes = _filled(row, other) | _gained(row, other)
        changes["notes"] = SEPARATOR.join(
            values((*_split(row.notes), *_split(other.notes), *_told(row, other)))
        )
        changes["needs_review"] = row.needs_review or other.needs_review
        changes["confidence"] = min(row.confidence, other.confidence)
        row = replace(row, **{column: value for column, value in changes.items() if column not in settled})
    return row


def completed(row: FollowUp, earlier: FollowUp, settled: Collection[str] = ()) -> FollowUp:
    """A row with what it lacks from the same person's row of an earlier event.

    Args:
        row: The row.
        earlier: What was known before.
        settled: Columns of ``row`` that a person has corrected: nothing is added there.

    Returns:
        The row; what it says itself stands, however little that is.
    """
    changes = _filled(row, earlier)
    for columns in _REACHED_BY:
        if not any(getattr(row, column) for column in columns):
            changes |= {column: getattr(earlier, column) for column in columns}
    return replace(row, **{column: value for column, value in changes.items() if column not in settled})


def _filled(row: FollowUp, other: FollowUp) -> dict[str, Any]:
    return {
        column: getattr(other, column)
        for columns in _TOGETHER
        if not any(getattr(row, column) for column in columns)
        for column in columns
    }


def _gained(row: FollowUp, other: FollowUp) -> dict[str, Any]:
    gained = {column: values((*getattr(row, column), *getattr(other, column))) for column in _GAINED}
    mails = values(tuple(filter(None, (row.email, *row.other_emails, other.email, *other.other_emails))))
    return gained | {"email": mails[0] if mails else "", "other_emails": mails[1:]}


def _told(row: FollowUp, other: FollowUp) -> list[str]:
    pairs = ((getattr(row, column), getattr(other, column)) for column in _TOLD)
    return [f"also: {one_value(theirs)}" for ours, theirs in pairs if ours and theirs and ours != theirs]


def _split(notes: str) -> list[str]:
    return notes.split(SEPARATOR) if notes else []
