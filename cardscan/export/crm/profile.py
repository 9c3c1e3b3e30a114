"""What an importer expects: its columns, how it writes values, what it refuses."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

PhoneForm = Literal["international", "e164"]
"""``international`` is "+44 20 7946 0958 ext. 12", ``e164`` is "+442079460958" without extension."""

DATE_FORMS: Mapping[str, str] = {
    "YYYY-MM-DD": "%Y-%m-%d",
    "MM/DD/YYYY": "%m/%d/%Y",
    "DD/MM/YYYY": "%d/%m/%Y",
    "DD.MM.YYYY": "%d.%m.%Y",
}
"""Forms of dates, and the same for ``strftime``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a file.

    Attributes:
        header: Its name, as the importer knows it.
        sources: What it is filled with, the first that is not empty (``values.SOURCES``).
        constant: What it is filled with always; empty where ``sources`` say it.
        only_with: With ``constant``: the source without which the cell stays empty.
    """

    header: str
    sources: tuple[str, ...] = ()
    constant: str = ""
    only_with: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What an importer expects of its files.

    Attributes:
        name: What it is called in sentences.
        contacts: The columns of the contacts.
        tasks: The columns of the follow-ups; empty where the importer takes none.
        required: Groups of headers, of each of which one must be filled.
        dates: How it reads dates, one of ``DATE_FORMS``.
        phones: How it reads phones.
        refuses: Signs that it refuses anywhere.
        longest: For a header, the most characters that its cells may have.
        choices: For a source, what its values are called there: {"priority": {"A": "High"}}.
        byte_order_mark: Whether a file begins with one, without which it is not read as UTF-8.
        delimiter: Between the cells.
        hint: What to mind when importing; empty for nothing.
        most_rows: Rows of a file, without the header.
        most_bytes: Of a file.
    """

    name: str
    contacts: tuple[Column, ...]
    tasks: tuple[Column, ...] = ()
    required: tuple[tuple[str, ...], ...] = ()
    dates: str = "YYYY-MM-DD"
    phones: PhoneForm = "international"
    refuses: str = ""
    longest: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    byte_order_mark: bool = False
    delimiter: str = ","
    hint: str = ""
    most_rows: int = 50_000
    most_bytes: int = 20_000_000
