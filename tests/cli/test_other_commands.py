from __future__ import annotations

import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

import cardscan
from cardscan.ocr.record import Reading
from cardscan.parse.record import Contact

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from conftest import Scanned

    Run = Callable[..., subprocess.CompletedProcess[str]]

GOLDEN = Path(__file__).parents[1] / "golden" / "evaluate"
COMMANDS = ("scan", "read", "parse", "show", "evaluate")


def test_version_prints_the_version(run: Run):
    told = run("--version")
    assert (told.returncode, told.stdout) == (0, f"cardscan {cardscan.__version__}\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_examples(command: str, run: Run):
    told = run(command, "--help")
    assert told.returncode == 0
    assert f"  cardscan {command} " in told.stdout.partition("Examples:")[2]


def test_the_help_names_every_command(run: Run):
    told = run("--help")
    assert all(f"  {command} " in told.stdout for command in COMMANDS)


def test_completion_can_be_shown_for_a_shell(run: Run):
    told = run("--show-completion", "bash")
    assert "_CARDSCAN_COMPLETE" in told.stdout or "complete" in told.stdout


def test_read_prints_the_lines_with_their_boxes(scanned: Scanned, run: Run):
    told = run("read", scanned.folder / "ada.png")
    assert told.returncode == 0
    (line,) = [line for line in told.stdout.splitlines() if "ada.winter@example.com" in line]
    assert len(line.split()) == 8


def test_read_json_is_a_saved_reading(scanned: Scanned, run: Run):
    told = run("read", scanned.folder / "ada.png", "--json")
    reading = Reading.from_dict(json.loads(told.stdout))
    assert "Ada Winter" in [line.text for line in reading.lines]


def test_read_of_a_photo_that_cannot_be_read_exits_with_10(run: Run, tmp_path: Path):
    (tmp_path / "zero.jpg").touch()
    told = run("read", "zero.jpg", cwd=tmp_path)
    assert (told.returncode, told.stdout) == (10, "")
    assert told.stderr.startswith("zero.jpg: the file is empty")


def test_read_of_a_file_that_is_no_photo_exits_with_2(run: Run, tmp_path: Path):
    (tmp_path / "notes.txt").write_text("notes")
    told = run("read", "notes.txt", cwd=tmp_path)
    assert told.returncode == 2
    assert told.stderr.startswith("cardscan: notes.txt: ")


def test_read_of_a_file_that_does_not_exist_exits_with_2(run: Run, tmp_path: Path):
    told = run("read", "gone.jpg", cwd=tmp_path)
    assert told.returncode == 2
    assert "gone.jpg" in told.stderr


def test_parse_takes_saved_lines_from_stdin(scanned: Scanned, run: Run):
    saved = scanned.records.read_text("utf-8").splitlines()[0]
    told = run("parse", "-", "--json", input=saved)
    assert Contact.from_dict(json.loads(told.stdout)).first("email").text == "ada.winter@example.com"


def test_parse_prints_a_table_of_fields(scanned: Scanned, run: Run):
    told = run("parse", scanned.records)
    assert told.returncode == 0
    assert [line.split()[0] for line in told.stdout.splitlines() if "sommer.example" in line] == ["email"]


def test_parse_of_something_else_exits_with_2(run: Run):
    told = run("parse", "-", input="Ada Winter")
    assert told.returncode == 2
    assert "cardscan read PHOTO --json" in told.stderr


@pytest.mark.parametrize("code", ["UK", "ZZ"])
def test_parse_and_show_refuse_a_country_that_does_not_exist(code: str, scanned: Scanned, run: Run):
    for command in (("parse", scanned.records), ("show", scanned.folder / "ada.png", "-o", "-")):
        told = run(*command, "--country", code)
        assert (told.returncode, told.stdout) == (2, "")
        assert f"'{code}' is no country code" in told.stderr
        assert "like --country " in told.stderr


def test_show_writes_a_picture(scanned: Scanned, run: Run, tmp_path: Path):
    told = run("show", scanned.folder / "ada.png", "-o", tmp_path / "picture.png")
    assert told.returncode == 0, told.stderr
    with Image.open(tmp_path / "picture.png") as picture:
        assert picture.format == "PNG"
        assert picture.width > 1000


def test_show_gives_the_picture_to_stdout_on_request(scanned: Scanned, run: Run, tmp_path: Path):
    told = run("show", scanned.folder / "ada.png", "-o", "-", cwd=tmp_path, encoding=None)
    with Image.open(io.BytesIO(told.stdout)) as picture:
        assert picture.format == "PNG"
    assert list(tmp_path.iterdir()) == []


def test_show_never_writes_over_the_photo(scanned: Scanned, run: Run, tmp_path: Path):
    photo = tmp_path / "ada.png"
    photo.write_bytes((scanned.folder / "ada.png").read_bytes())
    run("show", photo, "-o", photo)
    assert photo.read_bytes() == (scanned.folder / "ada.png").read_bytes()
    assert (tmp_path / "ada-2.png").exists()


@pytest.mark.parametrize(
    ("options", "golden"),
    [
        ((), "scores.txt"),
        (("--markdown",), "scores.md"),
        (("--json", "-"), "scores.json"),
        (("--by", "kind"), "by_kind.txt"),
        (("--by", "kind", "--markdown"), "by_kind.md"),
        (("--by", "kind", "--json", "-"), "by_kind.json"),
    ],
)
def test_evaluate_prints_the_scores(options: tuple[str, ...], golden: str, run: Run):
    told = run("evaluate", GOLDEN / "truth.json", GOLDEN / "queue.csv", *options)
    assert told.stdout == (GOLDEN / golden).read_text("utf-8")


def test_evaluate_writes_the_scores_as_json_beside_the_table(run: Run, tmp_path: Path):
    told = run("evaluate", GOLDEN / "truth.json", GOLDEN / "queue.csv", "--json", tmp_path / "scores.json")
    assert told.stdout == (GOLDEN / "scores.txt").read_text("utf-8")
    assert (tmp_path / "scores.json").read_text("utf-8") == (GOLDEN / "scores.json").read_text("utf-8")


def test_evaluate_lists_the_disagreements(run: Run):
    plain, with_errors = (
        run("evaluate", GOLDEN / "truth.json", GOLDEN / "queue.csv", *options).stdout
        for options in ((), ("--errors",))
    )
    assert with_errors.startswith(plain)
    assert "missed: " in with_errors.removeprefix(plain)


def test_evaluate_by_a_key_that_no_picture_has_exits_with_2_and_names_those_there_are(run: Run):
    told = run("evaluate", GOLDEN / "truth.json", GOLDEN / "queue.csv", "--by", "weather")
    assert told.returncode == 2
    assert "weather" in told.stderr
    assert "kind" in told.stderr


def test_evaluate_by_a_key_lists_the_disagreements_of_all_groups(run: Run):
    plain, by_kind = (
        run("evaluate", GOLDEN / "truth.json", GOLDEN / "queue.csv", "--errors", *options).stdout
        for options in ((), ("--by", "kind"))
    )
    assert by_kind.partition("\n\n")[2] == plain.rpartition("\n\n")[2]


def test_evaluate_of_something_else_exits_with_2(run: Run, tmp_path: Path):
    (tmp_path / "truth.json").write_text("no labels")
    told = run("evaluate", tmp_path / "truth.json", GOLDEN / "queue.csv")
    assert told.returncode == 2
    assert "Traceback" not in told.stderr
