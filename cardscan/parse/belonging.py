"""Whether two pictures show one card: decided by what stands on them.

Every answer leans to no: two rows for one card are a nuisance, one row made of two
people is wrong.  Colleagues share company, domain, address and switchboard; none of
these ever makes two people one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from cardscan.parse.evidence import MOST, domain_fit, mailbox_fit
from cardscan.parse.identity import SHORTEST_NAME

if TYPE_CHECKING:
    from cardscan.parse.identity import Identity

ALIKE = 92
"""Similarity in percent from which two readings of a company's name are the same."""


def shows_same_person(one: Identity, other: Identity) -> bool:
    """Whether two pictures that say whom they are about are about the same one.

    A second shot, or a side in another script: the name is the same and an e-mail or a
    phone with it; names in two scripts need an e-mail or a mobile of that person's own.
    With such a one, a misread company or a second mailbox does not count; a second
    domain does: people have cards of two employers.

    Args:
        one: What one picture shows.
        other: What the other one shows.
    """
    if _disagree(one, other) or not (one.points or other.points):
        return False
    if not (one.name and other.name):
        return not (one.name or other.name) and _is_same_office(one, other)
    if one.personal & other.personal:
        return not (one.domains and other.domains) or bool(one.domains & other.domains)
    if one.script != other.script or _is_half_a_name(one):
        return False
    unshared = one.points and other.points and not one.points & other.points
    return not unshared and _same_house(one, other) is not False


def is_side_of(side: Identity, front: Identity) -> bool:
    """Whether a picture that names nobody is the other side of one that says more.

    Args:
        side: What the picture that names nobody shows.
        front: A picture with a name, an e-mail or a phone.
    """
    if side.name or not (front.name or front.points):
        return False
    has_her_mailbox = _fits_mailbox(front, side)
    return (
        (has_her_mailbox or not _is_somebody_else(side, front))
        and _same_house(side, front) is not False
        and not (not front.name and side.address and front.address and side.address != front.address)
        and (has_her_mailbox or _has_link(side, front))
    )


def may_be_sides(one: Identity, other: Identity) -> bool:
    """Whether nothing speaks against two pictures being the sides that their names promise.

    Args:
        one: What one picture shows.
        other: What the other one shows.
    """
    if _disagree(one, other):
        return False
    strangers = one.points and other.points and not one.points & other.points
    return not (strangers and _same_house(one, other) is not True)


def have_other_names(one: Identity, other: Identity) -> bool:
    """Whether two pictures name two people, as far as one script tells."""
    return bool(one.name and other.name) and one.script == other.script and one.name != other.name


def _disagree(one: Identity, other: Identity) -> bool:
    """Whether two names or two people's mailboxes exclude that it is one person."""
    if have_other_names(one, other):
        return True
    mailboxes = (one.emails & one.personal, other.emails & other.personal)
    if not all(mailboxes) or one.personal & other.personal:
        return False
    return one.name == other.name or not (_fits_mailbox(one, other) or _fits_mailbox(other, one))


def _is_half_a_name(one: Identity) -> bool:
    """Whether a name is a single word, as two of a family share it; in CJK the whole name is one."""
    return len(one.name) == 1 and one.script != "CJK"


def _is_same_office(one: Identity, other: Identity) -> bool:
    """Whether two cards without a name give the same e-mails and phones, and these tell whose they are."""
    told = bool(one.personal) or not (one.has_role or other.has_role)
    same = one.emails == other.emails and one.phones == other.phones
    return told and same and _same_house(one, other) is not False


def _is_somebody_else(side: Identity, front: Identity) -> bool:
    """Whether a side without a name may be the card of a person whose name was not read."""
    own = side.personal - front.personal
    unshared = side.points and not side.points & front.points
    colleague = side.has_role and not side.personal & front.personal
    return bool(own or unshared or colleague)


def _fits_mailbox(named: Identity, other: Identity) -> bool:
    """Whether all mailboxes of a person on a side explain the name on the other."""
    mailboxes = [email.split("@", maxsplit=1)[0] for email in other.emails & other.personal]
    return bool(named.name and mailboxes) and all(mailbox_fit(named.name, [box]) >= MOST for box in mailboxes)


def _has_link(side: Identity, front: Identity) -> bool:
    """Whether something ties a side to a card: who is reached, the house, the address, the name."""
    printed = bool(front.name) and any(_is_name(text, front.name) for text in side.texts)
    if side.points & front.points or _same_house(side, front):
        return True
    return printed or _is_address_of(side, front)


def _is_address_of(side: Identity, front: Identity) -> bool:
    """Whether a side gives the address of the front and nothing new: many firms share a house."""
    new = (text for text in side.texts if text not in side.address and text not in front.texts)
    return bool(side.address) and side.address == front.address and not any(new)


def _is_name(text: str, name: tuple[str, ...]) -> bool:
    """Whether a line, letters only, is a name of at least two words in some order."""
    whole = sum(map(len, name)) == len(text)
    return len(name) > 1 and whole and all(word in text for word in name)


def same_house(one: Identity, other: Identity) -> bool:
    """Whether nothing says that two cards are of two employers: neither the domains nor the companies.

    Args:
        one: What one card says.
        other: What the other one says.
    """
    named = one.company and other.company
    return _same_house(one, other) is not False and (not named or _same_company(one.company, other.company))


def _same_house(one: Identity, other: Identity) -> bool | None:
    """Whether two sides are of one company; None where they do not tell."""
    if one.domains and other.domains:
        return bool(one.domains & other.domains)
    if _names_house(one, other) or _names_house(other, one):
        return True
    return _same_company(one.company, other.company) if one.company and other.company else None


def _same_company(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    return one == other or (shortest > 2 * SHORTEST_NAME and fuzz.ratio(one, other) >= ALIKE)


def _names_house(one: Identity, other: Identity) -> bool:
    """Whether one side prints the company of the other, or a company that explains its domain."""
    printed = len(other.company) >= SHORTEST_NAME and other.company in one.texts
    return printed or (bool(one.company) and domain_fit(one.company, other.domains) >= MOST)
