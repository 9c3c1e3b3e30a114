"""Pictures of cards in a workbook."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import HOSTILE, USUAL
from PIL import Image
from xlsxwriter import Workbook

from cardscan.export import COLUMNS, read_queue
from cardscan.export.queue_columns import to_cells
from cardscan.export.xlsx_pictures import PICTURE, place_picture, widen_column

if TYPE_CHECKING:
    from pathlib import Path

LAST = len(COLUMNS)
EMU = 9525
"""Units of a drawing in a pixel."""


def picture(colour: str = "white", size: tuple[int, int] = (480, 270)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, colour).save(stream, "JPEG")
    return stream.getvalue()


def write(path: Path, *pictures: bytes | None, rows=USUAL) -> None:
    """A queue as the exporter writes it, each row with its picture, if it has one."""
    with Workbook(path, {"constant_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("Queue")
        widen_column(sheet, LAST)
        for place, column in enumerate((*COLUMNS, PICTURE)):
            sheet.write_string(0, place, column)
        for line, (row, data) in enumerate(zip(rows, pictures, strict=True), start=1):
            for place, cell in enumerate(to_cells(row)):
                sheet.write_string(line, place, cell)
            if data:
                place_picture(sheet, line, LAST, data, shows=f"The card of {row.full_name}")


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def media(path: Path) -> list[str]:
    return [name for name in parts(path) if name.startswith("xl/media/")]


def anchors(path: Path) -> list[tuple[int, ...]]:
    """Of each picture column, row, x and y of its corners: top left, then bottom right; in pixels."""
    drawing = parts(path)["xl/drawings/drawing1.xml"].decode()
    found = re.findall(
        r"<xdr:col>(\d+)</xdr:col><xdr:colOff>(\d+)</xdr:colOff>"
        r"<xdr:row>(\d+)</xdr:row><xdr:rowOff>(\d+)</xdr:rowOff>",
        drawing,
    )
    corners = [
        (int(column), int(row), round(int(x) / EMU), round(int(y) / EMU)) for column, x, row, y in found
    ]
    return [(*first, *second) for first, second in zip(corners[::2], corners[1::2], strict=True)]


@pytest.mark.parametrize("rows", [USUAL, HOSTILE], ids=["usual", "hostile"])
def test_a_queue_with_pictures_comes_back_as_it_was(tmp_path, rows):
    path = tmp_path / "queue.xlsx"
    write(path, picture(), None, picture("red"), picture("blue"), rows=rows)
    assert PICTURE not in COLUMNS
    assert read_queue(path) == rows


@pytest.mark.parametrize(
    ("size", "shown"),
    [((480, 270), (152, 86)), ((300, 480), (59, 94)), ((90, 60), (141, 94)), ((4000, 40), (152, 2))],
    ids=["usual", "portrait", "small", "sliver"],
)
def test_a_picture_keeps_its_shape_and_lies_within_its_cell(tmp_path, size, shown):
    path = tmp_path / "queue.xlsx"
    write(path, None, picture(size=size), None, None)
    ((left, top, x, y, right, bottom, to_x, to_y),) = anchors(path)
    assert (left, top, right, bottom) == (LAST, 2, LAST, 2)
    assert (to_x - x, to_y - y) == pytest.approx(shown, abs=1)
    sheet = parts(path)["xl/worksheets/sheet1.xml"].decode()
    assert '<row r="3" ht="75" customHeight="1">' in sheet
    assert to_y < 100, "75 points are 100 pixels"
    assert to_x < 158


def test_rows_without_a_picture_stay_as_low_as_they_are(tmp_path):
    write(tmp_path / "queue.xlsx", picture(), None, None, None)
    assert parts(tmp_path / "queue.xlsx")["xl/worksheets/sheet1.xml"].count(b"customHeight") == 1


def test_pictures_hide_with_their_rows(tmp_path):
    write(tmp_path / "queue.xlsx", picture(), None, None, None)
    drawing = parts(tmp_path / "queue.xlsx")["xl/drawings/drawing1.xml"]
    assert b"<xdr:twoCellAnchor>" in drawing, "without editAs it moves and changes its size with the cell"


def test_the_same_picture_is_stored_once(tmp_path):
    write(tmp_path / "queue.xlsx", picture(), picture("red"), picture(), picture())
    assert len(media(tmp_path / "queue.xlsx")) == 2
    assert len(anchors(tmp_path / "queue.xlsx")) == 4


def test_it_says_what_it_shows(tmp_path):
    write(tmp_path / "queue.xlsx", picture(), None, None, None)
    assert (
        'descr="The card of Ada Winter"'
        in parts(tmp_path / "queue.xlsx")["xl/drawings/drawing1.xml"].decode()
    )


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_rows_and_the_pictures(tmp_path):
    write(tmp_path / "queue.xlsx", picture(), None, picture("red"), picture("red"))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'office').as_uri()}",
            *("--headless", "--convert-to", "ods", "--outdir", str(tmp_path / "saved")),
            str(tmp_path / "queue.xlsx"),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    saved = tmp_path / "saved" / "queue.ods"
    assert read_queue(saved) == USUAL
    content = parts(saved)["content.xml"].decode()
    assert content.count("<draw:image ") == 3
    assert content.count('table:end-cell-address="Queue.AI') == 3
    assert len([name for name in parts(saved) if name.startswith("Pictures/")]) == 2
