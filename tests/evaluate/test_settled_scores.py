"""Rows against what people settled; each figure is counted by hand here."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest

from cardscan.errors import RecordError
from cardscan.evaluate import (
    Judged,
    evaluate,
    evaluate_settled,
    fields_of,
    labels_text,
    settled_as_json,
    settled_as_markdown,
    settled_as_text,
)
from cardscan.evaluate.truth import FIELDS, load_truth
from cardscan.export import write_queue
from cardscan.followup.record import FollowUp

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = frozenset(FIELDS)
ADA = FollowUp(
    contact_id="cexample0001",
    event_date=date(2026, 11, 20),
    event="Autumn fair",
    follow_up_due=date(2026, 11, 23),
    next_action="call",
    full_name="Ada Winter",
    job_title="Sales Manager",
    company="Northwind Ltd",
    email="ada@northwind.example",
    mobile_phone=("+44 7700 900101",),
    photo=("tuesday/one.jpg", "back.jpg"),
    scanned_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC),
)
BEN = replace(ADA, contact_id="cexample0002", full_name="Ben Archer", email="ben@northwind.example", card=2)


def judged(row: FollowUp, measured: frozenset[str] = WHOLE, *, flagged: bool = False, **truth: Any) -> Judged:
    found = replace(row, needs_review=flagged)
    return Judged(found=found, truth=replace(found, **truth), measured=measured)


def counts(*rows: Judged) -> tuple[int, int, int]:
    """Values wrong and missed without a flag, and wrong in flagged rows."""
    scores = evaluate_settled(rows, rows_in_book=9)
    return scores.unflagged.wrong(), scores.unflagged.missed(), scores.flagged.wrong()


def test_only_what_was_wrong_without_a_flag_is_silent() -> None:
    silent = judged(ADA, frozenset({"email"}), email="ada@northwynd.example")
    flagged = judged(BEN, flagged=True, full_name="Ben Arch", company="Kestrel plc")
    assert counts(silent, flagged) == (1, 1, 2)


def test_in_a_row_that_was_only_corrected_the_rest_is_not_counted_as_right() -> None:
    scores = evaluate_settled([judged(ADA, frozenset({"email"}), email="a@b.example")], rows_in_book=1)
    given = {name: score.given for name, score in scores.unflagged.fields if score.given}
    assert (given, scores.only_corrected, scores.rows) == ({"email": 1}, 1, 1)


def test_a_value_that_somebody_emptied_was_wrong_and_one_that_they_added_was_missed() -> None:
    assert counts(judged(ADA, mobile_phone=())) == (1, 0, 0)
    assert counts(judged(ADA, other_emails=("ada@home.example",))) == (0, 1, 0)


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(replace(ADA, full_name="Winter, Ada"), id="a comma"),
        pytest.param(replace(ADA, full_name="Ada (Addie) Winter"), id="brackets"),
        pytest.param(replace(ADA, full_name="=Ada", job_title="=1+1", email="@ada"), id="would be a formula"),
        pytest.param(replace(ADA, mobile_phone=("1234", "0161 496 0188")), id="short numbers"),
        pytest.param(replace(ADA, fax=("+44 20 7946 0123 ext. 12",)), id="an extension"),
        pytest.param(
            replace(ADA, department="Sales; Marketing", website=("a.example/x;y",)), id="semicolons"
        ),
        pytest.param(replace(ADA, full_name="\u5c71\u7530 \u592a\u90ce", address="\u6771\u4eac"), id="Han"),
    ],
)
def test_a_row_agrees_with_itself(row: FollowUp) -> None:
    assert counts(judged(row), judged(row, flagged=True)) == (0, 0, 0)
    assert evaluate_settled([judged(row)], rows_in_book=1).unflagged.missed() == 0


def test_columns_are_about_fields() -> None:
    assert fields_of(["other_emails", "fax", "city", "notes"]) == {"email", "phone", "address"}


def test_the_text_says_on_how_many_rows_it_is_measured_and_which() -> None:
    rows = [
        judged(ADA, frozenset({"email"}), email="a@b.example"),
        judged(BEN, flagged=True, company="Kestrel plc"),
    ]
    text = settled_as_text(evaluate_settled(rows, rows_in_book=240))
    assert "2 settled rows, of 240 in the book." in text
    assert "do not stand for all" in text
    assert "Of 2 settled rows, 1 value wrong without a flag (1 of them names, e-mails or phones)" in text
    assert "1 row flagged, and settled by somebody" in text
    assert "without a flag: 1 row corrected by somebody: measured in what was corrected." in text


def test_markdown_and_json_have_the_same_figures() -> None:
    scores = evaluate_settled([judged(ADA, email="a@b.example")], rows_in_book=3)
    assert "| email | 0 | 1 | 1 |" in settled_as_markdown(scores)
    figures = json.loads(settled_as_json(scores))
    assert (figures["rows"], figures["rows_in_book"], figures["wrong_without_a_flag"]) == (1, 3, 1)
    assert figures["unflagged"]["fields"]["email"]["given"] == 1


def test_disagreements_name_the_photo_with_its_event() -> None:
    (one,) = evaluate_settled([judged(ADA, email="a@b.example")], rows_in_book=1).disagreements
    assert one.photo == "tuesday/one.jpg (Autumn fair, 2026-11-20)"


def written(tmp_path: Path, rows: list[Judged], *beside: FollowUp) -> Path:
    path = tmp_path / "labels.json"
    path.write_text(labels_text(rows, beside), encoding="utf-8")
    return path


def queue(tmp_path: Path, *rows: FollowUp) -> Path:
    write_queue(tmp_path / "queue.csv", rows)
    return tmp_path / "queue.csv"


def test_labels_measure_a_queue_as_the_book_does(tmp_path: Path) -> None:
    rows = [judged(ADA, frozenset({"email"}), email="a@b.example"), judged(BEN, company="Kestrel plc")]
    scores = evaluate(written(tmp_path, rows), queue(tmp_path, ADA, BEN))
    fields = {name: (score.labelled, score.given, score.agree) for name, score in scores.fields}
    assert (fields["email"], fields["company"], fields["name"]) == ((2, 2, 1), (1, 1, 0), (1, 1, 1))
    assert (scores.photos, scores.cards, scores.rows, scores.unknown_photos) == (1, 2, 2, 0)


def test_a_card_that_nobody_looked_at_is_neither_measured_nor_invented(tmp_path: Path) -> None:
    labels = written(tmp_path, [judged(BEN)], ADA)
    scores = evaluate(labels, queue(tmp_path, ADA, BEN))
    assert (scores.cards, scores.rows, scores.extra_rows, scores.ready) == (1, 1, 0, 1.0)
    assert "Ada Winter" not in labels.read_text("utf-8")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"event": "Spring fair"}, id="another event"),
        pytest.param({"event_date": date(2025, 11, 20)}, id="last year's event"),
        pytest.param({"photo": ("wednesday/one.jpg",)}, id="another folder"),
    ],
)
def test_photos_of_one_name_are_not_mixed_up(tmp_path: Path, other: dict[str, Any]) -> None:
    elsewhere = replace(BEN, card=1, **other)
    labels = written(tmp_path, [judged(ADA), judged(elsewhere)])
    assert len({photo.name for photo in load_truth(labels)}) == 2
    scores = evaluate(labels, queue(tmp_path, ADA, elsewhere))
    assert (scores.ready, scores.cards, scores.extra_rows) == (1.0, 2, 0)
    scores = evaluate(written(tmp_path, [judged(ADA)]), queue(tmp_path, ADA, elsewhere))
    assert (scores.ready, scores.rows, scores.unknown_photos) == (1.0, 1, 1)


def test_a_queue_of_another_event_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="none of its rows is of a labelled photo"):
        evaluate(written(tmp_path, [judged(ADA)]), queue(tmp_path, replace(ADA, event="Spring fair")))


def test_the_event_is_a_key_to_group_by(tmp_path: Path) -> None:
    (photo,) = load_truth(written(tmp_path, [judged(ADA)]))
    assert (photo.labels["event"], photo.labels["event_date"]) == ("Autumn fair", "2026-11-20")
