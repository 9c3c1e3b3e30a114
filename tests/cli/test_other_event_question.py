"""The same photos under another event's name.  They were read before: no reader is started."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AT, AVERY, BLAKE
from pseudo_terminal import at_terminal, needs_terminal
from written_card import reading

from cardscan.book.events import all_events
from cardscan.book.photos import keep_readings
from cardscan.book.store import open_book
from cardscan.ocr.photo import open_photo

if TYPE_CHECKING:
    from pathlib import Path

AUTUMN = ("scan", "photos", "--event", "Autumn fair", "--event-date", "2026-11-20", "--quiet", "--json")
HARBOUR = ("scan", "photos", "--event", "Harbour mixer", "--event-date", "2026-11-19", "--quiet")


@pytest.fixture(autouse=True)
def _scanned(typed, draw, book: Path, tmp_path: Path) -> None:
    """Two photos, read and scanned as the autumn fair's."""
    with open_book(book) as opened, opened.writing() as session:
        for name, card in (("avery.png", AVERY), ("blake.png", BLAKE)):
            path = draw(tmp_path / "photos" / name, card)
            photo = open_photo(path, shown_as=name).photo
            keep_readings(session, photo, [reading(*card)], read_by="rapidocr", at=AT)
    scanned = json.loads(typed(*AUTUMN).out)
    assert (scanned["contacts"], scanned["read_before"]) == (2, 2)


def events(book: Path) -> list[tuple[str, int]]:
    with open_book(book) as opened, opened.reading() as session:
        return [(event.name, people) for event, people in all_events(session)]


def test_without_a_terminal_it_is_refused_with_both_ways_to_go_on(typed, book):
    shown = typed(*HARBOUR)
    assert shown.code == 2
    assert "2 of these photos were scanned as cards of 'Autumn fair' on 2026-11-20" in shown.said
    assert "cardscan event edit 'Autumn fair' --name 'Harbour mixer' --date 2026-11-19" in shown.said
    assert "--another-event" in shown.said
    assert events(book) == [("Autumn fair", 2)]


def test_both_ways_to_go_on_work(typed, book):
    assert typed(*HARBOUR, "--another-event", "-o", "harbour.csv").code == 0
    assert {name for name, _ in events(book)} == {"Autumn fair", "Harbour mixer"}
    typed("event", "edit", "Autumn fair", "--name", "Winter fair")
    assert typed(*AUTUMN).code == 0


@needs_terminal
@pytest.mark.parametrize(
    ("answer", "code", "then"),
    [
        ("same", 0, ["Harbour mixer"]),
        ("other", 0, ["Autumn fair", "Harbour mixer"]),
        ("stop", 130, ["Autumn fair"]),
    ],
)
def test_at_a_terminal_it_asks(book, answer, code, then):
    ended, said = at_terminal(f"{answer}\n", *HARBOUR)
    assert (ended, [name for name, _ in events(book)]) == (code, then)
    assert "2 of these photos were scanned as cards of Autumn fair, 2026-11-20." in said


def test_after_the_event_was_put_right_the_queue_stays_where_it_is(typed, tmp_path):
    typed("event", "edit", "autumn", "--name", "Harbour mixer", "--date", "2026-11-19")
    assert typed(*AUTUMN).code == 0
    assert [path.name for path in tmp_path.glob("*.csv")] == ["queue.csv"]
    assert "Harbour mixer" in (tmp_path / "queue.csv").read_text(encoding="utf-8-sig")


def test_the_queue_of_another_event_is_left_alone(typed, tmp_path):
    typed(*HARBOUR, "--another-event")
    assert "Autumn fair" in (tmp_path / "queue.csv").read_text(encoding="utf-8-sig")
    assert "Harbour mixer" in (tmp_path / "queue-2.csv").read_text(encoding="utf-8-sig")


def test_a_scan_is_of_the_day_that_is_taken_for_today(typed):
    known = json.loads(typed("who", "avery", "--json").out)
    assert known["scanned_at"].startswith("2026-11-23T09:30:00")
