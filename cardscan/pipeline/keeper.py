"""What a scan takes from the book, and what it keeps there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from cardscan.book.record import Remaining, Settled
from cardscan.ocr.folder import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from cardscan.book.record import Find
    from cardscan.book.store import Book
    from cardscan.followup import Event
    from cardscan.ocr.reader import Reader
    from cardscan.ocr.record import Photo
    from cardscan.pipeline.record import PhotoResult


class Keeper(Protocol):
    """Remembers earlier scans, and keeps what this one reads."""

    def take_event(self, event: Event, photos: Sequence[Photo], *, is_another: bool) -> Event:
        """The event as it is known, with what was said about it now.

        Args:
            event: As the user calls it.
            photos: The photos of the scan.
            is_another: Whether it is another event than the one that these photos were of.

        Raises:
            OtherEventError: These photos were scanned as another event's.
        """
        ...

    def events_named(self, name: str) -> tuple[Event, ...]:
        """The events of that name that were planned or scanned before, the latest first."""
        ...

    def known(self, photos: Sequence[Photo], country: str | None) -> tuple[PhotoResult, ...]:
        """Results of the photos that need not be read: those of earlier scans, and of the forgotten.

        Args:
            photos: The photos of the scan.
            country: ISO 3166-1 alpha-2 code for phones without a country code, if known.
        """
        ...

    def keep(self, result: PhotoResult) -> None:
        """Keep what was read on a photo; one that failed is read again in the next scan."""
        ...

    def without_forgotten(self, event: Event, found: Sequence[Find], photos: Sequence[Photo]) -> Remaining:
        """What was found, without the people whom somebody had forgotten; nothing is kept of them.

        Args:
            event: The event.
            found: One a contact.
            photos: All photos of the scan.
        """
        ...

    def settle(self, event: Event, found: Sequence[Find], photos: Sequence[Photo]) -> Settled:
        """Keep what was found, and merge what is surely the same person.

        Args:
            event: The event.
            found: One a contact.
            photos: All photos of the scan.
        """
        ...


def keeper_of(  # noqa: PLR0913 - what a scan keeps by
    book: Book | None,
    *,
    reader: str | Reader,
    languages: str | None,
    now: datetime,
    folder: Path,
    bring_back: bool = False,
) -> Keeper:
    """What keeps a scan.

    Args:
        book: The book; None where nothing is to be kept.
        reader: The reader, or its name.
        languages: What it was asked to read beside its own.
        now: The time of the scan.
        folder: What the photos' paths are relative to.
        bring_back: Whether people who were forgotten are kept again.
    """
    if book is None:
        return NothingKept()
    from cardscan.pipeline.book_keeper import BookKeeper  # noqa: PLC0415 - SQLAlchemy

    name = reader if isinstance(reader, str) else reader.name
    read_by = f"{name} {languages or ''}".strip()
    return BookKeeper(
        book=book, read_by=read_by, now=now, folder=shown(folder.resolve()), bring_back=bring_back
    )


class NothingKept:
    """See ``Keeper``; remembers nothing."""

    def take_event(self, event: Event, photos: Sequence[Photo], *, is_another: bool) -> Event:  # noqa: ARG002
        """See ``Keeper``."""
        return event

    def events_named(self, name: str) -> tuple[Event, ...]:  # noqa: ARG002
        """See ``Keeper``."""
        return ()

    def known(self, photos: Sequence[Photo], country: str | None) -> tuple[PhotoResult, ...]:  # noqa: ARG002
        """See ``Keeper``."""
        return ()

    def keep(self, result: PhotoResult) -> None:
        """See ``Keeper``."""

    def without_forgotten(self, event: Event, found: Sequence[Find], photos: Sequence[Photo]) -> Remaining:  # noqa: ARG002
        """See ``Keeper``."""
        return Remaining(finds=tuple(found))

    def settle(self, event: Event, found: Sequence[Find], photos: Sequence[Photo]) -> Settled:  # noqa: ARG002
        """See ``Keeper``."""
        return Settled(rows=tuple(find.row for find in found))
