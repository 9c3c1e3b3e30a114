"""Postal addresses as the post of each country wants them on an envelope."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.followup.due import DueEntry
    from cardscan.followup.record import FollowUp

_TOWN_REGION_CODE = frozenset({"US", "CA", "AU"})
_TOWN_CODE = frozenset({"GB", "IE", "NZ", "IN", "SG", "ZA", "TH", "TW", "JP", "KR", "AE"})
"""Elsewhere the code stands before the town, as in most of Europe and Latin America."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """One label for an envelope.

    Attributes:
        name: Whom it is to.
        company: Where they work.
        street: Street and number; the whole address where its parts are not known.
        town: Town and postal code in the order of the country.
        country: In English; empty in the owner's own country.
    """

    name: str
    company: str
    street: str
    town: str
    country: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the label, none empty."""
        lines = (self.name, self.company, self.street, self.town, self.country)
        return tuple(line for line in lines if line)


def label_rows(rows: Sequence[DueEntry], *, owner_country: str | None = None) -> tuple[LabelRow, ...]:
    """The labels for those whose postal address is known, in the order of ``rows``.

    Args:
        rows: Whom to write to.
        owner_country: ISO 3166-1 alpha-2 code of where the letters are posted.
    """
    return tuple(label(row.entry, owner_country=owner_country) for row in rows if has_address(row.entry))


def has_address(entry: FollowUp) -> bool:
    """Whether a postal address of a contact is known."""
    return bool(entry.address or entry.street)


def label(entry: FollowUp, *, owner_country: str | None = None) -> LabelRow:
    """The label for one contact.

    Args:
        entry: The contact's entry of the queue.
        owner_country: As for ``label_rows``.
    """
    country = _code(entry.country) or (None if entry.country else owner_country)
    whole = not (entry.street and entry.city)
    abroad = entry.country and (country is None or country != owner_country)
    return LabelRow(
        name=one_line(entry.full_name),
        company=one_line(entry.company),
        street=one_line((entry.address or entry.street) if whole else entry.street),
        town="" if whole else one_line(_town(entry, country)),
        country=one_line(entry.country) if abroad and not _ends_with_country(entry, whole=whole) else "",
    )


def _ends_with_country(entry: FollowUp, *, whole: bool) -> bool:
    return whole and entry.address.casefold().endswith(entry.country.casefold())


def _town(entry: FollowUp, country: str | None) -> str:
    if country in _TOWN_REGION_CODE:
        between = ", " if country == "US" and entry.region else " "
        return f"{entry.city}{between}{entry.region} {entry.postal_code}"
    if country in _TOWN_CODE or (country is None and not entry.postal_code[:1].isdigit()):
        return f"{entry.city} {entry.postal_code}"
    return f"{entry.postal_code} {entry.city}"


def _code(country: str) -> str | None:
    if not country:
        return None
    # Loaded here because it brings the names of all cities along.
    from cardscan.parse.country_words import country_in  # noqa: PLC0415

    return country_in(country)
