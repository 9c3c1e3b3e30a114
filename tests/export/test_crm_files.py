"""The files that CRMs and address books import."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import ADA, HOSTILE, JOSE, MINUS, OFFICE, TARO, USUAL, Written, written

from cardscan.errors import RecordError, UsageError
from cardscan.export import read_queue
from cardscan.export.crm import CrmExporter, named_profile, profile_names, read_profile
from cardscan.export.exporter import EXPORTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from cardscan.followup.record import FollowUp

# What the importers document, or what independent exporters agree on.
HEADERS = {
    "google": "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,"
    "Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,"
    "Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,"
    "Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value,Phone 3 - Label,Phone 3 - Value,"
    "Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,"
    "Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Website 1 - Label,Website 1 - Value,Event 1 - Label,Event 1 - Value,"
    "Custom Field 1 - Label,Custom Field 1 - Value",
    "dynamics": "First Name,Last Name,Business Phone,Mobile Phone,Job Title,Business Street,Business City,"
    "Business State,Business Postal Code,Business Country/Region,Email Address",
    "salesforce": "First Name,Last Name,Company,Title,Email,Phone,Mobile,Street,City,State/Province,"
    "Zip/Postal Code,Country,Website,Lead Source,Campaign,Description",
    "hubspot": "First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,"
    "Website URL,Street Address,City,State/Region,Postal Code,Country/Region",
    "outlook": "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
    "Business City,Business State,Business Postal Code,Business Country/Region,Business Fax,Business Phone,"
    "Business Phone 2,Mobile Phone,Other Phone,Categories,E-mail Address,E-mail Display Name,"
    "E-mail 2 Address,E-mail 3 Address,Notes,User 1,Web Page",
    "pipedrive": "Name,Email,Phone,Organization,Label,Note",
}
OUTLOOK = set(HEADERS.pop("outlook").split(","))
"""More than we fill."""


def export(name: str, rows: Sequence[FollowUp] = USUAL) -> Written:
    return written(EXPORTERS.make(name), rows)


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def contacts(name: str, rows: Sequence[FollowUp] = USUAL) -> list[dict[str, str]]:
    return table(export(name, rows).files[""])


@pytest.mark.parametrize("name", profile_names())
def test_files_are_as_they_were(name: str, check_golden: Callable[[str, str], None]) -> None:
    files = export(name).files
    shown = [f"[{part}]\n{files[part].decode()}" for part in files if part != "-needs-fixing"]
    check_golden(f"crm/{name}.txt", "".join(shown))


@pytest.mark.parametrize(("name", "header"), HEADERS.items())
def test_columns_are_those_that_the_importer_knows(name: str, header: str) -> None:
    assert list(contacts(name)[0]) == header.split(",")


def test_columns_for_outlook_are_among_its_own() -> None:
    assert set(contacts("outlook")[0]) <= set(OUTLOOK)


@pytest.mark.parametrize("name", profile_names())
def test_no_cell_of_a_hostile_card_is_run_by_a_spreadsheet(name: str) -> None:
    exported = export(name, HOSTILE)
    for part, data in exported.files.items():
        for row in table(data) if part != "-needs-fixing" else ():
            assert not [cell for cell in row.values() if cell[:1] in ("=", "@", "-", "＝", "'")]
    assert exported.taken + len(exported.refused) == len(HOSTILE)
    assert all(
        "which a spreadsheet would run" in one.why[0] or "refuses" in one.why[0] for one in exported.refused
    )


def test_a_note_that_begins_like_a_formula_goes_behind_where_they_met() -> None:
    (row,) = contacts("hubspot", [replace(MINUS, email="ada@northwind.example")])
    task = table(export("hubspot", [MINUS]).files["-tasks"])[0]
    assert (row["First Name"], task["Notes"][:29]) == ("Ada", "Met at Harbour Chamber mixer ")


@pytest.mark.parametrize(
    ("name", "row", "why"),
    [
        ("salesforce", OFFICE, "Salesforce requires Last Name"),
        ("salesforce", replace(ADA, company=""), "Salesforce requires Company"),
        ("hubspot", replace(OFFICE, email=""), "HubSpot requires First Name or Last Name or Email"),
        ("zoho", replace(ADA, company='The "Quay"'), 'Zoho CRM refuses " in Company'),
        ("zoho", replace(ADA, notes="a | b"), "Zoho CRM refuses | in Description"),
        (
            "espocrm",
            replace(ADA, mobile_phone=("07700 900123",)),
            "07700900123 in phoneNumberMobile is no number",
        ),
        ("espocrm", replace(ADA, job_title="CEO <ex>"), "EspoCRM refuses < > in title"),
        ("hubspot", replace(ADA, company="X;=1+1"), "Company Name has a formula behind a semicolon"),
        ("creme", replace(ADA, company="N" * 201), "Company has 201 characters, and Creme CRM takes 200"),
        ("creme", replace(ADA, company="N" * 90), "Title has 107 characters, and Creme CRM takes 100"),
    ],
)
def test_what_the_importer_would_refuse_is_told_before(name: str, row: FollowUp, why: str) -> None:
    exported = export(name, [TARO, row])
    assert (exported.taken, [one.row for one in exported.refused]) == (1, [row])
    assert exported.refused[0].why[0].startswith(why)
    assert not any(b"Ada" in data for part, data in exported.files.items() if part != "-needs-fixing")


def test_rows_to_put_right_are_a_queue_with_the_reasons(tmp_path: Path) -> None:
    exported = export("zoho", [replace(ADA, company='"=x"'), *HOSTILE])
    path = tmp_path / "needs-fixing.csv"
    path.write_bytes(exported.files["-needs-fixing"])
    assert read_queue(path) == tuple(one.row for one in exported.refused)
    assert "Zoho CRM refuses" in table(path.read_bytes())[0]["problem"]


def test_forms_of_values_are_the_importers() -> None:
    assert contacts("espocrm")[0]["phoneNumberMobile"] == "+447700900123"
    assert [
        contacts("twenty")[0][f"Phones / Primary Phone {part}"]
        for part in ("Number", "Country Code", "Calling Code")
    ] == [
        "7700900123",
        "GB",
        "+44",
    ]
    assert (
        contacts("twenty")[0]["Emails / Additional Emails"]
        == '["winter@northwind.example", "ada@home.example"]'
    )
    assert contacts("odoo")[0]["External ID"] == "cardscan_cabcdefghijk"
    assert table(export("espocrm").files["-tasks"])[0]["priority"] == "High"


def test_open_follow_ups_are_tasks_and_others_are_not() -> None:
    tasks = table(export("pipedrive").files["-tasks"])
    assert [(task["Activity - Subject"], task["Activity - Due date"]) for task in tasks] == [
        ("Call Ada Winter, Northwind Ltd", "2026-11-23"),
        ("E-mail 山田 太郎, 北風株式会社", "2026-11-23"),
    ]


def test_somebody_met_at_two_events_is_one_contact_with_two_tasks() -> None:
    again = replace(ADA, event="Winter fair", next_action="meeting")
    files = export("hubspot", [ADA, again]).files
    tasks = [one["Task Type"] for one in table(files["-tasks"])]
    assert (len(table(files[""])), tasks) == (1, ["CALL", "TODO"])


def test_files_end_where_the_importer_takes_no_more() -> None:
    small = replace(named_profile("hubspot"), most_rows=2)
    files = written(CrmExporter(small), [ADA, TARO, JOSE]).files
    assert {part: len(table(data)) for part, data in files.items()} == {"": 2, "-2": 1, "-tasks": 2}
    few_bytes = written(CrmExporter(replace(named_profile("hubspot"), most_bytes=700)), [ADA, TARO, JOSE])
    assert all(len(data) <= 700 for data in few_bytes.files.values())


@pytest.mark.parametrize("name", EXPORTERS.names())
def test_every_exporter_is_made_by_its_name_and_keeps_everybody(name: str) -> None:
    exported = export(name)
    left = 1 if name == "ics" else 0  # nothing is to be done with José
    assert exported.taken + len(exported.refused) == len(USUAL) - left
    assert exported.files[""]


OWN = """
name = "My CRM"
dates = "DD.MM.YYYY"
required = ["Nachname|Firma"]
delimiter = ";"

