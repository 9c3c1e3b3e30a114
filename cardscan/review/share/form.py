"""A form with photos, on its way from a phone."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser

from cardscan.review.share.inbox import MAX_FILES_A_REQUEST

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from starlette.datastructures import FormData
    from starlette.requests import Request


@asynccontextmanager
async def received(request: Request, limit_s: float) -> AsyncIterator[FormData]:
    """What is sent; it lies in temporary files without a name until the block's end.

    Args:
        request: The request, whose guard counts its bytes.
        limit_s: Seconds that it may take to arrive.

    Raises:
        HTTPException: It is no form with files, has too many, breaks off or is too slow, or
            there is no room for it.
    """
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise HTTPException(400)  # other forms would be held in memory
    try:
        async with asyncio.timeout(limit_s):
            form = await _WholeForm(request).parse()
    except MultiPartException as exc:
        raise HTTPException(400) from exc
    except TimeoutError as exc:
        raise HTTPException(408) from exc
    except OSError as exc:  # the temporary folder is full
        raise HTTPException(507, "disk_full") from exc
    try:
        yield form
    finally:
        await form.close()


class _WholeForm(MultiPartParser):
    """Starlette's parser, which leaves the file open with which a form breaks off, without that.

    It closes its files where the stream of the body fails.
    """

    def __init__(self, request: Request) -> None:
        pieces = self._to_the_end(request.stream())
        super().__init__(request.headers, pieces, max_files=MAX_FILES_A_REQUEST, max_fields=1)
        self._has_ended = False

    def on_end(self) -> None:
        """Note the mark at the form's end."""
        self._has_ended = True

    async def _to_the_end(self, body: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        async for piece in body:
            yield piece
        if not self._has_ended:
            raise MultiPartException("The form breaks off.")
