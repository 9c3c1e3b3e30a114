"""The contacts of a scan become the rows of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.book.record import Find
from cardscan.followup import follow_up, in_queue_order
from cardscan.parse.handwriting import LEGIBLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from cardscan.followup import Event, FollowUp
    from cardscan.followup.notes.record import Sidecars
    from cardscan.followup.settings import Settings
    from cardscan.pipeline.record import PhotoResult, ScannedCard


def queue_rows(results: Sequence[PhotoResult], event: Event, scanned_at: datetime) -> tuple[FollowUp, ...]:
    """One row a contact, in the order of the queue.

    Args:
        results: What became of the files, joined where they show the same card.
        event: Where the cards were collected.
        scanned_at: When they were scanned.
    """
    return in_queue_order(find.row for find in finds(results, event, scanned_at))


def finds(
    results: Sequence[PhotoResult],
    event: Event,
    scanned_at: datetime,
    *,
    settings: Settings | None = None,
    sidecars: Sidecars | None = None,
) -> tuple[Find, ...]:
    """What a scan found, one a contact.

    Args:
        results: What became of the files, joined where they show the same card.
        event: Where the cards were collected.
        scanned_at: When they were scanned.
        settings: The owner's.
        sidecars: The notes beside the photos.
    """
    found = []
    for result in results:
        joined = [other for other in results if other.joined_to == result.path]
        for card in result.contacts:
            beside = tuple(dict.fromkeys(_beside([result, *joined], card, sidecars)))
            found.append(_find(result, card, joined, event, scanned_at, settings, beside))
    return tuple(found)


def _find(  # noqa: PLR0913, PLR0917 - the pieces of finds
    result: PhotoResult,
    card: ScannedCard,
    joined: Sequence[PhotoResult],
    event: Event,
    scanned_at: datetime,
    settings: Settings | None,
    beside: tuple[str, ...],
) -> Find:
    if result.photo is None:  # a contact was read from a file that was opened
        raise TypeError(result.path)
    by_hand = tuple(_by_hand([card, *(other for one in joined for other in one.cards)]))
    planned = follow_up(
        card.contact,
        event=event,
        photo=result.photo,
        card=card.number,
        scanned_at=scanned_at,
        more_photos=tuple(other.photo for other in joined if other.photo),
        notes=beside,
        by_hand=by_hand,
        settings=settings,
    )
    sides = [other for other in result.cards if other.side_of == card.number]
    return Find(
        row=planned.entry,
        step=planned.step,
        notes=(*((text, "card") for text in by_hand), *((text, "sidecar") for text in beside)),
        contact=card.contact,
        pictures=(*_pictures(result, [card, *sides]), *_pictures_of(joined)),
    )


def _pictures_of(joined: Iterable[PhotoResult]) -> Iterator[tuple[str, int]]:
    for result in joined:
        yield from _pictures(result, result.cards)


def _pictures(result: PhotoResult, cards: Iterable[ScannedCard]) -> Iterator[tuple[str, int]]:
    if result.photo:
        yield from ((result.photo.content_hash, card.number) for card in cards)


def _by_hand(cards: Iterable[ScannedCard]) -> Iterator[str]:
    """What is written by hand on each card, as one note: a scribble goes over several lines.

    A word of the shorthand that comes out is proof enough that the line was read.
    """
    for card in cards:
        lines = [line.text for line in card.reading.lines if line.by_hand and line.confidence >= LEGIBLE]
        if lines:
            yield ", ".join(lines)


def _beside(results: Iterable[PhotoResult], card: ScannedCard, sidecars: Sidecars | None) -> Iterator[str]:
    """The notes that lie beside the pictures of a card."""
    for result in results if sidecars else ():
        for note in sidecars.notes.get(result.path, ()) if sidecars else ():
            if note.card in (None, card.number):
                yield note.text
