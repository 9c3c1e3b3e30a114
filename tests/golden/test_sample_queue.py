"""The queue of the samples, byte for byte, from what the reader once read on them.

``pytest tests/golden --regenerate`` reads the samples anew and writes both files.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import replayed_samples
from replayed_samples import PHOTOS, READINGS, followups, result, results

from cardscan import scan_photo
from cardscan.export import queue_bytes, read_queue

QUEUE = Path(__file__).parent / "samples" / "queue.csv"


@pytest.fixture(scope="module")
def readings(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    """One entry a card: its photo and its reading."""
    if request.config.getoption("--regenerate"):
        READINGS.write_text("".join(map(as_line, read_all())), encoding="utf-8")
    return replayed_samples.readings()


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


def test_recorded_readings_give_the_golden_queue(readings, check_golden):
    check_golden("samples/queue.csv", queue_bytes(followups(results(readings))).decode())


# Two cards on one photo, and one in another script among them.
@pytest.mark.parametrize("name", ["northquay_oak.jpg", "quillon_and_juniper.jpg", "aogiri_meishi.jpg"])
def test_reader_reads_a_sample_as_it_did_for_the_golden_queue(name):
    rows = followups([result(name, [card.reading for card in scan_photo(PHOTOS / name).cards])])
    assert without_belief(rows) == without_belief(row for row in read_queue(QUEUE) if row.photo == (name,))


def without_belief(rows):
    """The last digit of a belief depends on the processor."""
    return [replace(row, confidence=0.0) for row in rows]
