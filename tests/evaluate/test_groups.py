"""The same fictional queue, group of pictures by group."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cardscan.errors import RecordError
from cardscan.evaluate import as_json, as_markdown, as_text, evaluate, evaluate_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from cardscan.evaluate import GroupedScores

GOLDEN = Path(__file__).parents[1] / "golden" / "evaluate"
TRUTH, QUEUE = GOLDEN / "truth.json", GOLDEN / "queue.csv"


@pytest.fixture(scope="module")
def by_kind() -> GroupedScores:
    return evaluate_by("kind", TRUTH, QUEUE)


def test_text_table_is_golden(by_kind: GroupedScores, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/by_kind.txt", as_text(by_kind))


def test_markdown_table_is_golden(by_kind: GroupedScores, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/by_kind.md", as_markdown(by_kind))


def test_json_is_golden(by_kind: GroupedScores, check_golden: Callable[[str, str], None]) -> None:
    check_golden("evaluate/by_kind.json", as_json(by_kind))


def test_groups_stand_in_the_order_of_the_labels(by_kind: GroupedScores) -> None:
    assert [value for value, _ in by_kind.groups] == ["photo", "render", "scan"]


def test_a_group_has_the_figures_of_its_own_pictures(by_kind: GroupedScores) -> None:
    # Of five photos one shows no card and one is the back in the row of its front; one row is ready less.
    photos = dict(by_kind.groups)["photo"]
    assert (photos.photos, photos.cards, photos.ready) == (5, 4, 3 / 4)


@pytest.mark.parametrize("count", ["photos", "cards", "rows", "false_cards", "extra_rows"])
def test_groups_add_up_to_the_whole(count: str, by_kind: GroupedScores) -> None:
    assert sum(getattr(scores, count) for _, scores in by_kind.groups) == getattr(by_kind.whole, count)


def test_the_whole_is_what_is_measured_without_groups(by_kind: GroupedScores) -> None:
    assert by_kind.whole == evaluate(TRUTH, QUEUE)


def test_pictures_without_the_label_are_a_group_of_their_own(tmp_path: Path) -> None:
    labels = json.loads(TRUTH.read_text("utf-8"))
    labels[0]["trouble"] = "blur"
    (tmp_path / "truth.json").write_text(json.dumps(labels), "utf-8")
    grouped = evaluate_by("trouble", tmp_path / "truth.json", QUEUE)
    assert [(value, scores.photos) for value, scores in grouped.groups] == [("blur", 1), ("-", 6)]


def test_a_field_that_a_group_does_not_have_shows_a_dash(by_kind: GroupedScores) -> None:
    (line,) = [line for line in as_text(by_kind).splitlines() if line.startswith("scan")]
    # No phone and no website is labelled or given there, and no row.
    assert line.split() == ["scan", "1", "1", "0.000", "0.000", "-", "-", "0.000", "-", "0", "0"]


@pytest.mark.parametrize(
    "key",
    [
        pytest.param("weather", id="no picture has it"),
        pytest.param("fields", id="it has no single value"),
    ],
)
def test_a_key_without_values_is_refused_and_the_known_ones_are_named(key: str) -> None:
    with pytest.raises(RecordError, match=f"{key}.*kind"):
        evaluate_by(key, TRUTH, QUEUE)
