"""What the codes on a card say joins what is printed, as the strongest evidence there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.codes.likeness import Likeness, compare
from cardscan.parse.codes.owner import is_same_card, is_somebody_else
from cardscan.parse.record import KINDS, Field, Issue
from cardscan.parse.text import bare, is_cjk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cardscan.parse.candidate import Candidate

MANY = ("email", "phone", "website", "social")
"""Kinds of which a contact has several; of the others the print's stays."""

UNSURE_PRINT = 0.7
"""Belief in a printed title or company below which a code that says otherwise is taken instead."""


def join_codes(
    fields: Sequence[Field], codes: Sequence[Sequence[Candidate]]
) -> tuple[tuple[Field, ...], tuple[Issue, ...]]:
    """The fields of a card with those of its codes.

    A value in print and in the code is one field; where they differ by a misreading
    the code's spelling is taken, which an issue says, and the raw text stays.

    Args:
        fields: What is printed.
        codes: What each code states.

    Returns:
        The fields, a code's own ones without line numbers, and what concerns the contact.
    """
    joined, issues = tuple(fields), []
    for stated in codes:
        if is_somebody_else(joined, stated):
            issues.append(_other_person(joined, stated))
            continue
        for kind in KINDS:
            joined = _join_kind(joined, [one for one in stated if one.kind == kind], stated)
    return joined, tuple(issues)


def _other_person(fields: Sequence[Field], stated: Sequence[Candidate]) -> Issue:
    printed = next(field.text for field in fields if field.kind == "name")
    named = next(one.value or one.raw for one in stated if one.kind == "name")
    message = f"The card names {printed!r} and the code on it {named!r}; the print was kept; check it."
    return Issue(code="code-other-person", message=message, doubt=True)


def _join_kind(
    fields: tuple[Field, ...], stated: Sequence[Candidate], whole: Sequence[Candidate]
) -> tuple[Field, ...]:
    """The fields with the values of one kind that a code states."""
    rest = list(stated)
    for likeness in (Likeness.SAME, Likeness.MISREAD, Likeness.OTHER_FORM, Likeness.UNCLEAR):
        for one in tuple(rest):
            at = _place(fields, one, likeness, taken=[other for other in stated if other not in rest])
            if at is not None:
                fields = (*fields[:at], _agreed(fields[at], one, likeness), *fields[at + 1 :])
                if likeness is not Likeness.UNCLEAR:
                    rest.remove(one)
    for one in rest:
        fields = _with_new(fields, one, whole)
    return fields


def _place(
    fields: Sequence[Field], one: Candidate, likeness: Likeness, taken: Sequence[Candidate]
) -> int | None:
    """Where the printed value stands that is so like a code's, and like no other of the code's."""
    for at, field in enumerate(fields):
        if field.kind != one.kind or compare(field, one) is not likeness:
            continue
        if likeness is Likeness.SAME:
            return at
        if field.lines and all(compare(field, other) is not Likeness.SAME for other in taken):
            return at
    return None


def _agreed(printed: Field, one: Candidate, likeness: Likeness) -> Field:
    """One field of a printed value and a code's."""
    if likeness is Likeness.UNCLEAR:
        message = f"The code says {one.value or one.raw}, {printed.text} has other last digits; check it."
        return replace(
            printed, issues=(*printed.issues, Issue(code="code-differs", message=message, doubt=True))
        )
    sure = max(printed.confidence, one.confidence)
    agreed = replace(printed, confidence=sure, issues=one.issues, in_code=True)
    if one.type in ("mobile", "fax"):
        agreed = replace(agreed, type=one.type)
    if likeness is Likeness.OTHER_FORM or (likeness is Likeness.SAME and _says_more(printed, one)):
        kept = tuple(issue for issue in printed.issues if not issue.doubt)
        return replace(agreed, issues=kept, parts=_more_parts(printed, one))
    return replace(
        agreed, value=one.value, parts=one.parts, issues=(*one.issues, *_repair(printed, one, likeness))
    )


def _says_more(printed: Field, one: Candidate) -> bool:
    """Whether the print of a value tells more: an extension, accents, capitals, a form of its own."""
    if printed.value is None or one.value is None:
        return printed.value is not None
    if printed.kind == "phone":
        return bool(printed.part("extension")) and "extension" not in dict(one.parts)
    if printed.kind in MANY:
        return printed.kind != "email"
    if is_cjk(printed.value):  # where only a space tells the names apart, the print decides
        return True
    plain, stated = printed.value, one.value
    flat = stated in (stated.upper(), stated.lower()) and plain not in (plain.upper(), plain.lower())
    return flat or (bare(plain) != plain.casefold() and bare(stated) == stated.casefold())


def _more_parts(printed: Field, one: Candidate) -> tuple[tuple[str, str], ...]:
    """The parts of a printed address, with those that only the code gives."""
    if printed.kind != "address":
        return printed.parts
    return (*printed.parts, *(part for part in one.parts if part[0] not in dict(printed.parts)))


def _repair(printed: Field, one: Candidate, likeness: Likeness) -> tuple[Issue, ...]:
    if likeness is not Likeness.MISREAD:
        return ()
    message = (
        f"Read as {printed.raw!r} and repaired by the code on the card, which says {one.value or one.raw!r}."
    )
    return (Issue(code="code-repaired", message=message),)


def _with_new(fields: tuple[Field, ...], one: Candidate, whole: Sequence[Candidate]) -> tuple[Field, ...]:
    """The fields with a value that is only in the code, if there is a place for it."""
    rival = next((field for field in fields if field.kind == one.kind), None)
    if rival is None or one.kind in MANY:
        return (*fields, _field(one))
    taken = is_same_card(fields, whole) if one.kind == "name" else _is_unsure(rival)
    if taken and rival.lines:
        message = f"Read as {rival.text!r}; the code says {one.value!r}, which was taken."
        settled = replace(
            _field(one), raw=rival.raw, lines=rival.lines, issues=(Issue(code="code-taken", message=message),)
        )
        return tuple(settled if field is rival else field for field in fields)
    if one.kind != "name":
        return fields
    message = f"The code on the card names {one.value!r} and not {rival.text!r}; check the name."
    doubted = replace(
        rival, issues=(*rival.issues, Issue(code="code-other-name", message=message, doubt=True))
    )
    return tuple(doubted if field is rival else field for field in fields)


def _is_unsure(printed: Field) -> bool:
    return printed.kind in ("title", "company") and printed.confidence < UNSURE_PRINT


def _field(one: Candidate) -> Field:
    return Field(
        kind=one.kind,
        raw=one.raw,
        value=one.value,
        confidence=one.confidence,
        in_code=True,
        issues=one.issues,
        type=one.type,
        parts=one.parts,
    )
