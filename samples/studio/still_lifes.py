"""What lies on a table where no business card lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.photograph import Placed
from studio.printed import certificate, letter, receipt
from studio.props import cup_of_coffee
from studio.table_things import lunch, playing_card

if TYPE_CHECKING:
    import random
    from collections.abc import Callable

    from PIL import Image

    StillLife = Callable[[random.Random], list[Placed]]

FINE, COARSE = 16.0, 8.0
"""Dots per mm of small and of large things."""


def _coffee(rng: random.Random) -> list[Placed]:  # noqa: ARG001
    return [Placed(card=cup_of_coffee(), at_mm=(6, 4), turn_deg=12, thick_mm=2.0)]


def _playing_cards(rng: random.Random) -> list[Placed]:
    return [
        Placed(
            card=playing_card(rng, FINE),
            at_mm=(-55.0 + 36 * place, rng.uniform(-8, 8)),
            turn_deg=18 - 12 * place + rng.uniform(-4, 4),
            dots_per_mm=FINE,
        )
        for place in range(4)
    ]


def _one(
    draw: Callable[[random.Random, float], Image.Image], dots_per_mm: float, thick_mm: float
) -> StillLife:
    def lay(rng: random.Random) -> list[Placed]:
        thing = draw(rng, dots_per_mm)
        return [Placed(card=thing, turn_deg=rng.uniform(-6, 6), thick_mm=thick_mm, dots_per_mm=dots_per_mm)]

    return lay


STILL_LIFES: dict[str, StillLife] = {
    "coffee": _coffee,
    "playing_cards": _playing_cards,
    "receipt": _one(receipt, FINE, 0.1),
    "letter": _one(letter, COARSE, 0.1),
    "certificate": _one(certificate, COARSE, 0.3),
    "lunch": _one(lunch, COARSE, 3.0),
}
