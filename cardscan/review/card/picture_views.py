"""The pictures of a card, and what is read in a part of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from cardscan.errors import PhotoError, ReaderError
from cardscan.review.workplace import workplace

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

_NO_PART = "This is no part of a card."
_EDGES = ("left", "top", "right", "bottom")


def card_picture(request: Request) -> Response:
    """The card, flat and upright."""
    return _jpeg(request, workplace(request).pictures.card)


def small_picture(request: Request) -> Response:
    """The card as a list shows it."""
    return _jpeg(request, workplace(request).pictures.small)


def whole_photo(request: Request) -> Response:
    """The photo that the card lies on."""
    return _jpeg(request, workplace(request).pictures.photo)


def box_picture(request: Request) -> Response:
    """A piece of text on the card."""
    number = request.path_params["number"]
    return _jpeg(request, lambda entry_id: workplace(request).pictures.box(entry_id, number))


async def read_part(request: Request) -> Response:
    """What is read in a part of the card, as JSON."""
    try:
        box = _box(await request.json())
    except (ValueError, OverflowError, RecursionError) as exc:  # no JSON, or too much of it
        raise HTTPException(422, _NO_PART) from exc
    try:
        text = await run_in_threadpool(workplace(request).pictures.read, request.path_params["entry_id"], box)
    except (PhotoError, ReaderError) as exc:
        raise HTTPException(404, exc.reason) from exc
    return JSONResponse({"text": text})


def _box(sent: object) -> tuple[float, float, float, float]:
    """The box that was sent, in hundredths of the card's width and height."""
    found = [sent.get(edge) for edge in _EDGES] if isinstance(sent, dict) else []
    numbers = [float(one) for one in found if isinstance(one, int | float) and math.isfinite(one)]
    if len(numbers) != len(_EDGES):
        raise HTTPException(422, _NO_PART)
    left, top, right, bottom = numbers
    return left, top, right, bottom


def _jpeg(request: Request, cut: Callable[[str], bytes]) -> Response:
    try:
        data = cut(request.path_params["entry_id"])
    except (PhotoError, ReaderError) as exc:
        raise HTTPException(404, exc.reason) from exc
    return Response(data, media_type="image/jpeg")


ROUTES = (
    Route("/cards/{entry_id}/card.jpg", card_picture),
    Route("/cards/{entry_id}/small.jpg", small_picture),
    Route("/cards/{entry_id}/photo.jpg", whole_photo),
    Route("/cards/{entry_id}/boxes/{number:int}.jpg", box_picture),
    Route("/cards/{entry_id}/read", read_part, methods=["POST"]),
)
