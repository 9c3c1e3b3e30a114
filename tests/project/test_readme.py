"""What the README says is what the program does."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import typer

from cardscan.cli.app import app
from cardscan.errors import ExitCode
from cardscan.evaluate import evaluate
from cardscan.evaluate.truth import FIELDS
from cardscan.export import COLUMNS
from cardscan.export.crm.values import SOURCES

ROOT = Path(__file__).parents[2]
PHOTOS = ROOT / "samples" / "photos"
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
GROUPS = {name: group.commands for name, group in COMMANDS.items() if hasattr(group, "commands")}
EVERYWHERE = {"--help", "--version", "--install-completion", "--show-completion"}
OF_OTHERS = {"--without-pip", "--python", "--quiet"}
"""Options of venv and pip, in the lines that install."""


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def cardscan_lines() -> list[str]:
    """Every command line with cardscan in it: from the blocks, and from the text between backticks."""
    lines = [line.removeprefix("$ ") for block in blocks("sh|console") for line in block.splitlines()]
    parts = [part.strip() for line in lines for part in re.split(r"&&|\|", line)]
    inline = re.findall(r"`(cardscan [^`]+)`", README)
    return [part.removeprefix(".venv/bin/") for part in [*parts, *inline] if "cardscan " in part]


def table_under(heading: str) -> list[list[str]]:
    """The rows of the first table in a section, without its head."""
    section = README.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def options_of(command: str) -> set[str]:
    """The options of a command; of a group, those of all its commands."""
    commands = [COMMANDS[command], *GROUPS.get(command, {}).values()]
    return {option for one in commands for parameter in one.params for option in parameter.opts}


def plain(printed: str) -> list[str]:
    """The lines without their counts, times and spaces, and without the hint that only flagged rows get."""
    lines = [" ".join(re.sub(r"\d+(\.\d+)?", "N", line).split()) for line in printed.splitlines()]
    return [line.removesuffix(" see review_reasons, or settle them: cardscan review") for line in lines]


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, check=False, capture_output=True, encoding="utf-8", timeout=300)


@pytest.mark.parametrize("number", [0, 1])
def test_each_of_the_first_two_sh_blocks_is_one_line(number: int) -> None:
    assert len(blocks("sh")[number].splitlines()) == 1


def test_the_first_command_scans_the_samples() -> None:
    assert blocks("sh")[0].endswith("cardscan scan samples/photos\n")


def test_the_second_command_runs_the_tests() -> None:
    assert blocks("sh")[1].endswith("pytest\n")


@pytest.mark.parametrize("line", cardscan_lines())
def test_every_command_in_the_readme_parses(line: str) -> None:
    first, *rest = shlex.split(line)[1:]
    named = {word.partition("=")[0] for word in rest if re.match(r"--?[a-z]", word)}
    assert named <= options_of(first) if first in COMMANDS else first in EVERYWHERE


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_stands_in_the_table_of_commands(name: str) -> None:
    assert [row for row in table_under("Commands") if re.match(f"`cardscan {name}[ `]", row[0])]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str, tmp_path: Path) -> None:
    assert run(sys.executable, "-m", "cardscan", name, "--help", cwd=tmp_path).returncode == 0


def test_every_option_in_the_readme_exists() -> None:
    known = EVERYWHERE | OF_OTHERS | {option for name in COMMANDS for option in options_of(name)}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", README)) <= known


def test_the_table_of_the_queue_has_its_columns_in_their_order() -> None:
    assert [row[0].strip("`") for row in table_under("The queue")] == list(COLUMNS)


def test_the_exit_codes_are_the_program_s() -> None:
    codes = {int(row[0]) for row in table_under("Commands") if row[0].isdigit()}
    assert codes == {code.value for code in ExitCode}


def test_what_columns_of_a_profile_are_filled_with_is_all_there() -> None:
    told = README.partition("Columns are filled with ")[2].partition("; with the first")[0]
    assert re.findall(r"`(\w+)`", told) == list(SOURCES)


def test_every_linked_file_exists() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_transcript_is_what_a_scan_prints(tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    # One card with both sides, and every picture that gives no row: more cards would only change the figures.
    for name in ("isarkamm_front.jpg", "isarkamm_back.jpg", "coffee.jpg", "broken.jpg", "event.toml"):
        shutil.copy(PHOTOS / name, photos)
    printed = run(sys.executable, "-m", "cardscan", "scan", "photos", cwd=tmp_path)
    assert (printed.stdout, plain(printed.stderr)) == ("", plain(blocks("text")[0]))


def test_the_library_example_runs(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    shutil.copy(PHOTOS / "cinderpath_render.png", tmp_path / "photos" / "card.jpg")
    (example,) = blocks("python")
    finished = run(sys.executable, "-c", example, cwd=tmp_path)
    assert (finished.returncode, finished.stderr, finished.stdout.count("\n")) == (0, "", 2)


def test_the_accuracy_of_the_default_reader_is_that_of_the_golden_queue() -> None:
    scores = evaluate(
        ROOT / "samples" / "truth.json", ROOT / "tests" / "golden" / "samples" / "queue.csv"
    ).to_dict()
    measured = {name: field["f1"] for name, field in scores["fields"].items()}
    measured |= {name: scores[name] for name in ("ready", "silent", "flagged", "typed")}
    printed = {row[0].split(":")[0].strip("`"): float(row[1]) for row in table_under("Accuracy")}
    assert {name: printed[name] for name in measured} == {
        name: round(value, 2) for name, value in measured.items()
    }


def test_the_table_of_accuracy_has_every_field_that_is_measured() -> None:
    fields = [row[0].split(":")[0] for row in table_under("Accuracy") if ": F1" in row[0]]
    assert fields == list(FIELDS)
