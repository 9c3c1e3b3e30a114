"""Golden files are compared, not written, unless somebody asks on their own machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
A_CHECK = 'def test_it(check_golden):\n    check_golden("x.txt", "new")\n'


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A suite of one golden test whose file is out of date."""
    shutil.copy(TESTS / "conftest.py", tmp_path)
    (tmp_path / "golden").mkdir()
    (tmp_path / "golden" / "x.txt").write_text("old")
    (tmp_path / "test_one.py").write_text(A_CHECK)
    return tmp_path


def run(suite: Path, *options: str, ci: bool) -> int:
    environment = {name: value for name, value in os.environ.items() if name != "CI"}
    if ci:
        environment["CI"] = "true"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    return subprocess.run(command, cwd=suite, env=environment, check=False, capture_output=True).returncode


def golden(suite: Path) -> str:
    return (suite / "golden" / "x.txt").read_text()


def test_without_the_switch_a_golden_file_that_differs_fails(suite: Path) -> None:
    assert run(suite, ci=True) == pytest.ExitCode.TESTS_FAILED


def test_without_the_switch_no_golden_file_is_written(suite: Path) -> None:
    run(suite, ci=False)
    assert golden(suite) == "old"


def test_the_switch_writes_the_golden_file(suite: Path) -> None:
    run(suite, "--regenerate", ci=False)
    assert golden(suite) == "new"


def test_the_switch_is_refused_in_ci(suite: Path) -> None:
    assert run(suite, "--regenerate", ci=True) == pytest.ExitCode.USAGE_ERROR


def test_the_refused_switch_writes_nothing(suite: Path) -> None:
    run(suite, "--regenerate", ci=True)
    assert golden(suite) == "old"
