"""``cardscan export``: which contacts it takes, what it writes and says."""

from __future__ import annotations

import base64
import csv
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from cardscan.book.corrections import correct
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book
from cardscan.export import read_queue, write_queue
from cardscan.export.exporter import EXPORTERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Typed


def column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [row[name] for row in csv.DictReader(file)]


def change(book: Path, entry_id: str, **values: object) -> None:
    with open_book(book) as opened, opened.writing() as session:
        row = rows_of(session, [entry_id])[entry_id]
        before = {name: getattr(row, name) for name in values}
        correct(session, entry_id, values, before=before, source="review", at=row.scanned_at)


@pytest.mark.usefixtures("people")
def test_the_book_goes_to_a_crm_with_its_follow_ups(typed: Callable[..., Typed], tmp_path: Path) -> None:
    done = typed("export", "--to", "hubspot", "-o", "for-hubspot.csv")
    assert (done.code, done.out) == (0, "")
    assert column(tmp_path / "for-hubspot.csv", "First Name") == ["Avery", "Blake", "Casey"]
    assert column(tmp_path / "for-hubspot-tasks.csv", "Due date") == ["2026-11-23"] * 3
    assert "3 contacts written." in done.said


def test_what_was_edited_in_a_queue_is_handed_on(
    typed: Callable[..., Typed], people: dict[str, str], book: Path, tmp_path: Path
) -> None:
    with open_book(book) as opened, opened.reading() as session:
        write_queue(tmp_path / "queue.csv", rows_of(session, people.values()).values())
    text = (tmp_path / "queue.csv").read_text("utf-8-sig")
    (tmp_path / "queue.csv").write_text(text.replace("Northwind Ltd", "Quayside Ltd"), "utf-8-sig")
    typed("export", "queue.csv", "--to", "google")
    assert column(tmp_path / "google.csv", "Organization Name")[0] == "Quayside Ltd"


def test_who_needs_a_look_is_left_out_until_asked_for(
    typed: Callable[..., Typed], people: dict[str, str], book: Path, tmp_path: Path
) -> None:
    change(book, people["blake"], needs_review=True)
    done = typed("export", "--to", "csv", "-o", "out.csv")
    assert "1 contact left out, to be looked at first; empty needs_review in the queue" in done.said
    assert [row.first_name for row in read_queue(tmp_path / "out.csv")] == ["Avery", "Casey"]
    typed("export", "--to", "csv", "-o", "out.csv", "--all")
    assert len(read_queue(tmp_path / "out.csv")) == 3


def test_who_would_be_refused_goes_to_a_file_of_their_own(
    typed: Callable[..., Typed], people: dict[str, str], book: Path, tmp_path: Path
) -> None:
    change(book, people["casey"], company="")
    change(book, people["avery"], company='=HYPERLINK("http://x","y")')
    done = typed("export", "--to", "salesforce", "-o", "leads.csv")
    assert column(tmp_path / "leads.csv", "Last Name") == ["Hart"]
    assert column(tmp_path / "leads-needs-fixing.csv", "full_name") == ["Avery Winter", "Casey Stone"]
    assert "Casey Stone: Salesforce requires Company." in done.said
    assert "Company begins with '=', which a spreadsheet would run" in done.said
    assert "2 contacts to put right first: leads-needs-fixing.csv" in done.said


@pytest.mark.usefixtures("people")
def test_only_what_is_due_or_of_an_event_is_taken(
    typed: Callable[..., Typed], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("snooze", "avery", "in 10 days")
    typed("export", "--to", "jsonl", "--due")
    assert len((tmp_path / "jsonl.jsonl").read_text().splitlines()) == 2
    monkeypatch.setenv("CARDSCAN_TODAY", "2026-11-21")
    assert "There is nobody to export." in typed("export", "--to", "csv", "--due").said
    assert typed("export", "--to", "csv", "--event", "spring").code == 2


@pytest.mark.usefixtures("people")
def test_a_program_that_the_user_describes(typed: Callable[..., Typed], tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('[contacts]\n"Wer" = "full_name"\n')
    assert typed("export", "--profile", "mine.toml").code == 0
    assert column(tmp_path / "mine.csv", "Wer") == ["Avery Winter", "Blake Hart", "Casey Stone"]
    (tmp_path / "mine.toml").write_text('[contacts]\n"Wer" = "fullname"\n')
    refused = typed("export", "--profile", "mine.toml")
    assert (refused.code, "line 2: there is no 'fullname'" in refused.said) == (2, True)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "For which program? Type --to with one of: creme, csv, dynamics, espocrm"),
        (("--to", "csv", "--profile", "x.toml"), "type one of the two"),
        (("--to", "hubsport"), "There is no export called 'hubsport'; choose one of: creme, csv"),
        (("nothing.csv", "--to", "csv"), "nothing.csv"),
        (("--to", "csv", "-o", "no/such/folder.csv"), "does not exist"),
    ],
)
@pytest.mark.usefixtures("people")
def test_wrong_use_is_a_sentence(typed: Callable[..., Typed], words: tuple[str, ...], told: str) -> None:
    done = typed("export", *words)
    assert (done.code, told in done.said) == (2, True)


