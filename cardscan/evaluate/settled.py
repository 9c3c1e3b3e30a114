"""What the program found, measured against what people settled."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cardscan.evaluate.agreement import compare
from cardscan.evaluate.judged import label_of
from cardscan.evaluate.metrics import disagreements, field_score
from cardscan.evaluate.pairing import Pair
from cardscan.evaluate.picture_key import picture_key
from cardscan.evaluate.rows import given_row
from cardscan.evaluate.truth import CRITICAL, FIELDS, true_card

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from cardscan.evaluate.judged import Judged
    from cardscan.evaluate.record import Disagreement, FieldScore


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Rows that were looked at in one way.

    Attributes:
        rows: How many.
        fields: Each field with its score, in the order of ``FIELDS``.
        disagreements: What the program had otherwise, one by one; for a person's eyes only.
    """

    rows: int
    fields: tuple[tuple[str, FieldScore], ...]
    disagreements: tuple[Disagreement, ...] = ()

    def wrong(self, names: Collection[str] = FIELDS) -> int:
        """How many values of some fields the program gave that are not right."""
        return sum(score.given - score.agree for name, score in self.fields if name in names)

    def missed(self, names: Collection[str] = FIELDS) -> int:
        """How many values of some fields the program did not give."""
        return sum(score.labelled - score.agree for name, score in self.fields if name in names)

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values, without the disagreements."""
        fields = {
            name: {**asdict(score), "precision": score.precision, "recall": score.recall, "f1": score.f1}
            for name, score in self.fields
        }
        return {"rows": self.rows, "wrong": self.wrong(), "missed": self.missed(), "fields": fields}


@dataclass(frozen=True, slots=True, kw_only=True)
class SettledScores:
    """What the program found against what people settled: of the rows that somebody looked at only.

    Attributes:
        flagged: Rows that were flagged and that somebody settled; all of their values are measured.
        unflagged: Rows that were not flagged and in which somebody corrected something, or that they
            settled all the same; of the former only what was corrected is measured.
        only_corrected: How many of ``unflagged`` are the former.
        rows_in_book: How many rows there are.
    """

    flagged: Part
    unflagged: Part
    only_corrected: int
    rows_in_book: int

    @property
    def rows(self) -> int:
        """How many rows are measured."""
        return self.flagged.rows + self.unflagged.rows

    @property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """What the program had otherwise, one by one; for a person's eyes only."""
        return self.flagged.disagreements + self.unflagged.disagreements

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values, without the disagreements."""
        return {
            "rows": self.rows,
            "rows_in_book": self.rows_in_book,
            "wrong_without_a_flag": self.unflagged.wrong(),
            "critical_wrong_without_a_flag": self.unflagged.wrong(CRITICAL),
            "missed_without_a_flag": self.unflagged.missed(),
            "flagged": self.flagged.to_dict(),
            "unflagged": {**self.unflagged.to_dict(), "only_corrected": self.only_corrected},
        }


def evaluate_settled(judged: Iterable[Judged], *, rows_in_book: int) -> SettledScores:
    """Measure rows, as the program made them, against what people who looked at them left.

    Values are compared as in ``evaluate``: of a title, a company and an address a letter may differ.

    Args:
        judged: The rows that were looked at.
        rows_in_book: How many there are in all.
    """
    rows = tuple(judged)
    unflagged = [row for row in rows if not row.found.needs_review]
    return SettledScores(
        flagged=_part([row for row in rows if row.found.needs_review]),
        unflagged=_part(unflagged),
        only_corrected=sum(not row.is_whole for row in unflagged),
        rows_in_book=rows_in_book,
    )


def _part(rows: Collection[Judged]) -> Part:
    pairs = tuple(map(_pair, rows))
    return Part(
        rows=len(rows),
        fields=tuple((name, field_score(pairs, name)) for name in FIELDS),
        disagreements=tuple(disagreements(pairs)),
    )


def _pair(judged: Judged) -> Pair:
    card, row = true_card({**label_of(judged), "from_book": True}), given_row(judged.found)
    return Pair(photo=_shown(judged), card=card, row=row, on_card=True, result=compare(card, row))


def _shown(judged: Judged) -> str:
    row = judged.found
    return picture_key(next(iter(row.photo), ""), row.event, row.event_date.isoformat())
