"""A misread letter of an e-mail is put right where the name proves it, and the repair is shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.evidence import mailbox_fit
from cardscan.parse.record import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field

LOOK_ALIKES = {"I": "l", "l": "i", "1": "l", "|": "l", "0": "o", "O": "o"}
"""Letters as they are read, and the letter that they may be in an address."""


ODD_LOCAL = "email-odd-local"
"""The code of a capital amid small letters."""

PROOF = 0.7
"""Fit of a name and a mailbox that chance does not make."""


def repaired(field: Field, name: Candidate | None) -> Field:
    """An e-mail with a letter that readers mix up put right where that makes it repeat the name.

    Args:
        field: A field as it was read.
        name: The person's name, if the card has one.

    Returns:
        The same field where it is no e-mail, or the name does not prove another letter.
    """
    if field.kind != "email" or field.value is None or name is None:
        return field
    words = (name.value or name.raw).split()
    local, _, host = field.value.partition("@")
    least = max(PROOF, mailbox_fit(words, [local]))
    better = next((one for one in _twins(field.raw, local) if mailbox_fit(words, [one]) > least), None)
    if better is None:
        return field
    issue = Issue(
        code="email-repaired",
        message=f"{local!r} was read before the @; {better!r} is what the name says. Compare the e-mail.",
    )
    others = tuple(one for one in field.issues if one.code != ODD_LOCAL)  # which is explained now
    return replace(field, value=f"{better}@{host}", issues=(*others, issue))


def _twins(raw: str, local: str) -> Iterator[str]:
    """The local part with one look-alike changed, as far as it is read in the raw text."""
    read = "".join(raw.partition("@")[0].split())[-len(local) :]
    if read.lower() != local:
        return
    for at, letter in enumerate(read):
        if letter in LOOK_ALIKES:
            yield local[:at] + LOOK_ALIKES[letter] + local[at + 1 :]
