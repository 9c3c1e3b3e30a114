"""The notebooks run, show their pictures, and are kept without outputs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
import replayed_samples
from nbclient import NotebookClient

from cardscan.export import write_queue
from cardscan.pipeline.saved import records_lines

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
PICTURES = {"01-what-the-pipeline-sees.ipynb": 7, "02-how-sure-is-it.ipynb": 3}
TIMEOUT_S = 300
"""For one cell; the longest scans all samples, on a machine that may be busy."""


def load(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


@pytest.fixture(params=sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def notebook(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_every_notebook_is_known_here() -> None:
    assert {path.name for path in NOTEBOOKS.glob("*.ipynb")} == set(PICTURES)


def test_a_notebook_is_kept_without_outputs(notebook: Path) -> None:
    assert [cell.outputs for cell in code_cells(load(notebook)) if cell.outputs] == []


def test_a_notebook_is_kept_without_traces_of_a_run(notebook: Path) -> None:
    cells = code_cells(load(notebook))
    assert all(cell.execution_count is None and not cell.metadata for cell in cells)


@pytest.fixture
def replayed(tmp_path: Path) -> Path:
    """The queue and the records of the samples, as a scan writes them; another notebook scans."""
    rows = replayed_samples.results(replayed_samples.readings())
    write_queue(tmp_path / "queue.csv", replayed_samples.followups(rows))
    records = records_lines(replayed_samples.joined(rows))
    (tmp_path / "records.jsonl").write_text(records, encoding="utf-8", errors="backslashreplace")
    return tmp_path


# The kernel opens ports on this machine and says that others on it could listen; pytest must not mind.
@pytest.mark.filterwarnings("default")
def test_a_notebook_runs_and_shows_its_pictures(notebook: Path, replayed: Path) -> None:
    loaded = load(notebook)
    given = (
        f"QUEUE, RECORDS = Path({str(replayed / 'queue.csv')!r}), Path({str(replayed / 'records.jsonl')!r})"
    )
    for cell in code_cells(loaded):
        cell.source = cell.source.replace("QUEUE = RECORDS = None", given)
    where = {"metadata": {"path": str(NOTEBOOKS)}}
    NotebookClient(loaded, timeout=TIMEOUT_S, kernel_name="python3", resources=where).execute()
    outputs = [output for cell in code_cells(loaded) for output in cell.outputs]
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    complaints = [output.text for output in outputs if output.get("name") == "stderr"]
    assert (len(pictures), complaints) == (PICTURES[notebook.name], [])