[contacts]
"Nachname" = "last_name"
"Firma" = "company"
"Kennung" = "external_id"
"Quelle" = "=Messe"

[tasks]
"Faellig" = "due"
"Art" = "next_action"

[choices.next_action]
call = "Anruf"
"""


def test_a_program_can_be_described_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "my-crm.toml"
    path.write_text(OWN)
    files = written(CrmExporter(read_profile(path)), [ADA]).files
    assert (
        files[""].decode()
        == "Nachname;Firma;Kennung;Quelle\r\nWinter;Northwind Ltd;cardscan_cabcdefghijk;Messe\r\n"
    )
    assert files["-tasks"].decode() == "Faellig;Art\r\n23.11.2026;Anruf\r\n"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            '"last_name"',
            '"lastname"',
            "[contacts] line 8: there is no 'lastname' to fill 'Nachname' with; known are",
        ),
        ('"=Messe"', '"=Messe if faire"', "[contacts] line 11: there is no 'faire'"),
        ("Nachname|Firma", "Nachname|Name", "line 4: 'Name' is required and none of the columns"),
        ("delimiter", "delimeter", "line 5: 'delimeter' is not known; known are name"),
        ("choices.next_action", "choices.action", "line 17: there is no 'action'; known are"),
        ('"DD.MM.YYYY"', '"TT.MM.JJJJ"', "dates is 'TT.MM.JJJJ'; write one of: YYYY-MM-DD"),
        ("[contacts]", "[contact]", "'contact' is not known"),
        ("[choices", '[longest]\n"Name" = 10\n[choices', "line 18: there is no column 'Name'; known are"),
        ('delimiter = ";"', "delimiter = ", "it is no TOML"),
        ('delimiter = ";"', "byte_order_mark = 1", "byte_order_mark must be true or false"),
    ],
)
def test_a_mistake_in_such_a_file_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    path = tmp_path / "my-crm.toml"
    path.write_text(OWN.replace(old, new))
    with pytest.raises(RecordError) as wrong:
        read_profile(path)
    assert told in str(wrong.value)


def test_a_name_that_is_none_is_told_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="espocrm, google, hubspot"):
        EXPORTERS.make("hubsport")
