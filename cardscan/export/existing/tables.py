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
_ID_COLUMN = re.compile(r"(?:.* )?(?:id|key|reference)")
"""Where an id can stand without its prefix; elsewhere "construction" would be one."""

_MAIL = re.compile(r"[^\s;,\"'\[\]<>|@]{1,64}@[^\s;,\"'\[\]<>|@]{1,255}")
"""Bounded, as a long cell without an @ would take a time that grows with the square of its length.

Source:
    RFC 5321 section 4.5.3.1.
"""

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

_LABELLED = re.compile(r"phone (\d) value")
_LABELS = {"fax": "fax", "mobile": "mobile_phone", "cell": "mobile_phone", "mobil": "mobile_phone"}

_LISTS = ("mobile_phone", "work_phone", "fax", "website")


def read_table(data: bytes, source: str) -> Iterator[There]:
    """The contacts of a table.

    Args:
        data: The file's bytes.
        source: What to call it in an error.

    Raises:
        RecordError: It is no table, or none of its columns tells who somebody is.
    """
    lines = table_lines(data, source, lambda header: sum(bool(_field(_folded(name))) for name in header))
    header = lines[0] if lines else []
    names = [_folded(name) for name in header]
    fields = _fields(names)
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
        for place, (field, cell) in enumerate(zip(fields, line, strict=False)):
            if field and (text := unguard(one_line(cell))):
                cells.setdefault(_by_label(names, line, place) or field, []).append(text)
        if cells:
            row = blank_row(**_values(cells))
            yield There(place=f"row {number}", row=row, knows=knows, contact_id=_id_in(names, line))


def _by_label(names: Sequence[str], line: Sequence[str], place: int) -> str:
    """What a phone is where the column before it says so, as "Phone 1 - Label" does."""
    named = _LABELLED.fullmatch(names[place])
    if not named or not place or not re.fullmatch(rf"phone {named[1]} (label|type)", names[place - 1]):
        return ""
    label = bare(line[place - 1])
    return next((field for word, field in _LABELS.items() if word in label), "")


def _folded(header: str) -> str:
    return " ".join(re.split(r"[\W_]+", bare(header))).strip()


def _fields(names: Sequence[str]) -> list[str]:
    """What each column of a table holds; empty where nobody knows."""
    fields = [_field(name) for name in names]
    told = {column for field in fields for column in _COLUMNS.get(field, (field,))}
    fields = [
        field
        or next(
            (one for one, known in _columns("otherwise") if one not in told and known.fullmatch(name)), ""
        )
        for field, name in zip(fields, names, strict=True)
    ]
    is_family = "first_name" in fields and "last_name" not in fields  # "Vorname;Name"
    return [
        "last_name" if is_family and name == "name" else one for one, name in zip(fields, names, strict=True)
    ]


def _field(name: str) -> str:
    """What a column holds, whatever the others hold; empty where nobody knows."""
    return next((field for field, known in _columns("") if known.fullmatch(name)), "")


@cache
def _columns(table: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Fields with what their columns are called; ``table`` is "otherwise", or empty for all others."""
    text = (files("cardscan.export.existing") / "columns.toml").read_text(encoding="utf-8")
    known = tomllib.loads(text)
    otherwise = known.pop("otherwise")
    return tuple(
        (field, re.compile("|".join(names))) for field, names in (otherwise if table else known).items()
    )


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


def _id_in(names: Sequence[str], line: Sequence[str]) -> str:
    """Our id, in whatever column the program keeps it."""
    found = [
        (name, match)
        for name, cell in zip(names, line, strict=False)
        if (match := _OUR_ID.fullmatch(one_line(cell)))
    ]
    whole = next((match[1] for _, match in found if match[0] != match[1]), "")
    return whole or next((match[1] for name, match in found if _ID_COLUMN.fullmatch(name)), "")
