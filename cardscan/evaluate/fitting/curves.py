"""The chances of values, fitted on rows, and how well they hold for cards that were left out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from cardscan.evaluate.fitting.logistic import fitted
from cardscan.parse.calibration.chance import OF_CARD, USUAL_READER, row_features
from cardscan.parse.calibration.features import FEATURES
from cardscan.parse.record import CRITICAL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from cardscan.evaluate.fitting.rows import Row

    Numbers = npt.NDArray[np.float64]

ROWS = Path(__file__).with_name("rows.csv")
"""The rows that the kept figures were fitted on."""

FOLDS = 5

HEAD = """\
# The chance that a value is right: log odds = bias + sum of weight times feature (features.py).
# Written by: python -m cardscan.evaluate.fitting
# Fitted on rows.csv there: generated cards, photographed with every trouble, and made-up lines.
"""


def readers_of(rows: Sequence[Row]) -> list[str]:
    """The readers that there are rows of, the usual one first."""
    return sorted({row.reader for row in rows}, key=lambda reader: (reader != USUAL_READER, reader))


def fit(rows: Sequence[Row]) -> dict[str, Numbers]:
    """The bias and the weights of every field and of the row, from the rows of one reader."""
    curves = {kind: fitted(*_matrix(_of(rows, kind), names)) for kind, names in FEATURES.items()}
    curves["row"] = fitted(*_whole(rows, curves))
    return curves


def chances(rows: Sequence[Row], names: Sequence[str], curve: Numbers) -> Numbers:
    """The chance of every row, shape (n,)."""
    inputs, _ = _matrix(rows, names)
    return np.asarray(1 / (1 + np.exp(-(curve[0] + inputs @ curve[1:]))))


def _of(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row.field == kind]


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> tuple[Numbers, Numbers]:
    inputs = np.array([[row.known[name] for name in names] for row in rows]).reshape(len(rows), len(names))
    return inputs, np.array([row.right for row in rows], float)


def _whole(rows: Sequence[Row], curves: Mapping[str, Numbers]) -> tuple[Numbers, Numbers]:
    """Features of the rows of the queue, from the chances of their values."""
    of_card: dict[int, list[float]] = {}
    for kind in CRITICAL:
        own = [row for row in rows if row.field == kind]
        for row, chance in zip(own, chances(own, FEATURES[kind], curves[kind]), strict=True):
            of_card.setdefault(row.card, []).append(float(chance))
    whole = [row for row in rows if row.field == "row" and row.card in of_card]
    inputs = np.array([row_features(of_card[row.card], row.known) for row in whole])
    return inputs.reshape(len(whole), 1 + len(OF_CARD)), np.array([row.right for row in whole], float)


def left_out(rows: Sequence[Row]) -> dict[str, tuple[Numbers, Numbers]]:
    """Chances by curves that were fitted without the cards in question, and what is right.

    Args:
        rows: The rows of one reader.
    """
    found: dict[str, list[tuple[Numbers, Numbers]]] = {}
    for fold in range(FOLDS):
        rest = [row for row in rows if row.card % FOLDS != fold]
        own = [row for row in rows if row.card % FOLDS == fold]
        curves = fit(rest)
        for kind, names in FEATURES.items():
            tested = _of(own, kind)
            right = np.array([row.right for row in tested], float)
            found.setdefault(kind, []).append((chances(tested, names, curves[kind]), right))
        inputs, right = _whole(own, curves)
        odds = curves["row"][0] + inputs @ curves["row"][1:]
        found.setdefault("row", []).append((1 / (1 + np.exp(-odds)), right))
    return {
        kind: (np.concatenate([one[0] for one in parts]), np.concatenate([one[1] for one in parts]))
        for kind, parts in found.items()
    }


def written(rows: Sequence[Row]) -> str:
    """The curves of all rows, as they are kept."""
    return HEAD + "".join(
        _table(f"{reader}.{kind}", kind, curve)
        for reader in readers_of(rows)
        for kind, curve in fit([row for row in rows if row.reader == reader]).items()
    )


def _table(name: str, kind: str, curve: Numbers) -> str:
    names = ("chances", *OF_CARD) if kind == "row" else FEATURES[kind]
    figures = "".join(
        f"{feature} = {value:.4f}\n" for feature, value in zip(("bias", *names), curve, strict=True)
    )
    return f"\n[{name}]\n{figures}"
