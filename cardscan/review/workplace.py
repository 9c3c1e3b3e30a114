"""What the page works with: the book, the owner's settings, the time, and what was done here."""

from __future__ import annotations

from collections import OrderedDict, deque
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from itertools import count
from threading import Lock
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime

    from starlette.requests import Request

    from cardscan.book.store import Book
    from cardscan.book.undo import Before
    from cardscan.followup.settings import Settings
    from cardscan.review.pages import Pages
    from cardscan.review.pictures import Pictures
    from cardscan.review.twins import Twins

_MOST_STEPS = 200
"""Steps that can be taken back."""

_MOST_SEEN = 2_000
"""States of contacts that somebody may have before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that is done on the page, and can be taken back.

    Attributes:
        entry_id: The entry that it is about.
        what: What it is, as a key of the page's words.
        others: Further entries that it is about.
        settles: Entries that need no look any more after it.
        corrected: Columns whose correction may suit other cards, each with what stood there.
        odd: Sentences about what is kept although it is odd.
        left: What contacts are called that were left alone, as somebody else had changed them.
    """

    entry_id: str
    what: str
    others: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()
    corrected: tuple[tuple[str, str], ...] = ()
    odd: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A deed, with how things stood around it.

    Attributes:
        number: Its number since the server was started.
        deed: What was done.
        who: The contact, as it is called.
        before: How things stood before.
        added: The rows that it left in the book, by table.
        after: How the contacts stood after it, by entry id: a state that others have left since
            is not taken back.
    """

    number: int
    deed: Deed
    who: str
    before: Before
    added: Mapping[str, tuple[int, ...]]
    after: Mapping[str, str]


@dataclass(slots=True)
class Done:
    """What was shown and done on the page since the server was started, in all browsers.

    Attributes:
        settled: Entries that somebody has settled.
        steps: What can be taken back, the latest last.
        numbers: Of the steps.
        lock: Held while something is taken back, and while what was shown is noted.
    """

    settled: set[str] = field(default_factory=set)
    steps: deque[Step] = field(default_factory=lambda: deque(maxlen=_MOST_STEPS))
    numbers: Iterator[int] = field(default_factory=partial(count, 1))
    lock: Lock = field(default_factory=Lock)
    _seen: OrderedDict[str, Mapping[str, str]] = field(default_factory=OrderedDict)

    def keep(self, step: Step) -> None:
        """Note a step that is in the book."""
        self.steps.append(step)
        self.settled.update(step.deed.settles)

    def drop(self, step: Step) -> None:
        """Forget a step that was taken back."""
        with suppress(ValueError):
            self.steps.remove(step)
        self.settled.difference_update(step.deed.settles)

    def show(self, state: str, cells: Mapping[str, str]) -> None:
        """Note that somebody has a state of a contact before them.

        Args:
            state: Its name.
            cells: Column to text.
        """
        with self.lock:
            self._seen[state] = cells
            self._seen.move_to_end(state)
            while len(self._seen) > _MOST_SEEN:
                self._seen.popitem(last=False)

    def seen(self, state: str) -> Mapping[str, str] | None:
        """What a state of a contact was; None where it was shown too long ago."""
        return self._seen.get(state)


@dataclass(frozen=True, slots=True, kw_only=True)
class Workplace:
    """What requests work with.

    Attributes:
        book: The open book.
        settings: The owner's.
        clock: Gives the time, in the owner's time zone.
        pages: Makes pages.
        pictures: Cuts cards from photos.
        twins: Finds the same person twice.
        done: What was done here.
    """

    book: Book
    settings: Settings
    clock: Callable[[], datetime]
    pages: Pages
    pictures: Pictures
    twins: Twins
    done: Done = field(default_factory=Done)

    @property
    def today(self) -> date:
        """The day, in the owner's time zone."""
        return self.clock().date()


def last_step(place: Workplace) -> Step | None:
    """What was done last, which can be taken back."""
    return next(iter(tuple(place.done.steps)[-1:]), None)


def workplace(request: Request) -> Workplace:
    """What a request works with."""
    return cast("Workplace", request.app.state.workplace)
