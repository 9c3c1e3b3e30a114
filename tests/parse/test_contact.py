"""Whole cards, in several languages, and the traps that cards set."""

from __future__ import annotations

import pytest
from written_card import contact, text

CARDS = {
    "en, a developer of websites": (
        ("#Ada Winter", "Web Developer", "Northwind Tools Ltd", "ada@northwind.example", "+44 20 7946 0101"),
        {
            "name": "Ada Winter",
            "title": "Web Developer",
            "company": "Northwind Tools Ltd",
            "email": "ada@northwind.example",
            "phone": "+44 20 7946 0101",
            "website": None,
        },
    ),
    "en, a person called Street": (
        ("#Bill Street", "Sales Manager", "Harbour Freight Lines Ltd", "bill.street@harbourfreight.example"),
        {
            "name": "Bill Street",
            "title": "Sales Manager",
            "company": "Harbour Freight Lines Ltd",
            "address": None,
        },
    ),
    "en, a firm of two names": (
        ("#Baker & Smith LLP", "John Baker", "Partner", "john.baker@bakersmith.example", "+44 20 7946 0103"),
        {"name": "John Baker", "title": "Partner", "company": "Baker & Smith LLP"},
    ),
    "en, a person called like a make of cars and a firm of her name": (
        ("#Mercedes Lane", "Architect", "Lane & Park Architects", "mercedes@lanepark.example"),
        {"name": "Mercedes Lane", "title": "Architect", "company": "Lane & Park Architects"},
    ),
    "en, a slogan in large print": (
        (
            "#Fresh ideas for growing leaders",
            "Tom Archer",
            "Marketing Manager",
            "Brightpath Ltd",
            "tom@brightpath.example",
        ),
        {"name": "Tom Archer", "title": "Marketing Manager", "company": "Brightpath Ltd"},
    ),
    "en, two titles": (
        ("#Paul Weaver", "Co-Founder", "Head of Engineering", "Loomworks Ltd", "paul@loomworks.example"),
        {"name": "Paul Weaver", "title": "Co-Founder, Head of Engineering", "company": "Loomworks Ltd"},
    ),
    "en, a department": (
        (
            "#Nina Castle",
            "Sales Director",
            "Department of Maritime Affairs",
            "Port Authority of Exampleton",
            "nina@port.example",
        ),
        {
            "name": "Nina Castle",
            "title": "Sales Director",
            "department": "Department of Maritime Affairs",
            "company": "Port Authority of Exampleton",
        },
    ),
    "en, name and title on one line": (
        ("#Ada Winter, Sales Manager", "Northwind Tools Ltd", "ada@northwind.example"),
        {"name": "Ada Winter", "title": "Sales Manager", "company": "Northwind Tools Ltd"},
    ),
    "en, an American accountant": (
        (
            "#Robert Fields, CPA",
            "Senior Accountant",
            "Fields Accounting",
            "Springfield, IL 62701",
            "(217) 555-0143",
            "robert@fields.example",
        ),
        {
            "name": "Robert Fields",
            "title": "Senior Accountant",
            "company": "Fields Accounting",
            "phone": "+1 217 555 0143",
        },
    ),
    "de": (
        (
            "#Dr. Lena Hoffmann",
            "Geschäftsführerin",
            "Hoffmann Optik GmbH",
            "Beispielstraße 1, 12345 Berlin",
            "Tel. 030 23125 101",
            "lena@hoffmann-optik.example",
        ),
        {
            "name": "Lena Hoffmann",
            "title": "Geschäftsführerin",
            "company": "Hoffmann Optik GmbH",
            "phone": "+49 30 23125101",
            "address": "Beispielstraße 1, 12345 Berlin",
        },
    ),
    "fr": (
        (
            "#CAMILLE DURAND",
            "Responsable commerciale",
            "Atelier Lumière SARL",
            "8 rue de l'Exemple, 75001 Paris",
            "Tél. 01 99 00 42 17",
            "camille@atelier-lumiere.example",
        ),
        {
            "name": "Camille Durand",
            "title": "Responsable commerciale",
            "company": "Atelier Lumière SARL",
            "phone": "+33 1 99 00 42 17",
        },
    ),
    "es": (
        (
            "#María García Lorenzo",
            "Directora Comercial",
            "Viñas del Sur, S.L.",
            "+34 940 55 01 42",
            "mgarcia@vinasdelsur.example",
        ),
        {"name": "María García Lorenzo", "title": "Directora Comercial", "company": "Viñas del Sur, S.L."},
    ),
    "pt": (
        (
            "#Paulo Mendes",
            "Diretor Comercial",
            "Vento Norte Ltda",
            "Rua Exemplo 10, São Paulo - SP",
            "paulo@ventonorte.example",
        ),
        {"name": "Paulo Mendes", "title": "Diretor Comercial", "company": "Vento Norte Ltda"},
    ),
    "it": (
        (
            "#Giulia Ferrari",
            "Responsabile vendite",
            "Officine Sereno S.r.l.",
            "Via Esempio 3, 20100 Milano",
            "giulia@sereno.example",
        ),
        {"name": "Giulia Ferrari", "title": "Responsabile vendite", "company": "Officine Sereno S.r.l."},
    ),
    "nl": (
        (
            "#JAN VAN DER BERG",
            "Accountmanager",
            "Polderlicht B.V.",
            "Voorbeeldstraat 1, 1012 AB Amsterdam",
            "j.vanderberg@polderlicht.example",
        ),
        {"name": "Jan van der Berg", "title": "Accountmanager", "company": "Polderlicht B.V."},
    ),
    "pl": (
        (
            "#Marek Nowak",
            "Kierownik sprzedaży",
            "Zielony Las Sp. z o.o.",
            "ul. Przykładowa 5, 00-001 Warszawa",
            "marek.nowak@zielonylas.example",
        ),
        {"name": "Marek Nowak", "title": "Kierownik sprzedaży", "company": "Zielony Las Sp. z o.o."},
    ),
    "ms": (
        ("#Ahmad bin Yusof", "Project Engineer", "Selat Marine Sdn Bhd", "ahmad@selat.example"),
        {"name": "Ahmad bin Yusof", "title": "Project Engineer", "company": "Selat Marine Sdn Bhd"},
    ),
    "ja": (
        (
            "株式会社ひなた製作所",
            "営業部 課長",
            "#山田 花子",
            "〒100-0001 東京都千代田区千代田9-9-9",
            "hanako@hinata.example",
        ),
        {"name": "山田 花子", "title": "課長", "department": "営業部", "company": "株式会社ひなた製作所"},
    ),
    "zh, a name in two scripts": (
        (
            "海风贸易有限公司",
            "#李伟",
            "Li Wei",
            "销售总监",
            "上海市浦东新区示例路99号",
            "liwei@haifeng.example",
        ),
        {"name": "李伟", "note": "Li Wei", "title": "销售总监", "company": "海风贸易有限公司"},
    ),
    "ko": (
        ("주식회사 해솔", "#김민수", "과장", "서울시 강남구 예시로 99", "minsu@haesol.example"),
        {"name": "김민수", "title": "과장", "company": "주식회사 해솔"},
    ),
    "a shop without a person": (
        (
            "#Green Lantern Cafe",
            "Coffee and cakes",
            "12 Sample Street, Exampleton EX1 2AB",
            "hello@greenlantern.example",
        ),
        {"name": None, "title": None, "company": "Green Lantern Cafe", "email": "hello@greenlantern.example"},
    ),
}


