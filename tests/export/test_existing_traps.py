"""Exports in which a plain reading goes wrong."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import person

from cardscan.export.existing import There, compare, read_existing
from cardscan.export.existing.blank import blank_row

if TYPE_CHECKING:
    from pathlib import Path

    from cardscan.followup.record import FollowUp

ADA = person(email="ada@northwind.example")


def only(path: Path, data: bytes) -> There:
    path.write_bytes(data)
    (there,) = read_existing(path)
    return there


def row_of(path: Path, text: str) -> FollowUp:
    return only(path, text.encode()).row


def test_outlooks_title_is_no_job(tmp_path: Path) -> None:
    text = "Title,First Name,Last Name,Job Title,E-mail Address,E-mail Display Name\n"
    text += "Mr.,Bo,Lark,,bo@lark.example,Bo Lark (bo@lark.example)\n"
    row = row_of(tmp_path / "a.csv", text)
    assert (row.full_name, row.job_title) == ("Bo Lark", "")


def test_a_title_without_another_column_for_jobs_is_the_job(tmp_path: Path) -> None:
    assert row_of(tmp_path / "a.csv", "Name,Title\nBo Lark,Buyer\n").job_title == "Buyer"


def test_a_name_beside_a_given_name_is_the_family_name(tmp_path: Path) -> None:
    assert row_of(tmp_path / "a.csv", "Vorname;Name\nBo;Lark\n").full_name == "Bo Lark"


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Related Company", "company"),
        ("Employer", "company"),
        ("Organización", "company"),
        ("Titre professionnel", "job_title"),
        ("Address 1: Street 1", "street"),
        ("Address 1: ZIP/Postal Code", "postal_code"),
        ("Rue (bureau)", "street"),
        ("Adresse de messagerie", "email"),
    ],
)
def test_columns_of_other_programs_are_known(tmp_path: Path, header: str, field: str) -> None:
    row = row_of(tmp_path / "a.csv", f"Name;{header}\nBo Lark;x@y.example\n")
    assert getattr(row, field) == "x@y.example"


def test_a_word_that_looks_like_an_id_does_not_hide_the_id(tmp_path: Path) -> None:
    there = only(tmp_path / "a.csv", b"Name,Industry,External ID\nBo,construction,cardscan_caaaaaaaaaaa\n")
    assert there.contact_id == "caaaaaaaaaaa"
    assert not only(tmp_path / "b.csv", b"Name,Industry\nBo,construction\n").contact_id


def test_a_long_cell_without_an_e_mail_is_read(tmp_path: Path) -> None:
    there = only(tmp_path / "a.csv", b"Name,Email\nBo," + b"a" * 100_000 + b"\n")
    assert (there.row.full_name, there.row.email) == ("Bo", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_vcard_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:José Lark\r\nEND:VCARD\r\n".encode(encoding)
    assert only(tmp_path / "a.vcf", card).row.full_name == "José Lark"


def test_a_long_note_hides_nothing_that_follows(tmp_path: Path) -> None:
    note = "\n ".join(["x" * 70] * 300)
    row = row_of(tmp_path / "a.vcf", f"BEGIN:VCARD\nFN:Bo\nNOTE:{note}\nEMAIL:bo@lark.example\nEND:VCARD\n")
    assert row.email == "bo@lark.example"


def test_a_note_that_looks_like_a_property_is_none(tmp_path: Path) -> None:
    note = "NOTE;ENCODING=QUOTED-PRINTABLE:call=\nTEL:+44 7700 900999"
    row = row_of(tmp_path / "a.vcf", f"BEGIN:VCARD\nVERSION:2.1\nN:Lark;Bo\n{note}\nEND:VCARD\n")
    assert row.work_phone == ()


def test_a_phone_of_version_4_loses_its_extension(tmp_path: Path) -> None:
    card = 'BEGIN:VCARD\nFN:Bo\nTEL;VALUE=uri;TYPE="cell,voice":tel:+44-7700-900123;ext=5\nEND:VCARD\n'
    assert row_of(tmp_path / "a.vcf", card).mobile_phone == ("+44-7700-900123",)


def test_a_zero_that_is_not_dialled_from_abroad_is_no_change() -> None:
    ours = replace(ADA, work_phone=("+44 20 7946 0958",))
    row = replace(ours, work_phone=("+44 (0)20 7946 0958",))
    assert compare([ours], [There(place="row 2", row=row)]).same == (ours,)


def test_one_contact_there_is_not_two_of_ours() -> None:
    ours = [ADA, replace(ADA, contact_id="cbbbbbbbbbbb")]
    row = blank_row(full_name="Ada Winter", email="ada@northwind.example", company="Northwind Ltd")
    found = compare(ours, [There(place="row 2", row=row)])
    assert (found.same, len(found.unsure)) == ((), 2)
