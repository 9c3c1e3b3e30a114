"""Makes the picture at the top of the README: a sample photo, its fields, and its row of the queue.

Example:
    python samples/make_readme_picture.py
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

from cardscan import scan_folder
from cardscan.export.queue_columns import COLUMNS, to_cells
from cardscan.ocr.photo import open_photo
from cardscan.pipeline.picture.fonts import plain_font
from cardscan.pipeline.picture.overlay import Numbered, badge, draw_over
from cardscan.pipeline.picture.palette import INK, KIND_COLOURS, PALE_INK, PAPER, RULE, WHITE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cardscan.pipeline.record import PhotoResult

HERE = Path(__file__).resolve().parent
PHOTO = HERE / "photos" / "prairieloop_exif6.jpg"
PICTURE = HERE / "readme.png"

WIDTH_PX = 1720
"""Twice the width of a README on a screen, so that it is sharp on a fine one."""

MARGIN_PX = 28
PHOTO_SHARE = 0.62
FIELD_STEP_PX = 92
CELL_PX = 54
PAD_PX = 18
BANDS = (
    ("follow_up_due", "next_action", "full_name", "job_title", "company"),
    ("email", "work_phone", "mobile_phone", "website", "needs_review"),
    ("street", "city", "region", "postal_code", "country", "event", "event_date"),
)
SMALL, TEXT = plain_font(24), plain_font(28)


def main() -> None:
    """Writes the picture."""
    report = scan_folder(PHOTO, event="Harbour Chamber mixer", event_date="2026-11-20", country="GB")
    (result,), (row,) = report.results, report.followups
    photo = _draw_photo(result, round(WIDTH_PX * PHOTO_SHARE))
    table = _draw_table(dict(zip(COLUMNS, to_cells(row), strict=True)))
    sheet = Image.new("RGB", (WIDTH_PX, photo.height + table.height), PAPER)
    sheet.paste(photo, (0, 0))
    sheet.paste(_draw_fields(result, WIDTH_PX - photo.width, photo.height), (photo.width, 0))
    sheet.paste(table, (0, photo.height))
    sheet.save(PICTURE, optimize=True)
    print(f"{PICTURE.name}: {PICTURE.stat().st_size / 1e3:.0f} kB, {sheet.width} x {sheet.height} pixels")


def _numbered(result: PhotoResult) -> list[Numbered]:
    (card,) = result.cards
    return [Numbered(number=number, field=field) for number, field in enumerate(card.contact.fields, 1)]


def _draw_photo(result: PhotoResult, width_px: int) -> Image.Image:
    """The photo with its card, lines and fields marked."""
    page = next(iter(open_photo(PHOTO, shown_as=PHOTO.name).pages()))
    image = Image.fromarray(page.pixels[:, :, ::-1].copy())
    scale = width_px / image.width
    image = image.resize((width_px, round(image.height * scale)), Image.Resampling.LANCZOS)
    return draw_over(image, [(result.cards[0], _numbered(result))], scale)


def _draw_fields(result: PhotoResult, width_px: int, height_px: int) -> Image.Image:
    """What each number on the photo was taken for."""
    image = Image.new("RGB", (width_px, height_px), PAPER)
    pen = ImageDraw.Draw(image)
    fields = _numbered(result)
    top = (height_px - FIELD_STEP_PX * len(fields)) // 2
    for numbered in fields:
        field = numbered.field
        kind = f"{field.kind}, {field.type}" if field.type else field.kind
        disc = badge(numbered, 40)
        image.paste(disc, (MARGIN_PX, top + 16), disc)
        pen.text((MARGIN_PX + 58, top + 4), kind, fill=KIND_COLOURS[field.kind], font=SMALL)
        pen.text((MARGIN_PX + 58, top + 34), field.text, fill=INK, font=TEXT)
        top += FIELD_STEP_PX
    return image


def _draw_table(cells: Mapping[str, str]) -> Image.Image:
    """Some columns of the row, in bands one below the other as they do not fit side by side."""
    band_px = 2 * CELL_PX + MARGIN_PX // 2
    image = Image.new("RGB", (WIDTH_PX, MARGIN_PX + len(BANDS) * band_px + 58), PAPER)
    pen = ImageDraw.Draw(image)
    for number, columns in enumerate(BANDS):
        _draw_band(pen, MARGIN_PX + number * band_px, columns, [cells[column] for column in columns])
    left_out = len(COLUMNS) - sum(map(len, BANDS))
    note = f"queue.csv, one row for each contact; {left_out} more columns are not shown here"
    pen.text((MARGIN_PX, image.height - 50), note, fill=PALE_INK, font=SMALL)
    return image


def _draw_band(pen: ImageDraw.ImageDraw, top: int, columns: Sequence[str], cells: Sequence[str]) -> None:
    """The head of some columns and the row's cells below, as wide as the picture."""
    needed = [
        max(SMALL.getlength(column), TEXT.getlength(cell))
        for column, cell in zip(columns, cells, strict=True)
    ]
    spare = (WIDTH_PX - 2 * MARGIN_PX - sum(needed)) / len(columns)
    left = float(MARGIN_PX)
    for column, cell, width in zip(columns, cells, needed, strict=True):
        right, middle = left + width + spare, top + CELL_PX
        pen.rectangle((left, top, right, middle), fill=RULE, outline=RULE)
        pen.rectangle((left, middle, right, middle + CELL_PX), fill=WHITE, outline=RULE, width=2)
        pen.text((left + PAD_PX, top + CELL_PX / 2), column, fill=PALE_INK, font=SMALL, anchor="lm")
        pen.text((left + PAD_PX, middle + CELL_PX / 2), cell, fill=INK, font=TEXT, anchor="lm")
        left = right


if __name__ == "__main__":
    main()
