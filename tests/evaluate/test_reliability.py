from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardscan.evaluate.reliability import EDGES, reliability, wilson

OUTCOMES = st.lists(st.tuples(st.floats(0, 1), st.booleans()))


@pytest.mark.parametrize(
    ("confidence", "low"),
    [
        (0.0, 0.0),
        (0.4999, 0.0),
        (0.5, 0.5),
        (0.9, 0.9),
        (0.95, 0.95),
        (0.9799, 0.95),
        (0.98, 0.98),
        (1.0, 0.98),
    ],
)
def test_a_bin_begins_with_its_low_end_and_the_last_holds_1(confidence: float, low: float) -> None:
    found = reliability([confidence], [True])
    assert [one.low for one in found.bins if one.count] == [low]


def test_the_bins_meet_and_fill_0_to_1() -> None:
    bins = reliability([], []).bins
    assert [one.low for one in bins] == list(EDGES[:-1])
    assert [one.high for one in bins] == list(EDGES[1:])


def test_figures_of_a_bin_are_those_of_its_values() -> None:
    found = reliability([0.9, 0.92, 0.94, 0.3], [True, True, False, False])
    (one,) = [one for one in found.bins if one.low == 0.9]
    assert (one.count, one.right) == (3, 2)
    assert one.mean == pytest.approx(0.92)
    assert one.share == pytest.approx(2 / 3)


def test_calibration_error_weighs_the_distance_in_each_bin_by_its_values() -> None:
    found = reliability([0.9, 0.92, 0.94, 0.3], [True, True, False, False])
    assert found.calibration_error == pytest.approx((3 * (0.92 - 2 / 3) + 1 * 0.3) / 4)


def test_brier_score_is_the_mean_square_of_the_error() -> None:
    found = reliability([0.9, 0.92, 0.94, 0.3], [True, True, False, False])
    assert found.brier == pytest.approx((0.1**2 + 0.08**2 + 0.94**2 + 0.3**2) / 4)


def test_too_sure_and_not_sure_enough_do_not_cancel_out() -> None:
    found = reliability([0.6, 0.6, 0.96, 0.96], [True, True, False, False])
    assert found.mean == pytest.approx(0.78)
    assert found.calibration_error == pytest.approx((0.4 + 0.96) / 2)


def test_nothing_has_no_error() -> None:
    found = reliability([], [])
    assert (found.count, found.share, found.mean, found.calibration_error, found.brier) == (0, 0, 0, 0, 0)


def test_as_many_outcomes_as_confidences_are_needed() -> None:
    with pytest.raises(ValueError, match="shorter"):
        reliability([0.5, 0.6], [True])


@given(OUTCOMES)
def test_no_value_is_lost_between_the_bins(outcomes: list[tuple[float, bool]]) -> None:
    found = reliability([sure for sure, _ in outcomes], [right for _, right in outcomes])
    assert (found.count, found.right) == (len(outcomes), sum(right for _, right in outcomes))
    # A sum of floats is a little off.
    assert all(one.low - 1e-9 <= one.mean <= one.high + 1e-9 for one in found.bins if one.count)


@pytest.mark.parametrize(
    ("right", "values", "low", "high"),
    [
        # Newcombe, "Two-sided confidence intervals for the single proportion" (1998), table I, method 3.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_interval_is_the_published_one(right: int, values: int, low: float, high: float) -> None:
    assert wilson(right, values) == pytest.approx((low, high), abs=5e-5)


def test_interval_of_nothing_is_everything() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_interval_holds_the_share_and_stays_within_0_and_1(counts: tuple[int, int]) -> None:
    right, values = counts
    low, high = wilson(right, values)
    assert 0 <= low <= right / values + 1e-12
    assert right / values - 1e-12 <= high <= 1
