"""Chains of digits that are something else than a phone number, by their own form."""

from __future__ import annotations

import re

_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:19|20)\d{2}(?:\s?[-–/~]\s?(?:19|20)\d{2})?",  # years: 1998, 1998-2026
        r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|(?:19|20)\d{2})",  # dates, day or month first
        r"(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}",  # dates, year first
        r"\d{1,2}[.:]\d{2}\s?[-~]\s?\d{1,2}[.:]\d{2}",  # opening hours
        r"-?\d{1,3}\.\d{4,}(?:[,;\s]\s?-?\d{1,3}\.\d{4,})?",  # coordinates
        r"\d{1,3}(?:\.\d{1,3}){3}",  # internet addresses
        r"\d{5}-\d{4}",  # US postal code
        r"\d{5}-\d{3}",  # Brazilian postal code
        r"\d{2}-\d{3}",  # Polish postal code
        r"[01]+",  # a pattern of bits
    )
)
_JAPANESE_POSTAL_CODE = re.compile(r"\d{3}-\d{4}")


def is_other_number(text: str, region: str | None) -> bool:
    """Whether an unlabelled chain of digits has the form of a date, hours, a postal code or the like.

    Args:
        text: The chain with its punctuation.
        region: Country of the card, whose postal codes are told apart.

    Example:
        >>> is_other_number("9.00-17.30", None)
        True
    """
    bare = text.strip(" ()")
    if region == "JP" and _JAPANESE_POSTAL_CODE.fullmatch(bare):
        return True
    return any(form.fullmatch(bare) for form in _FORMS)
