"""The same photos under another event's name: a wrong name put right, or another event?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.cli.desk import can_ask, owner_settings
from cardscan.cli.terminal import console, safe, say
from cardscan.errors import OtherEventError, StoppedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.book.store import Book
    from cardscan.pipeline.record import ScanReport


def asking(run: Callable[[bool], ScanReport], book: Book | None, *, another_event: bool) -> ScanReport:
    """The report of a scan; who is at a terminal is asked where the photos were another event's.

    Args:
        run: Scans, told whether the photos may be of another event as well.
        book: The book, in which an event may be put right.
        another_event: What was said on the command line.

    Raises:
        OtherEventError: Nobody can be asked.
        StoppedError: The user wants neither.
    """
    try:
        return run(another_event)
    except OtherEventError as exc:
        if book is None or not can_ask():
            raise
        choice = _choice(exc)
        if choice == "stop":
            raise StoppedError("Nothing was scanned.") from exc
        if choice == "same":
            _put_right(exc, book)
        return run(choice == "other")


def _choice(about: OtherEventError) -> str:
    from rich.prompt import Prompt  # noqa: PLC0415 - not needed for --help

    say(f"{about.photos} of these photos were scanned as cards of {about.other}, {about.other_date}.")
    question = (
        f"Is {safe(about.event)}, {about.event_date}, the same event with its name or day put right (same), "
        "another event (other), or is it to be left (stop)"
    )
    return Prompt.ask(question, choices=["same", "other", "stop"], console=console(stderr=True))


def _put_right(about: OtherEventError, book: Book) -> None:
    from cardscan.book.event_edit import edit_event  # noqa: PLC0415 - SQLAlchemy
    from cardscan.book.events import as_event, find_event  # noqa: PLC0415

    with book.writing() as session:
        row = find_event(session, about.other, about.other_date)
        if row is not None:
            event = replace(as_event(row), name=about.event, date=about.event_date)
            edit_event(session, row, event, settings=owner_settings())
