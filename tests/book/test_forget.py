from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from kept_scans import AT, AVERY, BLAKE, CASEY, FAIR, NORTHWIND_BACK, SHARER, keep_scan
from pictures_of_cards import picture
from sqlalchemy import func, select

from cardscan.book.backup import back_up, backups
from cardscan.book.corrections import correct
from cardscan.book.drafts import keep_draft
from cardscan.book.forgetting import forget as forgetting
from cardscan.book.forgetting.forget import forget
from cardscan.book.handing_on import HandedOn, keep_handed_on
from cardscan.book.merging import split
from cardscan.book.notes import add_note
from cardscan.book.people import find_person
from cardscan.book.rows import rows_of
from cardscan.book.store import open_book
from cardscan.book.tables import (
    ApartRow,
    EntryRow,
    ForgottenRow,
    MergeRow,
    PhotoRow,
    ReadingRow,
    SheetRow,
    ShownRow,
    SightingRow,
    Table,
    TouchRow,
)
from cardscan.export import write_queue
from cardscan.export.queue_columns import COLUMNS, to_cells
from cardscan.export.safe_file import write_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cardscan.book.forgetting.record import Erased
    from cardscan.book.store import Book

STAYING = {"events", "forgotten", "secrets", "sheets"}
"""Tables that are no person's."""

TRACES = tuple(
    text.encode(encoding)
    for text in ("Avery", "avery", "northwind", "900101", "900 101", "7700900101", "price list")
    for encoding in ("utf-8", "utf-16-le")
)


@pytest.fixture
def forget_avery(any_book: Book) -> Callable[[], Erased]:
    def run() -> Erased:
        with any_book.reading() as session:
            contact_id = find_person(session, "avery@northwind.example").contact_id
        return forget(any_book, [contact_id], at=AT)

    return run


def entry_of(book: Book, name: str) -> str:
    with book.reading() as session:
        return find_person(session, name).entry_id


def counts(book: Book) -> dict[str, int]:
    with book.reading() as session:
        return {
            name: session.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Table.metadata.tables.items()
        }


def work_on(book: Book, entry_id: str) -> None:
    """Leave a row in every table that can hold something of an entry."""
    with book.writing() as session:
        row = rows_of(session, [entry_id])[entry_id]
        correct(session, entry_id, {"city": "Winterford"}, before={"city": row.city}, source="sheet", at=AT)
        add_note(session, entry_id, "wants the price list", source="note", notes=row.notes, at=AT)
        session.add(TouchRow(entry_id=entry_id, at=AT, channel="call", note="", answered=False, counts=False))
        session.add(MergeRow(entry_id=entry_id, from_contact=entry_id, to_contact=entry_id, why="", at=AT))
        session.add(ApartRow(one=entry_id, other=entry_id))
        keep_handed_on(session, "google", [HandedOn(contact_id=entry_id)], at=AT)


def show(book: Book, path: Path, *names: str) -> None:
    """Write a queue file, and remember what it shows."""
    ids = [entry_of(book, name) for name in names]
    with book.writing() as session:
        rows = rows_of(session, ids)
        path = write_queue(path, rows.values()).path
        sheet = SheetRow(path=str(path), at=AT)
        session.add(sheet)
        session.flush()
        session.add_all(
            ShownRow(
                sheet_id=sheet.id,
                contact_id=row.contact_id,
                entry_id=entry_id,
                cells=dict(zip(COLUMNS, to_cells(row), strict=True)),
            )
            for entry_id, row in rows.items()
        )


def draft(book: Book, path: Path) -> Path:
    write_file(path, b"Dear Avery")
    with book.writing() as session:
        contact_id = find_person(session, "Avery").contact_id
        keep_draft(session, contact_id, path=path, message_id="<one@example.com>", at=AT)
    return path


def test_nothing_of_the_person_stays_in_any_table(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("a.jpg", AVERY))
    work_on(any_book, entry_of(any_book, "Avery"))
    draft(any_book, tmp_path / "avery.eml")
    show(any_book, tmp_path / "queue.csv", "Avery")
    assert [name for name, count in counts(any_book).items() if not count] == ["forgotten"]
    forget_avery()
    assert {name: count for name, count in counts(any_book).items() if name not in STAYING and count} == {}


def test_everybody_else_stays_as_they_were(any_book: Book, forget_avery: Callable[[], Erased]):
    keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE))
    blake = entry_of(any_book, "Blake")
    work_on(any_book, blake)
    before = counts(any_book)
    with any_book.reading() as session:
        row = rows_of(session, [blake])[blake]
    forget_avery()
    with any_book.reading() as session:
        assert rows_of(session, [blake]) == {blake: row}
    after = counts(any_book)
    assert (after["notes"], after["touches"]) == (before["notes"], before["touches"])