@pytest.mark.parametrize(("lines", "fields"), CARDS.values(), ids=CARDS)
def test_card_gives_its_fields(lines, fields):
    found = contact(*lines)
    assert {kind: text(found, kind) for kind in fields} == fields


def parts(*lines):
    name = contact(*lines).first("name")
    return name.part("first"), name.part("last")


def test_mailbox_tells_two_family_names():
    assert parts("#María García Lorenzo", "Directora", "mgarcia@example.com") == ("María", "García Lorenzo")


def test_family_name_that_is_printed_first_in_chinese_is_the_last_name():
    assert parts("#王小明", "销售经理", "wang@example.com") == ("小明", "王")


def test_watermark_of_a_scanner_stands_in_no_field():
    found = contact("#Ada Winter", "Sales Manager", "ada@northwind.example", "Scanned with CamScanner")
    assert found.unassigned == (3,)


def test_shop_without_a_person_needs_no_review():
    found = contact(
        "#Green Lantern Cafe", "12 Sample Street, Exampleton EX1 2AB", "hello@greenlantern.example"
    )
    assert not found.needs_review


@pytest.mark.parametrize("mailbox", ["j.smith", "smithj", "john", "jsmith", "john.smith", "js"])
def test_mailbox_of_any_form_points_out_the_person(mailbox):
    found = contact("#Tom Archer Prize", "John Smith", f"{mailbox}@northwind.example")
    assert text(found, "name") == "John Smith"


