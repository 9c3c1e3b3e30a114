"""Decides whether a number on a card is a phone number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.parse.finders.not_phones import is_other_number
from cardscan.parse.validators.phone import CheckedPhone

if TYPE_CHECKING:
    from cardscan.parse.finders.phone_context import LabelledNumber
    from cardscan.parse.record import Issue

_LABELLED_DIGITS = range(5, 18)
"""Digits of a labelled number: six-digit locals stand on older cards, and labels do not lie."""

_LISTED_DIGITS = range(6, 16)
"""Digits of a number that takes its label from the one before it, or from a word of places too."""

_PRINTED_DIGITS = range(7, 16)
"""Digits of an unlabelled number: seven for a local one, fifteen by ITU-T E.164."""

_WHOLE_DIGITS = 9
"""Digits from which a number amid other words is taken without a label."""

_TRUNK_ZERO = frozenset(
    {"AT", "AU", "BE", "CH", "DE", "FI", "FR", "GB", "IE", "JP", "KR", "NL", "NZ", "SE", "TW"}
)
"""Countries whose numbers all begin with 0 in national form: there an id can be valid without it."""

_GROUPED = re.compile(r"\d[\s().-]+\d")


def is_phone(
    labelled: LabelledNumber, checked: CheckedPhone | Issue, region: str | None, *, after_phone: bool
) -> bool:
    """Whether a chain of digits is a phone number, by its label, its form and the numbering plan.

    Args:
        labelled: The number and its label.
        checked: What its country's plan says.
        region: Country of the card.
        after_phone: Whether it follows another phone on its line or the line above.
    """
    number = labelled.number
    if labelled.kind == "not_phone":
        return False
    if labelled.kind and not labelled.inherited:
        return _fits_label(labelled, checked) and not (region == "JP" and _is_postal(labelled))
    listed = labelled.inherited and labelled.kind is not None and after_phone
    if len(number.digits) not in (_LISTED_DIGITS if listed else _PRINTED_DIGITS) or is_other_number(
        number.text, region
    ):
        return False
    if listed or "+" in number.text or number.glued:
        return listed or "+" in number.text
    if labelled.alone:
        return (after_phone and not _is_impossible(checked)) or _looks_whole(labelled, checked)
    return _is_clear(labelled, checked, region)


def lacks_trunk_zero(text: str, region: str | None) -> bool:
    """Whether a number of a country that prints the first zero has none.

    Args:
        text: The number as printed, without a country code.
        region: Country of the card.
    """
    return region in _TRUNK_ZERO and not text.lstrip(" (").startswith(("0", "+"))


def _fits_label(labelled: LabelledNumber, checked: CheckedPhone | Issue) -> bool:
    digits = len(labelled.number.digits)
    if labelled.kind in ("work", "other"):  # "Head Office 3-21-15": such words also stand before addresses
        return digits in _LISTED_DIGITS and not _is_impossible(checked)
    return digits in _LABELLED_DIGITS


def _is_impossible(checked: CheckedPhone | Issue) -> bool:
    return not isinstance(checked, CheckedPhone) and checked.code == "phone-not-possible"


def _is_postal(labelled: LabelledNumber) -> bool:
    """A postal mark read as the letter T, before a code of seven digits."""
    return labelled.number.glued and is_other_number(labelled.number.text, "JP")


def _looks_whole(labelled: LabelledNumber, checked: CheckedPhone | Issue) -> bool:
    if labelled.announced:
        return not _is_impossible(checked)
    if isinstance(checked, CheckedPhone):
        return checked.valid or bool(_GROUPED.search(labelled.number.text.strip("-. ")))
    return checked.code == "phone-no-country" and bool(_GROUPED.search(labelled.number.text))


def _is_clear(labelled: LabelledNumber, checked: CheckedPhone | Issue, region: str | None) -> bool:
    """Whether a number amid other words is a phone beyond doubt."""
    number = labelled.number
    if not isinstance(checked, CheckedPhone):
        return labelled.announced and checked.code == "phone-no-country"
    if not checked.international and lacks_trunk_zero(number.text, region):
        return False
    if labelled.announced:
        return checked.valid or checked.local
    return checked.valid and len(number.digits) >= _WHOLE_DIGITS and bool(_GROUPED.search(number.text))
