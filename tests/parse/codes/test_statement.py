from __future__ import annotations

from cardscan.parse.codes.statement import Statement, parted


def test_an_escaped_mark_does_not_part_a_value():
    assert parted(r"Harbour\; Bakery;Bread", ";") == [r"Harbour\; Bakery", "Bread"]


def test_a_mark_behind_an_escaped_backslash_does():
    assert parted(r"a\\;b", ";") == [r"a\\", "b"]


def test_a_value_is_one_line_without_escapes_and_controls():
    assert Statement(name="NOTE", value="a\\, b\\nc\x07 ").text == "a, b c"


def test_components_keep_their_places():
    assert Statement(name="N", value=r"O\;Hara;Jane;;Dr.").components == ("O;Hara", "Jane", "", "Dr.")
