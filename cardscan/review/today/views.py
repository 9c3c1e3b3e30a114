"""The page of the day, and what is sent from it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from cardscan.book.agenda import entries
from cardscan.book.overview import overview
from cardscan.book.rows import rows_of
from cardscan.book.tables import EventRow
from cardscan.review.card.sheet import state_of
from cardscan.review.forms import Form, posted
from cardscan.review.today.outcome import keep_outcome
from cardscan.review.today.people import caller
from cardscan.review.today.wanted import Wanted
from cardscan.review.workplace import last_step, workplace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from cardscan.followup.due import DueEntry
    from cardscan.review.workplace import Workplace

MOST = 50
"""People on the page; those who are done make room for others."""

_WEEK = 7
_FOLLOWED = ("touched", "snoozed")
"""What leads to a next step, which is told."""


def today(request: Request) -> Response:
    """Whom to get in touch with: those overdue first."""
    place, wanted = workplace(request), Wanted.from_query(request.query_params)
    until = place.today + timedelta(days=wanted.ahead)
    with place.book.reading() as session:
        event = session.get(EventRow, wanted.event) if wanted.event else None
        if wanted.event and event is None:
            raise HTTPException(404, place.pages.words(request)["reports"]["no_event"])
        lines = wanted.to_do(overview(session))
        due = [line for line in lines if line.due <= until]
        people = entries(session, [line.entry_id for line in due[:MOST]], today=place.today)
        following = _following(place, session)
    return place.pages.render(
        request,
        "today.html.j2",
        people=[caller(one, place) for one in people],
        states={one.entry_id: state_of(one.entry) for one in people},
        count=len(due),
        most=MOST,
        overdue=sum(line.due < place.today for line in due),
        coming=lines[0] if lines and not due else None,
        event=event,
        wanted=wanted,
        week=Wanted(event=wanted.event, ahead=0 if wanted.ahead else _WEEK),
        following=following,
        today=place.today,
        tomorrow=place.today + timedelta(days=1),
        step=last_step(place),
    )


def send(request: Request, form: Form) -> Response:
    """What came of it, or that it is put off."""
    place, entry_id = workplace(request), request.path_params["entry_id"]
    words = place.pages.words(request)["today"]
    with place.book.writing() as session:
        row = rows_of(session, [entry_id]).get(entry_id)
        if row is None or state_of(row) != form.get("seen"):
            raise HTTPException(409, _with_note(words["changed_meanwhile"], words, form))
        if not keep_outcome(place, session, entry_id, form):
            why = words["no_day" if form.get("do") == "snooze" else "not_chosen"]
            raise HTTPException(422, _with_note(why, words, form))
    return RedirectResponse(Wanted.from_query(request.query_params).address, status_code=303)


def _with_note(sentence: str, words: Mapping[str, str], form: Form) -> str:
    """Nothing that somebody wrote is lost with an answer that says no."""
    wrote = words["you_wrote"].format(note=form.get("note"))
    return f"{sentence} {wrote}" if form.get("note") else sentence


def _following(place: Workplace, session: Session) -> DueEntry | None:
    """Whoever was dealt with last, with what comes next; None where that is not told."""
    step = last_step(place)
    if step is None or step.deed.what not in _FOLLOWED:
        return None
    return next(iter(entries(session, [step.deed.entry_id], today=place.today)), None)


ROUTES = (
    Route("/today", today),
    Route("/today/{entry_id}", posted(send), methods=["POST"]),
)
