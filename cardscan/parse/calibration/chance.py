"""The chance that a value is right, and that a row is: fitted figures applied to the evidence."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from math import exp, log
from pathlib import Path
from typing import TYPE_CHECKING

from cardscan.parse.calibration.features import FEATURES, features
from cardscan.parse.evidence import WHOLE
from cardscan.parse.record import CRITICAL, Issue

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.ocr.record import Reading
    from cardscan.parse.record import Contact, Field

MOST_ODDS = 500.0
"""Log odds at which a chance is 0 or 1 for certain; beyond, its exponential is no number."""

FITTED = Path(__file__).with_name("fitted.toml")

USUAL_READER = "rapidocr"

LEAST_CHANCE = 0.85
"""The chance below which a name, an e-mail or a phone is shown to a person."""

CLEAR_PRINT = 3.0
"""Log odds of the reader's belief in a word from which it is clear: 0.95."""

MISSING = "name-missing"
"""The code of a card whose name was not found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A logistic curve over features.

    Attributes:
        bias: Log odds where every feature is 0.
        weights: What one unit of each feature adds to the log odds.
    """

    bias: float
    weights: tuple[float, ...]

    def at(self, row: tuple[float, ...]) -> float:
        """The chance in [0, 1] for a row of features."""
        odds = self.bias + sum(weight * value for weight, value in zip(self.weights, row, strict=True))
        return 1 / (1 + exp(-max(-MOST_ODDS, min(MOST_ODDS, odds))))


def calibrated(contact: Contact, reading: Reading) -> Contact:
    """The contact with the chance of every value, and of the row, in place of its finders' beliefs.

    Args:
        contact: What a card says, with what is odd about it.
        reading: The lines it was found in.
    """
    fields = tuple(_calibrated(field, contact, reading) for field in contact.fields)
    chances = [field.confidence for field in fields if field.kind in CRITICAL]
    whole = (
        min(curve("row", reading.reader).at(row_features(chances, of_card(contact))), *chances)
        if chances
        else 0.0
    )
    return replace(contact, fields=fields, confidence=round(whole, 3))


def _calibrated(field: Field, contact: Contact, reading: Reading) -> Field:
    if field.kind not in FEATURES or field.in_code:  # a code's error correction leaves no misreading
        return field
    found = features(field, contact, reading)
    chance = curve(field.kind, reading.reader).at(tuple(found.values()))
    known = replace(field, confidence=round(chance, 3))
    if field.kind not in CRITICAL or chance >= LEAST_CHANCE or _is_doubted(field):
        return known
    if field.kind == "name" and found["mailbox"] == WHOLE and not _has_repaired_email(contact):
        return known  # spelled a second time, in the e-mail
    return replace(known, issues=(*field.issues, _unsure(known, faint=found["print"] < CLEAR_PRINT)))


def _is_doubted(field: Field) -> bool:
    return any(issue.doubt for issue in field.issues)


def _has_repaired_email(contact: Contact) -> bool:
    """Whether an e-mail was rewritten by the name, which is then no second source for it."""
    return any(issue.code == "email-repaired" for email in contact.all("email") for issue in email.issues)


def _unsure(field: Field, *, faint: bool) -> Issue:
    what = {"name": "the name", "email": "the e-mail", "phone": "the phone"}[field.kind]
    why = "is hard to read on this photo" if faint else "is not sure to be right"
    message = f"{what} {field.text!r} {why}; compare it with the card"
    return Issue(code=f"{field.kind}-faint", message=message, doubt=True)


OF_CARD = ("doubts", "missing")
"""What counts for a row beside its values' chances: how many doubts there are about them and about the
card as a whole, and whether a name is missing that should be there."""


def of_card(contact: Contact) -> dict[str, float]:
    """What is known of a row beside its values, by the names of ``OF_CARD``."""
    values = [field for field in contact.fields if field.kind in CRITICAL]
    issues = [*contact.issues, *(issue for field in values for issue in field.issues)]
    doubts = {issue.code for issue in issues if issue.doubt}
    return {"doubts": float(len(doubts - {MISSING})), "missing": float(MISSING in doubts)}


def row_features(chances: Iterable[float], known: dict[str, float]) -> tuple[float, ...]:
    """What counts for a row: the log of the chance that all its values are right, and the card's own."""
    return (sum(log(max(chance, 1e-3)) for chance in chances), *(-known[name] for name in OF_CARD))


@cache
def _fitted() -> dict[str, dict[str, dict[str, float]]]:
    with FITTED.open("rb") as file:
        return tomllib.load(file)


@cache
def curve(kind: str, reader: str = USUAL_READER) -> Curve:
    """The fitted curve of a field, or of ``row``.

    Args:
        kind: One of the keys of ``FEATURES``, or "row".
        reader: Name of the reader: what one calls 0.9 is not what another does.  One for
            which nothing was fitted is taken for the usual one.
    """
    fitted = _fitted()
    numbers = fitted.get(reader.partition("+")[0], fitted[USUAL_READER])[kind]
    names = ("chances", *OF_CARD) if kind == "row" else FEATURES[kind]
    return Curve(bias=numbers["bias"], weights=tuple(numbers[name] for name in names))
