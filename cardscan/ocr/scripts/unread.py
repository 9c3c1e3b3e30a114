"""Which scripts stand on a card that its reader does not know."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cardscan.ocr.scripts.table import BY_CODE, UNKNOWN, UNREAD, script_of_letter
from cardscan.ocr.scripts.weak import length, weak_texts
from cardscan.ocr.warp import strip

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels
    from cardscan.ocr.record import WordBox

LEAST_LENGTH = 6.0
"""Heights of a line that the weak pieces of a card have together; those of logos have 2 to 4."""

MANY_PIECES, LARGE_SHARE = 3, 0.25
"""Weak pieces on a card, or their share of all, that more than a logo has."""

LIKELY, SURE = 0.5, 0.8
"""Chance of a script from which many weak pieces, or any, are taken to be in it."""

PARTLY_READ = 4
"""Letters of a script that the reader knows in part, as it does Greek, without its accents."""


def unread_scripts(
    pixels: Pixels, texts: Sequence[Quad], words: Sequence[WordBox], *, known: Collection[str] = ()
) -> tuple[str, ...]:
    """The scripts in which part of a card is probably printed and was not read.

    Args:
        pixels: The card, uint8, shape (height, width, 3), BGR.
        texts: Where text stands on it, each quad from the text's own top left.
        words: What was read.
        known: Codes of scripts that the reader was asked to read.

    Returns:
        ISO 15924 codes, sorted; "Zzzz" where it cannot be told which script it is.
    """
    found = {_of_weak(pixels, texts, words), *_partly_read(words)} - {"", *known}
    if UNKNOWN in found and known:  # what was asked for may be read badly, and no other script stands there
        found.discard(UNKNOWN)
    return tuple(sorted(found))


def _of_weak(pixels: Pixels, texts: Sequence[Quad], words: Sequence[WordBox]) -> str:
    """The script of the weak pieces; empty where there are too few, or they are of no such script."""
    weak = weak_texts(texts, words)
    if sum(map(length, weak)) < LEAST_LENGTH:
        return ""
    from cardscan.ocr.scripts.teller import likely_script  # noqa: PLC0415 - hardly any card needs the weights

    script, chance = likely_script([strip(pixels, text) for text in weak])
    share = len(weak) / len(texts)
    many = len(weak) >= MANY_PIECES or share >= LARGE_SHARE
    if script in BY_CODE and chance >= (LIKELY if many else SURE):
        return script
    return UNKNOWN if share >= LARGE_SHARE and len(weak) > 1 and script != "Zyyy" else ""


def _partly_read(words: Sequence[WordBox]) -> set[str]:
    letters = Counter(script_of_letter(letter) for word in words for letter in word.text)
    return {script.code for script in UNREAD if letters[script.unicode] >= PARTLY_READ}
