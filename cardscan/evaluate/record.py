"""What leaves the evaluation: figures."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """How well one field is read.

    Attributes:
        labelled: How many values the labels hold.
        given: How many the queue gives.
        agree: How many agree.
    """

    labelled: int
    given: int
    agree: int

    @property
    def precision(self) -> float:
        """Share of the given values that are right."""
        return share(self.agree, self.given)

    @property
    def recall(self) -> float:
        """Share of the labelled values that were found."""
        return share(self.agree, self.labelled)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One field of one card that is not as labelled.

    Attributes:
        photo: The picture's name.
        field: One of ``FIELDS``.
        missed: What the labels hold and the row does not.
        wrong: What the row gives and the labels do not hold.
    """

    photo: str
    field: str
    missed: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scores:
    """A queue measured against labels; shares are in [0, 1].

    Attributes:
        photos: Labelled pictures.
        cards: Labelled cards that need a row.
        rows: Rows made from labelled pictures.
        fields: Each field with its score, in the order of ``FIELDS``.
        ready: Cards whose name, e-mails and phones are all right, none missing, none invented.
        silent: Wrong or invented names, e-mails and phones in rows that are not
            flagged, as a share of all such values there.
        flagged: Share of the cards' rows that carry needs_review.
        dropped: Labelled names, e-mails and phones missing from rows that are not
            flagged, or whose card has no row, as a share of all.
        typed: Share of the agreeing phones that stand in the column of their printed type.
        international: Share of the given phones that carry a country code.
        false_cards: Rows made from pictures that show no business card.
        extra_rows: Rows beyond a picture's cards.
        unknown_photos: Rows of pictures without a label.
        disagreements: What is not as labelled, one by one; for a person's eyes only.
    """

    photos: int
    cards: int
    rows: int
    fields: tuple[tuple[str, FieldScore], ...]
    ready: float
    silent: float
    flagged: float
    dropped: float
    typed: float
    international: float
    false_cards: int
    extra_rows: int
    unknown_photos: int
    disagreements: tuple[Disagreement, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values, without the disagreements."""
        figures = asdict(self)
        del figures["disagreements"]
        figures["fields"] = {
            name: {**asdict(score), "precision": score.precision, "recall": score.recall, "f1": score.f1}
            for name, score in self.fields
        }
        return figures


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupedScores:
    """A queue measured against labels, group of pictures by group.

    Attributes:
        key: The key of the labels whose values make the groups.
        groups: Each value with the scores of its pictures, in the order of the labels;
            "-" for pictures without one.
        whole: All of them together.
    """

    key: str
    groups: tuple[tuple[str, Scores], ...]
    whole: Scores

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain JSON values, without the disagreements."""
        groups = {value: scores.to_dict() for value, scores in self.groups}
        return {"by": self.key, "groups": groups, "all": self.whole.to_dict()}


def share(part: int, whole: int) -> float:
    """``part`` of ``whole`` in [0, 1]; of nothing, 0."""
    return part / whole if whole else 0.0
