"""What a payload states, one piece at a time, whatever its form is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cardscan.ocr.payload import harmless

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One property of a vCard, or what corresponds to it elsewhere.

    Attributes:
        name: The property's name in capitals, as vCard calls it: "TEL".
        value: Its value as written, with escapes; components parted by ";".
        types: Its TYPE parameters in small letters: "cell".
    """

    name: str
    value: str
    types: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The value as one text on one line."""
        return plain(self.value)

    @property
    def components(self) -> tuple[str, ...]:
        """The components of a structured value, each on one line."""
        return tuple(map(plain, parted(self.value, ";")))


def plain(value: str) -> str:
    r"""A value without escapes, controls and needless space.

    Example:
        >>> plain(r"Harbour\, Bakery\n& Sons ")
        'Harbour, Bakery & Sons'
    """
    unescaped = _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)
    return " ".join(harmless(unescaped).split())


def parted(value: str, mark: str) -> list[str]:
    r"""A value parted at a mark that no backslash escapes; the escapes stay.

    Example:
        >>> parted(r"a\;b;c", ";")
        ['a\\;b', 'c']
    """
    parts = [""]
    escaped = False
    for char in value:
        if char == mark and not escaped:
            parts.append("")
        else:
            parts[-1] += char
        escaped = char == "\\" and not escaped
    return parts
