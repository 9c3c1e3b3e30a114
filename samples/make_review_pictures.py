"""Makes the pictures of the review page in the README, from the sample photos, in light and dark.

Needs the extras ``review`` and ``test``, and a Chromium on the PATH.

Example:
    python samples/make_review_pictures.py
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import cv2
from playwright.sync_api import sync_playwright

from cardscan import scan_folder
from cardscan.book.agenda import due_entries
from cardscan.book.store import open_book
from cardscan.book.touching import keep_note, keep_touch
from cardscan.followup.record import Touch
from cardscan.followup.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

HERE = Path(__file__).resolve().parent
PHOTOS = HERE / "photos"
EVENT = "Harbour Chamber mixer"
AT = datetime(2026, 11, 24, 8, 30, tzinfo=UTC)

POOR, LONGEST_PX, POOR_QUALITY = "hollin_turned180.jpg", 700, 8
"""A photo that is as poor here as a messenger makes it, so that an e-mail on it is in doubt."""

SIZE = {"width": 1180, "height": 760}
SHARP = 1.4
"""Pixels of a picture for one of the page."""

QUALITY = 80


def main() -> None:
    """Writes the pictures."""
    with TemporaryDirectory() as name:
        folder, book = Path(name) / "photos", Path(name) / "book.db"
        _make_photos(folder)
        _fill(book, folder)
        with _served(book) as link, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-background-networking"],
            )
            for scheme, suffix in (("light", ""), ("dark", "-dark")):
                context = browser.new_context(color_scheme=scheme, viewport=SIZE, device_scale_factor=SHARP)
                page = context.new_page()
                page.goto(link)
                _to_the_poor_card(page)
                _keep(page, f"review{suffix}.jpg")
                page.goto(link.partition("?")[0] + "today")
                _keep(page, f"today{suffix}.jpg")
            browser.close()


def _make_photos(folder: Path) -> None:
    shutil.copytree(PHOTOS, folder)
    photo = cv2.imread(str(folder / POOR))
    scale = LONGEST_PX / max(photo.shape)
    small = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    cv2.imwrite(str(folder / POOR), small, [cv2.IMWRITE_JPEG_QUALITY, POOR_QUALITY])


def _fill(where: Path, folder: Path) -> None:
    """Scan the photos, and do a little of what is due."""
    settings = Settings()
    with open_book(where, who="Ada") as book:
        scan_folder(folder, event=EVENT, event_date="2026-11-20", country="GB", book=book, now=AT)
        with book.writing() as session:
            first, second, *_ = due_entries(session, AT.date())
            for one, note in ((first, "hot!"), (second, "asked for the price list")):
                keep_note(
                    session,
                    one.entry.contact_id,
                    note,
                    source="note",
                    today=AT.date(),
                    now=AT,
                    settings=settings,
                )
            touch = Touch(at=AT, channel="call", note="left a message")
            keep_touch(session, second.entry.contact_id, touch, today=AT.date(), settings=settings)


@contextmanager
def _served(book: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "cardscan", "review", "--no-browser", "--book", str(book)]
    environment = os.environ | {"CARDSCAN_TODAY": AT.isoformat()}
    server = subprocess.Popen(  # noqa: S603 - our own command
        command, stderr=subprocess.PIPE, text=True, env=environment
    )
    try:
        yield re.search(r"http://\S+", server.stderr.readline())[0]
    finally:
        server.terminate()
        server.communicate()


def _to_the_poor_card(page: Page) -> None:
    """Go on to the card of the photo that was made poor."""
    for _ in range(10):
        if POOR in page.locator(".from").inner_text():
            return
        page.keyboard.press("j")
        page.wait_for_load_state("networkidle")
    raise SystemExit(f"{POOR} is not in doubt: take another size or quality.")


def _keep(page: Page, name: str) -> None:
    page.wait_for_load_state("networkidle")
    page.screenshot(path=HERE / name, type="jpeg", quality=QUALITY)
    print(f"{name}: {(HERE / name).stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
