"""What every reader must do, whatever reads: the same tests over all that are registered."""

import json
import pickle
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest
from drawn_card import LINES, OTHER_LINES, blank, card, ink_box, line

from cardscan import geometry
from cardscan.ocr.reader import Reader, readers
from cardscan.ocr.readers.rapidocr import RapidOcrReader
from cardscan.ocr.readers.replay import RecordingReader

CARD, OTHER_CARD = card(), card(OTHER_LINES)
DARK_CARD = card(ground=(24, 30, 48), ink=(240, 240, 240))
WITHOUT_TEXT = {
    "white": blank(800, 480),
    "black": blank(800, 480, 0),
    "one pixel": blank(1, 1),
    "a sliver": blank(200, 5),
}
STRIPS = [line("Harbour Bakery"), blank(300, 60), line("jane@harbour.example")]
NAMES = (*readers.names(), "replay")


@pytest.fixture(scope="module")
def recording(tmp_path_factory):
    """What the default reader gives for the pictures of this suite."""
    recorder = RecordingReader(RapidOcrReader())
    for picture in (CARD, OTHER_CARD, DARK_CARD, *WITHOUT_TEXT.values()):
        recorder.read(picture)
        recorder.find_text(picture)
    recorder.read_lines(STRIPS)
    path = tmp_path_factory.mktemp("recording") / "suite.json"
    recorder.save(path)
    return path


@pytest.fixture(scope="module", params=NAMES)
def chosen(request):
    """The name of a reader and its options."""
    needs_recording = request.param == "replay"
    options = {"recording": str(request.getfixturevalue("recording"))} if needs_recording else {}
    return request.param, options


@pytest.fixture(scope="module")
def reader(chosen):
    name, options = chosen
    return readers.make(name, **options)


def text_of(words):
    return "".join(word.text for word in words)


def in_fresh_interpreter(script, chosen):
    """Standard output of a script that finds the reader's name and options in ``argv``."""
    name, options = chosen
    done = subprocess.run(
        [sys.executable, "-c", script, name, json.dumps(options)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_all_three_readers_are_known_without_another_import():
    assert set(NAMES) >= {"rapidocr", "tesseract", "replay"}


def test_it_keeps_the_reader_contract(reader, chosen):
    assert isinstance(reader, Reader)
    assert reader.name == chosen[0]


@pytest.mark.parametrize("text", [text for text, _, _ in LINES])
def test_each_line_of_a_clean_card_is_read(reader, text):
    assert text.replace(" ", "") in text_of(reader.read(CARD))


@pytest.mark.parametrize("text", [text for text, _, _ in LINES])
def test_each_line_of_a_dark_card_is_read(reader, text):
    assert text.replace(" ", "") in text_of(reader.read(DARK_CARD))


def test_word_boxes_lie_inside_the_picture(reader):
    height, width = CARD.shape[:2]
    for word in reader.read(CARD):
        left, top, right, bottom = geometry.bounds(word.quad)
        assert left >= -5
        assert top >= -5
        assert right <= width + 5
        assert bottom <= height + 5


@pytest.mark.parametrize("printed", LINES, ids=lambda printed: printed[0])
def test_word_boxes_lie_around_the_ink(reader, printed):
    ink = ink_box(*printed)
    here = [word.quad for word in reader.read(CARD) if ink[1] < geometry.center(word.quad)[1] < ink[3]]
    found = geometry.bounds([corner for quad in here for corner in quad])
    assert found == pytest.approx(ink, abs=0.5 * printed[1])


@pytest.mark.parametrize("printed", LINES, ids=lambda printed: printed[0])
def test_each_line_is_found_without_being_read(reader, printed):
    left, top, right, bottom = ink_box(*printed)
    middle = ((left + right) / 2, (top + bottom) / 2)
    assert any(geometry.contains(quad, middle) for quad in reader.find_text(CARD))


def test_beliefs_lie_between_none_and_certain(reader):
    assert all(0 <= word.confidence <= 1 for word in reader.read(CARD))
    assert all(0 <= confidence <= 1 for _, confidence in reader.read_lines(STRIPS))


def test_the_words_of_a_piece_follow_each_other_left_to_right(reader):
    runs = [(piece, list(words)) for piece, words in groupby(reader.read(CARD), key=lambda word: word.piece)]
    numbers = [piece for piece, _ in runs]
    assert len(numbers) == len(set(numbers))
    for _, words in runs:
        lefts = [word.quad[0][0] for word in words]
        assert lefts == sorted(lefts)


def test_no_word_is_empty_or_holds_a_space(reader):
    assert all(word.text and not any(map(str.isspace, word.text)) for word in reader.read(CARD))


@pytest.mark.parametrize("picture", WITHOUT_TEXT)
def test_a_picture_without_text_gives_nothing(reader, picture):
    assert reader.read(WITHOUT_TEXT[picture]) == ()
    assert reader.find_text(WITHOUT_TEXT[picture]) == ()


def test_a_picture_in_between_changes_nothing(reader):
    first = reader.read(CARD)
    assert reader.read(OTHER_CARD) != first
    assert reader.read(CARD) == first


def test_strips_are_read_in_their_order_with_an_empty_one_between(reader):
    (bakery, _), nothing, (email, _) = reader.read_lines(STRIPS)
    assert bakery.replace(" ", "") == "HarbourBakery"
    assert nothing == ("", 0.0)
    assert email.replace(" ", "") == "jane@harbour.example"


def test_no_strips_give_no_lines(reader):
    assert reader.read_lines([]) == ()


def test_it_pickles_before_its_first_use(chosen):
    name, options = chosen
    copy = pickle.loads(pickle.dumps(readers.make(name, **options)))  # noqa: S301 - made on the left
    assert "Marlowe" in text_of(copy.read(CARD))


# onnxruntime keeps one idle thread from its import on; it is there before the count.
LASTING_THREADS = """
import json, os, sys, threading
sys.path.insert(0, ".")
import cv2, numpy, onnxruntime
from drawn_card import card
from cardscan.ocr.reader import readers
cv2.setNumThreads(1)
reader = readers.make(sys.argv[1], **json.loads(sys.argv[2]))
before = len(os.listdir("/proc/self/task")), threading.active_count()
assert reader.read(card())
print(len(os.listdir("/proc/self/task")) - before[0], threading.active_count() - before[1])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="counts the threads in /proc")
def test_it_starts_no_lasting_threads(chosen):
    assert in_fresh_interpreter(LASTING_THREADS, chosen).split() == ["0", "0"]


CONNECTIONS = """
import json, sys
sys.path.insert(0, ".")
def watch(event, args):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        print(event, args)
sys.addaudithook(watch)
from drawn_card import card
from cardscan.ocr.reader import readers
reader = readers.make(sys.argv[1], **json.loads(sys.argv[2]))
assert reader.read(card()) and reader.find_text(card())
"""


def test_it_opens_no_network_connection(chosen):
    assert in_fresh_interpreter(CONNECTIONS, chosen) == ""


MODELS_LOADED = """
import json, subprocess, sys
readings = []
def watch(event, args):
    if event == "subprocess.Popen" and "--psm" in args[1]:
        readings.append(args[1])
sys.addaudithook(watch)
from cardscan.ocr.reader import readers
reader = readers.make(sys.argv[1], **json.loads(sys.argv[2]))
print(sorted({"onnxruntime", "rapidocr"} & sys.modules.keys()), readings)
"""


def test_no_model_is_loaded_before_the_first_use(chosen):
    assert in_fresh_interpreter(MODELS_LOADED, chosen).strip() == "[] []"
