"""The figures by which a queue is judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.evaluate.agreement import same_phone
from cardscan.evaluate.pairing import pair_all
from cardscan.evaluate.picture_key import as_labelled
from cardscan.evaluate.record import Disagreement, FieldScore, GroupedScores, Scores, share
from cardscan.evaluate.rows import load_rows
from cardscan.evaluate.truth import CRITICAL, FIELDS, load_truth

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from cardscan.evaluate.pairing import Pair
    from cardscan.evaluate.truth import TruePhoto


def evaluate(truth_path: Path, queue_path: Path, *, kinds: Collection[str] = ()) -> Scores:
    """Measure a queue against labels.

    Args:
        truth_path: The labels, as JSON.
        queue_path: The queue CSV.
        kinds: Measure pictures of these kinds only; all where none is named.

    Returns:
        The figures.

    Raises:
        RecordError: One of the files cannot be read or does not hold what it must.
    """
    measured = _load(truth_path, queue_path, kinds)
    return _scores(measured.photos, measured.pairs, measured.unknown)


def evaluate_by(
    key: str, truth_path: Path, queue_path: Path, *, kinds: Collection[str] = ()
) -> GroupedScores:
    """Measure a queue against labels, group of pictures by group.

    Args:
        key: A key of the labels with a single value, such as "language".
        truth_path: The labels, as JSON.
        queue_path: The queue CSV.
        kinds: Measure pictures of these kinds only; all where none is named.

    Returns:
        The figures of the pictures of each value, and of all.

    Raises:
        RecordError: One of the files cannot be read or does not hold what it must,
            or no picture is labelled with that key.
    """
    measured = _load(truth_path, queue_path, kinds)
    known = sorted({known for photo in measured.photos for known in photo.labels})
    if key not in known:
        reason = f"no picture is labelled with {key!r}; there are: {', '.join(known)}."
        raise RecordError(str(truth_path), reason)
    groups: dict[str, list[TruePhoto]] = {}
    for photo in measured.photos:
        groups.setdefault(photo.labels.get(key, "-"), []).append(photo)
    return GroupedScores(
        key=key,
        groups=tuple((value, _scores(photos, measured.of(photos))) for value, photos in groups.items()),
        whole=_scores(measured.photos, measured.pairs, measured.unknown),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Measured:
    """Labelled pictures with their rows, and how many rows belong to none of them."""

    photos: tuple[TruePhoto, ...]
    pairs: tuple[Pair, ...]
    unknown: int

    def of(self, photos: Iterable[TruePhoto]) -> tuple[Pair, ...]:
        """The pairs of some of the pictures."""
        names = {photo.name for photo in photos}
        return tuple(pair for pair in self.pairs if pair.photo in names)


def _load(truth_path: Path, queue_path: Path, kinds: Collection[str]) -> _Measured:
    labelled = {photo.name: photo for photo in load_truth(truth_path)}
    rows = as_labelled(tuple(labelled.values()), load_rows(queue_path), queue_path)
    photos = tuple(photo for photo in labelled.values() if not kinds or photo.kind in kinds)
    names = {photo.name for photo in photos}
    return _Measured(
        photos=photos,
        pairs=pair_all(photos, (row for row in rows if row.photos[0] in names)),
        unknown=sum(row.photos[0] not in labelled for row in rows),
    )


def _scores(photos: Collection[TruePhoto], pairs: Collection[Pair], unknown: int = 0) -> Scores:
    fields = tuple((name, field_score(pairs, name)) for name in FIELDS)
    labelled = sum(score.labelled for name, score in fields if name in CRITICAL)
    with_row = [pair for pair in pairs if pair.card and pair.row]
    silent = [pair for pair in pairs if pair.row and not pair.row.needs_review]
    unseen = [*silent, *(pair for pair in pairs if not pair.row)]
    phones = [phone for pair in pairs if pair.row for phone in pair.row.of("phone")]
    return Scores(
        photos=len(photos),
        cards=sum(pair.card is not None for pair in pairs),
        rows=sum(pair.row is not None for pair in pairs),
        fields=fields,
        ready=share(
            sum(_is_ready(pair) for pair in with_row),
            sum(pair.card is not None and pair.card.is_measured for pair in pairs),
        ),
        silent=share(_wrong(silent), _wrong(silent) + _hits(silent)),
        flagged=share(
            sum(pair.row is not None and pair.row.needs_review for pair in with_row), len(with_row)
        ),
        dropped=share(sum(len(a.missed) for pair in unseen for a in pair.critical), labelled),
        typed=_mean([right for pair in pairs for right in _typed(pair)]),
        international=_mean([phone.startswith("+") for phone in phones]),
        false_cards=sum(pair.row is not None and not pair.on_card for pair in pairs),
        extra_rows=sum(pair.card is None and pair.on_card for pair in pairs),
        unknown_photos=unknown,
        disagreements=tuple(disagreements(pairs)),
    )


def field_score(pairs: Iterable[Pair], name: str) -> FieldScore:
    """How well one field of some cards is read.

    Args:
        pairs: The cards with their rows.
        name: One of ``FIELDS``.
    """
    results = [pair.result[name] for pair in pairs]
    agree = sum(result.hits for result in results)
    return FieldScore(
        labelled=agree + sum(len(result.missed) for result in results),
        given=agree + sum(len(result.wrong) for result in results),
        agree=agree,
    )


def _is_ready(pair: Pair) -> bool:
    measured = pair.card is not None and pair.card.is_measured
    return measured and not any(result.missed or result.wrong for result in pair.critical)


def _typed(pair: Pair) -> Iterator[bool]:
    """For each agreeing phone of known type, whether it stands in the column of that type."""
    if pair.card is None or pair.row is None:
        return
    for phone, kind in pair.card.phone_types.items():
        columns = (column for given, column in pair.row.phone_types.items() if same_phone(phone, given))
        column = next(columns, None)
        if column and kind in ("mobile", "fax", "work"):
            yield column == kind or (kind == "work" and column == "other")


def disagreements(pairs: Iterable[Pair]) -> Iterator[Disagreement]:
    """What is not as labelled, card by card."""
    for pair in pairs:
        for name, result in pair.result.items():
            if result.missed or result.wrong:
                yield Disagreement(photo=pair.photo, field=name, missed=result.missed, wrong=result.wrong)


def _hits(pairs: Iterable[Pair]) -> int:
    return sum(result.hits for pair in pairs for result in pair.critical)


def _wrong(pairs: Iterable[Pair]) -> int:
    return sum(len(result.wrong) for pair in pairs for result in pair.critical)


def _mean(flags: list[bool]) -> float:
    return share(sum(flags), len(flags))
