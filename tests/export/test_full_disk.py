"""A disk that gets full while an export is written."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import ADA, USUAL

from cardscan.export import write_queue
from cardscan.export.exporter import EXPORTERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = [replace(ADA, contact_id=f"c{number:011d}") for number in range(800)]
"""More than 60 kB in every form."""


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk with 60 kB of room."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(place)]
    if (
        sys.platform != "linux"
        or os.geteuid()
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("only root can make a small disk, and not in every container")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def export(name: str, queue: Path, output: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cardscan", "export", str(queue), "--to", name, "-o", str(output)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("name", ["csv", "jsonl", "google", "vcard", "ics", "xlsx"])
def test_the_old_file_is_whole_and_nothing_is_left_of_the_new_one(
    small_disk: Path, tmp_path: Path, name: str
) -> None:
    write_queue(tmp_path / "few.csv", USUAL)
    write_queue(tmp_path / "many.csv", MANY)
    output = small_disk / f"people{EXPORTERS.make(name).suffix}"
    assert export(name, tmp_path / "few.csv", output).returncode == 0
    before = {path.name: path.read_bytes() for path in small_disk.iterdir()}
    full = export(name, tmp_path / "many.csv", output)
    assert (full.returncode, "cannot be written (No space left on device)" in full.stderr) == (2, True), full
    assert {path.name: path.read_bytes() for path in small_disk.iterdir()} == before
