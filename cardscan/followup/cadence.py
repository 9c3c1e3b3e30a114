"""When to get in touch: working days."""

from __future__ import annotations

from datetime import date, timedelta

_WEEKEND = (5, 6)
"""Saturday and Sunday, as ``date.weekday`` counts."""


def next_working_day(day: date, country: str | None = None) -> date:
    """The first working day after ``day``.

    Args:
        day: Any day; the answer is always later.
        country: ISO 3166-1 alpha-2 code, for that country's public holidays and
            weekend; where it is unknown, only Saturdays and Sundays are free.

    Returns:
        The next day on which people work.

    Source:
        Public holidays and weekends: the ``holidays`` package, nationwide ones only.

    Example:
        >>> next_working_day(date(2026, 11, 20), "GB")
        datetime.date(2026, 11, 23)
    """
    # Loaded here because it brings every country's calendar along.
    from holidays import country_holidays  # noqa: PLC0415

    try:
        calendar = country_holidays(country or "")
    except NotImplementedError:  # no calendar for this country
        return _next_weekday(day)
    return calendar.get_nth_working_day(day, 1)


def _next_weekday(day: date) -> date:
    following = day + timedelta(days=1)
    while following.weekday() in _WEEKEND:
        following += timedelta(days=1)
    return following
