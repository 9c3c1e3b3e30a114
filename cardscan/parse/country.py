"""Country codes that a user types."""

from __future__ import annotations

from cardscan.errors import UsageError


def check_country(code: str | None) -> str | None:
    """The country code in capitals; None where none was typed.

    Args:
        code: ISO 3166-1 alpha-2, in any case.

    Raises:
        UsageError: There is no such country.
    """
    if not code:
        return None
    # Loaded here because it brings every numbering plan along.
    from phonenumbers import SUPPORTED_REGIONS  # noqa: PLC0415

    region = code.strip().upper()
    if region not in SUPPORTED_REGIONS:
        hint = "GB" if region == "UK" else "DE, FR or US"
        raise UsageError(
            f"{code!r} is no country code. Type the two letters of ISO 3166, like --country {hint}"
        )
    return region
