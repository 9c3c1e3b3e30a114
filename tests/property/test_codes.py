"""Any text at all may stand in a code: it gives sound fields or none, and never an error."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from written_card import reading

from cardscan.geometry import rectangle
from cardscan.ocr.record import Code
from cardscan.parse.contact import parse_reading
from cardscan.parse.finders.code import LONGEST_VALUE, find_in_code
from cardscan.parse.record import Contact

PIECES = st.sampled_from(
    [
        "BEGIN:VCARD", "END:VCARD", "VERSION:2.1", "MECARD:", "MATMSG:TO:", "mailto:", "tel:", "https://",
        "N:", "FN:", "ORG:", "TITLE:", "TEL", "TEL;CELL:", "TEL;TYPE=", "EMAIL:", "URL:", "ADR:",
        ";ENCODING=QUOTED-PRINTABLE:", ";CHARSET=", "=C3=BC", "=FF", "=", "\\", "\\n", ";", ",", ":", '"',
        " ", "\n", "\r\n", "\n ", "\x00", "\u202e", "\ud800", "Jane", "Marlowe", "山田",
        "jane@harbour.example", "+44 20 7946 0958", "020 7946 0101", "harbour.example",
        "12 High Street", "=cmd|' /C calc'!A0", "%00",
    ]
)  # fmt: skip
BROKEN = st.lists(PIECES, max_size=25).map("".join)
PAYLOADS = (
    st.text(max_size=200) | BROKEN | BROKEN.map("BEGIN:VCARD\n".__add__) | BROKEN.map("MECARD:".__add__)
)


@settings(max_examples=400, deadline=None)
@given(PAYLOADS)
def test_any_payload_gives_sound_fields_or_none(payload: str) -> None:
    for candidate in find_in_code(payload, region="GB"):
        assert candidate.raw.strip()
        assert candidate.value is None or candidate.value.strip()
        assert len(candidate.raw) <= LONGEST_VALUE
        assert not any(mark in candidate.raw for mark in "\n\r\x00\u202e\ud800")


@settings(max_examples=200, deadline=None)
@given(st.lists(PAYLOADS, max_size=3))
def test_any_codes_leave_the_contact_sound(payloads: list[str]) -> None:
    codes = tuple(Code(text=text, format="QRCode", quad=rectangle(0, 0, 9, 9)) for text in payloads)
    card = reading("#Jane Marlowe", "Head of Bread", "jane@harbour.example", "T 020 7946 0101")
    contact = parse_reading(replace(card, codes=codes))
    assert 0 <= contact.confidence <= 1
    assert len(contact.all("name")) == 1
    assert contact.all("email")
    assert Contact.from_dict(contact.to_dict()) == contact
    used = {index for field in contact.fields for index in field.lines}
    assert used | set(contact.unassigned) == set(range(4))
