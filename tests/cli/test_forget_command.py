from __future__ import annotations

import json
from datetime import UTC, date, datetime
from subprocess import DEVNULL
from typing import TYPE_CHECKING

import pytest
from pictures_of_cards import picture
from pseudo_terminal import at_terminal, needs_terminal

from cardscan.book.people import everybody
from cardscan.book.store import open_book
from cardscan.followup.record import Event
from cardscan.pipeline.book_keeper import BookKeeper
from cardscan.pipeline.rows import finds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from subprocess import CompletedProcess

    Run = Callable[..., CompletedProcess[str]]

AVERY = ("#Avery Winter", "Sales Manager", "Northwind Ltd", "avery@northwind.example", "M +44 7700 900101")
BLAKE = ("#Blake Hart", "Optician", "Sommer Optics", "blake@sommer.example", "M +44 7700 900102")
HOSTILE = ("#Casey\x1b]0;owned\x07 Stone", "Baker", "Rose Bakery", "casey@rose.example")


@pytest.fixture(autouse=True)
def _met(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A book with Avery, met long ago, and Blake, met just now."""
    monkeypatch.setenv("CARDSCAN_TODAY", "2026-11-22")
    keep(book, Event(name="Old fair", date=date(2024, 3, 1)), "avery.jpg", AVERY)
    keep(book, Event(name="New fair", date=date(2026, 11, 20)), "blake.jpg", BLAKE)


def keep(place: Path, event: Event, path: str, card: tuple[str, ...]) -> None:
    at = datetime.combine(event.date, datetime.min.time(), UTC)
    photo = picture(path, card)
    with open_book(place) as book:
        keeper = BookKeeper(book=book, read_by="by hand", now=at)
        keeper.take_event(event, [photo.photo], is_another=True)
        keeper.keep(photo)
        keeper.settle(event, finds([photo], event, at), [photo.photo])


def names(place: Path) -> list[str]:
    with open_book(place) as book, book.reading() as session:
        return sorted(one.full_name for one in everybody(session).values())


def test_forget_erases_and_says_what(run: Run, book: Path):
    done = run("forget", "Avery", "--yes")
    assert (done.returncode, done.stdout, names(book)) == (0, "", ["Blake Hart"])
    assert "Avery Winter, Northwind Ltd (met at Old fair, 2024-03-01) will be erased:" in done.stderr
    assert "These photos are yours to delete:\n  avery.jpg" in done.stderr
    assert "keyed hashes stay" in done.stderr


def test_without_a_terminal_and_without_yes_nothing_is_erased(run: Run, book: Path):
    done = run("forget", "Avery", stdin=DEVNULL)
    assert done.returncode == 2
    assert "no terminal to ask at" in done.stderr
    assert "--yes" in done.stderr
    assert names(book) == ["Avery Winter", "Blake Hart"]


@needs_terminal
@pytest.mark.parametrize(
    ("answer", "left"), [("y\n", ["Blake Hart"]), ("n\n", ["Avery Winter", "Blake Hart"])]
)
def test_forget_asks_at_a_terminal(book: Path, answer: str, left: list[str]):
    code, said = at_terminal(answer, "forget", "Avery")
    assert (code, names(book)) == (0, left)
    assert "Erase this for good?" in said


def test_somebody_unknown_is_a_sentence_and_nothing_is_erased(run: Run, book: Path):
    done = run("forget", "Nobody Atall", "--yes")
    assert (done.returncode, names(book)) == (2, ["Avery Winter", "Blake Hart"])
    assert "Nobody in the book fits Nobody Atall" in done.stderr


def test_a_name_does_not_drive_the_terminal(run: Run, book: Path):
    keep(book, Event(name="Third fair", date=date(2026, 11, 21)), "casey.jpg", HOSTILE)
    done = run("forget", "casey@rose.example", "--yes")
    assert done.returncode == 0
    assert "\x1b" not in done.stderr


def test_purge_lists_whom_and_changes_nothing_on_a_dry_run(run: Run, book: Path):
    done = run("purge", "--older-than", "2y", "--dry-run")
    assert (done.returncode, names(book)) == (0, ["Avery Winter", "Blake Hart"])
    assert "Avery Winter, Northwind Ltd" in done.stderr
    assert "Blake" not in done.stderr
    assert "People with whom nothing happened since 2024-11-22: 1." in done.stderr


def test_purge_erases_the_old_ones(run: Run, book: Path):
    assert run("purge", "--older-than", "2y", "--yes").returncode == 0
    assert names(book) == ["Blake Hart"]


@pytest.mark.parametrize("age", ["2", "soon", "9999y"])
def test_purge_refuses_a_time_that_is_none(run: Run, book: Path, age: str):
    done = run("purge", "--older-than", age, "--yes")
    assert (done.returncode, names(book)) == (2, ["Avery Winter", "Blake Hart"])


def test_purge_needs_yes_without_a_terminal(run: Run, book: Path):
    assert run("purge", "--older-than", "2y", stdin=DEVNULL).returncode == 2
    assert names(book) == ["Avery Winter", "Blake Hart"]


def test_export_person_prints_json(run: Run):
    done = run("export-person", "Avery")
    assert done.returncode == 0
    assert json.loads(done.stdout)["entries"][0]["full_name"] == "Avery Winter"


def test_export_person_writes_a_file(run: Run, tmp_path: Path):
    done = run("export-person", "Avery", "-o", tmp_path / "avery.json")
    assert (done.returncode, done.stdout) == (0, "")
    text = (tmp_path / "avery.json").read_text("utf-8")
    (seen,) = json.loads(text)["photos"][0]["seen"]
    assert seen == {"event": "Old fair", "path": "avery.jpg", "folder": ""}


def test_no_log_line_holds_the_name(book: Path, caplog: pytest.LogCaptureFixture):
    from cardscan.cli.forget import forget  # noqa: PLC0415 - after the book of the test is named

    caplog.set_level("INFO")
    forget("Avery", yes=True, book=str(book))
    assert names(book) == ["Blake Hart"]
    assert "avery" not in caplog.text.casefold()
