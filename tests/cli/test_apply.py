"""``cardscan apply``: what the command shows, asks, prints and leaves behind."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AT
from pseudo_terminal import at_terminal, needs_terminal

from cardscan.book.rows import rows_of
from cardscan.book.sheets import remember_queue
from cardscan.book.store import open_book
from cardscan.export import queue_bytes, write_queue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Typed

    from cardscan.followup.record import FollowUp


@pytest.fixture
def queue(book: Path, people: dict[str, str], tmp_path: Path) -> Path:
    """The queue of Avery, Blake and Casey, as a scan writes it."""
    path = tmp_path / "queue.csv"
    with open_book(book) as opened, opened.writing() as session:
        rows = tuple(rows_of(session, people.values()).values())
        write_queue(path, rows)
        remember_queue(session, path, rows, at=AT)
    return path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8-sig")


def rows(book: Path, people: dict[str, str]) -> dict[str, FollowUp]:
    with open_book(book) as opened, opened.reading() as session:
        found = rows_of(session, people.values())
    return {name: found[entry_id] for name, entry_id in people.items() if entry_id in found}


def test_what_changes_is_shown_and_applied(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    done = typed("apply", "queue.csv")
    assert (done.code, rows(book, people)["avery"].company) == (0, "Quayside Ltd")
    (line,) = (line for line in done.out.splitlines() if "company" in line)
    assert line.split()[:3] == ["2", "Avery", "Winter,"]
    assert "Northwind Ltd" in line
    assert "cells changed: 1, of people: 1, taken out: 0" in done.said


def test_who_applied_it_is_told_to_everybody_else(
    typed: Callable[..., Typed], queue: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.toml"
    monkeypatch.setenv("CARDSCAN_SETTINGS", str(settings))
    settings.write_text('[owner]\nname = "Ada Winter"\n', encoding="utf-8")
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    typed("apply", "queue.csv")
    changed = "company: Northwind Ltd -> Quayside Ltd"
    own = typed("who", "avery").out
    settings.write_text('[owner]\nname = "Ben Sommer"\n', encoding="utf-8")
    assert (changed in own, "(by" in own) == (True, False)
    assert f"{changed} (by Ada Winter)" in typed("who", "avery").out


def test_a_second_apply_has_nothing_to_change(typed: Callable[..., Typed], queue: Path) -> None:
    edit(queue, "open", "done")
    typed("apply", "queue.csv")
    assert "There is nothing to change." in typed("apply", "queue.csv").said


def test_a_dry_run_changes_nothing(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    assert "Quayside Ltd" in typed("apply", "queue.csv", "--dry-run").out
    assert rows(book, people)["avery"].company == "Northwind Ltd"
    assert typed("apply", "queue.csv", "--dry-run").code == 0


def test_what_is_refused_is_told_whole_and_nothing_is_changed(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    edit(queue, "blake@sommer.example", "blake at sommer")
    edit(queue, "open", "finished")
    refused = typed("apply", "queue.csv", "--yes")
    assert refused.code == 2
    told = [line.split(":")[0] for line in refused.said.splitlines() if line.startswith("row ")]
    assert told == ["row 2, status", "row 3, status", "row 3, email", "row 4, status"]
    assert rows(book, people)["avery"].company == "Northwind Ltd"


@pytest.mark.parametrize("name", ["gone.csv", "."])
def test_a_file_that_cannot_be_read_is_told(typed: Callable[..., Typed], name: str) -> None:
    refused = typed("apply", name)
    assert (refused.code, "cannot be read" in refused.said) == (2, True)


def test_json_says_all_that_changes(typed: Callable[..., Typed], queue: Path, people: dict[str, str]) -> None:
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    lines = [line for line in queue.read_text("utf-8-sig").splitlines() if people["casey"] not in line]
    queue.write_text("\n".join(lines))
    told = json.loads(typed("apply", "queue.csv", "--json", "--dry-run").out)
    assert [(one["row"], one["column"], one["after"]) for one in told["changes"]] == [
        (2, "company", "Quayside Ltd")
    ]
    assert told["taken_out"] == ["Casey Stone, Rose Bakery"]


def test_a_part_of_a_queue_is_told_loudly(
    typed: Callable[..., Typed], queue: Path, people: dict[str, str]
) -> None:
    header, *lines = queue.read_text("utf-8-sig").splitlines()
    queue.write_text("\n".join([header, *(line for line in lines if people["casey"] in line)]))
    assert "CAREFUL: 2 of 3 rows are missing" in typed("apply", "queue.csv", "--dry-run").said


def test_text_of_a_sheet_does_not_drive_the_terminal(typed: Callable[..., Typed], queue: Path) -> None:
    edit(queue, "Northwind Ltd", "North\u202ewind")
    edit(queue, "open", "\u202enepo")
    told = typed("apply", "queue.csv")
    assert "\u202e" not in told.out + told.said


def test_the_next_scan_may_write_over_a_sheet_that_was_applied(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    assert write_queue(queue, rows(book, people).values()).moved_aside
    typed("apply", "queue.csv")
    assert write_queue(queue, rows(book, people).values()).moved_aside is None


def test_a_part_of_a_queue_is_applied_unasked_by_nobody(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    header, first, *_ = queue.read_text("utf-8-sig").splitlines()
    queue.write_text(f"{header}\n{first}\n", "utf-8-sig")
    refused = typed("apply", "queue.csv")
    assert (refused.code, len(rows(book, people))) == (2, 3)
    assert "If it is right, add --yes" in refused.said
    assert typed("apply", "queue.csv", "--yes").code == 0
    assert len(rows(book, people)) == 1


def test_who_was_taken_out_is_named_and_can_be_restored(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    header, _, *others = queue.read_text("utf-8-sig").splitlines()
    queue.write_text("\n".join([header, *others]), "utf-8-sig")
    typed("apply", "queue.csv")
    told = typed("who", "avery")
    assert (told.code, "To bring them back: cardscan restore" in told.said) == (2, True)
    assert typed("restore", "avery").said.startswith("Avery Winter, Northwind Ltd: back in the queue. Next:")
    assert "avery" in rows(book, people)
    assert "is in the queue" in typed("restore", "avery").said


def test_a_file_with_what_was_not_taken_over_is_not_written_over(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    edit(queue, "Autumn fair,", "Winter fair,")
    assert "no scan will write over it" in typed("apply", "queue.csv").said
    assert write_queue(queue, rows(book, people).values()).moved_aside


def test_columns_of_a_persons_own_are_not_written_over(
    typed: Callable[..., Typed], queue: Path, book: Path, people: dict[str, str]
) -> None:
    header, *lines = queue.read_text("utf-8-sig").splitlines()
    queue.write_text("\n".join([f"{header},my remarks", *(f"{line},tall" for line in lines)]), "utf-8-sig")
    assert "my remarks" in typed("apply", "queue.csv").said
    assert write_queue(queue, rows(book, people).values()).moved_aside


@needs_terminal
@pytest.mark.parametrize(("answer", "company"), [("n\n", "Northwind Ltd"), ("y\n", "Quayside Ltd")])
def test_at_a_terminal_it_asks(
    queue: Path, book: Path, people: dict[str, str], answer: str, company: str
) -> None:
    edit(queue, "Northwind Ltd", "Quayside Ltd")
    code, said = at_terminal(answer, "apply", str(queue))
    assert (code, "Apply this?" in said) == (0, True)
    assert rows(book, people)["avery"].company == company


AS_UTF_8 = "--infilter=CSV:44,34,76,1,,0,false,true"
"""How LibreOffice reads a file of commas in UTF-8, and dates as dates."""


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_what_libreoffice_saves_is_no_change(
    typed: Callable[..., Typed], queue: Path, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "saved"
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    subprocess.run(
        ["soffice", home, "--headless", AS_UTF_8, "--convert-to", kind, "--outdir", str(folder), str(queue)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert "There is nothing to change." in typed("apply", str(folder / f"queue.{kind}")).said


def test_the_command_runs_in_a_process_of_its_own(queue: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cardscan", "apply", str(queue)],
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[-1] == "There is nothing to change."


def test_a_queue_of_nobody_in_the_book_is_refused(
    typed: Callable[..., Typed], book: Path, people: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "queue.csv").write_bytes(queue_bytes(rows(book, people).values()))
    refused = typed("apply", "queue.csv", "--book", str(tmp_path / "other.db"))
    assert refused.code == 2
    assert refused.said.count("is nobody in the book") == 3
