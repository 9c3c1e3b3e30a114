from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cardscan.export.dates import day_first, parse_instant


@pytest.mark.parametrize(
    ("cells", "proof"),
    [
        (["20/11/2026", "3/4/2026"], True),
        (["11/20/2026", "3/4/2026"], False),
        (["20-11-2026"], True),
        (["3/4/2026"], None),
        (["20.11.2026", "2026/11/20", "2026-11-20", "", "soon"], None),
    ],
)
def test_one_day_above_twelve_settles_the_order_for_all(cells: list[str], proof: bool | None) -> None:
    assert day_first(cells) is proof


def test_contradicting_dates_are_refused() -> None:
    with pytest.raises(ValueError, match="some dates stand as day/month, others as month/day"):
        day_first(["20/11/2026", "11/20/2026"])


@pytest.mark.parametrize(
    ("cell", "first"),
    [
        ("2026-11-05", None),
        ("2026/11/05", None),
        ("2026. 11. 5.", None),
        ("05.11.2026", None),
        ("5.11.26", False),
        ("5/11/2026", True),
        ("5/11/26", True),
        ("11/5/2026", False),
        ("05-11-2026", True),
        ("5/11/2026 00:00:00", True),
    ],
)
def test_local_date_is_understood(cell: str, first: bool | None) -> None:
    assert parse_instant(cell, first=first) == datetime(2026, 11, 5)  # noqa: DTZ001 - as in the sheet


def test_day_that_equals_its_month_needs_no_proof() -> None:
    assert parse_instant("11/11/2026", first=None) == datetime(2026, 11, 11)  # noqa: DTZ001 - as in the sheet


@pytest.mark.parametrize("cell", ["20/11/2026 18:04", "20.11.2026, 18:04:00", "20/11/2026 6:04 PM"])
def test_time_of_day_is_understood(cell: str) -> None:
    expected = datetime(2026, 11, 20, 18, 4)  # noqa: DTZ001 - as in the sheet
    assert parse_instant(cell, first=True) == expected


def test_offset_from_utc_is_kept() -> None:
    expected = datetime(2026, 11, 20, 18, 4, tzinfo=UTC)
    assert parse_instant("2026-11-20T19:04:00+01:00", first=None) == expected


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ("3/4/2026", "may be day/month or month/day"),
        ("Friday", "is no date"),
        ("31.02.2026", "is no day of the calendar"),
        ("20.11.2026 noon", "time of day"),
        ("20/11.2026", "is no date"),
    ],
)
def test_uncertain_date_is_refused_with_a_sentence(cell: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        parse_instant(cell, first=None)
