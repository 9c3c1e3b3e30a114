"""Colleagues in the book: contacts of one domain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from cardscan.book.current import is_current
from cardscan.book.rows import rows_of
from cardscan.book.tables import EntryRow
from cardscan.parse.identity import shared_hosts
from cardscan.parse.validators.domain import check_domain

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.followup.record import FollowUp


def domain_of(email: str) -> str:
    """The domain of an e-mail address, where it is a company's; else an empty text."""
    domain = email.rpartition("@")[2].casefold()
    checked = check_domain(domain)
    return domain if checked and checked.name not in shared_hosts() else ""


def colleagues(session: Session, domain: str) -> dict[str, FollowUp]:
    """Everybody in the queue whose e-mail address is of a domain, by entry.

    Args:
        session: Reads.
        domain: Of a company; an empty one has nobody.
    """
    if not domain:
        return {}
    ids = session.scalars(
        select(EntryRow.id)
        .where(
            EntryRow.gone_at.is_(None), is_current(), EntryRow.email.iendswith(f"@{domain}", autoescape=True)
        )
        .order_by(EntryRow.id)
    ).all()
    return rows_of(session, ids)
