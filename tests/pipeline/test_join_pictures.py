from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pictures_of_cards import (
    ADA,
    ADDRESS,
    BACK,
    BEN,
    BEN_WITHOUT_NAME,
    IRIS,
    OTHER_BACK,
    ROSE,
    failed,
    picture,
)

from cardscan.followup import Event
from cardscan.followup.queue import contact_id
from cardscan.pipeline.rows import queue_rows
from cardscan.pipeline.sides import join_pictures

EVENT = Event(name="Harbour mixer", date=date(2026, 11, 20), country="GB")
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
RECEIPT = ("Northwind Ltd", "Subtotal 12.00", "VAT 2.40", "Total due 14.40", "Cash 20.00")


def rows(*results):
    return queue_rows(join_pictures(results, country="GB"), EVENT, NOW)


def photos(*results):
    """The photos of each row."""
    return [row.photo for row in rows(*results)]


def series(*cards):
    """Pictures one after the other, five seconds between them, each of one card."""
    return [picture(f"IMG_{n:04}.jpg", card, at_s=5 * n) for n, card in enumerate(cards)]


JOINED = {
    "front and back by name": [picture("x_front.jpg", ADA), picture("x_back.jpg", OTHER_BACK)],
    "a back without text by name": [picture("x_front.jpg", ADA), picture("x_back.jpg")],
    "front and back in time": series(ADA, BACK),
    "back before front": series(BACK, ADA),
    "front and back by the order of names": [picture("1.jpg", ADA), picture("2.jpg", ADDRESS)],
    "a and b that agree": [picture("x_a.jpg", ADA, at_s=0), picture("x_b.jpg", BACK, at_s=99)],
    "one side twice": series(ADA, ADA),
    "one side twice and the back": series(ADA, ADA, BACK),
    "the back between two shots": series(ADA, BACK, ADA),
    "one card twice, much later": [picture("1.jpg", ADA, at_s=0), picture("2.jpg", ADA, at_s=600)],
    "one card twice, in two folders": [picture("mine/1.jpg", ADA), picture("hers/9.jpg", ADA)],
}


@pytest.mark.parametrize("results", JOINED.values(), ids=JOINED.keys())
def test_pictures_of_one_card_are_one_row(results):
    (row,) = rows(*results)
    assert row.full_name == "Ada Winter"
    assert sorted(row.photo) == sorted(result.path for result in results)


APART = {
    "colleagues": series(ADA, BEN),
    "a colleague whose name was not read": series(ADA, BEN_WITHOUT_NAME),
    "colleagues called front and back": [picture("x_front.jpg", ADA), picture("x_back.jpg", BEN)],
    "colleagues called a and b": [picture("x_a.jpg", ADA), picture("x_b.jpg", BEN)],
    "shops on one street": series(ROSE, IRIS),
    "the back of another card": series(ADA, OTHER_BACK),
    "a back between two colleagues": series(ADA, BACK, BEN),
    "all fronts and then all backs": series(ADA, BEN, BACK, BACK),
    "cards of two employers with one mobile": [
        picture("1.jpg", ADA, at_s=0),
        picture("2.jpg", ("#Ada Winter", "Skipper", "Kestrel Boats Ltd", "M +44 7700 900101"), at_s=600),
    ],
    "a back much later": [picture("1.jpg", ADA, at_s=0), picture("2.jpg", BACK, at_s=60)],
    "a back beside a picture of two cards": [picture("1.jpg", ADA, BEN), picture("2.jpg", BACK)],
    "the back of a front that failed": [
        failed("ben_front.jpg"),
        picture("ben_back.jpg", BACK),
        picture("a.jpg", ADA),
    ],
    "marks that do not agree": [picture("x_1.jpg", ADA), picture("x_2.jpg", OTHER_BACK)],
}


@pytest.mark.parametrize("results", APART.values(), ids=APART.keys())
def test_pictures_of_two_cards_are_not_joined(results):
    joined = join_pictures(results)
    assert {result.path: result for result in joined} == {result.path: result for result in results}


def test_receipt_of_the_same_shop_is_no_back():
    assert photos(*series(ADA, RECEIPT)) == [("IMG_0000.jpg",)]


