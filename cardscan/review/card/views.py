"""The page of one card, and what is sent from it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse
from starlette.routing import Route

from cardscan.book.current import leading_entry
from cardscan.book.overview import overview
from cardscan.review.card.columns import SHOWN
from cardscan.review.card.saving import remove, save, undo
from cardscan.review.card.sheet import sheet_of, shown_texts
from cardscan.review.card.spreading import offers_after
from cardscan.review.forms import Form, posted
from cardscan.review.queue.filters import Filters
from cardscan.review.today.wanted import Wanted
from cardscan.review.waiting import Waiting, waiting
from cardscan.review.workplace import last_step, workplace

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from cardscan.review.card.saving import Saved
    from cardscan.review.card.sheet import Sheet
    from cardscan.review.workplace import Workplace

_DONE_IN_QUEUE, _DONE_TODAY = ("bulk", "bulk_one"), ("touched", "snoozed", "skipped")
"""What is done on other pages, and taken back there."""

_LONG = 18
"""Digits of a number that no step has."""


def next_card(request: Request) -> Response:
    """To the next card that is in doubt; where there is none, to the end."""
    place = workplace(request)
    left = _waiting(place)
    if left.ids:
        return RedirectResponse(f"/cards/{left.ids[0]}", status_code=303)
    return place.pages.render(request, "done.html.j2", waiting=left, step=last_step(place))


def card(request: Request) -> Response:
    """The page of a card; of one that is part of another one's row, that one's."""
    place, entry_id = workplace(request), request.path_params["entry_id"]
    with place.book.reading() as session:
        leads = leading_entry(session, entry_id)
    return _page(request, _sheet(request)) if leads == entry_id else _to(leads)


def send(request: Request, form: Form) -> Response:
    """What was typed, or chosen, on the page of a card."""
    place, entry_id, do = workplace(request), request.path_params["entry_id"], form.get("do")
    with place.book.reading() as session:
        leads = leading_entry(session, entry_id)
    if leads != entry_id:  # merged meanwhile: what is corrected in a part of a row is not seen
        raise HTTPException(409, place.pages.words(request)["card"]["merged_meanwhile"])
    left = _waiting(place)
    if do == "remove":
        removed = remove(place, entry_id, form.texts)
        if removed.row is not None and not removed.is_kept:
            return _page(request, _sheet(request), saved=removed)
        return _on(form, left.after(entry_id))
    sheet = _sheet(request)
    texts = {**form.texts, **_chosen(sheet, do)}
    saved = save(place, entry_id, texts, settled=do == "accept")
    if saved.row is None:
        raise HTTPException(404, place.pages.words(request)["card"]["gone"])
    if not saved.is_kept:
        return _page(request, _sheet(request), saved=saved)
    if do == "compare" and (twin := place.twins.of(saved.row.contact_id)):
        return RedirectResponse(f"/cards/{entry_id}/with/{twin[1]}", status_code=303)
    if do == "accept":
        return _on(form, left.after(entry_id))
    beside = {"previous": left.before(entry_id), "next": left.after(entry_id)}
    return _to(beside.get(do, entry_id), form.texts.get("then"))


def take_back(request: Request, form: Form) -> Response:
    """Undo what was done last, and show it."""
    place = workplace(request)
    number = form.get("step")
    is_number = number.isascii() and number.isdecimal() and len(number) < _LONG
    step, is_undone = undo(place, int(number) if is_number else None)
    if not is_undone:
        raise HTTPException(409, place.pages.words(request)["card"]["undo_refused"])
    what, shown = step.deed.what if step else "", form.texts.get("shown")
    if what in _DONE_TODAY:
        wanted = Wanted.from_query(dict(parse_qsl(shown)))
        return RedirectResponse(wanted.address, status_code=303)
    if what in _DONE_IN_QUEUE:
        return _to_list(shown)
    return _to(step.deed.entry_id if step else None, form.texts.get("then"))


def _page(request: Request, sheet: Sheet, *, saved: Saved | None = None) -> Response:
    place = workplace(request)
    place.done.show(sheet.seen, shown_texts(sheet.row))
    left = _waiting(place)
    return place.pages.render(
        request,
        "card.html.j2",
        status=200 if saved is None else 409 if saved.is_stale else 422,
        sheet=sheet,
        texts=saved.mine if saved else {},
        saved=saved,
        waiting=left,
        missing=place.pictures.missing(sheet.entry_id),
        twin=place.twins.of(sheet.row.contact_id),
        step=last_step(place),
        offers=offers_after(place),
        then=request.query_params.get("then") if saved is None else saved.mine.get("then"),
        previous=left.before(sheet.entry_id),
        following=left.after(sheet.entry_id),
        today=place.today,
    )


def _sheet(request: Request) -> Sheet:
    place = workplace(request)
    with place.book.reading() as session:
        sheet = sheet_of(session, request.path_params["entry_id"])
    if sheet is None:
        raise HTTPException(404, place.pages.words(request)["card"]["gone"])
    return sheet


def _waiting(place: Workplace) -> Waiting:
    with place.book.reading() as session:
        return waiting(overview(session), place.done.settled)


def _chosen(sheet: Sheet, do: str) -> dict[str, str]:
    """A reading that was chosen by a button: "choose:email:0"."""
    word, _, rest = do.partition(":")
    column, _, number = rest.partition(":")
    if word != "choose" or column not in SHOWN:
        return {}
    choices = next(field.choices for field in sheet.fields if field.column == column)
    return next(({column: text} for at, text in enumerate(choices) if number == str(at)), {})


def _on(form: Form, following: str | None) -> Response:
    """Back to the list that somebody came from, else to the next card."""
    then = form.texts.get("then")
    return _to(following) if then is None else _to_list(then)


def _to_list(query: str | None) -> Response:
    """To the queue as it was shown; of what a form says only what the page knows counts."""
    filters = Filters.from_query(dict(parse_qsl(query)))
    return RedirectResponse(f"/queue?{filters.as_query()}", status_code=303)


def _to(entry_id: str | None, then: str | None = None) -> Response:
    """To a card, or to the next one; with the list that somebody came from, if they did."""
    said = "" if then is None or not entry_id else f"?{urlencode({'then': then})}"
    return RedirectResponse(f"/cards/{entry_id}{said}" if entry_id else "/", status_code=303)


ROUTES = (
    Route("/", next_card),
    Route("/cards/{entry_id}", card, methods=["GET"]),
    Route("/cards/{entry_id}", posted(send), methods=["POST"]),
    Route("/undo", posted(take_back), methods=["POST"]),
)
