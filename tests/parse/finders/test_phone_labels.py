from __future__ import annotations

import pytest

from cardscan.parse.finders.phone_labels import extension_after, label_after, label_before, whole_label


@pytest.mark.parametrize(
    ("context", "kind"),
    [
        ("Tel: ", "phone"),
        ("T ", "phone"),
        ("Phone No. ", "phone"),
        ("Mobile number: ", "mobile"),
        ("M:", "mobile"),
        ("Office Fax ", "fax"),
        ("Tele Fax : ", "fax"),
        ("Tel/Fax ", "phone"),
        ("Phone : (Off) ", "work"),
        ("Mobile/WeChat: ", "mobile"),
        ("Residence : D.No. ", "not_phone"),
        ("Jane Doe  Cell. ", "mobile"),
        ("\u8089Cell ", "mobile"),
        ("ご連絡先 携帯電話：", "mobile"),
        ("Doe ", None),
        ("Hotel ", None),
        ("Tel is what we", None),
    ],
)
def test_label_right_before_a_number_is_understood(context, kind):
    assert label_before(context) == kind


def test_bracketed_label_after_a_number_is_understood():
    assert label_after(" (fax)", last=True) == ("fax", 6)


def test_bracketed_label_with_a_colon_belongs_to_the_next_number():
    assert label_after("(R):", last=False) is None


def test_bare_label_between_two_numbers_belongs_to_the_next_number():
    assert label_after(" Fax ", last=False) is None


def test_line_of_labels_only_is_a_label():
    assert whole_label("Fax :") == "fax"


def test_line_with_more_than_labels_is_none():
    assert whole_label("Example Fax Machines") is None


def test_extension_word_without_digits_is_no_extension():
    assert extension_after(" ext. Jane") is None
