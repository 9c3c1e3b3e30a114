"""Photos of a card as it is, too far away and out of focus, from the file to the row's reasons."""

import cv2
import pytest
from drawn_card import card

from cardscan import scan_photo
from cardscan.ocr.readers.rapidocr import RapidOcrReader

FAR = cv2.resize(card(), None, fx=0.17, fy=0.17, interpolation=cv2.INTER_AREA)
OUT_OF_FOCUS = cv2.GaussianBlur(card(), (0, 0), 5)


@pytest.fixture(scope="module")
def reader():
    return RapidOcrReader()


@pytest.fixture
def reasons(tmp_path, reader):
    """What is said of the cards of a picture as a whole."""

    def of(pixels):
        path = tmp_path / "card.png"
        cv2.imwrite(str(path), pixels)
        return [
            issue.code
            for scanned in scan_photo(path, reader=reader).cards
            for issue in scanned.contact.issues
        ]

    return of


def test_card_photographed_well_is_believed(reasons):
    assert reasons(card()) == []


def test_card_photographed_from_afar_is_not_believed(reasons):
    assert reasons(FAR) == ["print-small"]


def test_card_out_of_focus_is_not_believed(reasons):
    assert reasons(OUT_OF_FOCUS) == ["photo-blurred"]
