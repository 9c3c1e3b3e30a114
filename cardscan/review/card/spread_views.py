"""A correction goes to the other cards of the same domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import RedirectResponse
from starlette.routing import Route

from cardscan.review.card.saving import MAY_SPREAD
from cardscan.review.card.spreading import spread
from cardscan.review.forms import Form, posted
from cardscan.review.workplace import workplace

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response


def send(request: Request, form: Form) -> Response:
    """Correct those who were chosen, and go back to the card."""
    if form.get("column") in MAY_SPREAD:
        spread(workplace(request), form.get("column"), form.all("entry"), value=form.texts.get("value"))
    return RedirectResponse(f"/cards/{request.path_params['entry_id']}", status_code=303)


ROUTES = (Route("/cards/{entry_id}/spread", posted(send), methods=["POST"]),)
