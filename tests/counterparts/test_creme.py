"""What ``export --to creme`` writes goes through Creme's import screens and comes back by its own export."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from creme_server import EMPLOYED_BY, Creme, creme
from people_to_hand_on import ADA, AT_SIGN, FORMULA, JOSE, MINUS, TARO, WIDE, person

from cardscan.export import write_queue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cardscan.followup.record import FollowUp

NASTY = person(
    contact_id="cnastynastyn",
    full_name='Bo "the Quay"; Lark, Esq.',
    first_name='Bo "the Quay";',
    last_name="Lark, Esq.",
    company="<b>Lark & Sons</b>",
    email="bo@lark.example",
    notes="a | b; <script>alert(1)</script>",
)
IDA = replace(MINUS, full_name="Ida Lark", first_name="Ida", last_name="Lark", email="ida@lark.example")
PEOPLE = (ADA, TARO, JOSE, NASTY, IDA, FORMULA, AT_SIGN, WIDE)
COLUMNS = tuple(
    f"regular_field-{name}"
    for name in ("last_name", "first_name", "email", "phone", "mobile", "fax", "url_site", "full_position")
)
MORE = (
    "regular_field-billing_address__city",
    "regular_field-billing_address__zipcode",
    "regular_field-description",
    f"relation-{EMPLOYED_BY}",
)


@pytest.fixture(scope="module")
def crm() -> Iterator[Creme]:
    with creme() as started:
        yield started


def export(folder: Path, rows: Sequence[FollowUp]) -> tuple[Path, Path]:
    """The files for contacts and for tasks, as the command writes them."""
    write_queue(folder / "queue.csv", rows, force=True)
    command = [sys.executable, "-m", "cardscan", "export", "queue.csv", "--to", "creme", "-o", "creme.csv"]
    subprocess.run([*command, "--all"], cwd=folder, check=True, capture_output=True)
    return folder / "creme.csv", folder / "creme-tasks.csv"


def import_contacts(crm: Creme, path: Path) -> str:
    return crm.import_file(
        "contacts", path, {}, keys=("last_name", "first_name", "email"), employers="Company"
    )


def import_tasks(crm: Creme, path: Path) -> str:
    screen = {
        "type_selector": "1",
        "my_participation_0": "",
        "participants_mode": "1",
        "participants_first_name_colselect": "First name",
        "participants_last_name_colselect": "Last name",
        "subjects_colselect": "Company",
        "subjects_separator": "|",
    }
    return crm.import_file("activities", path, screen, keys=("title",))


def contacts(crm: Creme) -> dict[str, dict[str, str]]:
    rows = crm.export("contacts", *COLUMNS, *MORE)
    return {
        row["regular_field-email"]: {name.partition("-")[2]: cell for name, cell in row.items()}
        for row in rows
    }


def test_contacts_come_back_with_companies_phones_and_notes(crm: Creme, tmp_path: Path) -> None:
    people, _ = export(tmp_path, PEOPLE)
    said = import_contacts(crm, people)
    assert "5 «Contacts» have been created" in said, said
    assert "No error" in said, said
    found = contacts(crm)
    ada, taro, jose, nasty = (found[row.email] for row in (ADA, TARO, JOSE, NASTY))
    assert ada == {
        "last_name": "Winter",
        "first_name": "Ada",
        "email": "ada@northwind.example",
        "phone": "+44 20 7946 0958",
        "mobile": "+44 7700 900123",
        "fax": "+44 20 7946 0959",
        "url_site": "https://northwind.example",
        "full_position": "Head of Sales",
        "billing_address__city": "Leeds",
        "billing_address__zipcode": "LS2 9YZ",
        "description": "Met at Harbour Chamber mixer on 2026-11-20. wants the price list; -10 % agreed",
        EMPLOYED_BY: "Northwind Ltd",
    }
    assert (taro["last_name"], taro["first_name"], taro[EMPLOYED_BY]) == ("山田", "太郎", "北風株式会社")
    assert (jose["last_name"], jose[EMPLOYED_BY]) == ("Ñandú Ibáñez", "Olmeda, Hijos & Cía.")
    assert (nasty["last_name"], nasty["first_name"]) == ("Lark, Esq.", 'Bo "the Quay";')
    assert nasty[EMPLOYED_BY] == "<b>Lark & Sons</b>"
    assert nasty["description"].endswith("a | b; <script>alert(1)</script>")


def test_a_second_import_updates(crm: Creme, tmp_path: Path) -> None:
    import_contacts(crm, export(tmp_path, PEOPLE)[0])
    before = contacts(crm)
    changed = replace(ADA, job_title="Head of Purchasing", mobile_phone=("+44 7700 900777",))
    said = import_contacts(crm, export(tmp_path, (changed, TARO, JOSE, NASTY))[0])
    assert "No error" in said, said
    after = contacts(crm)
    assert len(crm.export("contacts", *COLUMNS)) == len(before)
    assert after[ADA.email]["full_position"] == "Head of Purchasing"
    assert after[ADA.email]["mobile"] == "+44 7700 900777"
    assert {email: row for email, row in after.items() if email != ADA.email} == {
        email: row for email, row in before.items() if email != ADA.email
    }
    assert [row["regular_field-name"] for row in crm.export("organisations", "regular_field-name")].count(
        "Northwind Ltd"
    ) == 1


def test_contacts_without_a_usable_address_stay_apart(crm: Creme, tmp_path: Path) -> None:
    noa = person(contact_id="cnoanoanoano", full_name="Noa Reed", first_name="Noa", last_name="Reed")
    uma = replace(noa, contact_id="cumaumaumaum", full_name="Uma Reed", first_name="Uma")
    kit = replace(noa, contact_id="ckitkitkitki", full_name="Kit Moss", first_name="Kit", last_name="Moss")
    misread = replace(
        kit, contact_id="cmisreadmisr", full_name="Ned Moss", first_name="Ned", email="ned(at)moss"
    )
    people, _ = export(tmp_path, (noa, uma, kit, misread))
    assert "4 «Contacts» have been created" in import_contacts(crm, people)
    assert "4 «Contacts» have been updated" in import_contacts(crm, people)
    found = crm.export("contacts", "regular_field-first_name", "regular_field-last_name")
    names = [" ".join(row.values()) for row in found]
    assert [names.count(row.full_name) for row in (noa, uma, kit, misread)] == [1, 1, 1, 1]


def test_an_empty_cell_clears_nothing_that_creme_knows(crm: Creme, tmp_path: Path) -> None:
    import_contacts(crm, export(tmp_path, (ADA,))[0])
    import_contacts(crm, export(tmp_path, (replace(ADA, fax=(), website=(), notes=""),))[0])
    ada = contacts(crm)[ADA.email]
    assert (ada["fax"], ada["url_site"]) == ("+44 20 7946 0959", "https://northwind.example")


def test_follow_ups_become_activities_of_their_contacts_and_move(crm: Creme, tmp_path: Path) -> None:
    people, tasks = export(tmp_path, (ADA, TARO, JOSE))
    import_contacts(crm, people)
    said = import_tasks(crm, tasks)
    assert "No error" in said, said
    columns = ("regular_field-title", "regular_field-start")
    found = [tuple(row.values()) for row in crm.export("activities", *columns)]
    days = {title: start[:10] for title, start in found}
    call, mail = "Call Ada Winter, Northwind Ltd", "E-mail 山田 太郎, 北風株式会社"
    assert set(days) == {call, mail}  # nothing is to be done with José
    assert days[call] in ("2026-11-23", "23-11-2026", "11/23/2026")
    assert "Ada Winter" in crm.participants(call)
    assert "山田" in crm.participants(mail)
    later = replace(ADA, follow_up_due=date(2026, 12, 1))
    import_tasks(crm, export(tmp_path, (later, TARO))[1])
    again = dict(tuple(row.values()) for row in crm.export("activities", *columns))
    assert len(again) == len(found)
    assert again[call][:10] in ("2026-12-01", "01-12-2026", "12/01/2026")
