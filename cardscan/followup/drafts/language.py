"""In which language to write to somebody, and how dates read in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from cardscan.followup.record import FollowUp
    from cardscan.followup.settings import Owner

_SPOKEN: dict[str, tuple[str, ...]] = {
    "en": ("GB", "US", "IE", "CA", "AU", "NZ", "ZA", "IN", "SG", "MT", "JM", "NG", "KE", "GH"),
    "de": ("DE", "AT", "LI", "CH", "LU"),
    "fr": ("FR", "MC", "BE", "CH", "LU", "CA", "SN", "CI"),
    "es": ("ES", "MX", "AR", "CO", "CL", "PE", "UY", "PY", "EC", "BO", "VE", "CR", "PA", "GT", "DO"),
    "it": ("IT", "SM", "CH"),
    "nl": ("NL", "BE"),
    "pt": ("PT", "BR"),
    "pl": ("PL",),
    "cs": ("CZ",),
    "sv": ("SE",),
    "da": ("DK",),
    "nb": ("NO",),
    "fi": ("FI",),
    "ja": ("JP",),
}
"""Languages of business letters, with the countries where a stranger expects them."""

_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
}
_DAYS = {"en": "{day} {month} {year}", "de": "{day}. {month} {year}", "es": "{day} de {month} de {year}"}
"""How a date reads; elsewhere as in "20 novembre 2026"."""
_OF = {"es": " de "}
"""What stands between a month and its year, where it is more than a space."""


def language_of(entry: FollowUp, owner: Owner) -> str:
    """The language to write to a contact in.

    Args:
        entry: The contact's entry; the country of its address counts, else that of its phones.
        owner: Who writes.

    Returns:
        The first of the owner's languages that is at home in the contact's country, else
        the owner's usual one.
    """
    country = country_of(entry)
    fitting = (each for each in owner.languages if country in _SPOKEN.get(each, ()))
    return next(fitting, owner.languages[0] if owner.languages else "en")


def speaks(language: str, country: str | None) -> bool:
    """Whether people in a country expect letters in ``language``."""
    return country in _SPOKEN.get(language, ())


def country_of(entry: FollowUp) -> str | None:
    """Where a contact is: ISO 3166-1 alpha-2 code by the address, else the phones; None if unknown."""
    if entry.country:
        # Loaded here because it brings the names of all cities along.
        from cardscan.parse.country_words import country_in  # noqa: PLC0415

        named = country_in(entry.country)
        if named:
            return named
    phones = (*entry.work_phone, *entry.mobile_phone, *entry.other_phones, *entry.fax)
    return next((region for phone in phones if (region := _region(phone))), None)


def spoken_date(day: date, language: str) -> str:
    """``day`` as a letter says it; ISO 8601 in a language that has no table of months here.

    Example:
        >>> from datetime import date
        >>> spoken_date(date(2026, 11, 20), "de")
        '20. November 2026'
    """
    if language not in _MONTHS:
        return day.isoformat()
    pattern = _DAYS.get(language, _DAYS["en"])
    return pattern.format(day=day.day, month=_month(day, language), year=day.year)


def spoken_month(day: date, language: str) -> str:
    """The month and its year, as ``spoken_date``.

    Example:
        >>> from datetime import date
        >>> spoken_month(date(2026, 11, 20), "es")
        'noviembre de 2026'
    """
    if language not in _MONTHS:
        return f"{day:%Y-%m}"
    return f"{_month(day, language)}{_OF.get(language, ' ')}{day.year}"


def _month(day: date, language: str) -> str:
    return _MONTHS[language].split()[day.month - 1]


def _region(phone: str) -> str | None:
    # Loaded here because it brings every numbering plan along.
    import phonenumbers  # noqa: PLC0415

    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(phone, None))
    except phonenumbers.NumberParseException:
        return None
