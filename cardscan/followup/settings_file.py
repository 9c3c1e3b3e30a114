"""The settings file: TOML, a default for every key, a sentence for every mistake."""

from __future__ import annotations

import re
from datetime import time
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args
from urllib.parse import urlsplit

from cardscan.followup.cadence import Cadence, CadenceStep
from cardscan.followup.cell_text import one_line, values
from cardscan.followup.owner_file import read_owner
from cardscan.followup.record import Action
from cardscan.followup.settings import Material, Settings
from cardscan.followup.toml_file import read_toml

if TYPE_CHECKING:
    from cardscan.followup.toml_file import Table

_ACTIONS = get_args(Action)
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_MOST_WORKING_DAYS = 365
_MOST_DAYS = 3650
"""Longer waits are typing errors, and would reach beyond the calendar's years."""


def read_settings(path: Path | None) -> Settings:
    """What the settings file says.

    Args:
        path: The file; None, or one that does not exist, for the defaults alone.

    Returns:
        The settings.  Files and folders that they name are taken from the folder of
        the settings file; whether they exist is not looked at here.

    Raises:
        RecordError: The file cannot be read or is no TOML, a key is not known, or a
            value is not what it must be; the sentence says what to write.
    """
    if path is None or not path.exists():
        return Settings()
    table = read_toml(path, "stay_in_touch_days = 90")
    table.only("owner", "cadence", "material", "templates", "plan")
    plan = table.table("plan", "plan")
    plan.only("at", "minutes")
    default = Settings()
    return Settings(
        owner=read_owner(table.table("owner", "owner")),
        cadence=_cadence(table.table("cadence", "cadence")),
        materials=tuple(_material(each, path) for each in table.tables("material", "material") or ()),
        templates=_path(table, "templates", path),
        plan_at=_clock(plan) or default.plan_at,
        plan_minutes=plan.number("minutes", default=default.plan_minutes, least=1, most=24 * 60),
    )


def default_settings_text() -> str:
    """A settings file with every key explained and every default written out."""
    return (files(__package__) / "settings.toml").read_text(encoding="utf-8")


def _cadence(table: Table) -> Cadence:
    table.only("first", "steps", "stay_in_touch_days", "stay_in_touch_action")
    default = Cadence()
    steps = table.tables("steps", "cadence.steps")
    return Cadence(
        first_after=_first_after(table.table("first", "cadence.first"), default),
        steps=default.steps if steps is None else tuple(map(_step, steps)),
        stay_in_touch_days=table.number(
            "stay_in_touch_days", default=default.stay_in_touch_days, least=0, most=_MOST_DAYS
        ),
        stay_in_touch_action=_action(table, "stay_in_touch_action") or default.stay_in_touch_action,
    )


def _first_after(table: Table, default: Cadence) -> tuple[int, int, int]:
    table.only("A", "B", "C")
    a, b, c = (
        table.number(priority, default=usual, least=0, most=_MOST_WORKING_DAYS)
        for priority, usual in zip("ABC", default.first_after, strict=True)
    )
    return a, b, c


def _step(table: Table) -> CadenceStep:
    table.only("action", "after")
    action = _action(table, "action")
    if action is None or "after" not in table.data:
        raise table.wrong('a step needs an action and its wait in working days: action = "email", after = 2')
    return CadenceStep(
        action=action, after=table.number("after", default=2, least=0, most=_MOST_WORKING_DAYS)
    )


def _action(table: Table, key: str) -> Action | None:
    return cast("Action | None", table.choice(key, _ACTIONS))


def _material(table: Table, settings_path: Path) -> Material:
    table.only("name", "words", "file", "link")
    name = one_line(table.text("name") or "")
    if not name:
        raise table.wrong('a material needs a name as a letter calls it, like: name = "our price list"')
    return Material(
        name=name,
        words=values(table.texts("words") or ()),
        file=_path(table, "file", settings_path),
        link=_link(table),
    )


def _path(table: Table, key: str, settings_path: Path) -> Path | None:
    """The path under ``key``, from the settings file's folder unless it is absolute or begins with ~."""
    text = table.text(key)
    if text is None:
        return None
    if not text.strip() or "\0" in text:
        raise table.wrong(f"{key} is {text!r}; write a path, from the folder of this file, or leave it out.")
    try:
        return settings_path.parent / Path(text).expanduser()
    except RuntimeError as exc:
        raise table.wrong(f"{key} is {text!r}; whose folder ~ means is not known. Write it out.") from exc


def _link(table: Table) -> str:
    link = table.text("link") or ""
    if link and not _is_link(link):
        raise table.wrong(
            f"link is {link!r}; write an address that begins with https:, http: or mailto:, without spaces."
        )
    return link


def _is_link(text: str) -> bool:
    if not text.isprintable() or " " in text:
        return False
    try:
        parts = urlsplit(text)
    except ValueError:  # brackets that are no address
        return False
    return (
        bool(parts.hostname)
        if parts.scheme in ("http", "https")
        else parts.scheme == "mailto" and "@" in text
    )


def _clock(table: Table) -> str | None:
    value = table.data.get("at")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if value is not None and not (isinstance(value, str) and _CLOCK.fullmatch(value)):
        raise table.wrong(f'at is {value!r}; write hours and minutes, like: at = "09:00"')
    return value
