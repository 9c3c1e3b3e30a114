from __future__ import annotations

import pytest

from cardscan.parse.codes.payload import statements_of


def said(text):
    return [(one.name, one.value) for one in statements_of(text)]


def test_mecard_fields_have_the_names_of_a_vcard():
    assert said("MECARD:N:Marlowe,Jane;TEL:1;TEL-AV:2;EMAIL:jane@harbour.example;SOUND:jane;;") == [
        ("N", "Marlowe;Jane"),
        ("TEL", "1"),
        ("TEL", "2"),
        ("EMAIL", "jane@harbour.example"),
    ]


def test_a_mecard_address_of_seven_parts_is_one_of_a_vcard():
    assert said("MECARD:ADR:,,1 High St,Exampleton,,EX1 2AB,UK;;") == [
        ("ADR", ";;1 High St;Exampleton;;EX1 2AB;UK")
    ]


def test_a_mecard_address_in_one_text_stands_as_the_street():
    assert said("MECARD:ADR:1 High St, Exampleton;;") == [("ADR", ";;1 High St, Exampleton")]


@pytest.mark.parametrize(
    ("payload", "statement"),
    [
        ("mailto:jane%2Bfair@harbour.example?subject=Hello", ("EMAIL", "jane+fair@harbour.example")),
        ("MATMSG:TO:jane@harbour.example;SUB:Hello;BODY:;;", ("EMAIL", "jane@harbour.example")),
        ("tel:+442079460958", ("TEL", "+442079460958")),
        ("https://harbour.example/a?b=1;2", ("URL", "https://harbour.example/a?b=1;2")),
        ("HTTP://HARBOUR.EXAMPLE", ("URL", "HTTP://HARBOUR.EXAMPLE")),
        ("www.harbour.example", ("URL", "www.harbour.example")),
    ],
)
def test_a_single_address_is_one_statement(payload, statement):
    assert said(payload) == [statement]


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "Jane Marlowe",
        "WIFI:S:harbour;T:WPA;P:secret;;",
        "geo:51.5,-0.1",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://harbour.example",
        "5012345678900",
        "1.5",
        "https://harbour.example and more",
    ],
)
def test_other_payloads_state_nothing(payload):
    assert said(payload) == []
