"""Lines without what belongs to other fields: the stretches that may be address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from cardscan.parse.finders.narrow import TAKEN, free_texts, narrow
from cardscan.parse.lexicons import table, words
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.candidate import Span

EDGE = " \t,;:|/\\•·■●-–—_=<>«»*~"
"""Characters that are no part of an address at its ends."""

END_EDGE = "".join(char for char in EDGE if char not in ",;") + "([（"
"""The same at a stretch's end, where a comma says that the address goes on."""

CUT = re.compile(r"\s*[|•●■]\s*|\s·\s|\s{3,}")
"""Between two things on one line."""

WATERMARK = re.compile(r"^\W*(?:C?S\s)?\s*(?:scanned\s*wit?h?|(?:cam)?scanner\b)\s*", re.IGNORECASE)
"""What a scanning app prints over the card's lower edge."""

HOUSES = r"(?:park|building|bldg|tower|cent(?:er|re)|complex|plaza|suite)s?\b"
"""Behind "office" they make it the name of a house and no label."""

LONE_LETTER = re.compile(r"(?:^|(?<=[\s,;|/]))[TMFPEDWOHABCR]\s?[.:]?\s*$|(?:^|(?<=[\s,;|/]))[a-z]\s?:\s*$")
"""A one-letter label of the number behind it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A stretch of a line that no other finder took.

    Attributes:
        line: Index of its line.
        start: Index of its first character in the line's text.
        end: Index after its last character.
        text: The stretch as read; empty where the line holds a bare label, or
            where something else stands that parts what is above from what is below.
        label: "main", "other" or "named" where an address label stands before it
            (the label itself is left out), else None.
    """

    line: int
    start: int
    end: int
    text: str
    label: str | None = None


def fragments_of(lines: Sequence[TextLine], taken: Iterable[Span]) -> tuple[tuple[Fragment, ...], ...]:
    """For each line what may be address in it, left to right.

    Args:
        lines: The lines of one reading.
        taken: Spans that belong to phones, e-mails, websites and the like.
    """
    free = free_texts(lines, taken)
    return tuple(tuple(_line_fragments(index, line.text, free[index])) for index, line in enumerate(lines))


def _line_fragments(index: int, text: str, free: str) -> Iterator[Fragment]:
    barrier = Fragment(line=index, start=0, end=0, text="")
    for number, run in enumerate(re.finditer(rf"[^{TAKEN}]+|{TAKEN}+", free)):
        if run.group()[0] == TAKEN:
            yield barrier
            continue
        label = _contact_inside().search(_unaccented(run.group()))
        end = run.start() + label.start() if label else run.end()
        if label or end < len(free):
            end = run.start() + len(without_contact_label(free[run.start() : end]))
        for start, stop in _pieces(free, run.start(), end):
            yield from _labelled(index, text, start, stop, opens=number == 0)


