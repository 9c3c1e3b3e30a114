"""What a phone has sent, and what it is told of it: its own photos, and nothing else."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from cardscan.review.share.inbox import Received
    from cardscan.review.share.reading import Reached, Reading

MOST_SHOWN = 100
"""Photos on the page, the latest ones: a phone asks for all of them every other second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A photo as the phone sees it.

    Attributes:
        number: Its place among those that were sent, from 1.
        label: What it is called.
        state: How far it is, in one word.
        text: The same as a sentence, with the name of whoever is on it.
    """

    number: int
    label: str
    state: str
    text: str


class Sent:
    """The photos that were sent since the page was started.

    Args:
        reading: Knows how far they are.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._all: deque[tuple[int, datetime, Received]] = deque(maxlen=MOST_SHOWN)
        self._count = 0
        self._lock = Lock()

    def add(self, received: Received, at: datetime) -> None:
        """Note a photo, and have it read where it was taken.

        Args:
            received: What became of it.
            at: Now.
        """
        if received.name:
            self._reading.add(received.name)
        with self._lock:
            self._count += 1
            self._all.append((self._count, at, received))

    def shown(self, words: Mapping[str, str]) -> tuple[Shown, ...]:
        """The photos, the latest first.

        Args:
            words: The page's words in the phone's language.
        """
        with self._lock:
            photos = tuple(reversed(self._all))
        return tuple(self._show(*photo, words) for photo in photos)

    def _show(self, number: int, at: datetime, received: Received, words: Mapping[str, str]) -> Shown:
        if received.refused:
            state, text = "refused", words[received.refused]
        else:
            reached = self._reading.reached(received.name)
            state, text = reached.state, _sentence(reached, words)
        label = words["photo"].format(number=number, time=f"{at:%H:%M}")
        return Shown(number=number, label=label, state=state, text=text)


def _sentence(reached: Reached, words: Mapping[str, str]) -> str:
    if reached.trouble or reached.why:
        return words["failed"].format(why=words[reached.trouble] if reached.trouble else reached.why)
    named = ", ".join(filter(None, reached.names))
    if reached.state == "read" and named:
        return words["flagged" if reached.is_flagged else "named"].format(names=named)
    return words[reached.state]
