"""Photos of every kind become upright BGR pages."""

import hashlib
import pickle
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import numpy as np
import pillow_heif
import pypdfium2
import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from cardscan.errors import NotAPhotoError, PhotoError
from cardscan.ocr.decode import colour
from cardscan.ocr.decode.source import Limits
from cardscan.ocr.photo import OpenPhoto, open_photo

pillow_heif.register_heif_opener()

RED, BLUE = (200, 30, 60), (10, 120, 240)
SAVE_OPTIONS = {
    "JPEG": {"quality": 95},
    "MPO": {"save_all": True, "append_images": [Image.new("RGB", (160, 100))]},
    "PNG": {},
    "WEBP": {"lossless": True},
    "TIFF": {},
    "BMP": {},
    "HEIF": {"quality": 95},
}
WITH_EXIF = sorted(SAVE_OPTIONS.keys() - {"BMP"})
CORNERS = {"top left": (8, 8), "top right": (8, -8), "bottom right": (-8, -8), "bottom left": (-8, 8)}


def red_with_blue_corner(size: tuple[int, int] = (160, 100)) -> Image.Image:
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (0, 0, size[0] // 4, size[1] // 4))
    return image


def exif(*, orientation: int = 1, original: str | None = None, changed: str | None = None) -> bytes:
    tags = Image.Exif()
    tags[0x0112] = orientation
    if original is not None:
        tags.get_ifd(0x8769)[0x9003] = original
        tags.get_ifd(0x8769)[0x9011] = "+09:00"
    if changed is not None:
        tags[0x0132] = changed
    return tags.tobytes()


def saved(image: Image.Image, path: Path, **options: object) -> Path:
    image.save(path, **options)
    return path


def opened(path: Path, **limits: int) -> OpenPhoto:
    return open_photo(path, shown_as=path.name, limits=Limits(**limits))


def pixels_of(path: Path, **limits: int) -> np.ndarray:
    (page,) = opened(path, **limits).pages()
    return page.pixels


def blue_corner(pixels: np.ndarray) -> list[str]:
    """Where the corner that is drawn top left has come to stand; channels are BGR."""
    return [name for name, (y, x) in CORNERS.items() if pixels[y, x, 0] > 180 and pixels[y, x, 2] < 80]


@pytest.mark.parametrize("kind", SAVE_OPTIONS)
def test_every_kind_becomes_bgr_pixels(tmp_path, kind):
    path = saved(red_with_blue_corner(), tmp_path / "card", format=kind, **SAVE_OPTIONS[kind])
    pixels = pixels_of(path)
    assert pixels.dtype == np.uint8
    assert pixels.shape == (100, 160, 3)
    assert np.abs(pixels[90, 150].astype(int) - RED[::-1]).max() < 12
    assert np.abs(pixels[8, 8].astype(int) - BLUE[::-1]).max() < 12


def test_the_kind_is_told_by_content_and_not_by_name(tmp_path):
    path = saved(red_with_blue_corner(), tmp_path / "card.jpg", format="PNG")
    assert tuple(pixels_of(path)[90, 150]) == RED[::-1]


def test_pixels_may_be_written_to(tmp_path):
    pixels = pixels_of(saved(red_with_blue_corner(), tmp_path / "card.png"))
    pixels[0, 0] = 7
    assert pixels.flags.c_contiguous


@pytest.mark.parametrize("kind", WITH_EXIF)
@pytest.mark.parametrize(
    ("orientation", "corner"),
    [
        (1, "top left"),
        (2, "top right"),
        (3, "bottom right"),
        (4, "bottom left"),
        (5, "top left"),
        (6, "top right"),
        (7, "bottom right"),
        (8, "bottom left"),
    ],
)
def test_orientation_is_applied_exactly_once(tmp_path, kind, orientation, corner):
    path = saved(
        red_with_blue_corner(),
        tmp_path / "card",
        format=kind,
        exif=exif(orientation=orientation),
        **SAVE_OPTIONS[kind],
    )
    pixels = pixels_of(path)
    assert pixels.shape[:2] == ((160, 100) if orientation >= 5 else (100, 160))
    assert blue_corner(pixels) == [corner]


def test_an_orientation_outside_the_standard_changes_nothing(tmp_path):
    path = saved(red_with_blue_corner(), tmp_path / "card.jpg", exif=exif(orientation=9))
    assert blue_corner(pixels_of(path)) == ["top left"]


@pytest.mark.parametrize("kind", WITH_EXIF)
def test_the_capture_time_is_the_cameras(tmp_path, kind):
    tags = exif(original="2026:11:20 18:30:05", changed="2026:11:22 09:00:00")
    path = saved(red_with_blue_corner(), tmp_path / "card", format=kind, exif=tags, **SAVE_OPTIONS[kind])
    assert opened(path).photo.taken_at == datetime(2026, 11, 20, 18, 30, 5)  # noqa: DTZ001


@pytest.mark.parametrize(
    "original",
    [
        None,
        "0000:00:00 00:00:00",
        "    :  :     :  :  ",
        "2026:13:45 10:00:00",
        "1970:01:01 00:00:00",
        "soon",
    ],
)
def test_a_nonsense_capture_time_does_not_give_way_to_the_time_of_change(tmp_path, original):
    tags = exif(original=original, changed="2026:11:22 09:00:00")
    path = saved(red_with_blue_corner(), tmp_path / "card.jpg", exif=tags)
    assert opened(path).photo.taken_at is None


def test_the_time_of_digitizing_stands_in_for_the_capture_time(tmp_path):
    tags = Image.Exif()
    tags.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeDigitized] = "2026:11:20 18:30:05"
    path = saved(red_with_blue_corner(), tmp_path / "card.jpg", exif=tags)
    assert opened(path).photo.taken_at == datetime(2026, 11, 20, 18, 30, 5)  # noqa: DTZ001


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
@pytest.mark.parametrize(
    "tags", [b"", b"Exif\0\0garbage", b"Exif\0\0no header of a TIFF", exif(changed="0000:00:00 00:00:00")]
)
def test_a_photo_without_a_sensible_time_has_none(tmp_path, kind, tags):
    path = saved(red_with_blue_corner(), tmp_path / "card", format=kind, exif=tags, **SAVE_OPTIONS[kind])
    assert opened(path).photo.taken_at is None
    assert blue_corner(pixels_of(path)) == ["top left"]


