"""What cannot be read as a photo is a sentence on that file, and never another error."""

import contextlib
import io
import os
import struct
import subprocess
import sys
import warnings
import zlib
from pathlib import Path

import numpy as np
import pillow_heif
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cardscan.errors import NotAPhotoError, PhotoError
from cardscan.ocr.decode.source import Limits
from cardscan.ocr.photo import Page, open_photo

pillow_heif.register_heif_opener()
links_work = pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege on Windows")


def noise(kind: str, size: tuple[int, int] = (96, 72)) -> bytes:
    """A picture that does not compress, so that a cut anywhere takes pixels away."""
    grains = np.random.default_rng(7).integers(0, 255, (size[1], size[0], 3), dtype=np.uint8)
    tags = Image.Exif()
    tags[0x0132] = "2026:11:20 18:30:05"
    stream = io.BytesIO()
    options = {} if kind == "BMP" else {"exif": tags.tobytes()}
    Image.fromarray(grains).save(stream, kind, **options)
    return stream.getvalue()


def pdf(pages: int = 1, size_pt: tuple[float, float] = (100, 60)) -> bytes:
    stream = io.BytesIO()
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(pages):
            document.new_page(*size_pt)
        document.save(stream)
    return stream.getvalue()


def locked_pdf() -> bytes:
    """A document whose empty password does not fit its key."""
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 241 156] >>",
        b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>"
    return b"%sxref\n0 5\n0000000000 65535 f \n%strailer\n%s\nstartxref\n%d\n%%%%EOF\n" % (
        body,
        table,
        trailer,
        len(body),
    )


