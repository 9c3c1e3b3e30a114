"""Addresses on cards written by hand: which lines belong to them, and which come first."""

from __future__ import annotations

import pytest

from cardscan.geometry import Quad, rectangle
from cardscan.ocr.record import TextLine
from cardscan.parse.candidate import Span
from cardscan.parse.finders.address import find_addresses


def line(text: str, *, left: float = 50, top: float = 0, height: float = 30) -> TextLine:
    """A line of ordinary print."""
    return at(text, rectangle(left, top, left + 0.5 * height * len(text), top + height))


def at(text: str, quad: Quad) -> TextLine:
    return TextLine(text=text, quad=quad, words=(), confidence=0.9)


def column(*texts: str, left: float = 50, top: float = 0) -> list[TextLine]:
    """Lines under each other, close together."""
    return [line(text, left=left, top=top + 36 * row) for row, text in enumerate(texts)]


def addresses(lines: list[TextLine], *taken: Span, region: str | None = None) -> list[str]:
    return [candidate.raw for candidate in find_addresses(lines, region=region, taken=taken)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("12 Sample Street", "Exampleton, CA 90000"), "12 Sample Street, Exampleton, CA 90000"),
        (("15Sample Avenue", "Exampleton, NY 10000"), "15Sample Avenue, Exampleton, NY 10000"),
        (("1 Example Lane", "London EC1A 1BB"), "1 Example Lane, London EC1A 1BB"),
        (("Beispielstraße 5", "80331 München"), "Beispielstraße 5, 80331 München"),
        (("Beispielring 7", "A-4020 Linz"), "Beispielring 7, A-4020 Linz"),
        (("Mustergasse 3/12", "1010 Wien", "Österreich"), "Mustergasse 3/12, 1010 Wien, Österreich"),
        (("12, rue de l'Exemple", "75008 Paris"), "12, rue de l'Exemple, 75008 Paris"),
        (("Calle Ejemplo 14, 3º B", "28013 Madrid"), "Calle Ejemplo 14, 3º B, 28013 Madrid"),
        (("Rua do Exemplo, 45", "1200-100 Lisboa"), "Rua do Exemplo, 45, 1200-100 Lisboa"),
        (("Via degli Esempi, 7", "20121 Milano (MI)"), "Via degli Esempi, 7, 20121 Milano (MI)"),
        (("Voorbeeldstraat 10", "1012 AB Amsterdam"), "Voorbeeldstraat 10, 1012 AB Amsterdam"),
        (("ul. Przykładowa 5/7", "00-001 Warszawa"), "ul. Przykładowa 5/7, 00-001 Warszawa"),
        (
            ("Plot No. 9, Sample Nagar,", "Hyderabad - 500 000."),
            "Plot No. 9, Sample Nagar, Hyderabad - 500 000.",
        ),
        (("P.O. Box 12345", "Dubai, UAE"), "P.O. Box 12345, Dubai, UAE"),
        (("T100-0001", "東京都千代田区例町1-2-3"), "T100-0001, 東京都千代田区例町1-2-3"),
        (("北京市朝阳区示例路88号示例大厦12层",), "北京市朝阳区示例路88号示例大厦12层"),
        (("桃園市示例區示例路15號",), "桃園市示例區示例路15號"),
        (("서울특별시 강남구 예시로 123, 4층",), "서울특별시 강남구 예시로 123, 4층"),
    ],
)
def test_lines_under_each_other_are_one_address(texts: tuple[str, ...], expected: str) -> None:
    assert addresses(column(*texts)) == [expected]


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (("Ada Lind", "Managing Director", "Sample Works Ltd"), "a person at a company"),
        (("Dr. Ada Lind", "Prof. St. John"), "doctors and saints, not drives and streets"),
        (("Example Road Services Ltd",), "a company named after a road"),
        (("SINCE 1999", "50 years of trust"), "years are no postal codes"),
        (("ID.12*34*56789",), "a number without a town"),
        (("India, Oman, Qatar, Singapore, Kuwait",), "countries where a firm does business"),
        (("VAT No 123456789", "ISO 9001:2015"), "registrations"),
        (("例市の名を書いてください。12号",), "a sentence"),
        (("Av. Exempl",), "a street cut off by the picture's edge"),
        (("+44 20 7946 0000",), "a phone"),
        ((), "nothing at all"),
    ],
)
def test_what_is_no_address_gives_none(texts: tuple[str, ...], why: str) -> None:
    assert addresses(column(*texts)) == [], why


def test_name_title_and_company_above_are_left_out() -> None:
    card = column("Ada Lind", "Sales Manager", "Sample Works Ltd", "9 Sample Street", "Exampleton, IL 60000")
    assert addresses(card) == ["9 Sample Street, Exampleton, IL 60000"]


def test_person_with_credentials_above_is_left_out() -> None:
    card = column("Ada Smith, PhD,", "9 Sample Street", "Exampleton, IL 60000")
    assert addresses(card) == ["9 Sample Street, Exampleton, IL 60000"]


def test_building_above_the_street_belongs_to_the_address() -> None:
    card = column("Example Plaza", "9 Sample Street", "Exampleton, IL 60000")
    assert addresses(card) == ["Example Plaza, 9 Sample Street, Exampleton, IL 60000"]


