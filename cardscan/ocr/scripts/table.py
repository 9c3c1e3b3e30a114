"""The scripts that the default reader does not read, and the languages by which Tesseract reads them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A script.

    Attributes:
        code: ISO 15924 code.
        name: As a person calls it.
        unicode: The first word of the names that Unicode gives its letters.
        languages: Tesseract's codes of languages written in it, the most spoken first.
    """

    code: str
    name: str
    unicode: str
    languages: tuple[str, ...]


UNKNOWN = "Zzzz"
"""ISO 15924 for a script that is not known."""

UNREAD = (
    Script(
        code="Arab", name="Arabic", unicode="ARABIC", languages=("ara", "fas", "urd", "pus", "uig", "snd")
    ),
    Script(
        code="Cyrl",
        name="Cyrillic",
        unicode="CYRILLIC",
        languages=("rus", "ukr", "bul", "srp", "bel", "mkd", "kaz", "kir", "mon", "tgk", "uzb_cyrl", "tat"),
    ),
    Script(code="Deva", name="Devanagari", unicode="DEVANAGARI", languages=("hin", "mar", "nep", "san")),
    Script(code="Grek", name="Greek", unicode="GREEK", languages=("ell", "grc")),
    Script(code="Hang", name="Korean", unicode="HANGUL", languages=("kor", "kor_vert")),
    Script(code="Hebr", name="Hebrew", unicode="HEBREW", languages=("heb", "yid")),
    Script(code="Thai", name="Thai", unicode="THAI", languages=("tha",)),
)

BY_CODE = {script.code: script for script in UNREAD}

READ_ANYWAY = ("LATIN", "CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "FULLWIDTH", "HALFWIDTH")
"""First words of the Unicode names of letters that the default reader reads."""


def scripts_of(languages: str) -> tuple[str, ...]:
    """The codes of the scripts of some languages, as far as they are in ``UNREAD``.

    Args:
        languages: Tesseract's codes joined by "+".

    Example:
        >>> scripts_of("rus+ell+eng")
        ('Cyrl', 'Grek')
    """
    asked = languages.split("+")
    return tuple(script.code for script in UNREAD if any(code in script.languages for code in asked))


def script_of_letter(letter: str) -> str:
    """The first word of a letter's Unicode name, "GREEK"; empty for what is no letter or has no name."""
    return unicodedata.name(letter, "").split(" ")[0] if letter.isalpha() else ""
