"""Recorded readings are given again, for pictures that look the same."""

import cv2
import numpy as np
import pytest
from drawn_card import LINES, OTHER_LINES, card, line

from cardscan import geometry
from cardscan.errors import ReaderError, RecordError
from cardscan.ocr.reader import added_scripts
from cardscan.ocr.readers.rapidocr import RapidOcrReader
from cardscan.ocr.readers.replay import RecordingReader, ReplayReader
from cardscan.ocr.readers.tesseract import TesseractReader

STRIPS = [line(text) for text, _, _ in LINES]


@pytest.fixture(scope="module")
def recorded(tmp_path_factory):
    """What Tesseract gave for two cards and some lines, and the file that keeps it."""
    recorder = RecordingReader(TesseractReader())
    given = recorder.read(card()), recorder.read(card(OTHER_LINES)), recorder.find_text(card())
    lines = recorder.read_lines(STRIPS)
    path = tmp_path_factory.mktemp("recording") / "cards.json"
    recorder.save(path)
    return *given, lines, path


@pytest.fixture
def replay(recorded):
    return ReplayReader(recorded[-1])


def test_a_recorder_says_of_itself_what_its_reader_does():
    reader = RapidOcrReader()
    reader.scripts = ("Hang",)
    recorder = RecordingReader(reader)
    assert (recorder.name, recorder.knows_doubt) == (reader.name, reader.knows_doubt)
    assert added_scripts(recorder) == ("Hang",)


def test_words_are_given_as_they_were_recorded(replay, recorded):
    assert replay.read(card()) == recorded[0]
    assert replay.read(card(OTHER_LINES)) == recorded[1]


def test_found_text_is_given_as_it_was_recorded(replay, recorded):
    assert replay.find_text(card()) == recorded[2]


def test_each_strip_gets_its_own_line_in_any_order(replay, recorded):
    assert replay.read_lines(STRIPS[::-1]) == recorded[3][::-1]


def test_a_picture_decoded_a_little_differently_is_known_again(replay, recorded):
    coded = cv2.imencode(".jpg", card(), [cv2.IMWRITE_JPEG_QUALITY, 60])[1]
    assert replay.read(cv2.imdecode(coded, cv2.IMREAD_COLOR)) == recorded[0]


def test_boxes_follow_a_picture_of_another_size(replay, recorded):
    larger = cv2.resize(card(), (1010, 566), interpolation=cv2.INTER_AREA)
    word = replay.read(larger)[0]
    assert geometry.center(word.quad)[0] == pytest.approx(1.01 * geometry.center(recorded[0][0].quad)[0])


def test_a_picture_that_was_not_recorded_is_an_error_that_says_so(replay):
    unknown = card([("Another card", 90, (200, 300))])
    with pytest.raises(
        ReaderError, match=r"no read of a picture like it \(1000 by 560 pixels\) was recorded"
    ):
        replay.read(unknown)


def test_a_picture_turned_upside_down_is_another_picture(replay):
    with pytest.raises(ReaderError):
        replay.read(np.ascontiguousarray(card()[::-1, ::-1]))


def test_a_picture_of_another_shape_is_another_picture(replay):
    with pytest.raises(ReaderError):
        replay.read(cv2.resize(card(), (560, 560)))


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"call": "read"}]', '{"a": 1}'])
def test_a_broken_recording_is_a_clear_error(tmp_path, text):
    (tmp_path / "broken.json").write_text(text)
    with pytest.raises(RecordError, match="this is no recording of a reader"):
        ReplayReader(tmp_path / "broken.json")


def test_a_missing_recording_is_a_clear_error(tmp_path):
    with pytest.raises(RecordError, match=r"none\.json"):
        ReplayReader(tmp_path / "none.json")