def test_the_record_holds_the_shown_path_and_the_hash_of_the_bytes(tmp_path):
    path = saved(red_with_blue_corner(), tmp_path / "card.png")
    photo = open_photo(path, shown_as="fair/card.png").photo
    assert photo.path == "fair/card.png"
    assert photo.content_hash == hashlib.sha256(path.read_bytes()).hexdigest()


def test_an_open_photo_can_go_to_another_process(tmp_path):
    photo = opened(saved(red_with_blue_corner(), tmp_path / "card.png"))
    (page,) = pickle.loads(pickle.dumps(photo)).pages()  # noqa: S301
    assert page.number == 1


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16", "I", "F"])
def test_black_and_white_survive_every_mode(tmp_path, mode):
    grays = Image.new("L", (100, 80), 255)
    grays.paste(0, (0, 0, 50, 80))
    if mode in ("I;16", "I"):
        image = Image.fromarray(np.asarray(grays).astype(np.uint16 if mode == "I;16" else np.int32) * 257)
    elif mode == "F":
        image = Image.fromarray(np.asarray(grays).astype(np.float32) / 255)
    else:
        image = grays.convert("RGB").convert(mode)
    pixels = pixels_of(saved(image, tmp_path / "card.tif"))
    assert pixels[40, 10].max() <= 2
    assert pixels[40, 90].min() >= 253


@pytest.mark.parametrize("level", [0x1234, 0x8000, 0xFEDC])
def test_sixteen_bits_keep_their_upper_eight(tmp_path, level):
    gray = Image.fromarray(np.full((80, 100), level, np.uint16))
    assert set(np.unique(pixels_of(saved(gray, tmp_path / "card.png")))) == {level >> 8}


