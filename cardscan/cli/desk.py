"""What a command of the follow-up works with: the book, the owner's settings and the day."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.cli.terminal import console, say
from cardscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from cardscan.book.people import Known
    from cardscan.book.store import Book
    from cardscan.followup.settings import Settings

TODAY = "CARDSCAN_TODAY"
"""Environment variable with the day, or the moment, that is taken for now: for trying things out."""

SETTINGS = "CARDSCAN_SETTINGS"
"""Environment variable with the path of the settings file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a command works with.

    Attributes:
        book: The open book.
        settings: The owner's.
        now: The time, in the owner's time zone.
    """

    book: Book
    settings: Settings
    now: datetime

    @property
    def today(self) -> date:
        """The day, in the owner's time zone."""
        return self.now.date()


@contextmanager
def at_desk(where: str | None) -> Iterator[Desk]:
    """The desk, its book open until the end of the block.

    Args:
        where: The book as typed; None for the user's own.
    """
    from cardscan.book.store import open_book  # noqa: PLC0415 - SQLAlchemy

    settings = owner_settings()
    with open_book(where, who=settings.owner.name or None) as book:
        yield Desk(book=book, settings=settings, now=time_of(settings))


def owner_settings() -> Settings:
    """The settings of this user."""
    from cardscan.followup.settings_file import read_settings  # noqa: PLC0415 - not needed for --help

    path = settings_path()
    if os.environ.get(SETTINGS) and not path.exists():
        raise UsageError(f"{SETTINGS} names {path}, which does not exist.")
    return read_settings(path)


def settings_path() -> Path:
    """Where the settings of this user are, or would be."""
    if path := os.environ.get(SETTINGS):
        return Path(path)
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("cardscan", appauthor=False) / "settings.toml"


def time_of(settings: Settings) -> datetime:
    """The time in the owner's time zone.

    Raises:
        UsageError: The environment names a day that is none.
    """
    from cardscan.followup.owner_file import zone  # noqa: PLC0415 - not needed for --help

    now = datetime.now(UTC).astimezone(zone(settings.owner))
    text = os.environ.get(TODAY)
    if not text:
        return now
    try:
        if len(text) == len("2026-11-20"):
            return datetime.combine(date.fromisoformat(text), now.timetz())
        given = datetime.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(f"{TODAY} is {text!r}; write it as 2026-11-20 or 2026-11-20T09:30.") from exc
    return given if given.tzinfo else given.replace(tzinfo=now.tzinfo)


def picked(desk: Desk, wanted: str) -> str:
    """The id of the entry of the person whom the owner means; nothing is locked while they are asked."""
    with desk.book.reading() as session:
        return pick(session, wanted).entry_id


def pick(session: Session, wanted: str, *, also_gone: bool = False) -> Known:
    """The person whom the owner means; asks where it fits several and there is a terminal to ask at.

    Args:
        session: Reads.
        wanted: As typed.
        also_gone: Also among those whose entries are all gone, but kept.

    Raises:
        UnknownPersonError: It fits nobody.
        SeveralPeopleError: It fits several, and nobody can be asked.
    """
    from rich.prompt import IntPrompt  # noqa: PLC0415 - not needed for --help

    from cardscan.book.people import find_person, fitting  # noqa: PLC0415 - SQLAlchemy

    if not can_ask():
        return find_person(session, wanted, also_gone=also_gone)
    found = fitting(session, wanted, also_gone=also_gone)
    if len(found) == 1:
        return found[0]
    say(f"{wanted} fits several people:")
    for number, one in enumerate(found, start=1):
        say(f"  {number}  {one}")
    numbers = [str(number) for number in range(1, len(found) + 1)]
    return found[IntPrompt.ask("Which one", choices=numbers, console=console(stderr=True)) - 1]


def can_ask() -> bool:
    """Whether there is somebody at a terminal."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def day_of(text: str, desk: Desk) -> date:
    """A day as somebody types it: 2026-11-27, Tuesday, "next week", "in 10 days".

    Args:
        text: As typed.
        desk: Its day is what "Tuesday" is counted from.

    Raises:
        UsageError: It is no day, or one that has passed.
    """
    from cardscan.followup.planning import is_too_far, wish_of  # noqa: PLC0415 - not needed for --help
    from cardscan.followup.working_days import WorkingDays  # noqa: PLC0415

    owner = desk.settings.owner
    try:
        day: date | None = date.fromisoformat(text.strip())
    except ValueError:
        days = WorkingDays(owner.country, owner.subdivision)
        day = wish_of(text, said_on=desk.today, days=days, settings=desk.settings).due
    if day is None:
        raise UsageError(
            f"{text!r} is no day that is understood. Type one like 2026-11-27, Tuesday or next week."
        )
    if day <= desk.today:
        raise UsageError(f"{day} is not after today, {desk.today}. Type a day to come.")
    if is_too_far(day, desk.today):
        raise UsageError(f"{day} is years away, and nobody would be told before. Type a day that is nearer.")
    return day


def moment_of(text: str | None, desk: Desk) -> datetime:
    """When something was done: now, or at this time of an earlier day.

    Args:
        text: The day as typed: 2026-11-23 or yesterday; None for now.
        desk: Its time is now.

    Raises:
        UsageError: It is no day, or one to come.
    """
    if text is None:
        return desk.now
    try:
        word = text.strip().casefold()
        day = desk.today - timedelta(days=1) if word == "yesterday" else date.fromisoformat(word)
    except ValueError as exc:
        raise UsageError(f"{text!r} is no day. Type one like {desk.today}, or yesterday.") from exc
    if day > desk.today:
        raise UsageError(f"{day} has not come yet; today is {desk.today}.")
    # Through the wall clock, so that the offset from UTC is that of the day.
    return desk.now.replace(year=day.year, month=day.month, day=day.day)
