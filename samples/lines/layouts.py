"""Families of layouts: which blocks stand in which part of a card, in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of a card; its sides are shares of the width and height between the margins.

    Attributes:
        align: "l", "c" or "r": how its lines stand.
        blocks: The names of its blocks, from top to bottom.
    """

    align: str
    blocks: tuple[str, ...]
    left: float = 0.0
    right: float = 1.0
    top: float = 0.0
    bottom: float = 1.0


if TYPE_CHECKING:
    Layout = Callable[[random.Random, float], tuple[Area, ...]]
    """The areas; the number is the share of the width at which two columns meet."""

GAP = 0.01
"""Half of what is free between columns."""
BAND, LOW_BAND = 0.38, 0.62
"""Where a band across the card ends, or begins."""


def _one(aligns: str, *orders: str, left: float = 0.0) -> Layout:
    """One column, in one of several orders."""
    return lambda rng, _fold: (_area(rng, aligns, rng.choice(orders), left=left),)


def _two(  # noqa: PLR0913 - two columns of two facts each, and where they end
    aligns: str,
    blocks: str,
    other_aligns: str,
    other_blocks: str,
    *,
    top: float = 0.0,
    bottom: float = 1.0,
    band: str = "",
) -> Layout:
    """Two columns, and perhaps a band across the card above or below them."""

    def layout(rng: random.Random, fold: float) -> tuple[Area, ...]:
        columns = (
            _area(rng, aligns, blocks, right=fold - GAP, top=top, bottom=bottom),
            _area(rng, other_aligns, other_blocks, left=fold + GAP, top=top, bottom=bottom),
        )
        if not band:
            return columns
        across = {"bottom": BAND - GAP} if top else {"top": LOW_BAND + GAP}
        return (_area(rng, "lcr", band, **across), *columns)

    return layout


def _three(rng: random.Random, _fold: float) -> tuple[Area, ...]:
    return (
        _area(rng, "lcr", "top logo", bottom=BAND - GAP),
        _area(rng, "l", "person", right=0.34, top=BAND),
        _area(rng, "l", "firm address", left=0.36, right=0.67, top=BAND),
        _area(rng, "l", "reach services foot", left=0.69, top=BAND),
    )


def _area(rng: random.Random, aligns: str, blocks: str, **sides: float) -> Area:
    return Area(align=rng.choice(aligns), blocks=tuple(blocks.split()), **sides)


LAYOUTS: Mapping[str, Layout] = {
    "left": _one("l", "top logo person services contact foot", "top person logo contact services foot",
                 "top person contact services logo foot"),
    "centred": _one("c", "top logo person services contact foot", "top logo person contact services foot",
                    "top person logo contact foot services"),
    "right": _one("r", "top logo person contact services foot", "person logo contact services top foot",
                  left=0.25),
    "upright": _one("ccl", "top logo person services contact foot", "top person contact services logo foot",
                    "top person logo contact services foot"),
    "shop": _one("ccl", "top logo services person contact foot"),
    "logo_below": _one("lc", "person contact services top logo foot"),
    "two_columns": _two("l", "logo person services", "lr", "top contact foot"),
    "logo_left": _two("c", "logo services", "l", "top person contact foot"),
    "logo_right": _two("l", "person contact foot", "cr", "top logo services"),
    "person_right": _two("lc", "logo contact foot", "lr", "top person services"),
    "split": _two("l", "person reach services", "r", "top logo firm address foot"),
    "band_above": _two("l", "person services", "l", "contact foot", top=BAND, band="top logo"),
    "band_below": _two("l", "contact", "r", "person services", bottom=LOW_BAND, band="top logo foot"),
    "three_columns": _three,
}  # fmt: skip
"""The families by name."""
