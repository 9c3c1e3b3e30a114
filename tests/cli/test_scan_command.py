from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from cardscan.export import read_queue
from cardscan.parse.record import Contact

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Scanned

    Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_scan_in_which_all_went_well_exits_with_0(scanned: Scanned):
    assert scanned.run.returncode == 0, scanned.run.stderr


def test_without_an_output_the_queue_is_queue_csv_in_the_current_folder(scanned: Scanned):
    assert [(row.full_name, row.email, row.photo) for row in read_queue(scanned.queue)] == [
        ("Ada Winter", "ada.winter@example.com", ("ada.png",)),
        ("Ben Sommer", "ben@sommer.example", ("tuesday/ben.jpg",)),
    ]


def test_rows_carry_the_event_of_the_event_file(scanned: Scanned):
    assert {(row.event, str(row.event_date)) for row in read_queue(scanned.queue)} == {
        ("Autumn fair", "2026-11-20")
    }


def test_stdout_stays_empty_where_no_data_is_asked_for(scanned: Scanned):
    assert scanned.run.stdout == ""


def test_the_table_at_the_end_counts_and_says_where_the_queue_is(scanned: Scanned):
    told = scanned.run.stderr
    assert re.search(r"^photos read +2  in \d+\.\d seconds$", told, re.MULTILINE)
    assert re.search(r"^contacts +2$", told, re.MULTILINE)
    assert told.splitlines()[-1].split() == ["queue", "queue.csv"]


def test_stderr_has_no_escape_codes_where_it_is_no_terminal(scanned: Scanned):
    assert "\x1b" not in scanned.run.stderr


def test_the_records_hold_one_line_a_card(scanned: Scanned):
    records = [json.loads(line) for line in scanned.records.read_text("utf-8").splitlines()]
    assert [(record["photo"], record["card"]) for record in records] == [
        ("ada.png", 1),
        ("tuesday/ben.jpg", 1),
    ]
    assert Contact.from_dict(records[0]["contact"]).first("email").text == "ada.winter@example.com"


def test_the_queue_goes_to_stdout_on_request(scanned: Scanned, run: Run):
    told = run(
        "scan", scanned.folder / "ada.png", "--event-date", "2026-11-20", "--event", "Autumn fair", "-o", "-"
    )
    header, row = told.stdout.removeprefix("\ufeff").splitlines()
    assert header.startswith("contact_id,event_date,event,")
    assert row.split(",")[0] == read_queue(scanned.queue)[0].contact_id


def test_the_records_go_to_stdout_on_request(scanned: Scanned, run: Run, tmp_path: Path):
    told = run(
        "scan", scanned.folder / "ada.png", "--event-date", "2026-11-20", "--records", "-", cwd=tmp_path
    )
    assert [json.loads(line)["photo"] for line in told.stdout.splitlines()] == ["ada.png"]
    assert {path.name for path in tmp_path.iterdir()} == {"queue.csv", ".queue.csv.cardscan"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows tells of a closed pipe in another way")
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_a_pipe_that_is_closed_early_ends_quietly_with_0(options: tuple[str, ...], scanned: Scanned):
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "cardscan", "parse", *options, scanned.records]
    told = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, timeout=120)
    os.close(writing)
    assert (told.returncode, told.stderr) == (0, b"")


def test_a_queue_in_which_somebody_worked_is_left_alone(scanned: Scanned, run: Run, tmp_path: Path):
    queue = tmp_path / "queue.csv"
    queue.write_text("mine")
    told = run("scan", scanned.folder / "ada.png", "--event-date", "2026-11-20", "-o", queue, "--quiet")
    assert queue.read_text() == "mine"
    assert len(read_queue(tmp_path / "queue-2.csv")) == 1
    assert "queue-2.csv" in told.stderr


USAGE = {
    "there is no such folder": (["nowhere"], "nowhere"),
    "the folder is empty": (["empty"], "There are no photos in empty"),
    "the date is not known": (["photo.png"], "--event-date 2026-11-20"),
    "the date is none": (["photo.png", "--event-date", "Friday"], "'Friday' is no date"),
    "the reader is not known": (
        ["photo.png", "--event-date", "today", "--reader", "crystal"],
        "no reader called 'crystal'",
    ),
    "the reader is for tests": (
        ["photo.png", "--event-date", "today", "--reader", "replay"],
        "choose one of: rapidocr, tesseract.",
    ),
    "the country has another code": (["photo.png", "--country", "UK"], "--country GB"),
    "the country is none": (["photo.png", "--country", "Britain"], "like --country "),
    "the output's folder does not exist": (
        ["photo.png", "--event-date", "today", "-o", "none/queue.csv"],
        "does not exist",
    ),
    "the records' folder does not exist": (
        ["photo.png", "--event-date", "today", "--records", "none/cards.jsonl"],
        "does not exist",
    ),
    "queue and summary both want stdout": (["photo.png", "-o", "-", "--json"], "cannot both go to stdout"),
    "queue and records both want stdout": (
        ["photo.png", "-o", "-", "--records", "-"],
        "cannot both go to stdout",
    ),
    "records and summary both want stdout": (
        ["photo.png", "--records", "-", "--json"],
        "cannot both go to stdout",
    ),
    "queue and records want one file": (["photo.png", "-o", "a", "--records", "./a"], "the same file"),
    "there are no workers": (["photo.png", "--workers", "0"], "--workers"),
    "nothing is named": ([], "FOLDER_OR_PHOTOS"),
}


@pytest.mark.parametrize(("arguments", "sentence"), USAGE.values(), ids=USAGE.keys())
def test_wrong_use_exits_with_2_and_a_sentence(
    arguments: list[str], sentence: str, run: Run, draw: Callable[..., Path], tmp_path: Path
):
    draw(tmp_path / "photo.png", ("Ada Winter",))
    (tmp_path / "empty").mkdir()
    told = run("scan", *arguments, cwd=tmp_path)
    assert told.returncode == 2
    assert sentence in told.stderr
    assert "Traceback" not in told.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"photo.png", "empty"}
