"""The confidences of the fictional queue with planted mistakes; each is counted by hand here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cardscan.errors import RecordError
from cardscan.evaluate import as_json, as_markdown, as_text, evaluate, evaluate_by, evaluate_confidences, rate
from cardscan.evaluate.truth import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.evaluate import Confidences, Rated

GOLDEN = Path(__file__).parents[1] / "golden" / "evaluate"
TRUTH, QUEUE, RECORDS = GOLDEN / "truth.json", GOLDEN / "queue.csv", GOLDEN / "records.jsonl"


@pytest.fixture(scope="module")
def rated() -> Rated:
    return rate(TRUTH, QUEUE, RECORDS)


@pytest.fixture(scope="module")
def found() -> Confidences:
    return evaluate_confidences(TRUTH, QUEUE, RECORDS)


def outcomes(rated: Rated, field: str) -> list[tuple[float, bool]]:
    return sorted((value.confidence, value.right) for value in rated.of(field))


def changed(path: Path, folder: Path, old: str, new: str) -> Path:
    """A copy of a golden file in which something is different."""
    text = path.read_bytes().decode()
    assert old in text
    copy = folder / path.name
    copy.write_bytes(text.replace(old, new).encode())
    return copy


def test_text_tables_are_golden(found: Confidences, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/confidences.txt", as_text(evaluate(TRUTH, QUEUE), found))


def test_markdown_tables_are_golden(found: Confidences, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/confidences.md", as_markdown(evaluate(TRUTH, QUEUE), found))


def test_json_is_golden(found: Confidences, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/confidences.json", as_json(evaluate(TRUTH, QUEUE), found))


def test_the_tables_stand_below_those_of_the_groups_too(found: Confidences) -> None:
    groups, whole = evaluate_by("kind", TRUTH, QUEUE), evaluate(TRUTH, QUEUE)
    added = as_text(whole, found).removeprefix(as_text(whole))
    assert as_text(groups, found) == as_text(groups) + added


def test_json_holds_no_text_of_a_card(found: Confidences) -> None:
    assert "lena" not in json.dumps(found.to_dict()).casefold()


@pytest.mark.parametrize("field", FIELDS)
def test_every_value_that_the_queue_gives_is_rated_once(field: str, rated: Rated) -> None:
    score = dict(evaluate(TRUTH, QUEUE).fields)[field]
    held = rated.of(field)
    assert (len(held), sum(value.right for value in held)) == (score.given, score.agree)


def test_names_have_the_confidence_of_their_field(rated: Rated) -> None:
    # Wrong: nobody labelled, the cup, Lena Voqt; right: Taro in his second script, Ana, Ben, Jo.
    assert outcomes(rated, "name") == [
        (0.3, False), (0.4, False), (0.72, False), (0.8, True), (0.9, True), (0.9, True), (0.99, True),
    ]  # fmt: skip


def test_the_figures_of_the_names_are_those_counted_by_hand(found: Confidences) -> None:
    names = dict(found.fields)["name"]
    assert [(one.low, one.count, one.right) for one in names.bins if one.count] == [
        (0.0, 2, 0), (0.7, 1, 0), (0.8, 1, 1), (0.9, 2, 2), (0.98, 1, 1),
    ]  # fmt: skip
    assert names.calibration_error == pytest.approx((0.3 + 0.4 + 0.72 + 0.2 + 0.1 + 0.1 + 0.01) / 7)
    assert names.brier == pytest.approx((0.3**2 + 0.4**2 + 0.72**2 + 0.2**2 + 0.1**2 + 0.1**2 + 0.01**2) / 7)


def test_an_illegible_value_is_neither_right_nor_wrong(rated: Rated) -> None:
    # Ben's e-mail, 0.95, is left out: right are Jo's, Lena's and Ana's.
    assert outcomes(rated, "email") == [(0.55, False), (0.95, True), (0.95, True), (0.95, True)]


def test_a_department_in_the_place_of_the_title_is_neither_right_nor_wrong(rated: Rated) -> None:
    assert 0.5 not in [sure for sure, _ in outcomes(rated, "title")]


def test_several_values_of_a_field_have_a_confidence_each(rated: Rated) -> None:
    assert outcomes(rated, "website") == [(0.6, False), (0.95, True), (0.95, True)]


def test_a_joined_picture_is_rated_in_the_row_that_it_joined_only(rated: Rated) -> None:
    # The back by itself says "North Quay" with 0.88.
    assert 0.88 not in [sure for sure, _ in outcomes(rated, "company")]


def test_values_of_pictures_without_labels_are_left_out(rated: Rated) -> None:
    assert len(rated.rows) == 7


def test_a_row_is_right_where_nothing_that_it_gives_is_wrong(found: Confidences) -> None:
    # Jo 0.9, Ana 0.83, Ben 0.77; wrong: Lena 0.7, the cup 0.4, Taro 0.22, the third person 0.15.
    assert [(one.low, one.count, one.right) for one in found.row.bins if one.count] == [
        (0.0, 3, 0), (0.7, 2, 1), (0.8, 1, 1), (0.9, 1, 1),
    ]  # fmt: skip


def test_a_row_that_misses_something_is_not_ready(tmp_path: Path) -> None:
    truth = changed(TRUTH, tmp_path, '"ana@ruiz.example"', '"ana@ruiz.example", "office@ruiz.example"')
    found = evaluate_confidences(truth, QUEUE, RECORDS)
    assert (found.row.count, found.row.right) == (7, 3)
    assert (found.ready.count, found.ready.right) == (7, 2)


def test_the_rule_comes_to_what_the_scores_say(found: Confidences) -> None:
    scores = evaluate(TRUTH, QUEUE)
    assert (found.rule.flagged, found.rule.silent) == (scores.flagged, scores.silent) == (1 / 5, 2 / 14)


def test_a_threshold_on_the_row_flags_those_below_it(found: Confidences) -> None:
    by_threshold = {one.threshold: one for one in found.thresholds}
    # Below 0.5: Taro, of the five cards; silent is "Lena Voqt", among 4 + 4 + 2 + 3 values.
    assert (by_threshold[0.5].flagged, by_threshold[0.5].given, by_threshold[0.5].wrong) == (1 / 5, 13, 1)
    # Below 0.75 Lena too.
    assert (by_threshold[0.75].flagged, by_threshold[0.75].given, by_threshold[0.75].wrong) == (2 / 5, 9, 0)


def test_what_somebody_has_put_right_in_the_queue_is_rated_as_it_was_read(
    rated: Rated, tmp_path: Path
) -> None:
    assert rate(TRUTH, changed(QUEUE, tmp_path, "Lena Voqt", "Lena Vogt"), RECORDS) == rated


def test_a_row_whose_card_number_a_spreadsheet_rewrote_finds_its_record(rated: Rated, tmp_path: Path) -> None:
    assert rate(TRUTH, changed(QUEUE, tmp_path, "two.jpg,2,", "two.jpg,2.0,"), RECORDS) == rated


def test_a_picture_whose_name_is_guarded_in_the_queue_finds_its_record(rated: Rated, tmp_path: Path) -> None:
    truth = changed(TRUTH, tmp_path, "lena.png", "=lena.png")
    queue = changed(QUEUE, tmp_path, "lena.png", "'=lena.png")
    records = changed(RECORDS, tmp_path, "lena.png", "=lena.png")
    assert outcomes(rate(truth, queue, records), "name") == outcomes(rated, "name")


def test_rows_without_a_record_are_counted_and_not_rated(tmp_path: Path) -> None:
    found = rate(TRUTH, QUEUE, changed(RECORDS, tmp_path, '"lena.png"', '"other.png"'))
    assert (len(found.rows), found.rows_without_record) == (6, 1)
    assert 0.72 not in [sure for sure, _ in outcomes(found, "name")]


def test_rows_without_a_record_are_told(tmp_path: Path) -> None:
    records = changed(RECORDS, tmp_path, '"lena.png"', '"other.png"')
    told = as_text(evaluate(TRUTH, QUEUE), evaluate_confidences(TRUTH, QUEUE, records))
    assert "confidences of 6 rows; 1 more without a record" in told


def test_records_of_another_scan_are_refused(tmp_path: Path) -> None:
    records = changed(RECORDS, tmp_path, '"photo": "', '"photo": "elsewhere/')
    with pytest.raises(RecordError, match="let one scan write both"):
        rate(TRUTH, QUEUE, records)


@pytest.mark.parametrize(
    "text",
    ["no json", "[1]", '{"photo": "lena.png"}', '{"photo": 1, "card": 1, "contact": {}}', "[" * 100_000],
    ids=["text", "list", "half", "number for a path", "deep"],
)
def test_a_file_of_something_else_is_refused_with_its_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("\n" + text + "\n")
    with pytest.raises(RecordError, match=r"line 2.*--records FILE"):
        rate(TRUTH, QUEUE, path)


def test_a_contact_that_is_none_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text('{"photo": "lena.png", "card": 1, "contact": {}}\n')
    with pytest.raises(RecordError, match="line 1"):
        rate(TRUTH, QUEUE, path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_bytes(b"\xff\xd8\xff\xe0")
    with pytest.raises(RecordError, match="these are no records"):
        rate(TRUTH, QUEUE, path)


def test_records_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="cannot be read"):
        rate(TRUTH, QUEUE, tmp_path / "records.jsonl")
