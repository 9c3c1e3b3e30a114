"""A reader that has a second one read, in further languages, what it cannot read itself."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING
from unicodedata import name

from cardscan import geometry
from cardscan.errors import UsageError
from cardscan.ocr.readers.passes import SeenWord
from cardscan.ocr.record import WordBox
from cardscan.ocr.scripts.table import BY_CODE, READ_ANYWAY, UNREAD, script_of_letter, scripts_of
from cardscan.ocr.scripts.weak import weak_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.geometry import Quad
    from cardscan.ocr.reader import Pixels, Reader
    from cardscan.ocr.readers.tesseract import TesseractReader

CODE = re.compile(r"(?:script/)?[A-Za-z0-9_]{1,40}")
"""What a language code looks like; the codes become arguments of a program."""

NO_LANGUAGES = ("osd", "equ", "snum")
"""What lies among Tesseract's data and is no language: orientation, equations, serial numbers."""

TAKERS = ("rapidocr", "tesseract")
"""Names of the readers that can be told languages."""

LEAST_YIELD, LEAST_BELIEF = 1.0, 0.85
"""Below these a piece is read again: more of them than have no reading to speak of, for a piece in
no asked script stays as it was."""

BELIEVED = 0.5
"""Belief from which Tesseract's word in an asked script is taken for what it says."""

SHOWN = 40
"""Characters of a wrong code that are shown."""

WORD_GAP = 0.25
"""Gap, in heights of the letters, from which two Thai letters belong to two words."""

SURE = 0.9
"""Belief from which a number or a Latin word of the first reader stays where Tesseract's comes to lie."""


def check_languages(languages: str) -> str:
    """Tesseract's language codes, joined by "+".

    Args:
        languages: Codes parted by "+" or commas.

    Raises:
        UsageError: One of them is no code.

    Example:
        >>> check_languages("rus, ell")
        'rus+ell'
    """
    codes = [code.strip() for code in re.split(r"[+,]", languages)]
    for code in codes:
        if not CODE.fullmatch(code) or code in NO_LANGUAGES:
            raise UsageError(
                f"{code[:SHOWN]!r} is no language code; give Tesseract's, like --lang kor or --lang rus+ell."
            )
    return "+".join(dict.fromkeys(codes))


class LanguagesReader:
    """Has one reader find and read all text, and Tesseract read again what came out weak.

    Tesseract's words count only where they are in a script of the languages asked for;
    all weak pieces of a card are read by one process.

    Args:
        first: Finds the text and reads what it can.
        second: Reads the rest, in its languages.

    Attributes:
        name: Both, as in "rapidocr+kor".
        knows_doubt: Whether reading a line again tells more; see ``Reader``.
        scripts: ISO 15924 codes of the scripts that the second one adds.
    """

    def __init__(self, first: Reader, second: TesseractReader) -> None:
        self.name = f"{first.name}+{second.languages}"
        self.knows_doubt = first.knows_doubt
        self.scripts = scripts_of(second.languages)
        letters = {BY_CODE[code].unicode for code in self.scripts}
        self._not_asked_for = {script.unicode for script in UNREAD} - letters if letters else set()
        self._first = first
        self._second = second

    def find_text(self, pixels: Pixels) -> tuple[Quad, ...]:
        """Where text stands; see ``Reader``."""
        return self._first.find_text(pixels)

    def read(self, pixels: Pixels, texts: Sequence[Quad] | None = None) -> tuple[WordBox, ...]:
        """The words in an upright picture; see ``Reader``."""
        found = [geometry.most_upright(text) for text in (self.find_text(pixels) if texts is None else texts)]
        words = self._first.read(pixels, found)
        weak = weak_texts(found, words, least_yield=LEAST_YIELD, least_belief=LEAST_BELIEF)
        pieces = zip(weak, self._second.read_texts(pixels, weak), strict=True) if weak else ()
        again = [(text, seen) for text, seen in pieces if self._is_asked_for(seen)]
        kept, added = list(words), []
        for text, seen in again:
            there = [word for word in kept if geometry.contains(text, geometry.center(word.quad))]
            kept = [word for word in kept if word not in there]
            added.append(self._merged(there, seen))
        first_free = max((word.piece for word in words), default=-1) + 1
        return (*kept, *chain.from_iterable(_numbered(added, first_free)))

    def read_lines(self, strips: Sequence[Pixels]) -> tuple[tuple[str, float], ...]:
        """The text of strips of one line each; see ``Reader``."""
        return self._first.read_lines(strips)

    def _is_asked_for(self, seen: Iterable[SeenWord]) -> bool:
        return any(self._is_in_script(word.text) and word.confidence >= BELIEVED for word in seen)

    def _is_in_script(self, text: str) -> bool:
        """Whether a word has letters of a script that may be asked for: the table does not know all."""
        scripts = {script for letter in text if (script := script_of_letter(letter))}
        return bool(scripts - {*READ_ANYWAY, *self._not_asked_for})

    def _merged(self, there: Sequence[WordBox], seen: Sequence[SeenWord]) -> list[WordBox]:
        """One piece, left to right: the first reader's sure numbers and names, else Tesseract's words."""
        sure = [word for word in there if word.confidence >= SURE and any(map(str.isalnum, word.text))]
        words = [
            WordBox(text=word.text, quad=word.quad, confidence=word.confidence, piece=0)
            for word in _closed(seen)
            if word.confidence >= BELIEVED
            and (self._is_in_script(word.text) or not any(_is_over(word.quad, other.quad) for other in sure))
        ]
        free = [word for word in sure if not any(_is_over(word.quad, other.quad) for other in words)]
        return sorted([*words, *free], key=lambda word: geometry.center(word.quad)[0])


def _closed(seen: Iterable[SeenWord]) -> Iterator[SeenWord]:
    """The words as they are written: Tesseract parts Thai, which has no spaces, letter by letter."""
    run: list[SeenWord] = []
    for word in seen:
        if run and not (_is_thai(run[-1]) and _is_thai(word) and _touches(run[-1].quad, word.quad)):
            yield _one(run)
            run = []
        run.append(word)
    if run:
        yield _one(run)


def _is_thai(word: SeenWord) -> bool:
    return any(name(letter, "").startswith("THAI") for letter in word.text)


def _touches(left: Quad, right: Quad) -> bool:
    height = max(geometry.size(left)[1], geometry.size(right)[1])
    return right[0][0] - left[1][0] < WORD_GAP * height


def _one(run: Sequence[SeenWord]) -> SeenWord:
    first, last = run[0].quad, run[-1].quad
    return SeenWord(
        text="".join(word.text for word in run),
        quad=(first[0], last[1], last[2], first[3]),
        confidence=sum(word.confidence for word in run) / len(run),
    )


def _is_over(quad: Quad, other: Quad) -> bool:
    """Whether either quad's middle lies on the other."""
    return geometry.contains(other, geometry.center(quad)) or geometry.contains(quad, geometry.center(other))


def _numbered(pieces: Iterable[Sequence[WordBox]], first: int) -> Iterator[Iterator[WordBox]]:
    for number, words in enumerate(pieces, start=first):
        yield (
            WordBox(text=word.text, quad=word.quad, confidence=word.confidence, piece=number)
            for word in words
        )
