"""The words of the page: the same ones in every language, each of them used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import cardscan.review
from cardscan.review.texts import LANGUAGES, texts_for, texts_in

HOME = Path(cardscan.review.__file__).parent
SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in (*HOME.rglob("*.j2"), *HOME.rglob("*.py")) if path.is_file()
)
MADE = ("did_", "show_", "status_", "offer_")
"""Beginnings of keys that are put together."""


def words(language: str) -> dict[str, str]:
    return {f"{part}.{key}": text for part, keys in texts_in(language).items() for key, text in keys.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_words_with_the_same_gaps(language: str):
    def gaps(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    english = words("en")
    assert words(language).keys() == english.keys()
    assert {key: gaps(text) for key, text in words(language).items()} == {
        key: gaps(text) for key, text in english.items()
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_called_like_a_method(language: str):
    assert [key for key in words(language) if hasattr({}, key.partition(".")[2])] == []


def test_every_word_is_used():
    unused = [
        key
        for key in words("en")
        if not key.startswith(("fields.", "actions."))
        and not key.partition(".")[2].startswith(MADE)
        and not re.search(rf"t\.{re.escape(key)}\b|['\"]{re.escape(key.partition('.')[2])}['\"]", SOURCES)
    ]
    assert unused == []


def test_everything_that_can_be_undone_has_its_sentence():
    deeds = set(re.findall(r'what="(\w+)"', SOURCES)) | {"settled", "saved", "merged", "apart"}
    assert {f"page.did_{deed}" for deed in deeds} == {key for key in words("en") if ".did_" in key}


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        ("", "en"),
        ("de", "de"),
        ("de-CH, en;q=0.5", "de"),
        ("fr, nl;q=0.9", "en"),
        ("en;q=0.3, de;q=0.7", "de"),
        ("de;q=0, en", "en"),
        ("de;q=nonsense", "en"),
        (",;=,", "en"),
    ],
)
def test_the_browser_says_which_language(accepted: str, language: str):
    assert texts_for(accepted)[0] == language
