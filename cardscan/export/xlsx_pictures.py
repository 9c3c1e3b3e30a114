"""Pictures of cards in the rows of a workbook."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

PICTURE = "picture"
"""The title of the column; no column of the queue, so that ``read_queue`` leaves it out."""

_WIDTH_PX, _HEIGHT_PX = 152, 94
"""Room for a picture: a card of the usual shape fills it, one in portrait format its height.
At 96 pixels an inch, as spreadsheets count; a screen of a high resolution shows twice as many."""

_EDGE_PX = 3
"""Free on each side: a picture that touches the next row is not sorted with its own."""

_MOVE_AND_SIZE = 1
"""XlsxWriter's "object_position" of pictures that hide with their row, when the sheet is filtered."""


def widen_column(sheet: Worksheet, column: int) -> None:
    """Make room for pictures in a column.

    Args:
        sheet: The sheet.
        column: The column, from 0.
    """
    sheet.set_column_pixels(column, column, _WIDTH_PX + 2 * _EDGE_PX)


def place_picture(sheet: Worksheet, line: int, column: int, data: bytes, *, shows: str = "") -> None:
    """Put a picture into a cell, and make its row high enough.

    The same picture in several cells is stored once.  It is laid over the cell, and not into it,
    which Excel alone can show.

    Args:
        sheet: The sheet; where it keeps no rows in memory, the row is the one that is being written.
        line: The row, from 0.
        column: The column, from 0; see ``widen_column``.
        data: The picture, as JPEG or PNG.
        shows: What it shows, for those who do not see it.
    """
    width, height = _size(data)
    scale = min(_WIDTH_PX / width, _HEIGHT_PX / height)
    sheet.set_row_pixels(line, _HEIGHT_PX + 2 * _EDGE_PX)
    sheet.insert_image(
        line,
        column,
        "",
        {
            "image_data": BytesIO(data),
            "x_scale": scale,
            "y_scale": scale,
            "x_offset": _EDGE_PX,
            "y_offset": _EDGE_PX,
            "object_position": _MOVE_AND_SIZE,
            "description": shows,
            "decorative": not shows,
        },
    )


def _size(data: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    with Image.open(BytesIO(data), formats=("JPEG", "PNG")) as picture:
        return picture.size
