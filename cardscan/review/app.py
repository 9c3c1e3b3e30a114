"""The page as a whole: its parts, its files, and its errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from cardscan.errors import CardscanError
from cardscan.review.card import picture_views, spread_views, twin_views
from cardscan.review.card import views as card_views
from cardscan.review.pages import Pages
from cardscan.review.pictures import Pictures
from cardscan.review.queue import views as queue_views
from cardscan.review.reports import views as report_views
from cardscan.review.today import views as today_views
from cardscan.review.twins import Twins
from cardscan.review.workplace import Workplace, workplace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from starlette.requests import Request
    from starlette.responses import Response

    from cardscan.book.store import Book
    from cardscan.followup.settings import Settings


def workplace_of(
    book: Book, settings: Settings, clock: Callable[[], datetime], folders: Sequence[Path] = ()
) -> Workplace:
    """What the page of a book works with.

    Args:
        book: The open book.
        settings: The owner's.
        clock: Gives the time, in the owner's time zone.
        folders: Where photos are, beside the folders in which the book remembers them.
    """
    return Workplace(
        book=book,
        settings=settings,
        clock=clock,
        pages=Pages(),
        pictures=Pictures(book, folders),
        twins=Twins(book),
    )


def review_app(place: Workplace) -> Starlette:
    """The page.

    Args:
        place: What it works with.
    """
    app = Starlette(
        routes=[
            *card_views.ROUTES,
            *picture_views.ROUTES,
            *twin_views.ROUTES,
            *spread_views.ROUTES,
            *queue_views.ROUTES,
            *today_views.ROUTES,
            *report_views.ROUTES,
            Mount("/static", StaticFiles(packages=[("cardscan.review", "static")])),
        ],
        exception_handlers={HTTPException: _tell, CardscanError: _tell_ours},
    )
    app.state.workplace = place
    return app


def _tell(request: Request, error: Exception) -> Response:
    status, sentence = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    return workplace(request).pages.render(request, "error.html.j2", status=status, sentence=sentence)


def _tell_ours(request: Request, error: Exception) -> Response:
    return workplace(request).pages.render(request, "error.html.j2", status=500, sentence=str(error))
