"""Contacts that are one person: for sure, or so that a person should look.

Every answer leans to doubt, as merging two people is worse than asking.  Nobody is
anybody else because of a company, a domain, a switchboard, a fax or an office's mailbox.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from cardscan.followup.duplicates.keys import candidates, shared_points
from cardscan.followup.duplicates.names import folded, likeness
from cardscan.followup.duplicates.traits import is_one_person, traits_of
from cardscan.parse.belonging import ALIKE, same_house
from cardscan.parse.text import is_cjk

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from cardscan.followup.duplicates.keys import Kept
    from cardscan.followup.duplicates.names import Likeness
    from cardscan.followup.duplicates.traits import Person, Traits

_NAME_SCORE: dict[Likeness, float] = {"same": 0.45, "misread": 0.4, "near": 0.3, "alike": 0.25, "other": 0.0}
_MAILBOX_SCORE = 0.35
_MOBILE_SCORE = 0.25
_COMPANY_SCORE = 0.15
_MOST_DOUBTFUL = 0.89
"""A doubtful pair never ranks with the sure ones."""

_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two contacts that are one person, or may be.

    Attributes:
        one: The id of the one that was met first.
        other: The id of the other.
        sure: Whether they can be merged unasked.
        score: How much speaks for it, in [0, 1]; our own ranking, no chance.
        why: What they share and where they differ, in a few words each.
    """

    one: str
    other: str
    sure: bool
    score: float
    why: tuple[str, ...]


def find_pairs(people: Sequence[Person], *, about: Collection[str] | None = None) -> tuple[Pair, ...]:
    """Contacts that are one person, or may be.

    Sure are those whom a card ties as it does two pictures of one card: the same name with
    a mailbox or a mobile of that person's own and no second employer; or the same mailbox
    and a name with a letter misread.  In doubt are the same name anywhere else, names alike
    in one company, and one mailbox or mobile under two names.  A mailbox or mobile of
    more than three people counts as an office's.

    Args:
        people: Contacts, in any order.
        about: Only pairs of which one has such a key.

    Returns:
        The pairs, the sure ones first, then by score; in the same order in every run.
    """
    ordered = sorted(people, key=_age)
    known = [tuple(dict.fromkeys(map(traits_of, person.entries))) for person in ordered]
    shared = shared_points(known)
    known = [tuple(traits.without(shared) for traits in person) for person in known]
    found = (
        _pair(ordered[a].key, known[a], ordered[b].key, known[b])
        for a, b in candidates(known)
        if about is None or ordered[a].key in about or ordered[b].key in about
    )
    return tuple(sorted(filter(None, found), key=_rank))


def _age(person: Person) -> tuple[str, str]:
    return min((entry.event_date.isoformat() for entry in person.entries), default=""), person.key


def _rank(pair: Pair) -> tuple[bool, float, str, str]:
    return not pair.sure, -pair.score, pair.one, pair.other


def _pair(key: str, one: Kept, other_key: str, other: Kept) -> Pair | None:
    """The strongest tie between any two entries of two contacts, if there is one."""
    ties = [tie for a in one for b in other if (tie := _tie(a, b))]
    if not ties or key == other_key:
        return None
    best = max(ties, key=lambda tie: (tie.sure, tie.score))
    return Pair(one=key, other=other_key, sure=best.sure, score=round(best.score, 2), why=best.why)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tie:
    """What ties two entries."""

    sure: bool
    score: float
    why: tuple[str, ...]


def _tie(one: Traits, other: Traits) -> _Tie | None:
    like = likeness(one.words, other.words) if one.is_named and other.is_named else "other"
    colleagues = _is_one_company(one, other)
    sure = _is_sure(one, other, like)
    if not (sure or _is_doubtful(one, other, like, colleagues=colleagues)):
        return None
    score = _NAME_SCORE[like] + _COMPANY_SCORE * colleagues
    score += _MAILBOX_SCORE * bool(one.mailboxes & other.mailboxes)
    score += _MOBILE_SCORE * bool(one.mobiles & other.mobiles)
    score = max(score, _SURE) if sure else min(score, _MOST_DOUBTFUL)
    why = tuple(_reasons(one, other, like, colleagues=colleagues))
    return _Tie(sure=sure, score=min(score, 1.0), why=why)


