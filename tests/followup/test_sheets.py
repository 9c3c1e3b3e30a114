from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from due_rows import MIXER, due
from hypothesis import given
from hypothesis import strategies as st

from cardscan.followup.record import Touch
from cardscan.followup.sheets.page import address_sheet, call_sheet, tel_link
from cardscan.followup.sheets.postal import label_rows

TODAY = date(2026, 11, 23)
HOSTILE = "<img src=x onerror=alert(1)>\"'&"
AT_HOME = {"street": "12 Quay Street", "city": "Harbourton", "postal_code": "ZZ1 9ZZ"}


def test_call_sheet_shows_number_reason_note_and_last_touch() -> None:
    row = due(notes=("wants the price list",), overdue_days=1)
    touch = Touch(at=datetime(2026, 11, 20, 16, tzinfo=UTC), channel="email", note="sent the deck")
    page = call_sheet([replace(row, touches=(touch,))], event=MIXER, today=TODAY)
    for text in (
        '<a href="tel:+447700900123">+44 7700 900123</a>',
        "2nd step, no answer since 20 Nov 2026",
        "1 day overdue",
        "wants the price list",
        "Fri 20 Nov 2026: email, sent the deck",
        "Mon 23 Nov 2026",
    ):
        assert text in page


def test_sheet_of_a_day_says_where_each_was_met() -> None:
    page = call_sheet([due()], today=TODAY)
    assert "Met at Harbour Chamber mixer, Fri 20 Nov 2026, Harbourton" in page
    assert "Met at" not in call_sheet([due()], event=MIXER, today=TODAY)


def test_only_the_two_latest_touches_are_shown_the_latest_first() -> None:
    notes = ("first", "second", "third")
    touches = tuple(
        Touch(at=datetime(2026, 11, 20 + n, tzinfo=UTC), channel="call", note=t) for n, t in enumerate(notes)
    )
    page = call_sheet([replace(due(), touches=touches)], today=TODAY)
    assert re.findall("call, (first|second|third)", page) == ["third", "second"]


@pytest.mark.parametrize("make", [call_sheet, address_sheet])
def test_what_strangers_wrote_is_text_on_a_sheet(make: Any) -> None:
    row = due(
        full_name=HOSTILE,
        company=HOSTILE,
        mobile_phone=(HOSTILE,),
        job_title=HOSTILE,
        notes=(HOSTILE,),
        **AT_HOME,
    )
    page = make([row], event=replace(MIXER, name=HOSTILE, place=HOSTILE, goal=HOSTILE), today=TODAY)
    assert "<img" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;&#34;&#39;&amp;" in page


@pytest.mark.parametrize("make", [call_sheet, address_sheet])
def test_sheet_has_no_script_and_fetches_nothing(make: Any) -> None:
    page = make([due(**AT_HOME), due()], event=MIXER, today=TODAY)
    assert not re.search(r"<script|<link|<img|<iframe|url\(|@import|https?:|\bsrc=|\son\w+=", page)


@pytest.mark.parametrize("make", [call_sheet, address_sheet])
def test_row_is_not_torn_over_two_pages(make: Any) -> None:
    assert "break-inside: avoid" in make([due()], today=TODAY)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [(call_sheet, "Nobody is to be called."), (address_sheet, "Nobody is to be written to by post.")],
)
def test_empty_sheet_says_so(make: Any, sentence: str) -> None:
    assert sentence in make([], today=TODAY)


def test_those_without_an_address_are_named_at_the_end() -> None:
    page = address_sheet([due(**AT_HOME), due(full_name="Bo Lark"), due(full_name="Cy Finch")], today=TODAY)
    assert "Bo Lark, Cy Finch" in page[page.index("No postal address is known of") :]
    assert "1 person" in page


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+44 20 7946 0958", "tel:+442079460958"),
        ("+44 20 7946 0958 ext. 12", "tel:+442079460958;ext=12"),
        ("020 7946 0958", ""),
        ("javascript:alert(1)", ""),
        ("+44 20 7946 0958\njavascript:", ""),
        ("ada@northwind.example", ""),
        ("", ""),
    ],
)
def test_only_a_number_in_international_form_becomes_a_link(phone: str, link: str) -> None:
    assert tel_link(phone) == link


ADDRESSES: list[tuple[dict[str, Any], str | None, tuple[str, ...]]] = [
    (
        {**AT_HOME, "country": "United Kingdom"},
        "GB",
        ("Ada Winter", "Northwind", "12 Quay Street", "Harbourton ZZ1 9ZZ"),
    ),
    (
        {**AT_HOME, "country": "England"},
        "DE",
        ("Ada Winter", "Northwind", "12 Quay Street", "Harbourton ZZ1 9ZZ", "England"),
    ),
    (
        {"street": "Beispielweg 5", "city": "Berlin", "postal_code": "10999", "country": "Germany"},
        "GB",
        ("Ada Winter", "Northwind", "Beispielweg 5", "10999 Berlin", "Germany"),
    ),
    (
        {"street": "Beispielweg 5", "city": "Berlin", "postal_code": "10999"},
        "DE",
        ("Ada Winter", "Northwind", "Beispielweg 5", "10999 Berlin"),
    ),
    (
        {
            "street": "1 Plaza",
            "city": "Springfield",
            "region": "IL",
            "postal_code": "62701",
            "country": "United States",
        },
        None,
        ("Ada Winter", "Northwind", "1 Plaza", "Springfield, IL 62701", "United States"),
    ),
    (
        {
            "street": "1 Road",
            "city": "Sydney",
            "region": "NSW",
            "postal_code": "2000",
            "country": "Australia",
        },
        "AU",
        ("Ada Winter", "Northwind", "1 Road", "Sydney NSW 2000"),
    ),
    (
        {"address": "c/o Quay House, Harbourton", "full_name": ""},
        "GB",
        ("Northwind", "c/o Quay House, Harbourton"),
    ),
    (
        {"address": "Beispielweg 5, Berlin, Germany", "country": "Germany"},
        "GB",
        ("Ada Winter", "Northwind", "Beispielweg 5, Berlin, Germany"),
    ),
    (
        {**AT_HOME, "postal_code": "", "country": "Utopia"},
        "GB",
        ("Ada Winter", "Northwind", "12 Quay Street", "Harbourton", "Utopia"),
    ),
]


@pytest.mark.parametrize(("fields", "owner_country", "lines"), ADDRESSES)
def test_label_stands_as_the_post_of_its_country_wants_it(
    fields: dict[str, Any], owner_country: str | None, lines: tuple[str, ...]
) -> None:
    (got,) = label_rows([due(**fields)], owner_country=owner_country)
    assert got.lines == lines


def test_there_is_no_label_for_whom_no_address_is_known() -> None:
    assert label_rows([due(city="Harbourton"), due()]) == ()


@given(st.text(), st.text(), st.text())
def test_each_line_of_a_label_is_one_line(name: str, street: str, city: str) -> None:
    for row in label_rows([due(full_name=name, street=street, city=city)]):
        assert all(len(line.splitlines()) == 1 for line in row.lines)
