"""The benchmarks are never collected; that they still fit the program is checked here."""

import os
import subprocess
import sys
from pathlib import Path

import cv2

PROJECT = Path(__file__).parents[2]


def test_the_benchmark_measures_every_stage_of_a_photo(tmp_path: Path) -> None:
    picture = cv2.imread(str(PROJECT / "samples" / "photos" / "northquay_oak.jpg"))
    cv2.imwrite(str(tmp_path / "photo.jpg"), cv2.resize(picture, None, fx=0.5, fy=0.5))
    done = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.time_of_a_photo", str(tmp_path), "1"],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for stage in ("find text", "find cards", "read", "parse"):
        assert f'"name": "{stage}"' in done.stdout
