"""Phone-like numbers with the labels that belong to them, wherever on the card those stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Span
from cardscan.parse.finders import rows
from cardscan.parse.finders.narrow import TAKEN
from cardscan.parse.finders.phone_labels import label_after, label_before, whole_label
from cardscan.parse.finders.phone_print import PrintedNumber, printed_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.finders.phone_labels import LabelKind

_AREA_DIGITS = 4
_LETTER = re.compile(r"[^\W\d_]")
_LIST_GAP = re.compile(r"[\s/,;&|)(.:·•-]*(?:(?:or|and|und|et|y|e|o)\s)?[\s(+]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledNumber:
    """A printed number and what its surroundings say.

    Attributes:
        number: The number as printed.
        kind: What its label says it is, None without a label.
        inherited: Whether the label belongs to the number before it in a list.
        alone: Whether its line holds numbers and their labels only.
        announced: Whether a colon after some word stands right before it.
    """

    number: PrintedNumber
    kind: LabelKind | None = None
    inherited: bool = False
    alone: bool = False
    announced: bool = False


def labelled_numbers(lines: Sequence[TextLine], texts: Sequence[str]) -> list[LabelledNumber]:
    """Every chain of digits on a card with its label, in reading order.

    A label stands before the number, after it, on its own to the left in the same
    row, or on its own above; a number without one in a list takes that of the number
    before it.

    Args:
        lines: The text lines of one reading.
        texts: Their narrow texts with what is taken struck out.
    """
    found: list[LabelledNumber] = []
    printed = _with_second_lines([printed_numbers(index, text) for index, text in enumerate(texts)], texts)
    for index, text in enumerate(texts):
        on_line = _on_line(text, printed[index])
        found.extend(_from_outside(lines, texts, index, on_line, found))
    return found


def _with_second_lines(printed: list[list[PrintedNumber]], texts: Sequence[str]) -> list[list[PrintedNumber]]:
    """Join a number that ends its line with a hyphen to the one that is all of the next line."""
    for index, (upper, lower) in enumerate(pairwise(printed)):
        if not (upper and len(lower) == 1 and texts[index][upper[-1].end :].strip() == "-"):
            continue
        second = lower[0]
        if texts[index + 1].strip() == second.text.strip() and len(upper[-1].digits) > _AREA_DIGITS:
            span = Span(line=index + 1, start=second.start, end=second.end)
            upper[-1] = replace(upper[-1], text=f"{upper[-1].text}-{second.text}", continued=(span,))
            lower.clear()
    return printed


def _on_line(text: str, numbers: Sequence[PrintedNumber]) -> list[LabelledNumber]:
    found: list[LabelledNumber] = []
    start = 0
    rest = _rest(text, numbers)
    for number, following in zip_longest(numbers, numbers[1:]):
        before = text[start : number.start]
        kind = label_before(before)
        after = label_after(
            text[number.end : following.start if following else len(text)], last=not following
        )
        if after and kind in (None, "phone"):
            kind = after[0]
        inherited = kind is None and bool(found) and _LIST_GAP.fullmatch(before) is not None
        found.append(
            LabelledNumber(
                number=number,
                kind=found[-1].kind if inherited else kind,
                inherited=inherited,
                alone=not _LETTER.search(rest),
                announced=before.rstrip(" (+").endswith((":", "#")),
            )
        )
        start = number.end + (after[1] if after else 0)
    return found


def _rest(text: str, numbers: Sequence[PrintedNumber]) -> str:
    """What a line holds beside its numbers and what is taken."""
    for number in reversed(numbers):
        text = text[: number.start] + text[number.end :]
    return text.replace(TAKEN, "")


def _from_outside(
    lines: Sequence[TextLine],
    texts: Sequence[str],
    index: int,
    on_line: list[LabelledNumber],
    earlier: Sequence[LabelledNumber],
) -> list[LabelledNumber]:
    """The numbers of a line, the unlabelled ones with what stands beside or above the line."""
    if not on_line or on_line[0].kind or not on_line[0].alone:
        return on_line
    kind, inherited = _beside_or_above(lines, texts, index), False
    if kind is None:
        kind, inherited = _of_list_above(lines, index, earlier), True
    if kind is None:
        return on_line
    return [
        replace(one, kind=kind, inherited=inherited or at > 0) if one.kind is None else one
        for at, one in enumerate(on_line)
    ]


def _beside_or_above(lines: Sequence[TextLine], texts: Sequence[str], index: int) -> LabelKind | None:
    left = rows.left_of(lines, index)
    if left is not None and not re.search(r"\d", texts[left]):
        kind = whole_label(texts[left]) or label_before(texts[left])
        if kind:
            return kind
    up = rows.above(lines, index)
    return whole_label(texts[up]) if up is not None else None


def _of_list_above(
    lines: Sequence[TextLine], index: int, earlier: Sequence[LabelledNumber]
) -> LabelKind | None:
    up = rows.above(lines, index)
    listed = (
        one for one in reversed(earlier) if one.number.line == up and len(one.number.digits) > _AREA_DIGITS
    )
    last = next(listed, None)
    return last.kind if last and last.kind != "not_phone" else None