@pytest.mark.parametrize("mailbox", ["info", "sales", "office"])
def test_mailbox_of_an_office_names_nobody(mailbox):
    found = contact("#Ada Winter", "Sales Manager", f"{mailbox}@northwind.example")
    assert text(found, "name") == "Ada Winter"


def test_domain_points_out_the_company():
    found = contact("#Ada Winter", "Northwind", "Oats and Rye", "ada@northwind.example")
    assert text(found, "company") == "Northwind"


def test_domain_of_a_mail_provider_points_out_no_company():
    assert text(contact("#Ada Winter", "Sales Manager", "ada.winter@gmail.com"), "company") is None


def test_fields_stand_in_the_order_of_kinds():
    found = contact("ada@northwind.example", "Sales Manager", "#Ada Winter", "Northwind Tools Ltd")
    assert [field.kind for field in found.fields] == ["name", "title", "company", "email"]


def test_confidence_is_that_of_all_that_matters():
    found = contact("#Ada Winter", "Sales Manager", "ada@northwind.example", "+44 20 7946 0101")
    assert found.confidence <= min(found.first(kind).confidence for kind in ("name", "email", "phone"))


def test_confidence_is_less_where_a_name_is_missing():
    named = contact("#Ada Winter", "Sales Manager", "ada@northwind.example")
    assert contact("Sales Manager", "ada@northwind.example").confidence < named.confidence - 0.05


@pytest.mark.parametrize(
    ("lines", "phone"),
    [
        (("Projektleiter", "Speicherweg 5", "20457 Hamburg", "T 040 66969-351"), "+49 40 66969351"),
        (("Directrice commerciale", "14, quai des Voiliers", "Tél. 01 99 00 42 17"), "+33 1 99 00 42 17"),
        (("Sales Manager", "T 020 7946 0101"), "+44 20 7946 0101"),
    ],
)
def test_what_the_card_tells_of_its_country_outweighs_the_default(lines, phone):
    found = contact("#Ada Winter", *lines, "ada@northwind.example", country="GB")
    assert text(found, "phone") == phone


def test_default_country_decides_where_its_language_is_spoken():
    found = contact(
        "#Jonas Lind", "Projektleiter", "Verwaltung", "T 01 25638 0101", "jonas@lind.example", country="AT"
    )
    assert text(found, "phone").startswith("+43")


def test_handle_that_is_glued_to_the_website_is_read_apart():
    found = contact("#Green Lantern Cafe", "greenlantern.example@greenlantern", "hello@greenlantern.example")
    assert (text(found, "website"), text(found, "social")) == ("greenlantern.example", "@greenlantern")