def test_a_cmyk_jpeg_as_designers_save_it_keeps_its_white(tmp_path):
    pixels = pixels_of(saved(Image.new("CMYK", (100, 80), (0, 0, 0, 0)), tmp_path / "card.jpg"))
    assert pixels.min() >= 253


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_becomes_white(tmp_path, mode):
    image = Image.new("RGBA", (100, 80), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 50, 80))
    pixels = pixels_of(saved(image.convert(mode), tmp_path / "card.png"))
    assert tuple(pixels[40, 90]) == (255, 255, 255)
    assert tuple(pixels[40, 10]) == (0, 0, 0)


def test_a_transparent_colour_becomes_white(tmp_path):
    image = Image.new("RGB", (100, 80), (1, 2, 3))
    pixels = pixels_of(saved(image, tmp_path / "card.png", transparency=(1, 2, 3)))
    assert pixels.min() == 255


@pytest.mark.parametrize(("size", "reduced"), [((1000, 600), (307, 512)), ((600, 1000), (512, 307))])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "HEIF"])
def test_large_pictures_are_reduced_to_the_longest_side(tmp_path, kind, size, reduced):
    path = saved(red_with_blue_corner(size), tmp_path / "card", format=kind)
    pixels = pixels_of(path, max_side_px=512)
    if kind == "JPEG":  # decoded at half its size, which is near enough
        reduced = (size[1] // 2, size[0] // 2)
    assert pixels.shape[:2] == reduced
    assert blue_corner(pixels) == ["top left"]


@pytest.mark.parametrize("kind", SAVE_OPTIONS)
def test_reducing_and_turning_go_together(tmp_path, kind):
    options = {} if kind == "BMP" else {"exif": exif(orientation=6)}
    image = red_with_blue_corner((1000, 600))
    path = saved(image, tmp_path / "card", format=kind, **options, **SAVE_OPTIONS[kind])
    pixels = pixels_of(path, max_side_px=320)
    assert max(pixels.shape) == 320
    assert blue_corner(pixels) == ["top left" if kind == "BMP" else "top right"]


def test_pictures_within_the_limit_keep_every_pixel(tmp_path):
    path = saved(red_with_blue_corner((1000, 600)), tmp_path / "card.jpg")
    assert pixels_of(path, max_side_px=1000).shape == (600, 1000, 3)


def test_all_pages_of_a_tiff_are_read(tmp_path):
    shades = [Image.new("L", (100 + shade, 80), shade) for shade in (10, 20, 30)]
    path = saved(shades[0], tmp_path / "scan.tif", save_all=True, append_images=shades[1:])
    pages = list(opened(path).pages())
    assert [(page.number, page.pixels.shape[1], page.pixels[0, 0, 0]) for page in pages] == [
        (1, 110, 10),
        (2, 120, 20),
        (3, 130, 30),
    ]


def test_thumbnails_in_a_tiff_are_no_pages(tmp_path):
    first, thumbnail, second = (Image.new("L", (100, 80), shade) for shade in (10, 20, 30))
    tags = TiffImagePlugin.ImageFileDirectory_v2()
    tags[254] = 1
    thumbnail.encoderinfo = {"tiffinfo": tags}
    path = saved(first, tmp_path / "scan.tif", save_all=True, append_images=[thumbnail, second])
    pages = list(opened(path).pages())
    assert [(page.number, page.pixels[0, 0, 0]) for page in pages] == [(1, 10), (2, 30)]


@pytest.mark.parametrize("kind", ["GIF", "PNG", "WEBP", "AVIF"])
def test_animations_and_kinds_we_do_not_read_are_no_photos(tmp_path, kind):
    frames = [red_with_blue_corner(), Image.new("RGB", (160, 100), BLUE)]
    path = saved(frames[0], tmp_path / "card.jpg", format=kind, save_all=True, append_images=frames[1:])
    with pytest.raises(NotAPhotoError):
        opened(path)


def pdf(path: Path, *sizes_mm: tuple[float, float]) -> Path:
    document = pypdfium2.PdfDocument.new()
    for width, height in sizes_mm:
        document.new_page(width / 25.4 * 72, height / 25.4 * 72)
    document.save(path)
    document.close()
    return path


def test_a_card_sized_pdf_page_becomes_1600_pixels_wide(tmp_path):
    (height, width, _) = pixels_of(pdf(tmp_path / "card.pdf", (85, 55))).shape
    assert abs(width - 1600) <= 1
    assert abs(height - 1600 * 55 / 85) <= 1


def test_every_page_of_a_pdf_is_drawn_on_white(tmp_path):
    pages = list(opened(pdf(tmp_path / "cards.pdf", (85, 55), (55, 85), (210, 297))).pages())
    assert [page.number for page in pages] == [1, 2, 3]
    assert all(page.pixels.min() == 255 for page in pages)


@pytest.mark.parametrize("size_mm", [(210, 297), (5000, 4000), (85, 55), (8.5, 5.5)])
def test_pdf_pages_keep_within_the_limits(tmp_path, size_mm):
    path = pdf(tmp_path / "cards.pdf", size_mm)
    assert max(pixels_of(path, max_side_px=1000).shape) <= 1000
    height, width, _ = pixels_of(path, pixels=500_000).shape
    assert 450_000 < height * width <= 500_000


def test_a_tiny_pdf_page_is_drawn_as_large_as_a_card(tmp_path):
    assert abs(pixels_of(pdf(tmp_path / "card.pdf", (30, 20))).shape[1] - 1600) <= 1


def test_pillow_is_left_as_it_was(tmp_path):
    before = Image.MAX_IMAGE_PIXELS
    pixels_of(saved(red_with_blue_corner(), tmp_path / "card.png"))
    assert before == Image.MAX_IMAGE_PIXELS


def test_iphone_and_pdf_decoders_load_only_when_needed():
    code = (
        "import sys, cardscan.ocr.photo;"
        "print([name for name in ('pillow_heif', 'pypdfium2', 'cv2') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def peak_mb(path: Path) -> float:
    """Megabytes that a process of its own held at most while it read the file, pages or sentence."""
    code = """if True:
        import re, sys
        from pathlib import Path
        from cardscan.errors import PhotoError
        from cardscan.ocr.photo import open_photo
        try:
            for page in open_photo(Path(sys.argv[1]), shown_as="card").pages():
                print(page.pixels.shape, file=sys.stderr)
        except PhotoError as exc:
            print(exc, file=sys.stderr)
        print(int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) * 1.024e-3)
    """
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True, check=True)
    return float(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the peak is told in other ways")
@pytest.mark.parametrize(
    ("mode", "kind", "side_px"),
    [
        ("F", "TIFF", 10_900),
        ("F", "TIFF", 7_000),
        ("RGBA", "PNG", 9_990),
        ("CMYK", "TIFF", 9_500),
        ("I;16", "PNG", 10_900),
    ],
)
def test_no_file_takes_half_a_gigabyte(tmp_path, mode, kind, side_px):
    options = {"compression": "tiff_deflate"} if kind == "TIFF" else {"compress_level": 1}
    path = saved(Image.new(mode, (side_px, side_px)), tmp_path / "card", format=kind, **options)
    assert peak_mb(path) < 520


def test_a_picture_too_large_for_memory_is_refused_by_its_header(tmp_path):
    path = saved(red_with_blue_corner((400, 300)), tmp_path / "card.webp")
    with pytest.raises(PhotoError, match="decoding it takes 2 MB of memory, more than the 1 MB"):
        opened(path, memory=1_000_000)


@pytest.mark.parametrize("mode", ["L", "P", "RGB", "RGBA", "I;16", "F"])
def test_strips_leave_no_seams(tmp_path, monkeypatch, mode):
    slope = np.add.outer(np.arange(900), np.arange(700)).astype(np.float32)
    image = Image.fromarray((slope * 40).astype(np.uint16)) if mode == "I;16" else Image.fromarray(slope)
    if mode not in ("F", "I;16"):
        image = Image.fromarray((slope / 7).astype(np.uint8)).convert(mode)
    path = saved(image, tmp_path / "card.tif")
    whole = pixels_of(path, max_side_px=257)
    monkeypatch.setattr(colour, "_STRIP_PX", 5000)
    assert np.array_equal(pixels_of(path, max_side_px=257), whole)
