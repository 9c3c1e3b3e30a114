"""Languages that cannot be read are refused before any photo is."""

import pickle

import pytest
from written_scripts import need_language

from cardscan import scan_folder, scan_photo
from cardscan.errors import UsageError
from cardscan.ocr.readers.rapidocr import RapidOcrReader
from cardscan.pipeline.worker import with_languages


def test_without_languages_the_reader_stays_what_it_was():
    assert with_languages("rapidocr", None) == "rapidocr"


@pytest.mark.parametrize("name", ["rapidocr", "tesseract"])
def test_a_language_without_data_is_refused_with_the_step_that_brings_it(name):
    with pytest.raises(
        UsageError, match=r"no data for 'tlh'.*apt-get install tesseract-ocr-tlh .*TESSDATA_PREFIX"
    ):
        with_languages(name, "tlh")


def test_a_reader_object_cannot_be_told_languages():
    with pytest.raises(UsageError, match="rapidocr cannot be told languages; leave --lang out"):
        with_languages(RapidOcrReader(), "eng")


def test_an_unknown_reader_is_called_so():
    with pytest.raises(UsageError, match="There is no reader called 'abacus'"):
        with_languages("abacus", "eng")


@pytest.mark.parametrize("languages", ["", "--psm", "kor;ls"])
def test_a_scan_refuses_hostile_codes_before_it_reads(tmp_path, languages):
    (tmp_path / "card.jpg").write_bytes(b"never read")
    with pytest.raises(UsageError, match="is no language code"):
        scan_folder(tmp_path, event_date="2026-11-20", languages=languages)
    with pytest.raises(UsageError, match="is no language code"):
        scan_photo(tmp_path / "card.jpg", languages=languages)


def test_the_chosen_reader_travels_to_workers():
    need_language("kor")
    chosen = with_languages("rapidocr", "kor")
    copy = pickle.loads(pickle.dumps(chosen))  # noqa: S301 - made on the left
    assert (copy.name, copy.scripts) == ("rapidocr+kor", ("Hang",))