@pytest.mark.usefixtures("people")
def test_a_file_in_which_somebody_worked_is_left_alone(typed: Callable[..., Typed], tmp_path: Path) -> None:
    typed("export", "--to", "csv", "-o", "out.csv")
    (tmp_path / "out.csv").write_text("mine")
    done = typed("export", "--to", "csv", "-o", "out.csv")
    assert ((tmp_path / "out.csv").read_text(), "out-2.csv" in done.said) == ("mine", True)


@pytest.mark.usefixtures("people")
def test_only_new_leaves_out_whom_that_program_has(typed: Callable[..., Typed], tmp_path: Path) -> None:
    typed("snooze", "avery", "in 10 days")
    typed("export", "--to", "google", "--due")
    again = typed("export", "--to", "google", "--only-new", "-o", "again.csv")
    assert column(tmp_path / "again.csv", "First Name") == ["Avery"]
    assert "2 contacts left out, handed on before as they are." in again.said
    third = typed("export", "--to", "google", "--only-new", "-o", "third.csv")
    assert ("3 contacts left out" in third.said, (tmp_path / "third.csv").exists()) == (True, False)
    assert "3 contacts written." in typed("export", "--to", "outlook", "--only-new").said


@pytest.mark.usefixtures("people")
def test_who_was_refused_was_not_handed_on(
    typed: Callable[..., Typed], people: dict[str, str], book: Path
) -> None:
    change(book, people["casey"], company="")
    typed("export", "--to", "salesforce")
    change(book, people["casey"], company="Tidewater GmbH")
    assert "1 contact written." in typed("export", "--to", "salesforce", "--only-new").said


@pytest.mark.usefixtures("people")
def test_what_was_to_be_fixed_is_gone_once_nothing_is(
    typed: Callable[..., Typed], people: dict[str, str], book: Path, tmp_path: Path
) -> None:
    change(book, people["casey"], company="")
    typed("export", "--to", "salesforce")
    assert (tmp_path / "salesforce-needs-fixing.csv").exists()
    change(book, people["casey"], company="Tidewater GmbH")
    typed("export", "--to", "salesforce")
    assert not (tmp_path / "salesforce-needs-fixing.csv").exists()


@pytest.mark.usefixtures("people")
def test_an_edited_export_comes_back_though_the_book_went_on(
    typed: Callable[..., Typed], tmp_path: Path
) -> None:
    typed("export", "--to", "csv", "-o", "out.csv")
    typed("export", "--to", "xlsx", "-o", "out.xlsx")
    typed("log", "avery", "call", "left a message")
    assert "There is nothing to change." in typed("apply", "out.xlsx").said
    text = (tmp_path / "out.csv").read_text("utf-8-sig")
    (tmp_path / "out.csv").write_text(text.replace("Northwind Ltd", "Quayside Ltd"), "utf-8-sig")
    assert "cells changed: 1, of people: 1" in typed("apply", "out.csv", "--dry-run").said


@pytest.mark.usefixtures("people")
def test_vcards_and_calendars_are_as_the_user_wants_them(typed: Callable[..., Typed], tmp_path: Path) -> None:
    typed("export", "--to", "vcard", "--vcard-version", "4.0", "--no-fold", "-o", "people.vcf")
    assert (tmp_path / "people.vcf").read_bytes().count(b"VERSION:4.0\r\n") == 3
    typed("export", "--to", "ics", "--todo", "-o", "steps.ics")
    assert (tmp_path / "steps.ics").read_bytes().count(b"BEGIN:VTODO") == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--to", "google", "--todo"), "--todo means nothing to google; it is for --to ics."),
        (("--to", "ics", "--vcard-version", "4.0"), "--vcard-version means nothing to ics"),
        (("--to", "xlsx", "--photos", "."), "--photos is for --pictures; type both."),
        (("--to", "xlsx", "--pictures", "--photos", "no"), "There is no folder no."),
        (("--to", "google", "-o", "-"), "goes to no stream. Type a file"),
        (
            ("--to", "google", "-o", "x.vcf"),
            "google writes .csv, and x.vcf promises something else. Type -o x.csv",
        ),
        (("--to", "csv", "--pictures"), "--pictures means nothing to csv; it is for --to vcard or xlsx."),
    ],
)
@pytest.mark.usefixtures("people")
def test_an_option_that_a_program_does_not_know_is_told(
    typed: Callable[..., Typed], words: tuple[str, ...], told: str
) -> None:
    done = typed("export", *words)
    assert (done.code, told in done.said) == (2, True)


