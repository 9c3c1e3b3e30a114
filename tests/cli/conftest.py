from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ADA = ("Ada Winter", "Head of Sales", "Northwind Tools Ltd", "ada.winter@example.com", "+44 20 7946 0101")
BEN = ("Ben Sommer", "Optician", "Sommer Optics Ltd", "ben@sommer.example", "+44 20 7946 0102")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scanned:
    """A folder that was scanned, and what the command left."""

    folder: Path
    queue: Path
    records: Path
    run: subprocess.CompletedProcess[str]


def cardscan(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command line as a user does: in a process of its own."""
    command = [sys.executable, "-m", "cardscan", *map(str, arguments)]
    settings = {"capture_output": True, "encoding": "utf-8", "timeout": 300} | options
    return subprocess.run(command, check=False, **settings)


def draw_card(path: Path, lines: tuple[str, ...]) -> Path:
    picture = Image.new("RGB", (1000, 600), (250, 250, 245))
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        font = ImageFont.load_default(64 if number == 0 else 40)
        pen.text((80, 70 + 100 * number), line, fill=(20, 20, 40), font=font)
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path)
    return path


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    return cardscan


@pytest.fixture(scope="session")
def draw() -> Callable[[Path, tuple[str, ...]], Path]:
    return draw_card


@pytest.fixture(scope="session")
def scanned(tmp_path_factory: pytest.TempPathFactory) -> Scanned:
    """Two photos, scanned once for all tests that look at what came out."""
    home = tmp_path_factory.mktemp("scanned")
    draw_card(home / "photos" / "ada.png", ADA)
    draw_card(home / "photos" / "tuesday" / "ben.jpg", BEN)
    (home / "photos" / "event.toml").write_text('name = "Autumn fair"\ndate = 2026-11-20\n')
    run = cardscan(
        *("scan", "photos", "--records", "cards.jsonl", "--workers", "2"),
        # A book of its own: in the one of the whole session stands whomever other tests met.
        *("--book", home.with_name(f"{home.name}.db")),
        cwd=home,
    )
    return Scanned(folder=home / "photos", queue=home / "queue.csv", records=home / "cards.jsonl", run=run)
