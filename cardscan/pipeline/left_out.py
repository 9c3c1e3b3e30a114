"""Cards of people whom somebody had forgotten are left out of a scan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.pipeline.record import PhotoResult

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.ocr.record import Photo

_REASON = "whoever is on it was forgotten; --bring-back reads it again"


def of_the_forgotten(photo: Photo) -> PhotoResult:
    """The result of a photo that was not read, as nobody is on it but who was forgotten."""
    return PhotoResult(path=photo.path, status="ignored", photo=photo, reason=_REASON)


def without_cards(
    results: Iterable[PhotoResult], left_out: frozenset[tuple[str, int]]
) -> tuple[PhotoResult, ...]:
    """Results without the cards of those who were forgotten.

    Args:
        results: What became of the files.
        left_out: The cards: a photo's content hash, and the card's number.
    """
    return tuple(_without(result, left_out) for result in results)


def _without(result: PhotoResult, left_out: frozenset[tuple[str, int]]) -> PhotoResult:
    if result.photo is None or not left_out:
        return result
    staying = tuple(card for card in result.cards if (result.photo.content_hash, card.number) not in left_out)
    if len(staying) == len(result.cards):
        return result
    if all(card.contact.is_empty for card in staying):
        return of_the_forgotten(result.photo)
    return replace(result, cards=staying)
