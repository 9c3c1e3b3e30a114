"""The columns of other programs' exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cardscan.errors import RecordError
from cardscan.export.existing import read_existing

if TYPE_CHECKING:
    from pathlib import Path

EXPORTS = {
    "google": "First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Label,E-mail 1 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Website 1 - Value,Address 1 - City,Address 1 - Postal Code\n"
    "Ada,Winter,Northwind Ltd,Head of Sales,* Work,ada@northwind.example ::: winter@northwind.example,Mobile,"
    "+44 7700 900123 ::: 020 7946 0958,https://northwind.example,Leeds,LS2 9YZ\n",
    "google-before-2024": "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Phone 2 - Value,Organization 1 - Name,Organization 1 - Title,"
    "Website 1 - Value,Address 1 - City,Address 1 - Postal Code\n"
    "Ada Winter,Ada,Winter,* myContacts,* Work,ada@northwind.example ::: winter@northwind.example,Mobile,"
    "+447700900123,+442079460958,Northwind Ltd,Head of Sales,northwind.example,Leeds,LS2 9YZ\n",
    "outlook": "Title,First Name,Last Name,Company,Job Title,Business City,Business Postal Code,"
    "Business Phone,Mobile Phone,E-mail Address,E-mail Type,E-mail 2 Address,Web Page\n"
    ",Ada,Winter,Northwind Ltd,Head of Sales,Leeds,LS2 9YZ,020 7946 0958,+44 7700 900123,"
    "ada@northwind.example,SMTP,winter@northwind.example,http://www.northwind.example/\n",
    "hubspot": "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,"
    "Website URL,City,Postal Code,Work email,Contact owner\n"
    "1201,Ada,Winter,ada@northwind.example,020 7946 0958,+447700900123,Head of Sales,Northwind Ltd,"
    "northwind.example,Leeds,LS2 9YZ,winter@northwind.example,owner@quiet.example\n",
    "salesforce": '"First Name","Last Name","Title","Account Name","Mailing City","Mailing Zip/Postal Code",'
    '"Phone","Mobile","Email","Other Email","Website"\n"Ada","Winter","Head of Sales","Northwind Ltd",'
    '"Leeds","LS2 9YZ","(020) 7946 0958","+44 7700 900123","ada@northwind.example",'
    '"winter@northwind.example","northwind.example"\n',
    "zoho": "Record Id;First Name;Last Name;Account Name;Title;Email;Secondary Email;Phone;Mobile;"
    "Mailing City;Mailing Zip;Website\nzcrm_1;Ada;Winter;Northwind Ltd;Head of Sales;ada@northwind.example;"
    "winter@northwind.example;020 7946 0958;+44 7700 900123;Leeds;LS2 9YZ;northwind.example\n",
    "pipedrive": "Person - Name,Person - Organization,Person - Email - Work,Person - Email - Other,"
    "Person - Phone - Work,Person - Phone - Mobile,Person - Job title,Person - Label,Website,City,"
    "Postal code\nAda Winter,Northwind Ltd,ada@northwind.example,winter@northwind.example,"
    "020 7946 0958,+44 7700 900123,Head of Sales,Warm,northwind.example,Leeds,LS2 9YZ\n",
    "german": "Vorname\tNachname\tFirma\tPosition\tE-Mail-Adresse\tE-Mail 2\tTelefon geschäftlich\t"
    "Mobiltelefon\tWebseite\tOrt\tPLZ\nAda\tWinter\tNorthwind Ltd\tHead of Sales\tada@northwind.example\t"
    "winter@northwind.example\t020 7946 0958\t+44 7700 900123\tnorthwind.example\tLeeds\tLS2 9YZ\n",
    "french": "Prénom,Nom,Société,Fonction,Courriel,E-mail 2,Téléphone,Portable,Site web,Ville,Code postal\n"
    "Ada,Winter,Northwind Ltd,Head of Sales,ada@northwind.example,winter@northwind.example,020 7946 0958,"
    "+44 7700 900123,northwind.example,Leeds,LS2 9YZ\n",
    "spanish": "Nombre,Apellidos,Empresa,Cargo,Correo electrónico,E-mail 2,Teléfono,Móvil,Sitio web,Ciudad,"
    "Código postal\nAda,Winter,Northwind Ltd,Head of Sales,ada@northwind.example,winter@northwind.example,"
    "020 7946 0958,+44 7700 900123,northwind.example,Leeds,LS2 9YZ\n",
}


@pytest.mark.parametrize("name", EXPORTS)
def test_what_programs_export_is_recognised(tmp_path: Path, name: str) -> None:
    (tmp_path / "export.csv").write_text(EXPORTS[name], encoding="utf-8")
    (there,) = read_existing(tmp_path / "export.csv")
    row = there.row
    assert (row.full_name, row.company, row.job_title) == ("Ada Winter", "Northwind Ltd", "Head of Sales")
    assert (row.email, row.other_emails) == ("ada@northwind.example", ("winter@northwind.example",))
    phones = [phone.replace(" ", "") for phone in (*row.mobile_phone, *row.work_phone)]
    assert any(phone.endswith("7700900123") for phone in phones)
    assert any(phone.endswith("79460958") for phone in phones)
    assert (row.city, row.postal_code, len(row.website)) == ("Leeds", "LS2 9YZ", 1)


def test_a_phone_is_what_its_label_says(tmp_path: Path) -> None:
    header = (
        "Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Phone 3 - Label,Phone 3 - Value"
    )
    line = "Ada Winter,Mobile,+44 7700 900123,Work,+44 20 7946 0958,Work Fax,+44 20 7946 0959"
    (tmp_path / "export.csv").write_text(f"{header}\n{line}\n")
    (there,) = read_existing(tmp_path / "export.csv")
    assert (there.row.mobile_phone, there.row.work_phone, there.row.fax) == (
        ("+44 7700 900123",),
        ("+44 20 7946 0958",),
        ("+44 20 7946 0959",),
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "export.csv").write_text("Vorname;Nachname\nJosé;Müller\n", encoding=encoding)
    assert [one.row.full_name for one in read_existing(tmp_path / "export.csv")] == ["José Müller"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Colour,Size\nred,4\n",
            "none of its columns is known to hold names, e-mails or phones; it has Colour",
        ),
        ("", "it has none"),
        ('Name,Email\n"Ada,ada@x.example\n', "rows cannot be told apart"),
    ],
)
def test_a_table_of_something_else_is_told(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "export.csv").write_text(text)
    with pytest.raises(RecordError, match=told):
        read_existing(tmp_path / "export.csv")


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        read_existing(tmp_path / "nothing.csv")


def test_hostile_cells_are_text(tmp_path: Path) -> None:
    text = f"Name,Email\n=HYPERLINK(1),x@y.example\n{'A' * 100_000},\x00\n,,,,\n"
    (tmp_path / "export.csv").write_text(text)
    rows = [one.row for one in read_existing(tmp_path / "export.csv")]
    assert [row.full_name[:6] for row in rows] == ["=HYPER", "AAAAAA"]
