"""A letter that is due, for the tests of drafts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from cardscan.followup.drafts.letter import make_draft
from cardscan.followup.drafts.templates import Templates
from cardscan.followup.record import Event, FollowUp, Step
from cardscan.followup.settings import Material, Owner

if TYPE_CHECKING:
    from cardscan.followup.drafts.record import Draft

MIXER = Event(name="Harbour Chamber mixer", date=date(2026, 11, 20), place="Quay Hall")
OLGA = Owner(
    name="Olga Owner",
    email="olga@quiet.example",
    phone="+44 20 7946 0958",
    company="Quiet Pumps",
    languages=("en", "de", "fr", "es"),
)
ARTICLE = Material(
    name="the article on quiet pumps", words=("article",), link="https://www.example.com/quiet-pumps"
)
FIRST = Step(number=0, action="email", due=date(2026, 11, 23), why="1st step after Harbour Chamber mixer")
REMINDER = Step(number=1, action="email", due=date(2026, 11, 25), why="2nd step")
SEND = Step(number=None, action="email", due=date(2026, 11, 25), why="as noted", set_by="note")
STAY = Step(number=None, action="email", due=date(2027, 2, 23), why="staying in touch")
MEETING = Step(number=4, action="meeting", due=date(2026, 12, 9), why="5th step")
STEPS = (FIRST, REMINDER, SEND, STAY, MEETING)
KINDS = ("first", "reminder", "send", "stay", "meeting")


def contact(**more: Any) -> FollowUp:
    values = {
        "contact_id": "cabcdefghijk",
        "event_date": MIXER.date,
        "event": MIXER.name,
        "follow_up_due": date(2026, 11, 23),
        "next_action": "email",
        "full_name": "Ada Winter",
        "first_name": "Ada",
        "last_name": "Winter",
        "company": "Northwind",
        "email": "ada@northwind.example",
        "country": "United Kingdom",
        "scanned_at": datetime(2026, 11, 22, 9, tzinfo=UTC),
        **more,
    }
    return FollowUp(**values)


def letter(entry: FollowUp | None = None, **more: Any) -> Draft:
    values = {
        "step": FIRST,
        "event": MIXER,
        "owner": OLGA,
        "notes": (),
        "materials": (ARTICLE,),
        "templates": Templates(),
        "today": date(2026, 11, 23),
        **more,
    }
    return make_draft(entry or contact(), **values)
