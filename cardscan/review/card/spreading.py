"""A correction to a company or a domain, offered for the other cards of the same domain."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.corrections import correct
from cardscan.book.rows import rows_of
from cardscan.book.same_domain import colleagues, domain_of
from cardscan.book.tables import CorrectionRow
from cardscan.review.card.saving import SOURCE, doing
from cardscan.review.workplace import Deed, last_step

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp
    from cardscan.review.workplace import Workplace


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What a correction would change in other cards.

    Attributes:
        entry_id: Where it was made.
        column: The column.
        domain: What the others have in common.
        value: The company, or the domain, as it was corrected.
        others: Entry id to how the row is called and what its cell would be.
    """

    entry_id: str
    column: str
    domain: str
    value: str
    others: Mapping[str, tuple[str, str]]


def offers_after(place: Workplace) -> tuple[Offer, ...]:
    """What is offered after what was done last.

    Args:
        place: Where it was done.
    """
    step = last_step(place)
    if step is None:
        return ()
    deed = step.deed
    with place.book.reading() as session:
        return tuple(
            offer
            for column, before in deed.corrected
            if (offer := _offer(session, deed.entry_id, column, before)) and offer.others
        )


def spread(place: Workplace, column: str, chosen: Collection[str], *, value: str | None = None) -> int:
    """Make the correction that was made last in other cards too.

    Args:
        place: Where.
        column: The column that was corrected.
        chosen: Entries of those who were offered.
        value: What was offered; nothing is done where something else is by now. None for whatever it is.

    Returns:
        How many were changed.
    """
    offer = next((one for one in offers_after(place) if one.column == column), None)
    if offer is None or value not in (None, offer.value):
        return 0
    with place.book.writing() as session:
        rows = rows_of(session, [one for one in offer.others if one in chosen])
        if rows:
            first, *others = rows
            deed = Deed(entry_id=first, what="spread", others=tuple(others))
            doing(place, session, deed, lambda: _spread(place, session, offer, rows))
    return len(rows)


def _spread(place: Workplace, session: Session, offer: Offer, rows: Mapping[str, FollowUp]) -> None:
    for entry_id, row in rows.items():
        _, value = offer.others[entry_id]
        correct(
            session,
            entry_id,
            {offer.column: value},
            before={offer.column: getattr(row, offer.column)},
            source=SOURCE,
            at=place.clock(),
        )


def _offer(session: Session, entry_id: str, column: str, before: str) -> Offer | None:
    row = rows_of(session, [entry_id]).get(entry_id)
    if row is None:
        return None
    domain, value = domain_of(row.email), getattr(row, column)
    if column == "email":
        domain, value = domain_of(before), domain
    if not value or value == domain:
        return None
    found = _untouched(session, colleagues(session, domain), column)
    others = {
        key: (other.full_name or other.email, _changed(other, column, value))
        for key, other in found.items()
        if key != entry_id and _changed(other, column, value) != getattr(other, column)
    }
    return Offer(entry_id=entry_id, column=column, domain=domain, value=value, others=others)


def _untouched(session: Session, rows: Mapping[str, FollowUp], column: str) -> dict[str, FollowUp]:
    """Those in which nobody has corrected a column: whoever did knows better."""
    corrected = select(CorrectionRow.entry_id).where(
        CorrectionRow.entry_id.in_(rows), CorrectionRow.column == column
    )
    by_hand = set(session.scalars(corrected))
    return {entry_id: row for entry_id, row in rows.items() if entry_id not in by_hand}


def _changed(row: FollowUp, column: str, value: str) -> str:
    return value if column == "company" else f"{row.email.rpartition('@')[0]}@{value}"
