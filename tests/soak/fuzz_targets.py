"""What reads files of strangers, each given bytes: a value or a typed error is all that may come of it."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from cardscan.export import read_queue
from cardscan.export.crm.profile_file import read_profile
from cardscan.export.existing.read import read_existing
from cardscan.export.push.multistatus import resources
from cardscan.followup.drafts.sandbox import render
from cardscan.followup.event_file import read_event_file
from cardscan.followup.notes.sidecar import read_sidecars
from cardscan.followup.settings_file import read_settings
from cardscan.ocr.photo import open_photo
from cardscan.ocr.readers.recording import load
from cardscan.parse.codes.payload import statements_of
from cardscan.parse.contact import parse_reading
from cardscan.pipeline.saved import load_readings

from .damaged_copies import damaged_copies, whole_copies
from .damaged_documents import DOCUMENTS
from .damaged_pictures import PICTURES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_QUEUE = (
    "contact_id,event_date,event,follow_up_due,next_action,priority,status,full_name,email,mobile_phone,"
    "needs_review,confidence,photo,card,scanned_at,notes\r\n"
    "cabcdefghijk,2026-11-20,Autumn fair,2026-11-23,call,B,open,Ada Winter,ada@northwind.example,"
    "+44 7700 900123,yes,0.81,ada.jpg; b.jpg,1,2026-11-22T09:00:00+00:00,'=1+1\r\n"
)
_VCARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Winter;Ada;;;\r\nFN:Ada Winter\r\nORG:Northwind;Sales\r\n"
    "TEL;TYPE=CELL,VOICE:+44 7700 900123\r\nitem1.EMAIL;TYPE=INTERNET:ada@northwind.example\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE:a=\r\n=20b\r\nADR;TYPE=WORK:;;7 Quay;Leeds;;LS2;UK\r\n"
    " folded\r\nPHOTO;ENCODING=b:AAAA\r\nUID:urn:uuid:1\r\nEND:VCARD\r\n"
)
_EVENT = 'name = "Autumn fair"\ndate = 2026-11-20\ncountry = "GB"\ntags = ["a", "b"]\nnext_action = "call"\n'
_SETTINGS = (
    '[owner]\nname = "Robin"\nemail = "robin@harbour.example"\ntime_zone = "Europe/Berlin"\ncountry = "DE"\n'
    'languages = ["en"]\n[plan]\nat = "09:00"\nminutes = 30\n[cadence]\nfirst_after = [1, 2, 4]\n'
    '[[material]]\nname = "prices"\nlink = "https://x.example/p"\nsay = ["price list"]\n'
)
_READING = {
    "reader": "x",
    "card": {"number": 1, "page": 1, "width_px": 100, "height_px": 60, "found_by": "page"},
    "lines": [],
}
_MULTISTATUS = (
    '<?xml version="1.0" encoding="utf-8"?><d:multistatus xmlns:d="DAV:"><d:response>'
    "<d:href>/a/b.vcf</d:href>"
    "<d:propstat><d:prop><d:getetag>&quot;1&quot;</d:getetag></d:prop><d:status>HTTP/1.1 200 OK</d:status>"
    "</d:propstat></d:response></d:multistatus>"
)
_CODES = (
    "MECARD:N:Winter,Ada;TEL:+447700900123;EMAIL:ada@northwind.example;URL:https://x.example;ADR:7 Quay;;",
    "mailto:ada@northwind.example?subject=x",
    "https://northwind.example/ada",
    _VCARDS,
)
_LETTER = (
    "Subject: Hello {{ first_name }}\n\n{% if note %}{{ note|trim }}{% endif %}"
    "{% for x in y %}{{ x }}{% endfor %}"
)
_NOTES = 'photo,note,card\r\nada.jpg,call on Monday,1\r\nb.png,"two\nlines",\r\n'
_NOT_HERE = ("packed.bmp", "entries.tif", "chunks.png", "segments.jpg", "sparse.jpg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something that reads bytes.

    Attributes:
        read: Reads a file, in a folder of its own.
        seeds: Files as they should be, from which others are made.
        name: What the file is called.
        words: Pieces that are put in here and there.
    """

    read: Callable[[Path], object]
    seeds: Callable[[], tuple[bytes, ...]]
    name: str
    words: tuple[bytes, ...] = ()


def _photo(path: Path) -> object:
    return [page.pixels.shape for page in open_photo(path, shown_as="x").pages()]


def _photo_seeds() -> tuple[bytes, ...]:
    small = [data for _, data in whole_copies((160, 100))]
    made = (make() for name, make in PICTURES.items() if name not in _NOT_HERE)
    damaged = (data for _, data in damaged_copies(30, Random(1)))  # noqa: S311 - the same each time
    return tuple(
        data for data in (*small, *made, *damaged) if len(data) < 200_000 and b"%PDF" not in data[:1024]
    )


