"""The days that a note names, as days of the calendar."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cardscan.followup.notes.calendar_days import Day, full_year, months_after

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cardscan.followup.notes.calendar_days import Calendar
    from cardscan.followup.notes.units import Unit

_MONTHS = 12
_WEEK = 7


Found = tuple[Day, int]
"""A day, and how many units name it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayReader:
    """Reads days in the units of one note.

    Attributes:
        units: The note.
        calendar: What its words stand for.
    """

    units: Sequence[Unit]
    calendar: Calendar

    def with_days(self) -> list[Unit]:
        """The units, those that name a day made one."""
        found: list[Unit] = []
        place = 0
        readers: tuple[Callable[[int], Found | None], ...] = (
            self._part,
            self._weekday,
            self._numeric,
            self._written,
            self._within,
            self._fixed,
        )
        while place < len(self.units):
            day = next((day for reader in readers if (day := reader(place))), None)
            if day is None:
                found.append(self.units[place])
                place += 1
            else:
                last = self.units[place + day[1] - 1]
                found.append(replace(self.units[place], end=last.end, day=day[0]))
                place += day[1]
        return found

    def _role(self, place: int, role: str) -> str | None:
        return self.units[place].roles.get(role) if 0 <= place < len(self.units) else None

    def _text(self, place: int) -> str:
        return self.units[place].first.key if 0 <= place < len(self.units) else ""

    def _number(self, place: int) -> int | None:
        return self.units[place].number if 0 <= place < len(self.units) else None

    def _glued(self, place: int) -> bool:
        return place < len(self.units) and self.units[place].glued

    # "end of January", "mid Jan", "early next month"

    def _part(self, place: int) -> Found | None:
        part = next(
            (one for one in ("begin", "middle", "end_of") if self._role(place, one) is not None), None
        )
        if part is None:
            return None
        length = 1
        while self._role(place + length, "of") is not None or self._text(place + length) == "-":
            length += 1
        year, month, more = self._month_at(place + length)
        if not month:
            return None
        return self.calendar.of_month(part, year, month), length + more

    def _month_at(self, place: int) -> tuple[int, int, int]:
        """Year, month and how many units name them; zeros where none does."""
        if self._role(place, "next_month") is not None:
            start = months_after(self.calendar.said_on.replace(day=1), 1)
            return start.year, start.month, 1
        name = self._role(place, "months")
        if name is None:
            return 0, 0, 0
        month = int(name) + 1
        year = self._year(place + 1)
        if year:
            return year, month, 2
        return self.calendar.said_on.year + (month < self.calendar.said_on.month), month, 1

    # "Tuesday", "next Tue", "Thu 26 Nov"

    def _weekday(self, place: int) -> Found | None:
        following = self._role(place, "next") is not None
        skipped = int(following or self._role(place, "this") is not None)
        weekday = self._role(place + skipped, "weekdays")
        if weekday is None:
            return None
        length = skipped + 1
        joined = self._text(place + length) in ("-", "–") or self._role(place + length, "until") is not None
        if joined and self._role(place + length + 1, "weekdays") is not None:
            return Day(on=None), length + 2
        comma = int(self._text(place + length) in (",", "."))
        named = self._numeric(place + length + comma) or self._written(place + length + comma, alone=False)
        if named:
            return self._same(int(weekday), named[0]), length + comma + named[1]
        return self._on_weekday(int(weekday), place, following=following, sure=bool(skipped)), length

    def _same(self, weekday: int, day: Day) -> Day:
        if day.on is None or day.on.weekday() == weekday:
            return day
        return Day(on=None, why_not="that date is another day of the week")

    def _on_weekday(self, weekday: int, place: int, *, following: bool, sure: bool) -> Day:
        ahead = (weekday - self.calendar.said_on.weekday()) % _WEEK or _WEEK
        if following:
            ahead = weekday - self.calendar.said_on.weekday() + _WEEK
        standing = not sure and self._role(place, "also_words") is not None
        return Day(on=self.calendar.said_on + timedelta(days=ahead), exact=True, standing=standing)

    # "5.12.", "5/12/2026", "2026-12-05"

    def _numeric(self, place: int) -> Found | None:
        a, mark, b = self._number(place), self._text(place + 1), self._number(place + 2)
        if a is None or b is None or not (self._glued(place + 1) and self._glued(place + 2)):
            return None
        if self._glued(place) or mark not in ("/", ".", "-"):
            return None
        again = self._text(place + 3) == mark and self._glued(place + 3)
        c = self._number(place + 4) if again and self._glued(place + 4) else None
        length = 5 if c is not None else 3 + (again and mark == ".")
        if self._glued(place + length) and self.units[place + length].first.text[0].isalnum():
            return None
        if a >= 1000:  # noqa: PLR2004 - a year
            return (self.calendar.dated(a, b, c, exact=True), length) if c is not None else None
        if (mark == "-" and c is None) or (mark == "." and length == 3 and not self._prepared(place)):  # noqa: PLR2004 - two numbers
            return None
        return self.calendar.in_order(a, b, None if c is None else full_year(c), mark), length

    def _prepared(self, place: int) -> bool:
        """Whether a word before it shows that 5.12 is no price."""
        return any(self._role(place - 1, role) is not None for role in ("dated", "after", "before"))

    # "5 Dec", "Dec 5th 2026", "January", "the 8th"

    def _written(self, place: int, *, alone: bool = True) -> Found | None:
        return self._day_month(place) or self._month_day(place, alone=alone) or self._ordinal(place)

    def _day_month(self, place: int) -> Found | None:
        day = self._number(place)
        if day is None or self._glued(place):
            return None
        length = 1 + self._suffix(place)
        length += self._role(place + length, "of") is not None
        month = self._role(place + length, "months")
        if month is None:
            return None
        length += 1
        year = self._year(place + length)
        return self.calendar.dated(year, int(month) + 1, day, exact=True), length + bool(year)

    def _month_day(self, place: int, *, alone: bool) -> Found | None:
        month = self._role(place, "months")
        if month is None:
            return None
        dot = int(self._text(place + 1) == ".")
        year = self._year(place + 1 + dot)
        day = self._number(place + 1 + dot)
        if year is None and day is not None and self._is_day_of_month(place, place + 1 + dot):
            length = 2 + dot + self._suffix(place + 1 + dot)
            comma = int(self._text(place + length) == ",")
            year = self._year(place + length + comma)
            return self.calendar.dated(year, int(month) + 1, day, exact=True), length + (
                comma + 1 if year else 0
            )
        return self._whole_month(place) if alone else None

    def _is_day_of_month(self, month: int, place: int) -> bool:
        """Whether the number is a day: "may 5 people come" and "Dec 10:30" have none."""
        after = place + 1 + self._suffix(place)
        if self._text(after) in (":", "%") and self._glued(after):
            return False
        written_small = self.units[month].first.text[0].islower()
        is_word = self._role(month, "also_words") is not None and written_small
        return not (is_word and after < len(self.units) and self.units[after].is_unknown)

    def _whole_month(self, place: int) -> Found:
        year, month, length = self._month_at(place)
        standing = length == 1 and self._role(place, "also_words") is not None
        first = self.calendar.working(date(year, month, 1))
        if first <= self.calendar.said_on:
            return Day(on=None, why_not="that month has begun", vague=True, standing=standing), length
        return Day(on=first, vague=True, standing=standing), length

    def _ordinal(self, place: int) -> Found | None:
        """A day of this month or the next: "on the 8th"."""
        day, suffix = self._number(place), self._suffix(place)
        if day is None or not suffix or not self._prepared(place):
            return None
        after = place + 1 + suffix
        if not 1 <= day <= 31 or (after < len(self.units) and self.units[after].is_unknown):  # noqa: PLR2004 - days
            return None
        start = self.calendar.said_on.replace(day=1)
        for ahead in range(_MONTHS):
            month = months_after(start, ahead)
            if (
                day <= monthrange(month.year, month.month)[1]
                and month.replace(day=day) >= self.calendar.said_on
            ):
                return Day(on=month.replace(day=day), exact=True), 1 + suffix
        return None

    def _suffix(self, place: int) -> int:
        """1 where an ordinal's end ("th", ".") follows the number, else 0."""
        return int(self._role(place + 1, "ordinals") is not None and self._glued(place + 1))

    def _year(self, place: int) -> int | None:
        number = self._number(place)
        return number if number is not None and 2000 <= number < 2100 else None  # noqa: PLR2004 - years

    # "in two weeks", "tomorrow", "next week"

    def _within(self, place: int) -> Found | None:
        if self._role(place, "within") is None:
            return None
        if self._role(place + 1, "fortnight") is not None:
            return self._moved(timedelta(days=2 * _WEEK)), 2
        word = self._role(place + 1, "numbers")
        count = int(word) if word else self._number(place + 1)
        if count is None or count > 1000:  # noqa: PLR2004 - days
            return None
        if self._role(place + 2, "months_long") is not None:
            ahead = months_after(self.calendar.said_on, count)
            return Day(on=self.calendar.working(ahead), vague=True), 3
        length = {"weeks": _WEEK, "days": 1}
        days = next((length[role] for role in length if self._role(place + 2, role) is not None), None)
        return (self._moved(timedelta(days=days * count)), 3) if days else None

    def _moved(self, ahead: timedelta) -> Day:
        return Day(on=self.calendar.working(self.calendar.said_on + ahead), vague=True)

    def _fixed(self, place: int) -> Found | None:
        roles = self.units[place].roles
        day = next((reader() for role, reader in self.calendar.fixed_days().items() if role in roles), None)
        return (day, 1) if day else None
