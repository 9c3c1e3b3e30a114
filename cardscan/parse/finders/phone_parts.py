"""Takes apart chains that hold more than one number, or a number and a tail."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.finders.phone_choice import lacks_trunk_zero
from cardscan.parse.validators.phone import CheckedPhone, check_phone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.finders.phone_context import LabelledNumber
    from cardscan.parse.finders.phone_print import PrintedNumber

_GAP = re.compile(r"(?<=\d)\)?[\s.]+(?=[(\d])")
_TAIL = re.compile(r"\s?-\s?(\d{1,3})\s*$")


_SHORTEST = 6
_WHOLE = 10
_LONGEST = 13
"""Digits of the shortest number taken out of a chain, of one that needs no other sign, and of the longest
that is left whole."""


def separate(labelled: LabelledNumber, region: str | None) -> list[LabelledNumber]:
    """The numbers that a chain of digits holds: itself, if it can be one number.

    Args:
        labelled: The chain.
        region: Country to assume where none is printed.
    """
    number = labelled.number
    if isinstance(check_phone(number.text, region), CheckedPhone) or len(number.digits) <= 8:  # noqa: PLR2004
        return [labelled]
    for first, second in _cuts(number):
        if _is_valid(first, region) and _is_valid(second, region):
            return [replace(labelled, number=first), replace(labelled, number=second, inherited=True)]
    # Digits behind "Reg. No." or "since" are cut where a whole phone begins, and nowhere else.
    long = len(number.digits) > _LONGEST and labelled.kind != "not_phone"
    for first, second in _cuts(number) if long else ():
        if _is_possible(first, region) and _is_possible(second, region):
            return [replace(labelled, number=first), replace(labelled, number=second, inherited=True)]
    tail = _TAIL.search(number.text)
    if tail and isinstance(check_phone(number.text[: tail.start()], region), CheckedPhone):
        return [replace(labelled, number=replace(number, text=number.text[: tail.start()]))]
    return _before_other(labelled, region) or _after_other(labelled, region)


def _before_other(labelled: LabelledNumber, region: str | None) -> list[LabelledNumber]:
    """The number before a house or a room ("415-555-0132 12 Quay Street"), if one stands behind it."""
    for first, second in _cuts(labelled.number):
        if len(second.digits) < _SHORTEST and _is_valid(first, region):
            return [replace(labelled, number=first)]
    return []


def _after_other(labelled: LabelledNumber, region: str | None) -> list[LabelledNumber]:
    """The number after a postal code or a room ("Suite 100 415-555-0132"), free of that one's label."""
    for first, second in _cuts(labelled.number):
        if len(first.digits) > _SHORTEST or not _is_valid(second, region):
            continue
        if labelled.kind != "not_phone":
            return [replace(labelled, number=second)]
        long = len(second.digits) >= _WHOLE and not lacks_trunk_zero(second.text, region)
        if long or second.text.startswith(("0", "(", "+")):
            return [replace(labelled, number=second, kind=None)]
    return [labelled]


def _is_possible(number: PrintedNumber, region: str | None) -> bool:
    return len(number.digits) >= _SHORTEST and isinstance(check_phone(number.text, region), CheckedPhone)


def _cuts(number: PrintedNumber) -> Iterator[tuple[PrintedNumber, PrintedNumber]]:
    for gap in _GAP.finditer(number.text):
        first, second = number.text[: gap.end()].rstrip(" ."), number.text[gap.end() :]
        middle = number.start + gap.end()
        yield (
            replace(number, text=first, end=number.start + len(first), extension=""),
            replace(number, text=second, start=middle),
        )


def _is_valid(number: PrintedNumber, region: str | None) -> bool:
    checked = check_phone(number.text, region)
    return isinstance(checked, CheckedPhone) and checked.valid
