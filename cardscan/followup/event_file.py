"""The file ``event.toml`` that may lie beside the photos."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from cardscan.errors import RecordError

if TYPE_CHECKING:
    from pathlib import Path

EVENT_FILE = "event.toml"
_KEYS = ("name", "date", "country")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """What an event file says; what it leaves out is None.

    Attributes:
        name: The event's name.
        date: The event's (last) day.
        country: ISO 3166-1 alpha-2 code, as written.
    """

    name: str | None = None
    date: date | None = None
    country: str | None = None


def read_event_file(folder: Path) -> EventFile:
    """What ``event.toml`` in ``folder`` says; nothing where there is no such file.

    Args:
        folder: The folder with the photos.

    Returns:
        The file's name, date and country, each None where it does not stand there.

    Raises:
        RecordError: The file cannot be read, is no TOML, or holds a key or value
            that it must not.
    """
    path = folder / EVENT_FILE
    if not path.exists():
        return EventFile()
    data = _load(path)
    unknown = sorted(data.keys() - set(_KEYS))
    if unknown:
        raise RecordError(
            str(path), f"{unknown[0]!r} is not known here; the file may hold {', '.join(_KEYS)}."
        )
    source = str(path)
    return EventFile(
        name=_text(data, "name", source), date=_date(data, source), country=_text(data, "country", source)
    )


def _load(path: Path) -> dict[str, Any]:
    try:
        # Editors on Windows like to put a byte-order mark first, which TOML does not allow.
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as exc:
        raise RecordError(str(path), f"it cannot be read ({exc.strerror}).") from exc
    except UnicodeDecodeError as exc:
        raise RecordError(str(path), "it is not in UTF-8; save it again with that encoding.") from exc
    except RecursionError as exc:
        raise RecordError(
            str(path), 'its brackets are nested too deeply; write lines like: name = "Autumn fair"'
        ) from exc
    except tomllib.TOMLDecodeError as exc:
        raise RecordError(
            str(path), f'it is no TOML ({exc}); write lines like: name = "Autumn fair"'
        ) from exc


def _text(data: dict[str, Any], key: str, source: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise RecordError(source, f'{key} must be a text in quotation marks, like: {key} = "…"')
    return value


def _date(data: dict[str, Any], source: str) -> date | None:
    value = data.get("date")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as exc:
        raise RecordError(source, f"date is {value!r}; write it like: date = 2026-11-20") from exc
