from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from cardscan.followup.record import Event, FollowUp, Touch
from cardscan.followup.report import PersonOfEvent, event_figures
from cardscan.followup.report.page import report_page

HOSTILE = '"><script>alert(1)</script><img src="https://example.com/x">'
MIXER = Event(name="Harbour Chamber mixer", date=date(2026, 11, 20), goal="three distributors")


def weekday_after(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def person(number: int, *, touched: bool = True, **cells: object) -> PersonOfEvent:
    entry = FollowUp(
        contact_id=f"c{number}",
        event_date=MIXER.date,
        event=MIXER.name,
        follow_up_due=date(2026, 11, 23),
        next_action="call",
        full_name=f"Ada Winter {number}",
        scanned_at=datetime(2026, 11, 21, 9, tzinfo=UTC),
    )
    touch = Touch(at=datetime(2026, 11, 23, 9, tzinfo=UTC), channel="call")
    return PersonOfEvent(entry=replace(entry, **cells), touches=(touch,) * touched)  # type: ignore[arg-type]


def page(*people: PersonOfEvent, event: Event = MIXER, today: date = date(2026, 12, 4)) -> str:
    found = event_figures(event, people, today=today, zone=UTC, after=weekday_after)
    return report_page(found, people)


class Tags(HTMLParser):
    """Every element of a page with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def drawings(text: str) -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", text, re.DOTALL)]  # noqa: S314 - our own


def test_page_needs_nothing_else_and_runs_nothing() -> None:
    text = page(
        person(1, full_name=HOSTILE, company=HOSTILE),
        event=replace(MIXER, name=HOSTILE, place=HOSTILE, goal=HOSTILE),
    )
    tags = Tags(text).found
    assert not {"script", "img", "link", "iframe", "object"} & {tag for tag, _ in tags}
    assert not any(name in ("src", "href") or name.startswith("on") for _, attrs in tags for name in attrs)
    assert "url(" not in text
    assert "&lt;script&gt;" in text


def test_plots_are_whole_and_say_in_words_what_they_show() -> None:
    bars, curve = drawings(page(person(1), person(2, touched=False)))
    assert "Within 24 h: 1 (50 %)" in (bars.findtext("desc") or "")
    assert "1 of 2 (50 %) within 48 hours" in (curve.findtext("desc") or "")
    assert all(svg.findtext("title") and svg.get("role") == "img" for svg in (bars, curve))


def test_bars_are_as_long_as_the_shares() -> None:
    bars = drawings(page(person(1), person(2, touched=False)))[0]
    widths = [float(rect.get("width", 0)) for rect in bars.iter("rect") if rect.get("class") == "bar"]
    assert widths == [420, 210, 210, 0, 0]


def test_curve_rises_to_the_share_on_its_working_day() -> None:
    curve = drawings(page(person(1), person(2, touched=False), today=date(2026, 11, 27)))[1]
    (path,) = (path.get("d") for path in curve.iter("path") if path.get("class") == "curve")
    assert path == "M0 200.0 H120.0 V100.0 H240.0 V100.0 H360.0 V100.0 H480.0 V100.0 H600.0 V100.0"


def test_those_who_wait_stand_in_the_order_of_their_days() -> None:
    text = page(person(1, follow_up_due=date(2026, 12, 9)), person(2), person(3, status="done"))
    assert re.findall(r"Ada Winter \d", text) == ["Ada Winter 2", "Ada Winter 1"]
    assert text.count(">overdue</span></td>") == 1


@pytest.mark.parametrize(
    ("people", "today", "note"),
    [
        ((), date(2026, 12, 4), "Nobody is in its queue yet."),
        ((person(1, touched=False),), date(2026, 11, 1), "The event is still to come."),
    ],
)
def test_event_with_nothing_to_draw_says_so(
    people: tuple[PersonOfEvent, ...], today: date, note: str
) -> None:
    text = page(*people, today=today)
    assert note in text
    assert "nan" not in text.lower().split()


def test_years_later_the_curve_still_shows_the_first_weeks() -> None:
    curve = drawings(page(person(1), today=date(2028, 11, 20)))[1]
    labels = [text.text for text in curve.iter("text") if (text.text or "").isdigit()]
    assert labels[-1] == "30"
