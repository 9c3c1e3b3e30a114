"""Draws text in every script, trains the teller on it, and says how well it tells text it has not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cardscan.ocr.scripts.features import window_features
from cardscan.ocr.scripts.teller import SCRIPTS, WEIGHTS, likely_script
from cardscan.ocr.scripts.training.rendering import drawn, shapes
from cardscan.ocr.scripts.training.writing import HANDS

if TYPE_CHECKING:
    import numpy.typing as npt

    from cardscan.ocr.reader import Pixels

    Numbers = npt.NDArray[np.float32]
    Weights = dict[str, Numbers]

VERSION = 1
"""Of the weights; counts up when they are trained anew."""

SEED = 20261120
STRIPS_EACH = 4000
TESTED_EACH = 100
PIECES = 3
"""Lines of a card that are told at once in the test."""

HIDDEN = 64
EPOCHS = 20
BATCH = 256
RATE = 1e-3


def main() -> None:
    """Write ``teller.npz`` and print a table of what it takes each script for."""
    chance = np.random.default_rng(SEED)
    inputs, answers = _windows(chance)
    weights = _trained(inputs, answers, chance)
    stored = {name: values.astype(np.float16) for name, values in weights.items()}
    stored["version"] = np.array(VERSION, np.float16)
    np.savez_compressed(WEIGHTS, allow_pickle=False, **stored)
    _test(chance)


def _strip(number: int, chance: np.random.Generator) -> Pixels:
    hands = {hand.script: hand for hand in HANDS}
    script = SCRIPTS[number]
    return drawn(hands[script], chance) if script in hands else shapes(chance)


def _windows(chance: np.random.Generator) -> tuple[Numbers, npt.NDArray[np.int64]]:
    """Features of windows, shape (n, 216), and the number of the script of each."""
    features, numbers = [], []
    for number in range(len(SCRIPTS)):
        for _ in range(STRIPS_EACH):
            rows = window_features(_strip(number, chance))
            rows = rows[chance.permutation(len(rows))[:6]]
            features.append(rows)
            numbers.append(np.full(len(rows), number))
    return np.concatenate(features), np.concatenate(numbers)


def _trained(inputs: Numbers, answers: npt.NDArray[np.int64], chance: np.random.Generator) -> Weights:
    """The weights after some rounds of gradient descent (Adam)."""
    wide, out = inputs.shape[1], len(SCRIPTS)
    weights: Weights = {
        "inner": chance.normal(0, (2 / wide) ** 0.5, (wide, HIDDEN)).astype(np.float32),
        "inner_bias": np.zeros(HIDDEN, np.float32),
        "outer": chance.normal(0, (2 / HIDDEN) ** 0.5, (HIDDEN, out)).astype(np.float32),
        "outer_bias": np.zeros(out, np.float32),
    }
    first = {name: np.zeros_like(values) for name, values in weights.items()}
    second = {name: np.zeros_like(values) for name, values in weights.items()}
    step = 0
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS)
        for batch in np.array_split(chance.permutation(len(inputs)), len(inputs) // BATCH):
            step += 1
            for name, slope in _slopes(weights, inputs[batch], answers[batch]).items():
                first[name] += 0.1 * (slope - first[name])
                second[name] += 0.001 * (slope**2 - second[name])
                mean, square = first[name] / (1 - 0.9**step), second[name] / (1 - 0.999**step)
                weights[name] -= (rate * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)
    return weights


def _slopes(weights: Weights, inputs: Numbers, answers: npt.NDArray[np.int64]) -> Weights:
    """The gradient of the mean cross entropy."""
    hidden = np.maximum(inputs @ weights["inner"] + weights["inner_bias"], 0)
    scores = hidden @ weights["outer"] + weights["outer_bias"]
    chances = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances /= chances.sum(axis=1, keepdims=True)
    chances[np.arange(len(answers)), answers] -= 1
    off = chances / len(answers)
    back = (off @ weights["outer"].T) * (hidden > 0)
    return {
        "inner": inputs.T @ back + 1e-4 * weights["inner"],
        "inner_bias": back.sum(axis=0),
        "outer": hidden.T @ off,
        "outer_bias": off.sum(axis=0),
    }


def _test(chance: np.random.Generator) -> None:
    print("drawn as  " + "".join(f"{script:>6}" for script in SCRIPTS))  # noqa: T201 - a report
    for number, script in enumerate(SCRIPTS):
        told = [likely_script([_strip(number, chance) for _ in range(PIECES)])[0] for _ in range(TESTED_EACH)]
        shares = [told.count(one) / TESTED_EACH for one in SCRIPTS]
        print(f"{script:<10}" + "".join(f"{share:6.2f}" for share in shares))  # noqa: T201


if __name__ == "__main__":
    main()
