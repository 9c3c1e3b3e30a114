"""Blocks get their places on a card."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cardscan.parse.text import CJK
from lines.layouts import LAYOUTS
from lines.sheet import sheet_of

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from lines.layouts import Area
    from lines.printed import Block, Look, Printed
    from lines.sheet import Sheet

TALL, HANGING = re.compile(r"[^\W_a-z]|[bdfhklt]"), re.compile("[gjpqy]")
SET_WIDTH = 0.82
"""Width of type of these proportions, beside the letters' own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line with its place, in pixels of the card.

    Attributes:
        size: Its height, in heights of the card's plain print, after it was made to fit.
    """

    text: str
    look: Look
    size: float
    left_px: float
    top_px: float
    width_px: float
    height_px: float


def placed(
    rng: random.Random, family: str, blocks: Mapping[str, Block], watermark: Block
) -> tuple[Sheet, list[Placed]]:
    """The lines of a card in a layout of that family.

    Args:
        rng: Source of chance.
        family: One of ``LAYOUTS``.
        blocks: The lines by the names of their blocks.
        watermark: Lines that lie over all of it.
    """
    sheet = sheet_of(rng, upright=family == "upright")
    lines: list[Placed] = []
    for area in LAYOUTS[family](rng, rng.uniform(0.36, 0.6)):
        lines += _stacked(rng, sheet, area, [blocks[name] for name in area.blocks if blocks.get(name)])
    for line in watermark:
        left, top = rng.uniform(0, 0.6) * sheet.width_px, rng.uniform(0.1, 0.8) * sheet.height_px
        lines.append(_at(rng, sheet, line, left, top))
    return sheet, lines


def _stacked(rng: random.Random, sheet: Sheet, area: Area, blocks: Sequence[Block]) -> list[Placed]:
    """The blocks of one area from top to bottom, made smaller where they would not fit."""
    if not blocks:
        return []
    margin, inner = sheet.margin_px, sheet.height_px - 2 * sheet.margin_px
    high = (area.bottom - area.top) * inner
    needed = sum(line.size * sheet.unit_px * 1.25 for block in blocks for line in block)
    free, scale = max(0.0, high - needed), min(1.0, 0.98 * high / needed)
    gaps = _gaps(rng, sheet, len(blocks), free)
    y = margin + area.top * inner + (max(0.0, free - sum(gaps)) / 2 if sheet.spread == "middle" else 0.0)
    lines: list[Placed] = []
    for block, gap in zip(blocks, gaps, strict=True):
        leading = rng.uniform(1.08, 1.35)
        for line in block:
            lines.append(_aligned(rng, sheet, area, replace(line, size=line.size * scale), y))
            y += lines[-1].size * sheet.unit_px * leading
        y += gap
    return lines


def _gaps(rng: random.Random, sheet: Sheet, count: int, free: float) -> list[float]:
    """What is free below each block, in pixels."""
    if sheet.spread == "spread":
        shares = [rng.uniform(0.4, 1.6) for _ in range(count)]
        return [free * share / sum(shares) for share in shares]
    return [min(free / count, sheet.unit_px * rng.uniform(0.4, 2.2)) for _ in range(count)]


def _aligned(rng: random.Random, sheet: Sheet, area: Area, line: Printed, top: float) -> Placed:
    """The line in its area, smaller where it is too long for it."""
    inner = sheet.width_px - 2 * sheet.margin_px
    left, right = (sheet.margin_px + share * inner for share in (area.left, area.right))
    length = _width(line.text, line.size * sheet.unit_px)
    fit = min(1.0, max(0.45, (right - left) / length))
    spare = right - left - length * fit
    shift = {"l": 0.0, "c": 0.5, "r": 1.0}[area.align] * spare
    return _at(rng, sheet, replace(line, size=line.size * fit), left + shift, top)


def _at(rng: random.Random, sheet: Sheet, line: Printed, left: float, top: float) -> Placed:
    size = line.size * sheet.unit_px
    return Placed(
        text=line.text,
        look=line.look,
        size=line.size,
        left_px=max(2.0, left),
        top_px=top,
        width_px=_width(line.text, size),
        height_px=size * _inked(rng, line.text),
    )


def _width(text: str, size: float) -> float:
    ems = sum(1.0 if CJK.match(letter) else 0.62 if letter.isupper() else 0.5 for letter in text)
    return ems * size * SET_WIDTH


def _inked(rng: random.Random, text: str) -> float:
    """How much of its height a line fills: less where no letter rises or hangs."""
    if not TALL.search(text):
        return rng.uniform(0.6, 0.85)
    return rng.uniform(0.9, 1.08) if HANGING.search(text) else rng.uniform(0.78, 1.04)
