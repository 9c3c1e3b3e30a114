"""Words that say what a line is: data files, each with its source, loaded once.

To add a word, add it to its file; nothing else knows the words.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """The TOML file of that name, without its suffix; a text of several lines in it is a list of words."""
    return _listed(tomllib.loads((files(__name__) / f"{name}.toml").read_text(encoding="utf-8")))


def _listed(part: dict[str, Any]) -> dict[str, Any]:
    """Words between commas as lists: long lists are written so, being read ten times as fast."""
    for key, value in part.items():
        if isinstance(value, dict):
            _listed(value)
        elif isinstance(value, str) and "\n" in value:
            part[key] = [word for word in (piece.strip() for piece in value.split(",")) if word]
    return part


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """The words under ``keys`` of a TOML file; with one key, those of every language's table too."""
    found = table(name)
    lists = [found[key] for key in keys if isinstance(found.get(key), list)]
    lists += [part[key] for part in found.values() if isinstance(part, dict) for key in keys if key in part]
    return frozenset(word for one in lists for word in one)


@cache
def names(kind: str) -> frozenset[str]:
    """The "given" or "family" names in Latin script, in lower case without accents."""
    text = (files(__name__) / f"{kind}_names.txt").read_text(encoding="ascii")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
