"""Speaks with the servers of address books and calendars: WebDAV, as CardDAV and CalDAV use it."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import urljoin, urlsplit

import requests
from requests.adapters import HTTPAdapter
from requests.auth import HTTPBasicAuth
from urllib3.util import Retry

from cardscan.errors import ServerError
from cardscan.export.push.address import check_safe
from cardscan.export.push.multistatus import DAV, propfind, resources
from cardscan.parse.validators.domain import check_domain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from urllib3.response import BaseHTTPResponse

    from cardscan.export.push.address import Address
    from cardscan.export.push.multistatus import Resource

_TIMEOUT = (10, 60)
"""Seconds: to connect, and between two parts of an answer."""

_TRIES = 4
_LONGEST_WAIT_S = 30
_PASSING = (429, 500, 502, 503, 504)
"""Statuses that another try may not meet."""

_MOST_REDIRECTS = 5
_LARGEST_ANSWER = 100_000_000
_REFUSED = {
    401: "It does not take the user or the password. The password comes from CARDSCAN_PASSWORD, or from "
    "your keyring; many servers want one that is for programs.",
    403: "It does not allow this. Is the address book or calendar yours to write in?",
    404: "There is nothing at this address.",
    507: "It has no room left.",
}


class RefusedError(Exception):
    """The server answered, and not as was wished.

    Attributes:
        status: Of its answer.
    """

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)

    def __str__(self) -> str:
        phrase = HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else ""
        return f"it answered {self.status} {phrase}".strip()


class _Retry(Retry):
    """Tries again, and never waits for longer than somebody at a terminal would."""

    def get_retry_after(self, response: BaseHTTPResponse) -> float | None:
        """What the server asks for, as far as it is bearable."""
        asked = super().get_retry_after(response)
        return None if asked is None else min(asked, _LONGEST_WAIT_S)


class _Answer(NamedTuple):
    status: int
    headers: Mapping[str, str]
    content: bytes


class Dav:
    """A connection to a server of address books and calendars.

    Requests are sent again, after a wait, where the connection broke or the server was busy.
    What is put there names the state that it replaces, so that a request which was carried
    out and is sent again changes nothing.

    Attributes:
        address: Where the server is.
    """

    def __init__(self, address: Address, *, wait: float = 0.5) -> None:
        check_safe(address)
        self.address = address
        self._session = requests.Session()
        # What goes to this computer goes through no proxy: it may be in the open.
        self._proxies = {"no_proxy": address.host} if address.is_here else {}
        self._session.auth = _signing(address)
        retry = _Retry(
            total=_TRIES,
            backoff_factor=wait,
            status_forcelist=_PASSING,
            allowed_methods=None,
            raise_on_status=False,
            redirect=False,
        )
        for scheme in ("https://", "http://"):
            self._session.mount(scheme, HTTPAdapter(max_retries=retry))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._session.close()

    def properties(self, url: str, names: Iterable[str], *, depth: int = 0) -> list[Resource]:
        """What the server tells of a place, and of what is in it.

        Args:
            url: The place.
            names: Of the properties, in Clark notation.
            depth: 0 for the place alone, 1 for what is in it too.

        Raises:
            ServerError: It cannot be reached, or answers what is no answer.
            RefusedError: It refuses.

        Source:
            RFC 4918, section 9.1.
        """
        request = propfind(names)
        headers = {"Depth": str(depth), "Content-Type": "application/xml; charset=utf-8"}
        for _ in range(_MOST_REDIRECTS):
            answer = self._ask("PROPFIND", url, request, headers)
            if "Location" not in answer.headers:
                return resources(url, answer.content)
            url = urljoin(url, answer.headers["Location"])
        raise ServerError(url, "It sends from one address to the next without an end.")

    def read(self, url: str) -> tuple[bytes, str]:
        """What is at a place, and the server's name for its state."""
        answer = self._ask("GET", url)
        return answer.content, answer.headers.get("ETag", "")

    def put(self, url: str, data: bytes, content_type: str, *, replaces: str | None) -> str:
        """Put something at a place.

        Args:
            url: The place.
            data: What.
            content_type: Its media type.
            replaces: The state that it replaces; None for a place where nothing is.

        Returns:
            The server's name for the new state.

        Raises:
            ServerError: It cannot be reached.
            RefusedError: It refuses; with 412 something else is there by now.

        Source:
            RFC 9110, section 13.1; RFC 6352, section 6.3.2; RFC 4791, section 5.3.2.
        """
        condition = {"If-None-Match": "*"} if replaces is None else {"If-Match": replaces}
        answer = self._ask("PUT", url, data, {"Content-Type": content_type, **condition})
        return answer.headers.get("ETag") or self._state_of(url)

    def _state_of(self, url: str) -> str:
        """The name of a state that the server did not tell: it may keep things in a form of its own."""
        found = self.properties(url, [f"{DAV}getetag"])
        return found[0].text(f"{DAV}getetag") if found else ""

    def _ask(
        self, method: str, url: str, data: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> _Answer:
        self._check_whose(url)
        try:
            with self._session.request(
                method,
                url,
                data=data,
                headers=headers,
                timeout=_TIMEOUT,
                allow_redirects=False,
                stream=True,
                proxies=self._proxies,
            ) as response:
                answer = _Answer(response.status_code, response.headers, _content(response, url))
        except requests.exceptions.SSLError as exc:
            if "CERTIFICATE_VERIFY_FAILED" not in str(exc):
                raise ServerError(url, "It does not speak https at this address.") from exc
            raise ServerError(
                url,
                "This computer does not trust its certificate, so nothing was sent. For a certificate "
                "of your own, name its file in REQUESTS_CA_BUNDLE.",
            ) from exc
        except requests.RequestException as exc:
            raise ServerError(url, f"It cannot be reached, or broke off ({_short(exc)}). Try again.") from exc
        is_elsewhere = answer.status >= HTTPStatus.MULTIPLE_CHOICES and method != "PROPFIND"
        if answer.status >= HTTPStatus.BAD_REQUEST or is_elsewhere:
            raise RefusedError(answer.status)
        return answer

    def _check_whose(self, url: str) -> None:
        """Make sure that a place which the server named is its own, as the password goes there."""
        here, there = urlsplit(self.address.url), urlsplit(url)
        downgraded = here.scheme == "https" and there.scheme != "https"
        if downgraded or _site(there.hostname or "") != _site(here.hostname or ""):
            raise ServerError(
                self.address.url, f"It sends on to {url}. If that is right, type that address yourself."
            )


def refusal(address: Address, exc: RefusedError, place: str = "") -> ServerError:
    """What a refusal means, and what to do."""
    if exc.status == HTTPStatus.UNAUTHORIZED and not address.user:
        told = "It wants to know who you are: type your name in the address, like https://ada@dav.example/"
    else:
        told = _REFUSED.get(exc.status, f"It refuses: {exc}.")
    return ServerError(place or address.url, told)


def _content(response: requests.Response, url: str) -> bytes:
    content = bytearray()
    for part in response.iter_content(65_536):
        content += part
        if len(content) > _LARGEST_ANSWER:
            raise ServerError(url, "Its answer has no end.")
    return bytes(content)


def _signing(address: Address) -> Callable[[requests.PreparedRequest], requests.PreparedRequest]:
    """What puts the password into requests; without any, requests would look for one in ``.netrc``."""
    if not address.user:
        return lambda request: request
    return HTTPBasicAuth(address.user.encode(), address.password.encode())


def _site(host: str) -> str:
    domain = check_domain(host)
    return domain.registered if domain else host


def _short(exc: BaseException) -> str:
    """The innermost reason: each library wraps that of the next."""
    for inner in (getattr(exc, "reason", None), *exc.args):
        if isinstance(inner, BaseException):
            return _short(inner)
    return str(exc).rpartition(": ")[2] or type(exc).__name__
