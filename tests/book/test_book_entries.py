"""What scans found, kept from one scan to the next."""

from __future__ import annotations

import pytest
from finds_made_up import (
    AT,
    AVERY,
    AVERY_PRINTED,
    BLAKE,
    CASEY,
    FAIR,
    MONDAY,
    SPRING,
    USUAL,
    find,
    keep,
    rows,
)
from hypothesis import given
from hypothesis import strategies as st

from cardscan.book.corrections import correct
from cardscan.book.history import history
from cardscan.book.plain import from_plain, to_plain
from cardscan.book.tables import EntryRow
from cardscan.book.touching import keep_note, keep_touch, the_entry
from cardscan.followup.record import Touch

TWO = (find(AVERY, "avery.jpg"), find(BLAKE, "blake.jpg"))
CALL = Touch(at=AT, channel="call", note="left a message")


def scan(book, *found, **options):
    with book.writing() as session:
        return keep(session, *found, **options)


def put_right(book, entry_id, **values):
    """Correct an entry, as a person does in the sheet."""
    (now,) = rows(book, entry_id)
    with book.writing() as session:
        before = {column: getattr(now, column) for column in values}
        correct(session, entry_id, values, before=before, source="sheet", at=AT)


def call(book, entry_id):
    with book.writing() as session:
        keep_touch(session, entry_id, CALL, today=MONDAY, settings=USUAL)


def note(book, entry_id, text):
    with book.writing() as session:
        keep_note(session, entry_id, text, source="note", today=MONDAY, now=AT, settings=USUAL)


def take_out(book, entry_id):
    """Take an entry out of the queue, as a person does in the sheet."""
    with book.writing() as session:
        entry = session.get_one(EntryRow, entry_id)
        entry.gone_at, entry.gone_by = AT, "person"


def test_the_rows_are_those_that_were_found_in_their_order(any_book):
    ids = scan(any_book, *TWO)
    assert rows(any_book, *ids) == [one.row for one in TWO]


def test_a_second_scan_changes_nothing(any_book):
    ids = scan(any_book, *TWO)
    before = rows(any_book, *ids)
    assert scan(any_book, *TWO) == ids
    assert rows(any_book, *ids) == before


def test_a_row_says_when_it_was_first_scanned(any_book):
    (ids,) = scan(any_book, find(AVERY))
    later = find(AVERY)
    with any_book.writing() as session:
        keep(session, later)
    assert rows(any_book, ids)[0].scanned_at == AT


def test_what_a_better_program_finds_takes_the_place_of_what_was_found(any_book):
    (avery,) = scan(any_book, find(AVERY_PRINTED))
    scan(any_book, find(AVERY))
    assert rows(any_book, avery)[0].mobile_phone == ("+44 7700 900101",)


def test_a_correction_survives_a_scan(any_book):
    (avery,) = scan(any_book, find(AVERY))
    put_right(any_book, avery, company="Northwind Tools", mobile_phone=("+44 7700 900199",))
    scan(any_book, find(AVERY))
    (row,) = rows(any_book, avery)
    assert (row.company, row.mobile_phone) == ("Northwind Tools", ("+44 7700 900199",))


def test_of_two_corrections_the_later_counts(any_book):
    (avery,) = scan(any_book, find(AVERY))
    put_right(any_book, avery, company="Northwind Tools")
    put_right(any_book, avery, company="")
    assert rows(any_book, avery)[0].company == ""


def test_a_correction_to_what_stands_there_is_none(any_book):
    (avery,) = scan(any_book, find(AVERY))
    put_right(any_book, avery, company="Northwind Ltd")
    scan(any_book, find(("#Avery Winter", "Sales Manager", "Kestrel Ltd", "avery@northwind.example")))
    assert rows(any_book, avery)[0].company == "Kestrel Ltd"


def test_where_another_picture_stands_for_the_card_the_entry_stays(any_book):
    (avery,) = scan(any_book, find(AVERY, "back.jpg", also_on=["front.jpg"]))
    put_right(any_book, avery, company="Northwind Tools")
    assert scan(any_book, find(AVERY, "front.jpg", also_on=["back.jpg"])) == (avery,)
    assert rows(any_book, avery)[0].company == "Northwind Tools"


def test_two_cards_that_were_taken_for_one_become_two_entries(any_book):
    (avery,) = scan(any_book, find(AVERY, "one.jpg", also_on=["other.jpg"]))
    ids = scan(any_book, find(AVERY, "one.jpg"), find(BLAKE, "other.jpg"))
    assert (ids[0], len(set(ids))) == (avery, 2)


