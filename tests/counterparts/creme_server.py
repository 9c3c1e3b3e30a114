"""Creme CRM, started from a database that was populated once, and driven through its own screens."""

from __future__ import annotations

import csv
import http.cookiejar
import io
import json
import os
import re
import shutil
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from importlib.metadata import distributions
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from dav_servers import free_port, running
from installed import counterpart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

LISTS = {
    "contacts": "/persons/contacts",
    "organisations": "/persons/organisations",
    "activities": "/activities/activities",
}
EMPLOYED_BY = "persons-subject_employed_by"

_PROJECT = "tested"
_PATIENCE_S = 60
_SETTINGS = """
SECRET_KEY = "only for tests"
DEBUG = True
ALLOWED_HOSTS = ["127.0.0.1"]
SITE_DOMAIN = "http://127.0.0.1:{port}"
JOBMANAGER_BROKER = "unix_socket://{home}/socket/"
DATABASES["default"]["OPTIONS"] = {{"init_command": "PRAGMA synchronous=OFF;PRAGMA journal_mode=MEMORY;"}}
"""
_BOUNDARY = "a-line-between-two-fields"
Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Creme:
    """A Creme in which somebody has logged in.

    Attributes:
        url: Its root, without a slash.
    """

    url: str
    _opener: urllib.request.OpenerDirector = field(
        default_factory=lambda: urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )
    )

    def log_in(self) -> None:
        """As its first user."""
        form = dict(self._form("/creme_login/")) | {"username": "root", "password": "root"}
        place, _ = self._post("/creme_login/", form.items())
        assert not place.endswith("/creme_login/"), "it does not know its first user"

    def upload(self, path: Path) -> str:
        """Put a file among its documents; the document's id."""
        form = dict(self._form("/documents/document/add"))
        kept = ("csrfmiddlewaretoken", "user", "linked_folder")
        fields = {name: form[name] for name in kept} | {"title": path.name, "relation_types": "[]"}
        place, page = self._post("/documents/document/add", fields.items(), path)
        assert not _errors(page), _errors(page)
        return place.rpartition("/")[2]

    def import_file(
        self, kind: str, path: Path, chosen: Mapping[str, str], *, keys: tuple[str, ...], employers: str = ""
    ) -> str:
        """Import a CSV through the import screen.

        Args:
            kind: One of ``LISTS``.
            path: The file.
            chosen: Fields of the screen; one that ends in _colselect takes the column of that header.
                Columns whose headers the screen knows are chosen by itself.
            keys: The fields that together tell whether an entry is there already.
            employers: The column with the organisations that contacts work for, made where missing.

        Returns:
            What its page on the finished job says.
        """
        header = next(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        screen = f"/creme_core/mass_import/{self.type_of(kind)}"
        first = dict(self._form(screen)) | {"document": self.upload(path), "has_header": "on", "step": "0"}
        _, page = self._post(screen, first.items())
        form = dict(_form_in(page))
        for several in ("key_fields", "property_types", "languages_defval", "participating_users"):
            form.pop(several, None)
        form |= {"fixed_relations": "[]", "dyn_relations": "[]"}
        for name, value in chosen.items():
            form[name] = str(header.index(value) + 1) if name.endswith("_colselect") else value
        if employers:
            relation = {
                "rtype": EMPLOYED_BY,
                "ctype": int(self.type_of("organisations")),
                "searchfield": "name",
                "column": header.index(employers) + 1,
            }
            form |= {"dyn_relations": json.dumps([relation]), "dyn_relations_can_create": "on"}
        place, page = self._post(screen, [*form.items(), *(("key_fields", key) for key in keys)])
        assert not _errors(page), _errors(page)
        return self._finished(place.removeprefix(self.url))

    def export(self, kind: str, *columns: str) -> list[dict[str, str]]:
        """The rows of its own CSV export.

        Args:
            kind: One of ``LISTS``.
            *columns: Cells of a view that is made for it: "regular_field-phone".
        """
        type_id = self.type_of(kind)
        add = f"/creme_core/header_filter/add/{type_id}"
        name = f"view {os.urandom(4).hex()}"
        form = dict(self._form(add)) | {"name": name, "cells": ",".join(columns)}
        _, page = self._post(add, form.items())
        assert not _errors(page), _errors(page)
        listed = self._get(LISTS[kind])
        view = re.search(rf'<option value="([^"]+)"[^>]*>\s*{name}', listed)
        assert view, "the new view is not in its list"
        query = f"ct_id={type_id}&hfilter={view[1]}&sort_order=ASC&sort_key={columns[0]}&type=csv"
        text = self._get(f"/creme_core/mass_export?{query}")
        header, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
        assert len(header) == len(columns)
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def participants(self, title: str) -> str:
        """Who takes part in an activity, as its page says."""
        listed = unescape(self._get(LISTS["activities"]))
        link = re.search(rf'href="(/activities/activity/\d+)" title="[^"]*{re.escape(title)}"', listed)
        assert link, f"{title} is not in the list"
        page = " ".join(re.sub(r"<[^>]+>", " ", unescape(self._get(link[1]))).split())
        return page.partition("Participants")[2]

    def type_of(self, kind: str) -> str:
        """The number of a kind of entries, as its addresses have it."""
        found = re.search(r"/creme_core/mass_import/(\d+)", self._get(LISTS[kind]))
        assert found, f"{kind} cannot be imported"
        return found[1]

    def _finished(self, job: str) -> str:
        give_up = time.monotonic() + _PATIENCE_S
        while time.monotonic() < give_up:
            said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", self._get(job)))
            if "Completed" in said:
                return said.partition("Statistics")[2].partition("Crème is free")[0]
            time.sleep(0.2)
        raise TimeoutError(said)

    def _get(self, path: str) -> str:
        with self._opener.open(f"{self.url}{path}", timeout=_PATIENCE_S) as answer:
            return answer.read().decode()

    def _form(self, path: str) -> Fields:
        return _form_in(self._get(path))

    def _post(
        self, path: str, fields: Iterable[tuple[str, str]], file: Path | None = None
    ) -> tuple[str, str]:
        """Where a form that was sent leads to, and the page there."""
        parts = [
            f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}'.encode() for name, value in fields
        ]
        if file:
            head = f'Content-Disposition: form-data; name="filedata"; filename="{file.name}"'
            parts.append(head.encode() + b"\r\nContent-Type: text/csv\r\n\r\n" + file.read_bytes())
        line = f"--{_BOUNDARY}\r\n".encode()
        body = b"".join(line + part + b"\r\n" for part in parts) + f"--{_BOUNDARY}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
        request = urllib.request.Request(f"{self.url}{path}", body, headers)  # noqa: S310 - of this computer
        with self._opener.open(request, timeout=_PATIENCE_S) as answer:
            return answer.geturl(), answer.read().decode()


