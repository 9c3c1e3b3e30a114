from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stand_in_readers import ShadeReader

from cardscan.errors import RecordError
from cardscan.parse.record import Contact
from cardscan.pipeline.saved import json_line, load_readings, records_lines
from cardscan.pipeline.scan import scan_photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cardscan.pipeline.record import PhotoResult


@pytest.fixture
def result(put_photo: Callable[..., Path]) -> PhotoResult:
    return scan_photo(put_photo(1), reader=ShadeReader())


def test_a_records_line_holds_photo_card_reading_and_contact(result: PhotoResult):
    (line,) = records_lines([result]).splitlines()
    record = json.loads(line)
    assert (record["photo"], record["card"]) == (result.path, 1)
    assert Contact.from_dict(record["contact"]) == result.cards[0].contact


@pytest.mark.parametrize(
    "saved",
    [
        lambda line: line,
        lambda line: f"{line}\n{line}\n",
        lambda line: f"[{line}, {line}]",
        lambda line: f"\ufeff{json.dumps(json.loads(line), indent=2)}",
    ],
    ids=["one line", "json lines", "a list", "indented with a byte-order mark"],
)
def test_saved_readings_are_loaded_again(result: PhotoResult, saved: Callable[[str], str]):
    reading = result.cards[0].reading
    assert set(load_readings(saved(json_line(reading.to_dict())), "-")) == {reading}


def test_a_records_file_gives_its_readings(result: PhotoResult):
    assert load_readings(records_lines([result]), "-") == (result.cards[0].reading,)


@pytest.mark.parametrize(
    "text", ["", "  \n", "no json", '{"card": 1}', "[1]", "null", '{"reading": 3}', "[" * 9999]
)
def test_what_is_no_reading_is_refused_with_the_command_that_makes_one(text: str):
    with pytest.raises(RecordError, match="cardscan read PHOTO --json"):
        load_readings(text, "lines.json")


@given(st.text() | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps))
def test_any_text_gives_readings_or_a_record_error(text: str):
    try:
        load_readings(text, "-")
    except RecordError:
        return
    pytest.fail("no random text is a reading")
