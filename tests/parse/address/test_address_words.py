"""The lexicons of addresses, and the words they are looked up by."""

from __future__ import annotations

import re

import pytest

from cardscan.parse.address.words import country_name, mentions_of, phrases, words_of
from cardscan.parse.lexicons import table


def mentions(text: str, kind: str) -> list[str]:
    return [text[m.start : m.end] for m in mentions_of(text, words_of(text)) if m.is_a(kind)]


def test_number_and_word_are_parted_where_the_reader_lost_the_space() -> None:
    assert [word.text for word in words_of("15Sample")] == ["15", "Sample"]


def test_accents_and_dots_do_not_matter() -> None:
    assert mentions("MUNCHEN, U.S.A.", "city") == ["MUNCHEN"]
    assert mentions("MUNCHEN, U.S.A.", "country") == ["U.S.A"]


def test_longest_phrase_is_taken() -> None:
    assert mentions("New Delhi", "city") == ["New Delhi"]


def test_state_code_counts_in_capitals_only() -> None:
    assert mentions("Exampleton, OR 90000", "region") == ["OR"]
    assert mentions("this or that", "region") == []


def test_country_of_a_region_that_no_one_knows_has_no_name() -> None:
    assert country_name("ZZ") is None


@pytest.mark.parametrize("lexicon", ["postal_codes", "regions"])
def test_every_country_of_a_lexicon_has_a_name(lexicon: str) -> None:
    assert [region for region in table(lexicon) if country_name(region) is None] == []


def test_every_city_stands_in_a_country_with_a_name() -> None:
    assert [region for region in table("cities")["cities"] if country_name(region) is None] == []


def test_every_postal_form_is_a_regular_expression_with_a_side() -> None:
    for region, form in table("postal_codes").items():
        assert re.compile(form["form"]).groups == 0, region
        assert form["side"] in {"before", "after"}, region


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        (("p", "o", "box"), "box"),
        (("rue",), "before_name"),
        (("street",), "after_name"),
        (("gmbh",), "legal"),
    ],
)
def test_phrase_has_its_meaning(phrase: tuple[str, ...], kind: str) -> None:
    assert kind in {meaning.kind for meaning in phrases()[phrase]}
