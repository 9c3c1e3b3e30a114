"""Numbers that are no phones, though they have as many digits."""

from __future__ import annotations

import pytest
from written_card import contact

CARD = ("#Ada Winter", "Sales Manager", "Northwind Tools Ltd")

IDS = [
    "VAT GB 123 4567 89", "VAT No. 123456789", "USt-IdNr. DE123456789", "Steuer-Nr. 12/345/67890",
    "EIN 12-3456789", "Tax ID: 12-3456789", "ABN 12 345 678 901", "GSTIN 27AAAAA0000A1Z5",
    "NIP 123-456-78-90",
    "NIF B12345678", "P.IVA 01234567890", "C.F. 01234567890", "CNPJ 12.345.678/0001-90", "SIREN 123 456 789",
    "SIRET 123 456 789 00012", "UID CHE-123.456.789", "BTW NL123456789B01", "RUC 20123456789",
    "Licence 0123456789", "Lic. #01234567", "Insurance Licence 415 555 0132", "NMLS #123456", "DRE# 01234567",
    "USDOT 1234567", "Bar No. 123456", "Company No. 01234567", "Registered in England 01234567",
    "Reg. No. 1234567", "HRB 123456", "KvK 12345678", "Org.nr 556677-8899", "EORI GB123456789000",
    "Charity No. 1123456", "DUNS 12-345-6789", "Member ID 415-555-0199",
]  # fmt: skip
MONEY = [
    "IBAN GB29 NWBK 6016 1331 9268 19", "IBAN: DE89 3704 0044 0532 0130 00", "SWIFT NWBKGB2L",
    "BIC DEUTDEFF500", "Sort code 12-34-56 Account 12345678", "Kto. 1234567890 BLZ 100 100 10",
]  # fmt: skip
TIMES = [
    "12.03.2026", "2026-03-12", "12/03/2026 - 15/03/2026", "12.03.26 - 15.03.26", "Mon-Fri 9:00-17:30",
    "Mon - Fri 08.00 - 18.00", "Opening hours: 0900 - 1730", "Sat 10-16", "since 1965", "Est. 1965",
    "1965-2025", "© 1998-2026", "Since 1965 - 60 years", "24/7",
]  # fmt: skip
PLACES = [
    "EC1A 1BB", "10115 Berlin", "90210", "90210-1234", "CEP 01310-100", "ZIP 94105", "〒100-0001",
    "51.5074, -0.1278", "48.8584 2.2945", "N 51° 30.4' W 0° 7.6'", "P.O. Box 12345", "PO Box 555 0132",
]  # fmt: skip
GOODS = [
    "ISO 9001:2015", "ISO 9001 14001 27001", "EN ISO 13485:2016", "ISBN 978-0-00-000000-2",
    "Serial 123-456-7890", "Order 1234567890", "Batch 20260312", "100% 50/50",
]  # fmt: skip


@pytest.mark.parametrize("line", [*IDS, *MONEY, *TIMES, *PLACES, *GOODS])
def test_number_of_another_kind_is_no_phone(line):
    card = contact(*CARD, line, country="GB")
    assert [field.text for field in card.all("phone")] == []


@pytest.mark.parametrize("line", [*IDS, *MONEY, *TIMES, *PLACES, *GOODS])
def test_number_of_another_kind_does_not_hide_the_phone_below(line):
    card = contact(*CARD, line, "T +44 20 7946 0011", country="GB")
    assert [field.text for field in card.all("phone")] == ["+44 20 7946 0011"]


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("QQ: 123456789", "QQ: 123456789"),
        ("QQ 123456789", "QQ: 123456789"),
        ("WeChat: 13800138000", "WeChat: 13800138000"),
        ("微信: 13800138000", "微信: 13800138000"),
        ("ICQ 123456789", "ICQ: 123456789"),
        ("Telegram 1234567", "Telegram: 1234567"),
        ("Skype 1234567890", "Skype: 1234567890"),
    ],
)
def test_messenger_id_is_social_and_no_phone(line, value):
    card = contact(*CARD, line, country="CN")
    assert [field.text for field in card.all("phone")] == []
    assert [field.text for field in card.all("social")] == [value]


@pytest.mark.parametrize(
    ("line", "country", "number"),
    [
        ("020 7946 0011", "GB", "+44 20 7946 0011"),
        ("Suite 100 415-555-0132", "US", "+1 415 555 0132"),
        ("London EC1A 1BB 020 7946 0011", "GB", "+44 20 7946 0011"),
        ("Reg. Office T 020 7946 0011", "GB", "+44 20 7946 0011"),
        ("Open 9-17, call 020 7946 0011", "GB", "+44 20 7946 0011"),
        ("Since 1965 020 7946 0011", "GB", "+44 20 7946 0011"),
        ("12.03.2026: +44 20 7946 0011", "GB", "+44 20 7946 0011"),
        ("415.555.0132", "US", "+1 415 555 0132"),
    ],
)
def test_phone_beside_another_number_is_found(line, country, number):
    card = contact(*CARD, line, country=country)
    assert [field.text for field in card.all("phone")] == [number]
