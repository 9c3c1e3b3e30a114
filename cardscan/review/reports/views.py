"""The list of events, and the report of one."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Route

from cardscan.book.events import as_event
from cardscan.book.history import people_of_event
from cardscan.book.tables import EventRow
from cardscan.followup.owner_file import zone
from cardscan.followup.planning import working_days
from cardscan.followup.report import event_figures
from cardscan.followup.report.page import shown
from cardscan.review.queue.filters import LARGEST
from cardscan.review.reports.standings import standings
from cardscan.review.workplace import workplace

if TYPE_CHECKING:
    from starlette.requests import Request

_STYLE = files("cardscan.followup.report") / "figures.css"


def reports(request: Request) -> Response:
    """Every event, the latest first, with how far it is."""
    place = workplace(request)
    owners_zone = zone(place.settings.owner)
    with place.book.reading() as session:
        events = standings(session, today=place.today, zone=owners_zone)
    return place.pages.render(request, "reports.html.j2", events=events)


def report(request: Request) -> Response:
    """What became of an event, with its plots."""
    place = workplace(request)
    with place.book.reading() as session:
        number = request.path_params["event_id"]
        row = session.get(EventRow, number) if number <= LARGEST else None
        if row is None:
            raise HTTPException(404, place.pages.words(request)["reports"]["no_event"])
        about, people = as_event(row), people_of_event(session, row, today=place.today)
    days = working_days(about, place.settings)
    owner_zone = zone(place.settings.owner)
    figures = event_figures(about, people, today=place.today, zone=owner_zone, after=days.after)
    return place.pages.render(request, "report_page.html.j2", event_id=number, **shown(figures, people))


def style(request: Request) -> Response:  # noqa: ARG001 - there is one
    """How plots and tables look."""
    return Response(_STYLE.read_bytes(), media_type="text/css")


ROUTES = (
    Route("/reports", reports),
    Route("/reports/figures.css", style),
    Route("/reports/{event_id:int}", report),
)
