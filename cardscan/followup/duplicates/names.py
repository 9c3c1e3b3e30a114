"""How alike two people's names are, with an eye for what readers misread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import OSA

from cardscan.parse.lexicons import names
from cardscan.parse.text import is_cjk

if TYPE_CHECKING:
    from collections.abc import Iterator

Likeness = Literal["same", "misread", "near", "alike", "other"]
"""How two names go together.

``same``: the same words in any order, be they joined or apart.  ``misread``: but for one
letter, or for letters that look the same.  ``near``: but for two letters.  ``alike``:
colleagues and kin are called so, and so is one person: an initial, a name in the middle,
two given names of one letter's difference.  ``other``: two people, or no name.
"""

Name = tuple[str, ...]
"""The words of a name, bare, in the order printed."""

_LOOK_ALIKE = str.maketrans("i1|05", "lllos")

_LONG_WORD = 8
"""Letters from which two misread ones in a word are no other word."""

_SHORTEST_WORD = 3
"""Letters below which another letter makes another word: "Li" and "Lu"."""


def folded(text: str) -> str:
    """A bare text with letters made one that readers take for each other.

    Example:
        >>> folded("wi11iarn") == folded("william")
        True
    """
    text = text.translate(_LOOK_ALIKE)
    for seen, meant in (("rn", "m"), ("vv", "w"), ("cl", "d")):
        text = text.replace(seen, meant)
    return text


def likeness(one: Name, other: Name) -> Likeness:
    """How alike two names are.

    Args:
        one: The words of a name, bare, in the order printed.
        other: Those of the other.

    Example:
        >>> likeness(("ada", "winter"), ("ada", "wlnter"))
        'misread'
        >>> likeness(("a", "winter"), ("ada", "winter"))
        'alike'
    """
    if not (one and other):
        return "other"
    if sorted(one) == sorted(other) or "".join(one) == "".join(other):
        return "same"
    if is_cjk("".join(one)) or is_cjk("".join(other)):  # one sign more or less is another name
        return "other"
    found: Likeness = min(
        (_letters_apart(pairs) for pairs in _aligned(one, other)), key=_worth, default="other"
    )
    return found if found != "other" else _in_short(one, other)


def _worth(found: Likeness) -> int:
    return ("same", "misread", "near", "alike", "other").index(found)


def _aligned(one: Name, other: Name) -> Iterator[tuple[tuple[str, str], ...]]:
    """The words of two names side by side, the family name last or first."""
    if len(one) == len(other):
        for turned in dict.fromkeys((other, other[1:] + other[:1], other[-1:] + other[:-1])):
            yield tuple(zip(one, turned, strict=True))


def _letters_apart(pairs: tuple[tuple[str, str], ...]) -> Likeness:
    apart = [OSA.distance(folded(a), folded(b)) for a, b in pairs]
    if sum(apart) > 2 or not all(map(_may_be_misread, pairs, apart)):  # noqa: PLR2004 - "near" is two letters
        return "other"
    if any(n and _are_given_names(*pair) for pair, n in zip(pairs[:-1], apart, strict=False)):
        return "alike"
    return "misread" if sum(apart) < 2 else "near"  # noqa: PLR2004 - see above


def _may_be_misread(pair: tuple[str, str], apart: int) -> bool:
    shortest = min(map(len, pair))
    return apart <= (0 if shortest < _SHORTEST_WORD else 1 if shortest < _LONG_WORD else 2)


def _are_given_names(one: str, other: str) -> bool:
    """Whether both are names that people have: Jan and Jon are two people, Jan and Jcn are one."""
    return one in names("given") and other in names("given")


def _in_short(one: Name, other: Name) -> Likeness:
    """Whether one name is the other in short: with an initial, without a name in the middle."""
    short, long = sorted((one, other), key=lambda name: (len(name), len("".join(name))))
    if not set(short) & set(long) or max(map(len, set(short) & set(long))) == 1:
        return "other"
    rest = list(long)
    for word in sorted(short, key=len, reverse=True):
        found = next((one for one in rest if _is_short_for(word, one)), None)
        if found is None:
            return "other"
        rest.remove(found)
    return "alike" if len(short) > 1 else "other"


def _is_short_for(one: str, other: str) -> bool:
    return one == other or (1 in (len(one), len(other)) and one[0] == other[0])
