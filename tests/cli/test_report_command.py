from __future__ import annotations

import json

from finds_made_up import SPRING, met

from cardscan.book.store import open_book


def test_the_report_is_a_table(typed, people):
    typed("done", "avery", "spoke", "--counts")
    lines = {line[:27].strip(): line[27:].strip() for line in typed("report", "autumn").out.splitlines()}
    assert (lines["Met"], lines["Answered"]) == ("3", "1 of 3 (33 %)")


def test_the_report_as_json(typed, people):
    typed("done", "avery", "left a message")
    report = json.loads(typed("report", "autumn", "--json").out)
    assert (report["met"], report["within_24h"], report["touches"]) == (3, 1, {"call": 1})


def test_the_report_as_a_page_escapes_what_stands_on_cards(typed, book, tmp_path):
    with open_book(book) as opened:
        met(opened, ("#Casey Stone", "<script>alert(1)</script> Ltd", "casey@rose.example"))
    shown = typed("report", "autumn", "-o", "report.html")
    assert shown.said == "The page is report.html.\n"
    assert "<script>alert" not in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_an_event_that_fits_several_is_told_with_their_days(typed, people, book):
    with open_book(book) as opened:
        met(opened, ("#Dana Frost", "dana@frost.example"), event=SPRING)
    shown = typed("report", "fair")
    assert shown.code == 2
    assert "'Autumn fair' on 2026-11-20; 'Spring fair' on 2026-03-12" in shown.said
    assert typed("report", "spring fair 2026-03-12").code == 0


def test_a_folder_that_is_not_there_is_a_sentence(typed, people):
    shown = typed("report", "autumn", "-o", "nowhere/report.html")
    assert (shown.code, "nowhere" in shown.said) == (2, True)
