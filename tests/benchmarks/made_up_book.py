"""Books full of made-up people, as large as wanted, the same every time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from cardscan.book.plain import to_plain
from cardscan.book.tables import EntryRow, EventRow, FollowUpRow, NoteRow, TouchRow
from cardscan.followup.record import FollowUp
from cardscan.parse.record import Contact, Field

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

TODAY = date(2026, 11, 23)
EVENTS = 20
TOUCHES_EACH = 5
"""Of each contact, a week apart."""

_SYLLABLES = ("ba", "do", "fi", "gu", "ka", "le", "mi", "no", "pa", "ri", "so", "tu", "ve", "wa", "xo", "zi")
_TRADES = ("Bakery", "Joinery", "Nursery", "Pottery", "Surveyors")
_CHANNELS = ("email", "call", "meeting", "note", "connect")
_NO_SCAN = datetime(2026, 1, 1, 9, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much is in a book.

    Attributes:
        contacts: How many, spread over all events; each has its touches.
    """

    contacts: int

    def __str__(self) -> str:
        return f"{self.contacts:,} contacts"


SMALL, LARGE = Size(contacts=1_000), Size(contacts=10_000)


def fill(session: Session, size: Size) -> None:
    """Put made-up people into an empty book.

    The same number of events whatever the size, so that a report on one of them grows with
    the book, as all else does.  A quarter of the people is due.

    Args:
        session: Writes.
        size: How many people.
    """
    session.execute(insert(EventRow), [_event(number) for number in range(EVENTS)])
    people = [_person(number) for number in range(size.contacts)]
    session.execute(insert(EntryRow), [_entry(row, number) for number, row in enumerate(people)])
    session.execute(insert(FollowUpRow), [_step(row, number) for number, row in enumerate(people)])
    session.execute(insert(NoteRow), [_note(row) for row in people])
    session.execute(insert(TouchRow), [_touch(row, turn) for row in people for turn in range(TOUCHES_EACH)])


def name_of(number: int) -> str:
    """The full name of a person: nobody else in the book has it."""
    return f"{_word(number % 97, 2)} {_word(number, 4)}"


def event_name(number: int) -> str:
    """The name of an event."""
    return f"Harbour mixer {number + 1:02}"


def _event_date(number: int) -> date:
    return TODAY - timedelta(weeks=4 * (EVENTS - number))


def _event(number: int) -> dict[str, Any]:
    name, on = event_name(number), _event_date(number)
    key = f"{name.casefold()}|{on}"
    return {
        "id": number + 1,
        "key": key,
        "first_key": key,
        "name": name,
        "date": on,
        "first_name": name,
        "first_date": on,
        "country": "GB",
        "next_action": None,
        "tags": [],
        **dict.fromkeys(("place", "goal", "owner", "note"), ""),
        "made_at": _NO_SCAN,
    }


def _person(number: int) -> FollowUp:
    name = name_of(number)
    first, last = name.split()
    company = f"{_word(number // 3, 4)} {_TRADES[number % len(_TRADES)]} Ltd"
    event = number % EVENTS
    return FollowUp(
        contact_id=f"{number:016x}",
        event=event_name(event),
        event_date=_event_date(event),
        # Every fourth is due, from a month ago until today.
        follow_up_due=TODAY + timedelta(days=-(number % 30) if number % 4 == 0 else 1 + number % 60),
        next_action="email",
        priority="ABC"[number % 3],  # type: ignore[arg-type]
        full_name=name,
        first_name=first,
        last_name=last,
        company=company,
        email=f"{first}.{last}@{company.split(maxsplit=1)[0]}.example".lower(),
        mobile_phone=(f"+44 7700 900{number % 1000:03}",),
        website=(f"https://{company.split(maxsplit=1)[0]}.example".lower(),),
        address=f"{number % 200 + 1} Quay Street, Harbourtown",
        confidence=0.9,
        photo=(f"IMG_{number:05}.jpg",),
        scanned_at=_NO_SCAN,
    )


def _word(number: int, syllables: int) -> str:
    """A word for each number that as many syllables can tell apart."""
    # Times an odd number: neighbours get words that are not alike.
    rest, word = number * 40_503 % len(_SYLLABLES) ** syllables, ""
    for _ in range(syllables):
        rest, last = divmod(rest, len(_SYLLABLES))
        word += _SYLLABLES[last]
    return word.capitalize()


def _entry(row: FollowUp, number: int) -> dict[str, Any]:
    return {
        "id": row.contact_id,
        "contact_id": row.contact_id,
        "event_id": number % EVENTS + 1,
        "found": to_plain(row),
        "contact": _contact(row).to_dict(),
        "full_name": row.full_name,
        "company": row.company,
        "email": row.email,
        "scanned_at": row.scanned_at.isoformat(),
        "gone_at": None,
        "gone_by": "",
    }


def _contact(row: FollowUp) -> Contact:
    """The fields with their evidence, which take more room than the row does."""
    lines = {
        "name": row.full_name,
        "company": row.company,
        "email": row.email,
        "phone": row.mobile_phone[0],
        "website": row.website[0],
        "address": row.address,
    }
    return Contact(
        fields=tuple(
            Field(kind=kind, raw=text, value=text, confidence=0.9, lines=(line,))  # type: ignore[arg-type]
            for line, (kind, text) in enumerate(lines.items())
        ),
        confidence=row.confidence,
    )


def _step(row: FollowUp, number: int) -> dict[str, Any]:
    return {
        "entry_id": row.contact_id,
        "due": row.follow_up_due,
        "action": row.next_action,
        "priority": row.priority,
        "status": "snoozed" if number % 8 == 0 else "open",
        "number": 2,
        "why": "3rd step: no answer so far",
        "set_by": "cadence",
    }


def _note(row: FollowUp) -> dict[str, Any]:
    text = f"wants the price list of {row.event_date:%B}"
    return {"entry_id": row.contact_id, "text": text, "source": "card", "at": _NO_SCAN}


def _touch(row: FollowUp, turn: int) -> dict[str, Any]:
    on = row.event_date + timedelta(weeks=turn, days=1)
    return {
        "entry_id": row.contact_id,
        "at": datetime.combine(on, time(9), UTC),
        "channel": _CHANNELS[turn],
        "note": "left a message",
        "counts": False,
        "answered": turn == TOUCHES_EACH - 1,
    }
