import copy
import json
import pickle

import pytest
from written_lines import line

from cardscan.errors import RecordError
from cardscan.geometry import rectangle
from cardscan.ocr.record import CardImage, Code, Legibility, Reading, TextLine, WordBox

WORD = WordBox(text="Jane", quad=rectangle(60, 60, 180, 116), confidence=0.98, piece=0)
LINE = TextLine(text="Jane", quad=WORD.quad, words=(WORD,), confidence=0.98, block=1)
CARD = CardImage(
    number=1,
    page=1,
    quad=rectangle(200, 220, 1200, 780),
    card_from_photo=((1.0, 0.0, -200.0), (0.0, 1.0, -220.0), (0.0, 0.0, 1.0)),
    width_px=1000,
    height_px=560,
    found_by="quad",
)
CODE = Code(text="https://harbour.example", format="QRCode", quad=rectangle(700, 200, 900, 400))
READING = Reading(
    card=CARD,
    lines=(LINE,),
    reader="rapidocr",
    codes=(CODE,),
    legibility=Legibility(print_px=31.5, edge_px=1.9),
    unread_scripts=("Hang",),
)


def saved(*path, value):
    """The reading as it is saved, with one value in it changed."""
    data = json.loads(json.dumps(READING.to_dict()))
    inner = data
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    return data


def test_the_height_of_a_line_is_measured_across_it():
    assert line("Jane Marlowe", height=24).height_px == 24


def test_a_reading_survives_pickling():
    assert pickle.loads(pickle.dumps(READING)) == READING  # noqa: S301 - made on the left


def test_a_saved_reading_holds_plain_json():
    assert Reading.from_dict(json.loads(json.dumps(READING.to_dict()))) == READING


def test_saving_leaves_the_dictionary_that_is_loaded_as_it_was():
    data = READING.to_dict()
    before = copy.deepcopy(data)
    Reading.from_dict(data)
    assert data == before


def test_a_reading_saved_before_there_were_codes_has_none():
    data = READING.to_dict()
    del data["codes"]
    assert Reading.from_dict(data).codes == ()


def test_a_reading_saved_before_legibility_was_measured_has_none():
    data = READING.to_dict()
    del data["legibility"]
    assert Reading.from_dict(data).legibility is None


@pytest.mark.parametrize("part", ["card", "lines", "reader"])
def test_a_reading_without_a_part_is_refused(part):
    data = READING.to_dict()
    del data[part]
    with pytest.raises(RecordError, match=part):
        Reading.from_dict(data)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("reader",), None),
        (("card",), None),
        (("card", "quad"), [[0, 0], [1, 0], [1, 1]]),
        (("card", "quad", 0), [0, 0, 0]),
        (("card", "quad", 0, 0), "left"),
        (("card", "width_px"), float("inf")),
        (("card", "card_from_photo"), [[1, 0, 0], [0, 1, 0]]),
        (("card", "card_from_photo", 2, 2), float("nan")),
        (("card", "found_by"), 3),
        (("codes",), 7),
        (("codes", 0), "https://harbour.example"),
        (("codes", 0, "text"), None),
        (("codes", 0, "quad", 0, 0), float("nan")),
        (("legibility",), 7),
        (("legibility", "print_px"), -1),
        (("legibility", "edge_px"), "sharp"),
        (("legibility", "edge_px"), float("inf")),
        (("lines",), 7),
        (("lines", 0), "Jane Marlowe"),
        (("lines", 0, "text"), None),
        (("lines", 0, "confidence"), float("nan")),
        (("lines", 0, "quad", 3, 1), 10**400),
        (("lines", 0, "words", 0, "text"), ["Jane"]),
        (("lines", 0, "by_hand"), "no"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_part_of_the_wrong_kind_is_refused(path, value):
    with pytest.raises(RecordError):
        Reading.from_dict(saved(*path, value=value))


def test_a_refusal_names_the_file_and_the_command_that_makes_a_reading():
    with pytest.raises(RecordError, match=r"^lines\.json: .*cardscan read PHOTO --json"):
        Reading.from_dict({}, "lines.json")


@pytest.mark.parametrize("side", ["width_px", "height_px"])
@pytest.mark.parametrize("size", [0, -1, 0.5])
def test_a_saved_card_without_extent_is_refused(side, size):
    with pytest.raises(RecordError, match="no size in pixels"):
        Reading.from_dict(saved("card", side, value=size))


@pytest.mark.parametrize("code", ["hang", "Korean", "", "Hang\n", 7, None])
def test_a_script_that_is_no_code_is_refused(code):
    with pytest.raises(RecordError):
        Reading.from_dict(saved("unread_scripts", value=[code]))


def test_a_reading_that_was_saved_before_scripts_were_told_has_none():
    data = READING.to_dict()
    del data["unread_scripts"]
    assert Reading.from_dict(data).unread_scripts == ()
