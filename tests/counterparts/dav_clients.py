"""What people's own programs find on a server: vdirsyncer fetches it, khard, khal and todoman read it.

Each runs at the server's root, as a person would give it, and finds the address book or the calendar
by itself.
"""

from __future__ import annotations

import ast
import json
import os
import subprocess
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from installed import counterpart

if TYPE_CHECKING:
    from pathlib import Path

    from dav_servers import DavServer

_PATIENCE_S = 60
_FETCH = """
[general]
status_path = {status}
[pair fetched]
a = "here"
b = "there"
collections = [{collection}]
implicit = "create"
[storage here]
type = "filesystem"
path = {folder}
fileext = {ending}
[storage there]
type = "{kind}"
url = {url}
read_only = true
{more}
"""
_KHARD = """
[addressbooks]
[[people]]
path = {folder}
"""
_KHAL = """
[calendars]
[[diary]]
path = {folder}
readonly = True
[sqlite]
path = {cache}
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = UTC
default_timezone = UTC
"""
_TODOMAN = """
path = {folder!r}
cache_path = {cache!r}
date_format = "%Y-%m-%d"
time_format = "%H:%M"
"""
_TEXTS = ("uid", "formatted_name", "first_name", "last_name", "kind")
_LISTS = ("organisations", "titles", "webpages", "notes", "categories")
_TYPED = ("phone_numbers", "emails", "post_addresses")
_CONTACT = (*_TEXTS, *_LISTS, *_TYPED)
_EVENT = (
    *("uid", "title", "start-long", "end-long", "all-day", "description", "location"),
    *("categories", "status", "alarms-list"),
)


def read_contacts(server: DavServer, folder: Path, address_book: str = "") -> list[dict[str, Any]]:
    """The contacts that khard reads, in the order of their names.

    Args:
        server: Where they are.
        folder: Where they are fetched to; what was fetched before is brought up to date.
        address_book: The URL of theirs; that of the server unless given.

    Returns:
        For each contact: uid, formatted_name, first_name, last_name and kind are texts; organisations
        (of each, the parts), titles, webpages, notes and categories are lists; phone_numbers, emails
        and post_addresses are lists by their types, such as "CELL, VOICE".
    """
    fetched = _fetch(server, folder, "carddav", address_book or server.address_book)
    if not any(fetched.glob("*.vcf")):
        return []  # khard ends with an error
    config = folder / "khard.conf"
    config.write_text(_KHARD.format(folder=fetched), encoding="utf-8")
    printed = _run(folder, "khard", "-c", config, "list", "--parsable", "--fields", ",".join(_CONTACT))
    return [_contact(line) for line in printed.rstrip("\n").split("\n")]


def read_agenda(
    server: DavServer,
    folder: Path,
    calendar: str = "",
    *,
    first_day: str = "2026-01-01",
    last_day: str = "2027-12-31",
) -> list[dict[str, Any]]:
    """The events that khal shows, by their time, each once; times are in UTC.

    Args:
        server: Where they are.
        folder: Where they are fetched to; what was fetched before is brought up to date.
        calendar: The URL of theirs; that of the server unless given.
        first_day: Where it begins to look, as YYYY-MM-DD.
        last_day: Where it stops.

    Returns:
        For each event, by khal's names: uid, title, start-long and end-long ("2026-11-24 09:00", or
        the first and the last day), all-day ("True"), description, location, categories, status and
        alarms-list, where each alarm has a "delta" in seconds.
    """
    fetched = _fetch(server, folder, "caldav", calendar or server.calendar)
    config = folder / "khal.conf"
    config.write_text(_KHAL.format(folder=fetched, cache=folder / "khal.db"), encoding="utf-8")
    fields = [argument for name in _EVENT for argument in ("--json", name)]
    printed = _run(folder, "khal", "-c", config, "list", "--once", *fields, first_day, last_day)
    return [event for day in printed.splitlines() for event in json.loads(day)]


def read_tasks(server: DavServer, folder: Path, calendar: str = "") -> list[dict[str, Any]]:
    """The tasks that todoman lists, open or not, by their summaries.

    Args:
        server: Where they are.
        folder: Where they are fetched to; what was fetched before is brought up to date.
        calendar: The URL of theirs; that of the server unless given.

    Returns:
        For each task, by todoman's names: summary, due (seconds since 1970; a day begins in UTC),
        completed, percent, priority, categories, description and location.
    """
    fetched = _fetch(server, folder, "caldav", calendar or server.calendar)
    config = folder / "todoman.py"
    settings = _TODOMAN.format(folder=str(fetched), cache=str(folder / "todoman.db"))
    config.write_text(settings, encoding="utf-8")
    printed = _run(folder, "todo", "-c", config, "--porcelain", "list", "--status", "ANY")
    return sorted(json.loads(printed), key=lambda task: task["summary"])


def _contact(line: str) -> dict[str, Any]:
    found = dict(zip(_CONTACT, line.split("\t"), strict=True))
    texts = {name: found[name] for name in _TEXTS}
    lists = {name: ast.literal_eval(found[name] or "[]") for name in _LISTS}
    return texts | lists | {name: ast.literal_eval(found[name] or "{}") for name in _TYPED}


def _fetch(server: DavServer, folder: Path, kind: str, url: str) -> Path:
    """The folder with a file for each thing in a collection, found from the server's root."""
    name = urlsplit(url).path.rstrip("/").rpartition("/")[2]
    settings = _FETCH.format(
        status=json.dumps(str(folder / f"{kind}-status")),
        collection=json.dumps(name),
        folder=json.dumps(str(folder / kind)),
        ending=json.dumps(".vcf" if kind == "carddav" else ".ics"),
        kind=kind,
        url=json.dumps(server.url),
        more="\n".join(_who_fetches(server)),
    )
    folder.mkdir(parents=True, exist_ok=True)
    config = folder / f"{kind}.conf"
    config.write_text(settings, encoding="utf-8")
    for command in ("discover", "sync"):
        _run(folder, "vdirsyncer", "-c", config, command)
    return folder / kind / name


def _who_fetches(server: DavServer) -> list[str]:
    who = {"username": server.user, "password": server.password} if server.user else {}
    if server.certificate:
        who["verify"] = str(server.certificate)
    return [f"{name} = {json.dumps(value)}" for name, value in who.items()]


def _run(folder: Path, program: str, *arguments: str | Path) -> str:
    """What a program prints; it knows nothing of whoever runs the tests, and nobody answers its questions."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    run = subprocess.run(
        [counterpart("dav", "bin", program), *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=_PATIENCE_S,
    )
    assert run.returncode == 0, f"{program}: {run.stdout}{run.stderr}"
    return run.stdout
