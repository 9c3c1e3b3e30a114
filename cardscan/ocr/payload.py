"""What a code says is a stranger's text: it is cut to a length and freed of what does not print."""

from __future__ import annotations

import unicodedata

LONGEST = 4_300
"""Characters; a QR code holds 4,296 letters at most (ISO/IEC 18004), digits alone say nothing here."""

_KEPT = frozenset("\n\u200c\u200d")
"""Line breaks part the fields; the joiners belong to Persian and Indic words."""

_UNPRINTABLE = frozenset({"Cc", "Cf", "Cs", "Cn"})
"""Unicode's controls, marks of format and direction, surrogates and code points that mean nothing."""

_BREAKS = str.maketrans({"\r": "\n", "\v": "\n", "\f": "\n", "\u0085": "\n", "\u2028": "\n", "\u2029": "\n"})


def harmless(text: str) -> str:
    r"""The text without what does not print, cut to ``LONGEST`` characters.

    Line breaks of all kinds become a line feed, tabs a space.

    Example:
        >>> harmless("N:Jane\x00\r\nTEL:1\u202e")
        'N:Jane\nTEL:1'
    """
    lines = text[:LONGEST].replace("\r\n", "\n").translate(_BREAKS).replace("\t", " ")
    return "".join(char for char in lines if char in _KEPT or unicodedata.category(char) not in _UNPRINTABLE)
