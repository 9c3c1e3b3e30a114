"""Files that were made to do harm give pages or a sentence, soon and in little memory."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from soak.damaged_documents import DOCUMENTS
from soak.damaged_pictures import PICTURES, jpeg_of_scans

from cardscan.errors import NotAPhotoError, PhotoError
from cardscan.ocr.decode import structure
from cardscan.ocr.decode.source import Limits
from cardscan.ocr.photo import open_photo

if TYPE_CHECKING:
    from pathlib import Path

DAMAGED = "is damaged or incomplete"
ENDLESS = "would take far too long"
HEAVY = "more time or memory than a card can need"
NONE_INSIDE = "there is none inside"
PACKED = "never unpacked"

REFUSED = {
    "claims.png": "more than 120 megapixels",
    "text.png": DAMAGED,
    "international-text.png": DAMAGED,
    "colours.png": DAMAGED,
    "texts.png": DAMAGED,
    "chunks.png": ENDLESS,
    "scans.jpg": ENDLESS,
    "segments.jpg": ENDLESS,
    "strip.tif": "MB of memory",
    "tiles.tif": "MB of memory",
    "entries.tif": ENDLESS,
    "pages.tif": "more than 200 pages",
    "packed.bmp": "takes too long",
    "large.webp": "MB of memory",
    "claims.heic": "MB of memory",
    "claims-more.heic": "more than 120 megapixels",
    "claims-less.heic": DAMAGED,
    "grid.heic": ENDLESS,
    "grid-of-65025.heic": ENDLESS,
    "items.heic": DAMAGED,
    "packed-drawing.pdf": HEAVY,
    "packed-twice.pdf": HEAVY,
    "forms.pdf": HEAVY,
    "lines.pdf": HEAVY,
    "pages.pdf": "more than 200 pages",
    "deep.pdf": DAMAGED,
    "circle.pdf": DAMAGED,
    "locked.pdf": "locked with a password",
    "zip.jpg": PACKED,
    "docx.png": PACKED,
    "tar.jpg": PACKED,
    "gz.jpg": PACKED,
    "7z.jpg": PACKED,
    "rar.jpg": PACKED,
    "eps.jpg": NONE_INSIDE,
    "icon.jpg": NONE_INSIDE,
    "fits.jpg": NONE_INSIDE,
}
PASSED_OVER = {
    "moving.png": "an animation",
    "moving.webp": "an animation",
    "moving.gif": "a GIF picture",
    "cards.zip": PACKED,
    "letter.docx": PACKED,
    "cards.tar": PACKED,
    "cards.gz": PACKED,
    "drawing.svg": "an SVG drawing",
}
READ = sorted((PICTURES.keys() | DOCUMENTS.keys()) - REFUSED.keys() - PASSED_OVER.keys())
"""Of these, what would do harm is not looked at: scripts, other files, what goes on behind the pixels."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name, make in (*PICTURES.items(), *DOCUMENTS.items()):
        (folder / name).write_bytes(make())
    return folder


def pages(path: Path) -> list[tuple[int, ...]]:
    """The shapes of its pages; none may take as long as a person would wait."""
    start = time.process_time()
    try:
        opened = open_photo(path, shown_as="card", limits=Limits(drawing_s=1))
        return [page.pixels.shape for page in opened.pages()]
    finally:
        assert time.process_time() - start < 5


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_take_too_much_is_refused_with_a_sentence(hostile: Path, name: str) -> None:
    with pytest.raises(PhotoError, match=REFUSED[name]) as caught:
        pages(hostile / name)
    assert not isinstance(caught.value, NotAPhotoError)


@pytest.mark.parametrize("name", PASSED_OVER)
def test_what_is_no_photo_is_passed_over_with_its_reason(hostile: Path, name: str) -> None:
    with pytest.raises(NotAPhotoError, match=PASSED_OVER[name]):
        pages(hostile / name)


@pytest.mark.parametrize("name", READ)
def test_what_does_no_harm_is_read(hostile: Path, name: str) -> None:
    assert all(max(shape) <= 4096 for shape in pages(hostile / name))


def test_a_progressive_photo_as_programs_write_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "card.jpg").write_bytes(jpeg_of_scans(600, scans=structure.MOST_SCANS - 10))
    assert pages(tmp_path / "card.jpg") == [(600, 600, 3)]


def test_no_decoder_outside_of_the_list_is_ever_loaded(hostile: Path) -> None:
    names = [name for name in (*REFUSED, *PASSED_OVER) if not name.endswith((".pdf", ".heic"))]
    code = """
import sys
from contextlib import suppress
from pathlib import Path
from cardscan.errors import PhotoError
from cardscan.ocr.photo import open_photo
for name in sys.argv[2:]:
    with suppress(PhotoError):
        list(open_photo(Path(sys.argv[1], name), shown_as=name).pages())
print(*(name for name in sys.modules if name.startswith("PIL.") and name.endswith("ImagePlugin")))
"""
    told = subprocess.run(
        [sys.executable, "-c", code, hostile, *names], capture_output=True, text=True, check=True
    )
    loaded = {name.removeprefix("PIL.").removesuffix("ImagePlugin") for name in told.stdout.split()}
    assert "Eps" not in loaded
    assert not loaded - {"Bmp", "Gif", "Jpeg", "Mpo", "Png", "Ppm", "Tiff", "WebP"}
