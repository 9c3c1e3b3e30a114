from __future__ import annotations

import pytest

from cardscan.parse.codes.vcard import MOST_LINES, read_vcard


def card(*lines, end=("END:VCARD",)):
    return read_vcard("\n".join(("BEGIN:VCARD", *lines, *end)))


def one(*lines):
    """The only statement of a card of some lines."""
    (statement,) = card(*lines)
    return statement


@pytest.mark.parametrize(
    ("line", "types"),
    [
        ("TEL;CELL;VOICE:1", ("cell", "voice")),
        ("TEL;TYPE=WORK,FAX:1", ("work", "fax")),
        ("TEL;TYPE=work;TYPE=cell:1", ("work", "cell")),
        ('TEL;TYPE="cell,work";VALUE=uri:1', ("cell", "work")),
        ("TEL ; type = cell :1", ("cell",)),
        ("TEL:1", ()),
    ],
    ids=["2.1", "3.0", "3.0 repeated", "4.0", "spaced", "none"],
)
def test_types_are_read_as_each_version_writes_them(line, types):
    assert one(line).types == types


def test_a_colon_in_a_quoted_parameter_does_not_end_it():
    assert one('ADR;LABEL="Suite: 12":;;1 High Street').value == ";;1 High Street"


def test_a_group_before_a_name_is_left_out():
    assert one("item1.EMAIL:jane@harbour.example").name == "EMAIL"


def test_a_folded_line_is_one():
    assert one("NOTE:Harbour", "  Bakery").value == "Harbour Bakery"


def test_an_indented_property_is_no_continuation():
    assert [found.name for found in card("N:Marlowe;Jane", "  TEL:1")] == ["N", "TEL"]


def test_a_quoted_printable_value_is_decoded_over_its_soft_breaks():
    found = one("N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCl=", "ler;Jane")
    assert found.value == "Müller;Jane"


def test_a_named_charset_is_used():
    assert one("N;CHARSET=Shift_JIS;ENCODING=QUOTED-PRINTABLE:=8ER=93c").value == "山田"


@pytest.mark.parametrize("charset", ["zlib", "unicode_escape", "nonsense"])
def test_a_charset_that_is_none_is_not_used(charset):
    assert one(f"N;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:J=C3=A4ne").value == "Jäne"


def test_bytes_that_are_no_text_leave_the_value_empty():
    assert one("N;ENCODING=QUOTED-PRINTABLE:=FF=FE").value == ""


def test_a_card_without_end_is_read():
    assert [found.name for found in card("N:Marlowe;Jane", "TEL:1", end=())] == ["N", "TEL"]


def test_a_line_that_is_none_is_passed_over():
    assert [found.name for found in card("N:Marlowe;Jane", "no property", ":", ";:", "TEL:1")] == ["N", "TEL"]


def test_what_follows_the_first_card_is_left_alone():
    assert one("TEL:1", "END:VCARD", "BEGIN:VCARD", "TEL:2").value == "1"


def test_a_card_without_end_of_lines_is_cut():
    assert len(card(*["TEL:1"] * 1000)) == MOST_LINES - 1
