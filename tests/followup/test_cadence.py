from __future__ import annotations

from datetime import date

import pytest

from cardscan.followup.cadence import next_working_day


@pytest.mark.parametrize(
    ("day", "country", "due", "why"),
    [
        (date(2026, 11, 18), "GB", date(2026, 11, 19), "Wednesday: the next day"),
        (date(2026, 11, 20), "GB", date(2026, 11, 23), "Friday: Monday"),
        (date(2026, 11, 21), None, date(2026, 11, 23), "Saturday: Monday"),
        (date(2026, 12, 24), "GB", date(2026, 12, 29), "Christmas, weekend and the day given for Boxing Day"),
        (date(2026, 12, 24), None, date(2026, 12, 25), "no country, no holidays"),
        (date(2026, 12, 31), "DE", date(2027, 1, 4), "New Year's Day of another year"),
        (date(2026, 11, 20), "ZZ", date(2026, 11, 23), "a country without a calendar"),
        (date(2026, 11, 19), "SA", date(2026, 11, 22), "a weekend of Friday and Saturday"),
    ],
)
def test_follow_up_is_due_on_the_next_working_day(day: date, country: str, due: date, why: str) -> None:
    assert next_working_day(day, country) == due, why
