"""CPU time of a photo: the whole job by stage, RapidOCR's default call, and a plain script.

A program of its own, so that no other measurement's libraries are loaded:
``python -m tests.benchmarks.time_of_a_photo FOLDER ROUNDS``; prints the figures as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import cv2
import pytesseract
import rapidocr

from cardscan.export import queue_bytes
from cardscan.followup import Event, follow_up
from cardscan.ocr import page
from cardscan.ocr.decode import picture
from cardscan.ocr.photo import open_photo
from cardscan.ocr.readers.rapidocr import RapidOcrReader
from cardscan.ocr.readers.tesseract_program import find_program
from cardscan.parse.contact import parse_reading
from cardscan.pipeline import stages
from tests.benchmarks import plain_script
from tests.benchmarks.clock import StageClock, taken_s
from tests.benchmarks.figure import Figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cardscan.ocr.reader import Pixels
    from cardscan.ocr.record import Reading

    Way = Callable[[Path], object]

MOST_OF_RAPIDOCR, MOST_OF_PLAIN_SCRIPT = 0.6, 1.2
"""What was promised: how many times RapidOCR's default call, and the plain script, the whole job takes."""

MOST_OF_READING = 0.05
"""How much of what comes before it parsing may take."""

GROUP = "CPU time of a photo"
EVENT = Event(name="Benchmark", date=date(2026, 11, 20))
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

STAGES: dict[str, tuple[Any, str]] = {
    "open": (stages, "open_photo"),
    "decode": (picture, "decode"),
    "find text": (RapidOcrReader, "find_text"),
    "find cards": (page, "find_cards"),
    "find codes": (page, "find_codes"),
    "warp": (page, "warp"),
    "read": (RapidOcrReader, "read"),
    "orientation vote": (page, "is_upside_down"),
    "group lines": (page, "group_lines"),
    "second readings": (page, "read_again"),
    "legibility": (page, "measure"),
    "unread scripts": (page, "unread_scripts"),
    "parse": (stages, "parse_reading"),
}


class Job:
    """The whole job of this program: from a file to the bytes of its queue.

    Attributes:
        clock: Where its time went.
        readings: What was read, by photo.
    """

    def __init__(self) -> None:
        self.clock = StageClock()
        self.readings: dict[Path, tuple[Reading, ...]] = {}
        self._reader = RapidOcrReader()

    def __call__(self, path: Path) -> None:
        """Do it for one photo."""
        with self.clock.watch(STAGES), self.clock.stage("photo"):
            result = stages.read_photo(path, shown_as=path.name, reader=self._reader, country=None)
            with self.clock.stage("export"):
                photo = result.photo
                rows = [
                    follow_up(card.contact, event=EVENT, photo=photo, card=card.number, scanned_at=NOW).entry
                    for card in result.contacts
                    if photo
                ]
                queue_bytes(rows)
        self.readings[path] = tuple(card.reading for card in result.cards)


def _default_call() -> Way:
    """RapidOCR as it comes, but for one thread, on a photo that is decoded as ours are."""
    one_thread = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    engine = rapidocr.RapidOCR(params={**one_thread, "Global.log_level": "critical"})
    return lambda path: engine(_pixels(path))


def _pixels(path: Path) -> Pixels:
    return next(open_photo(path, shown_as=path.name).pages()).pixels


def _plain_script() -> Way:
    program = find_program("eng")
    pytesseract.pytesseract.tesseract_cmd = program.path
    if program.data:  # one from a wheel; an installed one knows where its languages lie
        os.environ["TESSDATA_PREFIX"] = program.data
    return plain_script.scan


def measure(photos: Sequence[Path], rounds: int) -> tuple[Figure, ...]:
    """The figures of the photos.

    Args:
        photos: JPEG files.
        rounds: How often each photo is taken.
    """
    job = Job()
    ways: dict[str, Way] = {
        "cardscan, the whole job": job,
        "RapidOCR's default call": _default_call(),
        "plain script": _plain_script(),
    }
    for way in ways.values():  # loads the models
        way(photos[0])
    job.clock.seconds.clear()
    typical = _interleaved(ways, photos, rounds)
    return (
        *_ratios(*typical.values()),
        *(Figure(group=GROUP, name=way, value=median(taken), unit="s") for way, taken in typical.items()),
        *_by_stage(job.clock.seconds, rounds * len(photos)),
        *_parsing([reading for readings in job.readings.values() for reading in readings]),
    )


def _interleaved(ways: dict[str, Way], photos: Sequence[Path], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each photo, by way: the median of its rounds.

    Each way takes every photo in turn, so that a slow moment of the machine meets
    them alike.
    """
    seconds: dict[str, list[list[float]]] = {name: [[] for _ in photos] for name in ways}
    for _ in range(rounds):
        for number, path in enumerate(photos):
            for name, way in ways.items():
                seconds[name][number].append(taken_s(way, path))
    return {name: [median(taken) for taken in by_photo] for name, by_photo in seconds.items()}


def _ratios(ours: list[float], rapid: list[float], plain: list[float]) -> tuple[Figure, ...]:
    to_rapid = [a / b for a, b in zip(ours, rapid, strict=True)]
    to_plain = [a / b for a, b in zip(ours, plain, strict=True)]
    return (
        Figure(
            group=GROUP,
            name="the whole job to RapidOCR's default call",
            value=median(to_rapid),
            unit="x",
            limit=MOST_OF_RAPIDOCR,
        ),
        Figure(group=GROUP, name="... the photo where it is most", value=max(to_rapid), unit="x"),
        Figure(
            group=GROUP,
            name="the whole job to the plain script",
            value=median(to_plain),
            unit="x",
            limit=MOST_OF_PLAIN_SCRIPT,
        ),
    )


def _by_stage(seconds: dict[str, float], photos: int) -> Iterable[Figure]:
    """Means, as medians would not add up to the whole; the longest first."""
    for stage, taken in sorted(seconds.items(), key=lambda item: -item[1]):
        name = stage.removeprefix("photo: ") if stage != "photo" else "everything else"
        yield Figure(group="CPU time by stage", name=name, value=1000 * taken / photos, unit="ms")
    parse_s = seconds["photo: parse"]
    share = parse_s / (sum(seconds.values()) - parse_s)
    yield Figure(
        group="parsing", name="parsing to all that comes before", value=share, unit="x", limit=MOST_OF_READING
    )


def _parsing(readings: Sequence[Reading]) -> tuple[Figure, ...]:
    typical_s = median(sum(taken_s(parse_reading, reading) for reading in readings) for _ in range(5))
    speed = len(readings) / typical_s
    return (Figure(group="parsing", name="cards of recorded readings in a second", value=speed, unit="1/s"),)


if __name__ == "__main__":
    cv2.setNumThreads(1)
    found = measure(sorted(Path(sys.argv[1]).glob("*.jpg")), int(sys.argv[2]))
    print(json.dumps([asdict(figure) for figure in found]))  # noqa: T201 - read by the caller
