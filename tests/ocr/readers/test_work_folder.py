"""Where another program works on cards: private, and gone at the end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from cardscan.ocr.readers.work_folder import PREFIX, clear_left, work_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="files have no modes there")

HOLDS = """
import time
from cardscan.ocr.readers.work_folder import work_folder
with work_folder() as folder:
    (folder / "words.tsv").write_text("Ada Winter")
    print(folder, flush=True)
    time.sleep(600)
"""


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of this test alone."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    clear_left.cache_clear()
    return tmp_path


def left(temporary: Path) -> list[Path]:
    """What is there, as if it had been there for an hour."""
    folders = list(temporary.glob(f"{PREFIX}*"))
    for folder in folders:
        os.utime(folder, (1, 1))
    return folders


def test_only_its_user_may_look_into_it_and_it_is_gone_at_the_end(temporary: Path) -> None:
    with work_folder() as folder:
        (folder / "words.tsv").write_text("Ada Winter")
        assert folder.stat().st_mode & 0o777 == 0o700
    assert list(temporary.iterdir()) == []


def test_what_a_killed_process_left_is_cleared_by_the_next_and_what_is_in_use_is_not(temporary: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", HOLDS], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            folder = Path(process.stdout.readline().strip())
            assert left(temporary) == [folder]
            clear_left()
            assert (folder / "words.tsv").exists(), "somebody is at work there"
        finally:
            process.send_signal(signal.SIGKILL)
    clear_left.cache_clear()
    with work_folder() as own:
        assert list(temporary.iterdir()) == [own]


def test_what_is_not_ours_to_clear_is_left(temporary: Path) -> None:
    (temporary / "precious").mkdir()
    (temporary / "precious" / "file").touch()
    (temporary / f"{PREFIX}link").symlink_to(temporary / "precious", target_is_directory=True)
    (temporary / f"{PREFIX}new").mkdir()
    clear_left()
    assert (temporary / "precious" / "file").exists()
    assert (temporary / f"{PREFIX}new").exists(), "it was made a moment ago"
