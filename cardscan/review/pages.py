"""Templates become pages, in the language of whoever looks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader, StrictUndefined
from starlette.responses import HTMLResponse

from cardscan.review.texts import Texts, texts_for

if TYPE_CHECKING:
    from datetime import date

    from starlette.requests import Request


class Pages:
    """Makes pages; whatever goes into one is text, and never markup."""

    def render(self, request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page.

        Args:
            request: Says by Accept-Language in which language.
            template: Its file's name.
            status: Of HTTP.
            **values: What stands in it, beside ``t``, the words, by part and key.
        """
        language, texts = _texts(request)
        page = _environment().get_template(template)
        return HTMLResponse(
            page.render(t=texts, language=language, path=request.url.path, query=request.url.query, **values),
            status_code=status,
        )

    def words(self, request: Request) -> Texts:
        """The words in the language of whoever sent a request."""
        return _texts(request)[1]


def _texts(request: Request) -> tuple[str, Texts]:
    return texts_for(request.headers.get("accept-language", ""))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("cardscan.review"),
                PrefixLoader({"report": PackageLoader("cardscan.followup.report", "")}),
            ]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = _day
    return environment


def _day(day: date, texts: Texts) -> str:
    """A day as the page's language writes it: "Mon 23 Nov 2026"."""
    words = texts["page"]
    weekday = words["weekdays"].split()[day.weekday()]
    month = words["months"].split()[day.month - 1]
    return words["day"].format(weekday=weekday, day=day.day, month=month, year=day.year)
