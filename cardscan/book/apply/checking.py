"""What somebody wrote into a cell, checked as what a card gives is checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from cardscan.export.queue_columns import PHONE_COLUMNS, parse_cell

_ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "#ERROR!")
_NEVER_EMPTY = ("status", "priority")
_EXTENSION = re.compile(r"(.+?)\s*ext\.?\s*(\d+)", re.IGNORECASE)
_HASHES = re.compile("#{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A cell that is understood.

    Attributes:
        value: The column's value.
        warnings: Sentences about what is kept although it is odd.
    """

    value: Any
    warnings: tuple[str, ...] = ()


def check_cell(column: str, cell: str, before: str, *, day_first: bool | None, region: str | None) -> Checked:
    """What a changed cell says.

    Args:
        column: Of the queue.
        cell: The cell of the file.
        before: What the queue showed there: values of it that are still there are not checked again.
        day_first: Whether a date like 03/04/2026 puts the day before the month.
        region: Country of phones that name none.

    Raises:
        ValueError: With a sentence that says why it cannot be taken over.
    """
    if cell.upper() in _ERRORS or _HASHES.fullmatch(cell):
        raise ValueError(f"{cell!r} is what a spreadsheet shows where it has lost the text; write it anew")
    if not cell and column in _NEVER_EMPTY:
        raise ValueError("it is empty; every row needs one")
    value = parse_cell(column, cell, day_first=day_first)
    if column in ("email", "other_emails", *PHONE_COLUMNS):
        return _each(column, value, _known(column, before), region)
    return Checked(value=value)


def _each(column: str, value: Any, known: tuple[str, ...], region: str | None) -> Checked:
    texts = value if isinstance(value, tuple) else (value,) if value else ()
    checked = [
        (text, "") if text in known else _phone(text, region) if column in PHONE_COLUMNS else _email(text)
        for text in texts
    ]
    kept = tuple(text for text, _ in checked)
    warnings = tuple(warning for _, warning in checked if warning)
    return Checked(value=kept if isinstance(value, tuple) else "".join(kept), warnings=warnings)


def _email(text: str) -> tuple[str, str]:
    from cardscan.parse.record import Issue  # noqa: PLC0415 - only needed where one was changed
    from cardscan.parse.validators.email import check_email  # noqa: PLC0415

    checked = check_email(text)
    if isinstance(checked, Issue):
        reason = checked.message.removesuffix("Check it.").rstrip(" .")
        raise ValueError(f"{text!r}: {reason[0].lower()}{reason[1:]}")  # noqa: TRY004 - it is about the cell
    return checked.value, ""


def _phone(text: str, region: str | None) -> tuple[str, str]:
    from cardscan.parse.record import Issue  # noqa: PLC0415 - the numbering plans are heavy
    from cardscan.parse.validators.phone import check_phone  # noqa: PLC0415

    match = _EXTENSION.fullmatch(text)
    number, extension = (match[1], match[2]) if match else (text, "")
    checked = check_phone(number, region, extension)
    if isinstance(checked, Issue):
        return text, f"{text!r} is no phone number that can be called from everywhere; it is kept as it is"
    if not checked.valid or checked.local:
        return checked.value, f"{checked.value} is possible, but no number that is in use; it is kept"
    return checked.value, ""


def _known(column: str, before: str) -> tuple[str, ...]:
    value = parse_cell(column, before, day_first=None)
    return value if isinstance(value, tuple) else (value,)
