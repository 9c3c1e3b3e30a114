"""Which of the owner's materials a note promises: "the price list", "the article"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from cardscan.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cardscan.followup.settings import Material

LARGEST_FILE_MB = 10
"""What most mailboxes still take: 25 MB at most, less a third for Base64, and many allow half of that."""

_LARGEST_FILE_BYTES = LARGEST_FILE_MB * 1024 * 1024
_LONGEST_NOTE = 10_000
_CLAUSE = re.compile(r"[.,;:!?\n\r/()]+| [-–—] ")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_DETERMINERS = frozenset(
    {"our", "the", "my", "a", "an", "your", "this"}
    | {
        "unser",
        "unsere",
        "unseren",
        "mein",
        "meine",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "ein",
        "eine",
        "einen",
    }
    | {"notre", "nos", "mon", "ma", "mes", "le", "la", "les", "un", "une", "du", "des"}
    | {"nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis", "el", "los", "las", "una"}
)
_WITHOUT = frozenset({"no", "without", "sent", "kein", "keine", "keinen", "ohne", "sans", "sin"})
"""Right before a material, they say that it is not to be sent."""
_NOT = frozenset(
    {"not", "never", "don't", "doesn't", "didn't", "won't", "dont", "doesnt", "already"}
    | {"nicht", "nie", "schon", "bereits", "pas", "déjà", "ya"}
)
"""The same, up to three words before it."""
_ONE_SLIP_FROM, _TWO_SLIPS_FROM = 7, 12
"""Letters from which on a word may hold one or two slips: "desk" is not a misspelt "deck"."""


def promised(notes: Sequence[str], materials: Sequence[Material]) -> tuple[Material, ...]:
    """The materials that notes speak of, as whole words; slight misspellings count.

    "no brochure", "sent the price list" and "does not want the deck" promise nothing.

    Args:
        notes: What the owner wrote about a contact.
        materials: What the owner sends people.

    Returns:
        Each material that is promised once, in the order of ``materials``.
    """
    clauses = [clause for note in notes for clause in _clauses(note)]
    return tuple(each for each in materials if any(_speaks_of(clause, each) for clause in clauses))


def attachment(material: Material) -> Path | None:
    """The file of a material, checked that it can be sent; None for one without a file.

    Raises:
        RecordError: The file is not there, is no file, or is too big.
    """
    path = material.file
    if path is None:
        return None
    if not path.is_file():
        raise RecordError(
            str(path),
            f"this file of the material {material.name!r} is not there. Put it there, or correct "
            "its file in the settings",
        )
    size = path.stat().st_size
    if size > _LARGEST_FILE_BYTES:
        raise RecordError(
            str(path),
            f"the material {material.name!r} has {size / 1024 / 1024:.1f} MB, and mailboxes refuse more than "
            f"{LARGEST_FILE_MB} MB. Make it smaller, or give a link in the settings instead of the file",
        )
    return path


def _clauses(note: str) -> Iterator[tuple[str, ...]]:
    for part in _CLAUSE.split(note[:_LONGEST_NOTE]):
        yield tuple(_words(part))


def _words(text: str) -> list[str]:
    return [word.replace("’", "'") for word in _WORD.findall(text.casefold())]


def _speaks_of(clause: tuple[str, ...], material: Material) -> bool:
    phrases = [_without_determiner(_words(phrase)) for phrase in (material.name, *material.words)]
    return any(_stands_in(clause, phrase) for phrase in phrases if phrase)


def _without_determiner(words: list[str]) -> list[str]:
    return words[1:] if len(words) > 1 and words[0] in _DETERMINERS else words


def _stands_in(words: tuple[str, ...], phrase: list[str]) -> bool:
    """Whether a phrase stands in a clause, not denied; "pricelist" is "price list" too."""
    wanted = "".join(phrase)
    return any(
        _same("".join(words[start : start + count]), wanted) and not _denied(words[:start])
        for count in {max(len(phrase) - 1, 1), len(phrase), len(phrase) + 1}
        for start in range(len(words) - count + 1)
    )


def _same(written: str, wanted: str) -> bool:
    if written == wanted:
        return True
    slips = (len(wanted) >= _ONE_SLIP_FROM) + (len(wanted) >= _TWO_SLIPS_FROM)
    # The first letter is seldom wrong: an "article" is no "particle".
    return (
        bool(slips)
        and written[:1] == wanted[:1]
        and OSA.distance(written, wanted, score_cutoff=slips) <= slips
    )


def _denied(before: tuple[str, ...]) -> bool:
    while before and before[-1] in _DETERMINERS:
        before = before[:-1]
    return bool(before) and (before[-1] in _WITHOUT or not _NOT.isdisjoint(before[-3:]))
