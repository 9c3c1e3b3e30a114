"""A scan is kept in the book, one photo at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.book.entries import keep_finds
from cardscan.book.events import as_event, events_named, find_event, keep_event, take_plan
from cardscan.book.forgetting.returning import (
    bring_back_people,
    bring_back_photos,
    forgotten_cards,
    forgotten_photos,
    without_forgotten,
)
from cardscan.book.photos import events_of, keep_readings, keep_sightings, kept_readings
from cardscan.book.record import Settled
from cardscan.book.rows import rows_of
from cardscan.book.twins import merge_sure, met_before
from cardscan.errors import OtherEventError
from cardscan.pipeline.left_out import of_the_forgotten
from cardscan.pipeline.stages import parse_photo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from cardscan.book.record import Find, Remaining
    from cardscan.book.store import Book
    from cardscan.followup import Event
    from cardscan.ocr.record import Photo
    from cardscan.pipeline.record import PhotoResult

_SAME_CARDS = 0.5
"""Share of a folder's photos from which it is taken for one that was scanned before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookKeeper:
    """See ``Keeper``; one transaction a photo, so that a scan that is stopped has lost none.

    Attributes:
        book: The book.
        read_by: The reader with its languages.
        now: The time of the scan.
        folder: What the photos' paths are relative to, as ``shown`` writes it; empty where nobody is
            to look there.
        bring_back: Whether people who were forgotten are kept again.
    """

    book: Book
    read_by: str
    now: datetime
    folder: str = ""
    bring_back: bool = False

    def take_event(self, event: Event, photos: Sequence[Photo], *, is_another: bool) -> Event:
        """See ``Keeper``."""
        with self.book.writing() as session:
            known = find_event(session, event.name, event.date) or take_plan(session, event)
            if not is_another:
                self._check(session, event, known.id if known else None, photos)
            row = keep_event(session, event, self.now)
            hashes = [photo.content_hash for photo in photos]
            if self.bring_back:
                bring_back_photos(session, hashes)
            left_out = forgotten_photos(session, hashes)
            kept = [one for one in photos if one.content_hash not in left_out]
            keep_sightings(session, row.id, kept, folder=self.folder)
            return as_event(row)

    def _check(self, session: Session, event: Event, event_id: int | None, photos: Sequence[Photo]) -> None:
        """Raise where most of the photos are another event's, and none is of this one."""
        before = events_of(session, [photo.content_hash for photo in photos])
        if not before or event_id in {row.id for row, _ in before}:
            return
        other, count = before[0]
        if count >= _SAME_CARDS * len(photos):
            raise OtherEventError(event.name, event.date, other.name, other.date, count)

    def events_named(self, name: str) -> tuple[Event, ...]:
        """See ``Keeper``."""
        with self.book.reading() as session:
            return events_named(session, name)

    def known(self, photos: Sequence[Photo], country: str | None) -> tuple[PhotoResult, ...]:
        """See ``Keeper``."""
        with self.book.reading() as session:
            hashes = [photo.content_hash for photo in photos]
            kept = kept_readings(session, hashes, self.read_by)
            left_out = forgotten_photos(session, hashes)
        return tuple(
            parse_photo(photo, kept[photo.content_hash], country=country)
            if photo.content_hash in kept
            else of_the_forgotten(photo)
            for photo in photos
            if photo.content_hash in kept or photo.content_hash in left_out
        )

    def keep(self, result: PhotoResult) -> None:
        """See ``Keeper``."""
        if result.photo is None or result.status == "failed":
            return
        with self.book.writing() as session:
            cards = [(card.number, card.contact) for card in result.cards]
            hashed = result.photo.content_hash
            left_out = frozenset() if self.bring_back else forgotten_cards(session, hashed, cards)
            readings = [card.reading for card in result.cards if left_out.isdisjoint(card.numbers)]
            if left_out and not readings:
                return
            keep_readings(session, result.photo, readings, read_by=self.read_by, at=self.now)

    def without_forgotten(self, event: Event, found: Sequence[Find], photos: Sequence[Photo]) -> Remaining:
        """See ``Keeper``."""
        with self.book.writing() as session:
            if self.bring_back:
                bring_back_people(session, found)
            row = find_event(session, event.name, event.date)
            hashes = [photo.content_hash for photo in photos]
            return without_forgotten(session, row.id if row else None, found, hashes, at=self.now)

    def settle(self, event: Event, found: Sequence[Find], photos: Sequence[Photo]) -> Settled:
        """See ``Keeper``."""
        with self.book.writing() as session:
            row = keep_event(session, event, self.now)
            hashes = [photo.content_hash for photo in photos]
            ids = keep_finds(session, row, found, photos=hashes, at=self.now)
            recognised = merge_sure(session, ids, at=self.now)
            return Settled(
                rows=tuple(rows_of(session, ids).values()),
                merged=len(recognised.merged),
                doubtful=recognised.doubtful,
                met_before=met_before(session, ids),
            )
