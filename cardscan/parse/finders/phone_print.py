"""Numbers as they are printed: digit groups and the punctuation that holds them together."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from cardscan.parse.finders.phone_labels import extension_after

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cardscan.parse.candidate import Span

_CHAIN = re.compile(r"(?:\(?\s?\+\s?\(?\s?|\(\s?|(?<!\d))\d+(?:[ \-./~()]{1,4}\d+)*\)?")
_GROUP = re.compile(r"\d+")
_RANGE = re.compile(r"\s?(?:to|bis|till?)\s?\d{1,4}(?!\d)", re.IGNORECASE)
_VANITY = re.compile(
    r"(?<![\w+])(?:\+?1[-. ])?\(?8(?:00|33|44|55|66|77|88)\)?"
    r"(?:[-. ](?=[A-Z0-9.-]*[A-Z]{3})[A-Z0-9](?:[A-Z0-9.-]{5,10})[A-Z0-9]|[-.][A-Z][a-z]{6,9})(?![\w-])"
)
_IN_DIGITS = re.compile(r"\s?\(([\d -]{7,9})\)")
_KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
_DATE = r"\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|(?:19|20)\d{2})"
_DATES = re.compile(rf"(?<![\d+(./-]){_DATE}\s?[-~]\s?{_DATE}(?![\d./-])")
"""From one day to another; a single date is told by its form."""

_MISREAD = re.compile(
    r"(?<=\d)[OoIl](?=[\d])|(?<=\d[-. ])[OoIl](?=\d)|(?<=\d)[OoIl](?=[-. ]\d)|(?<=\d\d\d)[OoIl](?=[-. ]?\d|$)"
    r"|(?<![^\W\d_])[Oo](?=\d{2,4}[-. )]\s?\d)"
)
_BRACKETED_O = re.compile(r"(?<=\()\s?[Oo]\s?(?=\)[-. ]?\d)")
_AREA_CODE = re.compile(r"(?:\+\d{1,3}[ (0)-]*|\(?0)\d{1,4}\)?\s?")
_SHORT_TAIL = 4
_NUMBER_DIGITS = 6
_WHOLE_NUMBER = 9
_IDD = re.compile(r"00[1-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedNumber:
    """A number on a line, not yet checked.

    Attributes:
        line: Index of the line.
        start: Index of its first character.
        end: Index after its last character, its extension and range included.
        text: Its digits and punctuation, without extension.
        extension: Digits of its extension, or empty.
        completed: Whether its first digits come from the number before ("2345 / 2346").
        repaired: Whether a letter in it was taken for the digit it looks like.
        glued: Whether a letter stands right before it.
        continued: Where its last digits stand, if it is broken at a hyphen over two lines.
    """

    line: int
    start: int
    end: int
    text: str
    extension: str = ""
    completed: bool = False
    repaired: bool = False
    glued: bool = False
    continued: tuple[Span, ...] = ()

    @property
    def digits(self) -> str:
        """Its digits alone."""
        return re.sub(r"\D", "", self.text)


def printed_numbers(line: int, text: str) -> list[PrintedNumber]:
    """Every chain of digits on a line, cut where one number ends and the next begins.

    Args:
        line: Index of the line.
        text: Its narrow text, with what is taken struck out.
    """
    clean = _BRACKETED_O.sub(lambda match: match[0].replace("o", "0").replace("O", "0"), text)
    read = _MISREAD.sub(lambda match: "0" if match[0] in "Oo" else "1", clean)
    spans: list[tuple[int, int, str]] = []
    for match in _VANITY.finditer(read):
        digits = match[0].upper().translate(_KEYPAD)
        end = _end_in_digits(read, match.end(), digits)
        spans.append((match.start(), end, digits))
        read = _blanked(read, match.start(), end)
    for match in _DATES.finditer(read):
        read = _blanked(read, *match.span())
    for match in _CHAIN.finditer(read):
        spans.extend(_cut(match[0], match.start()))
    numbers = [_number(line, read, span, clean) for span in sorted(spans)]
    return _without_extensions(_completed(numbers, read))


def _end_in_digits(text: str, end: int, digits: str) -> int:
    """Where a number in letters ends, with its last digits in brackets behind it if they are printed."""
    again = _IN_DIGITS.match(text, end)
    same = again and re.sub(r"\D", "", digits).startswith(re.sub(r"\D", "", again[1]), -7)
    return again.end() if again and same else end


def _blanked(text: str, start: int, end: int) -> str:
    return text[:start] + " " * (end - start) + text[end:]


def _number(line: int, text: str, span: tuple[int, int, str], clean: str) -> PrintedNumber:
    start, end, digits = span
    number_range = _RANGE.match(text, end)
    stop = number_range.end() if number_range else end
    extension, taken = extension_after(text[stop:]) or ("", 0)
    return PrintedNumber(
        line=line,
        start=start,
        end=stop + taken,
        text=digits,
        extension=extension,
        repaired=text[start:end] != clean[start:end] and digits == text[start:end],
        glued=start > 0 and text[start - 1].isalpha() and text[start - 1].isascii(),
    )


def _cut(chain: str, offset: int) -> Iterator[tuple[int, int, str]]:
    """Cut a chain at list signs, at a new country code and at a new bracketed area code."""
    start = 0
    groups = list(_GROUP.finditer(chain))
    for group, following in pairwise(groups):
        gap = chain[group.end() : following.start()]
        before = chain[start : group.end()]
        length = sum(char.isdigit() for char in before)
        if not _separates(gap, before, length, chain[following.start() :]):
            continue
        end = group.end() + gap.find(")") + 1 if ")" in gap and "(" in before else group.end()
        yield offset + start, offset + end, chain[start:end]
        start = following.start() - (1 if chain[following.start() - 1] in "(+" else 0)
    yield offset + start, offset + len(chain), chain[start:]


def _separates(gap: str, before: str, length: int, rest: str) -> bool:
    """Whether a new number begins behind a gap.

    Args:
        gap: What stands between two groups of digits.
        before: The number so far.
        length: Its digits.
        rest: The chain behind the gap.
    """
    if "~" in gap:
        return True
    if "/" in gap:
        return not _AREA_CODE.fullmatch(before)
    if length < _NUMBER_DIGITS:
        return False
    return "(" in gap or (length >= _WHOLE_NUMBER and _opens_with_idd(rest))


def _opens_with_idd(text: str) -> bool:
    """Whether a number begins with 00 and a country code, and is long enough for one."""
    return _IDD.match(text) is not None and len(re.sub(r"\D", "", text)) > _WHOLE_NUMBER


def _completed(numbers: list[PrintedNumber], text: str) -> list[PrintedNumber]:
    """Give a short second number of a list the first digits of the one before it."""
    out: list[PrintedNumber] = []
    for number in numbers:
        first = out[-1] if out else None
        gap = text[first.end : number.start] if first else ""
        sign = gap.strip()
        if first is None or len(number.digits) > _SHORT_TAIL or len(first.digits) < _NUMBER_DIGITS:
            out.append(number)
        elif sign == "~":
            out[-1] = replace(first, end=number.end)
        elif sign in ("/", "&", ",") and len(number.digits) < len(first.digits) and number.text.isdigit():
            body = first.text.rstrip(")")
            out.append(replace(number, text=body[: -len(number.digits)] + number.text, completed=True))
        else:
            out.append(number)
    return out


def _without_extensions(numbers: list[PrintedNumber]) -> list[PrintedNumber]:
    """Leave out the digits that the number before has taken as its extension or range."""
    out: list[PrintedNumber] = []
    for number in numbers:
        if not out or number.start >= out[-1].end:
            out.append(number)
    return out
