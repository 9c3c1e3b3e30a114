"""From a photo of a card in another script to a row that says what to do."""

from unicodedata import normalize

import cv2
import pytest
from written_scripts import LANGUAGES, LINES, need_language, written

from cardscan import scan_folder, scan_photo
from cardscan.pipeline.record import NO_TEXT


def scanned(folder, script, *, mail="mail@example.com", languages=None):
    cv2.imwrite(str(folder / "card.png"), written(script, mail=mail))
    return scan_folder(folder, event_date="2026-11-20", languages=languages)


def test_the_row_says_which_language_to_scan_with(tmp_path):
    (row,) = scanned(tmp_path, "Hang").followups
    assert row.needs_review
    assert any("scan again with --lang kor" in reason for reason in row.review_reasons)


def test_a_card_of_which_nothing_was_read_says_so(tmp_path):
    (result,) = scanned(tmp_path, "Hang", mail="").results
    assert result.status == "no card"
    assert result.reason != NO_TEXT
    assert "--lang kor" in result.reason


@pytest.mark.parametrize("script", ["Hang", "Cyrl", "Grek"])
def test_with_its_language_the_row_has_the_text_and_no_hint(tmp_path, script):
    need_language(LANGUAGES[script])
    report = scanned(tmp_path, script, languages=LANGUAGES[script])
    (row,) = report.followups
    # The sign for a millionth, which the default reader gives for the Greek letter, is folded.
    lines = [normalize("NFKC", line.text) for line in report.results[0].cards[0].reading.lines]
    assert LINES[script][0].replace(" ", "") in [line.replace(" ", "") for line in lines]
    assert not any("--lang" in reason for reason in row.review_reasons)


def test_tesseract_alone_gives_no_hint_to_scan_with_the_language_that_it_was_given(tmp_path):
    need_language("kor")
    cv2.imwrite(str(tmp_path / "card.png"), written("Hang"))
    (card,) = scan_photo(tmp_path / "card.png", reader="tesseract", languages="kor").cards
    assert LINES["Hang"][0].replace(" ", "") in [line.text.replace(" ", "") for line in card.reading.lines]
    assert card.reading.unread_scripts == ()


def test_workers_read_in_the_languages_too(tmp_path):
    need_language("kor")
    for name in ("a", "b"):
        cv2.imwrite(str(tmp_path / f"{name}.png"), written("Hang", mail=f"{name}@example.com"))
    report = scan_folder(tmp_path, event_date="2026-11-20", languages="kor", workers=2)
    assert all(card.reading.reader == "rapidocr+kor" for result in report.results for card in result.cards)
    assert not report.failed
