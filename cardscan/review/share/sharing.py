"""All that takes photos from a phone: the folder, the reading, the page, and the server."""

from __future__ import annotations

from contextlib import closing, contextmanager
from threading import Thread
from typing import TYPE_CHECKING

import uvicorn

from cardscan.errors import UsageError
from cardscan.review.connections import LimitedConnection
from cardscan.review.guard import Guard
from cardscan.review.pages import Pages
from cardscan.review.server import open_place
from cardscan.review.share.app import UPLOAD_S, share_app
from cardscan.review.share.inbox import MAX_REQUEST_BYTES, Inbox
from cardscan.review.share.network import lan_addresses
from cardscan.review.share.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from starlette.types import ASGIApp

    from cardscan.pipeline.scan_process import Scan
    from cardscan.review.server import Place

_PATIENCE_S = 3
"""Seconds for photos that are arriving when the server is stopped."""


def place_for_phones(address: str | None = None, port: int = 0) -> Place:
    """A place that a phone in the same network reaches.

    Args:
        address: The address to serve at; None for the one that is most likely right.
        port: The port; 0 for any that is free.

    Raises:
        UsageError: This computer is in no network, or the port is taken.
    """
    address = address or next(iter(lan_addresses()), None)
    if address is None:
        raise UsageError(
            "This computer is in no network that a phone could be in too. Join one, or the phone's hotspot."
        )
    return open_place(address, port)


@contextmanager
def sharing(
    scan: Scan,
    place: Place,
    *,
    clock: Callable[[], datetime],
    tell: Callable[[str], None],
    upload_s: float = UPLOAD_S,
) -> Iterator[None]:
    """Take photos until the end of the block.

    Args:
        scan: The folder, and how what is in it is scanned.
        place: Where the phone comes; its link works once.
        clock: Gives the time, in the owner's time zone.
        tell: Told what the user of this computer must know, in a sentence; from another thread.
        upload_s: Seconds that a request may take to arrive.
    """
    with closing(Reading(scan, tell)) as reading, closing(place.listener):
        inbox = Inbox(scan.folder, clock)
        page = share_app(
            inbox=inbox,
            reading=reading,
            pages=Pages(),
            event=scan.event or scan.folder.resolve().name,
            clock=clock,
            upload_s=upload_s,
        )
        guard = Guard(page, token=place.token, hosts=(place.host,), once=True, max_body=MAX_REQUEST_BYTES)
        server = uvicorn.Server(_config(guard))
        place.listener.listen()  # phones that come now wait
        thread = Thread(target=server.run, args=([place.listener],), name="photos from a phone")
        thread.start()
        try:
            yield
        finally:
            server.should_exit = True
            thread.join()


def _config(page: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        page,
        http=LimitedConnection,
        log_config=None,
        log_level="error",  # whoever is in the network could fill the terminal with warnings
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        timeout_graceful_shutdown=_PATIENCE_S,
    )
