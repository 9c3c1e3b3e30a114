"""Texts as they stand in a cell of the queue: one line, no control characters."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

SEPARATOR = "; "
"""Stands between the values of a cell that holds several."""

_RUNS_OF_SPACES = re.compile(" {2,}")
_INVISIBLE = frozenset("\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Nobody sees them: a byte-order mark makes equal texts differ, the others turn the text around them."""


_DRIVING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""What JSON leaves as it is, and a terminal, or an editor, obeys; lone surrogates are in no UTF-8."""


def json_text(
    data: object, *, indent: int | None = None, default: Callable[[Any], object] | None = None
) -> str:
    r"""``data`` as JSON in the characters it is written in, but for those that drive a terminal.

    Args:
        data: What JSON can hold.
        indent: Spaces by which what is inside of something else is indented; None for one line.
        default: Makes what JSON can hold out of what it cannot.

    Example:
        >>> print(json_text({"name": "Zoë \x9b31m"}))
        {"name": "Zoë \u009b31m"}
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, default=default)
    return _DRIVING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


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
