"""A reading that is saved is loaded again, and nothing else is taken for one."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cardscan.errors import RecordError
from cardscan.ocr.record import CardImage, Code, Reading, TextLine, WordBox

laws = settings(max_examples=150, deadline=None)

TEXT = st.text(max_size=12)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
POINTS = st.tuples(NUMBERS, NUMBERS)
QUADS = st.tuples(POINTS, POINTS, POINTS, POINTS)
ROWS = st.tuples(NUMBERS, NUMBERS, NUMBERS)
CONFIDENCES = st.floats(0, 1)
COUNTS = st.integers(0, 10**6)
SIZES = st.integers(1, 10_000)

WORDS = st.builds(WordBox, text=TEXT, quad=QUADS, confidence=CONFIDENCES, piece=COUNTS)
LINES = st.builds(
    TextLine,
    text=TEXT,
    quad=QUADS,
    words=st.lists(WORDS, max_size=2).map(tuple),
    confidence=CONFIDENCES,
    block=COUNTS,
)
CARDS = st.builds(
    CardImage,
    number=COUNTS,
    page=COUNTS,
    quad=QUADS,
    card_from_photo=st.tuples(ROWS, ROWS, ROWS),
    width_px=SIZES,
    height_px=SIZES,
    found_by=st.sampled_from(["quad", "text", "whole"]),
)
CODES = st.builds(Code, text=TEXT, format=st.sampled_from(["QRCode", "Aztec"]), quad=QUADS)
READINGS = st.builds(
    Reading,
    card=CARDS,
    lines=st.lists(LINES, max_size=2).map(tuple),
    reader=TEXT,
    codes=st.lists(CODES, max_size=2).map(tuple),
)

ODD_NUMBERS = st.integers() | st.floats() | st.just(10**400)
JSON_VALUES = st.recursive(
    st.none() | st.booleans() | ODD_NUMBERS | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@laws
@given(reading=READINGS)
def test_a_reading_is_the_same_after_its_dictionary(reading: Reading) -> None:
    assert Reading.from_dict(reading.to_dict()) == reading


@laws
@given(reading=READINGS)
def test_a_reading_is_the_same_after_json(reading: Reading) -> None:
    assert Reading.from_dict(json.loads(json.dumps(reading.to_dict()))) == reading


def damaged(saved: Any, data: st.DataObject) -> Any:
    """The saved value with something inside it changed for any JSON value, or left out."""
    inside = list(saved) if isinstance(saved, dict) else range(len(saved)) if isinstance(saved, list) else ()
    if not inside or data.draw(st.integers(0, 4)) == 0:
        return data.draw(JSON_VALUES)
    place = data.draw(st.sampled_from(inside))
    if data.draw(st.integers(0, 9)) == 0:
        del saved[place]
    else:
        saved[place] = damaged(saved[place], data)
    return saved


@settings(max_examples=500, deadline=None)
@given(reading=READINGS, data=st.data())
def test_a_damaged_reading_gives_a_sound_one_or_a_record_error(reading: Reading, data: st.DataObject) -> None:
    saved = damaged(json.loads(json.dumps(reading.to_dict())), data)
    try:
        loaded = Reading.from_dict(saved)
    except RecordError:
        return
    assert Reading.from_dict(json.loads(json.dumps(loaded.to_dict(), allow_nan=False))) == loaded
    assert all(isinstance(line.text, str) for line in loaded.lines)
