"""Contacts as an export hands them on: usual ones, and what strangers print on cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from cardscan.export.exporter import Wishes
from cardscan.export.output import Output
from cardscan.followup.record import FollowUp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cardscan.export.exporter import Exporter
    from cardscan.export.output import Refused

WISHES = Wishes(now=datetime(2026, 11, 22, 20, tzinfo=ZoneInfo("Europe/Berlin")))


def person(**fields: Any) -> FollowUp:
    """A contact met at the mixer."""
    usual = {
        "contact_id": "cabcdefghijk",
        "event_date": date(2026, 11, 20),
        "event": "Harbour Chamber mixer",
        "follow_up_due": date(2026, 11, 23),
        "next_action": "call",
        "full_name": "Ada Winter",
        "first_name": "Ada",
        "last_name": "Winter",
        "company": "Northwind Ltd",
        "scanned_at": datetime(2026, 11, 22, 9, tzinfo=UTC),
    }
    return FollowUp(**usual | fields)


ADA = person(
    priority="A",
    job_title="Head of Sales",
    department="Sales",
    email="ada@northwind.example",
    other_emails=("winter@northwind.example", "ada@home.example"),
    mobile_phone=("+44 7700 900123", "+44 7700 900124"),
    work_phone=("+44 20 7946 0958",),
    fax=("+44 20 7946 0959",),
    website=("northwind.example",),
    address="7 Foundry Approach, Leeds LS2 9YZ",
    street="7 Foundry Approach",
    city="Leeds",
    postal_code="LS2 9YZ",
    country="United Kingdom",
    social=("linkedin.com/in/ada-winter",),
    notes="wants the price list; -10 % agreed",
)
TARO = person(
    contact_id="cjapanjapanj",
    full_name="山田 太郎",
    first_name="太郎",
    last_name="山田",
    company="北風株式会社",
    email="yamada@kitakaze.example",
    work_phone=("+81 3 0140 2811",),
    next_action="email",
)
JOSE = person(
    contact_id="cspainspains",
    full_name="José Ñandú Ibáñez",
    first_name="José",
    last_name="Ñandú Ibáñez",
    company="Olmeda, Hijos & Cía.",
    status="done",
    email="jose@olmeda.example",
)
OFFICE = person(
    contact_id="cofficeoffic",
    full_name="",
    first_name="",
    last_name="",
    company="Harbour Office",
    email="info@harbour.example",
)
USUAL = (ADA, TARO, JOSE, OFFICE)

FORMULA = person(contact_id="cformulaform", company='=HYPERLINK("http://x","y")')
AT_SIGN = person(contact_id="catsignatsig", full_name="@SUM(1)", first_name="", last_name="@SUM(1)")
MINUS = person(contact_id="cminusminusm", notes="-2+3+cmd|' /C calc'!A0")
WIDE = person(contact_id="cwidewidewid", company="＝1+1")
HOSTILE = (FORMULA, AT_SIGN, MINUS, WIDE)


@dataclass(frozen=True)
class Written:
    """What an export left: files by what stands behind the name, "" or "-tasks"; whom it told of."""

    files: dict[str, bytes]
    taken: int
    refused: list[Refused]


def written(exporter: Exporter, rows: Iterable[FollowUp] = USUAL, wishes: Wishes = WISHES) -> Written:
    """An export into a folder of its own."""
    with TemporaryDirectory() as folder, Output(Path(folder) / f"out{exporter.suffix}") as output:
        exporter.export(rows, output, wishes)
        paths = [file.path for file in output.put() if file.moved_aside is None]
        files = {path.stem.removeprefix("out"): path.read_bytes() for path in paths}
        return Written(files=files, taken=output.taken, refused=output.refused)
