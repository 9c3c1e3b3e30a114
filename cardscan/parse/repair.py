"""A misread e-mail is put right where the name or the company proves it, and the repair is shown."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz.distance import Levenshtein

from cardscan.parse.evidence import MOST, domain_fit, mailbox_fit
from cardscan.parse.record import Issue
from cardscan.parse.text import letters
from cardscan.parse.wording import is_family_name, is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field

LOOK_ALIKES = {"I": "l", "l": "i", "1": "l", "|": "l", "0": "o", "O": "o"}
"""Letters as they are read, and the letter that they may be in an address."""

JOINED_LOOK_ALIKES = {"m": "rn", "rn": "m", "w": "vv", "vv": "w", "d": "cl", "cl": "d"}
"""Letters that run together or fall apart; in a name as well, so that only a known name is proof."""

ODD_LOCAL = "email-odd-local"
"""The code of a capital amid small letters."""

ODD_DOMAIN, GLUED = "email-odd-domain", "email-label-glued"
"""The codes of a suffix that does not exist, and of a label that runs into the address."""

USUAL_SUFFIXES = ("com", "net", "org", "edu", "gov", "info")

LETTERS_OF_A_COLON = 2
"""Most letters as which the colon behind a glued label is read."""

LONG_WORD = 5
"""Fewest letters of a name's word that differs from a mailbox in one letter by misreading, not by chance."""

CLEAR_LINE = 0.93
"""Belief of the reader from which a line has no other misreadings than those of look-alikes."""

PROOF = 0.7
"""Fit of a name and a mailbox that chance does not make."""


def repaired(
    field: Field,
    name: Candidate | None,
    company: Candidate | None = None,
    *,
    belief: float = 1.0,
    name_belief: float = 1.0,
) -> Field:
    """An e-mail with letters that readers mix up, add or lose put right where the card proves it.

    Args:
        field: A field as it was read.
        name: The person's name, if the card has one; proves what stands before the @.
        company: The company, if the card has one; proves a suffix that does not exist.
        belief: The reader's belief in the line, in [0, 1]: where it is low, any letter of a
            long name may be the misread one.
        name_belief: The same of the name's line: of a name that is less clear than the e-mail
            only words prove something that are known ones.

    Returns:
        The same field where it is no e-mail, or nothing proves another reading.
    """
    if field.kind != "email" or field.value is None:
        return field
    local, _, host = field.value.partition("@")
    right_host = _with_known_suffix(host, field, company)
    if right_host:
        return _mended(field, f"{local}@{right_host}", "the company", host, right_host, without=ODD_DOMAIN)
    proof = name if name and (name_belief >= belief or _is_sound(name, local)) else None
    better = _proved_by_name(field, local, proof, belief) if proof else None
    if better is None:
        return field
    return _mended(field, f"{better}@{host}", "the name", local, better, without=ODD_LOCAL)


def _mended(field: Field, value: str, proof: str, read: str, right: str, *, without: str) -> Field:  # noqa: PLR0913
    issue = Issue(
        code="email-repaired",
        message=f"{read!r} was read; {right!r} is what {proof} says. Compare the e-mail.",
    )
    others = tuple(one for one in field.issues if one.code != without)  # which is explained now
    return replace(field, value=value, issues=(*others, issue))


def _proved_by_name(field: Field, local: str, name: Candidate, belief: float) -> str | None:
    """The local part that repeats the name, if one that is easily misread as this one does."""
    words = (name.value or name.raw).split()
    least = max(PROOF, mailbox_fit(words, [local]))
    shapes = LOOK_ALIKES | (JOINED_LOOK_ALIKES if all(map(_is_known, words)) else {})
    twins = [*_twins(field.raw, local, shapes), *_without_label(field, local)]
    if belief < CLEAR_LINE and all(map(_is_known, words)):
        twins += _with_word_of(words, local)
    return next((one for one in twins if mailbox_fit(words, [one]) > least), None)


def _without_label(field: Field, local: str) -> Iterator[str]:
    """The local part without the first letters, where a label ran into it and its colon with it."""
    if any(issue.code == GLUED for issue in field.issues):
        yield from (local[cut:] for cut in range(1, LETTERS_OF_A_COLON + 1))


def _with_word_of(words: Iterable[str], local: str) -> Iterator[str]:
    """The local part with a long word of the name in the place of one that differs in a single letter."""
    for word in map(letters, words):
        for at in range(len(local) - len(word) + 1) if len(word) >= LONG_WORD else ():
            if sum(a != b for a, b in zip(word, local[at:], strict=False)) == 1:
                yield local[:at] + word + local[at + len(word) :]


def _with_known_suffix(host: str, field: Field, company: Candidate | None) -> str | None:
    """The host with the one usual suffix that differs in a letter from one that does not exist."""
    name, _, suffix = host.rpartition(".")
    if company is None or not any(issue.code == ODD_DOMAIN for issue in field.issues):
        return None
    near = [one for one in USUAL_SUFFIXES if Levenshtein.distance(one, suffix) == 1]
    fits = domain_fit(company.value or company.raw, [name.rpartition(".")[2]]) >= MOST
    return f"{name}.{near[0]}" if fits and len(near) == 1 else None


def _is_sound(name: Candidate, local: str) -> bool:
    """Whether each word of a name is a known one, or one that the e-mail repeats as it is."""
    return all(
        _is_known(word) or letters(word) in letters(local) for word in (name.value or name.raw).split()
    )


def _is_known(word: str) -> bool:
    return is_given_name(word) or is_family_name(word)


def _twins(raw: str, local: str, shapes: dict[str, str]) -> Iterator[str]:
    """The local part with one look-alike changed, as far as it is read in the raw text."""
    read = "".join(raw.partition("@")[0].split())[-len(local) :]
    if read.lower() != local:
        return
    for shape, letter in shapes.items():
        for match in re.finditer(re.escape(shape), read):
            yield local[: match.start()] + letter + local[match.end() :]
