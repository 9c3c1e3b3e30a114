from __future__ import annotations

import pytest

from cardscan.parse import wording


@pytest.mark.parametrize(
    "text",
    [
        "Sales Manager",
        "SeniorSales Engineer",
        "Regionalverkaufsleiter",
        "Directrice commerciale",
        "Ingénieur d'affaires",
        "Kierownik sprzedaży",
        "C.E.O.",
        "Owner/Baker",
        "Head of Sales",
        "Lead",
        "代表取締役",
        "销售经理",
        "과장",
    ],
)
def test_title_has_a_head_word(text):
    assert wording.title_heads(text) > 0


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Head Office", "a building's head"),
        ("Lead Pipes", "the metal"),
        ("Northwind Tools", "no occupation in it"),
        ("—", "no word at all"),
        ("", "nothing at all"),
        ("東京都", "no rank in it"),
    ],
)
def test_other_text_has_no_head_word(text, why):
    assert wording.title_heads(text) == 0, why


def test_each_head_word_counts():
    assert wording.title_heads("Founder & Director") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Northwind Tools Ltd",
        "Quarz GmbH",
        "Sereno S.r.l.",
        "Polder B.V.",
        "Zielony Las Sp. z o.o.",
        "Selat Sdn Bhd",
        "株式会社ひなた",
        "ひなた(株)",
        "明日有限公司",
        "주식회사 해솔",
    ],
)
def test_legal_form_is_found(text):
    assert wording.legal_forms(text) > 0


@pytest.mark.parametrize("text", ["Coffee and cakes", "Ada Winter", "as good as bread", "東京都"])
def test_ordinary_text_has_no_legal_form(text):
    assert wording.legal_forms(text) == 0


@pytest.mark.parametrize("text", ["Ltd", "Co., Ltd.", "株式会社"])
def test_legal_form_alone_is_no_company(text):
    assert wording.is_legal_form(text)


@pytest.mark.parametrize("text", ["Northwind Ltd", "株式会社ひなた"])
def test_legal_form_with_a_name_is_more_than_a_legal_form(text):
    assert not wording.is_legal_form(text)


@pytest.mark.parametrize("text", ["Harbour Museum", "Maschinenbau Quarz", "Atelier Lumière", "東都大学"])
def test_kind_of_organisation_is_found(text):
    assert wording.organisation_words(text) > 0


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("Department of Maritime Affairs", 1.0),
        ("Abteilung Einkauf", 1.0),
        ("Direction des ventes", 1.0),
        ("海外営業部", 1.0),
        ("Public Works Department", 0.8),
        ("Supply Chain", 0.6),
    ],
)
def test_department_is_known_by_its_wording(text, least):
    assert wording.department_evidence(text) >= least


@pytest.mark.parametrize("text", ["Ada Winter", "12 Sample Street", "We love our team", "部", ""])
def test_other_text_is_no_department(text):
    assert wording.department_evidence(text) == 0


@pytest.mark.parametrize(
    ("text", "place"),
    [("海外営業部課長", 5), ("营销中心经理", 4), ("課長", None), ("海外営業部", None), ("", None)],
)
def test_rank_behind_a_department_is_told_apart(text, place):
    assert wording.cjk_department_and_title(text) == place


@pytest.mark.parametrize("word", ["Dr.", "Frau", "Prof.", "Dipl.-Ing.", "Dr.-Ing.", "Mme", "Sra."])
def test_honorific_is_known(word):
    assert wording.is_honorific(word)


@pytest.mark.parametrize(("word", "why"), [("M.S.", "initials"), ("Ada", "a name"), ("Anne-Marie", "a name")])
def test_word_that_is_no_honorific(word, why):
    assert not wording.is_honorific(word), why


@pytest.mark.parametrize("word", ["CPA", "Ph.D.", "Esq.", "MBA"])
def test_credential_is_known(word):
    assert wording.is_credential(word)


@pytest.mark.parametrize("word", ["Jean-Luc", "MARÍA", "Ada", "O'Brien"])
def test_name_in_the_lexicons_is_known_in_parts_and_in_any_case(word):
    assert wording.is_given_name(word) or wording.is_family_name(word)


def test_words_of_a_sentence_are_counted_in_every_language():
    assert wording.function_words("We bake for you und für Sie") >= 4
