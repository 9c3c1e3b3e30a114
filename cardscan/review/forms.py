"""Forms that are sent to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request
    from starlette.responses import Response

_MOST_FIELDS = 5_000
"""A bulk edit names everybody on its page."""


class Form:
    """What stands in a form; files are never taken.

    Args:
        pairs: Name and text of each field, in their order.
    """

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs
        self.texts = dict(pairs)

    def get(self, name: str) -> str:
        """The text of a field; empty where it is not there."""
        return self.texts.get(name, "")

    def all(self, name: str) -> tuple[str, ...]:
        """The texts of all fields of one name."""
        return tuple(text for key, text in self._pairs if key == name)


def posted(answer: Callable[[Request, Form], Response]) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that reads the form and answers in a thread, as the book does not wait for others.

    Args:
        answer: Takes the request and its form.
    """

    async def endpoint(request: Request) -> Response:
        async with request.form(max_files=0, max_fields=_MOST_FIELDS) as form:
            texts = [(name, text) for name, text in form.multi_items() if isinstance(text, str)]
        pairs = [(_clean(name), _clean(text)) for name, text in texts]
        return await run_in_threadpool(answer, request, Form(pairs))

    return endpoint


def _clean(text: str) -> str:
    """Without what nobody types, and PostgreSQL does not take."""
    return text.replace("\0", "")