def png_of(width: int, height: int) -> bytes:
    """A complete 1-bit PNG of white, a thousandth of its pixels in size."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    packer = zlib.compressobj(1)
    row = b"\0" + b"\xff" * ((width + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def bmp_header(width: int, height: int) -> bytes:
    return struct.pack("<2sIHHIIiiHHIIiiII", b"BM", 54, 0, 0, 54, 40, width, height, 1, 24, 0, 0, 0, 0, 0, 0)


def read(path: Path, **limits: int) -> list[Page]:
    return list(open_photo(path, shown_as="fair/card.jpg", limits=Limits(**limits)).pages())


def refusal(folder: Path, content: bytes, **limits: int) -> str:
    path = folder / "card.jpg"
    path.write_bytes(content)
    with pytest.raises(PhotoError) as caught:
        read(path, **limits)
    assert not isinstance(caught.value, NotAPhotoError)
    assert str(caught.value).startswith("fair/card.jpg: ")
    return caught.value.reason


KINDS = {kind: noise(kind) for kind in ("JPEG", "MPO", "PNG", "WEBP", "TIFF", "BMP", "HEIF")} | {"PDF": pdf()}


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"Dear diary, today I met nobody.", "there is none inside"),
        (b"", "empty"),
        (png_of(1, 1), "only 1 x 1 pixels, too small"),
        (png_of(4000, 63), "too small"),
        (png_of(20000, 100), "too small"),
        (locked_pdf(), "locked with a password"),
        (pdf(pages=0), "no pages"),
        (pdf(size_pt=(2000, 10)), "too narrow"),
        (b"%PDF-1.7\n", "the PDF is damaged"),
        (b"\xff\xd8\xff\xe0", "the JPEG picture is damaged"),
        (b"\x89PNG\r\n\x1a\n", "the PNG picture is damaged"),
    ],
    ids=[
        "text",
        "empty",
        "dot",
        "strip",
        "long-strip",
        "locked",
        "no-pages",
        "narrow",
        "no-pdf",
        "no-jpeg",
        "no-png",
    ],
)
def test_the_sentence_says_what_is_wrong(tmp_path, content, sentence):
    assert sentence in refusal(tmp_path, content)


def test_a_document_without_pages_is_told_after_a_locked_one(tmp_path):
    refusal(tmp_path, locked_pdf())
    assert "no pages" in refusal(tmp_path, pdf(pages=0))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_file_is_refused_and_not_half_read(tmp_path, kind, share):
    if kind == "MPO":  # its second picture is not read, so that only a cut in the first one counts
        share /= 4
    content = KINDS[kind]
    reason = refusal(tmp_path, content[: int(len(content) * share)])
    assert "damaged or incomplete" in reason


def test_a_corrupted_heic_is_refused(tmp_path):
    content = KINDS["HEIF"].replace(b"hvcC", b"\0\0\0\0")  # the box that tells how to decode
    assert "the HEIF picture is damaged" in refusal(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [png_of(12_000, 10_001), png_of(25_000, 20_000), bmp_header(25_000, 20_000)],
    ids=["121-megapixels", "500-megapixel-png", "500-megapixel-bmp"],
)
def test_too_many_pixels_are_refused_by_the_header(tmp_path, content):
    assert "more than 120 megapixels" in refusal(tmp_path, content)


def test_a_large_picture_within_the_limit_warns_nobody(tmp_path):
    path = tmp_path / "card.jpg"
    path.write_bytes(png_of(10_000, 9_000))  # above the count of pixels at which Pillow warns
    with warnings.catch_warnings(record=True) as caught:
        open_photo(path, shown_as="card.jpg")
    assert caught == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a process's memory is not so limited")
def test_a_picture_for_which_memory_is_short_is_told(tmp_path):
    path = tmp_path / "card.png"
    path.write_bytes(png_of(10_000, 10_000))
    code = """if True:
        import resource, sys
        from pathlib import Path
        from cardscan.ocr.photo import open_photo
        photo = open_photo(Path(sys.argv[1]), shown_as="card.png")
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + 60_000_000,) * 2)
        next(photo.pages())
    """
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=False)
    assert "card.png: it needs more memory than is free" in done.stderr


def test_the_limits_can_be_lowered(tmp_path):
    assert "0.006 megapixels" in refusal(tmp_path, KINDS["PNG"], pixels=6000)
    assert "MB" in refusal(tmp_path, KINDS["PNG"], bytes=1000)


def test_too_many_pages_are_refused_before_the_first_is_read(tmp_path):
    page = Image.new("L", (80, 80))
    stream = io.BytesIO()
    page.save(stream, "TIFF", save_all=True, append_images=[page, page])
    assert "more than 2 pages" in refusal(tmp_path, stream.getvalue(), pages=2)
    assert "more than 2 pages" in refusal(tmp_path, pdf(pages=3), pages=2)


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(PhotoError, match="no such file"):
        read(tmp_path / "gone.jpg")


def test_a_folder_is_told(tmp_path):
    (tmp_path / "card.jpg").mkdir()
    with pytest.raises(PhotoError, match="a folder"):
        read(tmp_path / "card.jpg")


def test_a_name_that_no_system_allows_is_told(tmp_path):
    with pytest.raises(PhotoError, match="no such file"):
        read(tmp_path / "card\0.jpg")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of POSIX")
def test_a_pipe_is_told_and_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "card.jpg")
    with pytest.raises(PhotoError, match="not an ordinary file"):
        read(tmp_path / "card.jpg")


@links_work
@pytest.mark.parametrize("target", ["gone.jpg", "card.jpg"])
def test_a_link_that_leads_nowhere_is_told(tmp_path, target):
    (tmp_path / "card.jpg").symlink_to(tmp_path / target)
    with pytest.raises(PhotoError, match="a link that leads nowhere"):
        read(tmp_path / "card.jpg")


def test_a_file_that_may_not_be_opened_is_told(tmp_path):
    path = tmp_path / "card.jpg"
    path.write_bytes(KINDS["JPEG"])
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may open everything")
    with pytest.raises(PhotoError, match="may not be opened"):
        read(path)


def test_a_file_that_changed_since_it_was_listed_is_told(tmp_path):
    path = tmp_path / "card.jpg"
    path.write_bytes(KINDS["JPEG"])
    photo = open_photo(path, shown_as="card.jpg")
    path.write_bytes(KINDS["JPEG"][:2000])
    with pytest.raises(PhotoError, match="damaged or incomplete"):
        list(photo.pages())


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("card.jpg", b"GIF89a" + bytes(20), "a GIF picture"),
        ("card.jpg", b"\0\0\0\x14ftypqt  ", "a video"),
        ("._card.jpg", b"\0\x05\x16\x07" + bytes(20), "macOS"),
        ("notes.txt", b"Dear diary", "no picture"),
    ],
)
def test_what_is_no_photo_is_passed_over(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(NotAPhotoError, match=words):
        read(tmp_path / name)


@pytest.fixture(scope="module")
def anything(tmp_path_factory):
    return tmp_path_factory.mktemp("anything") / "card.jpg"


def check_pages_or_sentence(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    pages: list[Page] = []
    with contextlib.suppress(PhotoError):
        pages = read(path, pixels=4_000_000, max_side_px=1000)
    for page in pages:
        assert page.pixels.dtype == np.uint8
        assert page.pixels.shape[2] == 3
        assert max(page.pixels.shape) <= 1000


STARTS = (
    b"",
    b"\xff\xd8\xff",
    b"\x89PNG\r\n\x1a\n",
    b"RIFF\x40\0\0\0WEBPVP8 ",
    b"II*\0\x08\0\0\0",
    b"BM",
    b"%PDF-",
)
HEIF_START = b"\0\0\0\x18ftypheic"


@settings(deadline=None, max_examples=150)
@given(start=st.sampled_from((*STARTS, HEIF_START)), rest=st.binary(max_size=300))
def test_any_bytes_give_pages_or_a_sentence(anything, start, rest):
    check_pages_or_sentence(anything, start + rest)


@settings(deadline=None, max_examples=300)
@given(
    kind=st.sampled_from(sorted(KINDS)),
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.binary(min_size=1, max_size=8)), max_size=4
    ),
    in_header=st.booleans(),
)
def test_a_photo_with_changed_bytes_gives_pages_or_a_sentence(anything, kind, changes, in_header):
    content = bytearray(KINDS[kind])
    reach = min(len(content), 400) if in_header else len(content)
    for place, replacement in changes:
        start = int(place * reach)
        content[start : start + len(replacement)] = replacement
    check_pages_or_sentence(anything, bytes(content))
