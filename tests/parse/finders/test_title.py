from __future__ import annotations

import pytest
from written_lines import lines

from cardscan.parse.finders.title import find_titles, is_credentials
from cardscan.parse.view import view_card


def found(*texts, address=0.0):
    """Titles that are likelier than not, the likeliest first."""
    view = view_card(lines(*texts), card_height_px=400, taken=(), address_evidence=lambda _: address)
    likely = [one for one in find_titles(view) if one.score > 0]
    return [one.value for one in sorted(likely, key=lambda one: -one.score)]


@pytest.mark.parametrize(
    "text",
    [
        "Sales Manager",
        "Web Developer",
        "Vice President, Sales",
        "Attorney at Law",
        "Geschäftsführerin",
        "Verkställande direktör",
        "Projektledare",
        "Daglig leder",
        "Myyntipäällikkö",
        "Leiter Vertrieb",
        "Directrice commerciale",
        "Responsable de Exportación",
        "Diretor Comercial",
        "Responsabile vendite",
        "Accountmanager",
        "Kierownik sprzedaży",
        "代表取締役",
        "销售经理",
        "과장",
    ],
)
def test_title_is_found(text):
    assert found(text)[0] == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ada Winter", "a person"),
        ("Northwind Tools Ltd", "a firm"),
        ("Coffee and cakes", "goods"),
        ("Head Office", "a place"),
        ("Managers Insurance Company Ltd", "a firm"),
        ("Your partner for all the things that you need in and around the house.", "a slogan"),
        ("東京都", "a town"),
        ("MBA, Ph.D.", "credentials"),
    ],
)
def test_other_text_is_no_title(text, why):
    assert found(text) == [], why


def test_title_behind_a_name_on_one_line_is_cut_out():
    assert "Sales Manager" in found("Ada Winter, Sales Manager")


def test_rank_behind_a_department_is_cut_out():
    assert "課長" in found("海外営業部課長")


def test_line_of_an_address_is_no_title():
    assert found("Director Street", address=1.0) == []


@pytest.mark.parametrize("text", ["M.Tech (IIT), Ph.D, FIE", "MBA", "CPA, CFA"])
def test_list_of_degrees_is_credentials(text):
    assert is_credentials(text)


@pytest.mark.parametrize("text", ["Sales Manager, MBA", "Ada Winter, CPA and friends", ""])
def test_other_text_is_no_list_of_degrees(text):
    assert not is_credentials(text)
