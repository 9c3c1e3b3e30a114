"""Profiles as TOML files: ours beside this module, and the user's own."""

from __future__ import annotations

import re
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, cast, get_args

from cardscan.errors import UsageError
from cardscan.export.crm.profile import DATE_FORMS, Column, PhoneForm, Profile
from cardscan.export.crm.values import SOURCES
from cardscan.followup.cell_text import one_line
from cardscan.followup.toml_file import Table, read_toml

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.errors import RecordError

_HOME = files("cardscan.export.crm") / "profiles"
_EXAMPLE = '[contacts] and below it "First Name" = "first_name"'
_KEYS = (
    "name",
    "dates",
    "phones",
    "refuses",
    "required",
    "byte_order_mark",
    "delimiter",
    "hint",
    "longest",
    "most_rows",
    "most_bytes",
    "contacts",
    "tasks",
    "choices",
)
_CONSTANT, _IF = "=", " if "
"""How a constant is written: "=Work", "=Work if email_2"."""


def profile_names() -> tuple[str, ...]:
    """The names of our own profiles, sorted."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in _HOME.iterdir() if _is_profile(entry)))


def _is_profile(entry: object) -> bool:
    return str(getattr(entry, "name", "")).endswith(".toml")


def named_profile(name: str) -> Profile:
    """One of our own profiles.

    Args:
        name: One of ``profile_names()``.

    Raises:
        UsageError: There is none of that name.
    """
    if name not in profile_names():
        raise UsageError(f"There is no profile {name!r}. Type one of: {', '.join(profile_names())}.")
    with as_file(_HOME / f"{name}.toml") as path:
        return read_profile(path)


def read_profile(path: Path) -> Profile:
    """A profile from its file.

    Args:
        path: A TOML file: tables of columns, each with what fills it, and the importer's habits.

    Raises:
        RecordError: It cannot be read, or holds what no profile holds; the sentence names the
            line and what is known.
    """
    table = read_toml(path, _EXAMPLE)
    lines = _Lines(path)
    _known(table, lines)
    contacts = _columns(table, "contacts", lines)
    if not contacts:
        raise table.wrong(f"it has no columns; write {_EXAMPLE}")
    headers = {column.header for column in contacts}
    required = tuple(tuple(group.split("|")) for group in table.texts("required") or ())
    for header in (one for group in required for one in group):
        if header not in headers:
            raise lines.wrong(table, "required", f"{header!r} is required and none of the columns")
    return Profile(
        name=table.text("name") or path.stem,
        contacts=contacts,
        tasks=_columns(table, "tasks", lines),
        required=required,
        dates=table.choice("dates", tuple(DATE_FORMS)) or "YYYY-MM-DD",
        phones=cast("PhoneForm", table.choice("phones", get_args(PhoneForm)) or "international"),
        refuses=table.text("refuses") or "",
        longest=_longest(table, lines),
        choices=_choices(table, lines),
        byte_order_mark=_is_yes(table, "byte_order_mark"),
        delimiter=table.choice("delimiter", (",", ";", "\t")) or ",",
        hint=one_line(table.text("hint") or ""),
        most_rows=table.number("most_rows", default=50_000, least=1, most=10_000_000),
        most_bytes=table.number("most_bytes", default=20_000_000, least=10_000, most=10_000_000_000),
    )


class _Lines:
    """The lines of a file, to say where something stands."""

    def __init__(self, path: Path) -> None:
        self._lines = path.read_text(encoding="utf-8-sig").splitlines()

    def wrong(self, table: Table, key: str, sentence: str) -> RecordError:
        """The error about a key, with its line."""
        said = re.compile(rf'\s*\[?(choices\.)?"?{re.escape(key)}"?\s*[=\]]')
        number = next((at for at, line in enumerate(self._lines, start=1) if said.match(line)), None)
        return table.wrong(f"line {number}: {sentence}." if number else f"{sentence}.")


def _known(table: Table, lines: _Lines) -> None:
    unknown = sorted(table.data.keys() - set(_KEYS))
    if unknown:
        raise lines.wrong(table, unknown[0], f"{unknown[0]!r} is not known; known are {', '.join(_KEYS)}")


def _columns(table: Table, key: str, lines: _Lines) -> tuple[Column, ...]:
    columns = table.table(key, key)
    return tuple(_column(columns, header, lines) for header in columns.data)


def _column(columns: Table, header: str, lines: _Lines) -> Column:
    text = columns.text(header) or ""
    constant, _, only_with = text.partition(_IF) if text.startswith(_CONSTANT) else ("", "", "")
    sources = () if constant else tuple(source for part in text.split("|") if (source := part.strip()))
    for source in filter(None, (*sources, only_with.strip())):
        if source not in SOURCES:
            raise lines.wrong(
                columns,
                header,
                f"there is no {source!r} to fill {header!r} with; known are {', '.join(SOURCES)}",
            )
    return Column(
        header=header,
        sources=sources,
        constant=constant.removeprefix(_CONSTANT),
        only_with=only_with.strip(),
    )


def _choices(table: Table, lines: _Lines) -> dict[str, dict[str, str]]:
    choices = table.table("choices", "choices.priority")
    for source in choices.data:
        if source not in SOURCES:
            raise lines.wrong(choices, source, f"there is no {source!r}; known are {', '.join(SOURCES)}")
    return {
        source: {value: called.text(value) or "" for value in called.data}
        for source in choices.data
        for called in (choices.table(source, f"choices.{source}"),)
    }


def _longest(table: Table, lines: _Lines) -> dict[str, int]:
    limits = table.table("longest", "longest")
    headers = {*table.table("contacts", "contacts").data, *table.table("tasks", "tasks").data}
    for header in limits.data:
        if header not in headers:
            raise lines.wrong(
                limits, header, f"there is no column {header!r}; known are {', '.join(headers)}"
            )
    return {header: limits.number(header, default=1, least=1, most=1_000_000) for header in limits.data}


def _is_yes(table: Table, key: str) -> bool:
    value = table.data.get(key, False)
    if not isinstance(value, bool):
        raise table.wrong(f"{key} must be true or false.")
    return value
