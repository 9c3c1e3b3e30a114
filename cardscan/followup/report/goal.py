"""What the owner wanted from an event, as a number: "three distributors"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERS = {
    1: "one",
    2: "two zwei deux dos couple",
    3: "three drei trois tres",
    4: "four vier quatre cuatro",
    5: "five fünf fuenf cinq cinco",
    6: "six sechs seis",
    7: "seven sieben sept siete",
    8: "eight acht huit ocho",
    9: "nine neun neuf nueve",
    10: "ten zehn dix diez",
    11: "eleven elf onze once",
    12: "twelve zwölf zwoelf douze doce dozen dutzend douzaine docena",
    15: "fifteen fünfzehn quinze quince",
    20: "twenty zwanzig vingt veinte",
    50: "fifty fünfzig cinquante cincuenta",
    100: "hundred hundert cent cien",
}
_WORDS = {word: number for number, spelled in _NUMBERS.items() for word in spelled.split()}
"""In English, German, French and Spanish; not the articles: "ein Gefühl" is no number."""

_DOZENS = frozenset({"dozen", "dutzend", "douzaine", "docena"})
_HALF = frozenset({"half", "halbes", "demi", "media"})

_NUMBER = re.compile(
    r"""(?<![\w.,€$£-])                        # not "B2", "Q3", "€5"
    (?:(?P<digits>\d{1,3}(?:[.,']\d{3})+|\d{1,6})(?![\w%]|[.,:]\d|\s?(?:%|€|\$|£|EUR|USD|GBP))
    |(?P<word>[^\W\d_]+))""",
    re.VERBOSE,
)
_YEARS = range(1900, 2100)


def goal_number(goal: str) -> int | None:
    """How many of something a goal asks for; None where it names no number.

    The first number counts, be it in digits or a word of English, German, French or
    Spanish; years, shares, prices and names such as "Q3" are none.

    Args:
        goal: As the owner wrote it.

    Example:
        >>> goal_number("at least 2 new clients"), goal_number("half a dozen demos"), goal_number("B2B")
        (2, 6, None)
    """
    return next((number for number, _ in _numbers(goal)), None)


def result_sentence(results: int, goal: str) -> str:
    """What was reached of a goal.

    Args:
        results: How many results count.
        goal: As the owner wrote it.

    Example:
        >>> result_sentence(1, "three distributors")
        '1 of 3 distributors'
        >>> result_sentence(2, "meet investors")
        '2 (goal: meet investors)'
    """
    found = next(_numbers(goal), None)
    if found is None:
        return f"{results} (goal: {one_line(goal)})" if goal.strip() else str(results)
    number, end = found
    return f"{results} of {number} {one_line(goal[end:]).strip(' .!')}".rstrip()


def _numbers(goal: str) -> Iterator[tuple[int, int]]:
    """Each number of a goal and where its text ends."""
    times: float = 1
    for match in _NUMBER.finditer(goal):
        word = (match["word"] or "").casefold()
        number = int(re.sub(r"\D", "", match["digits"])) if match["digits"] else _WORDS.get(word, 0)
        if word in _HALF:
            times = 0.5
        elif number and _is_before_dozen(goal, match.end()):
            times = number
        elif number and number not in (_YEARS if match["digits"] else ()):
            yield int(number * (times if word in _DOZENS else 1)), match.end()


def _is_before_dozen(goal: str, end: int) -> bool:
    following = re.match(r"\s+([^\W\d_]+?)s?\b", goal[end:])
    return following is not None and following[1].casefold() in _DOZENS
