"""A page in a browser, used as a person uses it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from live_page import Live
    from playwright.sync_api import Browser, Page


@dataclass(slots=True, kw_only=True)
class Desk:
    """A page that somebody sits at.

    Attributes:
        page: As Playwright has it.
        complaints: What the browser complained about: errors of scripts, what a policy forbade.
        hosts: The hosts that the page asked for anything.
    """

    page: Page
    complaints: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def go_by(self, key: str) -> None:
        """Press a key that leads to another page."""
        with self.page.expect_navigation():
            self.page.keyboard.press(key)

    @property
    def entry(self) -> str:
        """The entry whose card is shown; empty on other pages."""
        _, _, entry = self.page.url.partition("/cards/")
        return entry.partition("?")[0]

    @property
    def focused(self) -> str:
        """The column of the field that has the focus."""
        script = "document.activeElement.closest('.field')?.dataset.column ?? ''"
        return self.page.evaluate(script)

    def value(self, name: str) -> str:
        """What stands in a field of the form."""
        return self.page.locator(f"[name={name}]:is(:checked, :not([type=radio]))").first.input_value()


@contextmanager
def desk(browser: Browser, live: Live, **options: object) -> Iterator[Desk]:
    """A window with the page, its complaints noted."""
    settings = {"viewport": {"width": 1280, "height": 860}, "locale": "en-GB", **options}
    context = browser.new_context(**settings)
    page = context.new_page()
    sat_at = Desk(page=page)
    page.on("pageerror", lambda error: sat_at.complaints.append(str(error)))
    page.on("console", lambda said: said.type == "error" and sat_at.complaints.append(said.text))
    page.on("request", lambda request: sat_at.hosts.add(request.url.split("/")[2]))
    page.goto(live.link)
    yield sat_at
    context.close()
