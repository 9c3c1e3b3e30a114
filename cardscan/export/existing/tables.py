"""Reads contacts from a table that another program exported: its columns are recognised by their names."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from cardscan.errors import RecordError
from cardscan.export.existing.blank import blank_row
from cardscan.export.existing.record import There
from cardscan.export.guard import unguard
from cardscan.export.sheet import table_lines
from cardscan.followup.cell_text import one_line
from cardscan.parse.text import bare

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_OUR_ID = re.compile(r"(?:cardscan_)?(c[a-z2-7]{11})")
_MAIL = re.compile(r"[^\s;,\"'\[\]<>|]+@[^\s;,\"'\[\]<>|]+")
_SEVERAL = re.compile(r"\s*(?: ::: |;|\n|\|)\s*")
_TELLING = ("full_name", "first_name", "last_name", "emails", "mobile_phone", "work_phone", "phone_national")
"""Without one of these columns nobody can be recognised."""

_COLUMNS = {
    "first_name": ("full_name",),
    "last_name": ("full_name",),
    "emails": ("email",),
    "phone_national": ("work_phone",),
}
"""What a field tells of the queue's columns, where that is not its name."""

_LISTS = ("mobile_phone", "work_phone", "fax", "website")


def read_table(data: bytes, source: str) -> Iterator[There]:
    """The contacts of a table.

    Args:
        data: The file's bytes.
        source: What to call it in an error.

    Raises:
        RecordError: It is no table, or none of its columns tells who somebody is.
    """
    lines = table_lines(data, source, lambda header: sum(map(bool, map(_field, header))))
    header = lines[0] if lines else []
    fields = [_field(name) for name in header]
    if not set(fields) & set(_TELLING):
        shown = ", ".join(filter(None, map(one_line, header[:12])))
        raise RecordError(
            source,
            f"none of its columns is known to hold names, e-mails or phones; it has {shown or 'none'}. "
            "Export it once more with columns like First Name, Last Name, Email, Phone.",
        )
    knows = frozenset(column for field in fields for column in _COLUMNS.get(field, (field,)))
    for number, line in enumerate(lines[1:], start=2):
        cells: dict[str, list[str]] = {}
        for field, cell in zip(fields, line, strict=False):
            if field and (text := unguard(one_line(cell))):
                cells.setdefault(field, []).append(text)
        if cells:
            row = blank_row(**_values(cells))
            yield There(place=f"row {number}", row=row, knows=knows, contact_id=_id_in(line))


def _field(header: str) -> str:
    """What a column holds; empty where nobody knows."""
    folded = " ".join(re.split(r"[\W_]+", bare(header))).strip()
    return next((field for field, known in _columns() if known.fullmatch(folded)), "")


@cache
def _columns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files("cardscan.export.existing") / "columns.toml").read_text(encoding="utf-8")
    return tuple((field, re.compile("|".join(known))) for field, known in tomllib.loads(text).items())


def _values(cells: Mapping[str, Sequence[str]]) -> dict[str, object]:
    """What the cells say, by the columns of the queue."""
    emails = tuple(dict.fromkeys(found for text in cells.get("emails", ()) for found in _MAIL.findall(text)))
    values: dict[str, object] = {
        field: texts[0] for field, texts in cells.items() if field not in (*_LISTS, "emails")
    }
    national, calling = values.pop("phone_national", ""), values.pop("phone_calling_code", "")
    for field in _LISTS:
        values[field] = tuple(
            dict.fromkeys(one for text in cells.get(field, ()) for one in _SEVERAL.split(text) if one)
        )
    if national:
        values["work_phone"] = (f"{calling} {national}".strip(), *cells.get("work_phone", ()))
    return values | {"email": next(iter(emails), ""), "other_emails": emails[1:]}


def _id_in(line: Sequence[str]) -> str:
    """Our id, in whatever column the program keeps it."""
    found = (_OUR_ID.fullmatch(one_line(cell)) for cell in line)
    return next((match[1] for match in found if match), "")
