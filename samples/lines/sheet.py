"""A card without print: its format and how large its type is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A card and its type.

    Attributes:
        unit_px: Height of plain print.
        spread: "spread" where the blocks fill the height, else "top" or "middle".
    """

    width_px: int
    height_px: int
    unit_px: float
    margin_px: float
    spread: str


def sheet_of(rng: random.Random, *, upright: bool) -> Sheet:
    """A card.

    Args:
        rng: Source of chance.
        upright: Whether it is higher than wide.
    """
    width, height = (620, 1000) if upright else (1000, rng.choice((560, 590, 640)))
    return Sheet(
        width_px=width,
        height_px=height,
        unit_px=rng.uniform(19, 28) if upright else rng.uniform(20, 34),
        margin_px=rng.uniform(25, 70),
        spread=rng.choice(("spread", "top", "middle")),
    )
