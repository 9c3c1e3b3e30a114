"""Where a row agrees with a card, what it misses and what it invents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import phonenumbers
from rapidfuzz import fuzz

from cardscan.evaluate.keys import is_cjk
from cardscan.evaluate.truth import FIELDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cardscan.evaluate.rows import GivenRow
    from cardscan.evaluate.truth import TrueCard

_TEXT_PERCENT = 90
_ADDRESS_PERCENT = 85
_ADDRESS_LENGTHS = (0.6, 1 / 0.6)
"""Shortest and longest address that can agree, as shares of the other's length."""
_MIN_DIGITS = 5
_MAX_PREFIX_DIGITS = 6
"""What may stand before a number that the card prints shortened: country and area code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One field of one card and its row.

    Attributes:
        right: Values of the row that are on the card.
        missed: Values of the card that the row does not give.
        wrong: Values of the row that are not on the card.
    """

    right: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def hits(self) -> int:
        """How many values agree."""
        return len(self.right)


def compare(card: TrueCard, row: GivenRow) -> Mapping[str, Agreement]:
    """How a row agrees with a card, field by field.

    Args:
        card: The labels; an empty record where the row has no card.
        row: What the queue gives; an empty record where the card has no row.

    Returns:
        Every field of ``FIELDS`` with its agreement.
    """
    return {field: _field(field, card, row) for field in FIELDS}


def same_phone(want: str, given: str) -> bool:
    """Whether two phone keys are one number.

    Args:
        want: The labelled number: E.164, or the digits of one that is no possible number.
        given: The row's number; without its country code it agrees too.

    Returns:
        Whether they agree.
    """
    if want == given:
        return True
    if not want.startswith("+"):
        tail, whole = want.lstrip("0"), given.lstrip("+0")
        close = len(whole) - len(tail) <= _MAX_PREFIX_DIGITS
        return len(tail) >= _MIN_DIGITS and whole.endswith(tail) and close
    if given.startswith("+"):
        return want == given
    return given.lstrip("0") in {str(phonenumbers.parse(want).national_number), want[1:]}


def _field(field: str, card: TrueCard, row: GivenRow) -> Agreement:
    if card.is_illegible(field):
        return Agreement()
    other = {"title": "department", "department": "title"}.get(field)
    if other and not card.of(field) and card.of(other):
        # Which of the two a line is, is often anybody's guess: in the other's column it is not wrong.
        invented = (text for text in row.of(field) if not _any_same(field, card.of(other), text))
        return Agreement(wrong=tuple(invented))
    return _match(field, card, row)


def _match(field: str, card: TrueCard, row: GivenRow) -> Agreement:
    wanted, left = dict.fromkeys(card.of(field)), list(dict.fromkeys(row.of(field)))
    right, missed = [], []
    for want in wanted:
        found = _find(field, (want,), left) or _find(field, card.alternatives.get(field, ()), left)
        if found:
            left.remove(found[0])
            right += found
        else:
            missed.append(want)
    return Agreement(right=tuple(right), missed=tuple(missed), wrong=tuple(left))


def _find(field: str, wanted: tuple[str, ...], given: list[str]) -> list[str]:
    """The first value that agrees with one that is wanted, in a list of one, or an empty list."""
    return next(([text] for text in given if _any_same(field, wanted, text)), [])


def _any_same(field: str, wanted: tuple[str, ...], given: str) -> bool:
    return any(_same(field, want, given) for want in wanted)


def _same(field: str, want: str, given: str) -> bool:
    match field:
        case "phone":
            return same_phone(want, given)
        case "title" | "department" | "company":
            return _ratio(want, given) >= _TEXT_PERCENT
        case "address":
            return _same_address(want, given)
    return want == given


def _same_address(want: str, given: str) -> bool:
    if is_cjk(want + given):
        return _ratio(want, given) >= _ADDRESS_PERCENT
    shortest, longest = _ADDRESS_LENGTHS
    comparable = shortest <= len(want) / max(len(given), 1) <= longest
    return comparable and fuzz.token_set_ratio(want, given) >= _ADDRESS_PERCENT


def _ratio(want: str, given: str) -> float:
    if is_cjk(want + given):
        want, given = want.replace(" ", ""), given.replace(" ", "")
    return fuzz.ratio(want, given)
