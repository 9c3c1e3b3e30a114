"""``cardscan evaluate`` without labels: what people settled in the book."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pytest
from finds_made_up import AT, CASEY, SPRING, met

from cardscan.book.corrections import correct
from cardscan.book.rows import everybodys_rows, rows_of
from cardscan.book.store import open_book
from cardscan.export import write_queue

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def settled(book: Path, people: dict[str, str]) -> dict[str, str]:
    """Of Avery an e-mail was wrong without a flag; Blake, whom somebody doubted, was right."""
    with open_book(book) as opened, opened.writing() as session:
        say(session, people["avery"], email="avery@northwynd.example")
        say(session, people["blake"], needs_review=True)
        say(session, people["blake"], needs_review=False)
    return people


def say(session, entry_id, **values):
    row = rows_of(session, [entry_id])[entry_id]
    old = {column: getattr(row, column) for column in values}
    correct(session, entry_id, values, before=old, source="review", at=AT)


def test_it_says_how_many_values_were_wrong_without_a_flag(typed, settled):
    shown = typed("evaluate")
    assert (shown.code, shown.said) == (0, "")
    assert "2 settled rows, of 3 in the book." in shown.out
    assert "Of 2 settled rows, 1 value wrong without a flag (1 of them names, e-mails or phones)" in shown.out


def test_a_queue_that_was_edited_and_applied_is_measured(typed, people, book, tmp_path):
    typed("export", "--to", "csv", "--all", "-o", "queue.csv")
    path = tmp_path / "queue.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    rows[0][head.index("company")] = "Kestrel plc"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    assert typed("apply", "queue.csv").code == 0
    figures = json.loads(typed("evaluate", "--json", "-").out)
    assert (figures["rows"], figures["wrong_without_a_flag"]) == (1, 1)
    assert figures["critical_wrong_without_a_flag"] == 0


def test_only_one_event_is_measured_where_it_is_named(typed, settled, book):
    with open_book(book) as opened:
        (casey,) = met(opened, CASEY, event=SPRING)
        with opened.writing() as session:
            say(session, casey, company="Kestrel plc")
    assert json.loads(typed("evaluate", "--json", "-").out)["rows"] == 3
    assert json.loads(typed("evaluate", "--event", "spring", "--json", "-").out)["rows"] == 1


def test_the_labels_measure_a_queue_later(typed, settled, book, tmp_path):
    told = typed("evaluate", "--labels", "labels.json")
    assert "The labels hold names and addresses." in told.said
    with open_book(book) as opened, opened.reading() as session:
        write_queue(tmp_path / "queue.csv", tuple(everybodys_rows(session)))
    shown = typed("evaluate", "labels.json", "queue.csv", "--json", "-")
    figures = json.loads(shown.out)
    # The queue has the correction by now.
    assert (figures["rows"], figures["fields"]["email"]["agree"], figures["silent"]) == (2, 2, 0.0)


def test_labels_go_to_stdout_alone_on_request(typed, settled, tmp_path):
    labels = json.loads(typed("evaluate", "--labels", "-").out)
    assert [one["event"] for one in labels] == ["Autumn fair", "Autumn fair"]
    assert list(tmp_path.iterdir()) == []


def test_errors_are_listed_and_do_not_drive_the_terminal(typed, settled, book):
    with open_book(book) as opened, opened.writing() as session:
        say(session, settled["casey"], company="\x1b]0;owned\x07 plc")
    shown = typed("evaluate", "--errors")
    assert "missed: avery@northwynd.example  wrong: avery@northwind.example" in shown.out
    assert ("\x1b" in shown.out, "\x07" in shown.out) == (False, False)


def test_tables_are_markdown_on_request(typed, settled):
    assert "| email | 1 | 1 | 1 |" in typed("evaluate", "--markdown").out


def test_where_nobody_settled_anything_that_is_a_sentence(typed, people, tmp_path):
    shown = typed("evaluate", "--labels", "labels.json")
    assert (shown.code, shown.out, list(tmp_path.iterdir())) == (0, "", [])
    assert "Nobody has settled anything yet" in shown.said
    assert json.loads(typed("evaluate", "--json", "-").out)["rows"] == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("one.json",), "One file is not enough."),
        (("--by", "event"), "--records and --by are for labels"),
        (("--records", "one.json"), "--records and --by are for labels"),
        (("one.json", "one.json", "--event", "fair"), "--event and --labels are about the book"),
        (("one.json", "one.json", "--labels", "x.json"), "--event and --labels are about the book"),
        (("--labels", "-", "--json", "-"), "Only one of --json and --labels can go to stdout."),
        (("--event", "winter"), "No event in the book fits 'winter'."),
    ],
)
def test_what_does_not_go_together_is_a_sentence(typed, people, tmp_path, words, sentence):
    (tmp_path / "one.json").write_text("[]")
    shown = typed("evaluate", *words)
    assert (shown.code, sentence in shown.said) == (2, True)
