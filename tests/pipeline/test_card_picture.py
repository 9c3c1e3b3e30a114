"""The picture of a card, cut from its photo once more."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from drawn_card import OTHER_LINES, card
from photographed_cards import photograph
from PIL import Image

from cardscan import geometry
from cardscan.errors import PhotoError
from cardscan.ocr.orientation import VOTERS
from cardscan.ocr.photo import open_photo
from cardscan.ocr.readers.rapidocr import RapidOcrReader
from cardscan.ocr.record import CardImage, Reading
from cardscan.ocr.warp import flat_from_picture
from cardscan.pipeline.card_picture import LONGEST_PX, CardPhoto, cut_card, find_cards_again

if TYPE_CHECKING:
    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels

TESTS = Path(__file__).parents[1]
SAMPLES = TESTS.parent / "samples" / "photos"

LEVEL = geometry.rectangle(200, 150, 1200, 710)
FROM_THE_SIDE = ((260, 190), (1150, 120), (1230, 840), (180, 700))
LAID = {
    "level": LEVEL,
    "seen from the side": FROM_THE_SIDE,
    "upside down": geometry.turned(LEVEL, 2),
    "on its side": (*geometry.rectangle(100, 100, 548, 900)[1:], (100, 100)),
}
"""Where the corners of the card lie, from its own top left."""


def found(quad: Quad, *, number: int = 1, page: int = 1, size: tuple[int, int] = (1000, 560)) -> CardImage:
    """What a scan keeps of a card."""
    return CardImage(
        number=number,
        page=page,
        quad=quad,
        card_from_photo=flat_from_picture(quad, *size),
        width_px=size[0],
        height_px=size[1],
        found_by="quad",
    )


def pixels_of(data: bytes) -> Pixels:
    return cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)


def difference(data: bytes, pixels: Pixels) -> float:
    """Mean difference between a picture and the drawn card, in grey levels."""
    shown = pixels_of(data)
    size = shown.shape[1], shown.shape[0]
    drawn = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    return float(np.abs(shown.astype(int) - drawn).mean())


def opened(path: Path):
    return open_photo(path, shown_as=path.name)


@pytest.mark.parametrize("quad", LAID.values(), ids=LAID)
def test_it_is_flat_and_upright_and_whole(quad):
    data = cut_card(photograph((card(), quad)), found(quad))
    assert difference(data, card()) < 4 < difference(data, card()[::-1, ::-1])


@pytest.mark.parametrize(
    ("longest_px", "size"), [(LONGEST_PX, (480, 269)), (200, (200, 112)), (5000, (1000, 560))]
)
def test_it_is_as_long_as_was_asked_for_and_never_enlarged(longest_px, size):
    data = cut_card(photograph((card(), LEVEL)), found(LEVEL), longest_px=longest_px)
    assert pixels_of(data).shape[1::-1] == size


def test_a_card_in_portrait_format_is_as_high_as_was_asked_for():
    quad = geometry.rectangle(100, 100, 600, 900)
    assert pixels_of(cut_card(photograph((card(), quad)), found(quad, size=(500, 800)))).shape[:2] == (
        480,
        300,
    )


def test_a_photo_that_is_stored_on_its_side_gives_an_upright_picture_without_its_metadata(tmp_path):
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera maker"
    stored = cv2.rotate(photograph((card(), LEVEL)), cv2.ROTATE_90_COUNTERCLOCKWISE)
    Image.fromarray(stored[:, :, ::-1].copy()).save(
        tmp_path / "photo.jpg", quality=95, exif=exif, comment="taken at home", icc_profile=b"a profile"
    )
    data = CardPhoto(opened(tmp_path / "photo.jpg"), [found(LEVEL)]).picture(1)
    assert difference(data, card()) < 5
    with Image.open(io.BytesIO(data)) as picture:
        assert picture.format == "JPEG"
        assert not picture.getexif()
        assert picture.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_cards_on_several_pages_come_each_from_its_own(tmp_path):
    other = card(OTHER_LINES)
    pages = [Image.fromarray(photograph((one, LEVEL))[:, :, ::-1].copy()) for one in (card(), other)]
    pages[0].save(tmp_path / "scan.tif", save_all=True, append_images=pages[1:])
    photo = CardPhoto(opened(tmp_path / "scan.tif"), [found(LEVEL), found(LEVEL, number=2, page=2)])
    assert difference(photo.picture(2), other) < 4
    assert difference(photo.picture(1), card()) < 4


def test_a_card_that_is_not_there_is_told(tmp_path):
    Image.fromarray(photograph((card(), LEVEL))).save(tmp_path / "photo.png")
    photo = CardPhoto(opened(tmp_path / "photo.png"), [found(LEVEL, number=3, page=2)])
    with pytest.raises(PhotoError, match=r"photo\.png: no card 1 was found on it"):
        photo.picture(1)
    with pytest.raises(PhotoError, match=r"photo\.png: it has no page 2"):
        photo.picture(3)


class CountingReader(RapidOcrReader):
    """Remembers how many pieces it was asked to read at a time."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[int] = []

    def read(self, pixels, texts=None):
        self.pieces.append(len(texts))
        return super().read(pixels, texts)


@pytest.fixture(scope="module")
def reader() -> CountingReader:
    return CountingReader()


@pytest.fixture(scope="module")
def scanned() -> dict[str, list[CardImage]]:
    """What a scan once found on each of the samples."""
    lines = (TESTS / "golden" / "samples" / "readings.jsonl").read_text("utf-8").splitlines()
    cards: dict[str, list[CardImage]] = {}
    for entry in map(json.loads, lines):
        cards.setdefault(entry["photo"], []).append(Reading.from_dict(entry["reading"]).card)
    return cards


@pytest.mark.parametrize("name", ["quillon_and_juniper.jpg", "hollin_turned180.jpg", "two_pages_scan.pdf"])
def test_cards_are_found_again_where_the_scan_found_them(name, reader, scanned):
    again = list(find_cards_again(opened(SAMPLES / name), reader))
    for one, before in zip(again, scanned[name], strict=True):
        assert (one.number, one.page) == (before.number, before.page)
        assert np.abs(np.subtract(one.quad, before.quad)).max() < 2
    assert set(reader.pieces) == {VOTERS}


def test_a_picture_without_text_is_one_card(tmp_path, reader):
    Image.new("RGB", (320, 200), "white").save(tmp_path / "blank.png")
    (whole,) = find_cards_again(opened(tmp_path / "blank.png"), reader)
    assert whole.quad == geometry.rectangle(0, 0, 320, 200)
