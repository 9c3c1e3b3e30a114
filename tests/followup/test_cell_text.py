from __future__ import annotations

import pytest

from cardscan.followup.cell_text import one_line, one_value, values


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("12 Quay Street\r\nHarbourton", "12 Quay Street Harbourton"),
        ("one\u2028two", "one two"),
        ("tab\there", "tab here"),
        ("nul\x00bell\x07", "nulbell"),
        ("  many   spaces ", "many spaces"),
        ("photo\udcff.jpg", "photo\ufffd.jpg"),
        ("Jo\ufeff Hart", "Jo Hart"),
        ("Jo \u202etraH\u202c", "Jo traH"),
        ("山田 太郎", "山田 太郎"),
    ],
)
def test_text_becomes_one_clean_line(text: str, line: str) -> None:
    assert one_line(text) == line


def test_the_separator_inside_a_value_becomes_a_comma() -> None:
    assert one_value("Sales; Marketing") == "Sales, Marketing"


def test_empty_and_repeated_values_are_left_out() -> None:
    assert values(("a", " ", "b", "a ")) == ("a", "b")
