"""How good a queue is, measured against labels that a person made.

``evaluate`` reads both and gives ``Scores``, ``evaluate_by`` those of every group of
pictures; ``evaluate_confidences`` says with the scan's records how far its confidences
can be relied on, and ``rate`` gives what that is measured on; ``as_text``, ``as_json``
and ``as_markdown`` show them.
"""

from cardscan.evaluate.confidences import Confidences, evaluate_confidences
from cardscan.evaluate.metrics import evaluate, evaluate_by
from cardscan.evaluate.rated import Rated, RatedRow, RatedValue, rate
from cardscan.evaluate.record import Disagreement, FieldScore, GroupedScores, Scores
from cardscan.evaluate.reliability import Bin, Reliability, reliability, wilson
from cardscan.evaluate.table import as_json, as_markdown, as_text
from cardscan.evaluate.threshold import Flagging, by_rule, by_threshold

__all__ = [
    "Bin",
    "Confidences",
    "Disagreement",
    "FieldScore",
    "Flagging",
    "GroupedScores",
    "Rated",
    "RatedRow",
    "RatedValue",
    "Reliability",
    "Scores",
    "as_json",
    "as_markdown",
    "as_text",
    "by_rule",
    "by_threshold",
    "evaluate",
    "evaluate_by",
    "evaluate_confidences",
    "rate",
    "reliability",
    "wilson",
]
