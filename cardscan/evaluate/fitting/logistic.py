"""Logistic regression by Newton's method: a handful of weights on a few thousand rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    Numbers = npt.NDArray[np.float64]

RIDGE = 3.0
"""Pull of the weights towards 0: a feature with few wrong values behind it should say little."""

STEPS = 30


def fitted(rows: Numbers, right: Numbers) -> Numbers:
    """The bias and the weights that explain best which rows are right; no weight is negative.

    Every feature is made so that more of it speaks for a value; a weight below 0 would be
    learned from chance, and is left out.

    Args:
        rows: Features, shape (n, features).
        right: 1 where the value is right, else 0, shape (n,).

    Returns:
        Shape (1 + features,), the bias first.
    """
    used = np.ones(rows.shape[1], bool)
    while True:
        weights = _newton(rows[:, used], right)
        if (weights[1:] >= 0).all():
            break
        used[np.flatnonzero(used)[weights[1:].argmin()]] = False
    found = np.zeros(1 + rows.shape[1])
    found[0], found[1:][used] = weights[0], weights[1:]
    return found


def _newton(rows: Numbers, right: Numbers) -> Numbers:
    inputs = np.column_stack([np.ones(len(rows)), rows])
    pull = np.diag([0.0, *[RIDGE] * rows.shape[1]])
    weights = np.zeros(inputs.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (right - chances) - pull @ weights
        bend = (inputs * (chances * (1 - chances))[:, None]).T @ inputs + pull
        weights = weights + np.linalg.solve(bend, slope)
    return weights
