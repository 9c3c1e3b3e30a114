"""Every page works without JavaScript, on a phone, in German, and for whoever does not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk_page import desk
from installed import counterpart

from cardscan.book.overview import overview
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book

if TYPE_CHECKING:
    from pathlib import Path

    from live_page import Live
    from playwright.sync_api import Browser, Page

PHONE = {"width": 360, "height": 740}
DESKTOP = {"width": 1280, "height": 860}
LARGE = {"width": 3840, "height": 2160}
UNSEEN = ".unseen, .skip, .unseen *, [type=radio], [type=checkbox], .desk summary, .hint a, td a, th a, p a"
"""What needs no large target: it is not seen, stands in a text, or has one around it."""


def paths(ids: dict[str, str]) -> list[str]:
    in_doubt, clear = ids["avery"], ids["ember"]
    return [
        "/",
        f"/cards/{in_doubt}",
        f"/cards/{clear}",
        f"/cards/{ids['casey']}/with/{ids['casey again']}",
        "/cards/nobody",
        "/queue",
        "/queue?search=nobody+is+called+so",
        "/today",
        "/reports",
        "/reports/1",
    ]


def test_a_run_without_javascript_edits_settles_undoes_and_merges(
    chromium: Browser, live: Live, book: Path, ids: dict[str, str]
):
    with desk(chromium, live, java_script_enabled=False) as at:
        page = at.page
        page.click("button.choice >> text=avery@northwind.example")
        assert page.input_value("[name=email]") == "avery@northwind.example"
        page.fill("[name=company]", "Northwind plc")
        page.press("[name=company]", "Enter")
        assert ids["blake"] in page.url
        page.fill("[name=full_name]", "Blake Hart")
        page.click("button.main")
        page.click("#undo button")
        assert page.input_value("[name=full_name]") == ""
        page.goto(live.address(f"/cards/{ids['casey']}/with/{ids['casey again']}"))
        page.click("button[value=merge]")
    with open_book(book) as opened, opened.reading() as session:
        rows = rows_of(session, [ids["avery"], ids["casey"]])
        flagged = [line.entry_id for line in overview(session) if line.needs_review]
    avery = rows[ids["avery"]]
    assert (avery.company, avery.email) == ("Northwind plc", "avery@northwind.example")
    assert rows[ids["casey"]].contact_id == ids["casey again"]
    assert flagged == [ids["blake"], ids["casey"]]


@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESKTOP)])
def test_axe_finds_no_violation(chromium: Browser, still: Live, scheme: str, size: dict[str, int]):
    axe = counterpart("node", "node_modules", "axe-core", "axe.min.js").read_text(encoding="utf-8")
    found = {}
    with desk(chromium, still, color_scheme=scheme, viewport=size, reduced_motion="reduce") as at:
        for path in paths(still.ids):
            at.page.goto(still.address(path))
            at.page.evaluate(axe)
            for one in at.page.evaluate("axe.run()")["violations"]:
                found[path, one["id"]] = [node["html"][:200] for node in one["nodes"]]
    assert found == {}


@pytest.mark.parametrize(("scheme", "size"), [("light", DESKTOP), ("dark", PHONE)])
def test_axe_finds_no_violation_where_all_is_done(
    chromium: Browser, live: Live, ids: dict[str, str], scheme: str, size: dict[str, int]
):
    axe = counterpart("node", "node_modules", "axe-core", "axe.min.js").read_text(encoding="utf-8")
    with desk(chromium, live, color_scheme=scheme, viewport=size) as at:
        for _ in range(3):
            at.go_by("Enter")
        assert at.page.locator("h1").inner_text() == "That was the last one"
        at.page.evaluate(axe)
        assert at.page.evaluate("axe.run()")["violations"] == []
        at.page.goto(live.address(f"/cards/{ids['casey']}"))
        at.page.evaluate(axe)
        assert at.page.evaluate("axe.run()")["violations"] == []
        assert at.complaints == []


@pytest.mark.parametrize(("wish", "seconds"), [("reduce", {"0s"}), ("no-preference", {"0.15s"})])
def test_who_wants_nothing_to_move_sees_nothing_move(
    chromium: Browser, still: Live, wish: str, seconds: set[str]
):
    with desk(chromium, still, reduced_motion=wish) as at:
        script = "all => all.map(one => getComputedStyle(one).transitionDuration.split(',')[0])"
        assert set(at.page.locator("#boxes polygon").evaluate_all(script)) == seconds
        scrolls = at.page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
        assert (scrolls == "auto") == (wish == "reduce")


def test_no_page_is_wider_than_a_phone_and_everything_can_be_touched(chromium: Browser, still: Live):
    wide, small = {}, {}
    with desk(chromium, still, viewport=PHONE, has_touch=True) as at:
        for path in paths(still.ids):
            at.page.goto(still.address(path))
            if (width := at.page.evaluate("document.documentElement.scrollWidth")) > PHONE["width"]:
                wide[path] = width
            if low := _low_targets(at.page):
                small[path] = low
    assert wide == {}
    assert small == {}


def test_on_a_large_screen_letters_grow_with_it(chromium: Browser, still: Live):
    with desk(chromium, still, viewport=LARGE) as at:
        assert at.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 20
        assert at.page.evaluate("document.documentElement.scrollWidth") <= LARGE["width"]


def test_a_german_browser_gets_a_german_page(chromium: Browser, still: Live):
    with desk(chromium, still, locale="de-AT") as at:
        assert at.page.locator("html").get_attribute("lang") == "de"
        assert "Stimmt" in at.page.locator("button.main").inner_text()
        assert at.page.locator(".progress p").inner_text() == "0 von 3 geprüft, noch etwa 1 Min."


def test_no_page_breaks_its_policy_or_asks_another_host(chromium: Browser, still: Live):
    with desk(chromium, still) as at:
        for path in paths(still.ids):
            at.page.goto(still.address(path))
            if path == "/cards/nobody":
                at.complaints.clear()  # the browser notes the answer 404
        assert at.complaints == []
        assert at.hosts == {still.host}


def _low_targets(page: Page) -> list[str]:
    """What is to be touched and is less than 44 pixels high."""
    script = """unseen => [...document.querySelectorAll("a, button, input, select, summary")]
        .filter(one => one.checkVisibility() && !one.matches(unseen))
        .map(one => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)])
        .filter(([height]) => height < 43.5).map(([height, shown]) => `${height} ${shown}`)"""
    return page.evaluate(script, UNSEEN)
