from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AVERY, MONDAY, met

import cardscan
from cardscan.book.store import open_book

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = ("cv2", "numpy", "onnxruntime", "pandas", "PIL", "phonenumbers", "rapidocr", "usaddress")


def loaded_by(code: str) -> set[str]:
    """The heavy packages that some code loads in a fresh interpreter."""
    check = f"{code}\nimport sys\nprint(*(name for name in {HEAVY} if name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    return set(run.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    "code",
    [
        "import cardscan",
        "import cardscan.cli.app",
        "import cardscan\ncardscan.PhotoError, cardscan.ScanReport, cardscan.Contact, cardscan.FollowUp",
        "from cardscan.cli.app import app\napp(['--help'], standalone_mode=False)",
    ],
    ids=["the package", "the command line", "records and errors", "the help"],
)
def test_what_is_needed_at_once_loads_nothing_heavy(code: str):
    assert loaded_by(code) == set()


DAILY = {
    "today": ["today"],
    "done": ["done", "NAME", "left a message"],
    "log": ["log", "NAME", "call", "spoke, send the quote"],
    "note": ["note", "NAME", "hot, wants the price list, call Tuesday"],
    "snooze": ["snooze", "NAME", "next week"],
    "who": ["who", "NAME"],
}


@pytest.mark.parametrize("words", DAILY.values(), ids=DAILY)
def test_what_is_typed_every_day_loads_nothing_heavy(
    words: list[str], book: Path, monkeypatch: pytest.MonkeyPatch
):
    with open_book(book) as opened:
        met(opened, AVERY)
    monkeypatch.setenv("CARDSCAN_TODAY", MONDAY.isoformat())
    typed = ["Avery Winter" if word == "NAME" else word for word in words]
    assert loaded_by(f"from cardscan.cli.app import app\napp({typed}, standalone_mode=False)") == set()


def test_the_check_sees_heavy_packages():
    assert loaded_by("import numpy") == {"numpy"}


@pytest.mark.parametrize("name", cardscan.__all__)
def test_every_public_name_is_there(name: str):
    assert getattr(cardscan, name) is not None
    assert name in dir(cardscan)


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'scan_everything'"):
        _ = cardscan.scan_everything
