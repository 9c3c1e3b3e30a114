"""The page of the queue, what is sent from it, and the queue as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from cardscan.book.overview import overview
from cardscan.book.rows import everybodys_rows, rows_of
from cardscan.book.sheets import remember_queue
from cardscan.book.tables import EventRow
from cardscan.export.queue_csv import queue_bytes
from cardscan.review.card.sheet import state_of
from cardscan.review.forms import Form, posted
from cardscan.review.queue.bulk import DOINGS, do_to_all, due_day
from cardscan.review.queue.filters import PAGE, SHOWS, Filters, chosen
from cardscan.review.workplace import last_step, workplace

if TYPE_CHECKING:
    from starlette.requests import Request

_FILE = Path("queue.csv saved from the review page")
"""What the book calls the file, which browsers save wherever they like: it is known by its rows.

Never the name of a file that may be there: that one would then be compared with what this one shows.
"""


def queue(request: Request) -> Response:
    """A page of the queue."""
    place = workplace(request)
    filters = Filters.from_query(request.query_params)
    with place.book.reading() as session:
        lines = overview(session)
        found = chosen(lines, filters, today=place.today)
        pages = max(1, -(-len(found) // PAGE))
        page = min(filters.page, pages)
        rows = rows_of(session, [line.entry_id for line in found[PAGE * (page - 1) : PAGE * page]])
    return place.pages.render(
        request,
        "queue.html.j2",
        filters=filters,
        events=dict.fromkeys((line.event_id, line.event, line.event_date) for line in lines),
        shows=SHOWS,
        doings=DOINGS,
        rows=[(entry_id, row, state_of(row)) for entry_id, row in rows.items()],
        page=page,
        pages=pages,
        count=len(found),
        everybody=len(lines),
        today=place.today,
        step=last_step(place),
    )


def send(request: Request, form: Form) -> Response:
    """Do what was chosen to the rows that were chosen."""
    place, what = workplace(request), form.get("do")
    filters = Filters.from_query(request.query_params)
    seen = dict(one.split(":", 1) for one in form.all("entry") if ":" in one)
    due = due_day(form.get("due"), place.today)
    if what not in DOINGS or (what == "due" and due is None):
        raise HTTPException(422, place.pages.words(request)["queue"]["not_understood"])
    words = place.pages.words(request)["queue"]
    if not seen:
        raise HTTPException(422, words["nothing_ticked"])
    done = do_to_all(place, seen, what, due)
    if not done.changed:
        sentence = words["left_alone"] if done.left else words["gone_meanwhile"]
        raise HTTPException(409, sentence.format(who="; ".join(done.left)))
    return RedirectResponse(f"/queue?{filters.as_query()}", status_code=303)


def queue_file(request: Request) -> Response:
    """The queue as CSV, as it is now; it can be edited and taken back by ``cardscan apply``."""
    place = workplace(request)
    if request.headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        raise HTTPException(403, place.pages.words(request)["queue"]["from_elsewhere"])
    number = Filters.from_query(request.query_params).event
    with place.book.writing() as session:
        event = session.get(EventRow, number) if number else None
        if number and event is None:
            raise HTTPException(404, place.pages.words(request)["reports"]["no_event"])
        rows = tuple(everybodys_rows(session, event))
        if request.method == "GET":
            remember_queue(session, _FILE, rows, at=place.clock())
    kind = 'attachment; filename="queue.csv"'
    return Response(queue_bytes(rows), media_type="text/csv", headers={"Content-Disposition": kind})


ROUTES = (
    Route("/queue", queue, methods=["GET"]),
    Route("/queue", posted(send), methods=["POST"]),
    Route("/queue.csv", queue_file),
)
