"""Contacts beside those that a program has already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from people_to_hand_on import ADA, JOSE, TARO, USUAL, WISHES, person, written

from cardscan.export.crm import profile_names
from cardscan.export.existing import Change, There, compare, read_existing
from cardscan.export.existing.blank import blank_row
from cardscan.export.exporter import EXPORTERS
from cardscan.export.vcard import vcard_uid

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

PEOPLE = (ADA, TARO, JOSE)


def there(**values: Any) -> There:
    usual = {"full_name": "Ada Winter", "company": "Northwind Ltd", "email": "ada@northwind.example"}
    return There(place="row 2", row=blank_row(**usual | values))


@pytest.mark.parametrize("name", ["csv", "xlsx", "vcard", *profile_names()])
def test_what_was_handed_on_comes_back_the_same(tmp_path: Path, name: str) -> None:
    exporter = EXPORTERS.make(name)
    path = tmp_path / f"export{exporter.suffix}"
    path.write_bytes(written(exporter, PEOPLE, WISHES).files[""])
    found = compare(PEOPLE, read_existing(path))
    assert (found.new, found.unsure) == ((), ())
    # Not every program has a place for a second mailbox or a third phone.
    fields = {change.field for one in found.changed for change in one.changes}
    assert fields <= {"e-mail", "phone"}


def test_who_is_not_there_is_new() -> None:
    found = compare([ADA, TARO], [there(full_name="Bo Lark", email="bo@lark.example", company="Lark & Co")])
    assert (found.new, found.changed, found.same, found.unsure) == ((ADA, TARO), (), (), ())


def test_what_an_update_would_change_is_told_field_by_field() -> None:
    row = replace(ADA, other_emails=(), website=(), fax=(), department="", social=(), address="")
    theirs = there(job_title="Buyer", work_phone=("020 7946 0958",), mobile_phone=("+447700900123",))
    (changed,) = compare([row], [theirs]).changed
    assert changed.changes == (
        Change(field="job title", there="Buyer", here="Head of Sales"),
        Change(field="phone", there="", here="+44 7700 900124"),
        Change(field="address", there="", here="7 Foundry Approach, LS2 9YZ, Leeds"),
    )


def test_what_their_export_does_not_tell_of_is_no_change() -> None:
    theirs = replace(there(), knows=frozenset({"full_name", "email"}))
    row = replace(ADA, other_emails=())
    assert compare([row], [theirs]).same == (row,)


def test_what_only_they_have_is_no_change() -> None:
    row = person(email="ada@northwind.example")
    theirs = there(job_title="Buyer", work_phone=("+44 20 7946 0000",), city="York", website=("x.example",))
    assert compare([row], [theirs]).same == (row,)


@pytest.mark.parametrize(
    "theirs",
    [
        {"full_name": "WINTER, Ada"},
        {"company": "Northwind, Ltd."},
        {"email": "ADA@Northwind.example"},
    ],
)
def test_another_spelling_is_no_change(theirs: dict[str, Any]) -> None:
    assert len(compare([person(email="ada@northwind.example")], [there(**theirs)]).same) == 1


def test_our_own_id_finds_somebody_whatever_else_changed() -> None:
    renamed = There(place="row 9", row=blank_row(full_name="Ida Lark"), contact_id=ADA.contact_id)
    assert compare([ADA], [renamed]).changed[0].there is renamed
    by_card = There(place="card 1", row=blank_row(full_name="Ida"), uid=vcard_uid(ADA.contact_id))
    assert compare([ADA], [by_card]).changed[0].there is by_card


def test_a_shared_mailbox_makes_nobody_the_same() -> None:
    info = person(
        contact_id="cbobobobobob",
        full_name="Bo Lark",
        first_name="Bo",
        last_name="Lark",
        email="info@harbour.example",
    )
    theirs = there(full_name="Ida Frost", company="Harbour Office", email="info@harbour.example")
    found = compare([info], [theirs])
    assert (found.changed, found.same) == ((), ())


def test_whoever_may_be_there_has_to_be_looked_at() -> None:
    row = person(email="ada@northwind.example")
    (doubt,) = compare([row], [there(email="")]).unsure
    assert doubt.why.startswith("it may be Ada Winter (row 2), who is there already: the same name")
    twice = [there(), replace(there(), place="row 7")]
    (several,) = compare([row], twice).unsure
    assert several.why == "it fits several there: Ada Winter (row 2), Ada Winter (row 7)"


def test_each_contact_is_sorted_once() -> None:
    rows = [*USUAL, replace(ADA, event="Winter fair")]
    found = compare(rows, [there()])
    sorted_in = [
        *found.new,
        *(one.row for one in found.changed),
        *found.same,
        *(one.row for one in found.unsure),
    ]
    assert sorted(row.contact_id for row in sorted_in) == sorted(row.contact_id for row in USUAL)
