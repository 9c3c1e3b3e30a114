"""Fits the chances, writes them, and prints how well they hold for cards that were left out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.evaluate.fitting.curves import ROWS, left_out, readers_of, written
from cardscan.evaluate.fitting.rows import load, rows_of, save
from cardscan.parse.calibration.chance import FITTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.evaluate.fitting.curves import Numbers


HEADING = "values  right  mean chance  right below 0.85, 0.85-0.95, above  (cards left out)"


def main(arguments: Sequence[str]) -> None:
    """Fit the rows of the folders given, or those that are kept."""
    if arguments:
        save(rows_of(map(Path, arguments)), ROWS)
    rows = load(ROWS)
    FITTED.write_text(written(rows), encoding="utf-8")
    for reader in readers_of(rows):
        print(f"\n{reader:<12} {HEADING}")  # noqa: T201 - a report
        for kind, (chances, right) in left_out([row for row in rows if row.reader == reader]).items():
            print(_line(kind, chances, right))  # noqa: T201


def _line(kind: str, found: Numbers, right: Numbers) -> str:
    parts = [right[(found >= low) & (found < high)] for low, high in ((0, 0.85), (0.85, 0.95), (0.95, 1.01))]
    shares = ", ".join(f"{part.mean():.2f} of {len(part)}" if len(part) else "-" for part in parts)
    return f"{kind:<12} {len(right):>6}  {right.mean():.3f}  {found.mean():>11.3f}  {shares}"


if __name__ == "__main__":
    main(sys.argv[1:])
