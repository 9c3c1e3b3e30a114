from __future__ import annotations

from cardscan.evaluate.rated import RatedRow
from cardscan.evaluate.threshold import THRESHOLDS, by_rule, by_threshold


def row(
    confidence: float, *, right: int = 2, wrong: int = 0, flag: bool = False, card: bool = True
) -> RatedRow:
    return RatedRow(
        confidence=confidence,
        needs_review=flag,
        on_card=card,
        is_measured=card,
        right=right,
        wrong=wrong,
        missed=0,
    )


ROWS = (
    row(0.2, right=1, wrong=1, flag=True),
    row(0.5, right=2, wrong=1),
    row(0.9, right=3, flag=True),
    row(0.95, right=3),
    row(0.4, right=0, wrong=1, card=False),
)


def test_rows_below_the_threshold_are_flagged_and_one_at_it_is_not() -> None:
    (found,) = by_threshold(ROWS, [0.5])
    assert (found.flagged, found.given, found.wrong) == (1 / 4, 9, 1)


def test_the_wrong_values_of_the_other_rows_are_silent() -> None:
    (found,) = by_threshold(ROWS, [0.5])
    assert found.silent == 1 / 9


def test_threshold_0_flags_nothing() -> None:
    (found,) = by_threshold(ROWS, [0])
    assert (found.flagged, found.given, found.wrong) == (0, 12, 3)


def test_threshold_above_all_rows_leaves_nothing_that_could_be_wrong() -> None:
    (found,) = by_threshold(ROWS, [0.96])
    assert (found.flagged, found.given, found.silent) == (1, 0, 0)


def test_a_row_without_a_card_is_no_flagged_card_but_may_be_silent() -> None:
    (found,) = by_threshold(ROWS[-1:], [0.3])
    assert (found.flagged, found.wrong) == (0, 1)


def test_the_rule_goes_by_the_flag_whatever_the_confidence() -> None:
    found = by_rule(ROWS)
    assert (found.threshold, found.flagged, found.given, found.wrong) == (None, 2 / 4, 7, 2)


def test_the_higher_the_threshold_the_more_is_flagged() -> None:
    flagged = [found.flagged for found in by_threshold(ROWS)]
    assert len(flagged) == len(THRESHOLDS)
    assert flagged == sorted(flagged)
    assert flagged[0] < flagged[-1]
