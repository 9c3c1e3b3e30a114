"""The server of the page: on this computer alone, until somebody stops it."""

from __future__ import annotations

import secrets
import socket
import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import uvicorn

from cardscan.errors import UsageError
from cardscan.review.connections import LimitedConnection
from cardscan.review.guard import Guard

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.types import ASGIApp

LOOPBACK = "127.0.0.1"
_PATIENCE_S = 1
"""Seconds for answers that are under way when the server is stopped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a page is served.

    Attributes:
        listener: The open socket.
        host: Its address with the port, as a browser names it.
        token: What the first link holds.
    """

    listener: socket.socket
    host: str
    token: str

    @property
    def link(self) -> str:
        """The first link."""
        return f"http://{self.host}/?token={self.token}"


def open_place(address: str = LOOPBACK, port: int = 0) -> Place:
    """A place to serve at, taken at once, so that its link is true.

    Args:
        address: Of this computer.
        port: The port; 0 for any that is free.

    Raises:
        UsageError: Another program has the port, or this user may not take it.
    """
    listener = socket.socket()
    if sys.platform != "win32":  # there, two programs could take the same port by it
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
    except OSError as exc:
        listener.close()
        raise UsageError(
            f"Nothing can be served at {address}:{port} ({exc.strerror}). Choose another with --port."
        ) from exc
    host = f"{address}:{listener.getsockname()[1]}"
    return Place(listener=listener, host=host, token=secrets.token_urlsafe(24))


def serve(app: ASGIApp, place: Place, *, on_ready: Callable[[], None]) -> None:
    """Serve a page until Ctrl-C.

    Args:
        app: The page.
        place: Where.
        on_ready: Called when browsers may come.
    """
    server = server_of(app, place)
    place.listener.listen()  # browsers that come now wait
    on_ready()
    with suppress(KeyboardInterrupt):
        server.run([place.listener])


def server_of(app: ASGIApp, place: Place) -> uvicorn.Server:
    """A server that gives a page to whoever has the link of a place.

    Args:
        app: The page.
        place: Where.
    """
    names = {place.host, place.host.replace(LOOPBACK, "localhost")}
    names |= {name.removesuffix(":80") for name in names}  # which browsers leave out
    config = uvicorn.Config(
        Guard(app, token=place.token, hosts=names),
        http=LimitedConnection,
        log_config=None,
        access_log=False,  # paths name people
        server_header=False,
        date_header=False,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=_PATIENCE_S,
    )
    return uvicorn.Server(config)