def test_marks_tell_colleagues_backs_apart():
    names = ("ada_1.jpg", "ada_2.jpg", "ben_1.jpg", "ben_2.jpg")
    pictures = [picture(name, card) for name, card in zip(names, (ADA, BACK, BEN, BACK), strict=True)]
    assert photos(*pictures) == [names[:2], names[2:]]


def test_back_without_name_email_phone_and_website_makes_no_row():
    assert rows(picture("back.jpg", ADDRESS)) == ()


def test_back_with_a_website_and_no_front_keeps_its_row():
    assert photos(picture("1.jpg", BACK)) == [("1.jpg",)]


def test_sides_that_name_nobody_and_reach_nobody_make_no_row():
    results = [picture("x_front.jpg", ADDRESS), picture("x_back.jpg")]
    assert join_pictures(results) == tuple(sorted(results, key=lambda result: result.path))


def test_row_gets_what_only_the_back_says():
    (row,) = rows(*series(ADA[:1] + ADA[3:], (*ADDRESS, "www.northwind.example")))
    assert (row.company, row.city, row.website) == ("Northwind Ltd", "London", ("www.northwind.example",))


def test_name_in_another_script_becomes_a_note():
    kanji = ("#山田 花子", "営業部長", "株式会社ノースウィンド", "hanako@northwind.example")
    latin = ("#Hanako Yamada", "Sales Director", "Northwind KK", "hanako@northwind.example")
    (row,) = rows(picture("x_front.jpg", kanji), picture("x_back.jpg", latin))
    assert (row.full_name, row.notes) == ("山田 花子", "Hanako Yamada")
    assert row.job_title == "営業部長"


def test_picture_with_the_name_comes_first_and_gives_the_id():
    back, front = picture("1.jpg", BACK), picture("2.jpg", ADA)
    (row,) = rows(back, front)
    assert row.photo == ("2.jpg", "1.jpg")
    assert row.contact_id == contact_id(EVENT, front.photo, 1)


def test_first_of_two_shots_gives_the_id():
    first, second = series(ADA, ADA)
    (row,) = rows(second, first)
    assert row.contact_id == contact_id(EVENT, first.photo, 1)


def test_joined_row_stands_where_its_first_photo_does():
    found = photos(*series(BACK, ADA), picture("IMG_0000b.jpg", ROSE))
    assert found == [("IMG_0000b.jpg",), ("IMG_0001.jpg", "IMG_0000.jpg")]


def test_joined_photo_says_whose_other_side_it_is():
    front, back = join_pictures(series(ADA, ADDRESS))
    assert (front.status, front.reason) == ("read", "")
    assert (back.status, back.reason) == ("joined", "the other side of IMG_0000.jpg")


def test_second_shot_says_of_what():
    _, second = join_pictures(series(ADA, ADA))
    assert (second.status, second.reason) == ("joined", "another picture of the card in IMG_0000.jpg")


def test_joined_photo_keeps_what_was_read_on_it():
    _, back = join_pictures(series(ADA, ADDRESS))
    address = back.cards[0].contact.first("address")
    assert [back.cards[0].reading.lines[index].text for index in address.lines] == [ADDRESS[1]]


def test_order_of_the_results_does_not_count():
    results = [*series(ADA, BACK, ROSE, IRIS, BEN), picture("x_front.jpg", ADA), picture("x_back.jpg")]
    assert join_pictures(results[::-1]) == join_pictures(results)


def test_files_passed_over_do_not_stand_between():
    note = replace(failed("1.txt"), status="ignored")
    results = [picture("1.jpg", ADA), note, picture("2.jpg", BACK)]
    assert photos(*results) == [("1.jpg", "2.jpg")]


def test_photos_of_one_card_join_though_somebody_else_gives_the_same_mobile():
    shared = ("#Ben Archer", "Optician", "Northwind Ltd", "M +44 7700 900101")
    pictures = [picture(f"{n}.jpg", card, at_s=600 * n) for n, card in enumerate((ADA, shared, ADA))]
    assert sorted(photos(*pictures)) == [("0.jpg", "2.jpg"), ("1.jpg",)]
