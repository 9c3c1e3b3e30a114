"""What a scan takes from the book, and what it leaves there."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from stand_in_readers import SHADE, RaisingReader, ShadeReader

from cardscan.book.event_edit import edit_event
from cardscan.book.events import all_events, find_event, keep_event, take_plan
from cardscan.book.notes import notes_of
from cardscan.book.people import find_person
from cardscan.book.store import open_book
from cardscan.book.touching import keep_note
from cardscan.errors import OtherEventError, UsageError
from cardscan.followup.record import Event
from cardscan.followup.settings import Owner, Settings
from cardscan.pipeline.scan import scan_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from cardscan.book.store import Book
    from cardscan.pipeline.record import Progress, ScanReport

NOW = datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
FAIR = Event(name="Autumn fair", date=date(2026, 11, 20))


class WatchedReader(ShadeReader):
    """Remembers the persons whose pictures it was asked to look at."""

    def __init__(self) -> None:
        self.seen: set[int] = set()

    def find_text(self, pixels):
        self.seen.add(round(float(pixels.mean()) / SHADE))
        return super().find_text(pixels)


@pytest.fixture
def reader() -> WatchedReader:
    return WatchedReader()


@pytest.fixture
def kept(book: Path) -> Iterator[Book]:
    with open_book(book) as opened:
        yield opened


@pytest.fixture
def scan(photos: Path, kept: Book, reader: WatchedReader) -> Callable[..., ScanReport]:
    usual = {"event": FAIR.name, "event_date": FAIR.date, "now": NOW, "workers": 1}
    usual |= {"reader": reader, "book": kept}

    def run(**options: object) -> ScanReport:
        reader.seen.clear()
        return scan_folder(photos, **usual | options)

    return run


def stop_after(count: int) -> Callable[[Progress], None]:
    """Stops the scan as Ctrl-C does, once that many photos are done."""

    def on_progress(progress: Progress) -> None:
        if progress.done == count:
            raise KeyboardInterrupt

    return on_progress


def test_the_second_scan_reads_nothing_and_gives_the_same_queue(scan, reader):
    first = scan()
    assert (first.read_before, len(reader.seen)) == (0, 5)
    second = scan()
    assert (second.read_before, len(reader.seen)) == (5, 0)
    assert (second.followups, second.photos_read) == (first.followups, first.photos_read)


def test_only_the_photo_that_is_new_is_read(scan, reader, put_photo):
    scan()
    put_photo(2, "again.webp")
    report = scan()
    assert (report.read_before, len(reader.seen)) == (5, 1)


def test_a_photo_that_was_renamed_or_moved_is_not_read_again(scan, reader, photos):
    first = scan()
    (photos / "sorted").mkdir()
    (photos / "person-1.png").rename(photos / "sorted" / "ada.png")
    second = scan()
    assert len(reader.seen) == 0
    assert {row.contact_id for row in second.followups} == {row.contact_id for row in first.followups}


@pytest.mark.parametrize("done", [1, 2, 4])
def test_a_scan_that_was_stopped_goes_on_where_it_was(scan, reader, done):
    with pytest.raises(KeyboardInterrupt):
        scan(on_progress=stop_after(done))
    report = scan()
    assert (report.read_before, len(reader.seen), report.contacts) == (done, 5 - done, 5)


def test_progress_begins_with_what_was_read_before(scan):
    scan()
    seen = []
    scan(on_progress=seen.append)
    assert [(one.done, one.total) for one in seen] == [(5, 5)]


def test_a_photo_that_failed_is_read_again(scan, reader):
    first = scan(reader=_named(RaisingReader()))
    assert [result.path for result in first.failed] == ["person-3.png"]
    second = scan()
    assert (len(reader.seen), second.contacts, second.failed) == (1, 5, ())


def _named(other: ShadeReader) -> ShadeReader:
    """Another reader under the name of the usual one."""
    assert other.name == WatchedReader.name
    return other


def test_read_again_reads_everything(scan, reader):
    scan()
    report = scan(read_again=True)
    assert (report.read_before, len(reader.seen)) == (0, 5)


def test_what_one_reader_read_is_read_again_by_another(scan):
    class OtherReader(WatchedReader):
        name = "other"

    scan()
    other = OtherReader()
    scan(reader=other)
    assert len(other.seen) == 5


def test_a_photo_that_is_gone_leaves_its_contact_in_the_book_and_out_of_the_queue(scan, photos, kept):
    scan()
    (photos / "person-1.png").unlink()
    assert scan().contacts == 4
    with kept.reading() as session:
        assert find_person(session, "Ada Winter").event == FAIR.name


def test_what_a_person_noted_stands_in_the_queue_of_the_next_scan(scan, kept):
    scan()
    with kept.writing() as session:
        entry = find_person(session, "Ada Winter").entry_id
        keep_note(
            session,
            entry,
            "green van, call on Friday",
            source="note",
            today=NOW.date(),
            now=NOW,
            settings=Settings(),
        )
    (ada,) = (row for row in scan().followups if row.full_name == "Ada Winter")
    assert (ada.notes, ada.next_action, ada.follow_up_due) == (
        "green van, call on Friday",
        "call",
        date(2026, 11, 27),
    )


def test_notes_beside_the_photos_reach_the_rows_and_the_book(scan, photos, kept):
    (photos / "person-1.txt").write_text("hot, mail on Thursday\n", encoding="utf-8")
    (photos / "notes.csv").write_text("photo,note\nperson-2.png,C\n", encoding="utf-8")
    report = scan()
    rows = {row.full_name: row for row in report.followups}
    assert (rows["Ada Winter"].priority, rows["Ada Winter"].follow_up_due) == ("A", date(2026, 11, 26))
    assert (rows["Ben Sommer"].priority, report.notes_read) == ("C", 2)
    with kept.reading() as session:
        found = notes_of(session, rows["Ada Winter"].contact_id)
    assert [(note.text, note.source) for note in found] == [("hot, mail on Thursday", "sidecar")]


def test_a_note_that_came_after_the_first_scan_counts_without_reading_anything(scan, reader, photos):
    scan()
    (photos / "person-1.txt").write_text("not interested\n", encoding="utf-8")
    report = scan()
    assert len(reader.seen) == 0
    assert [row.full_name for row in report.followups if row.status == "skipped"] == ["Ada Winter"]


def test_the_owner_s_working_days_and_languages_reach_the_rows(scan, photos):
    (photos / "person-1.txt").write_text("heiß, Mail am Donnerstag\n", encoding="utf-8")
    # In Saxony, Wednesday, the 18th of November 2026 is a holiday.
    owner = Owner(country="DE", subdivision="SN", languages=("de",))
    report = scan(event_date=date(2026, 11, 17), settings=Settings(owner=owner))
    due = {row.full_name: (row.next_action, row.follow_up_due.day) for row in report.followups}
    assert (due["Ada Winter"], due["Ben Sommer"]) == (("email", 19), ("email", 19))
    assert {row.priority for row in report.followups if row.full_name == "Ada Winter"} == {"A"}


def test_photos_of_another_event_are_asked_about(scan):
    scan()
    with pytest.raises(OtherEventError, match="5 of these photos were scanned as cards of 'Autumn fair'"):
        scan(event="Winter fair")


def test_what_was_asked_about_is_not_kept(scan, kept):
    scan()
    with pytest.raises(OtherEventError):
        scan(event="Winter fair")
    with kept.reading() as session:
        assert find_event(session, "Winter fair", FAIR.date) is None


def test_photos_may_be_of_another_event_as_well(scan, reader):
    first = scan()
    second = scan(event="Winter fair", event_date=date(2026, 12, 1), another_event=True)
    assert len(reader.seen) == 0
    assert {row.event for row in second.followups} == {"Winter fair"}
    assert scan().followups == first.followups


def test_a_few_photos_of_another_event_are_no_question(scan, put_photo, photos):
    scan()
    for number in (2, 3, 4, 5):
        (photos / f"person-{number}.png").unlink()
    for number in (2, 3):
        put_photo(number, f"new/{number}.webp")
    assert scan(event="Winter fair").contacts == 3


def test_an_event_that_was_put_right_is_found_under_the_name_that_was_wrong(scan, kept):
    first = scan()
    with kept.writing() as session:
        row = find_event(session, FAIR.name, FAIR.date)
        edit_event(session, row, replace(FAIR, name="Harbour mixer"), settings=Settings())
    second = scan()
    assert second.event.name == "Harbour mixer"
    assert [row.contact_id for row in second.followups] == [row.contact_id for row in first.followups]


def test_an_event_that_was_planned_gives_its_day(scan):
    scan()
    assert scan(event_date=None).event.date == FAIR.date


def test_an_event_whose_day_nobody_said_is_refused_before_anything_is_read(scan, reader):
    with pytest.raises(UsageError):
        scan(event="Winter fair", event_date=None)
    assert len(reader.seen) == 0


def test_without_a_book_every_scan_reads_everything(scan, reader):
    scan(book=None)
    assert scan(book=None).read_before == 0
    assert len(reader.seen) == 5


@pytest.mark.parametrize(("days_off", "events"), [(1, 1), (7, 1), (8, 2)])
def test_a_plan_for_the_wrong_day_is_put_right_by_the_scan(scan, kept, days_off, events):
    with kept.writing() as session:
        keep_event(session, replace(FAIR, date=FAIR.date - timedelta(days=days_off), goal="three"), NOW)
    scan()
    with kept.reading() as session:
        found = all_events(session)
    assert len(found) == events
    assert (found[0][0].date, found[0][0].goal) == (FAIR.date, "three" if events == 1 else "")


def test_a_plan_of_an_event_at_which_people_were_met_stays(scan, kept):
    day_before = FAIR.date - timedelta(days=1)
    scan(event_date=day_before)
    with kept.writing() as session:
        keep_event(session, FAIR, NOW)
        assert take_plan(session, replace(FAIR, date=day_before - timedelta(days=1))).date < day_before
        assert [event.date for event, _ in all_events(session)] == [
            day_before,
            day_before - timedelta(days=1),
        ]
