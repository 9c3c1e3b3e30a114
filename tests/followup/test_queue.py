from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from cardscan.followup.queue import contact_id, follow_up, in_queue_order
from cardscan.followup.record import Event
from cardscan.ocr.record import Photo
from cardscan.parse.record import Contact, Field, Issue

if TYPE_CHECKING:
    from cardscan.followup.record import FollowUp
    from cardscan.parse.record import FieldKind

EVENT = Event(name="Harbour mixer", date=date(2026, 11, 20), country="GB")
PHOTO = Photo(path="day 1/a.jpg", content_hash="ab" * 32)
NOW = datetime(2026, 11, 22, 9, 30, 15, 123456, tzinfo=UTC)


def field(kind: FieldKind, text: str, **more: Any) -> Field:
    return Field(**{"kind": kind, "raw": text, "value": text, "confidence": 0.9, **more})


def entry(*fields: Field, **more: Any) -> FollowUp:
    contact = Contact(fields=fields, **more)
    return follow_up(contact, event=EVENT, photo=PHOTO, card=2, scanned_at=NOW).entry


def test_entry_is_stamped_with_event_photo_and_time() -> None:
    got = entry()
    assert (got.event, got.event_date, got.follow_up_due) == (EVENT.name, EVENT.date, date(2026, 11, 23))
    assert (got.photo, got.card, got.scanned_at) == (("day 1/a.jpg",), 2, NOW.replace(microsecond=0))


def test_new_entry_is_open_with_priority_b() -> None:
    assert (entry().status, entry().priority) == ("open", "B")


def test_name_stands_without_its_honorific_and_credentials() -> None:
    parts = (("first", "Jo"), ("last", "Hart"), ("prefix", "Dr."), ("suffix", "PhD"))
    got = entry(field("name", "Dr. Jo Hart, PhD", parts=parts))
    assert (got.full_name, got.first_name, got.last_name) == ("Jo Hart", "Jo", "Hart")


def test_name_that_only_begins_like_its_honorific_stays_whole() -> None:
    assert entry(field("name", "Drake Hill", parts=(("prefix", "Dr"),))).full_name == "Drake Hill"


def test_phones_stand_in_the_columns_of_their_types() -> None:
    got = entry(
        field("phone", "+44 7700 900123", type="mobile"),
        field("phone", "+44 20 7946 0958 ext. 12", type="work"),
        field("phone", "+44 20 7946 0001", type="other"),
        field("phone", "+44 20 7946 0002"),
        field("phone", "+44 20 7946 0999", type="fax"),
    )
    assert got.mobile_phone == ("+44 7700 900123",)
    assert got.work_phone == ("+44 20 7946 0958 ext. 12",)
    assert got.other_phones == ("+44 20 7946 0001", "+44 20 7946 0002")
    assert got.fax == ("+44 20 7946 0999",)


def test_phone_without_checked_value_keeps_its_raw_text() -> None:
    assert entry(field("phone", "(0) 7946 O958", value=None, type="work")).work_phone == ("(0) 7946 O958",)


def test_first_email_stands_alone_and_the_rest_beside_it() -> None:
    got = entry(*(field("email", f"{name}@quay.example") for name in ("jo", "sales", "info")))
    assert (got.email, got.other_emails) == ("jo@quay.example", ("sales@quay.example", "info@quay.example"))


@pytest.mark.parametrize(
    ("fields", "action"),
    [
        ((field("phone", "+44 20 7946 0958"), field("email", "jo@quay.example")), "call"),
        ((field("phone", "+44 20 7946 0999", type="fax"), field("email", "jo@quay.example")), "email"),
        ((field("social", "linkedin.com/in/jo-hart"),), "connect"),
        ((field("website", "quay.example"),), "connect"),
        ((field("address", "12 Quay Street"), field("phone", "+44 20 7946 0999", type="fax")), "note"),
    ],
)
def test_next_action_is_what_the_card_leaves_open(fields: tuple[Field, ...], action: str) -> None:
    assert entry(*fields).next_action == action


def test_address_stands_whole_and_in_parts() -> None:
    parts = (
        ("street", "12 Quay Street"),
        ("city", "Harbourton"),
        ("postal_code", "HB1 2AB"),
        ("country", "United Kingdom"),
    )
    got = entry(field("address", "12 Quay Street, Harbourton HB1 2AB", parts=parts))
    assert got.address == "12 Quay Street, Harbourton HB1 2AB"
    assert (got.street, got.city, got.region, got.postal_code, got.country) == (
        *("12 Quay Street", "Harbourton", "", "HB1 2AB", "United Kingdom"),
    )


def test_notes_and_departments_are_joined() -> None:
    got = entry(*(field(kind, text) for kind in ("note", "department") for text in ("one; two", "three")))
    assert (got.notes, got.department) == ("one, two; three",) * 2


def test_every_reason_is_given_once_behind_its_field() -> None:
    issue = Issue(code="x", message="it was mended; look at it")
    other = Issue(code="y", message="is this the person?", doubt=True)
    got = entry(
        field("email", "jo@quay.example", issues=(issue, issue)), field("name", "Jo", issues=(other,))
    )
    assert got.review_reasons == ("e-mail: it was mended, look at it", "name: is this the person?")


@pytest.mark.parametrize(("doubt", "flag"), [(True, True), (False, False)])
def test_only_doubt_sets_the_flag(doubt: bool, flag: bool) -> None:
    assert (
        entry(field("name", "Jo", issues=(Issue(code="x", message="m", doubt=doubt),))).needs_review is flag
    )


def test_confidence_has_two_decimals() -> None:
    assert entry(confidence=0.98765).confidence == 0.99


def test_further_pictures_follow_the_first() -> None:
    back = Photo(path="day 1/b.jpg", content_hash="cd" * 32)
    planned = follow_up(
        Contact(fields=()), event=EVENT, photo=PHOTO, card=1, scanned_at=NOW, more_photos=(back,)
    )
    got = planned.entry
    assert got.photo == ("day 1/a.jpg", "day 1/b.jpg")


def test_contact_id_never_changes_between_versions() -> None:
    assert contact_id(EVENT, PHOTO, 2) == "cui6lwnjzg4i"


def test_contact_id_does_not_depend_on_spelling_of_the_event_or_place_of_the_photo() -> None:
    event = replace(EVENT, name="  HARBOUR  mixer ", country=None)
    assert contact_id(event, replace(PHOTO, path="elsewhere.jpg"), 2) == contact_id(EVENT, PHOTO, 2)


@pytest.mark.parametrize(
    ("event", "photo", "card"),
    [
        (replace(EVENT, name="Harbour fair"), PHOTO, 2),
        (replace(EVENT, date=date(2025, 11, 20)), PHOTO, 2),
        (EVENT, replace(PHOTO, content_hash="cd" * 32), 2),
        (EVENT, PHOTO, 1),
    ],
)
def test_contact_id_depends_on_event_content_and_card(event: Event, photo: Photo, card: int) -> None:
    assert contact_id(event, photo, card) != contact_id(EVENT, PHOTO, 2)


def test_queue_stands_in_the_order_of_photo_then_card() -> None:
    a1, a2, a10, b1 = (
        replace(entry(), photo=(photo,), card=card)
        for photo, card in (("a.jpg", 1), ("a.jpg", 2), ("a.jpg", 10), ("b.jpg", 1))
    )
    assert in_queue_order([b1, a10, a2, a1]) == (a1, a2, a10, b1)
