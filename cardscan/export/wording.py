"""What files for other programs say of a contact in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardscan.followup.record import FollowUp

_DOING = {
    "call": "Call",
    "email": "E-mail",
    "note": "Write a note to",
    "meeting": "Meet",
    "connect": "Connect with",
}


def person_name(row: FollowUp) -> str:
    """The contact's whole name; empty for a card without a person."""
    return row.full_name or f"{row.first_name} {row.last_name}".strip()


def where_met(row: FollowUp) -> str:
    """Where they met, and what was noted; it never begins with a sign that a spreadsheet runs."""
    met = f"Met at {row.event} on {row.event_date.isoformat()}."
    return f"{met} {row.notes}".strip()


def what_to_do(row: FollowUp) -> str:
    """The follow-up: "Call Ada Winter, Northwind Ltd"."""
    who = ", ".join(filter(None, (row.full_name, row.company))) or row.email or row.contact_id
    return f"{_DOING[row.next_action]} {who}"
