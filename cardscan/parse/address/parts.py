"""An address in parts: street, city, region, postal code and country.

A part that is not plain is left out: the address as printed is always there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.parse.address.american import american_parts
from cardscan.parse.address.country import named_country, told_country
from cardscan.parse.address.east_asia import east_asian_country, east_asian_parts, joined
from cardscan.parse.address.western import western_parts
from cardscan.parse.address.words import country_name, mentions_of, words_of
from cardscan.parse.text import is_cjk

if TYPE_CHECKING:
    from collections.abc import Sequence

ORDER = ("street", "city", "region", "postal_code", "country")


def address_parts(texts: Sequence[str], region: str | None) -> tuple[tuple[str, str], ...]:
    """The named parts of an address.

    Args:
        texts: Its lines as printed, without labels.
        region: A guess of its country (ISO 3166-1 alpha-2), or None.

    Returns:
        Pairs of name and value among ``street``, ``city``, ``region``,
        ``postal_code`` and ``country`` (in English), in this order.

    Example:
        >>> dict(address_parts(["12 High Street", "Exampleton, CA 90000"], None))["city"]
        'Exampleton'
    """
    text = ", ".join(texts)
    mentions = mentions_of(text, words_of(text))
    country = named_country(text, mentions)
    if is_cjk(text):
        country = country or east_asian_country(text) or region
        found = east_asian_parts(joined(texts), country)
    else:
        country = country or told_country(text, mentions, region)
        american = american_parts(text, mentions) if country == "US" else None
        found = american or western_parts(text, mentions, country)
    found["country"] = (country_name(country) if country else None) or ""
    return tuple((key, found[key]) for key in ORDER if found.get(key))
