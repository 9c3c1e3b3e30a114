"""The page of the day: whom to get in touch with, and what came of it; and the reports."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from desk_page import desk
from sqlalchemy import select

from cardscan.book.rows import rows_of
from cardscan.book.store import open_book
from cardscan.book.tables import TouchRow
from cardscan.book.touching import set_due
from cardscan.review.card.sheet import state_of
from cardscan.review.today.people import call_link

if TYPE_CHECKING:
    from pathlib import Path

    import requests
    from live_page import Live
    from playwright.sync_api import Browser

    from cardscan.followup.record import FollowUp


def row(book: Path, entry_id: str) -> FollowUp:
    with open_book(book) as opened, opened.reading() as session:
        return rows_of(session, [entry_id])[entry_id]


def send(live: Live, book: Path, entry_id: str, do: str, **more: str) -> requests.Response:
    sent = {"seen": state_of(row(book, entry_id)), "do": do, **more}
    return live.visitor().post(live.address(f"/today/{entry_id}"), data=sent)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("+44 20 7946 0958 ext. 12", "tel:+442079460958;ext=12"),
        ("0131 496 0926", ""),
        ("+44 12", ""),
        ("+442079460958;ext=1\r\nX: y", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_a_number_that_can_be_called_from_everywhere_is_a_link(phone: str, link: str):
    assert call_link(phone) == link


def test_who_is_due_is_there_with_links_and_who_is_done_goes(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live) as at:
        at.page.goto(live.address("/today"))
        person = at.page.locator(".person", has_text="Drew Frost")
        assert person.locator("a[href^='tel:']").get_attribute("href") == "tel:+447700900104"
        assert person.locator("a[href^='mailto:']").get_attribute("href") == "mailto:drew@northwind.example"
        person.locator("[name=note]").fill("spoke, send the price list on Thursday")
        with at.page.expect_navigation():
            person.locator("button[value=answered]").click()
        assert at.page.locator(".person", has_text="Drew Frost").count() == 0
        found = row(book, ids["drew"])
        assert (found.next_action, found.follow_up_due) == ("email", date(2026, 11, 26))
        at.go_by("z")
        at.page.goto(live.address("/today"))
        assert at.page.locator(".person", has_text="Drew Frost").count() == 1
        assert at.complaints == []
    with open_book(book) as opened, opened.reading() as session:
        assert session.scalars(select(TouchRow)).all() == []


def test_the_letter_that_is_due_begins_by_its_link(live: Live, book: Path, ids: dict[str, str]):
    send(live, book, ids["ember"], "answered", note="send the price list today")
    text = live.visitor().get(live.address("/today")).text
    assert re.search(r'href="mailto:ember@lund\.example\?subject=[^"]+&amp;body=', text)


def test_what_is_put_off_comes_back_on_its_day(live: Live, book: Path, ids: dict[str, str]):
    assert send(live, book, ids["drew"], "snooze:3").ok
    assert (row(book, ids["drew"]).status, row(book, ids["drew"]).follow_up_due) == (
        "snoozed",
        date(2026, 11, 26),
    )
    assert send(live, book, ids["drew"], "snooze", until="2026-12-24").ok
    assert row(book, ids["drew"]).follow_up_due == date(2026, 12, 24)
    assert send(live, book, ids["drew"], "snooze", until="2026-11-23").status_code == 422
    assert send(live, book, ids["drew"], "nonsense").status_code == 422


def test_nothing_is_done_to_somebody_who_changed_meanwhile(live: Live, book: Path, ids: dict[str, str]):
    answer = send(live, book, ids["drew"], "skip", seen="an older state")
    assert answer.status_code == 409
    assert row(book, ids["drew"]).status == "open"


def test_an_empty_day_says_who_comes_next(live: Live, book: Path, ids: dict[str, str]):
    for name, entry_id in ids.items():
        days = "snooze:3" if name == "ember" else "snooze:7"
        assert send(live, book, entry_id, days).ok
    text = live.visitor().get(live.address("/today")).text
    assert "Nothing is due today." in text
    assert "Next: Ember Lund, on Thu 26 Nov 2026." in text


def test_the_reports_say_how_far_each_event_is(still: Live):
    visitor = still.visitor()
    text = " ".join(visitor.get(still.address("/reports")).text.split())
    assert "Autumn fair" in text
    assert "Spring mixer" in text
    report = visitor.get(still.address("/reports/1")).text
    assert "From met to meeting" in report
    assert "<style" not in report
    assert visitor.get(still.address("/reports/figures.css")).headers["content-type"].startswith("text/css")


def test_what_comes_next_is_told(live: Live, book: Path, ids: dict[str, str]):
    visitor = live.visitor()
    sent = {"seen": state_of(row(book, ids["drew"])), "do": "no-answer"}
    text = visitor.post(live.address(f"/today/{ids['drew']}"), data=sent).text
    assert "Drew Frost: kept." in text
    assert "Next: E-mail, Wed 25 Nov 2026." in text
    sent = {"seen": state_of(row(book, ids["drew"])), "do": "done", "note": "not interested"}
    assert "Nothing more is to be done" in visitor.post(live.address(f"/today/{ids['drew']}"), data=sent).text


def test_a_letter_that_was_sent_is_done_and_nobody_spoke(live: Live, book: Path, ids: dict[str, str]):
    send(live, book, ids["drew"], "no-answer")
    assert row(book, ids["drew"]).next_action == "email"
    text = live.visitor().get(live.address("/today?ahead=7")).text
    part = text[text.index("Drew Frost", text.index('class="people"')) :].partition("</li>")[0]
    assert re.findall(r'<button[^>]* value="([a-z-]+)"', part)[:2] == ["done", "answered"]
    send(live, book, ids["drew"], "done", note="sent")
    with open_book(book) as opened, opened.reading() as session:
        last = session.scalars(select(TouchRow).order_by(TouchRow.id.desc())).first()
    assert (last.channel, last.answered) == ("email", False)


def test_a_note_beside_what_is_put_off_is_kept_and_goes_with_it(live: Live, book: Path, ids: dict[str, str]):
    before = row(book, ids["drew"])
    assert send(live, book, ids["drew"], "snooze:7", note="on holiday, hot").ok
    after = row(book, ids["drew"])
    assert (after.status, after.priority, after.follow_up_due) == ("snoozed", "A", date(2026, 11, 30))
    assert "on holiday" in after.notes
    back = live.visitor().post(
        live.address("/undo"), data={"shown": "ahead=7&event=https://evil.example"}, allow_redirects=False
    )
    assert back.headers["Location"] == "/today?ahead=7"
    assert row(book, ids["drew"]) == before


def test_enter_in_a_day_puts_off_until_then_and_in_a_note_keeps_it(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live) as at:
        at.page.goto(live.address("/today"))
        drew = at.page.locator(".person", has_text="Drew Frost")
        drew.locator("summary").click()
        drew.locator("[name=until]").fill("2026-12-24")
        drew.locator("[name=until]").focus()
        at.go_by("Enter")
        assert (row(book, ids["drew"]).status, row(book, ids["drew"]).next_action) == ("snoozed", "call")
        at.page.locator(".person", has_text="Ember Lund").locator("[name=note]").fill("wants a demo")
        at.go_by("Enter")
        assert at.page.locator(".person", has_text="Ember Lund").count() == 0
        assert at.complaints == []


def test_enter_in_a_note_keeps_what_the_note_says(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live) as at:
        at.page.goto(live.address("/today"))
        at.page.locator(".person", has_text="Ember Lund").locator("[name=note]").fill("left a message")
        at.go_by("Enter")
        assert at.complaints == []
    with open_book(book) as opened, opened.reading() as session:
        assert [(one.note, one.answered) for one in session.scalars(select(TouchRow))] == [
            ("left a message", False)
        ]


def test_enter_keeps_nothing_that_did_not_happen_where_there_is_no_script(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live, java_script_enabled=False) as at:
        at.page.goto(live.address("/today"))
        at.page.locator("summary").first.click()
        at.page.locator("[name=until]").first.press("Enter")
        at.page.wait_for_load_state("networkidle")
    with open_book(book) as opened, opened.reading() as session:
        assert session.scalars(select(TouchRow)).all() == []


def test_a_second_click_does_not_keep_it_twice(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live) as at:
        at.page.goto(live.address("/today"))
        with at.page.expect_navigation():
            at.page.locator(".person", has_text="Drew Frost").locator("[value=answered]").dblclick()
        assert "Drew Frost: kept." in at.page.inner_text(".last")


def test_days_to_come_and_one_event_stay_chosen(live: Live, book: Path, ids: dict[str, str]):
    visitor = live.visitor()
    assert send(live, book, ids["ember"], "snooze:3").ok
    assert "Ember Lund" not in people(visitor.get(live.address("/today")).text)
    text = visitor.get(live.address("/today?ahead=7&event=1")).text
    assert "Ember Lund" in people(text)
    assert "Casey Stone" in people(text)
    sent = {"seen": state_of(row(book, ids["drew"])), "do": "skip"}
    answer = visitor.post(
        live.address(f"/today/{ids['drew']}?event=1&ahead=7&then=//evil.example"), data=sent
    )
    assert answer.url == live.address("/today?event=1&ahead=7")
    assert visitor.get(live.address("/today?event=77")).status_code == 404
    assert visitor.get(live.address("/today?ahead=999999")).ok


def people(text: str) -> str:
    """The part of the page that lists people; empty where there is none."""
    return text.partition('class="people"')[2]


def test_overdue_people_come_first_with_their_days(live: Live, book: Path, ids: dict[str, str]):
    with open_book(book) as opened, opened.writing() as session:
        set_due(session, ids["ember"], date(2026, 11, 18))
    text = live.visitor().get(live.address("/today")).text
    assert people(text).index("Ember Lund") < people(text).index("Drew Frost")
    assert "5 d late" in people(text)
    assert re.search(r"\d+ due\. \d+ overdue\.", text)
