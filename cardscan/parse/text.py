"""What a text is made of: folding, scripts, tokens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

CJK = re.compile(r"[぀-ヿ㐀-䶿一-鿿豈-﫿가-힯々〆]")
"""Japanese, Chinese and Korean letters."""

LATIN_SPECIAL = str.maketrans(
    {
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "æ": "ae",
        "Æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
    }
)
"""Letters that have no accent to take off and still have a plain spelling."""


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Lower case without accents, for comparing.

    Example:
        >>> bare("Łukasz Müller")
        'lukasz muller'
    """
    plain = unicodedata.normalize("NFKD", text.translate(LATIN_SPECIAL).casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Only the letters and digits, bare: what is left of a name in a domain.

    Example:
        >>> letters("Müller & Söhne")
        'mullersohne'
    """
    return "".join(char for char in bare(text) if char.isalnum())


def tokens(text: str) -> list[str]:
    """The words of a text as written, without punctuation around them.

    Example:
        >>> tokens("Dr. Ada O'Hara-Lind, CPA")
        ['Dr', 'Ada', "O'Hara-Lind", 'CPA']
    """
    return re.findall(r"[^\W_]+(?:['’.\-&/][^\W_]+)*", text)


@lru_cache(maxsize=4096)
def is_cjk(text: str) -> bool:
    """Whether at least half of the letters are Japanese, Chinese or Korean."""
    found = [char for char in text if char.isalpha()]
    return bool(found) and sum(bool(CJK.match(char)) for char in found) * 2 >= len(found)
