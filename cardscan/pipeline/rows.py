"""The contacts of a scan become the rows of the queue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.followup import follow_up, in_queue_order

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cardscan.followup import Event, FollowUp
    from cardscan.pipeline.record import PhotoResult


def queue_rows(results: Sequence[PhotoResult], event: Event, scanned_at: datetime) -> tuple[FollowUp, ...]:
    """One row a contact, in the order of the queue.

    Args:
        results: What became of the files, joined where they show the same card.
        event: Where the cards were collected.
        scanned_at: When they were scanned.
    """
    return in_queue_order(
        follow_up(
            card.contact,
            event=event,
            photo=result.photo,
            card=card.number,
            scanned_at=scanned_at,
            more_photos=tuple(
                other.photo for other in results if other.photo and other.joined_to == result.path
            ),
        )
        for result in results
        if result.photo
        for card in result.contacts
    )
