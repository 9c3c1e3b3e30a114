"""A phone sends a card, in a real browser, and sees whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from desk_page import desk
from share_served import CARDSCAN, PHOTOS, Shared, shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PHONE = {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True}
CARD = PHOTOS / "lantern_dark.jpg"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[Shared]:
    with shared(tmp_path / "fair") as served:
        yield served


def heights(page: Page) -> list[float]:
    """How high what can be touched is, in pixels."""
    script = "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect().height)"
    return page.locator(".pick, button, .again, input").evaluate_all(script)


def overflow(page: Page) -> int:
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


def test_a_photo_of_a_card_becomes_a_name_on_the_phone(chromium: Browser, tmp_path: Path):
    with shared(tmp_path / "fair", CARDSCAN) as live, desk(chromium, live, **PHONE) as phone:
        page = phone.page
        assert page.get_by_label("Take a photo").get_attribute("capture") == "environment"
        page.get_by_label("Take a photo").set_input_files(CARD)
        shown = page.locator("#photos li.read strong")
        shown.wait_for(timeout=60_000)
        (row,) = (live.folder / "queue.csv").read_text("utf-8-sig").splitlines()[1:]
        assert shown.inner_text().partition(",")[0] in row
        assert page.get_by_role("status").inner_text() == "Sent."
        assert "token" not in page.url
        assert phone.complaints == []
        assert phone.hosts == {live.host}
    assert live.told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_a_narrow_phone_everything_has_room_for_a_thumb(chromium: Browser, live: Shared, scheme: str):
    with desk(chromium, live, color_scheme=scheme, reduced_motion="reduce", **PHONE) as phone:
        phone.page.locator("#album").set_input_files(PHOTOS / "two_pages_scan.pdf")
        refused = phone.page.locator("#photos li.refused")
        refused.wait_for()
        assert "no picture" in refused.inner_text()
        assert overflow(phone.page) == 0
        assert min(heights(phone.page)) >= 44
        assert _contrast(phone.page) >= 4.5


def test_the_album_sends_one_photo_after_the_other_and_leaves_out_what_is_too_large(
    chromium: Browser, live: Shared, tmp_path: Path
):
    large = tmp_path / "large.jpg"
    with large.open("wb") as stream:
        stream.truncate(40_000_001)
    small = [tmp_path / f"{number}.jpg" for number in range(3)]
    for number, path in enumerate(small):
        path.write_bytes(b"\xff\xd8\xff\xe0" + bytes([number]))
    with desk(chromium, live, **PHONE) as phone:
        phone.page.locator("#album").set_input_files([*small, large])
        phone.page.locator("#told", has_text="larger than 40 MB").wait_for()
        assert phone.page.locator("#photos li").count() == 3
        assert phone.page.locator("#photos li span").first.inner_text().startswith("Photo 3")
        assert phone.complaints == []
    assert len(live.taken) == 3


def test_it_works_without_javascript(chromium: Browser, live: Shared):
    with desk(chromium, live, java_script_enabled=False, **PHONE) as phone:
        form = phone.page.locator("form").first
        form.locator("input").set_input_files(CARD)
        with phone.page.expect_navigation():
            form.get_by_role("button", name="Send").click()
        assert phone.page.locator("#photos li").count() == 1
        with phone.page.expect_navigation():
            phone.page.get_by_role("link", name="Look again").click()
        assert phone.page.locator("#photos li").count() == 1
        assert min(box["height"] for box in _boxes(phone.page)) >= 44
    assert len(live.taken) == 1


def test_a_phone_that_loses_the_computer_is_told(chromium: Browser, live: Shared):
    with desk(chromium, live, **PHONE) as phone:
        phone.page.context.set_offline(offline=True)
        phone.page.locator("#camera").set_input_files(CARD)
        phone.page.locator("#told", has_text="does not answer").wait_for()


def test_what_a_photo_says_is_text_on_the_phone(chromium: Browser, live: Shared):
    said = '<img src=x onerror="document.title=1">'
    with desk(chromium, live, **PHONE) as phone:
        answer = {"told": said, "photos": [{"number": 1, "label": said, "state": "read", "text": said}]}
        phone.page.evaluate("answer => show(answer)", answer)
        assert phone.page.locator("#photos img").count() == 0
        assert phone.page.locator("#photos strong").inner_text() == said
        assert phone.complaints == []


def _boxes(page: Page) -> list[dict[str, float]]:
    return [one.bounding_box() for one in page.locator("button, .again, input").all()]


def _contrast(page: Page) -> float:
    """The least contrast between a text and its ground (WCAG 2.2, 1.4.3)."""
    script = """() => [...document.querySelectorAll("h1, h2, p, .pick, li span, li strong")]
        .filter(one => one.checkVisibility() && one.textContent.trim())
        .map(one => {
          let ground = one;
          const clear = "rgba(0, 0, 0, 0)";
          while (getComputedStyle(ground).backgroundColor === clear) ground = ground.parentElement;
          return [getComputedStyle(one).color, getComputedStyle(ground).backgroundColor];
        })"""
    return min(_ratio(*map(_luminance, pair)) for pair in page.evaluate(script))


def _ratio(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(part) / 255 for part in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
