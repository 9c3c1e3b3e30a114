"""Flagged cards are settled in a real browser, with the keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk_page import Desk, desk
from sqlalchemy import select

from cardscan.book.overview import overview
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book
from cardscan.book.tables import CorrectionRow, NoteRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from live_page import Live
    from playwright.sync_api import Browser

    from cardscan.followup.record import FollowUp


@pytest.fixture
def at(chromium: Browser, live: Live) -> Iterator[Desk]:
    with desk(chromium, live) as sat_at:
        yield sat_at
        assert sat_at.complaints == []
        assert sat_at.hosts == {live.host}


def row(book: Path, entry_id: str) -> FollowUp:
    with open_book(book) as opened, opened.reading() as session:
        return rows_of(session, [entry_id])[entry_id]


def flagged(book: Path) -> list[str]:
    with open_book(book) as opened, opened.reading() as session:
        return [line.entry_id for line in overview(session) if line.needs_review]


def test_all_flagged_cards_are_settled_and_then_the_queue_is_ready(at: Desk, book: Path, ids: dict[str, str]):
    assert (at.entry, at.focused) == (ids["avery"], "email")
    at.press("2")
    at.go_by("Enter")
    assert (at.entry, at.focused) == (ids["blake"], "full_name")
    at.press("e")
    at.page.keyboard.type("Blake Hart")
    at.go_by("Enter")
    assert (at.entry, at.focused) == (ids["casey"], "mobile_phone")
    at.go_by("Enter")
    assert at.page.locator("h1").inner_text() == "That was the last one"
    assert flagged(book) == []
    assert row(book, ids["avery"]).email == "avery@northwind.example"
    assert row(book, ids["blake"]).full_name == "Blake Hart"


def test_what_was_corrected_is_kept_with_who_when_and_from_what(at: Desk, book: Path, ids: dict[str, str]):
    at.press("2")
    at.go_by("Enter")
    with open_book(book) as opened, opened.reading() as session:
        rows = session.scalars(select(CorrectionRow).order_by(CorrectionRow.id)).all()
    kept = {one.column: (one.before["value"], one.value["value"]) for one in rows}
    assert kept == {
        "email": ("avery@northwlnd.example", "avery@northwind.example"),
        "needs_review": (True, False),
    }
    assert {(one.entry_id, one.source, one.at.date().isoformat()) for one in rows} == {
        (ids["avery"], "review", "2026-11-23")
    }
    assert all(one.who for one in rows)


def test_a_note_a_priority_and_a_day_are_kept_with_the_card(at: Desk, book: Path, ids: dict[str, str]):
    at.press("a", "n")
    at.page.keyboard.type("wants a demo")
    at.press("Escape", "d")
    at.page.fill("#due", "2026-12-01")
    at.press("Escape")
    at.go_by("Enter")
    found = row(book, ids["avery"])
    assert (found.priority, found.follow_up_due.isoformat()) == ("A", "2026-12-01")
    with open_book(book) as opened, opened.reading() as session:
        assert [(one.text, one.source) for one in session.scalars(select(NoteRow))] == [
            ("wants a demo", "review")
        ]


def test_j_and_k_go_on_and_back_and_keep_what_was_typed(at: Desk, book: Path, ids: dict[str, str]):
    at.press("e")
    at.page.keyboard.type("ada@northwind.example")
    at.press("Tab")
    at.page.locator("button.main").focus()
    at.go_by("j")
    assert at.entry == ids["blake"]
    at.go_by("k")
    assert (at.entry, at.value("email")) == (ids["avery"], "ada@northwind.example")
    assert ids["avery"] in flagged(book)


def test_escape_brings_back_what_stood_there(at: Desk):
    at.press("e")
    at.page.keyboard.type("nonsense")
    assert at.value("email") == "nonsense"
    at.press("Escape")
    assert (at.value("email"), at.focused) == ("avery@northwlnd.example", "email")
    at.press("2")
    assert at.value("email") == "avery@northwind.example"
    at.press("1")
    assert at.value("email") == "avery@northwlnd.example"


def test_escape_leaves_a_field_that_is_not_in_doubt_too(at: Desk):
    at.page.focus("[name=job_title]")
    at.page.keyboard.type("x")
    at.press("Escape", "a")
    assert (at.value("job_title"), at.value("priority")) == ("Sales Manager", "A")
    assert at.page.locator("#told").inner_text() == "Priority A"


def test_what_cannot_be_kept_is_focused_with_the_reason(at: Desk):
    at.press("e")
    at.page.keyboard.type("no address")
    at.go_by("Enter")
    at.complaints.clear()  # the browser notes the answer 422
    assert at.focused == "email"
    assert at.page.locator(".field[data-column=email] .wrong").inner_text()
    at.page.keyboard.type("avery@northwind.example")
    assert at.page.locator("[aria-invalid]").count() == 0


def test_tab_goes_from_doubt_to_doubt_and_then_to_the_button(at: Desk, ids: dict[str, str]):
    at.go_by("j")
    assert (at.entry, at.focused) == (ids["blake"], "full_name")
    passed = [at.focused]
    while at.page.evaluate("document.activeElement.tagName") != "BUTTON":
        at.press("Tab")
        passed.append(at.focused)
    assert passed == ["full_name", "email", "mobile_phone", ""]
    at.go_by("Enter")
    assert at.entry == ids["casey"]


def test_a_key_that_is_held_settles_one_card(at: Desk, book: Path):
    at.page.evaluate(
        "document.activeElement.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'Enter', repeat: true, bubbles: true}))"
    )
    at.go_by("Enter")
    assert len(flagged(book)) == 2


def test_x_takes_a_card_out_and_z_brings_everything_back_step_by_step(
    at: Desk, book: Path, ids: dict[str, str]
):
    before = {name: row(book, ids[name]) for name in ("avery", "blake")}
    at.press("2", "a", "n")
    at.page.keyboard.type("call Tuesday")
    at.press("Escape")
    at.go_by("Enter")
    at.go_by("x")
    with open_book(book) as opened, opened.reading() as session:
        assert ids["blake"] not in rows_of(session, [ids["blake"]])
    at.go_by("z")
    assert at.entry == ids["blake"]
    at.go_by("z")
    assert at.entry == ids["avery"]
    assert {name: row(book, ids[name]) for name in before} == before
    with open_book(book) as opened, opened.reading() as session:
        assert session.scalars(select(CorrectionRow)).all() == []


def test_the_same_person_is_merged_side_by_side_and_parted_again(at: Desk, book: Path, ids: dict[str, str]):
    at.page.goto(at.page.url.replace(ids["avery"], ids["casey"]))
    while not at.page.locator("#twin").count():  # they are looked for in the background
        at.page.reload()
    at.go_by("m")
    assert at.page.locator("h1").inner_text() == "One person, or two?"
    at.go_by("m")
    assert row(book, ids["casey"]).contact_id == row(book, ids["casey again"]).contact_id
    at.go_by("z")
    assert row(book, ids["casey"]).contact_id == ids["casey"]
    assert row(book, ids["casey again"]).contact_id == ids["casey again"]


def test_a_click_on_a_line_puts_its_text_into_the_field(at: Desk, ids: dict[str, str]):
    at.go_by("j")
    assert at.entry == ids["blake"]
    at.page.locator("#boxes polygon", has_text="B1ake").click(position={"x": 9, "y": 9})
    assert at.value("full_name") == "B1ake Hart"


def test_a_box_that_is_drawn_is_read_again(at: Desk):
    box = at.page.locator("#boxes polygon", has_text="Sales Manager").bounding_box()
    mouse = at.page.mouse
    mouse.move(box["x"] - 6, box["y"] - 4)
    mouse.down()
    mouse.move(box["x"] + box["width"] + 6, box["y"] + box["height"] + 4, steps=3)
    with at.page.expect_response("**/read"):
        mouse.up()
    at.page.locator("#told", has_text="Manager").wait_for(state="attached")
    assert at.value("email") == "Sales Manager"


def test_the_whole_photo_is_one_key_away_and_back(at: Desk):
    picture = at.page.locator("#card")
    with at.page.expect_response("**/photo.jpg") as answer:
        at.press("o")
    assert answer.value.ok
    assert picture.get_attribute("src").endswith("/photo.jpg")
    at.press("o")
    assert picture.get_attribute("src").endswith("/card.jpg")


def test_a_corrected_company_is_offered_to_colleagues(at: Desk, book: Path, ids: dict[str, str]):
    at.press("2")
    at.page.fill("[name=company]", "Northwind Holding")
    with at.page.expect_navigation():
        at.page.press("[name=company]", "Enter")
    offer = at.page.locator(".offer", has_text="Northwind Holding")
    assert "Drew Frost" in offer.inner_text()
    with at.page.expect_navigation():
        offer.locator("button").click()
    assert row(book, ids["drew"]).company == "Northwind Holding"
    at.go_by("z")
    assert row(book, ids["drew"]).company == "Northwind"


def test_two_tabs_edit_one_card_and_nothing_is_lost(at: Desk, book: Path, ids: dict[str, str]):
    other = at.page.context.new_page()
    other.goto(at.page.url)
    other.fill("[name=job_title]", "Head of Sales")
    with other.expect_navigation():
        other.press("[name=job_title]", "Enter")
    at.press("2")
    at.page.fill("[name=job_title]", "Director")
    at.page.fill("[name=company]", "Northwind plc")
    with at.page.expect_navigation():
        at.page.press("[name=company]", "Enter")
    at.complaints.clear()  # the browser notes the answer 409
    assert "changed this contact meanwhile" in at.page.locator("[role=alert]").inner_text()
    assert "Head of Sales" in at.page.locator(".field[data-column=job_title]").inner_text()
    assert row(book, ids["avery"]).job_title == "Head of Sales"
    assert (at.value("job_title"), at.value("company")) == ("Director", "Northwind plc")
    at.page.locator("button.main").focus()
    at.go_by("Enter")
    found = row(book, ids["avery"])
    assert (found.job_title, found.company, found.email) == (
        "Director",
        "Northwind plc",
        "avery@northwind.example",
    )


def test_progress_counts_what_was_settled(at: Desk):
    assert at.page.locator(".progress p").inner_text() == "0 of 3 settled, about 1 min left"
    at.go_by("Enter")
    assert at.page.locator(".progress p").inner_text() == "1 of 3 settled, about 1 min left"
