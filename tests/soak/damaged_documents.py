"""Documents and archives that were made to do harm, or to have something run or fetched."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from typing import TYPE_CHECKING

from .damaged_pictures import zeros

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_CARD = b"0 0 241 156"
_PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 241 156] >>"
_ROOT = b"<< /Type /Catalog /Pages 2 0 R >>"
_SQUARE = b"0 0 10 10 re f"


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """A PDF of numbered objects, the first of which is the catalogue."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
        % (size, table, size, trailer, len(data))
    )


def _stream(data: bytes, about: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), about, data)


def _page(  # noqa: PLR0913 - a document has these parts
    drawing: bytes = _SQUARE,
    *others: bytes,
    resources: bytes = b"",
    box: bytes = _CARD,
    about: bytes = b"",
    catalog: bytes = b"",
    page: bytes = b"",
) -> bytes:
    """A PDF of one page; its other objects count from 5."""
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << %s >> %s >>"
        % (box, resources, page),
        _stream(drawing, about),
        *others,
    )


def _picture(data: bytes, side_px: int, about: bytes) -> bytes:
    """A page with one picture."""
    size = b"/Type /XObject /Subtype /Image /Width %d /Height %d %s" % (side_px, side_px, about)
    return _page(b"q 200 0 0 100 0 0 cm /I Do Q", _stream(data, size), resources=b"/XObject << /I 5 0 R >>")


def _forms(depth: int = 12) -> bytes:
    """A drawing of ten drawings of ten drawings, and so on."""
    kind = b"/Type /XObject /Subtype /Form /BBox [0 0 241 156] /Resources << /XObject << /F %d 0 R >> >>"
    forms = [_stream(b"/F Do " * 10, kind % number) for number in range(6, 5 + depth)]
    return _page(b"/F Do", *forms, _stream(_SQUARE, kind % 5), resources=b"/XObject << /F 5 0 R >>")


def _of_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, 3 + count))
    return pdf(_ROOT, b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count), *[_PAGE] * count)


def _deep(depth: int = 20_000) -> bytes:
    """A page below twenty thousand chapters."""
    above = [
        b"<< /Type /Pages /Parent %d 0 R /Kids [%d 0 R] /Count 1 >>" % (number, number + 2)
        for number in range(1, depth)
    ]
    return pdf(_ROOT, *above, _PAGE)


def _locked() -> bytes:
    keys = b"/O <%s> /U <%s>" % (b"11" * 32, b"22" * 32)
    return pdf(
        _ROOT,
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE,
        b"<< /Filter /Standard /V 1 /R 2 /P -4 %s >>" % keys,
        trailer=b"/Encrypt 4 0 R /ID [<00> <00>]",
    )


def _zip(names: Sequence[str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"\xff\xd8\xff\xe0" + bytes(100))
    return stream.getvalue()


def _tar() -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("../../card.jpg"))
    return stream.getvalue()


DOCUMENTS: Mapping[str, Callable[[], bytes]] = {
    "packed-drawing.pdf": lambda: _page(zeros(300_000_000), about=b"/Filter /FlateDecode"),
    "packed-twice.pdf": lambda: _page(
        zlib.compress(zeros(300_000_000), 9), about=b"/Filter [/FlateDecode /FlateDecode]"
    ),
    "packed-picture.pdf": lambda: _picture(
        zeros(300_000_000),
        17_000,
        b"/BitsPerComponent 8 /ColorSpace /DeviceGray /Filter /FlateDecode",
    ),
    "claims.pdf": lambda: _picture(
        b"",
        65_000,
        b"/BitsPerComponent 1 /ImageMask true /Filter /CCITTFaxDecode"
        b" /DecodeParms << /K -1 /Columns 65000 /Rows 65000 >>",
    ),
    "forms.pdf": _forms,
    "lines.pdf": lambda: _page(
        zlib.compress(b"0 0 241 156 re f 0 0 m 241 156 l S " * 3_000_000), about=b"/Filter /FlateDecode"
    ),
    "wide.pdf": lambda: _page(box=b"0 0 1e12 1e12"),
    "nowhere.pdf": lambda: _page(box=b"nan inf -inf 99999999999999999999999"),
    "units.pdf": lambda: _page(page=b"/UserUnit 1000000"),
    "script.pdf": lambda: _page(
        catalog=b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\); while \\(1\\) {}) >>"
    ),
    "launch.pdf": lambda: _page(catalog=b"/OpenAction << /S /Launch /F (/bin/sh) /P (-c id) >>"),
    "embedded.pdf": lambda: _page(
        _SQUARE,
        _stream(b"MZ" * 100, b"/Type /EmbeddedFile"),
        catalog=b"/Names << /EmbeddedFiles << /Names [(x.exe) << /Type /Filespec /F (x.exe)"
        b" /EF << /F 5 0 R >> >>] >> >>",
    ),
    "elsewhere.pdf": lambda: _picture(
        b"",
        10,
        b"/BitsPerComponent 8 /ColorSpace /DeviceGray /F << /FS /URL /F (http://127.0.0.1:9/x.png) >>",
    ),
    "other-file.pdf": lambda: _page(
        b"/F Do",
        _stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (/etc/hostname) /Page 0 >>"),
        resources=b"/XObject << /F 5 0 R >>",
    ),
    "pages.pdf": lambda: _of_pages(1001),
    "claims-pages.pdf": lambda: _of_pages(1).replace(b"/Count 1 ", b"/Count 2000000000 "),
    "deep.pdf": _deep,
    "circle.pdf": lambda: pdf(_ROOT, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 4 >>"),
    "brackets.pdf": lambda: pdf(
        b"<< /Type /Catalog /Pages 2 0 R /X %s%s >>" % (b"[" * 200_000, b"]" * 200_000),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        _PAGE,
    ),
    "locked.pdf": _locked,
    "cards.zip": lambda: _zip(["card.jpg"]),
    "zip.jpg": lambda: _zip(["../../card.jpg"]),
    "letter.docx": lambda: _zip(["[Content_Types].xml", "word/document.xml"]),
    "docx.png": lambda: _zip(["[Content_Types].xml", "word/document.xml"]),
    "cards.tar": _tar,
    "tar.jpg": _tar,
    "cards.gz": lambda: gzip.compress(bytes(1000)),
    "gz.jpg": lambda: gzip.compress(bytes(1000)),
    "7z.jpg": lambda: b"7z\xbc\xaf\x27\x1c" + bytes(100),
    "rar.jpg": lambda: b"Rar!\x1a\x07\x01\0" + bytes(100),
    "eps.jpg": lambda: b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 400 240\n(id) (r) file\n",
    "drawing.svg": lambda: b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "icon.jpg": lambda: b"\0\0\1\0\1\0\x10\x10" + bytes(100),
    "fits.jpg": lambda: b"SIMPLE  =                    T" + bytes(2850),
}
"""Names of files, and what makes them."""
