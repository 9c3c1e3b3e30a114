"""A script that the reader does not know is noticed, and named where its letters tell it."""

import pytest
from written_scripts import LANGUAGES, written

from cardscan.geometry import rectangle
from cardscan.ocr.record import WordBox
from cardscan.ocr.scripts.unread import unread_scripts


def scripts_on(pixels, reader, **options):
    texts = reader.find_text(pixels)
    return unread_scripts(pixels, texts, reader.read(pixels, texts), **options)


@pytest.mark.parametrize("script", LANGUAGES)
def test_a_card_in_a_script_that_is_not_read_is_noticed(default_reader, script):
    (told,) = scripts_on(written(script), default_reader)
    assert told in (script, "Zzzz")


@pytest.mark.parametrize("script", ["Arab", "Grek", "Hang", "Hebr"])
def test_the_script_is_named(default_reader, script):
    assert scripts_on(written(script), default_reader) == (script,)


@pytest.mark.parametrize("script", ["Latn", "Hani"])
def test_a_card_that_is_read_gives_no_hint(default_reader, script):
    assert scripts_on(written(script), default_reader) == ()


def test_a_script_that_was_asked_for_gives_no_hint(default_reader):
    assert scripts_on(written("Hang"), default_reader, known=("Hang",)) == ()


def test_a_single_logo_gives_no_hint():
    logo, line = rectangle(60, 60, 180, 110), rectangle(60, 460, 400, 500)
    words = (WordBox(text="mail@example.com", quad=line, confidence=0.99, piece=0),)
    assert unread_scripts(written("Latn"), [logo, line], words) == ()


def test_a_card_without_text_gives_no_hint():
    assert unread_scripts(written("Latn"), [], ()) == ()