def test_of_a_photo_of_several_cards_the_others_stay_with_their_numbers(
    any_book: Book, forget_avery: Callable[[], Erased]
):
    photo = picture("three.jpg", AVERY, BLAKE, CASEY)
    before = {row.full_name: (row.contact_id, row.card) for row in keep_scan(any_book, photo).rows}
    forget_avery()
    with any_book.reading() as session:
        (readings,) = session.scalars(select(ReadingRow.readings))
    assert [reading["card"]["number"] for reading in readings] == [2, 3]
    again = keep_scan(any_book, photo)
    assert again.read == ()
    assert {row.full_name: (row.contact_id, row.card) for row in again.rows} == {
        name: before[name] for name in ("Blake Hart", "Casey Stone")
    }


def test_the_back_in_a_photo_of_its_own_is_erased_too(any_book: Book, forget_avery: Callable[[], Erased]):
    keep_scan(any_book, picture("a_front.jpg", AVERY), picture("a_back.jpg", NORTHWIND_BACK))
    assert counts(any_book)["photos"] == 2
    forget_avery()
    assert (counts(any_book)["photos"], counts(any_book)["readings"]) == (0, 0)


def test_a_photo_that_shows_somebody_at_another_event_stays(any_book: Book):
    photo = picture("a.jpg", AVERY)
    keep_scan(any_book, photo)
    avery = entry_of(any_book, "Avery")
    keep_scan(any_book, photo, event=replace(FAIR, name="Winter fair"))
    with any_book.writing() as session:
        split(session, session.get_one(EntryRow, avery).contact_id, at=AT)
    forget(any_book, [avery], at=AT)
    with any_book.reading() as session:
        assert len(session.scalars(select(ReadingRow)).one().readings) == 1
        assert session.scalars(select(EntryRow.full_name)).all() == ["Avery Winter"]


def test_entries_that_were_merged_or_are_gone_are_erased_with_the_contact(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE), picture("c.jpg", CASEY))
    avery, blake = entry_of(any_book, "Avery"), entry_of(any_book, "Blake")
    with any_book.writing() as session:
        entry = session.get_one(EntryRow, blake)
        entry.contact_id, entry.gone_at, entry.gone_by = avery, AT, "scan"
        session.add(MergeRow(entry_id=blake, from_contact=blake, to_contact=avery, why="", at=AT))
    forget(any_book, [avery], at=AT)
    with any_book.reading() as session:
        assert session.scalars(select(EntryRow.full_name)).all() == ["Casey Stone"]


def test_somebody_who_was_taken_out_of_the_sheet_can_be_found_to_be_forgotten(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY))
    with any_book.writing() as session:
        entry = session.get_one(EntryRow, entry_of(any_book, "Avery"))
        entry.gone_at, entry.gone_by = AT, "person"
    with any_book.reading() as session:
        assert find_person(session, "Avery", also_gone=True).full_name == "Avery Winter"


def test_the_bytes_of_the_book_its_log_and_its_backups_hold_nothing(tmp_path: Path):
    place = tmp_path / "home" / "book.db"
    with open_book(place) as book:
        keep_scan(book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE))
        work_on(book, entry_of(book, "Avery"))
        show(book, tmp_path / "queue.csv", "Avery", "Blake")
        back_up(place, at_once=True)
        files = [path for path in place.parent.rglob("*") if path.is_file()]
        assert any(TRACES[0] in path.read_bytes() for path in files if path.suffix == ".db")
        erased = forget(book, [entry_of(book, "Avery")], at=AT)
        there = {path: path.read_bytes() for path in place.parent.rglob("*") if path.is_file()}
    assert [path for path, data in there.items() for trace in TRACES if trace in data] == []
    assert any(path.parent.name == "book.db-backups" for path in erased.deleted)
    assert len(backups(place)) == 1
    assert b"Blake" in backups(place)[0].read_bytes()


def test_the_hashes_are_keyed_with_a_value_of_this_book(tmp_path: Path):
    found = []
    for name in ("one.db", "other.db"):
        with open_book(tmp_path / name) as book:
            keep_scan(book, picture("a.jpg", AVERY))
            erased = forget(book, [entry_of(book, "Avery")], at=AT)
            with book.reading() as session:
                found.append(set(session.scalars(select(ForgottenRow.hash))))
        assert erased.hashes == len(found[-1])
    assert all(re.fullmatch("[0-9a-f]{64}", one) for hashes in found for one in hashes)
    assert found[0].isdisjoint(found[1])


