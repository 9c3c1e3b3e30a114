"""What the back of a card says that is no card by itself: a company, an address, a note by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.parse.assign import assign
from cardscan.parse.doubt import belief
from cardscan.parse.finders.address import find_addresses, line_evidence
from cardscan.parse.finders.company import find_companies
from cardscan.parse.handwriting import print_of, with_handwriting
from cardscan.parse.record import Contact, Field
from cardscan.parse.region import guess_region
from cardscan.parse.view import view_card

if TYPE_CHECKING:
    from cardscan.ocr.record import Reading


def parse_back(reading: Reading, *, country: str | None = None) -> Contact:
    """The company and the address on a picture that gives no contact.

    Args:
        reading: The lines of one card.
        country: ISO 3166-1 alpha-2 code of the event, where the text tells no country.

    Returns:
        A contact without name, e-mail or phone: true only of a picture that is known to
        be the other side of a card.
    """
    return with_handwriting(_parse_print(print_of(reading), country), reading)


def _parse_print(reading: Reading, country: str | None) -> Contact:
    """What the print alone says."""
    region = guess_region(reading.lines, default=country).code
    addresses = find_addresses(reading.lines, region=region, taken=())[:1]
    view = view_card(
        reading.lines,
        card_height_px=reading.card.height_px,
        taken=addresses,
        address_evidence=lambda text: line_evidence(text, region),
    )
    company = assign(view, names=(), companies=find_companies(view), titles=(), departments=()).company
    found = (one for one in (company, *addresses) if one)
    fields = tuple(
        Field(
            kind=one.kind,
            raw=one.raw,
            value=one.value,
            confidence=belief(one),
            lines=one.lines,
            issues=one.issues,
            parts=one.parts,
        )
        for one in found
    )
    used = {index for field in fields for index in field.lines}
    return Contact(
        fields=fields,
        unassigned=tuple(index for index in range(len(reading.lines)) if index not in used),
    )
