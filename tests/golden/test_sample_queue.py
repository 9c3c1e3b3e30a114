"""The queue of the samples, byte for byte, from what the reader once read on them.

``pytest tests/golden --regenerate`` reads the samples anew and writes both files.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from cardscan import scan_photo
from cardscan.export import queue_bytes, read_queue
from cardscan.followup import resolve_event
from cardscan.ocr.photo import open_photo
from cardscan.ocr.record import Reading
from cardscan.pipeline.record import PhotoResult
from cardscan.pipeline.rows import queue_rows
from cardscan.pipeline.sides import join_pictures
from cardscan.pipeline.stages import cards_of_page

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


def followups(results: list[PhotoResult]):
    return queue_rows(join_pictures(results, country=EVENT.country), EVENT, SCANNED_AT)


def test_recorded_readings_give_the_golden_queue(readings, check_golden):
    results = [
        result(name, [Reading.from_dict(card["reading"]) for card in cards])
        for name, cards in groupby(readings, key=lambda entry: entry["photo"])
    ]
    check_golden("samples/queue.csv", queue_bytes(followups(results)).decode())


# Two cards on one photo, and one in another script among them.
@pytest.mark.parametrize("name", ["northquay_oak.jpg", "quillon_and_juniper.jpg", "aogiri_meishi.jpg"])
def test_reader_reads_a_sample_as_it_did_for_the_golden_queue(name):
    rows = followups([result(name, [card.reading for card in scan_photo(PHOTOS / name).cards])])
    assert without_belief(rows) == without_belief(row for row in read_queue(QUEUE) if row.photo == (name,))


def without_belief(rows):
    """The last digit of a belief depends on the processor."""
    return [replace(row, confidence=0.0) for row in rows]
