"""Days on which people work: no weekends, no public holidays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from cardscan.errors import UsageError

if TYPE_CHECKING:
    from holidays import HolidayBase

_WEEKEND = (5, 6)
"""Saturday and Sunday, as ``date.weekday`` counts."""

_NAMED = 60
"""How many subdivisions a sentence names: all of the United States, not the 114 of Italy."""


@dataclass(frozen=True)  # without slots, as the calendar is kept once it is loaded
class WorkingDays:
    """The working days of a country, or of a part of it.

    Attributes:
        country: ISO 3166-1 alpha-2 code; where it is None or has no calendar, only
            Saturdays and Sundays are free.
        subdivision: ISO 3166-2 code without the country, like "BY", for regional holidays.

    Raises:
        UsageError: The country has no such subdivision; the sentence names some that it has.

    Source:
        Public holidays, and weekends where they are not Saturday and Sunday: the
        ``holidays`` package.

    Example:
        >>> WorkingDays("GB").after(date(2026, 11, 20), 1)
        datetime.date(2026, 11, 23)
    """

    country: str | None = None
    subdivision: str | None = None

    def __post_init__(self) -> None:
        """Look the subdivision up, so that a wrong one is not met in the middle of the work."""
        if self.subdivision:
            _ = self._calendar

    def is_working(self, day: date) -> bool:
        """Whether people work on ``day``."""
        if self._calendar is None:
            return day.weekday() not in _WEEKEND
        return self._calendar.is_working_day(day)

    def after(self, day: date, count: int) -> date:
        """The ``count``-th working day after ``day``.

        Args:
            day: Any day; the answer is always later.
            count: How many working days, from 1.

        Raises:
            ValueError: ``count`` is less than 1.
        """
        if count < 1:
            raise ValueError(f"count is {count}; it must be 1 or more")
        for _ in range(count):
            day = self.on_or_after(day + timedelta(days=1))
        return day

    def on_or_after(self, day: date) -> date:
        """``day`` itself where people work on it, else the next day on which they do."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day

    def holiday(self, day: date) -> str:
        """The English name of the public holiday on ``day``; empty where there is none."""
        return "" if self._calendar is None else str(self._calendar.get(day, ""))

    @cached_property
    def _calendar(self) -> HolidayBase | None:
        # Loaded here because it brings every country's calendar along.
        from holidays import country_holidays  # noqa: PLC0415

        try:
            # Without a language, the names would be in that of the computer.
            calendar = country_holidays(self.country or "", language="en_US")
        except NotImplementedError:  # no calendar for this country
            return None
        if not self.subdivision:
            return calendar
        try:
            return country_holidays(self.country or "", subdiv=self.subdivision, language="en_US")
        except NotImplementedError as exc:
            raise UsageError(_no_such_subdivision(self, calendar.subdivisions)) from exc


def next_working_day(day: date, country: str | None = None) -> date:
    """The first working day after ``day``.

    Args:
        day: Any day; the answer is always later.
        country: ISO 3166-1 alpha-2 code; where it is unknown, only Saturdays and Sundays are free.

    Example:
        >>> next_working_day(date(2026, 11, 20), "GB")
        datetime.date(2026, 11, 23)
    """
    return WorkingDays(country).after(day, 1)


def _no_such_subdivision(days: WorkingDays, known: tuple[str, ...]) -> str:
    if not known:
        return f"{days.country} has no regions with holidays of their own: leave subdivision out."
    some = ", ".join(known[:_NAMED]) + (", …" if len(known) > _NAMED else "")
    return f"{days.subdivision!r} is no subdivision of {days.country}. Write one of: {some}"
