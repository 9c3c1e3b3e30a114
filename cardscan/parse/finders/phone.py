"""Finds phone numbers, tells their type from their labels, and leaves other numbers alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.country_words import country_in
from cardscan.parse.finders.merged import merged
from cardscan.parse.finders.narrow import free_texts
from cardscan.parse.finders.phone_choice import is_phone
from cardscan.parse.finders.phone_context import LabelledNumber, labelled_numbers
from cardscan.parse.finders.phone_parts import separate
from cardscan.parse.record import Issue
from cardscan.parse.validators.phone import CheckedPhone, check_phone

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cardscan.ocr.record import TextLine
    from cardscan.parse.record import PhoneType
    from cardscan.parse.region import Region

_COUNTRY_LINES = 2
"""How many lines above a number may name its country (an address over its phones)."""

Found = tuple[LabelledNumber, "CheckedPhone | Issue"]


def find_phones(
    lines: Sequence[TextLine], *, region: Region, taken: Iterable[Span] = ()
) -> tuple[Candidate, ...]:
    """Candidates for every phone and fax number on a card, in reading order, each once.

    A value is in international form; a number that its country's plan does not allow, or
    that names no country where the card tells none, keeps its printed form and has no
    value.  Numbers with a label of another meaning (tax, licence, chat) are left out.

    Args:
        lines: The text lines of one reading.
        region: Country of numbers that are printed without their country code.
        taken: Spans of e-mails, websites and messenger ids, which are left alone.
    """
    texts = free_texts(lines, taken)
    found: list[Found] = []
    for labelled in labelled_numbers(lines, texts):
        for one in separate(labelled, region.code):
            checked = _checked(one, texts, region)
            if is_phone(one, checked, region.code, after_phone=_follows(one, found)):
                found.append((one, checked))
    return merged(_candidate(lines, *_with_area_code(one, found), region) for one in found)


def _follows(one: LabelledNumber, found: Sequence[Found]) -> bool:
    """Whether the number continues a list of phones on its line or the line above."""
    return bool(found) and one.number.line - found[-1][0].number.line <= 1


def _checked(one: LabelledNumber, texts: Sequence[str], region: Region) -> CheckedPhone | Issue:
    number = one.number
    checked = check_phone(number.text, region.code, number.extension)
    if isinstance(checked, CheckedPhone) and checked.international:
        return checked
    for text in reversed(texts[max(0, number.line - _COUNTRY_LINES) : number.line + 1]):
        country = country_in(text)
        if country and country != region.code:
            other = check_phone(number.text, country, number.extension)
            return other if isinstance(other, CheckedPhone) and other.valid else checked
    return checked


def _with_area_code(one: Found, found: Sequence[Found]) -> tuple[LabelledNumber, CheckedPhone | Issue, bool]:
    """The number, completed with the area code of the nearest phone of its country if it has none."""
    labelled, checked = one
    if isinstance(checked, Issue) or checked.international or (checked.valid and not checked.local):
        return labelled, checked, False
    at = found.index(one)
    nearest = sorted(found, key=lambda other: abs(found.index(other) - at))
    for _, other in nearest:
        if isinstance(other, Issue) or other.region != checked.region or not other.area_code:
            continue
        whole = check_phone(
            other.area_code + labelled.number.digits, checked.region, labelled.number.extension
        )
        if isinstance(whole, CheckedPhone) and whole.valid:
            return labelled, whole, True
    return labelled, checked, False


def _candidate(
    lines: Sequence[TextLine],
    labelled: LabelledNumber,
    checked: CheckedPhone | Issue,
    completed: bool,
    region: Region,
) -> Candidate:
    number = labelled.number
    spans = (Span(line=number.line, start=number.start, end=number.end), *number.continued)
    raw = " ".join(lines[span.line].text[span.start : span.end].strip(" ,;/") for span in spans)
    issues = (*_issues(labelled, checked, completed=completed), *_other_country(labelled, checked, region))
    candidate = Candidate(
        kind="phone",
        raw=_plain_start(raw),
        value=None,
        spans=spans,
        type=_type(labelled, checked),
        issues=issues,
        confidence=_confidence(labelled, checked, issues, region),
    )
    if isinstance(checked, Issue):
        parts = (("extension", number.extension),) if number.extension else ()
        return replace(candidate, score=candidate.confidence, parts=parts)
    named = (("e164", checked.e164), ("extension", checked.extension), ("region", checked.region))
    return replace(
        candidate,
        value=checked.value,
        score=candidate.confidence,
        parts=tuple((name, value) for name, value in named if value),
    )


def _plain_start(raw: str) -> str:
    """The raw text without a bracket that was opened before the number and closes elsewhere."""
    return raw[1:].lstrip() if raw.startswith("(") and ")" not in raw else raw


def _type(labelled: LabelledNumber, checked: CheckedPhone | Issue) -> PhoneType:
    planned = None if isinstance(checked, Issue) else checked.type
    kind = labelled.kind
    if labelled.inherited and planned == "mobile":
        return "mobile"
    if kind == "mobile" or kind == "fax" or kind == "work" or kind == "other":  # noqa: PLR1714 - narrows the type
        return kind
    return planned or "work"


def _issues(labelled: LabelledNumber, checked: CheckedPhone | Issue, *, completed: bool) -> tuple[Issue, ...]:
    issues: list[Issue] = []
    printed = labelled.number.text.strip()
    if labelled.number.repaired:
        message = f"A letter was read in {printed}, and taken for the digit it looks like; check the number."
        issues.append(Issue(code="phone-repaired", message=message, doubt=True))
    if isinstance(checked, Issue):
        issues.append(checked)
    elif labelled.number.completed:
        message = (
            f"{labelled.number.text.strip()} is printed by its last digits only, after the number before it."
        )
        issues.append(Issue(code="phone-completed", message=message))
    elif completed:
        message = f"{printed} has no area code; that of another number on the card was put before it."
        issues.append(Issue(code="phone-completed", message=message))
    elif checked.local:
        message = f"{printed} has no area code; it can only be called from its own area."
        issues.append(Issue(code="phone-no-area-code", message=message))
    elif not checked.valid:
        message = (
            f"{printed} is not assigned in {checked.region or 'any country'}; it may be old or shortened."
        )
        issues.append(Issue(code="phone-not-valid", message=message))
    return tuple(issues)


def _other_country(
    labelled: LabelledNumber, checked: CheckedPhone | Issue, region: Region
) -> tuple[Issue, ...]:
    """What to know about a number that was taken for one of the country named beside it."""
    if isinstance(checked, Issue) or checked.international or region.code in (None, checked.region):
        return ()
    at_home = check_phone(labelled.number.text, region.code)
    if isinstance(at_home, Issue) or at_home.local or at_home.e164 == checked.e164:
        return ()
    message = (
        f"{labelled.number.text.strip()} was taken as a number of {checked.region}, which stands beside it,"
        f" and not of {region.code}; check the country code."
    )
    return (Issue(code="phone-other-country", message=message, doubt=at_home.valid),)


def _confidence(
    labelled: LabelledNumber, checked: CheckedPhone | Issue, issues: Sequence[Issue], region: Region
) -> float:
    """Belief that a number is what the card prints.

    An odd number is usually an old, shortened or invented one that was read right: on
    labelled cards nine in ten are.
    """
    if any(issue.doubt for issue in issues):
        return 0.5
    odd = isinstance(checked, Issue) or not checked.valid
    belief = 0.9 if odd else 0.97
    if labelled.kind is None:
        belief -= 0.02
    if not odd and not region.sure:
        belief -= 0.04
    return round(belief, 2)
