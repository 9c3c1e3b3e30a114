"""What leaves the follow-up stage: an event, and the entries of its queue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

Action = Literal["call", "email", "note", "meeting", "connect"]
Priority = Literal["A", "B", "C"]
Status = Literal["open", "done", "skipped", "snoozed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Where the cards were collected.

    Attributes:
        name: As the user calls it.
        date: The day it took place (its last day).
        country: ISO 3166-1 alpha-2 code for working days and for phones without a
            country code, if known.
    """

    name: str
    date: date
    country: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One entry of the follow-up queue: whom to get in touch with, by when, how.

    The attributes are the columns of the queue CSV, in their order; texts that a
    card does not give are empty, cells of several values are tuples.
    """

    contact_id: str
    event_date: date
    event: str
    follow_up_due: date
    next_action: Action
    priority: Priority = "B"
    status: Status = "open"
    full_name: str = ""
    first_name: str = ""
    last_name: str = ""
    job_title: str = ""
    department: str = ""
    company: str = ""
    email: str = ""
    other_emails: tuple[str, ...] = ()
    mobile_phone: tuple[str, ...] = ()
    work_phone: tuple[str, ...] = ()
    other_phones: tuple[str, ...] = ()
    fax: tuple[str, ...] = ()
    website: tuple[str, ...] = ()
    address: str = ""
    street: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    social: tuple[str, ...] = ()
    notes: str = ""
    needs_review: bool = False
    review_reasons: tuple[str, ...] = ()
    confidence: float = 0.0
    photo: tuple[str, ...] = ()
    card: int = 1
    scanned_at: datetime
