from __future__ import annotations

import pytest
from written_lines import lines

from cardscan.parse.region import guess_region


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Springfield, IL 62701", "US"),
        ("Springfield, Illinois 62701", "US"),
        ("London SW1A 1AA", "GB"),
        ("Ottawa ON K1A 0B1", "CA"),
        ("Sydney NSW 2000", "AU"),
        ("Musterstraße 1, 12345 Berlin", "DE"),
        ("1 rue Exemple, 75001 Paris", "FR"),
        ("Rua Exemplo 10 - CEP 01000-000", "BR"),
        ("〒100-0001 東京都千代田区", "JP"),
        ("Mumbai - 400 001", "IN"),
        ("台北市信義區市府路1號", "TW"),
        ("1 Example Road, Singapore 123456", "SG"),
        ("Example Street, Tunisie", "TN"),
    ],
)
def test_address_tells_the_country(text, code):
    region = guess_region(lines(text))
    assert (region.code, region.source, region.sure) == (code, "address", True)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("+44 20 7946 0958", "GB"),
        ("0044 20 7946 0958", "GB"),
        ("(+216) 20 000 000", "TN"),
        ("+1 415 555 0132", "US"),
    ],
)
def test_country_code_of_a_phone_tells_the_country(text, code):
    region = guess_region(lines("Jane Doe", text))
    assert (region.code, region.source) == (code, "phone")


def test_address_decides_between_the_codes_of_two_phones():
    card = lines("+1 415 555 0132", "+44 20 7946 0958", "London SW1A 1AA")
    assert guess_region(card).code == "GB"


def test_country_domain_tells_the_country_without_being_sure():
    region = guess_region(lines("Jane Doe"), emails=["jane@example.co.uk"])
    assert (region.code, region.source, region.sure) == ("GB", "domain", False)


@pytest.mark.parametrize("website", ["example.com", "https://example.io/uk", "www.example.me"])
def test_domain_sold_to_everybody_tells_nothing(website):
    assert guess_region(lines("Jane Doe"), websites=[website]).code is None


@pytest.mark.parametrize(
    ("text", "code"),
    [("かいしゃ", "JP"), ("회사", "KR"), ("专业设计", "CN"), ("專業設計", "TW")],
)
def test_script_tells_the_country(text, code):
    assert guess_region(lines(text)).code == code


def test_list_of_countries_tells_nothing():
    assert guess_region(lines("FRANCE · ITALY · SPAIN · NORWAY")).code is None


def test_state_that_is_also_a_country_tells_the_state():
    assert guess_region(lines("Springfield, Georgia 30303")).code == "US"


def test_word_us_in_small_letters_is_no_country():
    assert guess_region(lines("Like us on the web")).code is None


def test_grouping_of_a_number_tells_north_america():
    region = guess_region(lines("Jane Doe", "415.555.0132"))
    assert (region.code, region.source, region.sure) == ("US", "format", False)


def test_portuguese_spelling_tells_brazil():
    assert guess_region(lines("Cartões", "Exemplo")).code == "BR"


def test_default_outweighs_the_grouping_of_a_number():
    region = guess_region(lines("Jane Doe", "415.555.0132"), default="gb")
    assert (region.code, region.source) == ("GB", "default")


def test_card_without_any_clue_has_no_region():
    region = guess_region(lines("Jane Doe"))
    assert (region.code, region.source, region.sure) == (None, "none", False)


def test_words_of_the_card_outweigh_the_default():
    region = guess_region(lines("Directrice commerciale", "14, quai des Exemples"), default="GB")
    assert (region.code, region.source, region.sure) == ("FR", "language", False)


@pytest.mark.parametrize(
    ("text", "default"),
    [("Directrice, conseillère", "BE"), ("Projektleiterin, Verwaltung", "at"), ("Cartões", "PT")],
)
def test_default_decides_where_the_language_is_spoken_there(text, default):
    assert guess_region(lines(text), default=default).code == default.upper()


def test_phone_in_the_form_of_a_postal_code_tells_no_country():
    assert guess_region(lines("T 040 66969-351")).code is None


@pytest.mark.parametrize(("text", "code"), [("Hamburg", "DE"), ("Surrey", "GB"), ("台北", "TW")])
def test_city_or_state_tells_the_country(text, code):
    assert guess_region(lines(text)).code == code
