"""What the words for a day stand for in the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.followup.notes.record import WorkingDay

_CENTURY = 2000
_MONTHS = 12
_WEEK = 7
_FARTHEST_YEARS = 5
"""Years ahead that somebody makes an appointment for; a later year is a slip or no date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that a note names.

    Attributes:
        on: The day; None where it is not clear which.
        exact: Whether it is named itself: such days stay, be they working days or not.
        why_not: Why it is not clear, as a sentence without its end; empty where there is nothing to say.
        vague: Whether it is a length of time or a month, which tells of other things as well.
        standing: Whether the words before it must show that it is a day and no name.
    """

    on: date | None
    exact: bool = False
    why_not: str = ""
    vague: bool = False
    standing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The calendar as the writer of a note has it before them.

    Attributes:
        said_on: The day the note was written.
        working: The first working day on or after a day.
        day_first: Whether 5/12 is always the 5th of December.
    """

    said_on: date
    working: WorkingDay
    day_first: bool

    def of_month(self, part: str, year: int, month: int) -> Day:
        """The first working day of a month ("begin"), its middle or its last working day ("end_of")."""
        first = date(year, month, 1)
        if part == "end_of":
            day = self._last_working(months_after(first, 1) - timedelta(days=1))
        else:
            day = self.working(first if part == "begin" else first.replace(day=15))
        if day < self.said_on:
            return Day(on=None, why_not="that day is past", vague=True)
        return Day(on=day, vague=True)

    def _last_working(self, day: date) -> date:
        """The last working day on or before ``day``."""
        before = day
        while self.working(before) != before and (day - before).days < _WEEK:
            before -= timedelta(days=1)
        return before

    def in_order(self, a: int, b: int, year: int | None, mark: str) -> Day:
        """The day that two numbers name, where their order is clear."""
        by_day = self.dated(year, b, a, exact=True) if 1 <= b <= _MONTHS else None
        by_month = self.dated(year, a, b, exact=True) if 1 <= a <= _MONTHS else None
        if self.day_first or mark == ".":
            return by_day or Day(on=None)
        if by_day and by_month and a != b:
            return Day(on=None, why_not=f"it can be {a} {_name(b)} or {b} {_name(a)}")
        return by_day or by_month or Day(on=None)

    def dated(self, year: int | None, month: int, day: int | None, *, exact: bool) -> Day:
        """A day of a month; without a year the next one, with a year that is past none."""
        try:
            on = date(year or self.said_on.year, month, day or 0)
            if year is None and on < self.said_on:
                on = on.replace(year=on.year + 1)
        except ValueError:
            return Day(on=None, why_not="there is no such day")
        if on < self.said_on:
            return Day(on=None, why_not="that day is past")
        if on.year - self.said_on.year > _FARTHEST_YEARS:
            return Day(on=None, why_not="that is too far ahead")
        return Day(on=on, exact=exact)

    def fixed_days(self) -> dict[str, Callable[[], Day]]:
        """Days that one phrase names, by its role."""
        said, week = self.said_on, self.said_on - timedelta(days=self.said_on.weekday())
        month = said.replace(day=1)
        days: dict[str, Callable[[], Day]] = {
            "today": lambda: Day(on=said, exact=True),
            "tomorrow": lambda: Day(on=self.working(said + timedelta(days=1))),
            "day_after": lambda: Day(on=self.working(said + timedelta(days=2))),
            "next_week": lambda: Day(on=self.working(week + timedelta(days=_WEEK))),
            "next_month": lambda: Day(on=self.working(months_after(month, 1)), vague=True),
            "next_year": lambda: Day(on=self.working(date(said.year + 1, 1, 2)), vague=True),
            "week_end": lambda: self._week_end(week),
            "next_week_end": lambda: self._week_end(week + timedelta(days=_WEEK)),
            "month_end": lambda: self.of_month("end_of", said.year, said.month),
            "after_christmas": lambda: Day(on=self.working(date(said.year, 12, 27)), vague=True),
        }
        return days

    def _week_end(self, monday: date) -> Day:
        friday = self._last_working(monday + timedelta(days=4))
        return Day(on=friday) if friday >= self.said_on else Day(on=None, why_not="that day is past")


def months_after(day: date, count: int) -> date:
    """The same day ``count`` months later, or that month's last."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + count, _MONTHS)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def full_year(year: int) -> int:
    """A year of two digits as one of this century."""
    return year + _CENTURY if year < 100 else year  # noqa: PLR2004 - two digits


def _name(month: int) -> str:
    # Not month_abbr of calendar: it speaks the computer's language, and a sentence is English.
    return ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")[month - 1]


def spoken(day: date) -> str:
    """``day`` as a sentence names it.

    Example:
        >>> spoken(date(2026, 11, 24))
        'Tue 24 Nov 2026'
    """
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[day.weekday()]
    return f"{weekday} {day.day} {_name(day.month)} {day.year}"
