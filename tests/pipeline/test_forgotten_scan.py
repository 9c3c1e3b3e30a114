from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from stand_in_readers import ShadeReader

from cardscan.book.forgetting.forget import forget
from cardscan.book.people import find_person
from cardscan.book.store import open_book
from cardscan.cli.summary import summary_json, tell_summary
from cardscan.pipeline.saved import records_lines
from cardscan.pipeline.scan import scan_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cardscan.book.store import Book
    from cardscan.pipeline.record import ScanReport

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


class NoReader(ShadeReader):
    """Has the stand-in reader's name, and must not be asked."""

    def find_text(self, _: object) -> tuple[()]:
        raise AssertionError("a photo was read again")


@pytest.fixture
def kept(book: Path) -> Iterator[Book]:
    with open_book(book) as opened:
        yield opened


def scan(photos: Path, book: Book, **options: object) -> ScanReport:
    usual = {"event_date": "2026-11-20", "reader": ShadeReader(), "now": NOW, "workers": 1}
    return scan_folder(photos, book=book, **usual | options)


@pytest.fixture
def without_ada(photos: Path, kept: Book) -> Path:
    """A scanned folder, on whose first photo is somebody who was forgotten since."""
    scan(photos, kept)
    with kept.reading() as session:
        contact_id = find_person(session, "Ada Winter").contact_id
    forget(kept, [contact_id], at=NOW)
    return photos


def test_a_scan_leaves_out_who_was_forgotten_without_reading(without_ada: Path, kept: Book):
    report = scan(without_ada, kept, reader=NoReader())
    assert (report.contacts, report.forgotten, report.read_before) == (4, 1, 4)
    (passed_over,) = report.having("ignored")
    assert (passed_over.path, "forgotten" in passed_over.reason) == ("person-1.png", True)


def test_the_scan_after_that_gives_the_same_queue(without_ada: Path, kept: Book):
    assert scan(without_ada, kept).followups == scan(without_ada, kept).followups


def test_a_photo_of_the_same_person_that_is_new_is_left_out_too(
    without_ada: Path, kept: Book, put_photo: Callable[..., Path]
):
    new = put_photo(1, "again.jpg")
    report = scan(without_ada, kept)
    assert (report.contacts, report.forgotten) == (4, 2)
    assert new.name in {result.path for result in report.having("ignored")}


@pytest.mark.parametrize("read_again", [False, True])
def test_no_record_of_the_scan_holds_the_name(
    without_ada: Path, kept: Book, put_photo: Callable[..., Path], read_again: bool
):
    put_photo(1, "again.jpg")
    report = scan(without_ada, kept, read_again=read_again)
    assert "Winter" not in records_lines(report.results)
    assert report.contacts == 4


def test_bring_back_brings_everybody_back(without_ada: Path, kept: Book):
    assert scan(without_ada, kept, bring_back=True).contacts == 5
    report = scan(without_ada, kept, reader=NoReader())
    assert (report.contacts, report.forgotten) == (5, 0)


def test_the_summary_says_how_many_were_left_out(
    without_ada: Path, kept: Book, capsys: pytest.CaptureFixture[str]
):
    report = scan(without_ada, kept)
    tell_summary(report, "queue.csv")
    assert "forgotten          1  cards left out; --bring-back" in capsys.readouterr().err
    assert '"forgotten": 1' in summary_json(report, "queue.csv")
