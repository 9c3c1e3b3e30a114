"""Whether confidences keep their promise: of the values given 0.9, nine in ten are right."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from cardscan.evaluate.record import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

EDGES = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0)
"""Where one bin ends and the next begins: closer together where most confidences are."""

_Z = 1.959964
"""Standard deviations around the mean that hold 95 % of a normal distribution."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The values whose confidence lies in one interval.

    Attributes:
        low: The least confidence in it.
        high: The confidence from which the next bin begins; the last bin holds 1 too.
        count: How many values.
        right: How many of them are right.
        mean: Their mean confidence; of no values, 0.
    """

    low: float
    high: float
    count: int
    right: int
    mean: float

    @property
    def share(self) -> float:
        """Share of the values that are right."""
        return share(self.right, self.count)

    @property
    def interval(self) -> tuple[float, float]:
        """Where the share would lie with 95 % chance, were there very many such values."""
        return wilson(self.right, self.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How well confidences tell how often values are right.

    Attributes:
        bins: The values by confidence, one bin for each pair of neighbours in ``EDGES``.
        brier: Mean square of the difference between confidence and outcome (1 where right, 0
            where wrong): 0 is perfect, 0.25 is what a confidence of 0.5 for everything gets.
    """

    bins: tuple[Bin, ...]
    brier: float

    @property
    def count(self) -> int:
        """How many values."""
        return sum(one.count for one in self.bins)

    @property
    def right(self) -> int:
        """How many of them are right."""
        return sum(one.right for one in self.bins)

    @property
    def share(self) -> float:
        """Share of the values that are right."""
        return share(self.right, self.count)

    @property
    def mean(self) -> float:
        """Their mean confidence; of no values, 0."""
        return sum(one.mean * one.count for one in self.bins) / max(self.count, 1)

    @property
    def calibration_error(self) -> float:
        """The expected calibration error: how far mean confidence and share right are apart.

        The distance in each bin, weighed by its number of values: 0 is perfect.
        """
        apart = sum(one.count * abs(one.mean - one.share) for one in self.bins)
        return apart / max(self.count, 1)


def reliability(confidence: Iterable[float], right: Iterable[bool]) -> Reliability:
    """How well confidences tell how often values are right.

    Args:
        confidence: Belief in [0, 1], one a value.
        right: Whether the value is right, as many.

    Returns:
        The values by confidence, with their figures.

    Example:
        >>> found = reliability([0.9, 0.92, 0.94, 0.3], [True, True, False, False])
        >>> [(one.low, one.count, one.right) for one in found.bins if one.count]
        [(0.0, 1, 0), (0.9, 3, 2)]
    """
    outcomes = [(float(sure), bool(is_right)) for sure, is_right in zip(confidence, right, strict=True)]
    binned: list[list[tuple[float, bool]]] = [[] for _ in EDGES[1:]]
    for sure, is_right in outcomes:
        binned[bisect_right(EDGES[1:-1], sure)].append((sure, is_right))
    return Reliability(
        bins=tuple(
            _bin(low, high, held) for low, high, held in zip(EDGES[:-1], EDGES[1:], binned, strict=True)
        ),
        brier=sum((sure - is_right) ** 2 for sure, is_right in outcomes) / max(len(outcomes), 1),
    )


def wilson(right: int, values: int) -> tuple[float, float]:
    """The 95 % interval of a share, which holds for few values and for shares near 0 or 1 too.

    Args:
        right: How many are right.
        values: Of how many.

    Returns:
        Its ends, in [0, 1]; of nothing, all of it.

    Source:
        Wilson, "Probable inference, the law of succession, and statistical inference",
        Journal of the American Statistical Association 22 (1927).

    Example:
        >>> low, high = wilson(9, 10)
        >>> round(low, 3), round(high, 3)
        (0.596, 0.982)
    """
    if not values:
        return 0.0, 1.0
    part, square = right / values, _Z**2
    middle = (part + square / (2 * values)) / (1 + square / values)
    reach = _Z * sqrt(part * (1 - part) / values + square / (4 * values**2)) / (1 + square / values)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def _bin(low: float, high: float, held: Sequence[tuple[float, bool]]) -> Bin:
    return Bin(
        low=low,
        high=high,
        count=len(held),
        right=sum(is_right for _, is_right in held),
        mean=sum(sure for sure, _ in held) / max(len(held), 1),
    )
