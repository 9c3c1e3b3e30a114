"""The pictures of the cards that rows of the queue are from."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import cv2
import numpy as np
import pytest
from finds_made_up import AVERY, FAIR, find, photo
from stand_in_readers import SHADE, ShadeReader

from cardscan.book.events import keep_event
from cardscan.book.photos import keep_readings, keep_sightings
from cardscan.book.store import open_book
from cardscan.errors import ReaderError
from cardscan.export import read_queue
from cardscan.ocr.photo import open_photo
from cardscan.ocr.record import Reading
from cardscan.pipeline.row_pictures import RowPictures
from cardscan.pipeline.scan import scan_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy.orm import Session

    from cardscan.book.store import Book
    from cardscan.followup.record import FollowUp

GOLDEN = Path(__file__).parents[1] / "golden" / "samples"
SAMPLES = Path(__file__).parents[2] / "samples" / "photos"
NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


class BlindReader(ShadeReader):
    """Must not be asked for anything."""

    def find_text(self, _):
        raise AssertionError("the book knows where the cards are")


class FailingReader(ShadeReader):
    """Cannot read any picture."""

    def find_text(self, _):
        raise ReaderError("shade", "its model is damaged.")


@pytest.fixture
def kept(book: Path) -> Iterator[Book]:
    with open_book(book) as opened:
        yield opened


@pytest.fixture
def session(kept: Book) -> Iterator[Session]:
    with kept.reading() as reading:
        yield reading


@pytest.fixture
def scan(kept: Book) -> Callable[..., tuple[FollowUp, ...]]:
    """Scans a folder; the rows of its queue."""

    def run(folder: Path, event: str = "Autumn fair") -> tuple[FollowUp, ...]:
        return scan_folder(
            folder, event=event, event_date="2026-11-20", reader=ShadeReader(), workers=1, book=kept, now=NOW
        ).followups

    return run


@pytest.fixture
def rows(scan: Callable[..., tuple[FollowUp, ...]], photos: Path) -> tuple[FollowUp, ...]:
    """The rows of the persons 1 to 5."""
    return scan(photos)


def person_on(data: bytes | None) -> int | None:
    """Whom the stand-in readers see on a picture."""
    if data is None:
        return None
    return round(float(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR).mean()) / SHADE)


def test_each_row_gets_its_own_card_and_what_the_book_knows_is_not_found_again(rows, photos, session):
    pictures = RowPictures(session, [photos], reader=BlindReader())
    assert [person_on(pictures.of(row)) for row in rows] == [1, 2, 3, 4, 5]
    assert (pictures.missing, pictures.rows_without) == ({}, 0)


def test_a_card_that_the_book_does_not_know_is_found_again(photos, session):
    rows = scan_folder(photos, event_date="2026-11-20", reader=ShadeReader(), workers=1, now=NOW).followups
    pictures = RowPictures(session, [photos], reader=ShadeReader())
    assert [person_on(pictures.of(row)) for row in rows] == [1, 2, 3, 4, 5]


def test_a_photo_that_is_gone_is_told_once_and_the_others_have_their_pictures(rows, photos, session):
    (photos / "person-2.png").unlink()
    pictures = RowPictures(session, [photos])
    assert [person_on(pictures.of(row)) for row in (*rows, rows[1])] == [1, None, 3, 4, 5, None]
    assert pictures.missing == {"person-2.png": "it is not in the folder any more."}
    assert pictures.rows_without == 2


def test_another_picture_of_the_same_name_is_not_taken_for_the_card(rows, photos, put_photo, session):
    put_photo(5, "person-2.png")
    pictures = RowPictures(session, [photos])
    assert pictures.of(rows[1]) is None
    assert pictures.missing == {"person-2.png": "it is another picture than the one that was scanned."}


def test_a_broken_photo_is_told(rows, photos, session):
    (photos / "broken.jpg").write_bytes((photos / "person-1.png").read_bytes()[:300])
    pictures = RowPictures(session, [photos], reader=ShadeReader())
    assert pictures.of(replace(rows[0], photo=("broken.jpg",))) is None
    assert "damaged or incomplete" in pictures.missing["broken.jpg"]


def test_a_reader_that_fails_is_told(photos, session):
    rows = scan_folder(photos, event_date="2026-11-20", reader=ShadeReader(), workers=1, now=NOW).followups
    pictures = RowPictures(session, [photos], reader=FailingReader())
    assert pictures.of(rows[0]) is None
    assert pictures.missing == {"person-1.png": "its model is damaged."}


def test_a_card_that_the_book_does_not_have_of_its_photo_is_not_looked_for(rows, photos, session):
    pictures = RowPictures(session, [photos], reader=BlindReader())
    assert pictures.of(replace(rows[0], card=7)) is None
    assert pictures.missing == {"person-1.png": "no card 7 was found on it."}


def test_a_row_without_a_photo_has_no_picture(rows, photos, session):
    pictures = RowPictures(session, [photos])
    assert pictures.of(replace(rows[0], photo=())) is None
    assert list(pictures.missing.values()) == ["it names no photo."]


@pytest.mark.parametrize("way", ["{folder}/private.png", "../private.png", "day/../../private.png"])
def test_a_row_never_reaches_a_picture_outside_of_the_folders(rows, photos, session, way):
    (photos / "day").mkdir()
    shutil.copy(photos / "person-1.png", photos.parent / "private.png")
    named = way.format(folder=photos.parent.as_posix())
    pictures = RowPictures(session, [photos], reader=ShadeReader())
    assert pictures.of(replace(rows[0], photo=(named,))) is None
    assert pictures.missing == {named: "it does not lie below the folder."}


def test_photos_of_one_name_are_told_apart_by_what_was_scanned(scan, put_photo, session):
    first = put_photo(1, "monday/IMG_1.png").parent
    second = put_photo(2, "friday/IMG_1.png").parent
    rows = (*scan(first, "Autumn fair"), *scan(second, "Spring fair"))
    assert [row.photo for row in rows] == [("IMG_1.png",), ("IMG_1.png",)]
    pictures = RowPictures(session, [first, second], reader=BlindReader())
    assert [person_on(pictures.of(row)) for row in rows] == [1, 2]


ODD_NAMES = ["line\nbreak.png", "two  spaces.png", "back\\slash.png", "\u202eturned.png", "byte\udcff.png"]


@pytest.mark.parametrize("name", ODD_NAMES, ids=["line", "spaces", "backslash", "mark", "byte"])
def test_a_photo_is_found_whatever_its_name(scan, put_photo, session, name):
    try:
        folder = put_photo(3, f"day 1/{name}").parents[1]
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    (row,) = scan(folder)
    assert row.photo != (f"day 1/{name}",)
    assert person_on(RowPictures(session, [folder]).of(row)) == 3


@pytest.fixture
def samples(kept: Book) -> dict[str, list[FollowUp]]:
    """The rows of the samples by photo, the book holding what was read on them."""
    entries = map(json.loads, (GOLDEN / "readings.jsonl").read_text("utf-8").splitlines())
    readings: dict[str, list[Reading]] = {}
    for entry in entries:
        readings.setdefault(entry["photo"], []).append(Reading.from_dict(entry["reading"]))
    with kept.writing() as session:
        for name, found in readings.items():
            photo = open_photo(SAMPLES / name, shown_as=name).photo
            keep_readings(session, photo, found, read_by="rapidocr", at=NOW)
    rows: dict[str, list[FollowUp]] = {}
    for row in read_queue(GOLDEN / "queue.csv"):
        rows.setdefault(row.photo[0], []).append(row)
    return rows


def test_every_sample_gives_the_picture_of_its_card(samples, session):
    pictures = RowPictures(session, [SAMPLES], reader=BlindReader())
    sizes = [len(pictures.of(row) or b"") for rows in samples.values() for row in rows]
    assert len(sizes) == 25
    assert all(10_000 < size < 35_000 for size in sizes)


def test_a_photo_of_several_cards_is_opened_once(samples, session, tmp_path):
    shutil.copy(SAMPLES / "quillon_and_juniper.jpg", tmp_path)
    one, other = samples["quillon_and_juniper.jpg"]
    pictures = RowPictures(session, [tmp_path], reader=BlindReader())
    first = pictures.of(one)
    (tmp_path / "quillon_and_juniper.jpg").unlink()
    second = pictures.of(other)
    assert first
    assert second
    assert first != second


def test_of_two_sides_of_a_card_the_one_with_the_name_is_shown(samples, session):
    (row,) = samples["isarkamm_front.jpg"]
    assert row.photo == ("isarkamm_front.jpg", "isarkamm_back.jpg")
    pictures = RowPictures(session, [SAMPLES], reader=BlindReader())
    assert pictures.of(row) == pictures.of(replace(row, photo=("isarkamm_front.jpg",)))


def test_a_photo_is_found_where_it_was_scanned_from_wherever_it_is_looked_for(
    scan, photos, session, monkeypatch
):
    monkeypatch.chdir(photos.parent)
    rows = scan(Path(photos.name))
    monkeypatch.chdir("/")
    pictures = RowPictures(session, [], reader=BlindReader())
    assert [person_on(pictures.of(row)) for row in rows] == [1, 2, 3, 4, 5]


def test_a_photo_is_looked_for_where_it_was_scanned_last(scan, photos, session, tmp_path):
    rows = scan(photos)
    scan(photos.rename(tmp_path / "moved"))
    assert person_on(RowPictures(session, [], reader=BlindReader()).of(rows[0])) == 1


def test_a_copy_in_a_folder_given_stands_in_for_what_was_written_over(rows, photos, session, tmp_path):
    shutil.copytree(photos, tmp_path / "copy")
    (photos / "person-1.png").write_bytes(b"no picture any more")
    assert person_on(RowPictures(session, [tmp_path / "copy"], reader=BlindReader()).of(rows[0])) == 1


@pytest.mark.parametrize("there", ["empty", "another"])
def test_what_else_has_its_name_in_a_folder_given_does_not_hide_a_photo(
    rows, photos, session, tmp_path, there
):
    (tmp_path / "here").mkdir()
    other = (photos / "person-2.png").read_bytes()
    (tmp_path / "here" / "person-1.png").write_bytes(b"" if there == "empty" else other)
    pictures = RowPictures(session, [tmp_path / "here"], reader=BlindReader())
    assert (person_on(pictures.of(rows[0])), pictures.missing) == (1, {})


@pytest.mark.parametrize(
    "name",
    ["line\nbreak", "back\\slash", "two  spaces", "byte\udcff"],
    ids=["line", "backslash", "spaces", "byte"],
)
def test_a_folder_is_remembered_whatever_its_name(scan, put_photo, session, name):
    try:
        folder = put_photo(3, f"{name}/card.png").parent
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    (row,) = scan(folder)
    assert person_on(RowPictures(session, [], reader=BlindReader()).of(row)) == 3


@pytest.mark.parametrize("way", ["{folder}/private.png", "../private.png", "day/../../private.png"])
def test_a_row_never_reaches_a_picture_outside_of_the_folder_that_the_book_remembers(
    photos, kept, session, way
):
    shutil.copy(photos / "person-1.png", photos.parent / "private.png")
    named = way.format(folder=photos.parent.as_posix())
    row = remembered(kept, named, folder=str(photos))
    pictures = RowPictures(session, [], reader=ShadeReader())
    assert pictures.of(row) is None
    assert pictures.missing == {named: "it does not lie below the folder."}


@pytest.mark.parametrize("folder", ["photos", ".", "/nul\\x00"], ids=["name", "here", "nul"])
def test_a_folder_that_the_book_should_not_have_is_not_looked_into(
    photos, kept, session, monkeypatch, folder
):
    monkeypatch.chdir(photos if folder == "." else photos.parent)
    row = remembered(kept, "person-1.png", folder=folder)
    pictures = RowPictures(session, [], reader=ShadeReader())
    assert pictures.of(row) is None
    assert pictures.missing == {"person-1.png": "it is not in the folder any more."}


def remembered(kept: Book, name: str, *, folder: str) -> FollowUp:
    """A row whose photo the book remembers in a folder, as somebody else may have written it there."""
    found = find(AVERY, name)
    with kept.writing() as session:
        event = keep_event(session, FAIR, NOW)
        keep_sightings(session, event.id, [photo(name)], folder=folder)
    return found.row


def test_a_name_that_no_file_can_have_ends_nothing(rows, photos, session):
    pictures = RowPictures(session, [photos], reader=BlindReader())
    assert pictures.of(replace(rows[0], photo=("a" * 300,))) is None
    assert list(pictures.missing.values()) == ["it is not in the folder any more."]


_AS_NOBODY = """
import os, sys
from pathlib import Path
from cardscan.book.rows import everybodys_rows
from cardscan.book.store import open_book
from cardscan.pipeline.row_pictures import RowPictures
with open_book(sys.argv[1]) as book, book.reading() as session:
    row = next(iter(everybodys_rows(session)))
    os.setuid(65534)
    pictures = RowPictures(session, [])
    print(pictures.of(row), pictures.missing)
"""


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become another")
def test_a_remembered_folder_of_somebody_else_ends_nothing(rows, photos, book):
    photos.chmod(0o700)
    run = [sys.executable, "-c", _AS_NOBODY, str(book)]
    done = subprocess.run(run, check=False, capture_output=True, encoding="utf-8", timeout=60)
    assert done.stdout.strip() == (
        "None {'person-1.png': 'it may not be opened; allow reading it and scan again.'}"
    ), done.stderr
