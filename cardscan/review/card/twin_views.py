"""Two cards side by side: one person, or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from cardscan.book.merging import BY_HAND, merge, set_apart
from cardscan.book.overview import overview
from cardscan.book.rows import rows_of
from cardscan.review.card.columns import SHOWN
from cardscan.review.card.saving import doing
from cardscan.review.card.sheet import cells_of, state_of
from cardscan.review.forms import Form, posted
from cardscan.review.workplace import Deed, workplace

if TYPE_CHECKING:
    from sqlalchemy.orm import Session
    from starlette.requests import Request
    from starlette.responses import Response

    from cardscan.followup.record import FollowUp


def side_by_side(request: Request) -> Response:
    """The two, with what they differ in."""
    place = workplace(request)
    with place.book.reading() as session:
        one, other = _both(request, session)
    left, right = cells_of(one), cells_of(other)
    twin = place.twins.of(one.contact_id)
    return place.pages.render(
        request,
        "twins.html.j2",
        one=request.path_params["entry_id"],
        other=request.path_params["other_id"],
        rows=(one, other),
        seen=(state_of(one), state_of(other)),
        cells=[(column, left[column], right[column]) for column in SHOWN if left[column] or right[column]],
        why=twin[0].why if twin and other.contact_id in (twin[0].one, twin[0].other) else (),
        missing=tuple(place.pictures.missing(request.path_params[key]) for key in ("entry_id", "other_id")),
    )


def decide(request: Request, form: Form) -> Response:
    """Make them one person, or say that they are two."""
    place, entry_id = workplace(request), request.path_params["entry_id"]
    other_id = request.path_params["other_id"]
    with place.book.writing() as session:
        both = _both(request, session)
        one, other = (row.contact_id for row in both)
        if one == other or form.all("seen") != tuple(map(state_of, both)):
            raise HTTPException(409, place.pages.words(request)["card"]["look_again"])
        if form.get("do") not in ("merge", "apart"):
            raise HTTPException(422, place.pages.words(request)["card"]["look_again"])
        merges = form.get("do") == "merge"
        deed = Deed(entry_id=entry_id, what="merged" if merges else "apart", others=(other_id,))
        if merges:
            doing(place, session, deed, lambda: merge(session, one, other, why=BY_HAND, at=place.clock()))
        else:
            doing(place, session, deed, lambda: set_apart(session, one, other))
        now = rows_of(session, [entry_id])[entry_id].contact_id
        to = next((line.entry_id for line in overview(session) if line.contact_id == now), entry_id)
    return RedirectResponse(f"/cards/{to}", status_code=303)


def _both(request: Request, session: Session) -> tuple[FollowUp, FollowUp]:
    ids = request.path_params["entry_id"], request.path_params["other_id"]
    found = [rows_of(session, [one]).get(one) for one in ids]
    if found[0] is None or found[1] is None:
        raise HTTPException(404, workplace(request).pages.words(request)["card"]["gone"])
    return found[0], found[1]


ROUTES = (
    Route("/cards/{entry_id}/with/{other_id}", side_by_side, methods=["GET"]),
    Route("/cards/{entry_id}/with/{other_id}", posted(decide), methods=["POST"]),
)