@contextmanager
def creme() -> Iterator[Creme]:
    """A Creme of its own, populated, with its job manager."""
    program = counterpart("creme", "bin", "creme")
    with TemporaryDirectory(prefix="cardscan-creme-", ignore_cleanup_errors=True) as name:
        home, port = Path(name), free_port()
        shutil.copytree(_populated(program), home, dirs_exist_ok=True)
        (home / "socket").mkdir()
        settings = home / _PROJECT / "local_settings.py"
        settings.write_text(settings.read_text() + _SETTINGS.format(port=port, home=home))
        started = Creme(f"http://127.0.0.1:{port}")
        where = [f"--settings={_PROJECT}.settings", f"--pythonpath={home}"]
        serve = [program, "runserver", f"127.0.0.1:{port}", "--noreload", *where]
        with (
            running([program, "creme_job_manager", *where], home, lambda: None),
            running(serve, home, lambda: started._get("/creme_login/")),
        ):
            started.log_in()
            yield started


def _populated(program: Path) -> Path:
    """A project with its database, made once for each version and kept between runs."""
    places = [str(place) for place in program.parents[1].glob("lib/*/site-packages")]
    version = next(found.version for found in distributions(path=places) if found.name == "creme-crm")
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    kept = caches / "cardscan-tests" / f"creme-{version}"
    if kept.exists():
        return kept
    kept.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="making-", dir=kept.parent) as name:
        made = Path(name)
        _run(program, "creme_start_project", _PROJECT, folder=made)
        home = made / _PROJECT
        with (home / _PROJECT / "settings.py").open("a") as settings:
            settings.write("\nfrom .local_settings import *\n")
        local = home / _PROJECT / "local_settings.py"
        as_made = local.read_text()
        local.write_text(as_made + _SETTINGS.format(port=0, home=home))
        for command in ("migrate", "creme_populate", "generatemedia"):
            _run(program, command, f"--settings={_PROJECT}.settings", f"--pythonpath={home}", folder=home)
        local.write_text(as_made)
        try:
            home.rename(kept)
        except OSError:
            if not kept.exists():  # else another run was faster, and what it made is as good
                raise
    return kept


def _run(program: Path, *words: str, folder: Path) -> None:
    subprocess.run([program, *words], cwd=folder, check=True, capture_output=True, timeout=300)


def _errors(page: str) -> list[str]:
    lists = re.findall(r'class="errorlist.*?</ul>', page, flags=re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>|class=\S+", " ", one).split()) for one in lists]


def _form_in(page: str) -> Fields:
    form = _Form()
    form.feed(page)
    return form.fields


class _Form(HTMLParser):
    """The fields of a page with what a browser would send of them."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: Fields = []
        self._select = ""
        self._options: list[tuple[str, bool]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        kind = given.get("type", "text")
        if tag == "input" and given.get("name") and kind not in ("submit", "button", "file"):
            if kind not in ("checkbox", "radio") or "checked" in given:
                self.fields.append((given["name"], given.get("value", "on" if kind == "checkbox" else "")))
        elif tag == "textarea":
            self.fields.append((given.get("name", ""), ""))
        elif tag == "select":
            self._select, self._options = given.get("name", ""), []
        elif tag == "option" and self._select:
            self._options.append((given.get("value", ""), "selected" in given))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select" and self._select:
            chosen = [value for value, is_chosen in self._options if is_chosen]
            values = chosen or [value for value, _ in self._options[:1]]
            self.fields += [(self._select, value) for value in values]
            self._select = ""
