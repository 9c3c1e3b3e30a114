from __future__ import annotations

import pickle
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cardscan.errors import UsageError
from cardscan.followup.working_days import WorkingDays, next_working_day


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


def test_working_day_is_itself_on_or_after_itself() -> None:
    assert WorkingDays("GB").on_or_after(date(2026, 11, 20)) == date(2026, 11, 20)


def test_free_day_gives_the_next_working_day_on_or_after_it() -> None:
    assert WorkingDays("GB").on_or_after(date(2026, 12, 25)) == date(2026, 12, 29)


def test_count_of_no_days_is_refused() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        WorkingDays().after(date(2026, 11, 20), 0)


def test_holiday_of_a_region_is_free_there_alone() -> None:
    epiphany = date(2027, 1, 6)
    assert (WorkingDays("DE", "BY").is_working(epiphany), WorkingDays("DE").is_working(epiphany)) == (
        False,
        True,
    )


def test_weekend_is_that_of_the_day_where_a_country_has_changed_it() -> None:
    emirates = WorkingDays("AE")
    assert emirates.after(date(2021, 11, 18), 1) == date(2021, 11, 21), "then Friday and Saturday"
    assert emirates.after(date(2026, 11, 19), 1) == date(2026, 11, 20), "now Saturday and Sunday"


@pytest.mark.parametrize(
    ("country", "day", "name"),
    [
        ("GB", date(2026, 12, 25), "Christmas Day"),
        ("DE", date(2026, 10, 3), "German Unity Day"),
        ("GB", date(2026, 11, 21), ""),
        ("GB", date(2026, 11, 20), ""),
        (None, date(2026, 12, 25), ""),
        ("JP", date(2026, 5, 5), "Children's Day"),
    ],
)
def test_holiday_has_its_english_name(country: str | None, day: date, name: str) -> None:
    assert WorkingDays(country).holiday(day) == name


def test_holiday_has_the_same_name_whatever_the_language_of_the_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    assert WorkingDays("DE").holiday(date(2026, 10, 3)) == "German Unity Day"
    assert WorkingDays("DE", "BY").holiday(date(2027, 1, 6)) == "Epiphany"


def test_unknown_subdivision_names_those_that_are_known() -> None:
    with pytest.raises(UsageError, match=r"'XX' is no subdivision of DE\. Write one of: BB, BE, BW, BY"):
        WorkingDays("DE", "XX")


def test_subdivision_of_a_country_that_has_none_says_to_leave_it_out() -> None:
    with pytest.raises(UsageError, match="JP has no regions with holidays of their own"):
        WorkingDays("JP", "13")


def test_working_days_are_the_same_after_they_were_pickled() -> None:
    days = WorkingDays("DE", "BY")
    again = pickle.loads(pickle.dumps(days))  # noqa: S301 - made in the line above
    assert again == days
    assert again.after(date(2027, 1, 5), 1) == date(2027, 1, 7)


@settings(max_examples=60, deadline=None)
@given(
    country=st.sampled_from([None, "GB", "IL", "JP"]),
    day=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    count=st.integers(1, 30),
)
def test_as_many_working_days_lie_between_as_were_counted(country: str | None, day: date, count: int) -> None:
    days = WorkingDays(country)
    after = days.after(day, count)
    between = [date.fromordinal(number) for number in range(day.toordinal() + 1, after.toordinal() + 1)]
    assert sum(map(days.is_working, between)) == count
    assert days.is_working(after)
