"""Tells the script of pieces of text by the shapes of their letters."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from cardscan.ocr.scripts.features import window_features

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from cardscan.ocr.reader import Pixels

    Numbers = npt.NDArray[np.float32]

WEIGHTS = Path(__file__).with_name("teller.npz")

SCRIPTS = ("Latn", "Hani", "Zyyy", "Arab", "Cyrl", "Deva", "Grek", "Hang", "Hebr", "Thai")
"""What is told apart, as ISO 15924 codes: Latin, Chinese and Japanese, no text at all, and the others."""

SELDOM = {"Latn": 0.3, "Hani": 0.3}
"""How much seldomer than others a piece that was not read is in a script that the reader knows."""


def likely_script(strips: Sequence[Pixels]) -> tuple[str, float]:
    """The script that pieces of text which could not be read are most likely in, and its chance.

    Args:
        strips: Pieces in one script, each uint8, shape (height, width, 3), BGR, upright.

    Returns:
        One of ``SCRIPTS``, and its chance in [0, 1].
    """
    windows = [rows for strip in strips if len(rows := window_features(strip))]
    if not windows:
        return "Zyyy", 1.0
    scores = np.exp(_log_chances(np.concatenate(windows)).mean(axis=0))
    chances = scores * np.array([SELDOM.get(script, 1.0) for script in SCRIPTS])
    best = int(chances.argmax())
    return SCRIPTS[best], float(chances[best] / chances.sum())


def _log_chances(windows: Numbers) -> Numbers:
    """Of each window, shape (windows, 10): a network of one hidden layer."""
    weights = _weights()
    hidden = np.maximum(windows @ weights["inner"] + weights["inner_bias"], 0)
    scores = hidden @ weights["outer"] + weights["outer_bias"]
    scores = scores - scores.max(axis=1, keepdims=True)
    return cast("Numbers", scores - np.log(np.exp(scores).sum(axis=1, keepdims=True)))


@cache
def _weights() -> dict[str, Numbers]:
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files if name != "version"}
