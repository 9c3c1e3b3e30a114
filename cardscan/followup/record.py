"""What leaves the follow-up stage: an event, the entries of its queue, steps and touches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

Action = Literal["call", "email", "note", "meeting", "connect"]
Priority = Literal["A", "B", "C"]
Status = Literal["open", "done", "skipped", "snoozed"]
SetBy = Literal["cadence", "note", "person"]
OPEN: tuple[Status, ...] = ("open", "snoozed")
"""States in which something is to be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Where the cards were collected.

    Attributes:
        first_known_as: The name and date that it had when its cards were first scanned,
            which the ids of its contacts come from; None where these are its name and date.
        name: As the user calls it.
        date: The day it took place (its last day).
        country: ISO 3166-1 alpha-2 code for working days and for phones without a
            country code, if known.
        place: Where it took place.
        goal: What the owner wants from it: "three distributors".
        owner: Who follows up, where it is not the owner of the settings.
        next_action: The first step with everybody, unless a note says otherwise; None
            for what the card allows.
        tags: For the CRM: its campaign, its categories.
        note: Anything else.
    """

    first_known_as: tuple[str, date] | None = None
    name: str
    date: date
    country: str | None = None
    place: str = ""
    goal: str = ""
    owner: str = ""
    next_action: Action | None = None
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What to do next with one contact.

    Attributes:
        number: Its place in the cadence, from 0; None for staying in touch after the last.
        action: How to get in touch.
        due: By when, a day in the owner's time zone.
        why: The reason in a sentence: "2nd step: no answer since 23 November".
        set_by: Who chose the day: only days that the cadence chose, or a note, move with the event.
    """

    number: int | None
    action: Action
    due: date
    why: str
    set_by: SetBy = "cadence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """Once that the owner got in touch with a contact, or tried to.

    Attributes:
        at: When, with its offset from UTC.
        channel: How.
        note: What came of it, in the owner's words.
        answered: Whether the contact answered, or they spoke.
        counts: Whether it counts towards the event's goal.
    """

    at: datetime
    channel: Action
    note: str = ""
    answered: bool = False
    counts: bool = False


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
