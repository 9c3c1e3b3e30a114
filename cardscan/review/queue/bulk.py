"""One thing done to many rows of the queue."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, cast, get_args

from cardscan.book import touching
from cardscan.book.apply.applying import take_out
from cardscan.book.corrections import correct
from cardscan.book.rows import rows_of
from cardscan.followup.planning import is_too_far
from cardscan.followup.record import Priority
from cardscan.review.card.saving import SOURCE, doing
from cardscan.review.card.sheet import state_of
from cardscan.review.workplace import Deed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.review.workplace import Workplace

DOINGS = (*get_args(Priority), "settle", "skip", "due", "remove")


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of it.

    Attributes:
        changed: How many rows were changed.
        left: What the rows are called that somebody else had changed meanwhile: they were left alone.
    """

    changed: int
    left: tuple[str, ...] = ()


def due_day(text: str, today: date) -> date | None:
    """A day to come that was typed; None where it is none."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day >= today and not is_too_far(day, today) else None


def do_to_all(place: Workplace, seen: Mapping[str, str], what: str, due: date | None) -> Done:
    """Do something to rows, as one step that can be taken back.

    Args:
        place: Where.
        seen: Entry id to the state that was shown.
        what: One of ``DOINGS``.
        due: The day, where that is what is done.
    """
    with place.book.writing() as session:
        rows = rows_of(session, seen)
        mine = {entry_id: row for entry_id, row in rows.items() if state_of(row) == seen[entry_id]}
        left = tuple(row.full_name or row.email or key for key, row in rows.items() if key not in mine)
        if mine:
            first, *others = mine
            deed = Deed(entry_id=first, what="bulk", others=tuple(others), left=left)
            if not others:
                deed = replace(deed, what="bulk_one")
            if what == "settle":
                deed = replace(deed, settles=tuple(key for key, row in mine.items() if row.needs_review))
            doing(place, session, deed, lambda: _do(place, session, mine, what, due))
    return Done(changed=len(mine), left=left)


def _do(
    place: Workplace, session: Session, rows: Mapping[str, FollowUp], what: str, due: date | None
) -> None:
    if what == "remove":
        take_out(session, rows, place.clock())
        return
    for entry_id, row in rows.items():
        if what == "settle":
            values, before = {"needs_review": False}, {"needs_review": row.needs_review}
            correct(session, entry_id, values, before=before, source=SOURCE, at=place.clock())
        elif what == "skip":
            touching.skip(session, entry_id, today=place.today)
        elif what == "due" and due:
            touching.set_due(session, entry_id, due)
        elif what in get_args(Priority):
            touching.set_priority(session, entry_id, cast("Priority", what))
