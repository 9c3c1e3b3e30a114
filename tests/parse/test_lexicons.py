from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from cardscan.parse import lexicons
from cardscan.parse.language import language_of
from cardscan.parse.lexicons import names, table, words
from cardscan.parse.person import person_name
from cardscan.parse.text import bare, letters

FOLDER = Path(str(files(lexicons)))
TABLES = sorted(path.stem for path in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("name", TABLES)
def test_every_table_says_in_its_head_where_it_is_from_and_can_be_read(name):
    assert (FOLDER / f"{name}.toml").read_text(encoding="utf-8").startswith("# ")
    assert table(name)


@pytest.mark.parametrize("kind", ["given", "family"])
def test_names_are_bare_words(kind):
    assert len(names(kind)) > 5000
    assert [name for name in names(kind) if name != bare(name) or not name.isalpha()] == []


def test_words_of_every_language_come_together():
    assert {"manager", "leiter", "directrice", "部長"} <= words("roles", "head")


def test_words_of_a_table_without_languages_come_too():
    assert "gmail.com" in words("mail_providers", "domains")


def test_words_between_commas_are_a_list():
    heads = table("roles")["en"]["head"]
    assert "accountant" in heads
    assert [word for word in heads if word != word.strip() or not word or "," in word] == []


@pytest.mark.parametrize("name", ["roles", "organisations", "departments", "honorifics"])
def test_word_stands_once_in_its_list(name):
    twice = [
        (language, key, word)
        for language, lists in table(name).items()
        for key, listed in lists.items()
        for word in set(listed)
        if listed.count(word) > 1
    ]
    assert twice == []


@pytest.mark.parametrize("key", ["weak_prefix", "generation"])
def test_honorific_of_a_special_kind_is_also_one_of_its_usual_kind(key):
    usual = words("honorifics", "prefix" if key == "weak_prefix" else "suffix")
    assert words("honorifics", key) - usual == frozenset()


def test_weak_legal_form_is_also_a_legal_form():
    forms = {letters(form) for form in words("organisations", "legal")}
    assert {letters(form) for form in words("organisations", "weak_legal")} - forms == set()


@pytest.mark.parametrize("name", ["Phil Archer", "Don Winter", "Pan Li", "Nat Hill", "Eng Chua"])
def test_given_name_that_is_also_a_form_of_address_stays_in_the_name(name):
    assert person_name(name).value == name


@pytest.mark.parametrize("text", ["Dr. phil. Ada Winter", "Dr. rer. nat. Ada Winter", "Eng. Ada Winter"])
def test_form_of_address_that_is_also_a_given_name_is_known_by_its_print(text):
    assert person_name(text).value == "Ada Winter"


def test_unknown_key_has_no_words():
    assert words("roles", "no such key") == frozenset()


@pytest.mark.parametrize("name", ["roles", "organisations", "departments", "honorifics", "noise"])
def test_words_for_comparing_are_in_lower_case(name):
    keys = ("head", "modifier", "legal", "word", "prefix", "suffix", "watermark", "receipt")
    assert [word for key in keys for word in words(name, key) if word != word.lower()] == []


def test_mail_provider_stands_in_one_list():
    usual = {domain.split(".")[0] for domain in words("mail_providers", "domains")}
    assert words("mail_providers", "free") & usual == frozenset()


def test_place_stands_in_one_table():
    listed = {
        code: {*cities, *table("regions").get(code, {}).get("names", ())}
        for code, cities in table("cities")["cities"].items()
    }
    clues = table("country_clues")["places"]
    assert [
        place for code, places in clues.items() for place in places if place in listed.get(code, ())
    ] == []


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Directrice commerciale", "14, quai des Exemples"], "fr"),
        (["Projektleiterin", "Beispielhaus", "Verwaltung"], "de"),
        (["Diretor Comercial", "Rua Exemplo", "Engenheiro"], "pt"),
        (["Responsabile", "Via Esempio", "titolare"], "it"),
        (["Kierownik sprzedaży", "ul. Przykładowa"], "pl"),
    ],
)
def test_words_of_a_card_tell_its_language(texts, language):
    assert language_of(texts) == language


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["Sales Manager", "12 Sample Street"], "English is on cards of every country"),
        (["Projektleiterin"], "one word may be a name"),
        (["Projektleiterin, Verwaltung", "Ingénieure, conseillère"], "two languages have as many"),
        ([], "nothing is there"),
    ],
)
def test_too_little_tells_no_language(texts, why):
    assert language_of(texts) is None, why
