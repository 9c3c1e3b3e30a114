from __future__ import annotations

import csv

import pytest
from finds_made_up import SPRING, met
from pictures_of_cards import ROSE

from cardscan.book.store import open_book


def test_a_call_sheet_has_everybody_to_call(typed, people, tmp_path):
    assert typed("sheet", "calls").code == 0
    page = (tmp_path / "calls.html").read_text(encoding="utf-8")
    assert all(number in page for number in ("900101", "900102", "900103"))


def test_labels_are_a_table_of_addresses_and_name_who_has_none(typed, people, book, tmp_path):
    with open_book(book) as opened:
        met(opened, ROSE, event=SPRING)
    shown = typed("sheet", "labels", "--all")
    assert "Avery Winter, Northwind Ltd: no postal address is known." in shown.said
    with (tmp_path / "labels.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == ["name", "company", "street", "town", "country"]
    assert [(row[1], row[2]) for row in rows] == [("Rose Cafe", "12 High Street")]


def test_where_nobody_has_an_address_no_labels_are_written(typed, people, tmp_path):
    shown = typed("sheet", "labels", "--all")
    assert (shown.code, shown.said) == (0, "Nobody is due for labels; 3 lack a postal address.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_sheet_that_there_is_not_is_a_sentence(typed, people, tmp_path):
    shown = typed("sheet", "faxes")
    assert (shown.code, list(tmp_path.iterdir())) == (2, [])
    assert "There is no sheet 'faxes'. Type one of: calls, letters, labels." in shown.said


@pytest.mark.parametrize("ahead", ["-1", "many"])
def test_days_that_cannot_be_are_refused(typed, people, ahead):
    assert typed("sheet", "calls", "--ahead", ahead).code == 2
