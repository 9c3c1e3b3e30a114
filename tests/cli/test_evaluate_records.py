from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from conftest import Scanned

    Run = Callable[..., subprocess.CompletedProcess[str]]

GOLDEN = Path(__file__).parents[1] / "golden" / "evaluate"
ARGUMENTS = ("evaluate", GOLDEN / "truth.json", GOLDEN / "queue.csv", "--records", GOLDEN / "records.jsonl")


@pytest.mark.parametrize(
    ("options", "golden"),
    [((), "confidences.txt"), (("--markdown",), "confidences.md"), (("--json", "-"), "confidences.json")],
)
def test_evaluate_with_records_prints_how_reliable_the_confidences_are(
    options: tuple[str, ...], golden: str, run: Run
):
    told = run(*ARGUMENTS, *options)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == (GOLDEN / golden).read_text("utf-8")


def test_evaluate_takes_the_records_that_a_scan_wrote(scanned: Scanned, run: Run, tmp_path: Path):
    truth = tmp_path / "truth.json"
    truth.write_text(json.dumps([{"file": "ada.png", "fields": {"name": "Ada Winter"}}]))
    told = run("evaluate", truth, scanned.queue, "--records", scanned.records, "--json", "-")
    found = json.loads(told.stdout)["confidences"]
    assert (found["rows"], found["rows_without_record"]) == (1, 0)
    assert (found["fields"]["name"]["count"], found["fields"]["name"]["right"]) == (1, 1)


def test_evaluate_with_records_of_something_else_exits_with_2(run: Run, tmp_path: Path):
    (tmp_path / "cards.jsonl").write_text("no records")
    told = run(*ARGUMENTS[:-1], tmp_path / "cards.jsonl")
    assert told.returncode == 2
    assert "cards.jsonl, line 1: these are no records" in told.stderr
    assert "Traceback" not in told.stderr
