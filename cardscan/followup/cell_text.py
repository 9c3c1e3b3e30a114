"""Texts as they stand in a cell of the queue: one line, no control characters."""

from __future__ import annotations

import re
import unicodedata

SEPARATOR = "; "
"""Stands between the values of a cell that holds several."""

_RUNS_OF_SPACES = re.compile(" {2,}")
_INVISIBLE = frozenset("\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Nobody sees them: a byte-order mark makes equal texts differ, the others turn the text around them."""


def one_line(text: str) -> str:
    r"""``text`` as a cell can hold it.

    Line breaks and tabs become a space, other control characters go, lone
    surrogates (a file name that is no UTF-8) become U+FFFD, runs of spaces one space;
    what would turn the writing direction goes too.

    Example:
        >>> one_line("12 Quay Street\r\n Harbourton\x00 ")
        '12 Quay Street Harbourton'
    """
    return _RUNS_OF_SPACES.sub(" ", "".join(_plain(character) for character in text)).strip()


def one_value(text: str) -> str:
    """``text`` as one value of a cell that may hold several: without the separator.

    Example:
        >>> one_value("Sales; Marketing")
        'Sales, Marketing'
    """
    return one_line(text).replace(SEPARATOR, ", ")


def values(texts: tuple[str, ...]) -> tuple[str, ...]:
    """``texts`` as the values of one cell: clean, none empty, none twice, in their order."""
    return tuple(dict.fromkeys(value for text in texts if (value := one_value(text))))


def _plain(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Cc", "Zl", "Zp"):
        return " " if character.isspace() else ""
    if category == "Cs":
        return "\ufffd"
    return "" if character in _INVISIBLE else character
