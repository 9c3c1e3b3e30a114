"""The reports: every event in short, and what became of one."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from desk_page import desk
from sqlalchemy import select

from cardscan.book.history import people_of_event
from cardscan.book.merging import BY_HAND, merge
from cardscan.book.store import open_book
from cardscan.book.tables import EventRow
from cardscan.book.touching import keep_touch
from cardscan.followup.record import Touch
from cardscan.followup.report import event_figures
from cardscan.followup.settings import Settings
from cardscan.review.reports.standings import standings

if TYPE_CHECKING:
    from pathlib import Path

    from live_page import Live
    from playwright.sync_api import Browser

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def days_after(day: date, count: int) -> date:
    """Every day is a working day."""
    return day + timedelta(days=count)


def test_a_list_counts_as_the_report_of_each_event_does(book: Path, ids: dict[str, str]):
    called = Touch(at=NOW, channel="call", answered=True)
    with open_book(book) as opened, opened.writing() as session:
        merge(session, ids["casey"], ids["casey again"], why=BY_HAND, at=NOW)
        keep_touch(session, ids["casey"], called, today=TODAY, settings=Settings())
        keep_touch(session, ids["drew"], called, today=TODAY, settings=Settings())
        found = standings(session, today=TODAY, zone=UTC)
        for one in found:
            row = session.get_one(EventRow, one.event_id)
            people = people_of_event(session, row, today=TODAY)
            figures = event_figures(one.event, people, today=TODAY, zone=UTC, after=days_after)
            assert (one.met, one.followed_up) == (figures.met, figures.followed_up)
    assert [(one.event.name, one.met, one.followed_up, one.share) for one in found] == [
        ("Autumn fair", 5, 2, "40 %"),
        ("Spring mixer", 1, 1, "100 %"),
    ]


def test_somebody_called_before_an_event_was_not_followed_up_after_it(book: Path, ids: dict[str, str]):
    early = Touch(at=datetime(2026, 11, 1, 9, tzinfo=UTC), channel="call", answered=True)
    with open_book(book) as opened, opened.writing() as session:
        keep_touch(session, ids["drew"], early, today=TODAY, settings=Settings())
        assert [one.followed_up for one in standings(session, today=TODAY, zone=UTC)] == [0, 0]


def test_each_count_leads_to_as_many_people(chromium: Browser, still: Live):
    with desk(chromium, still) as at:
        at.page.goto(still.address("/reports"))
        link = at.page.locator("tbody tr >> nth=0").locator("a[href*=flagged]")
        count = int(link.inner_text())
        link.click()
        assert at.page.locator("#rows tbody tr").count() == count > 0


def test_a_report_has_its_plots_and_breaks_no_policy(chromium: Browser, still: Live):
    with desk(chromium, still, color_scheme="dark") as at:
        at.page.goto(still.address("/reports/1"), wait_until="networkidle")
        bar = at.page.locator("rect.bar >> nth=0")
        assert bar.evaluate("one => getComputedStyle(one).fill") == "rgb(79, 195, 184)"
        assert at.page.locator("svg[role=img]").count() == 2
        assert at.page.locator("style, [style]").count() == 0
        at.page.click("text=All reports")
        assert at.page.locator("tbody tr").count() == 2
        assert at.complaints == []


def test_an_event_to_come_says_so_and_one_that_is_not_there_too(live: Live, book: Path):
    with open_book(book) as opened, opened.writing() as session:
        row = session.scalars(select(EventRow).where(EventRow.name == "Autumn fair")).one()
        row.date, number = date(2026, 12, 4), row.id
    visitor = live.visitor()
    assert "still to come" in visitor.get(live.address(f"/reports/{number}")).text
    missing = visitor.get(live.address("/reports/77"), headers={"Accept-Language": "de"})
    assert (missing.status_code, "gibt es nicht" in missing.text) == (404, True)


def test_a_book_without_events_says_so(live: Live, tmp_path: Path):
    from live_page import served_here  # noqa: PLC0415 - of another book

    with served_here(tmp_path / "empty.db") as empty:
        visitor = empty.visitor()
        assert "no event" in visitor.get(empty.address("/reports")).text
        assert "Nobody is in the queue yet" in visitor.get(empty.address("/queue")).text
        assert "Nothing is due today" in visitor.get(empty.address("/today")).text
        assert visitor.get(empty.address("/queue.csv")).ok


def test_the_name_of_an_event_is_text(live: Live, book: Path):
    with open_book(book) as opened, opened.writing() as session:
        session.scalars(select(EventRow)).first().name = "<img src=x onerror=alert(1)>{{ 7 * 7 }}"
    visitor = live.visitor()
    for path in ("/reports", "/reports/1", "/queue", "/today?event=1"):
        text = visitor.get(live.address(path)).text
        assert "<img src=x" not in text
        assert "{{ 7 * 7 }}" in text
