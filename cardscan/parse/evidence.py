"""How well a text fits what else the card says: its mailboxes and its domains."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from cardscan.parse.lexicons import words
from cardscan.parse.text import bare, letters, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

WHOLE = 1.0
MOST = 0.8
PART = 0.6
HINT = 0.35

MOST_WORDS = 16
"""Words of a name that are compared with a domain; running text has more."""

LITTLE_WORD = 3
"""Longest word that an acronym leaves out: "of", "and", "für"."""


def mailbox_fit(name: Sequence[str], mailboxes: Iterable[str]) -> float:
    """How well a person's name explains the best of the mailboxes, in [0, 1].

    Args:
        name: The words of the name, as written.
        mailboxes: Local parts, bare.

    Example:
        >>> mailbox_fit(["Jane", "Hart"], ["j.hart"])
        0.8
    """
    parts = [letters(word) for word in name]
    parts = [part for part in parts if part]
    return max((_explains(parts, letters(box).rstrip("0123456789")) for box in mailboxes), default=0.0)


def _explains(parts: list[str], box: str) -> float:
    """How well the words of a name, bare, explain one mailbox."""
    if not parts or len(box) < 2:
        return 0.0
    long = [part for part in parts if len(part) > 2]  # not an initial
    whole = [part for part in long if part in box]
    return _explained_in_words(parts, whole, box) if whole else _explained_in_short(parts, long, box)


def _explained_in_words(parts: list[str], whole: list[str], box: str) -> float:
    """The fit of a mailbox that holds words of the name."""
    rest = box
    for part in sorted(whole, key=len, reverse=True):
        rest = rest.replace(part, "", 1)
    initials = {part[0] for part in parts if part not in whole}
    if len(rest) > 3 and not set(rest) <= initials:  # the mailbox says more than the name
        return HINT
    if len(whole) > 1 or len(whole) == len(parts):
        return WHOLE
    if rest and set(rest) <= initials:
        return MOST
    return WHOLE if not rest and len(whole[0]) > 3 else PART


def _explained_in_short(parts: list[str], long: list[str], box: str) -> float:
    """The fit of a mailbox of initials or of the beginning of a word."""
    joined = "".join(parts)
    initials = [part[0] for part in parts]
    if box in ("".join(initials), "".join(reversed(initials))):
        return PART
    return HINT if len(box) > 2 and any(part.startswith(box) for part in [*long, joined]) else 0.0


def domain_fit(text: str, domains: Iterable[str]) -> float:
    """How well a company's name explains the best of the domains, in [0, 1].

    Args:
        text: The name, as written.
        domains: Registered names without their suffix, bare.

    Example:
        >>> domain_fit("North Quay Freight Ltd", ["northquay"])
        0.8
    """
    parts = [letters(word) for word in tokens(text)[:MOST_WORDS]]
    core = [part for part in parts if part not in _bylines()] or parts
    return max((_names(core, letters(domain)) for domain in domains), default=0.0)


@cache
def _bylines() -> frozenset[str]:
    """Legal forms and articles, which a domain seldom repeats."""
    return frozenset(letters(form) for form in words("organisations", "legal")) | {"the", "die", "der", "das"}


def _names(parts: list[str], domain: str) -> float:  # noqa: PLR0911 - a ladder of rules, the surest first
    joined = "".join(parts)
    if len(domain) < 2 or not joined:
        return 0.0
    if joined == domain:
        return WHOLE
    starts = "".join(parts[: next((n for n in range(1, len(parts)) if "".join(parts[:n]) == domain), 0)])
    if starts or fuzz.ratio(joined, domain) >= 85:
        return MOST
    if len(domain) > 3 and domain in joined:
        return MOST
    if len(joined) > 3 and joined in domain:
        return _share(len(joined) / len(domain))
    acronym = "".join(part[0] for part in parts)
    if len(parts) > 1 and domain in (acronym, *_acronym_and_rest(parts)):
        return MOST
    shared = next((n for n, (a, b) in enumerate(zip(joined, domain, strict=False)) if a != b), len(domain))
    if min(shared, len(joined)) >= max(6, 0.6 * len(domain)):
        return MOST
    if any(len(part) > 3 and (part in domain or part.startswith(domain)) for part in parts):
        return PART
    return HINT if len(acronym) > 2 and acronym in domain else 0.0


def _share(covered: float) -> float:
    """The fit of a text that is a share of the domain."""
    return MOST if covered >= 0.5 else PART if covered >= 0.33 else HINT


def _acronym_and_rest(parts: list[str]) -> Iterator[str]:
    """A name of which the first words are cut to letters: "Ames Institute of Design, Dover" as "aiddover"."""
    for end in range(2, len(parts)):
        for start in [parts[:end], [part for part in parts[:end] if len(part) > LITTLE_WORD]]:
            yield "".join(part[0] for part in start) + "".join(parts[end:])


def has_role_mailbox(address: str) -> bool:
    """Whether an e-mail address belongs to an office rather than a person."""
    return bare(address.split("@", maxsplit=1)[0]) in words("mail_providers", "role")
