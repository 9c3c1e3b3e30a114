from __future__ import annotations

import pytest

from cardscan.export.guard import guard, is_phone_cell, unguard


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        '"@SUM(A1)',
        "\t=1",
        "\r=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "'=1",
        "''@x",
    ],
)
def test_text_that_a_spreadsheet_would_run_gets_one_mark(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("ACME;=1+1", "ACME;'=1+1"),
        ("a@b.example; -2+3@x", "a@b.example; '-2+3@x"),
        ('ACME;"=1+1"', 'ACME;"\'=1+1"'),
        ("ACME;;\uff1d1", "ACME;;'\uff1d1"),
        ("=1; '@x;+2", "'=1; ''@x;'+2"),
    ],
)
def test_text_behind_a_semicolon_gets_its_own_mark(text: str, cell: str) -> None:
    assert guard(text) == cell
    assert unguard(cell) == text


@pytest.mark.parametrize("text", ["", "'", "'tis", "a; b", "a; 'tis", "Jo Hart", "1-2", "a=b", "\u2014 dash"])
def test_harmless_text_is_left_as_it_is(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("text", ["=1", "'=1", "''=1", "'tis", "Jo", ""])
def test_the_mark_is_taken_off_again(text: str) -> None:
    assert unguard(guard(text)) == text


@pytest.mark.parametrize(
    "cell",
    [
        "+44 20 7946 0958",
        "+44 20 7946 0958 ext. 12",
        "+44 20 7946 0958; +1 415 555 0100",
    ],
)
def test_phone_in_international_form_may_start_with_a_plus(cell: str) -> None:
    assert is_phone_cell(cell)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("+442079460958", "a spreadsheet takes it for a number and drops the plus"),
        ("+1 415-555-0100", "a minus sign reckons"),
        ("+44 20 7946 0958; =1", "only the first is a phone"),
        ("+44 20 7946 O958", "a letter: not a checked phone"),
        ("+cmd|' /C calc'!A0", "no phone at all"),
        ("020 7946 0958", "needs no exception"),
    ],
)
def test_other_text_is_no_phone_cell(cell: str, why: str) -> None:
    assert not is_phone_cell(cell), why
