from __future__ import annotations

import pytest
from written_lines import lines

from cardscan.parse.finders.department import find_departments
from cardscan.parse.view import view_card


def found(*texts, address=0.0):
    """Departments that are likelier than not, the likeliest first."""
    view = view_card(lines(*texts), card_height_px=400, taken=(), address_evidence=lambda _: address)
    likely = [one for one in find_departments(view) if one.score > 0]
    return [one.value for one in sorted(likely, key=lambda one: -one.score)]


@pytest.mark.parametrize(
    "text",
    [
        "Department of Maritime Affairs",
        "Public Works Department",
        "Abteilung Einkauf",
        "Institut für Physik",
        "Direction des ventes",
        "Facultad de Derecho",
        "海外営業部",
        "영업부서팀",
    ],
)
def test_department_is_found(text):
    assert found(text)[0] == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Ada Winter", "a person"),
        ("Northwind Tools Ltd", "a firm"),
        ("Head of Department", "a title"),
        ("Our team bakes for you", "a slogan"),
        ("課長", "a rank"),
    ],
)
def test_other_text_is_no_department(text, why):
    assert found(text) == [], why


def test_department_before_a_rank_is_cut_out():
    assert "海外営業部" in found("海外営業部課長")


def test_department_behind_a_title_on_one_line_is_cut_out():
    assert "Department of Maritime Affairs" in found("Director, Department of Maritime Affairs")


def test_line_of_an_address_is_no_department():
    assert found("Department of Maritime Affairs", address=1.0) == []
