from dataclasses import replace

import pytest
from written_card import reading

from cardscan.ocr.record import Legibility
from cardscan.parse.contact import parse_reading
from cardscan.parse.legibility import BLURRED_EDGE, SMALL_PRINT_PX

CARD = reading("#Ada Winter", "Sales Manager", "Northwind Tools Ltd", "ada.winter@northwind.example")
SIDE_PX = max(CARD.card.width_px, CARD.card.height_px)
CLEAR = Legibility(print_px=30, edge_px=2)
SMALL = Legibility(print_px=SMALL_PRINT_PX - 0.6, edge_px=2)
BLURRED = Legibility(print_px=30, edge_px=BLURRED_EDGE * SIDE_PX)


def seen(legibility, card=CARD):
    return parse_reading(replace(card, legibility=legibility))


def codes(contact):
    return [issue.code for issue in contact.issues]


@pytest.mark.parametrize("legibility", [None, CLEAR], ids=["not measured", "clear"])
def test_clear_card_is_not_flagged(legibility):
    assert not seen(legibility).needs_review


@pytest.mark.parametrize(
    ("legibility", "message"),
    [
        (SMALL, "the print is only 6 pixels high in this photo: check every value, or take it closer"),
        (BLURRED, "this photo is too blurred to be believed: check every value, or take it again"),
    ],
    ids=["small", "blurred"],
)
def test_card_that_cannot_be_believed_says_what_to_do(legibility, message):
    contact = seen(legibility)
    assert contact.needs_review
    assert [issue.message for issue in contact.issues] == [message]


@pytest.mark.parametrize(
    "legibility",
    [replace(SMALL, print_px=SMALL_PRINT_PX), replace(BLURRED, edge_px=BLURRED_EDGE * SIDE_PX - 0.1)],
    ids=["large enough", "sharp enough"],
)
def test_card_just_above_the_threshold_is_believed(legibility):
    assert codes(seen(legibility)) == []


def test_small_print_comes_before_blur_for_going_closer_helps_both():
    assert codes(seen(replace(BLURRED, print_px=5))) == ["print-small"]


def test_values_of_a_blurred_card_are_kept_and_believed_less():
    clear, blurred = seen(CLEAR), seen(BLURRED)
    assert [field.text for field in blurred.fields] == [field.text for field in clear.fields]
    assert blurred.confidence < clear.confidence - 0.05


def test_picture_on_which_nothing_is_made_out_says_that_it_is_blurred():
    contact = seen(BLURRED, reading("Norlhw nd", "Tocls"))
    assert contact.is_empty
    assert [issue.message for issue in contact.issues] == [
        "this photo is too blurred to be believed: if it shows a card, take it again"
    ]


def test_blurred_receipt_stays_a_receipt():
    receipt = reading("Sub Total 12.00", "Total due 14.40", "Cash tendered 20.00", "Cashier 3")
    assert [issue.message for issue in seen(BLURRED, receipt).issues] == ["it looks like a receipt"]
