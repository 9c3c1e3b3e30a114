"""One measured figure, and the table that holds them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure.

    Attributes:
        group: What it belongs to: "time of a photo", "memory".
        name: What was measured.
        value: The figure.
        unit: Its unit; "x" for a ratio.
        limit: What it must not exceed, where something was promised.
    """

    group: str
    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def is_broken(self) -> bool:
        """Whether it is above its limit."""
        return self.limit is not None and self.value > self.limit


def table(figures: Sequence[Figure]) -> str:
    """The figures as a table in Markdown, one row each."""
    rows = [("", "figure", "value", "limit"), *map(_row, figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _row(figure: Figure) -> tuple[str, str, str, str]:
    limit = "" if figure.limit is None else _with_unit(figure.limit, figure.unit)
    broken = " BROKEN" if figure.is_broken else ""
    return figure.group, figure.name, _with_unit(figure.value, figure.unit), limit + broken


def _with_unit(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 100 else 2 if abs(value) >= 1 else 3
    return f"{value:,.{digits}f} {unit}"
