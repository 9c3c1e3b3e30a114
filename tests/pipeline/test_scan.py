from __future__ import annotations

import pickle
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from stand_in_readers import RaisingReader, ShadeReader

from cardscan.errors import UsageError
from cardscan.pipeline.record import Progress, ScanReport
from cardscan.pipeline.scan import scan_folder, scan_photo

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)


def scan(photos: Path, **options: object) -> ScanReport:
    return scan_folder(photos, **{"event_date": "2026-11-20", "reader": ShadeReader(), "now": NOW} | options)


def test_a_photo_gives_its_cards_with_their_contacts(put_photo: Callable[..., Path]):
    result = scan_photo(put_photo(1), reader=ShadeReader())
    assert result.status == "read"
    assert [card.contact.first("email").text for card in result.cards] == ["ada@example.com"]


def test_the_time_of_every_stage_is_told(put_photo: Callable[..., Path]):
    result = scan_photo(put_photo(1), reader=ShadeReader())
    assert [stage for stage, _ in result.seconds] == ["decode", "ocr", "parse"]
    assert all(seconds > 0 for _, seconds in result.seconds)


def test_a_photo_without_text_has_no_card(put_photo: Callable[..., Path]):
    result = scan_photo(put_photo(0), reader=ShadeReader())
    assert (result.status, result.reason) == ("no card", "there is no text on it")


def test_a_photo_that_does_not_exist_is_a_failed_result(tmp_path: Path):
    result = scan_photo(tmp_path / "gone.jpg", reader=ShadeReader())
    assert result.status == "failed"
    assert "no such file" in result.reason


def test_an_error_that_nobody_foresaw_costs_one_photo(photos: Path):
    report = scan(photos, reader=RaisingReader())
    assert [result.path for result in report.failed] == ["person-3.png"]
    assert report.contacts == 4


def test_the_message_of_an_error_that_nobody_foresaw_is_not_told(photos: Path):
    (failed,) = scan(photos, reader=RaisingReader()).failed
    assert failed.reason == "reading it failed unexpectedly (LookupError)"


def test_results_stand_in_the_order_of_the_paths(photos: Path):
    (photos / "a.jpg").write_text("no picture")
    (photos / "list.txt").write_text("a list")
    report = scan(photos, workers=2)
    assert [result.path for result in report.results] == [
        "a.jpg",
        "list.txt",
        "person-1.png",
        "person-2.png",
        "person-3.png",
        "person-4.png",
        "person-5.png",
    ]


def test_the_report_counts_what_came_out(photos: Path, put_photo: Callable[..., Path]):
    put_photo(0, "wall.png")
    report = scan(photos)
    assert (report.photos_read, report.cards_found, report.contacts) == (6, 5, 5)
    assert [result.path for result in report.having("no card")] == ["wall.png"]


@pytest.mark.parametrize("workers", [1, 2])
def test_two_pictures_of_one_card_are_one_row(photos: Path, put_photo: Callable[..., Path], workers: int):
    pixels = Image.open(photos / "person-2.png").resize((960, 600))
    pixels.save(photos / "person-2b.png")
    put_photo(0, "person-4_back.png")
    report = scan(photos, workers=workers)
    assert [row.photo for row in report.followups] == [
        ("person-1.png",),
        ("person-2.png", "person-2b.png"),
        ("person-3.png",),
        ("person-4.png", "person-4_back.png"),
        ("person-5.png",),
    ]
    assert [result.path for result in report.having("joined")] == ["person-2b.png", "person-4_back.png"]
    assert (report.photos_read, report.cards_found, report.contacts) == (7, 5, 5)


def test_progress_ends_with_every_photo_done(photos: Path):
    told: list[Progress] = []
    report = scan(photos, on_progress=told.append)
    assert [progress.done for progress in told] == [0, 1, 2, 3, 4, 5]
    assert told[-1] == Progress(done=5, total=5, flagged=report.flagged)


def test_the_event_file_in_the_folder_is_used(photos: Path):
    (photos / "event.toml").write_text('name = "Autumn fair"\ndate = 2026-10-02\n')
    event = scan(photos, event_date=None).event
    assert (event.name, event.date) == ("Autumn fair", date(2026, 10, 2))


def test_a_date_with_a_time_gives_its_day(photos: Path):
    assert scan(photos, event_date=datetime(2026, 11, 20, 18, 30, tzinfo=UTC)).event.date == date(
        2026, 11, 20
    )


def test_a_country_that_does_not_exist_is_refused(photos: Path):
    for call in (
        lambda: scan(photos, country="UK"),
        lambda: scan_photo(photos / "person-1.png", country="UK"),
    ):
        with pytest.raises(UsageError, match="--country GB"):
            call()


def test_a_missing_date_is_told_before_anything_is_read(photos: Path):
    told: list[Progress] = []
    with pytest.raises(UsageError, match="--event-date"):
        scan(photos, event_date=None, on_progress=told.append)
    assert told == []


def test_a_report_pickles(photos: Path):
    report = scan(photos)
    assert pickle.loads(pickle.dumps(report)) == report  # noqa: S301 - our own
