from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from cardscan.errors import RecordError
from cardscan.export import queue_bytes, read_queue, write_queue
from cardscan.followup.record import FollowUp

if TYPE_CHECKING:
    from pathlib import Path

HEADER = (
    "contact_id,event_date,event,follow_up_due,next_action,priority,status,full_name,first_name,last_name,"
    "job_title,department,company,email,other_emails,mobile_phone,work_phone,other_phones,fax,website,address,"
    "street,city,region,postal_code,country,social,notes,needs_review,review_reasons,confidence,photo,card,"
    "scanned_at"
)
ENTRY = FollowUp(
    contact_id="cabcdefghijk",
    event_date=date(2026, 11, 20),
    event="Harbour mixer",
    follow_up_due=date(2026, 11, 23),
    next_action="call",
    full_name="Jördis Hart",
    email="jo@quay.example",
    other_emails=("sales@quay.example", "info@quay.example"),
    work_phone=("+44 20 7946 0958",),
    address="12 Quay Street, Harbourton",
    needs_review=True,
    review_reasons=("Is this the name?",),
    confidence=0.5,
    photo=("day 1/a.jpg",),
    scanned_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)


def cells(data: bytes) -> dict[str, str]:
    return next(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def resaved(path: Path, *, delimiter: str = ",", encoding: str = "utf-8", **edits: str) -> Path:
    """The queue as a spreadsheet saves it, with ``edits`` in every row."""
    with io.StringIO(queue_bytes([ENTRY]).decode("utf-8-sig"), newline="") as text:
        rows = [{**row, **edits} for row in csv.DictReader(text)]
    with path.open("w", encoding=encoding, newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "queue.csv"


def test_file_starts_with_byte_order_mark_and_header() -> None:
    assert queue_bytes([]) == b"\xef\xbb\xbf" + HEADER.encode() + b"\r\n"


def test_row_stands_as_the_contract_says() -> None:
    assert queue_bytes([ENTRY]).decode("utf-8-sig").split("\r\n")[1] == (
        "cabcdefghijk,2026-11-20,Harbour mixer,2026-11-23,call,B,open,Jördis Hart,,,,,,jo@quay.example,"
        'sales@quay.example; info@quay.example,,+44 20 7946 0958,,,,"12 Quay Street, Harbourton",,,,,,,,yes,'
        "Is this the name?,0.50,day 1/a.jpg,1,2026-11-22T09:30:00+00:00"
    )


def test_every_line_ends_in_crlf() -> None:
    assert queue_bytes([ENTRY]).count(b"\n") == queue_bytes([ENTRY]).count(b"\r\n") == 2


@pytest.mark.parametrize("column", ["full_name", "company", "notes", "address", "event"])
def test_text_that_would_run_is_made_harmless(column: str) -> None:
    entry = replace(ENTRY, **{column: '=HYPERLINK("https://bad.example")'})
    assert cells(queue_bytes([entry]))[column] == """'=HYPERLINK("https://bad.example")"""


def test_unchecked_phone_with_a_plus_is_made_harmless() -> None:
    assert cells(queue_bytes([replace(ENTRY, fax=("+44 2O 7946",))]))["fax"] == "'+44 2O 7946"


def test_number_that_looks_like_a_phone_is_made_harmless_elsewhere() -> None:
    assert cells(queue_bytes([replace(ENTRY, notes="+44 20 7946 0958")]))["notes"] == "'+44 20 7946 0958"


def test_line_breaks_and_control_characters_do_not_reach_a_cell() -> None:
    assert cells(queue_bytes([replace(ENTRY, notes="call\r\nTue\x00\x07")]))["notes"] == "call Tue"


def test_what_is_written_is_read_back(path: Path) -> None:
    write_queue(path, [ENTRY, replace(ENTRY, card=2)])
    assert read_queue(path) == (ENTRY, replace(ENTRY, card=2))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_queue_saved_by_a_spreadsheet_is_read(path: Path, delimiter: str, encoding: str) -> None:
    assert read_queue(resaved(path, delimiter=delimiter, encoding=encoding)) == (ENTRY,)


def test_separator_line_of_excel_is_skipped(path: Path) -> None:
    resaved(path, delimiter=";")
    path.write_text("sep=;\n" + path.read_text("utf-8"), "utf-8")
    assert read_queue(path) == (ENTRY,)


def test_order_and_spelling_of_columns_do_not_matter(path: Path) -> None:
    path.write_text(
        "Scanned At,colour,CARD,next_action,Follow_up_due,event_date,contact_id\n"
        "2026-11-22T09:30:00+00:00,red,1,Call,2026-11-23,2026-11-20,cabcdefghijk,beyond\n"
    )
    assert read_queue(path) == (
        FollowUp(
            contact_id="cabcdefghijk",
            event_date=ENTRY.event_date,
            event="",
            follow_up_due=ENTRY.follow_up_due,
            next_action="call",
            scanned_at=ENTRY.scanned_at,
        ),
    )


def test_empty_rows_are_skipped(path: Path) -> None:
    resaved(path)
    path.write_text(path.read_text("utf-8") + ",,,,\n\n", "utf-8")
    assert read_queue(path) == (ENTRY,)


@pytest.mark.parametrize(("day", "due"), [("20/11/2026", "23/11/2026"), ("11/20/2026", "11/23/2026")])
def test_local_dates_are_read_in_the_order_they_prove(path: Path, day: str, due: str) -> None:
    assert read_queue(resaved(path, event_date=day, follow_up_due=due)) == (ENTRY,)


def test_one_date_proves_the_order_of_the_others(path: Path) -> None:
    got = read_queue(resaved(path, event_date="30/11/2026", follow_up_due="1/12/2026"))
    assert got[0].follow_up_due == date(2026, 12, 1)


def test_ambiguous_dates_are_refused(path: Path) -> None:
    with pytest.raises(RecordError, match="row 2, event_date: '3/4/2026' may be day/month or month/day"):
        read_queue(resaved(path, event_date="3/4/2026", follow_up_due="4/4/2026"))


def test_dates_in_two_orders_are_refused(path: Path) -> None:
    with pytest.raises(RecordError, match="some dates stand as day/month, others as month/day"):
        read_queue(resaved(path, event_date="20/11/2026", follow_up_due="11/23/2026"))


@pytest.mark.parametrize(("day_first", "day"), [(True, date(2026, 4, 3)), (False, date(2026, 3, 4))])
def test_ambiguous_dates_are_read_as_the_caller_says(path: Path, day_first: bool, day: date) -> None:
    got = read_queue(resaved(path, event_date="3/4/2026"), day_first=day_first)
    assert got[0].event_date == day


def test_decimal_comma_is_understood(path: Path) -> None:
    assert read_queue(resaved(path, delimiter=";", confidence="0,5"))[0].confidence == 0.5


@pytest.mark.parametrize(
    ("column", "cell", "sentence"),
    [
        ("next_action", "ring", "row 2, next_action: 'ring' is none of: call, email, note, meeting, connect"),
        ("status", "later", "row 2, status: 'later' is none of: open, done, skipped, snoozed"),
        ("needs_review", "perhaps", "row 2, needs_review: 'perhaps' is neither yes nor empty"),
        ("confidence", "1.5", "row 2, confidence: '1.5' is no number from 0 to 1"),
        ("confidence", "high", "row 2, confidence: 'high' is no number from 0 to 1"),
        ("confidence", "nan", "row 2, confidence: 'nan' is no number from 0 to 1"),
        ("card", "0", "row 2, card: '0' is no card number"),
        ("contact_id", "", "row 2, contact_id is missing"),
        ("event_date", "Friday", "row 2, event_date: 'Friday' is no date"),
    ],
)
def test_wrong_cell_is_refused_by_row_and_column(path: Path, column: str, cell: str, sentence: str) -> None:
    with pytest.raises(RecordError, match=sentence):
        read_queue(resaved(path, **{column: cell}))


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "this is no queue"),
        (b"colour,shape\nred,round\n", "this is no queue"),
        (b"contact_id,event\n\x81\x8d,x\n", "its letters cannot be read"),
        (b'contact_id,event\n"open,x\n', "its rows cannot be told apart"),
        (b"event,Event\nx,y\n", "the column event stands there twice"),
    ],
)
def test_file_that_is_no_queue_is_refused(path: Path, data: bytes, sentence: str) -> None:
    path.write_bytes(data)
    with pytest.raises(RecordError, match=sentence):
        read_queue(path)


def test_missing_file_is_refused(path: Path) -> None:
    with pytest.raises(RecordError, match="it cannot be read"):
        read_queue(path)


def test_queue_of_another_event_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    write_queue(path, [ENTRY])
    before = path.read_bytes()
    other = replace(ENTRY, contact_id="cotheraaaaaa", event="Winter fair", event_date=date(2026, 12, 4))
    written = write_queue(path, [other])
    assert (written.path.name, path.read_bytes()) == ("queue-2.csv", before)
    assert written.moved_aside is not None
    assert "holds the queue of another event" in written.moved_aside
    assert write_queue(path, [ENTRY]).path == path
    assert write_queue(path, [replace(ENTRY, event="Winter fair")], force=True).path == path


def test_paths_may_be_strings(tmp_path: Path) -> None:
    path = str(tmp_path / "queue.csv")
    write_queue(path, [ENTRY])
    assert read_queue(path) == (ENTRY,)
