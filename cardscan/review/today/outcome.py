"""What came of getting in touch with somebody, or that it is put off."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cardscan.book import touching
from cardscan.followup.notes.answers import touch_of
from cardscan.review.card.saving import SOURCE, doing
from cardscan.review.queue.bulk import due_day
from cardscan.review.workplace import Deed

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.review.forms import Form
    from cardscan.review.workplace import Workplace

_ANSWERED = {"done": None, "answered": True, "no-answer": False}
"""Whether they answered, by the button; None for what the note says."""

_SNOOZES = {"1": 1, "3": 3, "7": 7}
"""Days that the buttons put something off by."""


def keep_outcome(place: Workplace, session: Session, entry_id: str, form: Form) -> bool:
    """Keep what a form says of somebody, so that it can be taken back.

    Args:
        place: Where.
        session: Writes.
        entry_id: The entry that is followed up.
        form: What was sent.

    Returns:
        Whether it says anything that can be done.
    """
    do = form.get("do")
    if do in _ANSWERED:
        deed = Deed(entry_id=entry_id, what="touched")
        doing(place, session, deed, lambda: _touch(place, session, entry_id, form))
    elif do == "skip":
        deed = Deed(entry_id=entry_id, what="skipped")
        doing(place, session, deed, lambda: _put_off(place, session, entry_id, form, None))
    elif (until := _until(form, place.today)) is not None:
        deed = Deed(entry_id=entry_id, what="snoozed")
        doing(place, session, deed, lambda: _put_off(place, session, entry_id, form, until))
    else:
        return False
    return True


def _touch(place: Workplace, session: Session, entry_id: str, form: Form) -> None:
    """As ``cardscan done`` does it; a note decides what comes next."""
    touch = touch_of(
        _note(form),
        touching.the_entry(session, entry_id, place.today).step.action,
        at=place.clock(),
        languages=place.settings.owner.languages,
        answered=_ANSWERED[form.get("do")],
    )
    touching.keep_touch(session, entry_id, touch, today=place.today, settings=place.settings)


def _put_off(place: Workplace, session: Session, entry_id: str, form: Form, until: date | None) -> None:
    """Until a day, or for good; what was written beside it is not lost, and the button decides."""
    today = place.today
    if note := _note(form):
        now, settings = place.clock(), place.settings
        touching.keep_note(session, entry_id, note, source=SOURCE, today=today, now=now, settings=settings)
    if until is None:
        touching.skip(session, entry_id, today=today)
    else:
        touching.snooze(session, entry_id, until, today=today)


def _note(form: Form) -> str:
    return " ".join(form.get("note").split())


def _until(form: Form, today: date) -> date | None:
    """The day until which something is put off; None where none was chosen."""
    word, _, days = form.get("do").partition(":")
    if word != "snooze":
        return None
    if days in _SNOOZES:
        return today + timedelta(days=_SNOOZES[days])
    until = due_day(form.get("until"), today)
    return until if until and until > today else None