def test_two_pictures_that_turn_out_to_be_one_card_become_one_entry_with_both_histories(any_book):
    first, second = scan(any_book, find(AVERY, "front.jpg"), find(AVERY_PRINTED, "back.jpg"))
    call(any_book, second)
    assert scan(any_book, find(AVERY, "front.jpg", also_on=["back.jpg"])) == (first,)
    assert rows(any_book, second) == []
    with any_book.reading() as session:
        assert [one.text for one in history(session, first, AT.tzinfo) if one.what == "call"] == [CALL.note]


@pytest.mark.parametrize("worked_on", [0, 1])
def test_work_on_either_of_two_pictures_stands_when_they_turn_out_to_be_one_card(any_book, worked_on):
    ids = scan(any_book, find(AVERY, "front.jpg"), find(AVERY_PRINTED, "back.jpg"))
    put_right(any_book, ids[worked_on], job_title="Chief Technology Officer")
    note(any_book, ids[worked_on], "wants the price list")
    call(any_book, ids[worked_on])
    (before,) = rows(any_book, ids[worked_on])
    scan(any_book, find(AVERY, "front.jpg", also_on=["back.jpg"]))
    (after,) = rows(any_book, ids[0])
    assert (after.job_title, after.notes) == ("Chief Technology Officer", "wants the price list")
    assert (after.next_action, after.follow_up_due) == (before.next_action, before.follow_up_due)
    with any_book.reading() as session:
        entry = the_entry(session, ids[0], MONDAY)
    assert ([one.note for one in entry.touches], entry.notes) == ([CALL.note], ("wants the price list",))


def test_who_is_no_longer_found_on_any_photo_is_gone(any_book):
    avery, blake = scan(any_book, *TWO)
    scan(any_book, TWO[0], photos=["avery.jpg", "blake.jpg"])
    assert [row.contact_id for row in rows(any_book, avery, blake)] == [avery]


def test_who_is_on_a_photo_that_was_not_scanned_stays(any_book):
    avery, blake = scan(any_book, *TWO)
    scan(any_book, TWO[0], photos=["avery.jpg"])
    assert [row.contact_id for row in rows(any_book, avery, blake)] == [avery, blake]


def test_whom_somebody_worked_on_stays_although_no_photo_gives_them_any_more(any_book):
    avery, blake = scan(any_book, *TWO)
    call(any_book, avery)
    put_right(any_book, blake, company="Sommer")
    scan(any_book, photos=["avery.jpg", "blake.jpg"])
    assert [row.contact_id for row in rows(any_book, avery, blake)] == [avery, blake]


def test_who_was_gone_is_back_with_the_card(any_book):
    avery, blake = scan(any_book, *TWO)
    scan(any_book, TWO[0], photos=["avery.jpg", "blake.jpg"])
    scan(any_book, *TWO)
    assert [row.contact_id for row in rows(any_book, avery, blake)] == [avery, blake]


def test_whom_a_person_took_out_no_scan_brings_back(any_book):
    avery, blake = scan(any_book, *TWO)
    take_out(any_book, blake)
    scan(any_book, *TWO)
    assert [row.contact_id for row in rows(any_book, avery, blake)] == [avery]


def test_one_photo_at_two_events_gives_two_entries(any_book):
    (avery,) = scan(any_book, find(AVERY))
    (again,) = scan(any_book, find(AVERY, event=SPRING), event=SPRING)
    assert avery != again
    assert [row.event for row in rows(any_book, avery, again)] == [FAIR.name, SPRING.name]


def test_several_cards_of_one_photo_are_told_apart(any_book):
    found = (find(AVERY, "table.jpg"), find(BLAKE, "table.jpg", number=2), find(CASEY, "table.jpg", number=3))
    ids = scan(any_book, *found)
    assert scan(any_book, *reversed(found)) == ids[::-1]


def test_a_scan_without_a_card_is_kept_too(any_book):
    assert scan(any_book, photos=["coffee.jpg"]) == ()


def test_a_scan_that_fails_half_way_keeps_nothing(any_book):
    broken = find(BLAKE, "blake.jpg")
    with pytest.raises(KeyError), any_book.writing() as session:
        keep(session, find(AVERY), broken, photos=["avery.jpg"])  # the other photo was never seen
    with any_book.reading() as session:
        assert session.query(EntryRow).count() == 0


@given(st.lists(st.sampled_from(["avery", "blake", "casey"]), max_size=4).map(tuple))
def test_a_row_comes_back_as_it_was_kept(words):
    row = find(AVERY, notes=words).row
    assert from_plain(to_plain(row)) == row
