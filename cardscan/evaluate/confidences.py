"""How far a user can rely on the confidences of a scan."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cardscan.evaluate.rated import rate
from cardscan.evaluate.reliability import Reliability, reliability
from cardscan.evaluate.threshold import Flagging, by_rule, by_threshold
from cardscan.evaluate.truth import FIELDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cardscan.evaluate.rated import Rated, RatedValue


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidences:
    """How reliable the confidences of a scan are.

    Attributes:
        fields: The confidence of each field against whether the value is right, in the
            order of ``FIELDS``.
        row: The row's confidence against whether all names, e-mails and phones that it
            gives are right; rows that give none are left out.
        ready: The same against whether the card has no other ones either: whether the row
            can be used untouched.
        thresholds: What flagging rows by their confidence would come to.
        rule: What flagging comes to as it is done, by ``needs_review``.
        rows: How many rows were held against their records.
        rows_without_record: Rows of labelled pictures that the records do not hold.
    """

    fields: tuple[tuple[str, Reliability], ...]
    row: Reliability
    ready: Reliability
    thresholds: tuple[Flagging, ...]
    rule: Flagging
    rows: int
    rows_without_record: int

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values."""
        return {
            "fields": {name: _figures(found) for name, found in self.fields},
            "row": _figures(self.row),
            "ready": _figures(self.ready),
            "thresholds": [flagging.to_dict() for flagging in self.thresholds],
            "needs_review": self.rule.to_dict(),
            "rows": self.rows,
            "rows_without_record": self.rows_without_record,
        }


def evaluate_confidences(truth_path: Path, queue_path: Path, records_path: Path) -> Confidences:
    """How reliable the confidences of a scan are, by what ``rate`` finds.

    Args:
        truth_path: The labels, as JSON.
        queue_path: The queue CSV.
        records_path: The records that the same scan wrote.

    Returns:
        The figures.

    Raises:
        RecordError: One of the files cannot be read or does not hold what it must, or
            the records are of another scan.
    """
    return _confidences(rate(truth_path, queue_path, records_path))


def _confidences(rated: Rated) -> Confidences:
    giving = [row for row in rated.rows if row.given]
    asked = [row for row in rated.rows if row.given or row.is_measured]
    return Confidences(
        fields=tuple((name, _of_values(rated.of(name))) for name in FIELDS),
        row=reliability((row.confidence for row in giving), (not row.wrong for row in giving)),
        ready=reliability(
            (row.confidence for row in asked), (not row.wrong and not row.missed for row in asked)
        ),
        thresholds=by_threshold(rated.rows),
        rule=by_rule(rated.rows),
        rows=len(rated.rows),
        rows_without_record=rated.rows_without_record,
    )


def _of_values(values: Sequence[RatedValue]) -> Reliability:
    return reliability((value.confidence for value in values), (value.right for value in values))


def _figures(found: Reliability) -> dict[str, Any]:
    return {
        "count": found.count,
        "right": found.right,
        "share": found.share,
        "mean": found.mean,
        "calibration_error": found.calibration_error,
        "brier": found.brier,
        "bins": [
            {**asdict(one), "share": one.share, "interval": list(one.interval)}
            for one in found.bins
            if one.count
        ],
    }
