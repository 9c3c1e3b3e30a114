"""The figures of a fictional queue with planted mistakes; each is counted by hand here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cardscan.evaluate import as_json, as_markdown, as_text, evaluate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.evaluate import Scores

GOLDEN = Path(__file__).parents[1] / "golden" / "evaluate"
TRUTH, QUEUE = GOLDEN / "truth.json", GOLDEN / "queue.csv"


@pytest.fixture(scope="module")
def scores() -> Scores:
    return evaluate(TRUTH, QUEUE)


def test_text_table_is_golden(scores: Scores, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/scores.txt", as_text(scores))


def test_markdown_table_is_golden(scores: Scores, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/scores.md", as_markdown(scores))


def test_json_is_golden(scores: Scores, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/scores.json", as_json(scores))


def test_back_side_in_the_row_of_its_front_is_no_card_of_its_own(scores: Scores) -> None:
    assert (scores.photos, scores.cards, scores.rows) == (7, 6, 7)


def test_only_a_row_with_name_email_and_phone_right_is_ready(scores: Scores) -> None:
    # Ready: Jo Hart, Ana Ruiz and Ben Oake, whose e-mail nobody can read; six cards are asked for.
    assert scores.ready == 3 / 6


def test_wrong_values_in_unflagged_rows_are_silent(scores: Scores) -> None:
    # "Lena Voqt" and "Coffee House"; right in unflagged rows are 4 of Jo, 3 of Lena, 2 of Ben, 3 of Ana.
    assert scores.silent == 2 / 14


def test_missed_values_of_unflagged_rows_and_of_cards_without_a_row_are_dropped(scores: Scores) -> None:
    # Lena's name and second e-mail, Mia's name and e-mail; 4 + 5 + 3 + 3 + 2 + 2 are labelled.
    assert scores.dropped == 4 / 19


def test_flagged_rows_are_counted_among_the_rows_of_cards(scores: Scores) -> None:
    assert scores.flagged == 1 / 5


def test_phones_in_the_column_of_another_type_are_counted(scores: Scores) -> None:
    # Lena's fax stands with the work phones and Ana's mobile with the faxes; a work phone may be "other".
    assert scores.typed == 5 / 7


def test_phones_without_a_country_code_are_counted(scores: Scores) -> None:
    assert scores.international == 6 / 8


def test_rows_without_a_card_are_counted(scores: Scores) -> None:
    assert (scores.false_cards, scores.extra_rows, scores.unknown_photos) == (1, 1, 1)


def test_disagreements_are_listed(scores: Scores) -> None:
    assert ("lena.png", "name", ("lena vogt",), ("lena voqt",)) in [
        (found.photo, found.field, found.missed, found.wrong) for found in scores.disagreements
    ]


def test_json_holds_no_text_of_a_card(scores: Scores) -> None:
    assert "lena" not in as_json(scores).casefold()


def test_kinds_limit_what_is_measured() -> None:
    assert evaluate(TRUTH, QUEUE, kinds=("render",)).photos == 1


def test_kinds_make_no_labelled_photo_unknown() -> None:
    assert evaluate(TRUTH, QUEUE, kinds=("render",)).unknown_photos == 1


def test_queue_without_rows_scores_nothing(tmp_path: Path) -> None:
    path = tmp_path / "queue.csv"
    path.write_text("contact_id,full_name\n")
    empty = evaluate(TRUTH, path)
    assert (empty.rows, empty.ready, empty.silent, empty.dropped) == (0, 0.0, 0.0, 1.0)


def test_figures_are_plain_json(scores: Scores) -> None:
    assert json.loads(as_json(scores)) == scores.to_dict()
