"""Ctrl-C and a stop by the system end a watch in the same way, once."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cardscan.errors import StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def stopping(sentence: Callable[[], str]) -> Iterator[None]:
    """Make a stop an error, whichever way it is asked for; a second one changes nothing any more.

    Args:
        sentence: Gives what to tell then.

    Raises:
        StoppedError: Somebody has stopped it.
    """
    asked = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, _stop) for number in asked}
    try:
        yield
    except KeyboardInterrupt as exc:
        raise StoppedError(sentence()) from exc
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(*_: object) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