def test_a_draft_that_nobody_changed_is_deleted(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("a.jpg", AVERY))
    path = draft(any_book, tmp_path / "avery.eml")
    assert path in forget_avery().deleted
    assert list(tmp_path.glob("*avery*")) == []


def test_a_draft_that_somebody_changed_is_named(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("a.jpg", AVERY))
    path = draft(any_book, tmp_path / "avery.eml")
    path.write_text("Dear Avery, my own words")
    erased = forget_avery()
    assert path.read_text() == "Dear Avery, my own words"
    assert f"{path} is not as cardscan wrote it last: delete the draft yourself." in erased.to_do


def test_a_queue_file_is_written_again_without_the_row(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE))
    show(any_book, tmp_path / "queue.csv", "Avery", "Blake")
    show(any_book, tmp_path / "of-blake.csv", "Blake")
    untouched = (tmp_path / "of-blake.csv").read_bytes()
    assert forget_avery().rewritten == (tmp_path / "queue.csv",)
    assert (tmp_path / "queue.csv").read_bytes() == untouched == (tmp_path / "of-blake.csv").read_bytes()


def test_a_queue_file_in_which_somebody_worked_is_named_with_the_row(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("b.jpg", AVERY), picture("a.jpg", BLAKE))
    path = tmp_path / "queue.csv"
    show(any_book, path, "Blake", "Avery")
    path.write_bytes(path.read_bytes().replace(b"Optician", b"Painter"))
    before = path.read_bytes()
    erased = forget_avery()
    assert (path.read_bytes(), erased.rewritten) == (before, ())
    assert f"{path} is not as cardscan wrote it last: delete row 3 yourself." in erased.to_do


def test_a_queue_file_that_was_moved_is_named(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("a.jpg", AVERY))
    show(any_book, tmp_path / "queue.csv", "Avery")
    (tmp_path / "queue.csv").unlink()
    assert any("queue.csv is not there" in sentence for sentence in forget_avery().to_do)


def test_a_file_that_cannot_be_read_does_not_undo_what_was_erased(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path
):
    keep_scan(any_book, picture("a.jpg", AVERY))
    show(any_book, tmp_path / "queue.csv", "Avery")
    (tmp_path / "queue.csv").write_bytes(b"PK\x03\x04 another program's file")
    erased = forget_avery()
    assert any("queue.csv" in sentence and "may show them" in sentence for sentence in erased.to_do)
    assert counts(any_book)["entries"] == 0


def test_where_the_book_cannot_be_written_nothing_is_erased(
    any_book: Book, forget_avery: Callable[[], Erased], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    keep_scan(any_book, picture("a.jpg", AVERY))
    path = draft(any_book, tmp_path / "avery.eml")
    before = counts(any_book)
    erase = forgetting.erase

    def erase_and_fail(*arguments: object, **options: object) -> int:
        erase(*arguments, **options)
        raise TimeoutError

    monkeypatch.setattr(forgetting, "erase", erase_and_fail)
    with pytest.raises(TimeoutError):
        forget_avery()
    assert counts(any_book) == before
    assert path.exists()


def test_photos_are_named_and_others_with_the_same_mailbox_too(any_book: Book):
    keep_scan(any_book, picture("a.jpg", AVERY), picture("later.jpg", SHARER))
    with any_book.reading() as session:
        rows = {row.company: row.id for row in session.scalars(select(EntryRow))}
    assert len(rows) == 2
    erased = forget(any_book, [rows["Northwind Ltd"]], at=AT)
    assert erased.traces.photos == ("a.jpg",)
    assert erased.traces.alike == (f"Robin Frost, Kestrel Ltd ({rows['Kestrel Ltd']})",)


def test_a_server_keeps_backups_and_logs_of_its_own(new_database: str):
    with open_book(new_database) as book:
        keep_scan(book, picture("a.jpg", AVERY))
        erased = forget(book, [entry_of(book, "Avery")], at=AT)
    assert any("administrator" in sentence for sentence in erased.to_do)


def test_what_is_known_of_where_the_photo_lies_goes_too(any_book: Book, forget_avery: Callable[[], Erased]):
    keep_scan(any_book, picture("avery winter.jpg", AVERY))
    forget_avery()
    with any_book.reading() as session:
        assert session.scalars(select(SightingRow.path)).all() == []
        assert session.scalars(select(PhotoRow.content_hash)).all() == []
