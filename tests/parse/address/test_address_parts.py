"""The parts of addresses of many countries; all streets, and most towns, are made up."""

from __future__ import annotations

import pytest

from cardscan.parse.address.parts import address_parts

PARTS = {
    "US": (
        ("100 Sample Blvd, Suite 300", "Exampleton, IL 60000-1234"),
        ("100 Sample Blvd, Suite 300", "Exampleton", "IL", "60000-1234", "United States"),
    ),
    "CA": (
        ("100 Sample Street West, Toronto, ON M5X 1A1, Canada",),
        ("100 Sample Street West", "Toronto", "ON", "M5X 1A1", "Canada"),
    ),
    "GB": (
        ("2 Sample Street, Exampleton, London, EX1 2AB",),
        ("2 Sample Street, Exampleton", "London", "", "EX1 2AB", "United Kingdom"),
    ),
    "DE": (("Beispielstraße 5", "D-80331 München"), ("Beispielstraße 5", "München", "", "80331", "Germany")),
    "AT": (
        ("Mustergasse 3/12", "1010 Wien", "Österreich"),
        ("Mustergasse 3/12", "Wien", "", "1010", "Austria"),
    ),
    "CH": (("Beispielweg 1", "CH-8001 Zürich"), ("Beispielweg 1", "Zürich", "", "8001", "Switzerland")),
    "FR": (
        ("3 allée des Essais", "31000 Toulouse Cedex 5"),
        ("3 allée des Essais", "Toulouse", "", "31000", "France"),
    ),
    "ES": (
        ("Calle Ejemplo 14, 3º B", "28013 Madrid"),
        ("Calle Ejemplo 14, 3º B", "Madrid", "", "28013", "Spain"),
    ),
    "PT": (
        ("Rua do Exemplo, 45", "1200-100 Lisboa"),
        ("Rua do Exemplo, 45", "Lisboa", "", "1200-100", "Portugal"),
    ),
    "IT": (
        ("Via degli Esempi, 7", "20121 Milano (MI)"),
        ("Via degli Esempi, 7", "Milano", "MI", "20121", "Italy"),
    ),
    "NL": (
        ("Voorbeeldstraat 10", "1012 AB Amsterdam"),
        ("Voorbeeldstraat 10", "Amsterdam", "", "1012 AB", "Netherlands"),
    ),
    "PL": (
        ("ul. Przykładowa 5/7", "00-001 Warszawa"),
        ("ul. Przykładowa 5/7", "Warszawa", "", "00-001", "Poland"),
    ),
    "SE": (("Exempelgatan 12", "111 22 Stockholm"), ("Exempelgatan 12", "Stockholm", "", "111 22", "Sweden")),
    "BR": (
        ("Rua Exemplo, 15 - 1º andar - CEP 01000-000", "São Paulo-SP"),
        ("Rua Exemplo, 15 - 1º andar", "São Paulo", "SP", "01000-000", "Brazil"),
    ),
    "IN": (
        ("15-C, Sample Hills, Hyderabad - 500 000. A.P. India.",),
        ("15-C, Sample Hills", "Hyderabad", "A.P.", "500 000", "India"),
    ),
    "AU": (
        ("10 Sample Street", "Sydney NSW 2000"),
        ("10 Sample Street", "Sydney", "NSW", "2000", "Australia"),
    ),
    "SG": (
        ("1 Sample Road #05-12", "Singapore 018000"),
        ("1 Sample Road #05-12", "Singapore", "", "018000", "Singapore"),
    ),
    "JP": (
        ("〒100-0001", "東京都千代田区例町1-2-3"),
        ("例町1-2-3", "千代田区", "東京都", "100-0001", "Japan"),
    ),
    "JP in Latin letters": (
        ("3-4-5, Reimachi, Nara City, Nara, 630-0000 JAPAN",),
        ("3-4-5, Reimachi", "Nara City", "Nara", "630-0000", "Japan"),
    ),
    "CN": (("北京市朝阳区示例路88号", "邮编：100000"), ("朝阳区示例路88号", "北京市", "", "100000", "China")),
    "TW": (("106000台北市示例路四段15號3樓",), ("示例路四段15號3樓", "台北市", "", "106000", "Taiwan")),
    "KR": (("서울특별시 강남구 예시로 123",), ("강남구 예시로 123", "서울특별시", "", "", "South Korea")),
}


@pytest.mark.parametrize(("texts", "expected"), PARTS.values(), ids=PARTS.keys())
def test_address_of_a_country_falls_into_its_parts(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    found = dict(address_parts(texts, None))
    names = ("street", "city", "region", "postal_code", "country")
    assert tuple(found.get(name, "") for name in names) == expected


def test_parts_stand_in_a_stable_order() -> None:
    names = [name for name, _ in address_parts(("9 Sample Street", "Exampleton, IL 60000 USA"), None)]
    assert names == ["street", "city", "region", "postal_code", "country"]


@pytest.mark.parametrize("name", ["Deutschland", "Allemagne", "Germania", "ドイツ", "Niemcy"])
def test_country_in_another_language_is_given_in_english(name: str) -> None:
    assert dict(address_parts(("Beispielstraße 5", name), None))["country"] == "Germany"


def test_house_number_of_four_digits_is_no_postal_code() -> None:
    assert "postal_code" not in dict(address_parts(("Av. Exemplo, 3000, Sala 6 - SP",), None))


def test_town_is_left_out_where_a_street_stands_in_its_place() -> None:
    assert "city" not in dict(address_parts(("9 Sample Street CA 90000",), None))


def test_state_beside_its_postal_code_tells_the_country_before_a_town_does() -> None:
    assert dict(address_parts(("Room 12", "Cambridge, MA 02000"), None))["country"] == "United States"


def test_country_between_town_and_code_is_no_town() -> None:
    found = dict(address_parts(("1 Sample Road", "Shenzhen, P.R. China 518000"), None))
    assert (found["city"], found["country"]) == ("Shenzhen", "China")


def test_guessed_country_yields_to_the_one_printed() -> None:
    assert dict(address_parts(("Mustergasse 3", "1010 Wien", "Austria"), "DE"))["country"] == "Austria"
