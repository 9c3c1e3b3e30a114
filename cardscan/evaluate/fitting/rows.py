"""Rows of figures about values of which it is known whether they are right; no text of a card is in them."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.evaluate.pairing import pair_all
from cardscan.evaluate.recorded import given_fields
from cardscan.evaluate.rows import GivenRow
from cardscan.evaluate.truth import CRITICAL, FIELDS, load_truth
from cardscan.ocr.record import Reading
from cardscan.parse.calibration.chance import OF_CARD, USUAL_READER, of_card
from cardscan.parse.calibration.features import FEATURES, features
from cardscan.parse.contact import contact_as_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cardscan.evaluate.pairing import Pair
    from cardscan.evaluate.rows import Place
    from cardscan.parse.record import Contact

TOLD = ("card", "reader", "source", "field", "right")
"""The columns in front of the features."""

CHOSEN = ("title", "department", "company")
"""Fields that go wrong where the wrong line is chosen: fitted on made-up lines, as on generated photos read
well next to none is wrong.  The others go wrong where a letter is misread: only photos tell how often."""

BOTH = ("website",)
"""Fields that go wrong either way: fitted on all rows."""

NAMES = tuple(sorted({name for names in FEATURES.values() for name in names}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One value.

    Attributes:
        card: Number of its card among all that were read.
        reader: Name of what read it.
        source: "photo" where the card was read on one, "lines" where its text was made up.
        field: One of ``FIELDS``, or "row" for what the values of a card do not tell.
        known: Feature to figure.
        right: Whether the value is right; of a row, whether its name, e-mails and phones are.
    """

    card: int
    reader: str
    source: str
    field: str
    known: dict[str, float]
    right: bool


def rows_of(folders: Iterable[Path]) -> tuple[Row, ...]:
    """The rows of folders that hold ``truth.json`` and ``records.jsonl``."""
    rows: list[Row] = []
    for folder in folders:
        first = rows[-1].card + 1 if rows else 0
        rows += _of_folder(folder / "truth.json", folder / "records.jsonl", first)
    return tuple(rows)


def _of_folder(truth: Path, records: Path, first: int) -> Iterator[Row]:
    found = dict(_contacts(records))
    given = [_given(place, contact) for place, (_, contact) in found.items() if not contact.is_empty]
    pairs = [pair for pair in pair_all(load_truth(truth), given) if pair.row]
    for card, pair in enumerate(pairs, start=first):
        if pair.row:
            yield from _of_card(card, pair, *found[pair.row.place])


def _contacts(records: Path) -> Iterator[tuple[Place, tuple[Reading, Contact]]]:
    for line in records.read_text(encoding="utf-8").splitlines():
        data = json.loads(line)
        reading = Reading.from_dict(data["reading"])
        yield (data["photo"], data["card"]), (reading, contact_as_found(reading))


def _given(place: Place, contact: Contact) -> GivenRow:
    values = {name: tuple(dict.fromkeys(text for _, text in given_fields(contact, name))) for name in FIELDS}
    return GivenRow(photos=(place[0].rsplit("/", maxsplit=1)[-1],), place=place, values=values)


def _of_card(card: int, pair: Pair, reading: Reading, contact: Contact) -> Iterator[Row]:
    source = "photo" if reading.legibility else "lines"
    reader = reading.reader if source == "photo" else USUAL_READER

    def row(field: str, known: dict[str, float], *, right: bool) -> Row:
        return Row(card=card, reader=reader, source=source, field=field, known=known, right=right)

    for name in _kinds(source, reader):
        result = pair.result[name]
        for field, value in given_fields(contact, name):
            if value in (*result.right, *result.wrong) and not field.in_code:
                yield row(name, features(field, contact, reading), right=value in result.right)
    if source == "photo":
        right = not pair.result["name"].missed and not any(pair.result[name].wrong for name in CRITICAL)
        yield row("row", of_card(contact), right=right)


def _kinds(source: str, reader: str) -> tuple[str, ...]:
    """The fields whose curves are fitted on such rows."""
    if source == "lines":
        return (*CHOSEN, *BOTH)
    return tuple(name for name in FIELDS if name not in CHOSEN or reader != USUAL_READER)


def save(rows: Sequence[Row], path: Path) -> None:
    """Write the rows as CSV, one line each."""
    columns = (*TOLD, *NAMES, *OF_CARD)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        for row in rows:
            figures = [f"{row.known[name]:.4g}" if name in row.known else "" for name in columns[len(TOLD) :]]
            writer.writerow([row.card, row.reader, row.source, row.field, int(row.right), *figures])


def load(path: Path) -> tuple[Row, ...]:
    """The rows that ``save`` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Row(
                card=int(line["card"]),
                reader=line["reader"],
                source=line["source"],
                field=line["field"],
                right=line["right"] == "1",
                known={key: float(text) for key, text in line.items() if text and key not in TOLD},
            )
            for line in csv.DictReader(file)
        )