def _pieces(free: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the things that stand between two places on a line begin and end."""
    at = start
    for cut in CUT.finditer(free, start, end):
        yield at, cut.start()
        at = cut.end()
    firm = _firm().match(free, at, end)
    if firm:
        yield at, firm.end()
        at = firm.end()
    yield at, end


def _labelled(index: int, text: str, start: int, end: int, *, opens: bool) -> Iterator[Fragment]:
    mark = WATERMARK.match(text[start:end]) if opens else None
    start += mark.end() if mark else 0
    label, length = find_label(text[start:end])
    start, end = _stripped(text, start + length, end)
    stretch = text[start:end]
    if _contact_line().match(_unaccented(stretch)):
        stretch, end = "", start
    if stretch.strip(EDGE) or label:
        yield Fragment(line=index, start=start, end=end, text=stretch, label=label)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start] in EDGE or text[start] in ")]）"):
        start += 1
    while end > start and text[end - 1] in END_EDGE:
        end -= 1
    return start, end


def without_contact_label(text: str) -> str:
    """A stretch before a phone or an e-mail, without that one's label at its end.

    Example:
        >>> without_contact_label("Exampleton 500 016. Tel / Fax :")
        'Exampleton 500 016.'
    """
    while True:
        label = _contact_end().search(_unaccented(text))
        shorter = LONE_LETTER.sub("", text[: label.start()] if label else text).rstrip(END_EDGE)
        if shorter == text:
            return text
        text = shorter


def _unaccented(text: str) -> str:
    """Narrow text without the accents of Latin letters, one character for one."""
    return "".join(normalize("NFD", char)[0] if char < "\u0250" else char for char in narrow(text))


def find_label(text: str) -> tuple[str | None, int]:
    """The address label that a stretch begins with.

    Returns:
        "main", "other" or "named", and the label's length with what follows it; or
        None and 0.

    Example:
        >>> find_label("Head Office: 1 Example Road")
        ('main', 13)
    """
    plain = _unaccented(text)
    for kind, pattern in _label_patterns():
        match = pattern.match(plain)
        if match:
            return kind, match.end()
    return None, 0


@cache
def _label_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = table("address_labels")["labels"]
    ends, bare_ends = "|".join(listed["ends"]), "|".join(listed["bare_ends"])
    behind = r"\s*(?:\((?:[A-Z]|India)\)\s*)?[:;]\s*|\s+[-]\s*|\s*$"
    named = (
        rf"\W*(?:[^\W\d_]+[ .&]+){{1,3}}"
        rf"(?:(?:{ends})\s*:\s*|(?:{bare_ends})(?:\s+(?=\d|(?!{HOUSES})(?-i:[A-Z]{{2,}})\b|No\b)|\s*$))"
    )
    place = r"\s*[一-鿿]{1,5}\s*(?=〒)"
    return (
        *((kind, _label_pattern(listed[kind], behind)) for kind in ("other", "main")),
        ("named", re.compile(named, re.IGNORECASE)),
        ("named", re.compile(place)),
    )


def _label_pattern(labels: Iterable[str], behind: str) -> re.Pattern[str]:
    single = _alternatives(label for label in labels if " " not in label)
    several = _alternatives(label for label in labels if " " in label)
    return re.compile(
        rf"\W*(?:(?:{single})(?:{behind})|(?:{several})(?:{behind}|\s+(?=[\d#]|No\b|Plot\b)))", re.IGNORECASE
    )


def _alternatives(labels: Iterable[str]) -> str:
    ordered = sorted(labels, key=len, reverse=True)
    return "|".join(re.escape(label).replace(r"\ ", r"[\s.]*") + r"\.?" for label in ordered)


@cache
def _contact_words() -> str:
    kinds = ("mobile", "fax", "phone")
    listed = {word for kind in kinds for word in table("phone_labels")[kind]["words"]}
    return _alternatives({bare(word) for word in listed} | set(table("address_labels")["contact"]["words"]))


@cache
def _contact_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[\W\d_]))(?:{_contact_words()})(?:\s*(?:no|nos|number)\b)?[^\w]*(?:\([A-Za-z]\)\W*)?$",
        re.IGNORECASE,
    )


@cache
def _contact_line() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{_contact_words()})(?:\s*(?:no|nos)\b)?\.?\s*(?:[:(+#\d]|$)", re.IGNORECASE)


@cache
def _contact_inside() -> re.Pattern[str]:
    """A label in the middle of a line, with the number that no finder took."""
    return re.compile(
        rf"(?<=[\s,;.)])(?:{_contact_words()})(?:\s*(?:no|nos))?\s*[.:]*\s*[+(]?\d", re.IGNORECASE
    )


@cache
def _firm() -> re.Pattern[str]:
    """A firm in front of its address, up to the comma behind its legal form."""
    forms = _alternatives(form for form in words("organisations", "legal") if len(form) > 2)  # noqa: PLR2004 - shorter ones are states, too
    return re.compile(rf"[^,]*\b(?:{forms})\s*[,–-]\s+", re.IGNORECASE)
