"""What flagging costs and what it catches, for every threshold of the row's confidence."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cardscan.evaluate.record import share

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.evaluate.rated import RatedRow

THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.975)
"""Those that a table shows; 0 flags nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flagging:
    """What one way of flagging rows comes to.

    Attributes:
        threshold: Rows whose confidence is below it are flagged; None where it is not
            the confidence that decides.
        flagged: Share in [0, 1] of the cards' rows that are flagged.
        given: How many names, e-mails and phones the other rows give.
        wrong: How many of these are wrong.
    """

    threshold: float | None
    flagged: float
    given: int
    wrong: int

    @property
    def silent(self) -> float:
        """Share in [0, 1] of the values in rows that are not flagged that are wrong."""
        return share(self.wrong, self.given)

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values."""
        return {**asdict(self), "silent": self.silent}


def by_threshold(rows: Iterable[RatedRow], thresholds: Iterable[float] = THRESHOLDS) -> tuple[Flagging, ...]:
    """What flagging comes to if the row's confidence alone decides.

    Args:
        rows: The rows, held against labels.
        thresholds: Rows whose confidence is below are flagged.

    Returns:
        One record a threshold, in their order.
    """
    held = tuple(rows)
    return tuple(_flagging(held, [row.confidence < at for row in held], at) for at in thresholds)


def by_rule(rows: Iterable[RatedRow]) -> Flagging:
    """What flagging comes to as it is done: by ``needs_review``."""
    held = tuple(rows)
    return _flagging(held, [row.needs_review for row in held], None)


def _flagging(rows: Sequence[RatedRow], flags: Sequence[bool], threshold: float | None) -> Flagging:
    of_cards = [flag for row, flag in zip(rows, flags, strict=True) if row.on_card]
    unflagged = [row for row, flag in zip(rows, flags, strict=True) if not flag]
    return Flagging(
        threshold=threshold,
        flagged=share(sum(of_cards), len(of_cards)),
        given=sum(row.given for row in unflagged),
        wrong=sum(row.wrong for row in unflagged),
    )
