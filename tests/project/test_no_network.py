from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageDraw, ImageFont

from cardscan.export import read_queue

if TYPE_CHECKING:
    from pathlib import Path

GUARD = """
import sys

def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        raise RuntimeError(f"no network: {event}")

sys.addaudithook(refuse)
"""


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """The environment of a computer without a network on which nothing ever ran."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    (tmp_path / "home").mkdir()
    path = os.pathsep.join(filter(None, [str(tmp_path / "guard"), os.environ.get("PYTHONPATH")]))
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": path, "HOME": str(tmp_path / "home"), "USERPROFILE": str(tmp_path / "home")}


def test_the_guard_refuses_a_connection(offline: dict[str, str]):
    code = "import socket; socket.create_connection(('127.0.0.1', 9))"
    run = subprocess.run(
        [sys.executable, "-c", code], env=offline, capture_output=True, text=True, check=False
    )
    assert "no network: socket.getaddrinfo" in run.stderr


def test_a_scan_needs_no_network_and_writes_only_the_book_into_the_home_folder(
    offline: dict[str, str], tmp_path: Path
):
    for number, name in enumerate(("Ada Winter", "Ben Sommer")):
        picture = Image.new("RGB", (1000, 600), "white")
        text = f"{name}\nNorthwind Tools Ltd\nhello{number}@example.com\n+44 20 7946 0101"
        ImageDraw.Draw(picture).text((80, 80), text, fill="black", font=ImageFont.load_default(48))
        (tmp_path / "photos").mkdir(exist_ok=True)
        picture.save(tmp_path / "photos" / f"{number}.png")
    command = ["-m", "cardscan", "scan", "photos", "--event-date", "2026-11-20", "--workers", "2"]
    run = subprocess.run(
        [sys.executable, *command], env=offline, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert [row.email for row in read_queue(tmp_path / "queue.csv")] == [
        "hello0@example.com",
        "hello1@example.com",
    ]
    # Native code is not seen by the guard; what reports home keeps an id or a queue here first.
    home = tmp_path / "home"
    written = {path.relative_to(home).name for path in home.rglob("*") if path.is_file()}
    assert {name.removesuffix("-wal").removesuffix("-shm") for name in written} == {"book.db"}