def _pdf_seeds() -> tuple[bytes, ...]:
    made = [make() for name, make in DOCUMENTS.items() if name.endswith(".pdf") and "packed" not in name]
    whole = [data for suffix, data in whole_copies((160, 100)) if suffix == ".pdf"]
    return tuple(data for data in (*whole, *made) if len(data) < 100_000)


def _queue_seeds() -> tuple[bytes, ...]:
    import xlsxwriter  # noqa: PLC0415 - for this target alone

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, line in enumerate(_QUEUE.splitlines()):
            sheet.write_row(row, 0, line.split(","))
    semicolons = _QUEUE.replace(",", ";").encode("cp1252")
    return _QUEUE.encode("utf-8-sig"), semicolons, _QUEUE.encode("utf-16"), stream.getvalue()


def _profile_seeds() -> tuple[bytes, ...]:
    home = files("cardscan.export.crm") / "profiles"
    return tuple(entry.read_bytes() for entry in home.iterdir() if entry.name.endswith(".toml"))


def _event(path: Path) -> object:
    return read_event_file(path.parent)


def _notes(path: Path) -> object:
    return read_sidecars(path.parent, ("ada.jpg", "b.png"))


def _readings(path: Path) -> object:
    readings = load_readings(path.read_bytes().decode("utf-8", "replace"), "x")
    return [parse_reading(reading, country=None) for reading in readings[:3]]


def _reading_seeds() -> tuple[bytes, ...]:
    saved = sorted((Path(__file__).parents[1] / "golden" / "samples").glob("*.json*"))
    return (json.dumps(_READING).encode(), *(path.read_bytes() for path in saved[:4]))


def _code(path: Path) -> object:
    return statements_of(path.read_bytes().decode("utf-8", "replace"))


def _letter(path: Path) -> object:
    text = path.read_bytes().decode("utf-8", "replace")
    values = {"first_name": "Ada", "note": "x", "y": ("1", "2")}
    return render(text, values, file="x", may_use=values)


def _answer(path: Path) -> object:
    return resources("https://dav.example/a/", path.read_bytes())


_TOML_WORDS = (
    b"[",
    b"[[",
    b"]]",
    b'"""',
    b"= 1e999999",
    b"= " + b"9" * 5000,
    b"= 0001-01-01",
    b"{",
    b"\\u0000",
)
TARGETS: Mapping[str, Target] = {
    "photos": Target(read=_photo, seeds=_photo_seeds, name="x.jpg"),
    "pdfs": Target(
        read=_photo, seeds=_pdf_seeds, name="x.pdf", words=(b"/Kids", b"/Count", b"obj", b"<<", b"0 R", b"-1")
    ),
    "queue": Target(
        read=read_queue,
        seeds=_queue_seeds,
        name="queue.csv",
        words=(b"\0", b'"', b";", b"'=", b"\xff\xfe", b"sep="),
    ),
    "profile": Target(read=read_profile, seeds=_profile_seeds, name="x.toml", words=_TOML_WORDS),
    "existing": Target(
        read=read_existing,
        seeds=lambda: (_VCARDS.encode(), _VCARDS.encode("utf-16"), *_queue_seeds()[:1]),
        name="x.vcf",
        words=(b"BEGIN:VCARD", b"\r\n ", b"=\r\n", b"ENCODING=QUOTED-PRINTABLE", b":", b";", b"\\n"),
    ),
    "event": Target(read=_event, seeds=lambda: (_EVENT.encode(),), name="event.toml", words=_TOML_WORDS),
    "settings": Target(
        read=read_settings, seeds=lambda: (_SETTINGS.encode(),), name="x.toml", words=_TOML_WORDS
    ),
    "notes": Target(
        read=_notes,
        seeds=lambda: (_NOTES.encode(), _NOTES.encode("utf-16")),
        name="notes.csv",
        words=(b"../", b'"'),
    ),
    "readings": Target(
        read=_readings,
        seeds=_reading_seeds,
        name="x.json",
        words=(b"NaN", b"1e999", b"[" * 500, b"null", b"-1"),
    ),
    "recording": Target(
        read=load,
        seeds=lambda: (
            b"[]",
            b'[{"call":"read","look":"00","width_px":1,"height_px":1,"texts":[],"words":[],"line":["",0]}]',
        ),
        name="x.json",
        words=(b"NaN", b"1e999", b"[" * 500),
    ),
    "codes": Target(
        read=_code, seeds=lambda: tuple(map(str.encode, _CODES)), name="x", words=(b";", b":", b"\\")
    ),
    "letters": Target(
        read=_letter,
        seeds=lambda: (_LETTER.encode(),),
        name="x",
        words=(b"{{", b"}}", b"{%", b"%}", b"__class__"),
    ),
    "answers": Target(
        read=_answer,
        seeds=lambda: (_MULTISTATUS.encode(),),
        name="x",
        words=(b"http://[", b"encoding='shift_jis'", b"encoding='x'", b"<!ENTITY", b"&#0;", b"<a>" * 500),
    ),
}
"""By name."""
