"""What the reader once read on the samples, made into contacts again without a model."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cardscan.followup import resolve_event
from cardscan.ocr.photo import open_photo
from cardscan.ocr.record import Reading
from cardscan.pipeline.record import PhotoResult
from cardscan.pipeline.rows import queue_rows
from cardscan.pipeline.sides import join_pictures
from cardscan.pipeline.stages import cards_of_page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.followup import FollowUp

PHOTOS = Path(__file__).parents[1] / "samples" / "photos"
READINGS = Path(__file__).parent / "golden" / "samples" / "readings.jsonl"
SCANNED_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVENT = resolve_event(PHOTOS, (), name=None, on=None, country=None, today=date(2026, 11, 22))


def readings() -> list[dict[str, Any]]:
    """One entry a card: its photo and its reading."""
    return [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines()]


def results(entries: Iterable[dict[str, Any]]) -> list[PhotoResult]:
    """What the pipeline makes of the photos, each by itself."""
    return [
        result(name, [Reading.from_dict(card["reading"]) for card in cards])
        for name, cards in groupby(entries, key=lambda entry: entry["photo"])
    ]


def result(name: str, readings: list[Reading]) -> PhotoResult:
    """What the pipeline makes of one photo: the cards of a page are joined."""
    cards = tuple(
        card
        for _, page in groupby(readings, key=lambda reading: reading.card.page)
        for card in cards_of_page(list(page), country=EVENT.country)
    )
    found = any(not card.contact.is_empty for card in cards)
    photo = open_photo(PHOTOS / name, shown_as=name).photo
    return PhotoResult(path=name, status="read" if found else "no card", photo=photo, cards=cards)


def joined(results: Iterable[PhotoResult]) -> tuple[PhotoResult, ...]:
    """The photos, those of one card joined."""
    return join_pictures(results, country=EVENT.country)


def followups(results: Iterable[PhotoResult]) -> tuple[FollowUp, ...]:
    """The rows of the queue."""
    return queue_rows(joined(results), EVENT, SCANNED_AT)
