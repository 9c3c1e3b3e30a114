"""Every value of a scan with its confidence and whether it is right: what calibration is measured on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.evaluate.pairing import pair_all
from cardscan.evaluate.picture_key import as_labelled
from cardscan.evaluate.recorded import as_recorded, beliefs, load_contacts
from cardscan.evaluate.rows import load_rows
from cardscan.evaluate.truth import load_truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from cardscan.evaluate.pairing import Pair
    from cardscan.evaluate.rows import Place
    from cardscan.parse.record import Contact


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedValue:
    """One value of one row.

    Attributes:
        field: One of ``FIELDS``.
        confidence: Belief in [0, 1] that it is right.
        right: Whether it is.
    """

    field: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedRow:
    """One row, in what it must have right to be used untouched: name, e-mails and phones.

    Attributes:
        confidence: Chance in [0, 1] that all of them are right.
        needs_review: Whether the row is flagged.
        on_card: Whether it has a labelled card; else it should not be there.
        is_measured: Whether that card holds any of them.
        right: How many of its names, e-mails and phones are right.
        wrong: How many are not.
        missed: How many of the card's it does not give.
    """

    confidence: float
    needs_review: bool
    on_card: bool
    is_measured: bool
    right: int
    wrong: int
    missed: int

    @property
    def given(self) -> int:
        """How many names, e-mails and phones it gives."""
        return self.right + self.wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """The values and the rows of a scan, held against labels; without any text of a card.

    Attributes:
        values: The values that could be judged, in the order of the pictures.
        rows: The rows, in the same order.
        rows_without_record: Rows of labelled pictures that the records do not hold.
    """

    values: tuple[RatedValue, ...]
    rows: tuple[RatedRow, ...]
    rows_without_record: int = 0

    def of(self, field: str) -> tuple[RatedValue, ...]:
        """The values of one field."""
        return tuple(value for value in self.values if value.field == field)


def rate(truth_path: Path, queue_path: Path, records_path: Path) -> Rated:
    """Hold the values of a scan and their confidences against labels.

    Values, confidences and flags are those of the records; the queue says which
    records became rows and which pictures a row joins.  A card in several pictures has a
    record for each of them and one row: it is rated once, by the record that became
    the row, which holds what was joined to it.  The others stay out, or values would
    count twice, some of them without ever reaching the queue.

    A value is right where it agrees with a label, and wrong where it does not or where
    its picture shows no card.  As in ``evaluate`` it is neither, and left out, where
    its label is illegible, and where it is the department in the place of the title or the
    other way round.

    Args:
        truth_path: The labels, as JSON.
        queue_path: The queue CSV.
        records_path: The records that the same scan wrote.

    Returns:
        The values and the rows.

    Raises:
        RecordError: One of the files cannot be read or does not hold what it must, or
            the records are of another scan.
    """
    photos, contacts = load_truth(truth_path), load_contacts(records_path)
    names = {photo.name for photo in photos}
    labelled = as_labelled(photos, load_rows(queue_path), queue_path)
    rows = [row for row in labelled if row.photos[0] in names]
    recorded = [as_recorded(row, contacts[row.place]) for row in rows if row.place in contacts]
    if rows and not recorded:
        reason = "no row of the queue is in it; let one scan write both: -o QUEUE --records FILE"
        raise RecordError(str(records_path), reason)
    pairs = pair_all(photos, recorded)
    return Rated(
        values=tuple(_values(pairs, contacts)),
        rows=tuple(_rows(pairs, contacts)),
        rows_without_record=len(rows) - len(recorded),
    )


def _values(pairs: Iterable[Pair], contacts: Mapping[Place, Contact]) -> Iterator[RatedValue]:
    for pair in pairs:
        if pair.row is None:
            continue
        sure = beliefs(contacts[pair.row.place])
        for name, result in pair.result.items():
            for right, values in ((True, result.right), (False, result.wrong)):
                for value in values:
                    yield RatedValue(field=name, confidence=sure[name][value], right=right)


def _rows(pairs: Iterable[Pair], contacts: Mapping[Place, Contact]) -> Iterator[RatedRow]:
    for pair in pairs:
        if pair.row is None:
            continue
        yield RatedRow(
            confidence=contacts[pair.row.place].confidence,
            needs_review=pair.row.needs_review,
            on_card=pair.card is not None,
            is_measured=pair.card is not None and pair.card.is_measured,
            right=sum(result.hits for result in pair.critical),
            wrong=sum(len(result.wrong) for result in pair.critical),
            missed=sum(len(result.missed) for result in pair.critical),
        )
