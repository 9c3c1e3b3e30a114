"""Who may use the page: whoever got its address from this program, from a page of its own."""

from __future__ import annotations

import hmac
import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, RedirectResponse

if TYPE_CHECKING:
    from collections.abc import Collection

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MAX_BODY = 1_000_000
"""Bytes of a form: a hundred fields of ten thousand characters."""

_SAFE_METHODS = ("GET", "HEAD")
_LONGEST_PATH = 500
_POLICY = (
    "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With "no-referrer", browsers send forms with "Origin: null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Guard:
    """Lets requests through that are the user's own.

    A page on the web can send requests here, and give a name of its own the address of this
    computer; neither knows the token, and each says where it comes from.  The cookie that a
    browser gets is not the link's token: whoever saw the link cannot make a cookie of it.

    Args:
        app: What is guarded.
        token: What the first link holds.
        hosts: The names by which this server may be asked for, with its port.
        once: Whether the first link works only once.
        max_body: Bytes that a request may send.

    Source:
        OWASP, "Cross-Site Request Forgery Prevention"; Fetch Metadata Request Headers (W3C).
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        token: str,
        hosts: Collection[str],
        once: bool = False,
        max_body: int = MAX_BODY,
    ) -> None:
        self._app = app
        self._token = token
        self._pass = secrets.token_urlsafe(24)
        self._hosts = frozenset(hosts)
        self._once = once
        self._is_used = False
        self._max_body = max_body

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or let it through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        left = self._max_body

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        async def receive_some() -> Message:
            nonlocal left
            message = await receive()
            left -= len(message.get("body", b""))
            if left < 0:
                raise HTTPException(413, "That is more than can be taken at a time.")
            return message

        await self._answer(scope)(scope, receive_some, send_guarded)

    def _answer(self, scope: Scope) -> ASGIApp:
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if host not in self._hosts:
            return PlainTextResponse("This is not the address of this page.", status_code=421)
        given = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
        is_known = _is_same(_cookie(headers.get("cookie", ""), self._cookie_of(host)), self._pass)
        has_link = scope["method"] == "GET" and _is_same(given, self._token)
        if has_link and (is_known or self._may_enter()):
            return self._welcome(scope, host)
        if not is_known:
            return PlainTextResponse(
                "This page is not yours yet: open the link that cardscan review printed."
                " A link for a phone works once; start the command again for another.",
                status_code=403,
            )
        if scope["method"] not in _SAFE_METHODS and not _is_own(headers, host):
            return PlainTextResponse("This was sent from another page.", status_code=403)
        # No id holds a NUL, which PostgreSQL refuses, or more digits than Python makes a number of.
        if "\0" in scope["path"] or len(scope["path"]) > _LONGEST_PATH:
            return PlainTextResponse("There is no such page.", status_code=404)
        return self._app

    def _may_enter(self) -> bool:
        if self._once and self._is_used:
            return False
        self._is_used = True
        return True

    def _welcome(self, scope: Scope, host: str) -> RedirectResponse:
        """To the same page without the token, which shall not stand in the browser's history."""
        here = "/" + scope["path"].lstrip("/")  # two of them would begin the name of another host
        answer = RedirectResponse(here, status_code=303)
        answer.set_cookie(self._cookie_of(host), self._pass, httponly=True, samesite="strict", path="/")
        return answer

    @staticmethod
    def _cookie_of(host: str) -> str:
        """Browsers tell cookies apart by name and not by port: two servers have two."""
        return f"cardscan-{host.rpartition(':')[2]}"


def _is_same(text: str, secret: str) -> bool:
    return hmac.compare_digest(text.encode(), secret.encode())


def _cookie(header: str, name: str) -> str:
    try:
        found = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _is_own(headers: Headers, host: str) -> bool:
    """Whether a change was sent by a page of this server: both headers are the browser's to set."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin is None and site is None:
        return False
    return origin in (None, f"http://{host}") and site in (None, "same-origin")
