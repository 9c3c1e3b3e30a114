"""The rows of a queue, as they are measured."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from cardscan.evaluate.keys import email_key, name_key, phone_key, plain_key, website_key
from cardscan.evaluate.picture_key import picture_key
from cardscan.export.guard import unguard
from cardscan.export.queue_columns import COLUMNS, to_cells
from cardscan.export.sheet import load_sheet
from cardscan.followup.cell_text import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from cardscan.followup.record import FollowUp

Place = tuple[str, int]
"""Path of a picture below the scanned folder, and the number of a card in it, from 1."""

_PHONE_COLUMNS = {"mobile_phone": "mobile", "work_phone": "work", "other_phones": "other", "fax": "fax"}
COLUMNS_OF = {
    "name": ("full_name",),
    "email": ("email", "other_emails"),
    "phone": tuple(_PHONE_COLUMNS),
    "website": ("website",),
    "title": ("job_title",),
    "department": ("department",),
    "company": ("company",),
    "address": ("address",),
}
"""Field to the columns in which it stands."""

_KEYS: Mapping[str, Callable[[str], str]] = {
    "name": partial(name_key, printed=False),
    "email": email_key,
    "phone": phone_key,
    "website": website_key,
}
"""How the values of a field are compared, where not as plain words."""
_NUMBER = re.compile(r"\d{1,9}")
"""Of a card; a spreadsheet may have written it as 2.0."""
_YES = frozenset({"1", "yes", "true", "y"})

SINGLE = ("name", "title", "company", "address")
"""Fields of which a row gives one value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRow:
    """One row of a queue, its values in the form in which they are compared.

    Attributes:
        photos: What its pictures are called, the one it belongs to first: names, without folders.
        keys: The same with path and event, as ``picture_key`` calls them.
        place: The first picture and the card's number in it, as the records name them.
        values: Field to what the row gives.
        phone_types: Phone to the type of its column.
        needs_review: Whether the row is flagged.
    """

    photos: tuple[str, ...] = ("",)
    keys: tuple[str, ...] = ("",)
    place: Place = ("", 1)
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    phone_types: Mapping[str, str] = field(default_factory=dict)
    needs_review: bool = True

    def of(self, name: str) -> tuple[str, ...]:
        """The values of one field."""
        return self.values.get(name, ())


def load_rows(path: Path) -> tuple[GivenRow, ...]:
    """The rows of a queue CSV as other programs see them: a value keeps its guarding ``'``.

    Args:
        path: The queue; columns that it lacks count as empty.

    Returns:
        One record a row.

    Raises:
        RecordError: The file cannot be read or is no queue.
    """
    return tuple(_row(row.cells) for row in load_sheet(path))


def given_row(row: FollowUp) -> GivenRow:
    """A row as it is measured, without what makes it harmless in a file.

    Args:
        row: As the program made it.
    """
    return _row({column: unguard(cell) for column, cell in zip(COLUMNS, to_cells(row), strict=True)})


def given_values(name: str, texts: Iterable[str]) -> tuple[str, ...]:
    """What a row gives of one field, in the form in which it is compared.

    Args:
        name: One of ``FIELDS``.
        texts: The texts of its cells.

    Returns:
        The values; those of a field that can have several stand between semicolons.
    """
    parts = texts if name in SINGLE else (part for text in texts for part in text.split(";"))
    return tuple(_KEYS.get(name, plain_key)(part.strip()) for part in parts if part.strip())


def _row(cells: Mapping[str, str]) -> GivenRow:
    photos = unguard(cells.get("photo", ""))
    paths = [path.strip() for path in photos.split(";")]
    event, on = unguard(cells.get("event", "")), cells.get("event_date", "")
    return GivenRow(
        photos=tuple(map(_file_name, paths)),
        keys=tuple(picture_key(path, event, on) for path in paths),
        place=(photos.split(SEPARATOR)[0], _card(cells.get("card", ""))),
        values={
            name: tuple(dict.fromkeys(given_values(name, (cells.get(column, "") for column in columns))))
            for name, columns in COLUMNS_OF.items()
        },
        phone_types={
            phone: kind
            for column, kind in _PHONE_COLUMNS.items()
            for phone in given_values("phone", (cells.get(column, ""),))
        },
        needs_review=cells.get("needs_review", "").casefold() in _YES,
    )


def _card(cell: str) -> int:
    """The card's number; the first one's where a queue of another program says nothing."""
    found = _NUMBER.match(cell)
    return int(found[0]) if found else 1


def _file_name(path: str) -> str:
    return PurePosixPath(path.strip().replace("\\", "/")).name
