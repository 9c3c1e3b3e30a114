"""The queue of the samples, byte for byte, from what the reader once read on them.

``pytest tests/golden --regenerate`` reads the samples anew and writes both files.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from cardscan import scan_photo
from cardscan.export import queue_bytes, read_queue
from cardscan.followup import follow_up, in_queue_order, resolve_event
from cardscan.ocr.record import Photo, Reading
from cardscan.parse.contact import parse_reading
from cardscan.parse.sides import join_sides

PHOTOS = Path(__file__).parents[2] / "samples" / "photos"
READINGS = Path(__file__).parent / "samples" / "readings.jsonl"
QUEUE = Path(__file__).parent / "samples" / "queue.csv"
SCANNED_AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVENT = resolve_event(PHOTOS, (), name=None, on=None, country=None, today=date(2026, 11, 22))


@pytest.fixture(scope="module")
def readings(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """One entry a card: its photo and its reading."""
    if request.config.getoption("--regenerate"):
        READINGS.write_text("".join(map(as_line, read_all())), encoding="utf-8")
    return [json.loads(line) for line in READINGS.read_text(encoding="utf-8").splitlines()]


def read_all():
    for path in sorted(PHOTOS.iterdir()):
        if path.suffix != ".toml":
            for card in scan_photo(path).cards:
                yield {"photo": path.name, "reading": card.reading.to_dict()}


def as_line(entry: dict[str, Any]) -> str:
    return json.dumps(shortened(entry), ensure_ascii=False) + "\n"


def shortened(value: Any) -> Any:
    """Six digits are enough of a pixel and of a belief, and keep the file small."""
    if isinstance(value, dict):
        return {key: shortened(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [shortened(part) for part in value]
    return float(f"{value:.6g}") if isinstance(value, float) else value


def followups(name: str, readings: list[Reading]):
    """The rows of one photo, as the pipeline makes them: the cards of a page are joined."""
    content_hash = hashlib.sha256((PHOTOS / name).read_bytes()).hexdigest()
    for _, page in groupby(readings, key=lambda reading: reading.card.page):
        cards = [(reading.card, parse_reading(reading, country=EVENT.country)) for reading in page]
        for (card, _), contact in zip(cards, join_sides(cards), strict=True):
            if not contact.is_empty:
                photo = Photo(path=name, content_hash=content_hash)
                yield follow_up(contact, event=EVENT, photo=photo, card=card.number, scanned_at=SCANNED_AT)


def test_recorded_readings_give_the_golden_queue(readings, check_golden):
    rows = [
        row
        for name, cards in groupby(readings, key=lambda entry: entry["photo"])
        for row in followups(name, [Reading.from_dict(card["reading"]) for card in cards])
    ]
    check_golden("samples/queue.csv", queue_bytes(in_queue_order(rows)).decode())


# Two cards on one photo, and one in another script among them.
@pytest.mark.parametrize("name", ["northquay_oak.jpg", "quillon_and_juniper.jpg", "aogiri_meishi.jpg"])
def test_reader_reads_a_sample_as_it_did_for_the_golden_queue(name):
    cards = scan_photo(PHOTOS / name).cards
    rows = in_queue_order(followups(name, [card.reading for card in cards]))
    assert without_belief(rows) == without_belief(row for row in read_queue(QUEUE) if row.photo == (name,))


def without_belief(rows):
    """The last digit of a belief depends on the processor."""
    return [replace(row, confidence=0.0) for row in rows]
