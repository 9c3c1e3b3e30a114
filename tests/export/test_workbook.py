"""A queue that was saved as a spreadsheet file."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest

from cardscan.errors import RecordError
from cardscan.export.sheet import load_sheet

if TYPE_CHECKING:
    from pathlib import Path

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'spreadsheetml.sheet.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">'
    '<sheets><sheet name="queue" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="sheet1.xml"/>'
    f'<Relationship Id="r2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/></cellXfs></styleSheet>',
}
A_DAY = 46350
"""24 November 2026, as spreadsheets count days."""


def cell(value: str | float) -> str:
    if isinstance(value, str):
        return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c s="{int(value == A_DAY)}"><v>{value}</v></c>'


def save(path: Path, *rows: tuple[str | float, ...]) -> Path:
    """A workbook of one sheet."""
    lines = "".join(f"<row>{''.join(map(cell, row))}</row>" for row in rows)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in PARTS.items():
            archive.writestr(name, text)
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{lines}</sheetData></worksheet>'
        archive.writestr("xl/sheet1.xml", sheet)
    return path


def test_rows_of_a_workbook_are_those_of_a_queue(tmp_path: Path) -> None:
    path = save(
        tmp_path / "queue.xlsx",
        ("contact_id", "Full Name", "follow_up_due", "card", "confidence", "mobile_phone"),
        ("cabcdefghijk", "Jördis Hart & Söhne", A_DAY, 2, 0.5, 447700900101),
    )
    (row,) = load_sheet(path)
    assert dict(row.cells) == {
        "contact_id": "cabcdefghijk",
        "full_name": "Jördis Hart & Söhne",
        "follow_up_due": "2026-11-24",
        "card": "2",
        "confidence": "0.5",
        "mobile_phone": "447700900101",
    }
    assert row.number == 2


def test_a_workbook_that_is_no_queue_says_so(tmp_path: Path) -> None:
    path = save(tmp_path / "prices.xlsx", ("article", "price"), ("pump", 12))
    with pytest.raises(RecordError, match="this is no queue"):
        load_sheet(path)


@pytest.mark.parametrize("data", [b"PK\x03\x04 and nothing more", b"\xd0\xcf\x11\xe0 and nothing more"])
def test_a_damaged_workbook_says_so(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "queue.xlsx"
    path.write_bytes(data)
    with pytest.raises(RecordError, match="no spreadsheet that can be read"):
        load_sheet(path)


def test_an_empty_workbook_says_so(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="this is no queue"):
        load_sheet(save(tmp_path / "queue.xlsx"))


def test_a_cell_far_out_is_refused_before_all_cells_up_to_there_are_made(tmp_path: Path) -> None:
    path = save(tmp_path / "queue.xlsx", ("contact_id",), ("c1",))
    far = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text.replace("</sheetData>", far))
    with pytest.raises(RecordError, match="its sheet reaches to cell XFD1048576; delete"):
        load_sheet(path)
