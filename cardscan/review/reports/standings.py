"""How far the owner is with each event."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from cardscan.book.events import as_event
from cardscan.book.overview import overview
from cardscan.book.tables import EntryRow, EventRow, TouchRow
from cardscan.followup.record import OPEN
from cardscan.followup.report.table import percent

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from sqlalchemy.orm import Session

    from cardscan.followup.record import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An event in short.

    Attributes:
        event_id: Its number.
        event: The event.
        met: How many people were met there.
        followed_up: With how many of them somebody got in touch since, as the event's report counts it.
        flagged: How many are in doubt, of those who are followed up for this event.
        overdue: How many of these should have been dealt with before today.
    """

    event_id: int
    event: Event
    met: int
    followed_up: int
    flagged: int
    overdue: int

    @property
    def share(self) -> str:
        """How many of them were followed up: "75 %"."""
        return percent(self.followed_up, self.met)


def standings(session: Session, *, today: date, zone: tzinfo) -> tuple[Standing, ...]:
    """Every event in short, the latest first.

    Args:
        session: Reads.
        today: In the owner's time zone.
        zone: The owner's time zone, in which a touch has its day.
    """
    events = session.scalars(select(EventRow).order_by(EventRow.date.desc(), EventRow.id)).all()
    met, touched, lines = _met(session), _last_touches(session, zone), overview(session)
    return tuple(
        Standing(
            event_id=row.id,
            event=as_event(row),
            met=len(met[row.id]),
            followed_up=sum(one in touched and touched[one] >= row.date for one in met[row.id]),
            flagged=sum(line.needs_review for line in lines if line.event_id == row.id),
            overdue=sum(
                line.status in OPEN and line.due < today for line in lines if line.event_id == row.id
            ),
        )
        for row in events
    )


def _met(session: Session) -> defaultdict[int, set[str]]:
    """The contacts of each event."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for event_id, contact in session.execute(
        select(EntryRow.event_id, EntryRow.contact_id).where(EntryRow.gone_at.is_(None))
    ):
        found[event_id].add(contact)
    return found


def _last_touches(session: Session, zone: tzinfo) -> dict[str, date]:
    """The day on which somebody got in touch with each contact last."""
    rows = session.execute(
        select(EntryRow.contact_id, func.max(TouchRow.at))
        .join(TouchRow, TouchRow.entry_id == EntryRow.id)
        .group_by(EntryRow.contact_id)
    )
    return {contact: at.astimezone(zone).date() for contact, at in rows}
