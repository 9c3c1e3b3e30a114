from __future__ import annotations

import pytest
from written_card import reading

from cardscan.parse.assign import COMPANY_THRESHOLD
from cardscan.parse.candidate import Candidate, Span
from cardscan.parse.finders.company import find_companies
from cardscan.parse.view import view_card


def found(*texts, domain=None, address=lambda _: 0.0):
    """The likeliest company of a card and its score."""
    card = reading(*texts, *([f"x@{domain}"] if domain else []))
    last = len(card.lines) - 1
    span = Span(line=last, start=0, end=len(card.lines[last].text))
    taken = [Candidate(kind="email", raw=f"x@{domain}", value=f"x@{domain}", spans=(span,))] if domain else []
    view = view_card(card.lines, card_height_px=card.card.height_px, taken=taken, address_evidence=address)
    best = find_companies(view)[0]
    return best.value, best.score


@pytest.mark.parametrize(
    "text",
    [
        "Northwind Tools Ltd",
        "Baker & Smith LLP",
        "Quarz Maschinenbau GmbH",
        "Atelier Lumière SARL",
        "Viñas del Sur, S.L.",
        "Vento Norte Ltda",
        "Officine Sereno S.r.l.",
        "Polderlicht B.V.",
        "Zielony Las Sp. z o.o.",
        "Selat Marine Sdn Bhd",
        "株式会社ひなた製作所",
        "明日科技有限公司",
        "주식회사 해솔",
        "Harbour Museum",
    ],
)
def test_company_is_found(text):
    value, score = found(text, "Ada Winter")
    assert value == text
    assert score > COMPANY_THRESHOLD


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Sales Manager", "a title"),
        ("Ada Winter", "a person"),
        ("Department of Maritime Affairs", "a department"),
        ("We bake for you every day.", "a slogan"),
        ("Ltd", "a legal form alone"),
        ("株式会社", "a legal form alone"),
        ("MBA, Ph.D.", "credentials"),
    ],
)
def test_other_text_is_no_company(text, why):
    assert found(text)[1] <= COMPANY_THRESHOLD, why


def test_domain_names_the_company_without_a_legal_form():
    assert found("Ada Winter", "Northwind", domain="northwind.example")[0] == "Northwind"


def test_name_that_runs_over_two_lines_is_one():
    assert found("Institute of", "Maritime Affairs")[0] == "Institute of Maritime Affairs"


def test_legal_form_on_the_next_line_belongs_to_the_name():
    assert found("#NORTHWIND", "#TOOLS LTD")[0] == "NORTHWIND TOOLS LTD"


def test_title_below_is_no_part_of_the_company():
    assert found("Northwind Tools Ltd", "Sales Manager")[0] == "Northwind Tools Ltd"


def test_line_of_an_address_is_no_company():
    assert found("Museum Street", address=lambda _: 1.0)[1] <= COMPANY_THRESHOLD
