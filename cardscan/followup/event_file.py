"""The file ``event.toml`` that may lie beside the photos."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, cast, get_args

from cardscan.followup.record import Action
from cardscan.followup.toml_file import read_toml

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.followup.record import Event
    from cardscan.followup.toml_file import Table

EVENT_FILE = "event.toml"
_KEYS = ("name", "date", "country", "place", "goal", "owner", "next_action", "tags", "note")
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFile:
    """What an event file says, as written; what it leaves out is None.

    Attributes:
        name: The event's name.
        date: The event's (last) day.
        country: ISO 3166-1 alpha-2 code.
        place: Where it took place.
        goal: What the owner wants from it.
        owner: Who follows up.
        next_action: The first step with everybody.
        tags: For the CRM; empty where there are none.
        note: Anything else.
    """

    name: str | None = None
    date: date | None = None
    country: str | None = None
    place: str | None = None
    goal: str | None = None
    owner: str | None = None
    next_action: Action | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None


def read_event_file(folder: Path) -> EventFile:
    """What ``event.toml`` in ``folder`` says; nothing where there is no such file.

    Args:
        folder: The folder with the photos.

    Returns:
        What stands in the file, None where something does not.

    Raises:
        RecordError: The file cannot be read, is no TOML, or holds a key or value
            that it must not.
    """
    path = folder / EVENT_FILE
    if not path.exists():
        return EventFile()
    table = read_toml(path, 'name = "Autumn fair"')
    table.only(*_KEYS)
    return EventFile(
        name=table.text("name"),
        date=_date(table),
        country=table.text("country"),
        place=table.text("place"),
        goal=table.text("goal"),
        owner=table.text("owner"),
        next_action=cast("Action | None", table.choice("next_action", get_args(Action))),
        tags=table.texts("tags") or (),
        note=table.text("note"),
    )


def event_file_text(event: Event) -> str:
    """The text of an event file that says what ``event`` holds.

    Args:
        event: The event; what it was first known as is kept in the book alone.

    Returns:
        Lines of TOML that ``read_event_file`` understands; what the event leaves out
        does not stand there.  Halves of surrogate pairs, which no file in UTF-8 can
        hold, become U+FFFD.

    Source:
        TOML 1.0.0, "String": a JSON string is a basic string, but for U+007F.
    """
    lines = [f"name = {_quoted(event.name)}", f"date = {event.date.isoformat()}"]
    texts = {
        "country": event.country,
        "place": event.place,
        "goal": event.goal,
        "owner": event.owner,
        "next_action": event.next_action,
        "note": event.note,
    }
    lines += [f"{key} = {_quoted(text)}" for key, text in texts.items() if text]
    if event.tags:
        lines.append(f"tags = [{', '.join(map(_quoted, event.tags))}]")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(_SURROGATE.sub("\ufffd", text), ensure_ascii=False).replace("\x7f", r"\u007f")


def _date(table: Table) -> date | None:
    value = table.data.get("date")
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as exc:
        raise table.wrong(f"date is {value!r}; write it like: date = 2026-11-20") from exc
