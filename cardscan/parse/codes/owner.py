"""Whose a code is: of the person on the card, or of somebody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cardscan.parse.codes.likeness import Likeness, compare
from cardscan.parse.finders.host import mail_providers
from cardscan.parse.validators.domain import check_domain
from cardscan.parse.validators.website import CheckedWebsite, check_website

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field


UNSURE_NAME = 0.6
"""Belief in a printed name below which it is likelier a slogan than somebody else's name."""


def is_somebody_else(fields: Sequence[Field], stated: Sequence[Candidate]) -> bool:
    """Whether a code names somebody else than the print, and nothing else connects the two.

    Colleagues share a domain: where both give an e-mail, one of them must be common.
    """
    named = [one for one in stated if one.kind == "name"]
    printed = [field for field in fields if field.kind == "name"]
    if not (named and printed) or compare(printed[0], named[0]) is not Likeness.DIFFERENT:
        return False
    if is_same_card(fields, stated):
        return False
    return _both_write(fields, stated) or not (_domains(fields) & _domains(stated))


def is_same_card(fields: Sequence[Field], stated: Sequence[Candidate]) -> bool:
    """Whether a code is the card's own though it names another person.

    It is where the two have an e-mail in common, be it misread, or where the printed
    name is hardly one and no e-mail speaks against the code.
    """
    common = any(
        compare(field, one) in (Likeness.SAME, Likeness.MISREAD)
        for field in fields
        for one in stated
        if field.kind == one.kind == "email"
    )
    unsure = any(field.kind == "name" and field.confidence < UNSURE_NAME for field in fields)
    return common or (unsure and not _both_write(fields, stated))


def _both_write(fields: Sequence[Field], stated: Sequence[Candidate]) -> bool:
    return all(any(one.kind == "email" for one in side) for side in (fields, stated))


def _domains(found: Iterable[Field | Candidate]) -> set[str]:
    """The registered domains of e-mails and websites, but those at which everybody has an address."""
    hosts = [_host(one.value or one.raw) for one in found if one.kind in ("email", "website")]
    domains = (check_domain(host) for host in hosts)
    return {domain.registered for domain in domains if domain} - set(mail_providers())


def _host(text: str) -> str:
    checked = check_website(text.rpartition("@")[2])
    return checked.host if isinstance(checked, CheckedWebsite) else ""
