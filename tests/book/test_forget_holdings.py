from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from kept_scans import AT, AVERY, BLAKE, keep_scan
from pictures_of_cards import picture
from sqlalchemy import inspect, select

from cardscan.book.corrections import correct
from cardscan.book.forgetting.holdings import holdings
from cardscan.book.notes import add_note
from cardscan.book.people import find_person
from cardscan.book.tables import (
    ApartRow,
    DraftRow,
    HandedOnRow,
    MergeRow,
    SheetRow,
    ShownRow,
    Table,
    TouchRow,
)

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from cardscan.book.store import Book

HANGING = sorted(
    (
        mapper.class_
        for mapper in Table.registry.mappers
        if any(key.column.table.name == "entries" for key in mapper.class_.__table__.foreign_keys)
    ),
    key=lambda table: table.__tablename__,
)
"""Every table with a key to an entry."""


def fill(session: Session, entry_id: str, other_id: str) -> None:
    """Leave a row of an entry in every table, each text in it told from all others."""
    correct(session, entry_id, {"city": "Winterford"}, before={"city": "Wintford"}, source="sheet", at=AT)
    add_note(session, entry_id, "wants the price list", source="note", notes="", at=AT)
    touch = TouchRow(entry_id=entry_id, at=AT, channel="call", note="spoke", answered=True, counts=True)
    merge = MergeRow(entry_id=entry_id, from_contact="caaa", to_contact="cbbb", why="one name", at=AT)
    draft = DraftRow(entry_id=entry_id, path="/home/x/avery.eml", message_id="<1@example.com>", at=AT)
    sheet = SheetRow(path="/home/x/queue.csv", at=AT)
    handed = HandedOnRow(entry_id=entry_id, target="google", item="uid-1", digest="d1", etag="e1", at=AT)
    session.add_all([touch, merge, draft, sheet, handed, ApartRow(one=entry_id, other=other_id)])
    session.flush()
    cells = {"city": "as in the sheet"}
    session.add(ShownRow(sheet_id=sheet.id, contact_id="cccc", entry_id=entry_id, cells=cells))


@pytest.fixture
def held(any_book: Book) -> dict[str, Any]:
    keep_scan(any_book, picture("a.jpg", AVERY), picture("b.jpg", BLAKE))
    with any_book.writing() as session:
        avery, blake = (find_person(session, name) for name in ("Avery", "Blake"))
        fill(session, avery.entry_id, blake.entry_id)
    with any_book.reading() as session:
        return holdings(session, avery.contact_id)


def values(data: Any) -> list[Any]:
    """Every JSON value below a value."""
    if isinstance(data, dict):
        return [data, *(inner for value in data.values() for inner in values(value))]
    return [data, *(inner for value in data for inner in values(value))] if isinstance(data, list) else [data]


@pytest.mark.parametrize("table", HANGING, ids=lambda table: table.__tablename__)
def test_every_column_of_every_table_that_hangs_on_an_entry_is_there(
    table: type[Table], held: dict[str, Any], any_book: Book
):
    with any_book.reading() as session:
        entry_id = find_person(session, "Avery").entry_id
        (key,) = {
            column.name
            for column in table.__table__.columns
            if column.name != "other"
            for foreign in column.foreign_keys
            if foreign.column.table.name == "entries"
        }
        rows = session.scalars(select(table).where(getattr(table, key) == entry_id)).all()
        assert rows
        for row in rows:
            kept = {column.key: getattr(row, column.key) for column in inspect(row).mapper.column_attrs}
            plain = {
                name: value.isoformat() if isinstance(value, date | datetime) else value
                for name, value in kept.items()
            }
            assert any(plain.items() <= one.items() for one in values(held) if isinstance(one, dict))


def test_the_row_of_the_queue_stands_there_as_it_is_now(held: dict[str, Any]):
    (entry,) = held["entries"]
    assert (entry["queue_row"]["full_name"], entry["queue_row"]["city"]) == ("Avery Winter", "Winterford")
    assert entry["event"]["name"] == "Autumn fair"


def test_fields_have_the_text_as_read_their_confidence_and_their_issues(held: dict[str, Any]):
    (entry,) = held["entries"]
    (mail,) = [field for field in entry["contact"]["fields"] if field["kind"] == "email"]
    assert mail["raw"] == "avery@northwind.example"
    assert {"confidence", "issues", "lines"} <= mail.keys()


def test_the_photos_and_what_was_read_on_them_are_there(held: dict[str, Any]):
    (photo,) = held["photos"]
    assert photo["content_hash"] == picture("a.jpg", AVERY).photo.content_hash
    assert photo["seen"] == [{"event": "Autumn fair", "path": "a.jpg", "folder": ""}]
    assert "Avery Winter" in json.dumps(photo["readings"])


def test_nothing_of_others_is_there(any_book: Book):
    keep_scan(any_book, picture("both.jpg", AVERY, BLAKE))
    with any_book.reading() as session:
        text = json.dumps(holdings(session, find_person(session, "Avery").contact_id))
    assert "avery@northwind.example" in text
    assert "blake" not in text.casefold()


def test_it_can_be_written_as_json(held: dict[str, Any]):
    assert json.loads(json.dumps(held)) == held
