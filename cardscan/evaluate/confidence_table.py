"""The reliability of confidences as rows for tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.evaluate.confidences import Confidences
    from cardscan.evaluate.reliability import Reliability
    from cardscan.evaluate.threshold import Flagging

Rows = list[tuple[str, ...]]

_TOTALS = ("confidence", "values", "mean", "right", "error", "Brier")
_BINS = ("confidence", "from-to", "values", "mean", "right", "95% from", "to")
_FLAGGING = ("flag below", "flagged", "values", "wrong", "silent")

_BIN_TITLE = "bin by bin: the mean confidence, the share that is right, and the 95 % interval of that share"
_FLAGGING_TITLE = "flagging rows below a confidence of the row: names, e-mails and phones in the other rows"


def tables(found: Confidences) -> Iterator[tuple[str, Rows]]:
    """The tables, each with what stands above it.

    Args:
        found: The figures.

    Yields:
        A sentence, and the rows of its table with their header: the figures of each
        field and of the row, the same bin by bin, and what flagging comes to.
    """
    every = (*found.fields, ("row", found.row), ("ready", found.ready))
    yield _title(found), [_TOTALS, *(_totals(name, one) for name, one in every if one.count)]
    yield _BIN_TITLE, [_BINS, *(line for name, one in every for line in _bins(name, one))]
    yield _FLAGGING_TITLE, [_FLAGGING, *map(_flagging, (*found.thresholds, found.rule))]


def _title(found: Confidences) -> str:
    missing = f"; {found.rows_without_record} more without a record" if found.rows_without_record else ""
    return (
        f"confidences of {found.rows} rows{missing}; row: the names, e-mails and phones given are right, "
        "ready: and none is missed"
    )


def _totals(name: str, found: Reliability) -> tuple[str, ...]:
    figures = (found.mean, found.share, found.calibration_error, found.brier)
    return (name, str(found.count), *(f"{figure:.3f}" for figure in figures))


def _bins(name: str, found: Reliability) -> Iterator[tuple[str, ...]]:
    for one in found.bins:
        if one.count:
            figures = (one.mean, one.share, *one.interval)
            between = f"{one.low:.2f}-{one.high:.2f}"
            yield (name, between, str(one.count), *(f"{figure:.3f}" for figure in figures))


def _flagging(found: Flagging) -> tuple[str, ...]:
    name = "needs_review" if found.threshold is None else f"{found.threshold:.3f}"
    return (name, f"{found.flagged:.3f}", str(found.given), str(found.wrong), f"{found.silent:.3f}")
