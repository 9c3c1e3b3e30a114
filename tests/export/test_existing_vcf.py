"""vCards of other address books."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import ADA, TARO, USUAL, WISHES

from cardscan.export.existing import read_existing
from cardscan.export.vcard import vcard

if TYPE_CHECKING:
    from pathlib import Path

PHONE = """BEGIN:VCARD\r
VERSION:2.1\r
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Jos=C3=A9;;;\r
TEL;CELL:+44 7700 900123\r
EMAIL;HOME:jose@mueller.example\r
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD//gA7Q1JFQVRPUjogZ2QtanBlZyB2MS4wICh1\r
 c2luZyBJSkcgSlBFRyB2NjIpLCBxdWFsaXR5ID0gOTAK/9sAQwADAgIDAgIDAwMDBAMDBAUI\r
\r
ORG:Müller GmbH\r
END:VCARD\r
"""
GROUPED = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.0//EN
N:Winter;Ada;;;
FN:Ada Winter
item1.EMAIL;type=INTERNET;type=pref:ada@northwind.example
item1.X-ABLabel:work
TEL;type=CELL;type=VOICE;type=pref:+447700900123
item2.ADR;type=WORK:;;7 Foundry Approach;Leeds;;LS2 9YZ;United
  Kingdom
NOTE:a very long note that is fol
 ded
END:VCARD
"""


@pytest.mark.parametrize("version", ["3.0", "4.0"])
def test_our_own_cards_are_read_whole(tmp_path: Path, version: str) -> None:
    picture = bytes(range(256)) * 400
    wishes = replace(WISHES, version=version, picture=lambda _: picture)
    (tmp_path / "all.vcf").write_bytes(b"".join(vcard(row, wishes) for row in USUAL))
    found = read_existing(tmp_path / "all.vcf")
    assert [one.row.full_name for one in found] == [
        "Ada Winter",
        "山田 太郎",
        "José Ñandú Ibáñez",
        "Harbour Office",
    ]
    ada, taro = found[0].row, found[1].row
    assert (ada.mobile_phone, ada.work_phone, ada.fax) == (ADA.mobile_phone, ADA.work_phone, ADA.fax)
    assert (ada.company, ada.department, ada.job_title) == (ADA.company, ADA.department, ADA.job_title)
    assert (ada.street, ada.city, ada.postal_code) == (ADA.street, ADA.city, ADA.postal_code)
    assert (taro.first_name, taro.company) == (TARO.first_name, TARO.company)


def test_a_phones_card_of_version_2_1_is_read(tmp_path: Path) -> None:
    (tmp_path / "phone.vcf").write_text(PHONE, encoding="utf-8", newline="")
    (there,) = read_existing(tmp_path / "phone.vcf")
    assert (there.row.full_name, there.row.company) == ("José Müller", "Müller GmbH")
    assert (there.row.mobile_phone, there.row.email) == (("+44 7700 900123",), "jose@mueller.example")


def test_grouped_and_folded_properties_are_read(tmp_path: Path) -> None:
    (tmp_path / "apple.vcf").write_text(GROUPED)
    (there,) = read_existing(tmp_path / "apple.vcf")
    assert (there.row.email, there.row.postal_code, there.row.country) == (
        "ada@northwind.example",
        "LS2 9YZ",
        "United Kingdom",
    )


def test_a_broken_file_gives_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "cut.vcf").write_bytes(GROUPED.encode() + b"BEGIN:VCARD\nFN:Bo \xff Lark\nTEL")
    assert [one.row.full_name[:2] for one in read_existing(tmp_path / "cut.vcf")] == ["Ad", "Bo"]


def test_a_fold_within_a_character_is_undone(tmp_path: Path) -> None:
    cut = "BEGIN:VCARD\nFN:Cl\xc3\n \xa9mence\nEND:VCARD\n".encode("latin-1")
    (tmp_path / "cut.vcf").write_bytes(cut)
    assert read_existing(tmp_path / "cut.vcf")[0].row.full_name == "Clémence"
