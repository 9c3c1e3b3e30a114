"""Whether a printed value and a code's are the same, a misreading apart, or two values."""

from __future__ import annotations

import re
from enum import Enum
from typing import TYPE_CHECKING

from rapidfuzz import fuzz
from rapidfuzz.distance.Levenshtein import distance

from cardscan.parse.text import bare, is_cjk, letters, tokens

if TYPE_CHECKING:
    from cardscan.parse.candidate import Candidate
    from cardscan.parse.record import Field

MOST_MISREAD = 2
"""Letters or digits that a reader gets wrong in one value; more is another value."""

SHORTEST_MISREAD = 7
"""Letters or digits from which two values that differ in so few are hardly two values."""

DIRECT_DIALS = 2
"""Last digits in which two numbers of one firm differ: "…0101" and "…0102"."""

ALIKE_ADDRESSES = 80
"""Share of common words in percent from which two addresses are one."""


class Likeness(Enum):
    """How a printed value stands to a code's."""

    SAME = "same"
    MISREAD = "misread"
    OTHER_FORM = "other form"
    UNCLEAR = "unclear"
    DIFFERENT = "different"


def compare(printed: Field, coded: Candidate) -> Likeness:
    """How a printed value stands to a code's of the same kind."""
    stated = coded.value or coded.raw
    if printed.kind == "phone":
        return _phones(digits_of(printed), digits_of(coded))
    if printed.kind == "address":
        words = (" ".join(tokens(bare(text))) for text in (printed.text, stated))
        alike = fuzz.token_set_ratio(*words) >= ALIKE_ADDRESSES
        return Likeness.OTHER_FORM if alike else Likeness.DIFFERENT
    if printed.kind in ("email", "website", "social"):
        return _spellings(_plain_address(printed.text), _plain_address(stated))
    if printed.kind == "name" and is_cjk(printed.text) != is_cjk(stated):
        return Likeness.OTHER_FORM
    found = _spellings(letters(printed.text), letters(stated))
    if found is Likeness.DIFFERENT and _is_other_form(printed, stated):
        return Likeness.OTHER_FORM
    return found


def digits_of(value: Field | Candidate) -> str:
    """The digits of a phone, with its country's where they are known, without an extension."""
    return re.sub(r"\D", "", dict(value.parts).get("e164") or value.value or value.raw)


def _plain_address(text: str) -> str:
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", text.casefold()).rstrip("/")


def _spellings(printed: str, stated: str) -> Likeness:
    if printed == stated:
        return Likeness.SAME
    long_enough = min(len(printed), len(stated)) >= SHORTEST_MISREAD
    near = long_enough and distance(printed, stated, score_cutoff=MOST_MISREAD) <= MOST_MISREAD
    return Likeness.MISREAD if near else Likeness.DIFFERENT


def _phones(printed: str, stated: str) -> Likeness:
    """Printed digits may lack the country's, and have a zero in their place."""
    national = printed.lstrip("0")
    if national and stated.endswith(national) and len(national) >= SHORTEST_MISREAD:
        return Likeness.SAME
    same_length = stated[-len(national) :] if len(national) >= SHORTEST_MISREAD else ""
    if len(same_length) != len(national) or abs(len(stated) - len(printed)) > DIRECT_DIALS:
        return Likeness.DIFFERENT
    wrong = [at for at, pair in enumerate(zip(national, same_length, strict=True)) if pair[0] != pair[1]]
    if not 0 < len(wrong) <= MOST_MISREAD:
        return Likeness.DIFFERENT
    return Likeness.UNCLEAR if wrong[0] >= len(national) - DIRECT_DIALS else Likeness.MISREAD


def _is_other_form(printed: Field, stated: str) -> bool:
    """Whether one is a shorter or a turned form of the other: "J. Marlowe", "Marlowe Jane"."""
    one, other = ([letters(word) for word in re.split(r"[\s.,-]+", text)] for text in (printed.text, stated))
    short, long = sorted(([word for word in words if word] for words in (one, other)), key=len)
    if not short:
        return False
    if set(short) <= set(long):
        return True
    return printed.kind == "name" and short[-1] == long[-1] and short[0][0] == long[0][0]
