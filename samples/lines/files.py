"""A folder of made cards: labels, records and queue, as if their photos had been scanned."""

from __future__ import annotations

from datetime import UTC, date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from studio.truth import write_truth

from cardscan.export import write_queue
from cardscan.followup import Event
from cardscan.ocr.record import Photo
from cardscan.parse.contact import parse_reading
from cardscan.pipeline.record import PhotoResult, ScannedCard
from cardscan.pipeline.rows import queue_rows
from cardscan.pipeline.saved import records_lines

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lines import MadeCard

EVENT = Event(name="Harbour Chamber mixer", date=date(2026, 11, 20))
SCANNED_AT = datetime(2026, 11, 21, 9, tzinfo=UTC)


def write_cards(cards: Sequence[MadeCard], into: Path) -> None:
    """Writes ``truth.json``, ``records.jsonl`` and ``queue.csv``, over those that are there.

    Args:
        cards: The cards.
        into: The folder, which exists.

    Raises:
        UsageError: The folder cannot be written to.
    """
    results = [_scanned(card) for card in cards]
    write_truth(map(_entry, cards), into / "truth.json")
    (into / "records.jsonl").write_text(records_lines(results), encoding="utf-8")
    write_queue(into / "queue.csv", queue_rows(results, EVENT, SCANNED_AT), force=True)


def _entry(card: MadeCard) -> dict[str, Any]:
    return {
        "id": card.id,
        "file": card.id,
        "kind": "lines",
        "content": "card",
        "language": card.language,
        "layout": card.layout,
        "fields": card.fields,
    }


def _scanned(card: MadeCard) -> PhotoResult:
    """What a scan would give for a photo of the card."""
    scanned = ScannedCard(reading=card.reading, contact=parse_reading(card.reading))
    return PhotoResult(
        path=card.id,
        status="no card" if scanned.contact.is_empty else "read",
        photo=Photo(path=card.id, content_hash=sha256(card.id.encode()).hexdigest()),
        reason=scanned.reason,
        cards=(scanned,),
    )
