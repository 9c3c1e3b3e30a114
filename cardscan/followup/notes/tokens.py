"""A note in pieces: words, numbers and marks, each with its place."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_CHUNK = re.compile(r"\S+")
_PIECE = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*['’]?|\d+|!+|\S")
"""Each alternative starts with a character that no other one starts with, so the time is linear."""

_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One piece of a note.

    Attributes:
        text: As written.
        key: The same in lower case without accents, to be looked up.
        start: Where it begins, in characters from the note's start.
        end: Where it ends.
        glued: Whether no space stands before it.
        line_ends: Whether a line of the note ends before it.
    """

    text: str
    key: str
    start: int
    end: int
    glued: bool
    line_ends: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it consists of digits; no superscript and the like."""
        return self.text.isascii() and self.text.isdigit()

    @property
    def is_word(self) -> bool:
        """Whether it consists of letters."""
        return self.text[0].isalpha()


def tokens(text: str) -> tuple[Token, ...]:
    """The pieces of ``text`` in their order; a web or e-mail address is one piece.

    Args:
        text: A note.
    """
    found: list[Token] = []
    before = 0
    for chunk in _CHUNK.finditer(text):
        line_ends = "\n" in text[before : chunk.start()]
        before = chunk.end()
        for index, (start, end) in enumerate(_pieces(chunk.group())):
            piece = chunk.group()[start:end]
            found.append(
                Token(
                    text=piece,
                    key=folded(piece),
                    start=chunk.start() + start,
                    end=chunk.start() + end,
                    glued=index > 0,
                    line_ends=line_ends and index == 0,
                )
            )
    return tuple(found)


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """``word`` in lower case, without accents, with a straight apostrophe.

    Example:
        >>> folded("Février")
        'fevrier'
    """
    bare = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(character for character in bare if not unicodedata.combining(character))


def _pieces(chunk: str) -> list[tuple[int, int]]:
    if "@" in chunk or _ADDRESS.match(chunk):
        return [(0, len(chunk))]
    return [piece.span() for piece in _PIECE.finditer(chunk)]
