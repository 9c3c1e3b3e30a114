"""Contacts as vCards."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from people_to_hand_on import ADA, HOSTILE, OFFICE, TARO, USUAL, WISHES, person, written

from cardscan.export.vcard import VcardExporter, vcard
from cardscan.followup.cell_text import one_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.export.exporter import VcardVersion
    from cardscan.followup.record import FollowUp


def lines(row: FollowUp, version: VcardVersion = "3.0") -> list[str]:
    return vcard(row, replace(WISHES, version=version, fold=False)).decode().split("\r\n")


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_cards_are_as_they_were(version: VcardVersion, check_golden: Callable[[str, str], None]) -> None:
    cards = written(VcardExporter(), (*USUAL, *HOSTILE), replace(WISHES, version=version))
    check_golden(f"vcard-{version}.vcf", cards.files[""].decode())


def test_a_card_says_what_the_queue_says() -> None:
    assert set(lines(ADA)) >= {
        "N:Winter;Ada;;;",
        "FN:Ada Winter",
        "ORG:Northwind Ltd;Sales",
        "TITLE:Head of Sales",
        "TEL;TYPE=CELL,VOICE:+44 7700 900123",
        "TEL;TYPE=WORK,VOICE:+44 20 7946 0958",
        "TEL;TYPE=FAX,WORK:+44 20 7946 0959",
        "EMAIL;TYPE=INTERNET:ada@northwind.example",
        "ADR;TYPE=WORK:;;7 Foundry Approach;Leeds;;LS2 9YZ;United Kingdom",
        "URL:https://northwind.example",
        "URL:https://linkedin.com/in/ada-winter",
        "CATEGORIES:Harbour Chamber mixer",
        "REV:20261122T190000Z",
    }


def test_a_card_without_a_person_is_its_companys() -> None:
    assert lines(OFFICE)[2:6] == ["N:;;;;", "FN:Harbour Office", "X-ABSHOWAS:COMPANY", "ORG:Harbour Office"]
    assert "KIND:org" in lines(OFFICE, "4.0")


def test_a_name_in_one_piece_is_the_family_name() -> None:
    assert lines(replace(TARO, first_name="", last_name=""))[2:4] == ["N:山田 太郎;;;;", "FN:山田 太郎"]


def test_the_same_contact_has_the_same_uid_whatever_was_corrected() -> None:
    later = replace(WISHES, now=datetime(2027, 1, 1, tzinfo=UTC))
    (uid,) = [line for line in lines(ADA) if line.startswith("UID")]
    assert uid.startswith("UID:urn:uuid:")
    assert uid.encode() in vcard(replace(ADA, full_name="Ida"), later)
    assert uid not in lines(TARO)


def test_who_was_met_twice_is_one_card() -> None:
    cards = written(VcardExporter(), [ADA, replace(ADA, event="Winter fair"), TARO])
    assert (cards.files[""].count(b"BEGIN:VCARD"), cards.taken) == (2, 2)


@pytest.mark.parametrize("social", ["@adawinter", "WeChat: ada", "ada@home.example", "in/ada winter"])
def test_what_leads_nowhere_is_no_link(social: str) -> None:
    assert not [line for line in lines(person(social=(social,))) if line.startswith("URL")]


@pytest.mark.parametrize(
    ("version", "start"), [("3.0", "PHOTO;ENCODING=b;TYPE=JPEG:"), ("4.0", "PHOTO:data:image/jpeg;base64,")]
)
def test_a_picture_comes_with_it_when_asked_for(version: VcardVersion, start: str) -> None:
    picture = bytes(range(256)) * 3
    card = vcard(ADA, replace(WISHES, version=version, fold=False, picture=lambda _: picture)).decode()
    (photo,) = [line for line in card.split("\r\n") if line.startswith("PHOTO")]
    assert base64.b64decode(photo.removeprefix(start)) == picture
    assert b"PHOTO" not in vcard(ADA, replace(WISHES, picture=lambda _: None))


@given(st.text(max_size=200), st.text(max_size=60))
def test_lines_are_folded_within_75_octets_and_nothing_is_lost(note: str, company: str) -> None:
    row = person(notes=one_line(note), company=one_line(company))
    folded, whole = vcard(row, WISHES), vcard(row, replace(WISHES, fold=False))
    assert all(len(line) <= 75 for line in folded.split(b"\r\n"))
    assert [line.decode() for line in folded.split(b"\r\n")]  # no character is cut
    assert folded.replace(b"\r\n ", b"") == whole
    assert whole.count(b"\r\n") == len(lines(row)) - 1


@given(st.text(max_size=60))
def test_no_text_of_a_card_becomes_a_line_of_its_own(text: str) -> None:
    usual = [line.partition(":")[0] for line in lines(person(job_title="x", notes="x", street="x"))]
    hostile = person(
        job_title=f"x{text}", notes=f"{text}\r\nEND:VCARD", street=f"x{text}", company="Northwind"
    )
    assert [line.partition(":")[0] for line in lines(hostile)] == usual
