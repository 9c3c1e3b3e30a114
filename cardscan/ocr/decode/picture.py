"""Pages of picture files, decoded by Pillow."""

from __future__ import annotations

from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING

from PIL import Image

from cardscan.ocr.decode.colour import to_bgr
from cardscan.ocr.decode.exif import find_orientation, find_taken_at
from cardscan.ocr.decode.memory import decoding_bytes
from cardscan.ocr.decode.source import MIN_SIDE_PX, Header, Source
from cardscan.ocr.decode.structure import Structure, read_structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.ImageFile import ImageFile

    from cardscan.ocr.decode.filetype import Kind
    from cardscan.ocr.reader import Pixels

_PLUGINS = {"JPEG": "Jpeg", "PNG": "Png", "WEBP": "WebP", "TIFF": "Tiff", "BMP": "Bmp"}
"""Pillow's modules that are loaded; by itself, it loads all forty for a kind that it does not know yet."""

_SUBFILE_TYPE = 254  # TIFF 6.0, section 8, NewSubfileType: its bit 0 marks a reduced copy of another page

# A JPEG is decoded at a half, a quarter or an eighth where that leaves at least this
# share of the wanted side: 48 megapixels (8,064 px) come out at 4,032 px, in a quarter
# of the memory, rather than at 4,096 px by way of the full size.
_DRAFT_SHARE = 0.9


def read_header(source: Source, kind: Kind) -> Header:
    """What the file says of itself; no pixel is decoded.

    Args:
        source: The file.
        kind: What its first bytes say it is, not "PDF".

    Returns:
        The header; several frames only of a TIFF.

    Raises:
        PhotoError: The picture is too small, too large or has too many pages.
        NotAPhotoError: It is an animation.
    """
    structure = read_structure(source, kind)
    with _opened(source, kind) as image:
        if kind in ("PNG", "WEBP") and getattr(image, "is_animated", False):
            raise source.pass_over("an animation, not a photo")
        _target_size(image, source)
        taken_at = find_taken_at(image)
        if kind == "TIFF":
            return Header(frames=tuple(_find_pages(image, source)), taken_at=taken_at)
        _prepare(image, source, kind, structure)
        return Header(taken_at=taken_at)


def decode(source: Source, kind: Kind, frame: int) -> Pixels:
    """The pixels of one page, upright.

    Args:
        source: The file.
        kind: What its first bytes say it is, not "PDF".
        frame: One of the header's ``frames``.

    Returns:
        uint8, shape (height, width, 3), BGR.

    Raises:
        PhotoError: The page is too small or too large.
    """
    structure = read_structure(source, kind)
    with _opened(source, kind) as image:
        if kind == "TIFF":
            image.seek(frame)
        _prepare(
            image, source, kind, structure
        )  # once more: the file may have changed since its header was read
        image.load()
        # Decoding may have reduced the picture, and turned it where the decoder does that.
        size_px = _target_size(image, source)
        return to_bgr(image, size_px=size_px, orientation=find_orientation(image))


@contextmanager
def _opened(source: Source, kind: Kind) -> Iterator[ImageFile]:
    if kind == "HEIF":
        from pillow_heif import register_heif_opener  # noqa: PLC0415 - loads libheif, for iPhone photos only

        register_heif_opener(thumbnails=False, decode_threads=1)  # photos are what runs in parallel
    else:
        import_module(f"PIL.{_PLUGINS[kind]}ImagePlugin")
    with source.path.open("rb") as stream:
        try:
            image = Image.open(stream, formats=(kind,))
        except Image.DecompressionBombError as exc:
            raise _too_large(source) from exc
        with image:
            yield image


def _find_pages(image: ImageFile, source: Source) -> Iterator[int]:
    """The frames of a TIFF that are pages, after checking them all."""
    frame = 0
    while True:
        try:
            image.seek(frame)
        except EOFError:
            return
        source.check_pages(frame + 1)
        _prepare(image, source, "TIFF", Structure())
        tags = getattr(image, "tag_v2", {})
        if frame == 0 or not int(tags.get(_SUBFILE_TYPE, 0)) & 1:
            yield frame
        frame += 1


def _prepare(image: ImageFile, source: Source, kind: Kind, structure: Structure) -> None:
    """Have a JPEG decoded at a part of its size where that is large enough, and check the memory it takes.

    Raises:
        PhotoError: The picture is too small or too large.
    """
    size_px = _target_size(image, source)
    full_px = image.width * image.height
    if kind == "JPEG":
        image.draft(None, (int(size_px[0] * _DRAFT_SHARE), int(size_px[1] * _DRAFT_SHARE)))
    needed = decoding_bytes(image, kind, full_px, structure)
    if needed > source.limits.memory:
        raise source.refuse(
            f"decoding it takes {needed / 1e6:,.0f} MB of memory, more than the"
            f" {source.limits.memory / 1e6:,g} MB that are allowed; save it as a JPEG, or make it smaller."
        )


def _target_size(image: Image.Image, source: Source) -> tuple[int, int]:
    """Width and height that the picture is reduced to.

    Raises:
        PhotoError: It is too large to be decoded or too small to be read.
    """
    width, height = image.size
    if width * height > source.limits.pixels:
        raise _too_large(source)
    scale = min(1.0, source.limits.max_side_px / max(width, height, 1))
    size_px = round(width * scale), round(height * scale)
    if min(size_px) < MIN_SIDE_PX:
        raise source.refuse(
            f"it is only {width} x {height} pixels, too small to hold a card that can be read;"
            " take the photo again, or find the original."
        )
    return size_px


def _too_large(source: Source) -> Exception:
    megapixels = source.limits.pixels / 1_000_000
    return source.refuse(
        f"it has more than {megapixels:g} megapixels, the most that are read; save a smaller copy of it."
    )
