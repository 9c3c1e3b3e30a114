"""The words of the page: a folder for each language, in it a file for each part of the page."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

LANGUAGES = ("en", "de")

Texts = Mapping[str, Mapping[str, str]]
"""Part of the page to key to sentence."""


def texts_for(accepted: str) -> tuple[str, Texts]:
    """The words in the first language that the browser asks for and the page speaks.

    Args:
        accepted: The header Accept-Language.

    Returns:
        The language's ISO 639-1 code, and the words.

    Example:
        >>> texts_for("fr, de-AT;q=0.9, en;q=0.8")[0]
        'de'
    """
    wanted = sorted(map(_preference, accepted.split(",")), reverse=True, key=lambda one: one[0])
    language = next((code for quality, code in wanted if quality and code in LANGUAGES), LANGUAGES[0])
    return language, texts_in(language)


@cache
def texts_in(language: str) -> Texts:
    """The words in one language.

    Args:
        language: One of ``LANGUAGES``.
    """
    home = files(__package__) / language
    return {
        file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))
        for file in home.iterdir()
        if file.name.endswith(".toml")
    }


def _preference(part: str) -> tuple[float, str]:
    """How much a language is wanted, and its code: "de-AT;q=0.9"."""
    tag, _, parameter = part.strip().partition(";")
    _, _, number = parameter.partition("=")
    try:
        quality = float(number or 1)
    except ValueError:
        quality = 0.0
    return quality, tag.strip().lower().partition("-")[0]
