"""Who in the queue may be the same person twice, kept at hand: to find them takes a while."""

from __future__ import annotations

from threading import Lock, Thread
from time import monotonic
from typing import TYPE_CHECKING

from cardscan.book.overview import overview
from cardscan.book.twins import kept_apart, pairs_in_book

if TYPE_CHECKING:
    from cardscan.book.store import Book
    from cardscan.followup.duplicates import Pair

FRESH_S = 60
"""Seconds after which they are looked for again, as somebody may have corrected a name meanwhile."""


class Twins:
    """Finds pairs in the background, so that no page waits for them.

    Args:
        book: The book.
    """

    def __init__(self, book: Book) -> None:
        self._book = book
        self._pairs: tuple[Pair, ...] = ()
        self._found_at = -float(FRESH_S)
        self._lock = Lock()

    def of(self, contact_id: str) -> tuple[Pair, str] | None:
        """Whom a contact may be, too.

        Args:
            contact_id: The contact.

        Returns:
            The pair, and the entry of the other one; None where there is none, or where
            nobody knows yet.
        """
        self.look()
        pairs = [pair for pair in self._pairs if contact_id in (pair.one, pair.other)]
        if not pairs:
            return None
        with self._book.reading() as session:
            entries = {line.contact_id: line.entry_id for line in overview(session)}
            apart = kept_apart(session)
        for pair in sorted(pairs, key=lambda pair: -pair.score):
            other = pair.other if pair.one == contact_id else pair.one
            if other in entries and frozenset((pair.one, pair.other)) not in apart:
                return pair, entries[other]
        return None

    def look(self) -> None:
        """Look for them in the background, where that is some time ago."""
        with self._lock:
            if monotonic() - self._found_at < FRESH_S:
                return
            self._found_at = monotonic()
        Thread(target=self._find, name="twins", daemon=True).start()

    def _find(self) -> None:
        with self._book.reading() as session:
            self._pairs = pairs_in_book(session)
