"""The queue as a workbook for people."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import ADA, HOSTILE, USUAL, person, written
from python_calamine import CalamineWorkbook

from cardscan.export import COLUMNS, read_queue
from cardscan.export.xlsx import XlsxExporter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cardscan.followup.record import FollowUp

DOUBTED = replace(
    ADA,
    needs_review=True,
    review_reasons=("name: the e-mail says otherwise.", "phone: a digit was misread.", "note: odd."),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "queue.xlsx"


def write(path: Path, rows: Sequence[FollowUp]) -> CalamineWorkbook:
    path.write_bytes(written(XlsxExporter(), rows).files[""])
    return CalamineWorkbook.from_path(path)


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    "rows", [USUAL, HOSTILE, (), (DOUBTED,)], ids=["usual", "hostile", "none", "doubted"]
)
def test_it_comes_back_as_it_was(path: Path, rows: Sequence[FollowUp]) -> None:
    write(path, rows)
    assert read_queue(path) == tuple(rows)


def test_days_are_dates_phones_and_ids_are_texts(path: Path) -> None:
    header, row = write(path, [ADA]).get_sheet_by_name("Queue").to_python()
    cells = dict(zip(header, row, strict=True))
    assert {name.lower().replace(" ", "_") for name in header} == set(COLUMNS)
    assert header[:4] == ["Full name", "Job title", "Company", "Email"]
    assert (cells["Follow up due"], cells["Mobile phone"]) == (
        date(2026, 11, 23),
        "+44 7700 900123; +44 7700 900124",
    )
    assert (cells["Contact id"], cells["Card"]) == ("cabcdefghijk", 1.0)


def test_nothing_in_it_is_a_formula(path: Path) -> None:
    write(path, HOSTILE)
    assert "<f>" not in part(path, "xl/worksheets/sheet1.xml")
    assert "=HYPERLINK(" in part(path, "xl/worksheets/sheet1.xml")


def test_what_is_in_doubt_says_why(path: Path) -> None:
    write(path, [ADA, DOUBTED])
    comments = part(path, "xl/comments1.xml")
    said = {
        column: comments.split(f'ref="{cell}"')[1].split("</comment>")[0] for column, cell in CELLS.items()
    }
    assert "name: the e-mail says otherwise." in said["full_name"]
    assert "phone: a digit was misread." in said["mobile_phone"]
    assert "note: odd." in said["needs_review"]
    assert comments.count("<comment ") == len(CELLS)
    assert "FFFFE08A" in part(path, "xl/styles.xml")


CELLS = {"full_name": "A3", "mobile_phone": "E3", "needs_review": "L3"}


def test_mail_and_website_are_links_and_no_others(path: Path) -> None:
    hostile = person(contact_id="clinkslinksl", website=("javascript:alert(1)",), email="x@y.example")
    write(path, [ADA, hostile, replace(ADA, website=("x" * 3000 + ".example",))])
    links = part(path, "xl/worksheets/_rels/sheet1.xml.rels")
    assert 'Target="mailto:ada@northwind.example"' in links
    assert 'Target="https://northwind.example"' in links
    assert 'Target="https://javascript:alert(1)"' in links
    assert links.count('TargetMode="External"') == 5


def test_the_header_stays_and_has_filters(path: Path) -> None:
    write(path, USUAL)
    sheet = part(path, "xl/worksheets/sheet1.xml")
    assert '<autoFilter ref="A1:AH5"/>' in sheet
    assert 'state="frozen"' in sheet


def test_the_second_sheet_sums_the_events_up(path: Path) -> None:
    book = write(path, [*USUAL, DOUBTED, replace(ADA, event="Winter fair", event_date=date(2026, 12, 7))])
    header, mixer, winter = book.get_sheet_by_name("Events").to_python()
    assert dict(zip(header, mixer, strict=True)) == {
        "event": "Harbour Chamber mixer",
        "date": date(2026, 11, 20),
        "contacts": 5.0,
        "to look at": 1.0,
        "A": 2.0,
        "B": 3.0,
        "C": 0.0,
        "open": 4.0,
        "done": 1.0,
        "skipped": 0.0,
        "snoozed": 0.0,
    }
    assert winter[:3] == ["Winter fair", date(2026, 12, 7), 1.0]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_keeps_every_cell(path: Path, tmp_path: Path) -> None:
    rows = (*USUAL, *HOSTILE, DOUBTED)
    write(path, rows)
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
            *("--headless", "--convert-to", "ods", "--outdir", str(tmp_path / "saved"), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert read_queue(tmp_path / "saved" / "queue.ods") == rows
