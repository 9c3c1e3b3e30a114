"""A connection that has to say something: those that do not would use up what a process may open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio

MOST_CONNECTIONS = 100
"""At one time.  A browser opens six; systems let a process open 256 files or more."""

QUIET_S = 10.0
"""Seconds until a connection must have sent the headers of a request, or of its next one."""


class LimitedConnection(H11Protocol):
    """One of a limited number of connections, closed where no request comes."""

    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Somebody has come."""
        super().connection_made(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.abort()
        else:
            self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        if self._timer:
            self._timer.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """They have their answer, and may ask again."""
        super().on_response_complete()
        self._await_request()

    def _await_request(self) -> None:
        if self._timer:
            self._timer.cancel()
        self._timer = self.loop.call_later(QUIET_S, self._hang_up_if_quiet)

    def _hang_up_if_quiet(self) -> None:
        if self.cycle is None or self.cycle.response_complete:
            self.transport.abort()
