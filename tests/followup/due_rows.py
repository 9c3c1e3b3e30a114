"""A contact, an event and an owner, as the tests of sheets and of the diary want them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from cardscan.followup.due import DueEntry
from cardscan.followup.record import Event, FollowUp, Step

MIXER = Event(name="Harbour Chamber mixer", date=date(2026, 11, 20), place="Harbourton")
CALL = Step(number=1, action="call", due=date(2026, 11, 23), why="2nd step, no answer since 20 Nov 2026")
ADA = FollowUp(
    contact_id="cabcdefghijk",
    event_date=MIXER.date,
    event=MIXER.name,
    follow_up_due=date(2026, 11, 23),
    next_action="call",
    full_name="Ada Winter",
    company="Northwind",
    email="ada@northwind.example",
    mobile_phone=("+44 7700 900123",),
    scanned_at=datetime(2026, 11, 22, 9, tzinfo=UTC),
)


def due(step: Step = CALL, *, notes: tuple[str, ...] = (), overdue_days: int = 0, **fields: Any) -> DueEntry:
    entry = replace(ADA, **fields)
    return DueEntry(entry=entry, step=step, event=MIXER, notes=notes, overdue_days=overdue_days)
