"""How the follow-up commands speak of days, steps and people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import Action, FollowUp

ACTIONS: dict[Action, str] = {
    "call": "call",
    "email": "e-mail",
    "note": "note by post",
    "meeting": "meeting",
    "connect": "connect",
}


def spoken_day(day: date) -> str:
    """A day as "Mon 23 Nov 2026"."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 draft", "2 drafts"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def who_is(entry: FollowUp) -> str:
    """A person as "Avery Winter, Northwind Ltd"."""
    named = ", ".join(filter(None, (entry.full_name, entry.company)))
    return named or entry.email or entry.contact_id


def next_of(one: DueEntry) -> str:
    """What comes next with somebody, as a sentence."""
    match one.entry.status:
        case "done":
            return "Nothing more is to be done."
        case "skipped":
            return "Nothing more will be done."
        case "snoozed":
            return f"Put off until {spoken_day(one.step.due)}: {ACTIONS[one.step.action]}."
        case _:
            return f"Next: {ACTIONS[one.step.action]} by {spoken_day(one.step.due)} ({one.step.why})."
