"""How much single lines look like part of an address."""

from __future__ import annotations

import pytest

from cardscan.parse.address.evidence import line_evidence


@pytest.mark.parametrize(
    "text",
    [
        "12 Sample Street",
        "150 S. Sample Rd.| Example Hills, IL 60000",
        "H.No. 1-2-345/6, BEHIND EXAMPLE HALL,",
        "Musterstr. 12",
        "Exempelgatan 12",
        "Av. Ejemplo 123, Col. Centro",
        "C/ Ejemplo, 12",
        "R. Exemplo, 123, Campinas",
        "P.O. Box 1234 Yaounde - cameroon",
        "東京都港区例町1-2-3",
        "106000台北市示例路四段15號3樓",
        "서울특별시 강남구 예시로 123",
        "Hyderabad - 500 000. India.",
    ],
)
def test_line_of_an_address_is_believed(text: str) -> None:
    assert line_evidence(text, None) >= 0.6


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lind",
        "Dr. Ada Lind, PhD",
        "Kim min jun",
        "Senior Sales Manager",
        "Department of Chemistry",
        "Example Road Services Ltd",
        "Sample Works GmbH",
        "x@example.com",
        "www.example.com",
        "+44 20 7946 0000",
        "Department of Civil Engineering",
        "東京大学",
        "가나동",
        "",
    ],
)
def test_other_line_is_not_believed(text: str) -> None:
    assert line_evidence(text, None) < 0.4


def test_region_helps_with_a_bare_postal_code() -> None:
    assert line_evidence("Exampleton 1234", "AU") > line_evidence("Exampleton 1234", None)


def test_floor_counts_with_an_ordinal_only() -> None:
    assert line_evidence("5th Floor", None) > line_evidence("Dance Floor", None)


def test_saint_is_a_street_only_behind_a_number() -> None:
    assert line_evidence("12 Example St.", None) > 0.6 > line_evidence("Ada St. John", None)
