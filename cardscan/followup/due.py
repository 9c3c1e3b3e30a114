"""One contact whose next step is due, with all that whoever takes it wants to have at hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cardscan.followup.record import Action, Event, FollowUp, Step, Touch


@dataclass(frozen=True, slots=True, kw_only=True)
class DueEntry:
    """A contact to get in touch with, and why.

    Attributes:
        entry: The contact's entry of the queue.
        step: What to do, and by when.
        event: Where they met.
        notes: What the owner wrote about them.
        touches: How they were in touch before, the earliest first.
        overdue_days: Calendar days since the step was due; 0 where it is not overdue.
        entry_id: The entry of the book that is followed up; a contact met before has another id.
    """

    entry: FollowUp
    step: Step
    event: Event
    notes: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    overdue_days: int = 0
    entry_id: str = ""

    @property
    def how(self) -> str:
        """The number, address or link to use for the step; empty where none is known."""
        return reach(self.entry, self.step.action)


def reach(entry: FollowUp, action: Action) -> str:
    """The number, address or link by which ``action`` reaches a contact; empty where none is known.

    Args:
        entry: The contact's entry of the queue.
        action: How to get in touch; a meeting is agreed by phone, else by e-mail.
    """
    phones = (*entry.mobile_phone, *entry.work_phone, *entry.other_phones)
    mail = (entry.email, *entry.other_emails)
    ways: dict[Action, tuple[str, ...]] = {
        "call": phones,
        "email": mail,
        "note": (entry.address, _joined(entry)),
        "meeting": (*phones, *mail),
        "connect": (*entry.social, *entry.website),
    }
    return next((way for way in ways[action] if way), "")


def _joined(entry: FollowUp) -> str:
    """The parts of an address that no card prints as a whole."""
    town = f"{entry.postal_code} {entry.city}".strip()
    return ", ".join(part for part in (entry.street, town, entry.region, entry.country) if part)
