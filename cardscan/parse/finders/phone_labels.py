"""What a number is, by the words before, after or beside it, in any of the lexicon's languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, get_args

from cardscan.parse.lexicons import table

if TYPE_CHECKING:
    from collections.abc import Iterable

LabelKind = Literal["mobile", "fax", "work", "phone", "other", "not_phone"]

_FILLER = r"(?:[\W_]|(?<![^\W_])(?:no|nos|nr|num|number|nummer|numero|número|n|nº|番号)(?![^\W_]))*"
_TAIL = re.compile(rf"(?:\([^()]{{0,24}}\))?{_FILLER}", re.IGNORECASE)
_BOTH = re.compile(r"[\s).:]*[/&+,・、][\s(]*")
_GLUED_LETTER = re.compile(r"(?<![^\W_])[A-Za-z]$")
"""A letter that runs into the digits behind it: a label, or the first of an id ("NIF B12345678")."""
_LATIN = re.compile(r"[a-zà-ÿß]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    """The lexicon, ready for use."""

    kinds: dict[str, LabelKind]
    words: re.Pattern[str]
    letter: re.Pattern[str]
    extension: re.Pattern[str]


def label_before(context: str) -> LabelKind | None:
    """What the words right before a number say it is.

    Args:
        context: Narrow text from the line's start, or the number before, to the number.

    Returns:
        The kind; "phone" for "Tel/Fax"; None where no label stands there.

    Example:
        >>> label_before("Jane Doe  Direct Fax: ")
        'fax'
    """
    glued = _GLUED_LETTER.search(context)
    if glued and label_before(context[: glued.start()]) == "not_phone":
        return "not_phone"
    kinds: list[LabelKind] = []
    both = False
    end = len(context)
    for start, stop, kind in reversed(_labels(context)):
        gap = context[stop:end]
        if not _TAIL.fullmatch(gap):
            break
        both = both or bool(kinds and _BOTH.fullmatch(gap))
        kinds.append(kind)
        end = start
    return _resolved(kinds, both=both)


def label_after(context: str, *, last: bool) -> tuple[LabelKind, int] | None:
    """What a word in brackets, or alone at the line's end, right after a number says it is.

    Args:
        context: Narrow text from the number to the next number or the line's end.
        last: Whether no other number follows on the line.

    Returns:
        The kind and the length of the text it takes, or None.
    """
    match = re.match(r"\s*[(\[]\s*([^()\[\]]{1,20}?)\s*[)\]](?!\s*[:：])", context)
    if match is None and last:
        match = re.fullmatch(r"\s*[-–,]?\s*([^\W\d][^\d:]{0,20}?)\s*[.)]?\s*", context)
    kind = whole_label(match[1]) if match else None
    return (kind, match.end()) if match and kind else None


def whole_label(text: str) -> LabelKind | None:
    """What a text says that holds nothing but labels ("Tel.", "Fax :", "携帯電話"), else None."""
    labels = _labels(text)
    if not labels or not _TAIL.fullmatch(text[: labels[0][0]]):
        return None
    return label_before(text)


def extension_after(context: str) -> tuple[str, int] | None:
    """The extension right after a number, and the length of the text it takes, or None.

    Example:
        >>> extension_after(" ext. 12")
        ('12', 8)
    """
    match = _book().extension.match(context)
    return (match["digits"], match.end()) if match else None


def _resolved(kinds: list[LabelKind], *, both: bool) -> LabelKind | None:
    present = set(kinds)
    if "fax" in present and both and present & {"phone", "work"}:
        return "phone"
    if kinds and kinds[0] == "not_phone" and not both:  # "Residence: D.No. 9"
        return "not_phone"
    order: tuple[LabelKind, ...] = ("mobile", "fax", "other", "work", "phone", "not_phone")
    return next((kind for kind in order if kind in present), None)


def _labels(text: str) -> list[tuple[int, int, LabelKind]]:
    """Every label in a text, in order; a single letter only at the text's end."""
    book = _book()
    found = [
        (match.start(), match.end(), book.kinds[_plain(match[0])])
        for match in book.words.finditer(text)
        if _plain(match[0]) in book.kinds
    ]
    last = found[-1][1] if found else 0
    found += [
        (match.start(1), match.end(1), book.kinds[match[1].lower()])
        for match in book.letter.finditer(text, last)
    ]
    return found


def _plain(label: str) -> str:
    return re.sub(r"[\s.\-]", "", label).lower()


@cache
def _book() -> _Book:
    tables = table("phone_labels")
    lists = {kind: tables[kind] for kind in get_args(LabelKind)}
    kinds = {
        _plain(label): kind
        for kind, labels in lists.items()
        for label in (*labels["words"], *labels["letters"])
    }
    letters = "".join(letter for labels in lists.values() for letter in labels["letters"])
    words = _alternation(word for labels in lists.values() for word in labels["words"])
    extension = _alternation(tables["extension"]["words"])
    return _Book(
        kinds=kinds,
        words=re.compile(words, re.IGNORECASE),
        letter=re.compile(
            rf"(?<![0-9A-Za-zÀ-ÿ])([{letters}])(?=(?:\s?[/&+]\s?[{letters}])?[\s.:)\]/|(\-+#]*$)",
            re.IGNORECASE,
        ),
        extension=re.compile(
            rf"\s*[,;/-]?\s*[(\[]?\s*(?:{extension})[\s.:\-]*(?:no[\s.:]*)?(?P<digits>\d{{1,6}})(?!\d)(?:\s*[)\]])?",
            re.IGNORECASE,
        ),
    )


def _alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; no Latin letter may stand beside a Latin one.

    Other scripts may: icons of a phone are read as such.
    """
    parts = []
    for word in sorted(words, key=len, reverse=True):
        body = r"[\s.\-]*".join(re.escape(part) for part in word.split())
        latin = _LATIN.search(word)
        parts.append(rf"(?<![A-Za-zÀ-ÿ]){body}(?![A-Za-zÀ-ÿ])" if latin else body)
    return "|".join(parts)