def test_pictures_come_from_the_folder_that_was_scanned(
    typed: Callable[..., Typed], draw: Callable[[Path, tuple[str, ...]], Path], tmp_path: Path
) -> None:
    draw(tmp_path / "photos" / "ada.png", ("Ada Winter", "Northwind Ltd", "ada@northwind.example"))
    typed("scan", "photos", "--event", "Fair", "--event-date", "2026-11-20", "--workers", "1")
    done = typed("export", "--to", "vcard", "--all", "--pictures", "--no-fold", "-o", "ada.vcf")
    photo = (tmp_path / "ada.vcf").read_text().partition("PHOTO;ENCODING=b;TYPE=JPEG:")[2].partition("\n")[0]
    with Image.open(BytesIO(base64.b64decode(photo))) as picture:
        assert (picture.format, max(picture.size), dict(picture.getexif())) == ("JPEG", 320, {})
    assert "without a picture" not in done.said
    (tmp_path / "photos" / "ada.png").unlink()
    gone = typed("export", "--to", "xlsx", "--all", "--pictures")
    assert (gone.code, "1 contact without a picture; --photos FOLDER says" in gone.said) == (0, True)
    assert "ada.png: it is not in the folder any more." in gone.said


def test_pictures_are_found_from_any_folder(
    typed: Callable[..., Typed],
    draw: Callable[[Path, tuple[str, ...]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draw(tmp_path / "photos" / "ada.png", ("Ada Winter", "Northwind Ltd", "ada@northwind.example"))
    typed("scan", "photos", "--event", "Fair", "--event-date", "2026-11-20", "--workers", "1")
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    done = typed("export", "--to", "vcard", "--all", "--pictures", "--no-fold", "-o", "ada.vcf")
    assert (done.code, "without a picture" in done.said) == (0, False)
    assert "PHOTO;ENCODING=b;TYPE=JPEG:" in (tmp_path / "elsewhere" / "ada.vcf").read_text()


@pytest.mark.usefixtures("people")
def test_beside_what_the_program_has_only_what_is_new_goes(
    typed: Callable[..., Typed], tmp_path: Path
) -> None:
    (tmp_path / "there.csv").write_text(
        "First Name,Last Name,Email,Job Title,Company\n"
        "Avery,Winter,avery@northwind.example,Sales Manager,Northwind Ltd\n"
        "Blake,Hart,blake@sommer.example,=Owner,Sommer Optics\n"
        "Bo,Lark,bo@lark.example,,\n"
    )
    done = typed("export", "--to", "google", "--existing", "there.csv", "-o", "people.csv")
    assert column(tmp_path / "people.csv", "First Name") == ["Casey"]
    assert column(tmp_path / "people-update.csv", "First Name") == ["Blake"]
    assert "Blake Hart, Sommer Optics (row 3): job title =Owner → Optician" in done.said
    assert column(tmp_path / "people-changes.csv", "there") == ["'=Owner"]
    assert "1  there as they are here, and left out" in done.said
    assert (
        "3 contacts left out, handed on before as they are."
        in typed("export", "--to", "google", "--only-new").said
    )


@pytest.mark.usefixtures("people")
def test_whoever_may_be_there_goes_to_those_to_be_looked_at(
    typed: Callable[..., Typed], tmp_path: Path
) -> None:
    (tmp_path / "there.csv").write_text("Name,Company,Email\nAvery Winter,Northwind Ltd,\n")
    done = typed("export", "--to", "google", "--existing", "there.csv", "-o", "people.csv")
    assert column(tmp_path / "people-needs-fixing.csv", "full_name") == ["Avery Winter"]
    assert "Avery Winter, Northwind Ltd: it may be Avery Winter (row 2), who is there already" in done.said
    assert column(tmp_path / "people.csv", "First Name") == ["Blake", "Casey"]


@pytest.mark.usefixtures("people")
def test_an_export_that_is_none_is_a_sentence(typed: Callable[..., Typed], tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("Colour\nred\n")
    done = typed("export", "--to", "google", "--existing", "there.csv")
    assert (done.code, "none of its columns is known" in done.said) == (2, True)
    assert not (tmp_path / "google.csv").exists()


@pytest.mark.parametrize("name", EXPORTERS.names())
@pytest.mark.usefixtures("people")
def test_what_a_hostile_card_says_goes_nowhere_unsaid(
    typed: Callable[..., Typed], people: dict[str, str], book: Path, tmp_path: Path, name: str
) -> None:
    formula = '=HYPERLINK("http://x","y")'
    change(book, people["avery"], company=formula)
    change(book, people["blake"], full_name="@SUM(1)", first_name="", last_name="@SUM(1)")
    change(book, people["casey"], notes="-2+3")
    done = typed("export", "--to", name, "-o", "out.x")
    written = (tmp_path / "out.x").read_bytes()
    if name == "csv":
        assert "4 cells got a leading ' so that no spreadsheet runs what a card says." in done.said
        assert b"\"'=HYPERLINK" in written
    elif name in ("jsonl", "vcard", "ics"):
        assert b"=HYPERLINK(" in written.replace(b"\r\n ", b"")  # nothing runs these
    elif name == "xlsx":
        assert next(row.company for row in read_queue(tmp_path / "out.x")) == formula
    else:
        assert "begins with '@', which a spreadsheet would run" in done.said
    assert b"'=" not in written.replace(b"\"'=HYPERLINK", b"")


@pytest.mark.usefixtures("people")
def test_beside_what_the_program_has_nobody_loses_a_follow_up(
    typed: Callable[..., Typed], tmp_path: Path
) -> None:
    typed("export", "--to", "csv", "-o", "met.csv")
    first = read_queue(tmp_path / "met.csv")[0]
    write_queue(tmp_path / "queue.csv", [first, replace(first, event="Winter fair", next_action="meeting")])
    (tmp_path / "there.csv").write_text("Name,Email\nBo Lark,bo@lark.example\n")
    typed("export", "queue.csv", "--to", "hubspot", "--existing", "there.csv")
    assert column(tmp_path / "hubspot-tasks.csv", "Task Type") == ["CALL", "TODO"]


@pytest.mark.usefixtures("people")
def test_what_changed_since_is_new_and_makes_no_second_task_of_the_same(
    typed: Callable[..., Typed], people: dict[str, str], book: Path, tmp_path: Path
) -> None:
    typed("export", "--to", "HubSpot", "-o", "first.csv")
    change(book, people["avery"], job_title="Head of Sales")
    typed("note", "blake", "send the catalogue on Friday")
    done = typed("export", "--to", "hubspot", "--only-new", "-o", "second.csv")
    assert column(tmp_path / "second.csv", "First Name") == ["Avery", "Blake"]
    assert column(tmp_path / "second-tasks.csv", "Task Title") == ["E-mail Blake Hart, Sommer Optics"]
    assert "1 contact left out, handed on before as they are." in done.said
    assert "hand on the new ones alone, with --only-new" in done.said


@pytest.mark.usefixtures("people")
def test_a_follow_up_that_is_over_is_taken_off_the_calendar_that_had_it(
    typed: Callable[..., Typed], tmp_path: Path
) -> None:
    typed("skip", "casey", "moved away")
    typed("export", "--to", "ics")
    assert (tmp_path / "ics.ics").read_bytes().count(b"BEGIN:VEVENT") == 2
    typed("skip", "blake", "not interested")
    typed("export", "--to", "ics")
    assert (tmp_path / "ics.ics").read_bytes().count(b"STATUS:CANCELLED") == 1


@pytest.mark.parametrize(("unsure", "name"), [("new", "people.csv"), ("update", "people-update.csv")])
@pytest.mark.usefixtures("people")
def test_whoever_may_be_there_is_taken_as_the_user_says(
    typed: Callable[..., Typed], tmp_path: Path, unsure: str, name: str
) -> None:
    (tmp_path / "there.csv").write_text("Name,Company,Email\nAvery Winter,Northwind Ltd,\n")
    words = ("export", "--to", "google", "--existing", "there.csv", "-o", "people.csv")
    assert (
        "If they are there, add --unsure update; if they are others, add --unsure new." in typed(*words).said
    )
    typed(*words, "--unsure", unsure)
    assert "Avery" in column(tmp_path / name, "First Name")
    assert not (tmp_path / "people-needs-fixing.csv").exists()


@pytest.mark.usefixtures("people")
def test_a_queue_is_not_written_over_by_another_form_or_by_a_part_of_it(
    typed: Callable[..., Typed], tmp_path: Path
) -> None:
    typed("export", "--to", "csv", "-o", "queue.csv")
    whole = (tmp_path / "queue.csv").read_bytes()
    assert "would be written over" in typed("export", "--to", "hubspot", "-o", "queue.csv").said
    assert "would be written over" in typed("export", "queue.csv", "--to", "csv", "-o", "queue.csv").said
    typed("snooze", "avery", "in 10 days")
    part = typed("export", "--to", "csv", "--due", "-o", "queue.csv")
    assert "holds contacts that this export leaves out, so it was left alone" in part.said
    assert (tmp_path / "queue.csv").read_bytes() == whole
