"""The rows of a queue, as they are measured."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cardscan.evaluate.keys import email_key, name_key, phone_key, plain_key, website_key
from cardscan.export.sheet import load_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_PHONE_COLUMNS = {"mobile_phone": "mobile", "work_phone": "work", "other_phones": "other", "fax": "fax"}
_YES = frozenset({"1", "yes", "true", "y"})


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """One row of a queue, its values in the form in which they are compared.

    Attributes:
        photos: Names of its pictures, without folders, the one it belongs to first.
        values: Field to what the row gives.
        phone_types: Phone to the type of its column.
        needs_review: Whether the row is flagged.
    """

    photos: tuple[str, ...] = ("",)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phone_types: Mapping[str, str] = field(default_factory=dict)
    needs_review: bool = True

    def of(self, name: str) -> tuple[str, ...]:
        """The values of one field."""
        return self.values.get(name, ())


def load_rows(path: Path) -> tuple[GivenRow, ...]:
    """The rows of a queue CSV as other programs see them: a guarding ``'`` is not taken off.

    Args:
        path: The queue; columns that it lacks count as empty.

    Returns:
        One record a row.

    Raises:
        RecordError: The file cannot be read or is no queue.
    """
    return tuple(_row(row.cells) for row in load_sheet(path))


def _row(cells: Mapping[str, str]) -> GivenRow:
    def one(column: str) -> tuple[str, ...]:
        return (cells[column],) if cells.get(column) else ()

    phones = {
        phone_key(phone): kind
        for column, kind in _PHONE_COLUMNS.items()
        for phone in _split(cells.get(column, ""))
    }
    emails = (*_split(cells.get("email", "")), *_split(cells.get("other_emails", "")))
    return GivenRow(
        photos=tuple(_file_name(photo) for photo in cells.get("photo", "").split(";")),
        values={
            "name": tuple(name_key(name, printed=False) for name in one("full_name")),
            "email": tuple(email_key(email) for email in emails),
            "phone": tuple(phones),
            "website": tuple(website_key(site) for site in _split(cells.get("website", ""))),
            "title": tuple(plain_key(title) for title in one("job_title")),
            "department": tuple(plain_key(part) for part in _split(cells.get("department", ""))),
            "company": tuple(plain_key(company) for company in one("company")),
            "address": tuple(plain_key(address) for address in one("address")),
        },
        phone_types=phones,
        needs_review=cells.get("needs_review", "").casefold() in _YES,
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _file_name(path: str) -> str:
    return PurePosixPath(path.strip().replace("\\", "/")).name
