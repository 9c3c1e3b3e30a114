"""The page that a phone sees: it sends photos, is told what became of them, and gets nothing else."""

from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from cardscan.review.share.form import received
from cardscan.review.share.inbox import MAX_FILE_BYTES, MAX_FILES_A_REQUEST, MAX_REQUEST_BYTES, Received
from cardscan.review.share.sent import Sent

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from starlette.requests import Request

    from cardscan.review.pages import Pages
    from cardscan.review.share.inbox import Inbox
    from cardscan.review.share.reading import Reading

UPLOAD_S = 300
"""Seconds that a request may take to arrive: twenty photos over a weak network."""

_AT_A_TIME = 2
"""Requests that may lie in the temporary folder together; the others wait, unread."""

_STATIC = {
    "upload.css": "text/css; charset=utf-8",
    "upload.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_FIELD = "photo"
_SENTENCES = {400: "not_understood", 408: "too_slow", 413: "too_much"}
"""HTTP status to the key of the page's words that tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counter:
    """Where photos are handed in.

    Attributes:
        inbox: Takes them.
        sent: Knows what became of them.
        pages: Makes pages.
        event: What the page is called.
        clock: Gives the time.
        upload_s: Seconds that a request may take to arrive.
        turns: Taken by requests that arrive.
    """

    inbox: Inbox
    sent: Sent
    pages: Pages
    event: str
    clock: Callable[[], datetime]
    upload_s: float
    turns: asyncio.Semaphore


def share_app(  # noqa: PLR0913 - each is one thing the page works with
    *,
    inbox: Inbox,
    reading: Reading,
    pages: Pages,
    event: str,
    clock: Callable[[], datetime],
    upload_s: float,
) -> Starlette:
    """The page, without its guard.

    Args:
        inbox: Takes the photos.
        reading: Has them read.
        pages: Makes pages.
        event: The event's name, the heading of the page; empty where it has none yet.
        clock: Gives the time, in the owner's time zone.
        upload_s: Seconds that a request may take to arrive.
    """
    app = Starlette(
        routes=[
            Route("/", _page),
            Route("/photos", _take, methods=["POST"]),
            Route("/state", _state),
            Route("/static/{name}", _static),
        ],
        exception_handlers={HTTPException: _refuse, ClientDisconnect: _gone},
    )
    app.state.counter = _Counter(
        inbox=inbox,
        sent=Sent(reading),
        pages=pages,
        event=event,
        clock=clock,
        upload_s=upload_s,
        turns=asyncio.Semaphore(_AT_A_TIME),
    )
    return app


def _counter(request: Request) -> _Counter:
    return cast("_Counter", request.app.state.counter)


async def _page(request: Request) -> Response:
    return _shown(request)


async def _state(request: Request) -> Response:
    return _told(request)


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _STATIC:
        raise HTTPException(404)
    data = (files("cardscan.review") / "static" / name).read_bytes()
    return Response(data, headers={"Content-Type": _STATIC[name]})


async def _take(request: Request) -> Response:
    counter = _counter(request)
    if _promised(request) > MAX_REQUEST_BYTES:
        raise HTTPException(413)
    if refused := await run_in_threadpool(counter.inbox.obstacle):
        counter.sent.add(Received(refused=refused), counter.clock())
        raise HTTPException(507, refused)
    async with counter.turns, received(request, counter.upload_s) as form:
        parts = form.getlist(_FIELD)
        if not parts:
            raise HTTPException(400)
        for part in parts:
            # A field of files in which none is chosen is sent as one without a name.
            if isinstance(part, UploadFile) and (part.filename or part.size):
                taken = await run_in_threadpool(counter.inbox.take, part.file)
                counter.sent.add(taken, counter.clock())
    return _told(request) if _wants_json(request) else RedirectResponse("/", status_code=303)


def _promised(request: Request) -> int:
    """The bytes that a request says it has; the guard counts those that come."""
    try:
        return int(request.headers.get("content-length", "0"))
    except ValueError:
        return 0


def _wants_json(request: Request) -> bool:
    return "application/json" in request.headers.get("accept", "")


def _shown(request: Request, told: str = "", status: int = 200) -> Response:
    counter = _counter(request)
    words = counter.pages.words(request)["upload"]
    return counter.pages.render(
        request,
        "upload.html.j2",
        status=status,
        event=counter.event,
        photos=counter.sent.shown(words),
        told=told,
        field=_FIELD,
        max_bytes=MAX_FILE_BYTES,
    )


def _told(request: Request, told: str = "", status: int = 200) -> Response:
    counter = _counter(request)
    shown = counter.sent.shown(counter.pages.words(request)["upload"])
    return JSONResponse({"told": told, "photos": [asdict(one) for one in shown]}, status_code=status)


async def _refuse(request: Request, error: Exception) -> Response:
    status, detail = (error.status_code, error.detail) if isinstance(error, HTTPException) else (500, "")
    words = _counter(request).pages.words(request)["upload"]
    key = detail if status == 507 else _SENTENCES.get(status, "not_there")  # noqa: PLR2004 - of HTTP
    told = words[key].format(files=MAX_FILES_A_REQUEST)
    answer = (_told if _wants_json(request) else _shown)(request, told, status)
    if request.method == "POST":
        answer.headers["Connection"] = "close"  # what is still to come is not listened to
    return answer


async def _gone(_: Request, error: Exception) -> Response:  # noqa: ARG001 - Starlette gives both
    """Whoever sent this does not listen any more."""
    return Response(status_code=400)