def _is_sure(one: Traits, other: Traits, like: Likeness) -> bool:
    """Whether nobody need look.

    A father and a son of one name share a mobile at times; two mailboxes of their own tell them apart.
    """
    if not (one.is_named and other.is_named):
        return False
    as_two_pictures = is_one_person(one.identity, other.identity)
    if one.mailboxes & other.mailboxes:
        alike = like == "same" or (like == "misread" and _tells_who(one, other))
        return as_two_pictures or (alike and _is_one_employer(one, other))
    return as_two_pictures and like == "same" and not _have_own_mailboxes(one, other)


def _tells_who(one: Traits, other: Traits) -> bool:
    """Whether a mailbox under two names has the given name of one; a family's has not, and two people."""
    given = {traits.words[0] for traits in (one, other)}
    if len({folded(word) for word in given}) == 1:
        return True
    boxes = (mailbox.split("@", maxsplit=1)[0] for mailbox in one.mailboxes & other.mailboxes)
    return any(word in box for box in boxes for word in given)


def _is_doubtful(one: Traits, other: Traits, like: Likeness, *, colleagues: bool) -> bool:
    if one.identity.personal & other.identity.personal:
        return True
    if like == "same":
        return colleagues or _is_whole_name(one)
    if like == "alike":
        return colleagues and not _have_own_mailboxes(one, other)
    return colleagues and like != "other"


def _is_whole_name(one: Traits) -> bool:
    """Whether a name is more than a single word, which many share; in CJK it is one word."""
    return len(one.words) > 1 or is_cjk("".join(one.words))


def _have_own_mailboxes(one: Traits, other: Traits) -> bool:
    """Whether each has mailboxes of their own and none of them is the other's misread."""
    theirs = [{folded(box) for box in traits.mailboxes} for traits in (one, other)]
    return all(theirs) and not theirs[0] & theirs[1]


def _is_one_company(one: Traits, other: Traits) -> bool:
    if one.identity.domains & other.identity.domains:
        return True
    return _have_companies_alike(one, other)


def _is_one_employer(one: Traits, other: Traits) -> bool:
    """Whether nothing but a misread company speaks of two employers."""
    return same_house(one.identity, other.identity) or _have_companies_alike(one, other)


def _have_companies_alike(one: Traits, other: Traits) -> bool:
    companies = folded(one.identity.company), folded(other.identity.company)
    return all(companies) and fuzz.ratio(*companies) >= ALIKE


def _reasons(one: Traits, other: Traits, like: Likeness, *, colleagues: bool) -> Iterator[str]:
    """What two entries share, the strongest first, then where they differ."""
    shared = one.identity.personal & other.identity.personal
    printed = {point: text for point, text in one.printed if point in shared}
    yield from (f"the same mailbox {printed[point]}" for point in sorted(one.mailboxes & other.mailboxes))
    yield from (f"the same mobile {printed[point]}" for point in sorted(one.mobiles & other.mobiles))
    yield from _reasons_of_name(one, other, like)
    companies = one.printed_company, other.printed_company
    if colleagues:
        yield f"the same company {next(filter(None, companies), '')}".rstrip()
    elif all(companies):
        yield f"two companies: {companies[0]}, {companies[1]}"
    if _have_own_mailboxes(one, other):
        yield "each has a mailbox of their own"


def _reasons_of_name(one: Traits, other: Traits, like: Likeness) -> Iterator[str]:
    names = one.printed_name, other.printed_name
    if like == "same":
        yield f"the same name {names[0]}"
    elif all(names):
        yield f"{'two names' if like == 'other' else 'names alike'}: {names[0]}, {names[1]}"
    else:
        yield f"one of them without a name: {next(filter(None, names), 'nor has the other one')}"