def test_college_between_address_lines_belongs_to_the_address() -> None:
    card = column("Add : Example Trade College,", "15 Sample Road, Beijing", "Post Code : 100000")
    assert addresses(card) == ["Example Trade College, 15 Sample Road, Beijing, Post Code : 100000"]


def test_quiet_line_between_address_lines_belongs_to_the_address() -> None:
    card = column("15, Sample Nagar", "Opp Example Temple", "Quiet Corner", "Bangalore - 560 000")
    assert addresses(card) == ["15, Sample Nagar, Opp Example Temple, Quiet Corner, Bangalore - 560 000"]


def test_taken_text_and_its_label_are_cut_out() -> None:
    text = "Sample Nagar, Hyderabad - 16. Email: x@example.com"
    start = text.index("x@")
    assert addresses([line(text)], Span(line=0, start=start, end=len(text))) == [
        "Sample Nagar, Hyderabad - 16."
    ]


def test_line_of_a_phone_ends_an_address() -> None:
    card = column("9 Sample Street", "Exampleton, IL 60000", "Tel 020 7946 0000", "London, UK")
    found = addresses(card, Span(line=2, start=4, end=17))
    assert found[0] == "9 Sample Street, Exampleton, IL 60000"


@pytest.mark.parametrize(
    "label",
    ["Address: ", "Add : ", "Anschrift: ", "Endereço: ", "Head Office: ", "Regd. Office: ", "Head Office "],
)
def test_label_in_front_is_left_out(label: str) -> None:
    assert addresses([line(f"{label}9 Sample Street, Exampleton, IL 60000")]) == [
        "9 Sample Street, Exampleton, IL 60000"
    ]


@pytest.mark.parametrize("label", ["地址：", "住所：", "本社："])
def test_east_asian_label_in_front_is_left_out(label: str) -> None:
    assert addresses([line(f"{label}東京都港区例町1-2-3")]) == ["東京都港区例町1-2-3"]


def test_company_before_an_address_on_one_line_is_left_out() -> None:
    found = addresses([line("Muster GmbH · Beispielweg 12a · D-50667 Köln")])
    assert found == ["Beispielweg 12a · D-50667 Köln"]


def test_head_office_comes_before_branch() -> None:
    card = column(
        "Branch: 1 Sample Road, Exampleton, IL 60000", "Head Office: 9 Sample Street, Exampleton, IL 60001"
    )
    assert addresses(card) == [
        "9 Sample Street, Exampleton, IL 60001",
        "1 Sample Road, Exampleton, IL 60000",
    ]


def test_label_on_its_own_line_counts_for_the_lines_below() -> None:
    card = [
        *column("Site Office :", "1 Sample Road", "Exampleton, IL 60000", left=900),
        *column("Head Office :", "9 Sample Street", "Exampleton, IL 60001"),
    ]
    assert addresses(card)[0] == "9 Sample Street, Exampleton, IL 60001"


def test_two_columns_are_two_addresses() -> None:
    card = [
        *column("1 Sample Road", "Exampleton, IL 60000"),
        *column("9 Sample Street", "Exampleton, IL 60001", left=700),
    ]
    assert sorted(addresses(card)) == [
        "1 Sample Road, Exampleton, IL 60000",
        "9 Sample Street, Exampleton, IL 60001",
    ]


def test_second_postal_code_begins_another_address() -> None:
    card = column("1 Sample Road", "Exampleton, IL 60000", "9 Sample Street", "Exampleton, IL 60001")
    assert sorted(addresses(card)) == [
        "1 Sample Road, Exampleton, IL 60000",
        "9 Sample Street, Exampleton, IL 60001",
    ]


def test_same_address_in_two_scripts_is_two_candidates() -> None:
    card = column(
        "110000 台北市示例區示例路15號", "No. 15, Sample Road, Taipei City, 110000. Taiwan (R.O.C.)"
    )
    assert len(addresses(card)) == 2


def test_lines_askew_are_joined() -> None:
    def tilted(text: str, x: float, y: float) -> TextLine:
        width, rise = 15.0 * len(text), 4.0 * len(text)
        return at(text, ((x, y), (x + width, y - rise), (x + width + 8, y - rise + 30), (x + 8, y + 30)))

    card = [tilted("Exampleton, London, EX1 2AB", 60, 240), tilted("2 Sample Street", 50, 200)]
    assert addresses(card) == ["2 Sample Street, Exampleton, London, EX1 2AB"]


def test_spans_hold_the_text_of_the_candidate() -> None:
    card = column("Address: 9 Sample Street,", "Exampleton, IL 60000")
    (found,) = find_addresses(card, region=None, taken=())
    texts = [card[span.line].text[span.start : span.end] for span in found.spans]
    assert texts == ["9 Sample Street", "Exampleton, IL 60000"]


def test_given_region_makes_its_postal_codes_known() -> None:
    card = column("Sample Complex", "Exampleton 1234")
    assert addresses(card) == []
    assert addresses(card, region="AU") == ["Sample Complex, Exampleton 1234"]
