"""Phone numbers: what was printed, read as an international number by the numbering plans."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.record import PhoneType

_TRUNK_ZERO = re.compile(r"\(\s*0\s*\)")
_PLUS = re.compile(r"\s*\(?\s*\+")
_BRACKETED_CODE = re.compile(r"\s*\(\s*\+?([1-9]\d{0,2})\s*[-)]")
_FIRST_GROUP = re.compile(r"\s*([1-9]\d{0,2})(?=[\s.()-])")
_MAX_DIGITS = 15
"""The longest number of ITU-T E.164, country code included."""

_TYPES: dict[int, PhoneType] = {
    PhoneNumberType.MOBILE: "mobile",
    PhoneNumberType.PAGER: "other",
    PhoneNumberType.TOLL_FREE: "other",
    PhoneNumberType.PREMIUM_RATE: "other",
    PhoneNumberType.SHARED_COST: "other",
}


_MOBILE_STARTS = {
    33: r"[67]\d{7,8}",
    44: r"7\d{8,9}",
    49: r"1[567]\d{6,9}",
    55: r"(?:[1-9]\d)?9\d{7,8}",
    61: r"4\d{7,9}",
    81: r"[789]0\d{7,8}",
    82: r"10\d{6,8}",
    86: r"1[3-9]\d{8,9}",
}
"""How mobile numbers begin, for those with a digit too few or too many; by the countries' plans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPhone:
    """A number that its country's numbering plan allows.

    Attributes:
        value: International form with spaces, the extension as " ext. 12".
        e164: The number without its extension, in E.164; empty where the area code is missing.
        region: ISO 3166-1 alpha-2 code of its country, empty for numbers of none.
        extension: The extension's digits, or empty.
        valid: Whether the plan assigns the number, as opposed to allowing its length.
        local: Whether it lacks the area code, so that it cannot be called from elsewhere.
        type: What the plan says it is, or None where it does not tell mobile from fixed.
        area_code: Its geographic area code, or empty.
        international: Whether the country code stood on the card.
    """

    value: str
    e164: str
    region: str
    extension: str
    valid: bool
    local: bool
    type: PhoneType | None
    area_code: str
    international: bool


def check_phone(text: str, region: str | None = None, extension: str = "") -> CheckedPhone | Issue:
    """The number in a text that holds nothing else.

    Args:
        text: Digits with the punctuation of print: "+44 (0) 20 7946 0958", "(65) 6486 0000".
        region: Country to assume where the text names none.
        extension: Digits of the extension, which is kept out of the number.

    Returns:
        The number, or an issue ``phone-not-possible`` or ``phone-no-country``.

    Example:
        >>> check_phone("020 7946 0958", "GB").value
        '+44 20 7946 0958'
    """
    best: CheckedPhone | None = None
    for attempt, home in _readings(text, region):
        checked = _parsed(attempt, home, extension)
        if checked and checked.valid:
            return checked
        if checked and (best is None or (best.local and not checked.local)):
            best = checked
    if best:
        return best
    digits = sum(char.isdigit() for char in text)
    if region is None and not _PLUS.match(text) and digits <= _MAX_DIGITS:
        return Issue(
            code="phone-no-country",
            message=f"{text.strip()} has no country code and the card names no country; give --country.",
        )
    return Issue(
        code="phone-not-possible",
        message=f"{text.strip()} has too few or too many digits for a phone number; check it on the card.",
    )


def _readings(text: str, region: str | None) -> Iterator[tuple[str, str | None]]:
    """Ways to read the text, the likeliest first, each with the region to assume."""
    if re.search(r"[^\W\d_]", text):  # the library would dial letters
        return
    digits = re.sub(r"\D", "", _TRUNK_ZERO.sub(" ", text))
    if _PLUS.match(text):
        # Italy dials the zero that other countries drop, so both ways are tried.
        yield f"+{digits}", None
        yield "+" + re.sub(r"\D", "", text), None
        return
    if digits.startswith("00") and len(digits) > 9:  # noqa: PLR2004 - 00, a country code and a number
        yield f"+{digits[2:]}", None
    bracketed = _BRACKETED_CODE.match(text)
    if bracketed and region and int(bracketed[1]) == phonenumbers.country_code_for_region(region):
        yield f"+{digits}", None
    if region:
        yield text, region
    if _opens_with_country(text, region):
        yield f"+{digits}", None


def _opens_with_country(text: str, region: str | None) -> bool:
    """Whether the first digits may be a country code that lacks its plus."""
    if region:
        code = str(phonenumbers.country_code_for_region(region))
        if re.sub(r"\D", "", text).startswith(code):
            return True
    bracketed = _BRACKETED_CODE.match(text)
    if bracketed:
        return int(bracketed[1]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE
    first = _FIRST_GROUP.match(text)
    long_enough = first is not None and len(re.sub(r"\D", "", text)) > len(first[1]) + 7
    return bool(first and long_enough and int(first[1]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE)


def _parsed(text: str, region: str | None, extension: str) -> CheckedPhone | None:
    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return None
    reason = phonenumbers.is_possible_number_with_reason(number)
    local = reason == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE and not (local and region):
        return None
    national = phonenumbers.national_significant_number(number)
    code_length = phonenumbers.length_of_geographical_area_code(number)
    printed = phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL).replace("-", " ")
    return CheckedPhone(
        value=f"{printed} ext. {extension}" if extension else printed,
        e164="" if local else phonenumbers.format_number(number, PhoneNumberFormat.E164),
        region=phonenumbers.region_code_for_number(number) or (region or ""),
        extension=extension,
        valid=phonenumbers.is_valid_number(number),
        local=local,
        type=_type(number) or _shortened_type(number, national),
        area_code=national[:code_length],
        international=region is None,
    )


def _shortened_type(number: phonenumbers.PhoneNumber, national: str) -> PhoneType | None:
    """The type of a number that lacks its area code or a later digit, by how it begins."""
    pattern = _MOBILE_STARTS.get(number.country_code or 0)
    if pattern is None or phonenumbers.is_valid_number(number):
        return None
    return "mobile" if re.fullmatch(pattern, national) else None


def _type(number: phonenumbers.PhoneNumber) -> PhoneType | None:
    kind = phonenumbers.number_type(number)
    if kind in _TYPES:
        return _TYPES[kind]
    return "work" if kind in (PhoneNumberType.FIXED_LINE, PhoneNumberType.UAN) else None
